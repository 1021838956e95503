package io.chokepoint.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Headline;
import io.chokepoint.study.Touch;
import io.chokepoint.ui.scenario.GalleryRuns.Outcome;
import io.chokepoint.ui.scenario.GalleryRuns.StageLoss;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No toolkit: the test is the worker. */
class GalleryRunsTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<String> ran = new ArrayList<>();
    private final UiTasks tasks = new UiTasks(worker::add, Runnable::run, System::nanoTime, error -> {
        throw new AssertionError(error);
    });
    private final StudyState state = new StudyState(tasks, data -> new Engine() {
        @Override
        public SimulationResult run(Work work, RunMonitor monitor) {
            ran.add(work.scenario().title());
            return SmallRun.runner().run(work.scenario(), monitor);
        }

        @Override
        public Touch touches(Restriction restriction) {
            throw new AssertionError("not asked for");
        }
    });
    private final GalleryRuns runs = new GalleryRuns(state, tasks);
    private final List<Outcome> told = new ArrayList<>();

    @BeforeEach
    void open() {
        state.openData(SmallRun.runner().data());
    }

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    private static Scenario other() {
        return SmallRun.scenario().withHorizonWeeks(30);
    }

    @Test
    void saysWhatTheScenarioLeadsToAndTheLowestOfEachStage() {
        runs.ask(SmallRun.scenario(), told::add);
        work();

        SimulationResult result = SmallRun.result();
        double least = result.dataset().goods().stream()
                .mapToDouble(good -> result.outcome(good).trough())
                .min()
                .orElseThrow();
        assertThat(told).singleElement().satisfies(outcome -> {
            assertThat(outcome.says())
                    .isEqualTo(Headline.of(result).line())
                    .contains("%")
                    .contains("week");
            assertThat(outcome.stages().stream().mapToDouble(StageLoss::lowest).min())
                    .hasValue(least);
            assertThat(outcome.stages().stream().mapToInt(StageLoss::hit).sum())
                    .isEqualTo(result.hitGoods().size());
        });
    }

    @Test
    void runsOneAfterTheOtherAndEachOnce() {
        runs.ask(SmallRun.scenario(), told::add);
        runs.ask(other(), told::add);
        assertThat(worker).hasSize(1);
        work();
        runs.ask(SmallRun.scenario(), told::add);
        work();

        assertThat(told).hasSize(3);
        assertThat(ran).hasSize(2);
        assertThat(told.get(2)).isEqualTo(told.get(0));
    }

    @Test
    void afterTheGalleryIsClosedNothingMoreIsRun() {
        runs.ask(SmallRun.scenario(), told::add);
        runs.ask(other(), told::add);
        runs.stop();
        work();

        assertThat(ran).hasSize(1);
    }
}
