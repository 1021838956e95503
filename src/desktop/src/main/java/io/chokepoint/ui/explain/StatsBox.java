package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;

/** The three figures of a good: now, lowest, lost. */
final class StatsBox extends HBox {

    private static final double LEAST = 0.01;

    /**
     * @param now output in the chosen week
     * @param week the chosen week
     * @param lowest output
     * @param when it is lowest
     * @param weeks of output lost
     * @param lost what is lost
     */
    StatsBox(
            ObservableValue<String> now,
            ObservableValue<String> week,
            String lowest,
            String when,
            double weeks,
            String lost) {
        getStyleClass().add("stats-box");
        Label value = new Label();
        value.textProperty().bind(now);
        Label under = new Label();
        under.textProperty().bind(week);
        getChildren()
                .addAll(
                        cell(value, under),
                        cell(new Label(lowest), new Label(when)),
                        cell(new Label(Texts.get("stats.weeks", brief(weeks))), new Label(lost)));
    }

    /** Next to nothing is said to be that, and not with all its zeros. */
    private static String brief(double weeks) {
        return weeks > 0 && weeks < LEAST ? "<" + Amounts.number(LEAST) : Amounts.number(weeks);
    }

    private static VBox cell(Label value, Label under) {
        value.getStyleClass().add("answer");
        under.getStyleClass().add("note");
        // "lowest, middle" has no room in one line of a narrow inspector.
        under.setWrapText(true);
        under.setMinHeight(Region.USE_PREF_SIZE);
        VBox cell = new VBox(value, under);
        cell.getStyleClass().add("stats-cell");
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setMinWidth(0);
        return cell;
    }
}
