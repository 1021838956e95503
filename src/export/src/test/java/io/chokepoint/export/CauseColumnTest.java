package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ScenarioSketch;
import org.junit.jupiter.api.Test;

/** The column {@code binding_input} and the explanation speak of the same cause. */
class CauseColumnTest {
    private static SimulationResult run(Dataset dataset, Scenario scenario) {
        return EngineUnderTest.simulate(dataset, scenario, new RationingRule.Proportional(), FigureValues.CENTRAL);
    }

    @Test
    void aLargeMakerThatLosesALittleDoesNotHideTheCauseOfASmallOne() {
        Dataset dataset = NetworkSketch.named("three")
                .makes("CHN", "ore", 0.8)
                .makes("DEU", "ore", 0.1)
                .makes("JPN", "ore", 0.1)
                .build();
        Scenario scenario = ScenarioSketch.over(30)
                .during(10, 20)
                .outage("good:ore provider:CHN", 0.009)
                .outage("good:ore provider:DEU", 0.06)
                .scenario();
        SimulationResult run = run(dataset, scenario);
        Good ore = dataset.getGood("ore");

        assertThat(run.outcome(ore).firstLossWeek()).hasValue(10);
        assertThat(ResultWriter.bindingInput(run, ore)).contains("capacity");
        assertThat(run.cause(ore)
                        .map(Cause::activity)
                        .map(maker -> maker.provider().id()))
                .contains("DEU");
        assertThat(Explanation.of(run, ore).quote()).doesNotContain("several of its makers each lose a little");
    }

    @Test
    void everyGoodWithAFirstLossHasACauseAndTheExplanationBeginsThere() {
        int hit = 0;
        for (long seed = 1; seed <= 300; seed++) {
            Dataset dataset = RandomNetworks.of(seed);
            SimulationResult run = run(dataset, RandomScenarios.of(dataset, seed));
            for (Good good : run.hitGoods()) {
                hit++;
                assertThat(ResultWriter.bindingInput(run, good))
                        .as("seed %s, %s", seed, good)
                        .isPresent();
                assertThat(Explanation.of(run, good).steps().getFirst().activity())
                        .as("seed %s, %s", seed, good)
                        .isEqualTo(run.cause(good).map(Cause::activity));
            }
        }
        assertThat(hit).isGreaterThan(300);
    }
}
