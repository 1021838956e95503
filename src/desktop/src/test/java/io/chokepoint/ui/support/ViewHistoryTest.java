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
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
    }

    @Test
    void viewSelectionWeekAndZoomComeBackInTurnAndAgain() {
        state.looking().viewProperty().set(ViewKind.TABLE);
        turnEnds();
        state.looking().select(state.answer().orElseThrow().hit().getFirst());
        turnEnds();
        state.looking().setWeek(20);
        turnEnds();
        zoom = 2.0;
        looks.changed();
        turnEnds();

        looks.goBack();
        assertThat(zoom).isEqualTo(1.0);
        assertThat(state.looking().weekProperty().get()).isEqualTo(20);
        looks.goBack();
        assertThat(state.looking().weekProperty().get()).isNotEqualTo(20);
        looks.goBack();
        assertThat(state.looking().selectionProperty().get().isEmpty()).isTrue();
        looks.goBack();
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
        assertThat(looks.canGoBackProperty().get()).isFalse();

        for (int i = 0; i < 4; i++) {
            looks.goForward();
        }
        assertThat(zoom).isEqualTo(2.0);
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.TABLE);
        assertThat(state.looking().weekProperty().get()).isEqualTo(20);
        assertThat(looks.canGoForwardProperty().get()).isFalse();
    }

    @Test
    void whatChangesInOneTurnIsOneStep() {
        int before = state.looking().weekProperty().get();
        state.looking().setWeek(before + 5);
        state.looking().select(state.answer().orElseThrow().hit().getFirst());
        turnEnds();

        looks.goBack();

        assertThat(state.looking().weekProperty().get()).isEqualTo(before);
        assertThat(state.looking().selectionProperty().get().isEmpty()).isTrue();
    }

    @Test
    void scrubbingIsOneStepHoweverLong() {
        int before = state.looking().weekProperty().get();
        for (int week = 1; week <= 30; week++) {
            state.looking().setWeek(week);
            turnEnds();
        }

        looks.goBack();

        assertThat(state.looking().weekProperty().get()).isEqualTo(before);
        assertThat(looks.canGoBackProperty().get()).isFalse();
    }

    @Test
    void somethingNewForgetsWhatLayAhead() {
        state.looking().viewProperty().set(ViewKind.TABLE);
        turnEnds();
        looks.goBack();
        state.looking().viewProperty().set(ViewKind.MAP);
        turnEnds();

        assertThat(looks.canGoForwardProperty().get()).isFalse();
        looks.goBack();
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
    }

    @Test
    void goingBackIsNoUndoStepAndUndoIsNoStepBack() {
        state.looking().viewProperty().set(ViewKind.TABLE);
        turnEnds();
        looks.goBack();
        assertThat(state.undoNameProperty().get()).isEmpty();

        state.edit("Longer", scenario -> scenario.withHorizonWeeks(scenario.horizonWeeks() + 1));
        turnEnds();
        assertThat(looks.canGoBackProperty().get()).isFalse();
    }
}
