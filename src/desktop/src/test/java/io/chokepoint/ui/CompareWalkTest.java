package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.layout.Metrics;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.graph.GraphView;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two scenarios beside each other: each half speaks of its own run, and work that is asked for is seen, stopped and kept. */
class CompareWalkTest {
    private Walk walk;
    private StudyState state;
    private StudyState other;

    @BeforeEach
    void compareWithNothingRestricted() throws Exception {
        walk = Walk.open(1440, 900);
        state = walk.state();
        walk.scenario("ree-licence-14nm-enforced");
        Scenario nothing = state.scenario().orElseThrow().withRestrictions(List.of());
        Toolkit.doOnUiThread(() -> walk.looks().window().view().comparison().start(nothing));
        other = walk.looks().window().view().comparison().contextB().state();
        walk.waitFor(
                "a run of B",
                () -> other.result().isPresent() && !other.staleProperty().get());
        Toolkit.settle();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    @Test
    void headsCountTheGoodsOfTheirOwnRun() {
        SimulationResult a = state.result().orElseThrow();
        SimulationResult b = other.result().orElseThrow();
        Good chip = state.answer().orElseThrow().headline().orElseThrow();
        long inA = a.hitGoods().stream()
                .filter(good -> good.stage().equals(chip.stage()))
                .count();
        long all = a.dataset().goods().stream()
                .filter(good -> good.stage().equals(chip.stage()))
                .count();
        assertThat(b.hitGoods()).isEmpty();
        // The graphs are laid out off the UI thread.
        walk.waitFor(
                "both graphs",
                () -> ((Pictured) walk.looks().window().view().exported())
                        .picture()
                        .isPresent());
        Picture both = Toolkit.onUiThread(() ->
                ((Pictured) walk.looks().window().view().exported()).picture().orElseThrow());

        assertThat(both.texts())
                .as("A's chips, then B's")
                .containsSubsequence(inA + " of " + all + " hit", "0 of " + all + " hit");
        assertThat(both.texts().stream().filter((inA + " of " + all + " hit")::equals))
                .hasSize(1);
    }

    @Test
    void manyRunsShowHowFarTheyAreAndCanBeStopped() {
        walk.click("#compare-run-many");
        walk.waitFor(
                "progress",
                () -> walk.find("#sampling") instanceof Label label
                        && label.getText().matches("Runs: [1-9][0-9,]* of 2,000"));
        assertThat((boolean) walk.<Boolean>read("#sampling-stop", Node::isVisible))
                .isTrue();
        Toolkit.doOnUiThread(() -> ((ButtonBase) walk.find("#sampling-stop")).fire());
        Toolkit.settle();

        assertThat(state.many().runningProperty().get()
                        || other.many().runningProperty().get())
                .isFalse();
        assertThat(state.many().result()).isEmpty();
        assertThat((boolean) walk.<Boolean>read("#compare-run-many", Node::isVisible))
                .isTrue();
    }

    @Test
    void manyRunsGoOnWhileTheViewChanges() {
        walk.click("#compare-run-many");
        for (ViewKind view : ViewKind.values()) {
            walk.run(view.command());
            assertThat(state.many().runningProperty().get()
                            || state.many().result().isPresent())
                    .as("A in " + view)
                    .isTrue();
            assertThat(other.many().runningProperty().get()
                            || other.many().result().isPresent())
                    .as("B in " + view)
                    .isTrue();
        }
        walk.run(Command.VIEW_GRAPH);
        Toolkit.doOnUiThread(() -> {
            state.many().stop();
            other.many().stop();
        });
    }

    @Test
    void escapeDoesNotEndTheComparison() {
        walk.key(KeyCode.ESCAPE);
        assertThat(walk.isShown("#compare-end")).isTrue();
    }

    @Test
    void eachHalfShowsTheHeadsOfItsOwnRun() {
        List<GraphView> graphs =
                Toolkit.onUiThread(() -> walk.looks().window().scene().getRoot().lookupAll("#graph").stream()
                        .map(GraphView.class::cast)
                        .toList());

        assertThat(graphs).hasSize(2);
        double headFoot = Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT;
        for (GraphView graph : graphs) {
            double cut = Toolkit.onUiThread(() -> -graph.lookup("#graph-canvas").getLayoutY());
            assertThat(cut).as("px cut off at the top").isLessThan(headFoot - 30);
        }
    }

    @Test
    void theTimelineTellsBothRunsApart() {
        SimulationResult b = other.result().orElseThrow();

        assertThat(state.againstProperty().get()).isSameAs(b);
        String spoken = walk.read("#timeline-track", Node::getAccessibleText);
        String selected =
                state.looking().selectionProperty().get().good().orElseThrow().shortName();
        assertThat(spoken).contains("A: " + selected + ": ").contains("B: " + selected + ": ");
        walk.click("#compare-end");
        assertThat(state.againstProperty().get()).isNull();
    }

    @Test
    void noPathIsLitWhereTheSelectedGoodLosesNothing() {
        Good spared = state.result().orElseThrow().dataset().goods().stream()
                .filter(good -> !state.result().orElseThrow().outcome(good).isHit())
                .findFirst()
                .orElseThrow();
        Toolkit.doOnUiThread(() -> {
            state.looking().select(spared);
            state.looking().whyProperty().set(true);
        });
        Toolkit.settle();
        String words = spared.shortName() + " does not fall short here: no path";
        assertThat(walk.text("#compare-no-path-a")).isEqualTo(words);
        assertThat(walk.text("#compare-no-path-b")).isEqualTo(words);

        Toolkit.doOnUiThread(() ->
                state.looking().select(state.answer().orElseThrow().headline().orElseThrow()));
        Toolkit.settle();
        assertThat(walk.text("#compare-no-path-a")).isEmpty();
        assertThat(walk.text("#compare-no-path-b")).endsWith("here: no path");
    }
}
