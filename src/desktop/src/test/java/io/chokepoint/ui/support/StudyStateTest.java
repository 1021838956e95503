package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Touch;
import io.chokepoint.testkit.HandMadeRun;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** No toolkit: both executors run in the test's own thread. */
class StudyStateTest {
    private final Deque<Runnable> worker = new ArrayDeque<>();
    private final List<Integer> horizons = new ArrayList<>();
    private final Engine engine = new Engine() {
        @Override
        public SimulationResult run(Work work, RunMonitor monitor) {
            if (work.scenario().horizonWeeks() == 13) {
                throw new ChokepointException(List.of(Problem.error("scenario", 0, "", "selects nothing")));
            }
            horizons.add(work.scenario().horizonWeeks());
            return HandMadeRun.quiet(work.scenario());
        }

        @Override
        public Touch touches(Restriction restriction) {
            return new Touch(0, 0, List.of(), List.of());
        }
    };
    private final StudyState state = new StudyState(
            new UiTasks(worker::add, Runnable::run, System::nanoTime, error -> {
                throw new AssertionError(error);
            }),
            data -> engine);

    private void work() {
        while (!worker.isEmpty()) {
            worker.remove().run();
        }
    }

    @BeforeEach
    void open() {
        state.openData(new DataPackage(
                Path.of("."),
                HandMadeRun.dataset(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(),
                List.of()));
        state.openScenario(HandMadeRun.scenario());
    }

    private static Scenario weeks(Scenario scenario, int weeks) {
        return scenario.withHorizonWeeks(weeks);
    }

    /** Its results are no longer those of the dataset's scenario, so they must not go by its name. */
    @Test
    void aChangedScenarioOfTheDatasetHasATitleOfItsOwnUntilItIsTheSameAgain() {
        Scenario of = HandMadeRun.scenario();
        state.openData(new DataPackage(
                Path.of("."),
                HandMadeRun.dataset(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(of),
                List.of()));
        state.openScenario(of);

        state.edit("Longer", scenario -> weeks(scenario, 150));
        assertThat(state.scenario().orElseThrow().title()).isEqualTo("Changed: " + of.title());
        state.edit("Back by hand", scenario -> weeks(scenario, of.horizonWeeks()));
        assertThat(state.scenario()).contains(of);
        state.preview(scenario -> weeks(scenario, 140));
        assertThat(state.scenario().orElseThrow().title()).isEqualTo("Changed: " + of.title());
        state.commit("Longer");
        state.undo();
        assertThat(state.scenario()).contains(of);
        state.edit("Named", scenario -> weeks(scenario, 150).withTitle("Mine"));
        state.edit("Longer", scenario -> weeks(scenario, 151));
        assertThat(state.scenario().orElseThrow().title()).isEqualTo("Mine");
    }

    @Test
    void whatIsOpenedOverUnsavedWorkIsAStepThatUndoTakesBack() {
        state.edit("Longer", scenario -> weeks(scenario, 150));
        Work mine = state.workProperty().get();

        state.openScenario(HandMadeRun.scenario().withTitle("Another"));
        assertThat(state.leftProperty().get()).isEqualTo(mine);
        assertThat(state.unsavedProperty().get()).isFalse();
        assertThat(state.undoNameProperty().get()).isEqualTo("Open Another");
        state.undo();
        assertThat(state.workProperty().get()).isEqualTo(mine);
        assertThat(state.unsavedProperty().get()).isTrue();
        state.undo();
        assertThat(state.scenario()).contains(HandMadeRun.scenario());

        state.openScenario(HandMadeRun.scenario());
        state.openScenario(HandMadeRun.scenario().withTitle("Another"));
        assertThat(state.leftProperty().get()).isNull();
        assertThat(state.undoNameProperty().get()).isEmpty();
    }

    @Test
    void marksAreReadApartFromTheTitle() {
        Scenario of = HandMadeRun.scenario();

        assertThat(ScenarioMarks.of(Work.on(of.withTitle("The rule (upper bound)")), Optional.empty()))
                .isEqualTo(new ScenarioMarks("The rule", List.of("upper bound")));
        assertThat(ScenarioMarks.of(
                                Work.on(of.withTitle("Mine")).withFigure(new FigureEdit("f", 1, 2, 3, "a call", "")),
                                Optional.empty())
                        .marks())
                .containsExactly("with own figures");
        assertThat(ScenarioMarks.of(Work.on(of.withTitle("(x) no end")), Optional.empty())
                        .marks())
                .isEmpty();
    }

    @Test
    void anEditRunsByItselfAndTheLastResultStaysUntilThen() {
        work();
        SimulationResult first = state.result().orElseThrow();

        state.edit("Longer", scenario -> weeks(scenario, 150));

        assertThat(state.staleProperty().get()).isTrue();
        assertThat(state.result()).contains(first);
        work();
        assertThat(state.staleProperty().get()).isFalse();
        assertThat(state.result().orElseThrow().scenario().horizonWeeks()).isEqualTo(150);
    }

    @Test
    void ofManyQuickEditsOnlyTheNewestRunsAfterTheOneUnderWay() {
        work();
        horizons.clear();
        for (int weeks = 121; weeks <= 130; weeks++) {
            int horizon = weeks;
            state.preview(scenario -> weeks(scenario, horizon));
        }

        work();

        assertThat(horizons).containsExactly(121, 130);
        assertThat(state.undoNameProperty().get()).isEmpty();
        state.commit("Horizon");
        assertThat(state.undoNameProperty().get()).isEqualTo("Horizon");
    }

    @Test
    void undoBringsBackScenarioAndRun() {
        work();
        Scenario before = state.scenario().orElseThrow();
        state.edit("Longer", scenario -> weeks(scenario, 150));
        work();

        state.undo();
        work();

        assertThat(state.scenario()).contains(before);
        assertThat(state.result().orElseThrow().scenario()).isEqualTo(before);
        assertThat(state.unsavedProperty().get()).isFalse();
        assertThat(state.redoNameProperty().get()).isEqualTo("Longer");
    }

    @Test
    void aScenarioThatCannotRunKeepsTheLastResultAndSaysWhy() {
        work();
        SimulationResult before = state.result().orElseThrow();

        state.edit("Wrong", scenario -> weeks(scenario, 13));
        work();

        assertThat(state.problems())
                .singleElement()
                .satisfies(p -> assertThat(p.message()).isEqualTo("selects nothing"));
        assertThat(state.result()).contains(before);
        state.undo();
        work();
        assertThat(state.problems()).isEmpty();
    }

    @Test
    void theWeekStaysWithinTheRun() {
        work();
        state.looking().setWeek(9999);
        assertThat(state.looking().weekProperty().get()).isEqualTo(HandMadeRun.WEEKS - 1);
        state.looking().setWeek(-1);
        assertThat(state.looking().weekProperty().get()).isZero();
    }

    @Test
    void manyRunsEndWhenTheirRangeIsKnownWellEnoughUnlessAllAreAskedFor() {
        StudyState small = new StudyState(
                new UiTasks(worker::add, Runnable::run, System::nanoTime, error -> {
                    throw new AssertionError(error);
                }),
                Engine::of);
        small.openData(SmallRun.data());
        small.openScenario(SmallRun.scenario());
        work();

        small.many().run();
        work();

        // No figure of it has a range, so that the first look finds all known.
        assertThat(small.many().result().orElseThrow().runs()).isEqualTo(MonteCarlo.Settings.BATCH);
        assertThat(small.many().medianProperty().get()).isTrue();
        small.many().medianProperty().set(false);
        small.many().run(ManyRuns.MOST);
        work();
        assertThat(small.many().result().orElseThrow().runs()).isEqualTo(ManyRuns.MOST);
        assertThat(small.many().medianProperty().get())
                .as("what the user chose")
                .isFalse();
    }
}
