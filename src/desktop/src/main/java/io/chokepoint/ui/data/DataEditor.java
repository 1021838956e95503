package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.Problem;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.data.TableGrid.Fault;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.UiContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableRow;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** Tables, grid, the row beside it and the faults below: everything of the editor that is about cells. */
final class DataEditor extends BorderPane implements TableGrid.Host {
    private static final double SIDE = 264;
    private static final double FAULTS = 132;

    private final UiContext context;
    private final EditorViewModel model;
    private final Choices choices;
    private final ChoiceList choiceList = new ChoiceList();
    private final TableGrid grid;
    private final TableList list;
    private final RowPanel side;
    private final FaultList faultList;
    private final GridActions actions;
    private final Label about = new Label();
    private final Label counts = new Label();
    private final TextField find = new TextField();
    /** By file, the cell that had the focus when another table was chosen. */
    private final Map<String, int[]> left = new HashMap<>();

    private GridFaults faults = GridFaults.NONE;
    private @Nullable EditedTables shown;

    DataEditor(UiContext context, EditorViewModel model) {
        this.context = context;
        this.model = model;
        choices = new Choices(model::tables);
        grid = new TableGrid(this, choiceList, Tables.GOODS, model.tables().text(Tables.GOODS));
        actions = new GridActions(grid, model, context.overlays()::say, this::findNext);
        side = new RowPanel(context.openLink());
        list = new TableList(this::choose);
        faultList = new FaultList(this::goTo);
        side.setPrefWidth(SIDE);
        side.setMinWidth(SIDE);
        faultList.setPrefHeight(FAULTS);
        faultList.setMinHeight(FAULTS);
        // Without any the line of counts says so, and the table has the room.
        faultList.setVisible(false);
        faultList.managedProperty().bind(faultList.visibleProperty());
        StackPane around = new StackPane(grid, choiceList);
        VBox.setVgrow(around, Priority.ALWAYS);
        setCenter(new VBox(tools(), around));
        VBox.setVgrow(list, Priority.ALWAYS);
        setLeft(new VBox(list, forms()));
        setRight(side);
        counts.getStyleClass().addAll("label-small", "fault-counts");
        counts.setId("grid-counts");
        counts.setMaxWidth(Double.MAX_VALUE);
        setBottom(new VBox(counts, faultList));
        grid.getFocusModel().focusedCellProperty().subscribe(unused -> showRow());
        grid.addEventHandler(KeyEvent.KEY_PRESSED, actions::key);
        grid.addEventHandler(KeyEvent.KEY_TYPED, actions::typed);
        list.getSelectionModel().select(Tables.GOODS);
        model.tablesProperty().subscribe(now -> tablesChanged());
        model.checkedProperty().subscribe(checked -> {
            faults = checked == null ? GridFaults.NONE : new GridFaults(checked);
            faultList.show(checked == null ? List.of() : checked.problems());
            faultList.setVisible(!faultList.getItems().isEmpty());
            grid.refresh();
            showRow();
            showList();
        });
        model.checkingProperty().subscribe(unused -> showCounts());
    }

    TableGrid grid() {
        return grid;
    }

