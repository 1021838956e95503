package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.WeeklyModel;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the shipped dataset: a small network has too few figures to go wrong. */
class MonteCarloTest {
    private static DataPackage data;
    private static NetworkStructure structure;

    @BeforeAll
    static void read() {
        data = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        structure = new NetworkStructure(data.dataset());
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3})
    void runsAreTheSameOnAnyNumberOfThreadsAndAgain(int threads) {
        Scenario scenario = scenario("ree-full-stop", 30);

        MonteCarloResult one = study(scenario, MonteCarlo.Settings.all(12, 7, 1));
        MonteCarloResult more = study(scenario, MonteCarlo.Settings.all(12, 7, threads));
        MonteCarloResult again = study(scenario, MonteCarlo.Settings.all(12, 7, threads));

        for (Good good : data.dataset().goods()) {
            for (Measure measure : Measure.values()) {
                assertThat(more.values(good, measure)).isEqualTo(one.values(good, measure));
                assertThat(again.values(good, measure)).isEqualTo(one.values(good, measure));
            }
            assertThat(more.series(good)).isDeepEqualTo(one.series(good));
        }
    }

    @Test
    void moreRunsDoNotChangeTheFirstOnes() {
        Scenario scenario = scenario("ree-full-stop", 20);
        Good good = data.dataset().getGood("yttria-hp");

        double[] few = study(scenario, MonteCarlo.Settings.all(3, 7, 1)).values(good, Measure.LOST_OUTPUT);
        double[] more = study(scenario, MonteCarlo.Settings.all(6, 7, 1)).values(good, Measure.LOST_OUTPUT);

        assertThat(more).startsWith(few);
        assertThat(few[0]).isNotEqualTo(few[1]);
    }

    @Test
    void anotherSeedGivesOtherRuns() {
        Scenario scenario = scenario("ree-full-stop", 20);
        Good good = data.dataset().getGood("yttria-hp");

        assertThat(study(scenario, MonteCarlo.Settings.all(3, 1, 1)).values(good, Measure.LOST_OUTPUT))
                .isNotEqualTo(study(scenario, MonteCarlo.Settings.all(3, 2, 1)).values(good, Measure.LOST_OUTPUT));
    }

    /** The dataset is balanced at its central figures only; a draw must start from a steady state of its own. */
    @Test
    void withoutRestrictionEveryDrawStaysAtBaseline() {
        Scenario nothing = Scenario.adHoc(104, List.of());
        FigureDraws draws = new FigureDraws(data.dataset(), nothing);
        ScenarioSelection selection = ScenarioSelection.of(structure, nothing, data.defaultRationing());

        assertThat(draws.figures()).hasSizeGreaterThan(1000);
        for (int run = 0; run < 20; run++) {
            FigureValues values = draws.values(draws.draw(1, run));
            CompiledNetwork network = NetworkCompiler.compile(structure, values, Overdraft.RAISE);
            OutputSeries outputs =
                    new WeeklyModel().compile(network, selection, values).outputs(104, List.of(), RunMonitor.NONE);
            for (double[] good : outputs.goods()) {
                assertThat(good).containsExactly(ones(), within(1e-9));
            }
            for (double[] market : outputs.markets()) {
                assertThat(market).containsExactly(ones(), within(1e-9));
            }
        }
    }

    @Test
    void raisingOverdrawnMakersAddsLittle() {
        FigureDraws draws = new FigureDraws(data.dataset(), Scenario.adHoc(1, List.of()));
        CompiledNetwork network = NetworkCompiler.compile(structure, draws.values(draws.draw(1, 0)), Overdraft.RAISE);
        double[] sums = new double[structure.goodCount()];
        for (int i = 0; i < structure.activityCount(); i++) {
            sums[structure.goodOf(i)] += network.baseline(i);
        }

        // Raising only ever adds, and on the shipped dataset no more than a seventh.
        assertThat(Arrays.stream(sums).filter(sum -> sum > 0).min().orElseThrow())
                .isGreaterThan(1 - 1e-9);
        assertThat(Arrays.stream(sums).max().orElseThrow()).isLessThan(1.15);
    }

    @Test
    void stopsAtTheFirstLookWhenAnyBandIsGoodEnough() {
        Scenario scenario = scenario("tungsten-wf6", 8);

        MonteCarloResult result = study(scenario, new MonteCarlo.Settings(1000, 1, 2, 2.0));

        assertThat(result.runs()).isEqualTo(MonteCarlo.Settings.BATCH);
        assertThat(result.bandError()).isLessThanOrEqualTo(2.0);
    }

    @Test
    void makesAllRunsWhereNothingIsEverGoodEnough() {
        Scenario scenario = scenario("ree-full-stop", 6);

        assertThat(study(scenario, new MonteCarlo.Settings(250, 1, 2, 1e-12)).runs())
                .isEqualTo(250);
    }

    @Test
    void cancellingEndsItWithoutAResult() {
        AtomicInteger finished = new AtomicInteger();
        RunMonitor impatient = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {
                finished.set((int) done);
            }

            @Override
            public boolean isCancelled() {
                return finished.get() >= 3;
            }
        };
        MonteCarlo study = new MonteCarlo(
                new WeeklyModel(), structure, scenario("ree-full-stop", 10), data.defaultRationing(), List.of());

        assertThatThrownBy(() -> study.run(MonteCarlo.Settings.all(400, 1, 2), impatient))
                .isInstanceOf(CancellationException.class);
        assertThat(finished.get()).isLessThan(20);
    }

    @Test
    void bandsAreInOrderAndProbabilityGrowsWeekByWeek() {
        MonteCarloResult result = study(scenario("ree-full-stop", 60), MonteCarlo.Settings.all(30, 1, 2));
        Good good = data.dataset().getGood("chamber-parts");

        double[] low = result.band(good, 0.1);
        double[] high = result.band(good, 0.9);
        double[] below = result.probabilityBelowBy(good, 0.9);
        for (int week = 0; week < 60; week++) {
            assertThat(low[week]).isLessThanOrEqualTo(high[week]);
            assertThat(below[week]).isGreaterThanOrEqualTo(week == 0 ? 0 : below[week - 1]);
        }
        assertThat(below[59]).isEqualTo(result.probabilityBelow(good, 0.9)).isPositive();
    }

    private static double[] ones() {
        double[] ones = new double[104];
        Arrays.fill(ones, 1);
        return ones;
    }

    private static Scenario scenario(String id, int weeks) {
        return data.findScenario(id).orElseThrow().withHorizonWeeks(weeks);
    }

    private static MonteCarloResult study(Scenario scenario, MonteCarlo.Settings settings) {
        return new MonteCarlo(new WeeklyModel(), structure, scenario, data.defaultRationing(), List.of())
                .run(settings, RunMonitor.NONE);
    }
}
