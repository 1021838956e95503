package io.chokepoint.ui.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.StarterDataset;
import io.chokepoint.data.StarterDataset.Start;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** Makes a dataset to begin with, from a small template or without rows, in a folder that the user chooses; it is opened at once. */
public final class NewDatasetPanel extends VBox {
    private static final double WIDTH = 520;
    private static final double TOP = 120;

    private final UiContext context;
    private final DatasetOpener opener;
    private final DatasetEditing editing;
    private final TextField title = new TextField();
    private final RadioButton template = new RadioButton(Texts.get("newData.template"));
    private final RadioButton empty = new RadioButton(Texts.get("newData.empty"));
    private final Label where = new Label();
    private final Button create = new Button(Texts.get("newData.create"));

    public NewDatasetPanel(UiContext context, DatasetOpener opener, DatasetEditing editing) {
        this.context = context;
        this.opener = opener;
        this.editing = editing;
        getStyleClass().addAll("panel", "faults", "short-form");
        setId("new-data");
        setPrefWidth(WIDTH);
        title.setId("new-data-title");
        title.setPromptText(Texts.get("newData.title.prompt"));
        title.setAccessibleText(Texts.get("newData.title"));
        ToggleGroup group = new ToggleGroup();
        template.setToggleGroup(group);
        empty.setToggleGroup(group);
        template.setId("new-data-template");
        empty.setId("new-data-empty");
        template.setSelected(true);
        where.getStyleClass().add("muted");
        where.setWrapText(true);
        where.setMinHeight(USE_PREF_SIZE);
        create.setId("new-data-create");
        create.getStyleClass().add("accent");
        create.setDefaultButton(true);
        create.setOnAction(event -> choose());
        title.textProperty().subscribe(this::named);
        VBox body = new VBox(
                8,
                new Label(Texts.get("newData.title")),
                title,
                template,
                note("newData.template.note"),
                empty,
                note("newData.empty.note"),
                where);
        body.getStyleClass().add("faults-foot");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(10, gap, create);
        foot.getStyleClass().add("faults-foot");
        getChildren().setAll(head(), body, foot);
        context.commands().register(Command.NEW_DATASET, this::open);
    }

    private HBox head() {
        return CommandControls.panelHead(
                new Label(Command.NEW_DATASET.text().replace("…", "")),
                () -> context.overlays().close(this));
    }

    private static Label note(String key) {
        Label note = new Label(Texts.get(key));
        note.getStyleClass().addAll("muted", "under-choice");
        note.setWrapText(true);
        note.setMinHeight(USE_PREF_SIZE);
        return note;
    }

    private void named(String words) {
        String name = StarterDataset.name(words);
        create.setDisable(name.isEmpty());
        where.setText(name.isEmpty() ? Texts.get("newData.noName") : Texts.get("newData.where", name));
    }

    private void open() {
        title.setText(Texts.get("newData.title.first"));
        context.overlays().showModal(this, TOP, () -> {});
        title.requestFocus();
        title.selectAll();
    }

    private void choose() {
        context.dialogs()
                .chooseFolder(Texts.get("newData.choose"), Optional.of(Path.of(System.getProperty("user.home", "."))))
                .ifPresent(this::createIn);
    }

    /** Makes the dataset in a new folder of a place, and opens it. */
    void createIn(Path place) {
        Start start = empty.isSelected() ? Start.EMPTY : Start.TEMPLATE;
        String words = title.getText();
        context.tasks()
                .submit(
                        "new-data",
                        Texts.get("newData.making"),
                        WhenBusy.CANCEL,
                        monitor -> StarterDataset.write(place, words, start),
                        folder -> {
                            context.overlays().close(this);
                            context.overlays().say(Texts.get("newData.made", folder));
                            opener.open(folder, Optional.empty());
                            if (start == Start.EMPTY) {
                                editing.open(folder, Optional.empty());
                            }
                        },
                        error -> {
                            if (error instanceof IOException || error instanceof ChokepointException) {
                                context.overlays().say(Texts.get("grid.failed", String.valueOf(error.getMessage())));
                            } else {
                                context.tasks().report(error);
                            }
                        });
    }
}
