package io.chokepoint.ui.explain;

import io.chokepoint.result.Outcome;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.Wording;
import javafx.beans.value.ObservableValue;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The three figures of a good: now, lowest, lost. */
final class StatsBox extends HBox {

    StatsBox(ObservableValue<String> now, ObservableValue<String> week, Outcome outcome, String lost) {
        getStyleClass().add("stats-box");
        Label value = new Label();
        value.textProperty().bind(now);
        Label under = new Label();
        under.textProperty().bind(week);
        getChildren()
                .addAll(
                        cell(value, under),
                        cell(
                                new Label(Wording.output(outcome.trough())),
                                new Label(Texts.get("stats.lowest", outcome.troughWeek()))),
                        cell(
                                new Label(Texts.get("stats.weeks", Wording.number(outcome.lostOutputWeeks()))),
                                new Label(lost)));
    }

    private static VBox cell(Label value, Label under) {
        value.getStyleClass().add("answer");
        under.getStyleClass().add("note");
        VBox cell = new VBox(value, under);
        cell.getStyleClass().add("stats-cell");
        HBox.setHgrow(cell, Priority.ALWAYS);
        cell.setMinWidth(0);
        return cell;
    }
}
