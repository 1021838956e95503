package io.chokepoint.ui;

import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Command.Group;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.UiContext;
import javafx.geometry.HPos;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** All keys, made from the list of actions. */
final class KeyHelp extends VBox {
    private static final double WIDTH = 1064;
    private static final double HEIGHT = 640;
    private static final double TOP = 52;

    KeyHelp(UiContext context) {
        getStyleClass().addAll("panel", "gallery");
        setId("keys");
        setPrefSize(WIDTH, HEIGHT);
        Label title = new Label(Texts.get("keys.title"));
        title.getStyleClass().add("title");
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        Button close = CommandControls.closeButton(() -> context.overlays().close(this));
        HBox head = new HBox(12, title, close);
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("gallery-head");
        VBox first = new VBox(20, group(Group.FILE), group(Group.EDIT), group(Group.SCENARIO));
        VBox second = new VBox(20, group(Group.VIEW));
        VBox third = new VBox(20, group(Group.TIME), group(Group.DATA), group(Group.HELP));
        HBox groups = new HBox(28, first, second, third);
        groups.getStyleClass().add("gallery-groups");
        VBox more = new VBox(8, strong(Texts.get("keys.graph")));
        for (int i = 1; i <= 5; i++) {
            Label line = new Label(Texts.get("keys.graph." + i));
            line.setWrapText(true);
            more.getChildren().add(line);
        }
        third.getChildren().add(more);
        ScrollPane scroll = new ScrollPane(groups);
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Label note = new Label(Texts.get("keys.note"));
        note.getStyleClass().addAll("label-small", "faults-foot");
        getChildren().setAll(head, scroll, note);
        context.commands().register(Command.KEYS, () -> {
            context.overlays().showModal(this, TOP, () -> {});
            close.requestFocus();
        });
    }

    private static Label strong(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("strong");
        return label;
    }

    private static VBox group(Group group) {
        GridPane grid = new GridPane(8, 4);
        ColumnConstraints text = new ColumnConstraints(222);
        ColumnConstraints keys = new ColumnConstraints(Region.USE_PREF_SIZE, Region.USE_COMPUTED_SIZE, 104);
        keys.setHalignment(HPos.LEFT);
        grid.getColumnConstraints().setAll(text, keys);
        int row = 0;
        for (Command command : Command.values()) {
            if (command.group() == group && command.accelerator().isPresent()) {
                HBox shown = new HBox(4, key(command.keyText()));
                command.secondAccelerator()
                        .ifPresent(second -> shown.getChildren().add(key(Command.keyText(second))));
                Label does = new Label(command.text().replace("…", ""));
                does.setWrapText(true);
                does.setMinHeight(Region.USE_PREF_SIZE);
                grid.addRow(row++, does, shown);
            }
        }
        return new VBox(8, strong(Texts.get("menu." + group.name())), grid);
    }

    private static Label key(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("key");
        label.setMinWidth(Region.USE_PREF_SIZE);
        return label;
    }
}
