package io.chokepoint.bounds.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.NetworkSketch;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

/** The bound in closed form on a chain, against a second solver, and against simulated losses on random networks. */
class BestResponseTest {
    private static final int WEEKS = 60;

    /**
     * ore@X –(ℓ 3, n 4)→ oxide@Y –(ℓ 2, n 6)→ chip@Y without other uses: a ban of 20 weeks less 4 + 6 weeks of stock is 10 weeks, whoever
     * decides.
     */
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
            DrawnCase drawn = DrawnCase.of(seed, 16);
            List<Good> target = List.of(drawn.dataset().getGood("g5"));

            double highs = drawn.response(FigureValues.CENTRAL)
                    .solve(target, HighsSolver.load().orElseThrow(), 60, RunMonitor.NONE)
                    .lostWeeks();
            double other = ojAlgo(drawn.response(FigureValues.CENTRAL).wholeProgram(target));

            assertThat(highs).as("seed %d", seed).isCloseTo(other, within(1e-6));
        }
    }

    @Test
    void aSimulatedLossIsNeverBelowTheBound() throws SelectorParser.SyntaxException {
        int binding = 0;
        for (long number = 100; number < 300; number++) {
            DrawnCase drawn = DrawnCase.of(number, WEEKS);
            CompiledNetwork network = NetworkCompiler.compile(drawn.dataset(), FigureValues.CENTRAL);
            CompiledScenario scenario = DrawnCase.compiled(network, drawn.scenario());
            double[][] outputs = new WeeklyModel()
                    .prepared(scenario)
                    .outputs(WEEKS, List.of(), RunMonitor.NONE)
                    .goods();
            List<Good> goods = List.copyOf(drawn.dataset().goods());
            for (Good target : drawn.targets()) {
                double simulated = Outcome.of(outputs[goods.indexOf(target)]).lostOutputWeeks();
                BestResponse.Bound bound = new BestResponse(network, scenario, WEEKS)
                        .solve(List.of(target), HighsSolver.load().orElseThrow(), 60, RunMonitor.NONE);

                assertThat(bound.status()).isEqualTo(LpSolution.Status.OPTIMAL);
                assertThat(simulated)
                        .as("network and scenario %d, %s", number, target.id())
                        .isGreaterThanOrEqualTo(bound.lostWeeks() - 1e-6);
                binding += bound.lostWeeks() > 0.01 ? 1 : 0;
            }
        }
        assertThat(binding).as("bounds above nothing").isGreaterThan(50);
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
        return new BestResponse(network, DrawnCase.compiled(network, scenario), WEEKS)
                .solve(List.of(target), HighsSolver.load().orElseThrow(), 60, RunMonitor.NONE);
    }

    private static Scenario ban() throws SelectorParser.SyntaxException {
        return Scenario.adHoc(
                WEEKS,
                List.of(RestrictionKinds.EXPORT_BAN.on(
                        DrawnCase.terms("good:ore to.good:oxide", 10, 30), DrawnCase.figure(0))));
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
