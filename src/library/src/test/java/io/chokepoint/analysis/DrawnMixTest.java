package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/**
 * Where shares are drawn, those who buy by share buy by the drawn ones, and a stated mix follows its makers' shares and sums to 1
 * again.
 *
 * <pre>
 * ore@X (x̄ .5, drawn .2 to .8) ─┐
 * ore@Y (x̄ .3, drawn .1 to .5) ─┼→ byshare@Z (u .2), stated@Z (u .1; X .6, Y .4)   (ℓ 1, n 0, q 999)
 * ore@V (x̄ .2)                 ─┘
 * </pre>
 */
class DrawnMixTest {
    private static final int RUNS = 40;
    private static final long SEED = 11;
    private static final Map<String, Figure> DRAWN = Map.of(
            "supply/X/ore/share", share("X", 0.2, 0.5, 0.8),
            "supply/Y/ore/share", share("Y", 0.1, 0.3, 0.5));

    private final Dataset dataset = NetworkSketch.named("drawn-mix")
            .makes("X", "ore", 0.5)
            .makes("Y", "ore", 0.3)
            .makes("V", "ore", 0.2)
            .makes("Z", "byshare", 1)
            .makes("Z", "stated", 1)
            .needs("byshare", "ore", input -> input.useShare(0.2).qualificationWeeks(999))
            .needs("stated", "ore", input -> input.useShare(0.1).qualificationWeeks(999))
            .exception("stated", "Z", "ore", own -> own.from("X", 0.6).from("Y", 0.4))
            .build();

    private static Figure share(String provider, double low, double central, double high) {
        return new Figure(
                "supply/" + provider + "/ore/share",
                low,
                central,
                high,
                "part",
                Evidence.assumption("drawn in a test"));
    }

    /** One run's draw, by maker: X, Y, V. */
    private static double[] parts(FigureDraws draws, int run) {
        FigureValues values = draws.values(draws.draw(SEED, run));
        double x = values.of(share("X", 0.2, 0.5, 0.8));
        double y = values.of(share("Y", 0.1, 0.3, 0.5));
        double sum = x + y + 0.2;
        return new double[] {x / sum, y / sum, 0.2 / sum};
    }

    /** X's part of a mix that was stated as 0.6 and 0.4 where its makers have 0.5 and 0.3. */
    private static double statedPartOfX(double[] parts) {
        double x = 0.6 * parts[0] / 0.5;
        double y = 0.4 * parts[1] / 0.3;
        return x / (x + y);
    }

    @Test
    void theCompiledMixesFollowTheDrawnShares() {
        FigureDraws draws = new FigureDraws(dataset, Scenario.adHoc(1, List.of()), DRAWN);
        NetworkStructure structure = new NetworkStructure(dataset);
        double least = 1;
        double most = 0;
        for (int run = 0; run < RUNS; run++) {
            FigureValues values = draws.values(draws.draw(SEED, run));
            CompiledNetwork network = NetworkCompiler.compile(structure, values, Overdraft.RAISE);
            double[] parts = parts(draws, run);
            double ofX = statedPartOfX(parts);
            least = Math.min(least, parts[0]);
            most = Math.max(most, parts[0]);

            assertThat(mix(network, "byshare")).as("run %d", run).containsExactly(parts, within(1e-12));
            assertThat(mix(network, "stated"))
                    .as("run %d", run)
                    .containsExactly(new double[] {ofX, 1 - ofX, 0}, within(1e-12));
        }
        assertThat(most - least).as("how far the drawn share of X goes").isGreaterThan(0.2);
    }

    /** By maker of ore in dataset order. */
    private static double[] mix(CompiledNetwork network, String consumer) {
        NetworkStructure structure = network.structure();
        double[] mix = new double[3];
        for (int slot = 0; slot < structure.slotCount(); slot++) {
            if (structure.activity(structure.slotActivity(slot)).good().id().equals(consumer)) {
                for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                    mix[structure.linkSupplier(l)] = network.mix(l);
                }
            }
        }
        return mix;
    }

    /** X is banned for good: what is left of those who buy from it is the part that they did not buy there. */
    @Test
    void everyRunLosesThePartThatItsOwnDrawSays() {
        Scenario ban = ScenarioSketch.over(20)
                .during(5, 20)
                .exportBan("good:ore provider:X", 0)
                .scenario();
        FigureDraws draws = new FigureDraws(dataset, ban, DRAWN);

        MonteCarloResult result = new MonteCarlo(
                        new WeeklyModel(),
                        new NetworkStructure(dataset),
                        ban,
                        RationingRule.PROPORTIONAL,
                        List.of(),
                        DRAWN)
                .run(MonteCarlo.Settings.all(RUNS, SEED, 2), RunMonitor.NONE);

        assertTroughs(result, "byshare", draws, parts -> 1 - parts[0]);
        assertTroughs(result, "stated", draws, parts -> 1 - statedPartOfX(parts));
    }

    private void assertTroughs(
            MonteCarloResult result, String goodId, FigureDraws draws, ToDoubleFunction<double[]> expected) {
        Good good = dataset.getGood(goodId);
        double[] troughs = result.values(good, MonteCarloResult.Measure.TROUGH);
        assertThat(troughs).hasSize(RUNS);
        for (int run = 0; run < RUNS; run++) {
            assertThat(troughs[run])
                    .as("trough of %s in run %d", goodId, run)
                    .isCloseTo(expected.applyAsDouble(parts(draws, run)), within(1e-6));
        }
    }
}
