package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.result.ModelResult;
import io.chokepoint.result.ModelTable;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.ModelVersion;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.simulation.ReachModel;
import io.chokepoint.simulation.SimulationSettings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every model of the program must hold, and what is said of those that results were once made with. */
class ModelRegistryTest {
    private static final int WEEKS = 30;

    private static final DataPackage DATA =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();

    static List<PropagationModel> models() {
        return ModelRegistry.PROGRAM.models();
    }

    @ParameterizedTest
    @MethodSource("models")
    void aModelWithTimeGivesWeeksAndAnyOtherATable(PropagationModel model) {
        ModelResult result = new StudyRunner(DATA, model).answer(scenario(), RunMonitor.NONE);

        if (model.capabilities().contains(Capability.TIME)) {
            assertThat(result).isInstanceOf(SimulationResult.class);
        } else {
            assertThat(result).isInstanceOf(ModelTable.class);
        }
        assertThat(result.provenance().model()).contains(model.stamp());
        assertThat(result.provenance().inputs().dataset()).isEqualTo(DATA.fingerprint());
        assertThat(result.provenance().inputs().scenario()).matches("[0-9a-f]{64}");
    }

    @ParameterizedTest
    @MethodSource("models")
    void runsOnManyThreadsGiveTheSameBits(PropagationModel model) throws Exception {
        PreparedRun prepared = new StudyRunner(DATA, model).prepare(scenario(), FigureValues.CENTRAL);
        List<Callable<ModelResult>> tasks = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            tasks.add(() -> prepared.run(SimulationSettings.of(WEEKS), RunMonitor.NONE));
        }
        ExecutorService workers = Executors.newFixedThreadPool(4);
        try {
            List<Future<ModelResult>> runs = workers.invokeAll(tasks);
            for (Future<ModelResult> run : runs) {
                assertThat(bits(run.get())).isEqualTo(bits(runs.getFirst().get()));
            }
        } finally {
            workers.shutdownNow();
        }
    }

    @ParameterizedTest
    @MethodSource("models")
    void outputsAloneAreThoseOfAWholeRun(PropagationModel model) {
        PreparedRun prepared = new StudyRunner(DATA, model).prepare(scenario(), FigureValues.CENTRAL);
        if (!model.capabilities().containsAll(List.of(Capability.TIME, Capability.VOLUME))) {
            assertThatThrownBy(() -> prepared.outputs(WEEKS, List.of(), RunMonitor.NONE))
                    .isInstanceOf(UnsupportedOperationException.class);
            return;
        }
        SimulationResult whole = prepared.simulate(SimulationSettings.of(WEEKS), RunMonitor.NONE);
        OutputSeries alone = prepared.outputs(WEEKS, List.of(), RunMonitor.NONE);

        int g = 0;
        for (Good good : DATA.dataset().goods()) {
            assertThat(alone.goods()[g++]).containsExactly(whole.output(good), within(1e-12));
        }
    }

    @Test
    void studiesRefuseAModelThatKnowsTooLittle() {
        StudyRunner runner = new StudyRunner(DATA, new ReachModel());

        assertThatThrownBy(() -> runner.run(scenario(), RunMonitor.NONE))
                .isInstanceOf(ChokepointException.class)
                .hasMessage("Model 'reach' does not know weeks.");
        assertThatThrownBy(() -> runner.sample(scenario(), MonteCarlo.Settings.all(1, 1, 1), RunMonitor.NONE))
                .isInstanceOf(ChokepointException.class)
                .hasMessage("Model 'reach' does not know weeks or volumes.");
    }

    @Test
    void whoReadsAnOlderVersionIsToldWhatChangedSince() {
        ModelRegistry registry = new ModelRegistry(List.of(new Versioned("made-up")));

        assertThat(registry.changedSince(new ModelStamp("made-up", "1")))
                .contains("written with model 'made-up 1', now 3; changed since: (2) stocks are drawn down first;"
                        + " (3) leaks are counted once.");
        assertThat(registry.changedSince(new ModelStamp("made-up", "2")))
                .contains("written with model 'made-up 2', now 3; changed since: (3) leaks are counted once.");
        assertThat(registry.changedSince(new ModelStamp("made-up", "3"))).isEmpty();
        assertThat(registry.changedSince(new ModelStamp("made-up", "4")))
                .contains("written with version '4' of model 'made-up', which this program does not know; it has 3.");
        assertThat(registry.changedSince(new ModelStamp("other", "1")))
                .contains("written with model 'other', which this program does not have; it has made-up.");
    }

    @Test
    void namesAreUsedOnce() {
        assertThatThrownBy(() -> new ModelRegistry(List.of(new Versioned("a"), new Versioned("a"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(ModelRegistry.PROGRAM.names()).startsWith("weekly").contains("reach");
        assertThat(ModelRegistry.PROGRAM.namesThatKnow(Capability.CAUSES)).containsExactly("weekly");
    }

    private static Scenario scenario() {
        return DATA.findScenario("ree-full-stop").orElseThrow().withHorizonWeeks(WEEKS);
    }

    private static List<?> bits(ModelResult result) {
        return switch (result) {
            case ModelTable table -> table.rows();
            case SimulationResult run ->
                run.activities().stream()
                        .map(activity -> Arrays.hashCode(run.output(activity)))
                        .toList();
        };
    }

    /** A model of three versions that runs nothing. */
    private record Versioned(String name) implements PropagationModel {
        @Override
        public String summary() {
            return "nothing";
        }

        @Override
        public List<ModelVersion> versions() {
            return List.of(
                    new ModelVersion("1", "the first"),
                    new ModelVersion("2", "stocks are drawn down first"),
                    new ModelVersion("3", "leaks are counted once"));
        }

        @Override
        public Set<Capability> capabilities() {
            return EnumSet.noneOf(Capability.class);
        }

        @Override
        public PreparedRun compile(CompiledNetwork network, ScenarioSelection selection, FigureValues values) {
            throw new UnsupportedOperationException("runs nothing");
        }
    }
}