    private HBox tools() {
        about.setMinWidth(0);
        about.getStyleClass().add("muted");
        HBox.setHgrow(about, Priority.ALWAYS);
        about.setMaxWidth(Double.MAX_VALUE);
        find.setId("grid-find");
        find.setPromptText(Texts.get("grid.find"));
        find.setAccessibleText(Texts.get("grid.find"));
        find.getStyleClass().add(OverlayHost.OWN_ESCAPE);
        find.setPrefColumnCount(12);
        find.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                findNext(!event.isShiftDown());
                event.consume();
            } else if (event.getCode() == KeyCode.ESCAPE) {
                grid.requestFocus();
                event.consume();
            }
        });
        Button add = button("grid.addRow", "grid-add", "mdal-add", actions::addRow);
        Button remove = button("grid.deleteRows", "grid-delete", "mdal-delete", actions::deleteRows);
        HBox tools = new HBox(8, about, find, add, remove);
        tools.getStyleClass().add("grid-tools");
        return tools;
    }

    private VBox forms() {
        VBox forms = new VBox(
                6,
                button("form.good", "grid-add-good", "mdal-add_box", () -> addGood()),
                button("form.maker", "grid-add-maker", "mdal-add_business", () -> addMaker()));
        forms.getChildren().forEach(node -> ((Button) node).setMaxWidth(Double.MAX_VALUE));
        forms.getStyleClass().add("grid-forms");
        return forms;
    }

    /** The short form for a good. */
    void addGood() {
        new AddGoodForm(context.overlays(), model, choices).open();
    }

    /** The short form for a maker. */
    void addMaker() {
        new AddMakerForm(context.overlays(), model, choices).open();
    }

    private Button button(String key, String id, String icon, Runnable action) {
        Button button = new Button(Texts.get(key), CommandControls.icon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setTooltip(CommandControls.tooltip(Texts.get(key + ".tip")));
        button.setOnAction(event -> action.run());
        button.setDisable(isReadOnly());
        return button;
    }

    @Override
    public Optional<Fault> fault(int row, String column) {
        return faults.at(grid.schema(), grid.text(), row, column);
    }

    @Override
    public Choices choices() {
        return choices;
    }

    @Override
    public boolean isReadOnly() {
        return model.isReadOnly();
    }

    @Override
    public void changed(int row, int column, String value) {
        String step =
                Texts.get("grid.step.cell", grid.nameOf(column), RowPanel.nameOf(grid.schema(), grid.text(), row));
        model.change(
                step,
                grid.schema(),
                text -> actions.withColumns(text, column + 1).set(row, column, value));
    }

    @Override
    public void rewritten(int row, String raw) {
        model.change(
                Texts.get("grid.step.row", Amounts.count(row + 1)),
                grid.schema(),
                text -> raw.isBlank() ? text.remove(List.of(row)) : text.withRaw(row, raw));
    }

    private void choose(TableSchema table) {
        if (table.equals(grid.schema())) {
            return;
        }
        left.put(grid.schema().file(), new int[] {grid.focusedRow(), grid.focusedColumn()});
        grid.show(table, model.tables().text(table));
        int[] before = left.getOrDefault(table.file(), new int[] {0, 0});
        grid.goTo(Math.max(0, before[0]), before[1]);
        showRow();
        showList();
    }

    private void tablesChanged() {
        EditedTables now = model.tables();
        EditedTables before = shown;
        shown = now;
        TableSchema table = grid.schema();
        TableText old = grid.text();
        if (before != null && before.text(table) == now.text(table)) {
            // Undo and redo lead to where something changes.
            now.changed(before).stream()
                    .findFirst()
                    .ifPresent(other -> list.getSelectionModel().select(other));
        } else {
            int row = Math.max(0, grid.focusedRow());
            int column = grid.focusedColumn();
            grid.show(table, now.text(table));
            int changed = firstDifference(old, now.text(table));
            if (before != null && (row >= now.text(table).size() || !isInSight(changed))) {
                grid.goTo(Math.min(changed, now.text(table).size() - 1), column);
            }
        }
        showRow();
        showList();
    }

    private boolean isInSight(int row) {
        return grid.lookupAll(".table-row-cell").stream()
                .anyMatch(node ->
                        node instanceof TableRow<?> shownRow && shownRow.getIndex() == row && shownRow.isVisible());
    }

    private static int firstDifference(TableText one, TableText other) {
        int row = 0;
        while (row < Math.min(one.size(), other.size()) && one.hasSameRow(row, other, row)) {
            row++;
        }
        return row;
    }

    private void showRow() {
        side.show(grid, grid.focusedRow(), grid.focusedColumn(), model.tables());
    }

    private void showList() {
        list.show(model.tables(), model.unsavedTables(), faults.errors());
        TableSchema table = grid.schema();
        about.setText(table.file() + " · " + Texts.get("grid.key", String.join(" × ", table.key())));
        showCounts();
    }

    private void showCounts() {
        EditorViewModel.Checked checked = model.checkedProperty().get();
        String found = checked == null
                ? ""
                : Texts.count("faults.errors", checked.errors()) + ", "
                        + Texts.count("faults.warnings", checked.problems().size() - checked.errors());
        counts.setText(
                model.checkingProperty().get()
                        ? found + (found.isEmpty() ? "" : " · ") + Texts.get("grid.checking")
                        : found);
    }

    /** Shows a cell of a table and gives it the focus. @param line of the file as it is edited; 0 for its first row */
    void goTo(String file, int line, String column) {
        Tables.ofFile(file).ifPresent(table -> {
            list.getSelectionModel().select(table);
            list.scrollTo(table);
            int row = line <= 0 ? 0 : grid.text().rowOfLine(line);
            grid.goTo(Math.max(0, row), grid.names().indexOf(column));
            grid.requestFocus();
        });
    }

    private void goTo(Problem problem) {
        String file = GridFaults.fileName(problem);
        Optional<TableSchema> table = Tables.ofFile(file);
        if (table.isEmpty()) {
            context.overlays().say(Texts.get("grid.noTable", file));
            return;
        }
        list.getSelectionModel().select(table.get());
        int row = faults.rowOf(table.get(), problem);
        grid.goTo(Math.max(0, row), grid.names().indexOf(problem.field()));
        grid.requestFocus();
    }

    void startFind() {
        find.requestFocus();
        find.selectAll();
    }

    private void findNext(boolean forward) {
        actions.findNext(find.getText(), forward);
    }
}
