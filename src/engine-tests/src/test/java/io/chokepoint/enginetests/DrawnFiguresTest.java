package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Figures drawn one by one need not balance: a maker may be drawn smaller than what its customers take. A run on drawn figures must
 * still begin in a steady state, or it would show a loss that nobody caused.
 */
class DrawnFiguresTest {

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void nothingMovesWithoutARestrictionWhateverIsDrawn(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        FigureValues drawn = figure -> {
            double part = new SplittableRandom(seed * 31 + figure.id().hashCode()).nextDouble(0.1, 1);
            // Supply shares alone: what customers take stays, so that makers are overdrawn.
            return figure.id().endsWith("/share") ? figure.central() * part : figure.central();
        };
        Scenario none = ScenarioSketch.over(40).scenario();

        CompiledNetwork network = NetworkCompiler.compile(new NetworkStructure(dataset), drawn, Overdraft.RAISE);
        SimulationResult result = new WeeklyModel()
                .prepared(ScenarioCompiler.compile(network, none, RationingRule.PROPORTIONAL, drawn))
                .simulate(SimulationSettings.of(none.horizonWeeks()).withInvariantChecks(), RunMonitor.NONE);

        for (Activity activity : result.activities()) {
            for (double output : result.output(activity)) {
                assertThat(output).as("%s, seed %d", activity, seed).isCloseTo(1, within(1e-9));
            }
        }
        dataset.markets().forEach(market -> {
            for (double served : result.served(market)) {
                assertThat(served).as("%s, seed %d", market, seed).isCloseTo(1, within(1e-9));
            }
        });
    }
}
