package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputLosses;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** "Two runs with the same input are bit-identical, on any number of threads." */
class RepeatabilityTest {
    private static final int NETWORKS = 60;

    @Test
    void runsAtTheSameTimeOnOneCompiledNetworkEqualRunsOneByOne() throws Exception {
        List<Callable<SimulationResult>> runs = new ArrayList<>();
        for (long seed = 0; seed < NETWORKS; seed++) {
            Callable<SimulationResult> run = run(seed);
            runs.addAll(List.of(run, run, run));
        }
        List<SimulationResult> oneByOne = new ArrayList<>();
        for (Callable<SimulationResult> run : runs) {
            oneByOne.add(run.call());
        }

        List<Future<SimulationResult>> atOnce;
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            atOnce = threads.invokeAll(runs);
        }

        for (int r = 0; r < runs.size(); r++) {
            assertThatSameBits(atOnce.get(r).get(), oneByOne.get(r), r / 3);
            assertThatSameBits(oneByOne.get(r), oneByOne.get(r - r % 3), r / 3);
        }
    }

    @Test
    void theSameInputCompiledTwiceGivesTheSameBits() throws Exception {
        for (long seed = 0; seed < NETWORKS; seed++) {
            assertThatSameBits(run(seed).call(), run(seed).call(), seed);
        }
    }

    @Test
    void outputsAloneAreThoseOfAWholeRun() throws Exception {
        for (long seed = 0; seed < NETWORKS; seed++) {
            SimulationResult whole = run(seed).call();
            CompiledNetwork network = NetworkCompiler.compile(whole.dataset(), FigureValues.CENTRAL);
            CompiledScenario scenario = ScenarioCompiler.compile(
                    network, whole.scenario(), RationingRule.PROPORTIONAL, FigureValues.CENTRAL);

            OutputSeries alone =
                    new WeeklyModel().prepared(scenario).outputs(whole.weeks(), List.of(), RunMonitor.NONE);

            int g = 0;
            for (Good good : whole.dataset().goods()) {
                assertThat(alone.goods()[g++])
                        .as("%s of seed %d", good, seed)
                        .containsExactly(whole.output(good), within(1e-12));
            }
            int m = 0;
            for (Market market : whole.dataset().markets()) {
                assertThat(alone.markets()[m++])
                        .as("%s of seed %d", market, seed)
                        .containsExactly(whole.served(market));
            }
        }
    }

    @Test
    void lossesAloneAreThoseOfTheOutputsToTheLastBit() {
        for (long seed = 0; seed < NETWORKS; seed++) {
            Dataset dataset = RandomNetworks.of(seed);
            Scenario scenario = RandomScenarios.of(dataset, seed);
            PreparedRun run = new WeeklyModel()
                    .prepared(ScenarioCompiler.compile(
                            NetworkCompiler.compile(dataset, FigureValues.CENTRAL),
                            scenario,
                            RationingRule.PROPORTIONAL,
                            FigureValues.CENTRAL));

            OutputLosses losses = run.losses(scenario.horizonWeeks(), RunMonitor.NONE);
            OutputLosses kept = OutputLosses.of(run.outputs(scenario.horizonWeeks(), List.of(), RunMonitor.NONE));

            assertThat(losses.lost()).as("seed %d", seed).containsExactly(kept.lost());
            assertThat(losses.first()).as("seed %d", seed).containsExactly(kept.first());
            assertThat(losses.unmet()).as("seed %d", seed).containsExactly(kept.unmet());
            for (int good = 0; good < losses.lost().length; good++) {
                assertThat(losses.missed()[good]).as("seed %d", seed).isBetween(0.0, losses.lost()[good]);
            }
        }
    }

    private static Callable<SimulationResult> run(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        Scenario scenario = RandomScenarios.of(dataset, seed);
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        CompiledScenario compiled =
                ScenarioCompiler.compile(network, scenario, RationingRule.PROPORTIONAL, FigureValues.CENTRAL);
        return () -> new WeeklyModel()
                .prepared(compiled)
                .simulate(SimulationSettings.of(scenario.horizonWeeks()), RunMonitor.NONE);
    }

    private static void assertThatSameBits(SimulationResult one, SimulationResult other, long seed) {
        for (Activity activity : one.activities()) {
            assertThat(one.output(activity))
                    .as("%s of seed %d", activity, seed)
                    .containsExactly(other.output(activity));
            assertThat(one.chain(activity)).as("%s of seed %d", activity, seed).isEqualTo(other.chain(activity));
        }
        for (Good good : one.dataset().goods()) {
            assertThat(one.output(good)).as("%s of seed %d", good, seed).containsExactly(other.output(good));
        }
        for (Market market : one.dataset().markets()) {
            assertThat(one.served(market)).as("%s of seed %d", market, seed).containsExactly(other.served(market));
        }
    }
}
