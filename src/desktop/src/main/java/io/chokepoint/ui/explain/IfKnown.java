package io.chokepoint.ui.explain;

import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.study.NarrowingAnswer;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.Drivers.Answer;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * By how much the band of each answer would shrink if a kind of figure, or one figure, were known, as bars from nothing to all of it. What
 * chance could have made is not shown.
 */
final class IfKnown {
    private static final double BAR = 10;

    private final Parts parts;
    private final Drivers drivers;

    IfKnown(Parts parts, Drivers drivers) {
        this.parts = parts;
        this.drivers = drivers;
    }

    VBox box() {
        VBox box = new VBox(6);
        box.setId("if-known");
        box.setMinWidth(0);
        box.getStyleClass().add("tornado");
        box.getChildren()
                .addAll(
                        Parts.label(Texts.get("narrow.known"), "strong", "group-title"),
                        parts.tableHead(Texts.get("narrow.hint", drivers.runs()), this::table));
        drivers.known().forEach(answer -> box.getChildren().add(answer(answer)));
        return box;
    }

    private VBox answer(Answer answer) {
        VBox box = new VBox(4);
        box.setMinWidth(0);
        box.getStyleClass().add("known-answer");
        String now =
                Texts.get("narrow.answerNow", answer.of().what(), answer.of().band());
        box.getChildren().add(Parts.label(Wording.capitalised(now), "strong"));
        if (answer.bars().isEmpty()) {
            box.getChildren().add(Parts.label(Texts.get("narrow.nothingShort", drivers.runs()), "note"));
        }
        answer.bars().forEach(bar -> box.getChildren().add(row(bar)));
        return box;
    }

    private static VBox row(Drivers.Bar bar) {
        String name = Wording.capitalised(
                bar.figures() == 0 ? bar.name() : Texts.get("narrow.kind", bar.name(), bar.figures()));
        VBox row = new VBox(2);
        row.setMinWidth(0);
        row.getStyleClass().add("list-row");
        row.getChildren()
                .addAll(
                        Parts.label(name, "body"),
                        new Track(bar.gain()),
                        Parts.label(NarrowingAnswer.part(bar.gain()), "note"));
        row.setAccessibleText(name + ": " + NarrowingAnswer.part(bar.gain()));
        return row;
    }

    private TableCopy table() {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (Answer answer : drivers.known()) {
            for (Drivers.Bar bar : answer.bars()) {
                rows.add(new @Nullable Object[] {
                    answer.of().id(),
                    bar.name(),
                    bar.figures() == 0 ? 1 : bar.figures(),
                    bar.gain().part(),
                    bar.gain().error()
                });
            }
        }
        return new TableCopy("if-known", List.of("answer", "what", "figures", "narrows", "narrows_error"), rows);
    }

    /** One bar; laid out by hand, since its parts stand at parts of the width. */
    private static final class Track extends Pane {
        private final Gain gain;
        private final Region bar = part("tornado-bar");
        private final Region range = part("tornado-range");

        Track(Gain gain) {
            this.gain = gain;
            getStyleClass().add("tornado-track");
            setMinWidth(0);
            setMinHeight(BAR + 4);
            setPrefHeight(BAR + 4);
            getChildren().setAll(bar, range);
        }

        private static Region part(String style) {
            Region region = new Region();
            region.getStyleClass().add(style);
            return region;
        }

        @Override
        protected void layoutChildren() {
            double low = gain.low() * getWidth();
            double high = gain.high() * getWidth();
            bar.resizeRelocate(0, 2, Math.clamp(gain.part(), 0, 1) * getWidth(), BAR);
            range.resizeRelocate(low, 2 + BAR / 2 - 0.5, Math.max(1, high - low), 1);
        }

        /** As wide as there is room; what it holds does not count. */
        @Override
        protected double computePrefWidth(double height) {
            return 0;
        }
    }
}
