package io.chokepoint.ui.data;

import io.chokepoint.data.TableSchema;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The panel in which tables are edited: whose they are, undo and save above, the tables below. */
final class EditorPanel extends VBox {
    /** As large as the window allows. */
    private static final double ALL = 4000;

    private final EditorViewModel model;
    private final DatasetEditing editing;
    private final DataEditor editor;
    private final Label state = new Label();

    EditorPanel(UiContext context, EditorViewModel model, DatasetEditing editing) {
        this.model = model;
        this.editing = editing;
        editor = new DataEditor(context, model);
        VBox.setVgrow(editor, Priority.ALWAYS);
        editor.setMinHeight(0);
        getStyleClass().addAll("panel", "faults", "data-editor");
        setId("data-editor");
        setPrefSize(ALL, ALL);
        getChildren().add(head(context));
        if (model.isReadOnly()) {
            getChildren().add(notice());
        }
        getChildren().add(editor);
        addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        // Keys of the window behind rest.
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.isShortcutDown()) {
                event.consume();
            }
        });
        model.tablesProperty().subscribe(unused -> showState());
        model.unsavedProperty().subscribe(unused -> showState());
    }

    EditorViewModel model() {
        return model;
    }

    DataEditor editor() {
        return editor;
    }

    void goTo(DatasetEditing.Place place) {
        editor.goTo(place.file(), place.line(), place.column());
    }

    /** The cell that has the focus. */
    Optional<DatasetEditing.Place> place() {
        TableGrid grid = editor.grid();
        return grid.focusedRow() < 0
                ? Optional.empty()
                : Optional.of(new DatasetEditing.Place(
                        grid.schema().file(), grid.text().line(grid.focusedRow()), grid.nameOf(grid.focusedColumn())));
    }

    private HBox head(UiContext context) {
        Label title =
                new Label(Texts.get("grid.title", String.valueOf(model.folder().getFileName())));
        title.getStyleClass().add("strong");
        title.setTooltip(CommandControls.tooltip(model.folder().toAbsolutePath().toString()));
        state.setId("grid-state");
        state.getStyleClass().add("muted");
        state.setMinWidth(0);
        state.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(state, Priority.ALWAYS);
        Button undo = icon("mdmz-undo", "grid-undo", model::undo);
        Button redo = icon("mdmz-redo", "grid-redo", model::redo);
        model.undoNameProperty().subscribe(name -> name(undo, "grid.undo", "grid.undo.none", "Ctrl+Z", name));
        model.redoNameProperty().subscribe(name -> name(redo, "grid.redo", "grid.redo.none", "Ctrl+Shift+Z", name));
        Button save = new Button(Texts.get("grid.save"), CommandControls.icon("mdmz-save"));
        save.setId("grid-save");
        save.setTooltip(CommandControls.tooltip(Texts.get("grid.save") + "  (Ctrl+S)"));
        save.setOnAction(event -> editing.save(this, false, false));
        Button run = new Button(Texts.get("grid.saveAndRun"));
        run.setId("grid-save-run");
        run.getStyleClass().add("accent");
        run.setTooltip(CommandControls.tooltip(Texts.get("grid.saveAndRun.tip")));
        run.setOnAction(event -> editing.save(this, false, true));
        save.setMinWidth(Region.USE_PREF_SIZE);
        run.setMinWidth(Region.USE_PREF_SIZE);
        model.unsavedProperty().subscribe(unsaved -> {
            save.setDisable(!unsaved);
            run.setDisable(!unsaved);
        });
        HBox head = new HBox(
                10,
                CommandControls.icon("mdal-edit"),
                title,
                state,
                undo,
                redo,
                save,
                run,
                CommandControls.closeButton(() -> context.overlays().close(this)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("faults-head");
        return head;
    }

    private static Button icon(String icon, String id, Runnable action) {
        Button button = new Button("", CommandControls.icon(icon));
        button.getStyleClass().addAll("flat", "icon-button");
        button.setId(id);
        button.setOnAction(event -> action.run());
        return button;
    }

    private static void name(Button button, String key, String none, String keys, String step) {
        String words = step.isEmpty() ? Texts.get(none) : Texts.get(key, step);
        button.setDisable(step.isEmpty());
        button.setAccessibleText(words);
        button.setTooltip(CommandControls.tooltip(words + "  (" + keys + ")"));
    }

    private HBox notice() {
        Label words = new Label(Texts.get("grid.shipped"));
        words.setWrapText(true);
        words.setMinWidth(0);
        words.setMinHeight(USE_PREF_SIZE);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button copy = new Button(Texts.get("grid.copy"));
        copy.setId("grid-copy");
        copy.getStyleClass().add("accent");
        copy.setMinWidth(Region.USE_PREF_SIZE);
        copy.setOnAction(event -> editing.copy(this));
        HBox notice = new HBox(10, CommandControls.icon("mdal-lock"), words, copy);
        notice.setAlignment(Pos.CENTER_LEFT);
        notice.getStyleClass().add("notice-bar");
        return notice;
    }

    private void showState() {
        String names = model.unsavedTables().stream().map(TableSchema::name).collect(Collectors.joining(", "));
        state.setText(
                model.isReadOnly()
                        ? Texts.get("grid.readOnly")
                        : names.isEmpty() ? Texts.get("grid.allSaved") : Texts.get("grid.unsaved", names));
    }

    private void key(KeyEvent event) {
        boolean typing = event.getTarget() instanceof TextInputControl;
        if (!event.isShortcutDown()) {
            return;
        }
        if (event.getCode() == KeyCode.S) {
            editor.grid().requestFocus(); // what is being typed counts
            if (model.unsavedProperty().get()) {
                editing.save(this, false, false);
            }
        } else if (event.getCode() == KeyCode.F) {
            editor.startFind();
        } else if (event.getCode() == KeyCode.Z && !typing) {
            if (event.isShiftDown()) {
                model.redo();
            } else {
                model.undo();
            }
        } else if (event.getCode() == KeyCode.Y && !typing) {
            model.redo();
        } else {
            return;
        }
        event.consume();
    }

    /** What is not saved is no longer asked about. */
    void letGo() {
        model.letGo();
    }
}
