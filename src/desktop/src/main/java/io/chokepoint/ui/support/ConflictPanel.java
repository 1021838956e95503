package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import java.nio.file.Path;
import java.util.List;
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

/** Asks what to do with a file that another program or window has changed: both versions side by side, and nothing is written yet. */
public final class ConflictPanel extends VBox {
    private static final double WIDTH = 860;
    private static final double HEIGHT = 480;
    private static final double TOP = 96;
    /** More would not be read before deciding. */
    private static final int MOST_ROWS = 200;

    private final OverlayHost overlays;

    /**
     * What can be done. Each is called after the panel is closed; closing it in any other way does nothing.
     *
     * @param keepMine writes over the file
     * @param keepTheirs reads the file and lets go of what is in the window
     * @param saveElsewhere asks for another file
     */
    public record Choices(Runnable keepMine, Runnable keepTheirs, Runnable saveElsewhere) {}

    private ConflictPanel(OverlayHost overlays, Path file, List<LineDifference.Row> rows, Choices choices) {
        this.overlays = overlays;
        getStyleClass().addAll("panel", "conflict");
        setId("conflict");
        setPrefSize(WIDTH, HEIGHT);
        ScrollPane scroll = new ScrollPane(grid(rows));
        scroll.setFitToWidth(true);
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().setAll(head(file), scroll, foot(choices));
    }

    /** @param rows what differs: left what the file holds now, right what would be written */
    public static void show(OverlayHost overlays, Path file, List<LineDifference.Row> rows, Choices choices) {
        ConflictPanel panel = new ConflictPanel(overlays, file, rows, choices);
        overlays.showModal(panel, TOP, () -> {});
        panel.lookup("#conflict-elsewhere").requestFocus();
    }

    private HBox head(Path file) {
        Label title = new Label(Texts.get("conflict.title", file.getFileName()));
        title.getStyleClass().add("strong");
        title.setWrapText(true);
        title.setTooltip(CommandControls.tooltip(file.toString()));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(
                10,
                CommandControls.icon("mdmz-report_problem"),
                title,
                CommandControls.closeButton(() -> overlays.close(this)));
        head.setAlignment(Pos.CENTER_LEFT);
        head.getStyleClass().add("faults-head");
        return head;
    }

    private static GridPane grid(List<LineDifference.Row> rows) {
        GridPane grid = new GridPane(12, 2);
        grid.getStyleClass().add("conflict-lines");
        for (int i = 0; i < 2; i++) {
            ColumnConstraints half = new ColumnConstraints();
            half.setPercentWidth(50);
            grid.getColumnConstraints().add(half);
        }
        grid.addRow(0, line(Texts.get("conflict.theirs"), "strong"), line(Texts.get("conflict.mine"), "strong"));
        int at = 1;
        for (LineDifference.Row row : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
            grid.addRow(
                    at++,
                    line(row.left().strip(), "conflict-line"),
                    line(row.right().strip(), "conflict-line"));
        }
        if (rows.size() > MOST_ROWS) {
            grid.add(line(Texts.get("conflict.more", Amounts.count(rows.size() - MOST_ROWS)), "muted"), 0, at, 2, 1);
        }
        return grid;
    }

    private static Label line(String text, String style) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.setMaxWidth(Double.MAX_VALUE);
        label.getStyleClass().add(style);
        return label;
    }

    private HBox foot(Choices choices) {
        Button mine = button("conflict.keepMine", "conflict-mine", choices.keepMine());
        Button theirs = button("conflict.keepTheirs", "conflict-theirs", choices.keepTheirs());
        Button elsewhere = button("conflict.saveElsewhere", "conflict-elsewhere", choices.saveElsewhere());
        elsewhere.getStyleClass().add("accent");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(8, theirs, mine, gap, elsewhere);
        foot.getStyleClass().add("faults-foot");
        return foot;
    }

    private Button button(String key, String id, Runnable action) {
        Button button = new Button(Texts.get(key));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> {
            overlays.close(this);
            action.run();
        });
        return button;
    }
}
