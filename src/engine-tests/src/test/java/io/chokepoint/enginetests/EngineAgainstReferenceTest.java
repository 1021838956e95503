package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ReferenceSimulator;
import io.chokepoint.testkit.RunComparison;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The engine equals the slow reading of the model page on random networks under random scenarios. */
class EngineAgainstReferenceTest {
    private static final int NETWORKS = 500;

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void engineEqualsReference(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        Scenario scenario = RandomScenarios.of(dataset, seed);

        ModelRun expected = Models.REFERENCE.run(dataset, scenario);
        ModelRun actual = Models.ENGINE.run(dataset, scenario);

        List<String> differences = RunComparison.differences(expected, actual);
        if (!differences.isEmpty()) {
            // Few runs: rounding has grown.
            ModelRun shadow = new ReferenceSimulator().shadow(dataset, scenario);
            differences = RunComparison.differences(expected, actual, shadow);
        }
        assertThat(differences)
                .as("random network and scenario of seed %d", seed)
                .isEmpty();
    }
}
