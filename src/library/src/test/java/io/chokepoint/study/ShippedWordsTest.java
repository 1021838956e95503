package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What scenario files state as the model's answer is what the model answers today. */
class ShippedWordsTest {
    private static final int RUNS = 100;

    /** Those that take little time; what is drawn is stated by the same code for all. */
    private static final List<String> DRAWN = List.of("antimony-licence", "gallium-germanium-us", "ree-licence-14nm");

    private final DataPackage data =
            DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
    private final StudyRunner runner = new StudyRunner(data);

    @TestFactory
    Stream<DynamicTest> everyScenarioSaysWhatItsRunSays() {
        return data.scenarios().stream()
                .map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> {
                    SimulationResult central = runner.run(scenario, RunMonitor.NONE);
                    assertThat(scenario.remarks().modelSays()).startsWith(ScenarioAssessment.says(central));
                }));
    }

    @TestFactory
    Stream<DynamicTest> rangesAreThoseOfAHundredRuns() {
        return data.scenarios().stream()
                .filter(scenario -> DRAWN.contains(scenario.id()))
                .map(scenario -> DynamicTest.dynamicTest(scenario.id(), () -> holds(scenario)));
    }

    private void holds(Scenario scenario) {
        SimulationResult central = runner.run(scenario, RunMonitor.NONE);
        MonteCarloResult drawn = runner.sample(
                scenario,
                new MonteCarlo.Settings(RUNS, 1, 2, 0, false, MonteCarlo.Settings.Prices.SUMMARY),
                RunMonitor.NONE);
        assertThat(scenario.remarks().modelSays()).isEqualTo(ScenarioAssessment.says(central, drawn));
    }
}
