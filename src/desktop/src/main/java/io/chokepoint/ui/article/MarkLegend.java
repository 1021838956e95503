package io.chokepoint.ui.article;

import io.chokepoint.text.Texts;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.scene.shape.Line;

/** Which line under a word means what. */
final class MarkLegend extends FlowPane {
    private static final double SAMPLE = 24;
    private static final double APART = 3;
    /** All of them have room in one line where the window is 1280 wide. */
    private static final double GAP = 10;

    MarkLegend() {
        super(GAP, 4);
        setId("article-legend");
        setAccessibleText(Texts.get("article.legend"));
        for (MarkKind kind : MarkKind.values()) {
            VBox sample = new VBox(APART, line(kind));
            if (kind.isDouble()) {
                sample.getChildren().add(line(kind));
            }
            sample.setAlignment(Pos.CENTER);
            Label label = new Label(kind.text(), new Pane(sample));
            label.setGraphic(sample);
            label.getStyleClass().add("label-small");
            label.setMinWidth(USE_PREF_SIZE);
            getChildren().add(label);
        }
    }

    private static Line line(MarkKind kind) {
        Line line = new Line(0, 0, SAMPLE, 0);
        line.getStyleClass().addAll("mark", kind.styleClass());
        return line;
    }
}
