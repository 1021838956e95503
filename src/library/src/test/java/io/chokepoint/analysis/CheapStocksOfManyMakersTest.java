package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The stocks found, against all combinations of whole weeks of stock at all four makers there are: two make the part from a feed that
 * is scarce for some weeks, two make the chip from the part, of random shares, stocks and lead times.
 */
class CheapStocksOfManyMakersTest {
    private static final int MOST = 9;
    private static final int WEEKS = 40;
    private static final double LEVEL = 0.9;
    private static final Settings SETTINGS = new Settings(6, 4, 0.3, 0, LEVEL, Cost.STOCK_WEEKS, 0, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 3, 4, 5, 7, 8, 9, 11, 12})
    void noneUndercutsTheBestOfAllCombinationsAndTheSetFoundCostsLittleMore(long seed) throws Exception {
        Case made = Case.random(seed);
        Trial found = made.found();

        double best = best(made);

        assertThat(best).as("a combination that keeps the level").isFinite().isPositive();
        assertThat(found.holds(LEVEL)).isTrue();
        assertThat(trough(made, found.options())).isGreaterThanOrEqualTo(LEVEL - 1e-9);
        assertThat(found.stockWeeks()).isBetween(best - 1e-9, 1.3 * best);
    }

    /** Why it is called a cheap set, not the cheapest. */
    @Test
    void anotherSetMayBeCheaper() throws Exception {
        Case made = Case.random(7);

        assertThat(made.found().stockWeeks()).isGreaterThan(best(made) + 0.1);
    }

    private record Case(Dataset dataset, Scenario scenario, CompiledNetwork network, MeasureEffect effect) {
        static Case random(long seed) throws SelectorParser.SyntaxException {
            SplittableRandom random = new SplittableRandom(seed);
            Dataset dataset = fourMakers(random);
            Scenario scenario = scarce(random);
            CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
            return new Case(
                    dataset,
                    scenario,
                    network,
                    new MeasureEffect(
                            new WeeklyModel(), network, FigureValues.CENTRAL, scenario, RationingRule.PROPORTIONAL));
        }

        Trial found() {
            return new Mitigation(
                            new WeeklyModel(),
                            network,
                            FigureValues.CENTRAL,
                            scenario,
                            RationingRule.PROPORTIONAL,
                            dataset.getGood("chip"))
                    .cheapest(SETTINGS, RunMonitor.NONE);
        }
    }

    /** Cost of the cheapest of all combinations that keep the level. */
    private double best(Case made) {
        CompiledNetwork network = made.network();
        NetworkStructure structure = network.structure();
        int places = structure.slotCount();
        double best = Double.POSITIVE_INFINITY;
        int[] weeks = new int[places];
        int all = (int) Math.pow(MOST + 1, places);
        for (int code = 0; code < all; code++) {
            int rest = code;
            double cost = 0;
            for (int e = 0; e < places; e++) {
                weeks[e] = rest % (MOST + 1);
                rest /= MOST + 1;
                cost += weeks[e] * network.baseline(structure.slotActivity(e));
            }
            if (cost < best - 1e-9 && trough(made, stocks(structure, weeks)) >= LEVEL - 1e-9) {
                best = cost;
            }
        }
        return best;
    }

    private static List<Option> stocks(NetworkStructure structure, int[] weeks) {
        List<Option> stocks = new ArrayList<>();
        for (int e = 0; e < weeks.length; e++) {
            if (weeks[e] > 0) {
                stocks.add(new Option(
                        Kind.STOCK,
                        structure.dependency(e).input().id(),
                        String.valueOf(e),
                        weeks[e],
                        List.of(e),
                        List.of()));
            }
        }
        return stocks;
    }

    private double trough(Case made, List<Option> stocks) {
        double[][] goods = made.effect()
                .with(stocks, SETTINGS)
                .outputs(WEEKS, List.of(), RunMonitor.NONE)
                .goods();
        Dataset dataset = made.dataset();
        return Outcome.of(goods[List.copyOf(dataset.goods()).indexOf(dataset.getGood("chip"))])
                .trough();
    }

    private static Dataset fourMakers(SplittableRandom random) {
        double part = 0.1 * (3 + random.nextInt(5));
        double chip = 0.1 * (3 + random.nextInt(5));
        int partStock = random.nextInt(3);
        int chipStock = random.nextInt(3);
        int partLead = 1 + random.nextInt(2);
        int chipLead = 1 + random.nextInt(2);
        return NetworkSketch.named("four makers")
                .good("feed", GoodKind.MATERIAL)
                .good("part", GoodKind.COMPONENT)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "feed", 0.6)
                .makes("V", "feed", 0.4, 0.1 * random.nextInt(3), 4)
                .makes("Y", "part", part)
                .makes("Z", "part", 1 - part)
                .makes("W", "chip", chip)
                .makes("U", "chip", 1 - chip)
                .needs(
                        "part",
                        "feed",
                        in -> in.useShare(1).stockWeeks(partStock).leadWeeks(partLead))
                .needs(
                        "chip",
                        "part",
                        in -> in.useShare(1).stockWeeks(chipStock).leadWeeks(chipLead))
                .build();
    }

    private static Scenario scarce(SplittableRandom random) throws SelectorParser.SyntaxException {
        return Scenario.adHoc(
                WEEKS,
                List.of(RestrictionKinds.EXPORT_BAN.on(
                        new Restriction.Terms(
                                List.of(SelectorParser.parse("good:feed country:X")),
                                Optional.empty(),
                                new Period(6, 12 + random.nextInt(8), 0),
                                "",
                                ""),
                        Figure.point("leak", 0.1 * (2 + random.nextInt(6)), "part", Evidence.assumption("test")))));
    }
}
