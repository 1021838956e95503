package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The cheapest stocks found, against all combinations of whole weeks of stock at the two or three places that there are, each run from a
 * dataset with those stocks. Feed one –→ part ←– feed two, part –→ chip; one maker of each but of feed one.
 */
class CheapestStocksTest {
    private static final int MOST = 14;
    private static final int WEEKS = 40;
    private static final double LEVEL = 0.9;
    private static final Settings SETTINGS = new Settings(6, 4, 0.3, 0, LEVEL, Cost.STOCK_WEEKS, 0, 1);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noCombinationOfTheSameStocksIsCheaperWeekByWeekAndNoneUndercutsTheBest(long seed) throws Exception {
        Shape shape = Shape.random(seed);
        Trial found = cheapest(shape);
        double best = Double.POSITIVE_INFINITY;
        for (int a = 0; a <= MOST; a++) {
            for (int b = 0; b <= MOST; b++) {
                for (int c = 0; c <= MOST; c++) {
                    if (a + b + c < best && keeps(shape, a, b, c)) {
                        best = a + b + c;
                    }
                }
            }
        }

        assertThat(found.holds(LEVEL)).as("seed %d", seed).isTrue();
        assertThat(best).as("seed %d: a combination that keeps the level", seed).isFinite();
        int[] weeks = weeks(found);
        assertThat(keeps(shape, weeks[0], weeks[1], weeks[2])).isTrue();
        for (int place = 0; place < weeks.length; place++) {
            if (weeks[place] > 0) {
                int[] fewer = weeks.clone();
                fewer[place]--;
                assertThat(keeps(shape, fewer[0], fewer[1], fewer[2]))
                        .as("seed %d: one week less at place %d of %s", seed, place, found.options())
                        .isFalse();
            }
        }
        assertThat(found.stockWeeks()).as("seed %d", seed).isGreaterThanOrEqualTo(best - 1e-9);
        // Built up along the chains it need not be the cheapest; here it is never dearer than twice.
        assertThat(found.stockWeeks()).as("seed %d", seed).isLessThanOrEqualTo(2 * best + 1e-9);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void whatAStockGainsIsWhatARunFromADatasetWithThatStockGains(long seed) throws Exception {
        Shape shape = Shape.random(seed);
        Mitigation.Result result = mitigation(shape).run(SETTINGS, RunMonitor.NONE);
        double asIs = run(shape, 0, 0, 0).lostOutputWeeks();

        assertThat(result.asIs().outcome().lostOutputWeeks()).isCloseTo(asIs, within(1e-12));
        assertThat(result.alone()).isNotEmpty();
        for (Trial trial : result.alone()) {
            if (trial.options().getFirst().kind() == Mitigation.Kind.STOCK) {
                int[] weeks = weeks(trial);
                assertThat(trial.gainedWeeks())
                        .as("seed %d, %s", seed, trial.options())
                        .isCloseTo(
                                asIs - run(shape, weeks[0], weeks[1], weeks[2]).lostOutputWeeks(), within(1e-9));
            }
        }
    }

    /** Stocks, lead times and which feeds are banned, for how long. */
    private record Shape(double[] stock, int[] lead, boolean both, int weeks) {
        static Shape random(long seed) {
            SplittableRandom random = new SplittableRandom(seed);
            double[] stock = {random.nextInt(3), random.nextInt(3), random.nextInt(4)};
            int[] lead = {1 + random.nextInt(3), 1 + random.nextInt(3), 1 + random.nextInt(2)};
            return new Shape(stock, lead, random.nextBoolean(), 5 + random.nextInt(6));
        }
    }

    private static Dataset dataset(Shape shape, double first, double second, double third) {
        return NetworkSketch.named("three places")
                .good("one", GoodKind.MATERIAL)
                .good("two", GoodKind.MATERIAL)
                .good("part", GoodKind.COMPONENT)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "one", 1)
                .makes("Y", "two", 1)
                .makes("Z", "part", 1)
                .makes("W", "chip", 1)
                .needs(
                        "part",
                        "one",
                        in -> in.useShare(1).stockWeeks(shape.stock[0] + first).leadWeeks(shape.lead[0]))
                .needs(
                        "part",
                        "two",
                        in -> in.useShare(1).stockWeeks(shape.stock[1] + second).leadWeeks(shape.lead[1]))
                .needs(
                        "chip",
                        "part",
                        in -> in.useShare(1).stockWeeks(shape.stock[2] + third).leadWeeks(shape.lead[2]))
                .build();
    }

    private static Scenario ban(Shape shape) throws SelectorParser.SyntaxException {
        return Scenario.adHoc(
                WEEKS,
                List.of(RestrictionKinds.EXPORT_BAN.on(
                        new Restriction.Terms(
                                List.of(SelectorParser.parse(shape.both ? "good:one,two" : "good:one")),
                                Optional.empty(),
                                new Period(6, 6 + shape.weeks, 0),
                                "",
                                ""),
                        Figure.point("leak", 0, "part", Evidence.assumption("test")))));
    }

    private static Mitigation mitigation(Shape shape) throws SelectorParser.SyntaxException {
        Dataset dataset = dataset(shape, 0, 0, 0);
        return new Mitigation(
                new WeeklyModel(),
                NetworkCompiler.compile(dataset, FigureValues.CENTRAL),
                FigureValues.CENTRAL,
                ban(shape),
                RationingRule.PROPORTIONAL,
                dataset.getGood("chip"));
    }

    private static Trial cheapest(Shape shape) throws SelectorParser.SyntaxException {
        return mitigation(shape).cheapest(SETTINGS, RunMonitor.NONE);
    }

    /** Weeks at the three places. */
    private static int[] weeks(Trial trial) {
        int[] weeks = new int[3];
        for (Option option : trial.options()) {
            weeks[List.of("one", "two", "part").indexOf(option.input())] += (int) option.weeks();
        }
        return weeks;
    }

    private static boolean keeps(Shape shape, int first, int second, int third) throws SelectorParser.SyntaxException {
        return run(shape, first, second, third).trough() >= LEVEL - 1e-9;
    }

    private static Outcome run(Shape shape, int first, int second, int third) throws SelectorParser.SyntaxException {
        Dataset dataset = dataset(shape, first, second, third);
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        ScenarioSelection selection = ScenarioSelection.of(network.structure(), ban(shape), RationingRule.PROPORTIONAL);
        CompiledScenario compiled = CompiledScenario.of(network, selection, FigureValues.CENTRAL);
        double[][] goods = new WeeklyModel()
                .prepared(compiled)
                .outputs(WEEKS, List.of(), RunMonitor.NONE)
                .goods();
        Good chip = dataset.getGood("chip");
        return Outcome.of(goods[List.copyOf(dataset.goods()).indexOf(chip)]);
    }
}
