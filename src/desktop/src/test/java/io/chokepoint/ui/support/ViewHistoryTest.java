package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.PanelStage;
import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No toolkit: the test says when the UI thread comes to what was put off. */
class ViewHistoryTest {
    private final StudyState state = PanelStage.state(SmallRun.result());
    private final Deque<Runnable> putOff = new ArrayDeque<>();
    private final ViewHistory looks = new ViewHistory(state, putOff::add);
    private Object zoom = 1.0;

    private void turnEnds() {
        while (!putOff.isEmpty()) {
            putOff.remove().run();
        }
    }

    @BeforeEach
    void atTheStart() {
        looks.setGraph(new ViewHistory.Part() {
            @Override
            public Object look() {
                return zoom;
            }

            @Override
            public void show(Object look) {
                zoom = look;
            }
        });
        turnEnds();
        looks.reset();
    }

    @Test
    void nothingToGoBackToAtTheStart() {
        assertThat(looks.canGoBackProperty().get()).isFalse();
        looks.goBack();
        assertThat(state.viewProperty().get()).isEqualTo(ViewKind.GRAPH);
    }

    @Test
    void viewSelectionWeekAndZoomComeBackInTurnAndAgain() {
        state.viewProperty().set(ViewKind.TABLE);
        turnEnds();
        state.select(state.answer().orElseThrow().hit().getFirst());
        turnEnds();
        state.setWeek(20);
        turnEnds();
        zoom = 2.0;
        looks.changed();
        turnEnds();

        looks.goBack();
        assertThat(zoom).isEqualTo(1.0);
        assertThat(state.weekProperty().get()).isEqualTo(20);
        looks.goBack();
        assertThat(state.weekProperty().get()).isNotEqualTo(20);
        looks.goBack();
        assertThat(state.selectionProperty().get().isEmpty()).isTrue();
        looks.goBack();
        assertThat(state.viewProperty().get()).isEqualTo(ViewKind.GRAPH);
        assertThat(looks.canGoBackProperty().get()).isFalse();

        for (int i = 0; i < 4; i++) {
            looks.goForward();
        }
        assertThat(zoom).isEqualTo(2.0);
        assertThat(state.viewProperty().get()).isEqualTo(ViewKind.TABLE);
        assertThat(state.weekProperty().get()).isEqualTo(20);
        assertThat(looks.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void whatChangesInOneTurnIsOneStep() {
        int before = state.weekProperty().get();
        state.setWeek(before + 5);
        state.select(state.answer().orElseThrow().hit().getFirst());
        turnEnds();

        looks.goBack();

        assertThat(state.weekProperty().get()).isEqualTo(before);
        assertThat(state.selectionProperty().get().isEmpty()).isTrue();
    }

    @Test
    void scrubbingIsOneStepHoweverLong() {
        int before = state.weekProperty().get();
        for (int week = 1; week <= 30; week++) {
            state.setWeek(week);
            turnEnds();
        }

        looks.goBack();

        assertThat(state.weekProperty().get()).isEqualTo(before);
        assertThat(looks.canGoBackProperty().get()).isFalse();
    }

    @Test
    void somethingNewForgetsWhatLayAhead() {
        state.viewProperty().set(ViewKind.TABLE);
        turnEnds();
        looks.goBack();
        state.viewProperty().set(ViewKind.MAP);
        turnEnds();

        assertThat(looks.canGoForwardProperty().get()).isFalse();
        looks.goBack();
        assertThat(state.viewProperty().get()).isEqualTo(ViewKind.GRAPH);
    }

    @Test
    void goingBackIsNoUndoStepAndUndoIsNoStepBack() {
        state.viewProperty().set(ViewKind.TABLE);
        turnEnds();
        looks.goBack();
        assertThat(state.undoNameProperty().get()).isEmpty();

        state.edit("Longer", scenario -> scenario.withHorizonWeeks(scenario.horizonWeeks() + 1));
        turnEnds();
        assertThat(looks.canGoBackProperty().get()).isFalse();
    }
}
