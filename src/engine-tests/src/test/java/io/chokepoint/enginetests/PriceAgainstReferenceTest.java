package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.RationingRule;
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

/**
 * The engine equals the slow reading of the price page on random networks with values under random scenarios: outputs, prices, what is
 * foreseen, added costs, market choice, tolerances and money.
 */
class PriceAgainstReferenceTest {
    /** In the build; {@code -Dchokepoint.networks=500} runs more. */
    private static final int NETWORKS = Integer.getInteger("chokepoint.networks", 120);

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void servedByPrice(long seed) {
        Dataset dataset = RandomNetworks.withValues(seed);

        assertSame(dataset, RandomScenarios.of(dataset, seed).withRationing(RationingRule.PRICE), seed);
    }

    /** Proportional, domestic first and priority, as the seed has it. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void toldUnderTheOtherRules(long seed) {
        Dataset dataset = RandomNetworks.withValues(seed);

        assertSame(dataset, RandomScenarios.of(dataset, seed), seed);
    }

    private static void assertSame(Dataset dataset, Scenario scenario, long seed) {
        ModelRun expected = Models.REFERENCE.run(dataset, scenario);
        ModelRun actual = Models.ENGINE.run(dataset, scenario);

        List<String> differences = RunComparison.differences(expected, actual);
        if (!differences.isEmpty()) {
            // Few runs: rounding has grown.
            ModelRun shadow = new ReferenceSimulator().shadow(dataset, scenario);
            differences = RunComparison.differences(expected, actual, shadow);
        }
        assertThat(differences)
                .as("random network, values and scenario of seed %d", seed)
                .isEmpty();
    }
}
