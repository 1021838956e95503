package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.testkit.SmallChain;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

/** No toolkit: worker, UI thread and clock are the test's own, and do what they hold when they are told to. */
class BackgroundTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final Deque<Runnable> uiThread = new ArrayDeque<>();
    private final Deque<Runnable> waits = new ArrayDeque<>();
    private final UiTasks tasks =
            new UiTasks(worker::add, uiThread::add, (wait, action) -> waits.add(action), System::nanoTime, error -> {
                throw new AssertionError(error);
            });
    private final StudyState state = new StudyState(tasks, Engine::of);

    private void open(boolean isOn) {
        new Background(state, tasks, isOn);
        state.openData(SmallRun.data());
        state.openScenario(SmallRun.scenario());
    }

    private static void drain(Deque<Runnable> queue) {
        while (!queue.isEmpty()) {
            queue.remove().run();
        }
    }

    /** All that can be done without waiting. */
    private void work() {
        while (!worker.isEmpty() || !uiThread.isEmpty()) {
            drain(worker);
            drain(uiThread);
        }
    }

    private void shorten(int weeks) {
        state.edit("Shorten", scenario -> scenario.withHorizonWeeks(weeks));
    }

    @Test
    void theRangeFollowsTheCentralRunOnceTheChangeHasSettled() {
        open(true);
        drain(waits);
        assertThat(state.many().runningProperty().get())
                .as("not before the central run")
                .isFalse();
        work();
        assertThat(state.result()).isPresent();
        assertThat(state.many().runningProperty().get()).as("not at once").isFalse();

        drain(waits);
        assertThat(state.many().runningProperty().get()).isTrue();
        work();

        assertThat(state.many().result().orElseThrow().runs()).isEqualTo(ManyRuns.BY_ITSELF);
        assertThat(state.many().medianProperty().get()).as("the middle leads").isTrue();
        assertThat(state.reliance().found().orElseThrow().switching()).isPresent();
        assertThat(state.reliance().runningProperty().get()).isFalse();
    }

    @Test
    void onlyTheLastOfManyQuickChangesIsWaitedFor() {
        open(true);
        work();
        waits.clear();
        shorten(60);
        work();
        Runnable early = waits.getLast();
        shorten(61);
        work();

        early.run();
        assertThat(state.many().runningProperty().get()).isFalse();
        waits.getLast().run();
        assertThat(state.many().runningProperty().get()).isTrue();
    }

    /** The change comes when the runs are done, but have not yet been handed to the window. */
    @Test
    void runsThatEndAfterAChangeAreNeverShown() {
        open(true);
        work();
        drain(waits);
        drain(worker);
        assertThat(uiThread).isNotEmpty();

        shorten(60);
        drain(uiThread);

        assertThat(state.many().resultProperty().get()).isNull();
        assertThat(state.many().runningProperty().get()).isFalse();
        work();
        drain(waits);
        work();
        assertThat(state.many().result().orElseThrow().weeks()).isEqualTo(60);
    }

    @Test
    void aChangeStopsTheRunsThemselves() {
        open(true);
        work();
        drain(waits);
        Runnable underWay = worker.remove();
        shorten(60);
        worker.clear();

        underWay.run();
        drain(uiThread);

        assertThat(state.many().resultProperty().get()).isNull();
        assertThat(worker).as("nothing follows from it").isEmpty();
    }

    @Test
    void whatIsFoundOfOlderWorkIsNeverShown() {
        open(true);
        work();
        drain(waits);
        drain(worker);
        drain(uiThread);
        drain(worker);
        assertThat(state.many().result()).isPresent();

        shorten(60);
        drain(uiThread);

        assertThat(state.reliance().foundProperty().get()).isNull();
        assertThat(state.reliance().found()).isEmpty();
        assertThat(state.many().result()).isEmpty();
    }

    @Test
    void nothingRunsByItselfWhereItIsSwitchedOffOrNothingIsRestricted() {
        open(false);
        work();
        drain(waits);
        assertThat(worker).isEmpty();
        assertThat(state.many().runningProperty().get()).isFalse();

        new Background(state, tasks, true);
        state.edit("Remove", scenario -> scenario.withRestrictions(List.of()));
        work();
        drain(waits);
        assertThat(state.many().runningProperty().get()).as("a chain at rest").isFalse();
        state.undo();
        work();
        drain(waits);
        assertThat(state.many().runningProperty().get()).isTrue();
    }

    @Test
    void nobodyWhoDragsIsRunAfter() {
        open(true);
        work();
        waits.clear();
        state.preview(scenario -> scenario.withHorizonWeeks(SmallChain.WEEKS - 20));
        work();
        drain(waits);
        assertThat(state.many().runningProperty().get()).isFalse();

        state.commit("Shorten");
        drain(waits);
        assertThat(state.many().runningProperty().get()).isTrue();
    }
}
