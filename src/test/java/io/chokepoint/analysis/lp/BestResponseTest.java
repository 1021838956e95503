package io.chokepoint.analysis.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.NetworkSketch;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.WeeklySimulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The bound in closed form on a chain, against a second solver, and against simulated losses on random networks. */
class BestResponseTest {
    private static final int WEEKS = 60;

    /** ore@X –(ℓ 3, n 4)→ oxide@Y –(ℓ 2, n 6)→ chip@Y without other uses: a ban of 20 weeks less 4 + 6 weeks of stock is 10 weeks, whoever decides. */
    @Test
    void onAChainTheBestThatCanBeDoneIsWhatHappens() throws SelectorParser.SyntaxException {
        Dataset chain = chain();
        BestResponse.Bound bound = bound(chain, ban(), chain.getGood("chip"));

        assertThat(bound.status()).isEqualTo(LpSolution.Status.OPTIMAL);
        assertThat(bound.lostWeeks()).isCloseTo(10, within(1e-6));
    }

    @Test
    void theNextWeekOfStockOnTheChainIsWorthAWeekOfOutput() throws SelectorParser.SyntaxException {
        Dataset chain = chain();
        BestResponse.Bound bound = bound(chain, ban(), chain.getGood("chip"));

        assertThat(bound.stocks())
                .hasSize(2)
                .allSatisfy(value -> assertThat(value.weeksSavedPerWeek()).isCloseTo(1, within(1e-6)));
    }

