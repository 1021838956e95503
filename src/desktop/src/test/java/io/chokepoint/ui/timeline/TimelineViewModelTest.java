package io.chokepoint.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.chokepoint.testkit.HandMadeRun;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.timeline.TimelineEvents.Event;
import io.chokepoint.ui.timeline.TimelineViewModel.Curve;
import org.junit.jupiter.api.Test;

class TimelineViewModelTest {
    private static final long SECOND = 1_000_000_000L;

    private final StudyState state = PanelStage.state(HandMadeRun.cascade());
    private final TimelineViewModel model = new TimelineViewModel(state);

    @Test
    void marksAreTheStartTheFirstChipTheLowestAndWhatBindsLater() {
        assertThat(model.contentProperty().get().events().events())
                .extracting(Event::week, Event::label)
                .containsExactly(
                        tuple(4, "Licence starts"), tuple(67, "First chip short"), tuple(97, "Lowest, HBM3E binds"));
    }

    @Test
    void anEndWithinTheRunIsMarkedAndAnOpenEndIsNot() {
        StudyState ending = PanelStage.state(HandMadeRun.quiet(HandMadeRun.scenario(HandMadeRun.ban(4, 12))));

        TimelineEvents events =
                new TimelineViewModel(ending).contentProperty().get().events();

        assertThat(events.events()).extracting(Event::label).containsExactly("Ban starts", "Ban ends");
        assertThat(events.bars().getFirst().end()).isEqualTo(12);
        assertThat(model.contentProperty().get().events().bars().getFirst().endsWithinRun())
                .isFalse();
    }

    @Test
    void withoutASelectionTheCurveIsTheHeadlineGoods() {
        assertThat(model.contentProperty().get().curves())
                .extracting(Curve::name)
                .containsExactly("Nvidia B200 / B300");
    }

    @Test
    void theSelectedGoodComesFirstAndPinnedOnesFollow() {
        state.looking().togglePinned(HandMadeRun.FEED);
        state.looking().togglePinned(HandMadeRun.PARTS);
        state.looking().select(HandMadeRun.PARTS);

        assertThat(model.contentProperty().get().curves())
                .extracting(Curve::name, Curve::isMain)
                .containsExactly(tuple("Etch chamber parts", true), tuple("Yttria coating feed", false));
    }

    @Test
    void aMarketShowsTheServedPartOfItsDemand() {
        state.looking().select(Selection.of(HandMadeRun.CLOUDS));

        Curve curve = model.contentProperty().get().curves().getFirst();

        assertThat(curve.name()).isEqualTo("US clouds, demand met");
        assertThat(curve.values()[70]).isEqualTo(0.9);
    }

    @Test
    void playingGoesOnByItsSpeed() {
        state.looking().setWeek(10);
        model.speedProperty().set(4);

        model.togglePlay();
        model.tick(SECOND / 2);
        assertThat(state.looking().weekProperty().get()).isEqualTo(12);
        model.tick(SECOND / 8);
        assertThat(state.looking().weekProperty().get()).isEqualTo(12);
        model.tick(SECOND / 8);
        assertThat(state.looking().weekProperty().get()).isEqualTo(13);
    }

    @Test
    void playingPausesAtEventsIfAsked() {
        state.looking().setWeek(60);
        model.speedProperty().set(26);
        model.pauseAtEventsProperty().set(true);

        model.togglePlay();
        model.tick(SECOND);

        assertThat(state.looking().weekProperty().get()).isEqualTo(67);
        assertThat(model.playingProperty().get()).isFalse();
    }

    @Test
    void playingStopsAtTheLastWeekAndStartsAgainFromTheFirst() {
        state.looking().setWeek(118);
        model.togglePlay();
        model.tick(SECOND);
        assertThat(state.looking().weekProperty().get()).isEqualTo(119);
        assertThat(model.playingProperty().get()).isFalse();

        model.togglePlay();

        assertThat(state.looking().weekProperty().get()).isZero();
        assertThat(model.playingProperty().get()).isTrue();
    }

    @Test
    void eventsAreReachedOneByOneInBothDirections() {
        state.looking().setWeek(0);
        model.nextEvent();
        assertThat(state.looking().weekProperty().get()).isEqualTo(4);
        model.nextEvent();
        model.nextEvent();
        assertThat(state.looking().weekProperty().get()).isEqualTo(97);
        model.nextEvent();
        assertThat(state.looking().weekProperty().get()).isEqualTo(97);
        model.previousEvent();
        assertThat(state.looking().weekProperty().get()).isEqualTo(67);
    }

    @Test
    void steppingAndScrubbingPauseAndStayWithinTheRun() {
        state.looking().setWeek(50);
        model.togglePlay();
        model.step(4);
        assertThat(model.playingProperty().get()).isFalse();
        assertThat(state.looking().weekProperty().get()).isEqualTo(54);
        model.step(-100);
        assertThat(state.looking().weekProperty().get()).isZero();
        model.lastWeek();
        assertThat(state.looking().weekProperty().get()).isEqualTo(119);
    }

    @Test
    void spokenTextNamesWeekDateOutputAndEvent() {
        state.looking().setWeek(97);

        assertThat(model.spoken())
                .isEqualTo("Week 97 of 119, 11 Oct 2027. Nvidia B200 / B300: 81\u202F%. Lowest, HBM3E binds");
    }
}