    @Test
    void twoSolversAgree() throws SelectorParser.SyntaxException {
        for (long seed = 1; seed <= 3; seed++) {
            Dataset dataset = randomNetwork(seed);
            CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
            CompiledScenario scenario = compiled(network, randomScenario(dataset, seed, 16));
            BestResponse response = new BestResponse(network, scenario, 16);
            Good target = dataset.getGood("g5");

            double glop = GlopSolver.load()
                    .orElseThrow()
                    .solve(response.program(List.of(target)), 60, RunMonitor.NONE)
                    .objective();
            double other = ojAlgo(new BestResponse(network, scenario, 16).program(List.of(target)));

            assertThat(glop).as("seed %d", seed).isCloseTo(other, within(1e-6));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void aSimulatedLossIsNeverBelowTheBound(long seed) throws SelectorParser.SyntaxException {
        int binding = 0;
        for (int trial = 0; trial < 10; trial++) {
            long number = 100 * seed + trial;
            Dataset dataset = randomNetwork(number);
            CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
            CompiledScenario scenario = compiled(network, randomScenario(dataset, number, WEEKS));
            double[][] outputs = new WeeklySimulator()
                    .outputs(network, scenario, WEEKS, List.of(), RunMonitor.NONE)
                    .goods();
            List<Good> goods = List.copyOf(dataset.goods());
            for (Good target : goods.subList(goods.size() - 2, goods.size())) {
                double simulated = Outcome.of(outputs[goods.indexOf(target)]).lostOutputWeeks();
                BestResponse.Bound bound = new BestResponse(network, scenario, WEEKS)
                        .solve(List.of(target), GlopSolver.load().orElseThrow(), 60, RunMonitor.NONE);

                assertThat(bound.status()).isEqualTo(LpSolution.Status.OPTIMAL);
                assertThat(simulated)
                        .as("network and scenario %d, %s", number, target.id())
                        .isGreaterThanOrEqualTo(bound.lostWeeks() - 1e-6);
                binding += bound.lostWeeks() > 0.01 ? 1 : 0;
            }
        }
        assertThat(binding).as("bounds above nothing").isPositive();
    }

    private static Dataset chain() {
        return NetworkSketch.named("chain")
                .good("ore", GoodKind.MATERIAL)
                .good("oxide", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "ore", 1)
                .makes("Y", "oxide", 1)
                .makes("Y", "chip", 1)
                .needs("oxide", "ore", input -> input.useShare(1).leadWeeks(3).stockWeeks(4))
                .needs("chip", "oxide", input -> input.useShare(1).leadWeeks(2).stockWeeks(6))
                .build();
    }

    private static BestResponse.Bound bound(Dataset dataset, Scenario scenario, Good target) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        return new BestResponse(network, compiled(network, scenario), WEEKS)
                .solve(List.of(target), GlopSolver.load().orElseThrow(), 60, RunMonitor.NONE);
    }

    private static CompiledScenario compiled(CompiledNetwork network, Scenario scenario) {
        return ScenarioCompiler.compile(network, scenario, RationingRule.PROPORTIONAL, FigureValues.CENTRAL);
    }

    private static Scenario ban() throws SelectorParser.SyntaxException {
        return Scenario.adHoc(
                WEEKS, List.of(new Restriction.ExportBan(terms("good:ore to.good:oxide", 10, 30), figure(0))));
    }

    private static Restriction.Terms terms(String selector, int start, int end) throws SelectorParser.SyntaxException {
        List<Selector> select = List.of(SelectorParser.parse(selector));
        return new Restriction.Terms(select, Optional.empty(), new Period(start, end, 0), "", "");
    }

    private static Figure figure(double value) {
        return Figure.point("test", value, "", Evidence.assumption("test"));
    }

    private static Scenario randomScenario(Dataset dataset, long seed, int weeks)
            throws SelectorParser.SyntaxException {
        SplittableRandom random = new SplittableRandom(seed + 1_000_000);
        List<Restriction> restrictions = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        while (restrictions.size() < count) {
            int good = random.nextInt(4);
            if (dataset.usesOf(dataset.getGood("g" + good)).isEmpty()) {
                continue;
            }
            String selector = "good:g" + good + (random.nextBoolean() ? " country:P0" : "");
            int start = random.nextInt(6);
            int end = start + 5 + random.nextInt(weeks);
            double level = random.nextInt(3) / 4.0;
            restrictions.add(
                    switch (random.nextInt(4)) {
                        case 0 -> new Restriction.Outage(terms(selector, start, end), figure(1 - level));
                        case 1 -> new Restriction.ExportBan(terms(selector, start, end), figure(level));
                        case 2 ->
                            new Restriction.Licence(
                                    terms(selector, start, end), figure(random.nextInt(10)), figure(level));
                        default -> new Restriction.Quota(terms(selector, start, end), figure(level));
                    });
        }
        return Scenario.adHoc(weeks, restrictions);
    }

    /** Six goods, one to three makers each, circles, stand-ins, access and machines. */
    private static Dataset randomNetwork(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        NetworkSketch sketch = NetworkSketch.named("random-" + seed);
        int goods = 6;
        for (int g = 0; g < goods; g++) {
            sketch.good("g" + g, GoodKind.MATERIAL);
        }
        for (int g = 0; g < goods; g++) {
            int makers = 1 + random.nextInt(3);
            for (int p = 0; p < makers; p++) {
                sketch.makes("P" + p, "g" + g, 1.0 / makers, random.nextInt(3) * 0.2, 1 + random.nextInt(6));
            }
        }
        for (int g = 1; g < goods; g++) {
            for (int k = 0; k < goods; k++) {
                boolean wanted = k == g - 1 || k != g && random.nextDouble() < (k < g ? 0.3 : 0.06);
                if (!wanted) {
                    continue;
                }
                double criticality = random.nextDouble() < 0.7 ? 1 : 0.5;
                double stock = random.nextInt(6);
                int lead = 1 + random.nextInt(4);
                double qualification = random.nextInt(12);
                double use = 0.15 + 0.02 * random.nextInt(3);
                int kind = random.nextInt(8);
                int standIn = random.nextInt(goods);
                boolean hasStandIn = standIn != k && standIn != g && random.nextDouble() < 0.3;
                sketch.needs("g" + g, "g" + k, input -> {
                    input.useShare(use)
                            .criticality(criticality)
                            .stockWeeks(stock)
                            .leadWeeks(lead)
                            .qualificationWeeks(qualification);
                    if (kind == 0) {
                        return input.access();
                    }
                    if (kind == 1) {
                        return input.capital(5);
                    }
                    return hasStandIn ? input.alternative("g" + standIn, 0.5, 3, 1) : input;
                });
            }
        }
        return sketch.build();
    }

    private static double ojAlgo(LinearProgram program) {
        ExpressionsBasedModel model = new ExpressionsBasedModel();
        List<Variable> columns = new ArrayList<>();
        for (int c = 0; c < program.columnCount(); c++) {
            Variable column =
                    model.addVariable("c" + c).lower(program.columnLower(c)).weight(program.cost(c));
            if (Double.isFinite(program.columnUpper(c))) {
                column.upper(program.columnUpper(c));
            }
            columns.add(column);
        }
        List<Expression> rows = new ArrayList<>();
        for (int r = 0; r < program.rowCount(); r++) {
            Expression row = model.addExpression("r" + r);
            if (Double.isFinite(program.rowLower(r))) {
                row.lower(program.rowLower(r));
            }
            if (Double.isFinite(program.rowUpper(r))) {
                row.upper(program.rowUpper(r));
            }
            rows.add(row);
        }
        for (int e = 0; e < program.entryCount(); e++) {
            rows.get(program.entryRow(e)).set(columns.get(program.entryColumn(e)), program.entryValue(e));
        }
        Optimisation.Result result = model.minimise();
        assertThat(result.getState().isOptimal()).isTrue();
        return result.getValue();
    }
}
