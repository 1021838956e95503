package io.chokepoint.analysis.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.lp.BestResponse.StockValue;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of the programme for being ample changes neither the least loss nor what stock is worth. */
class ScarcityTest {
    private static final GlopSolver SOLVER = GlopSolver.load().orElseThrow();
    private static final int WEEKS = 50;

    @Test
    void onDrawnNetworksTheLeastLossIsThatOfTheWholeProgramme() throws SelectorParser.SyntaxException {
        int rows = 0;
        int wholeRows = 0;
        int losing = 0;
        for (long seed = 5001; seed <= 5150; seed++) {
            DrawnCase drawn = DrawnCase.of(seed, WEEKS);
            BestResponse response = drawn.response(FigureValues.CENTRAL);
            LinearProgram program = response.program(drawn.targets());
            LinearProgram whole = response.wholeProgram(drawn.targets());
            double least = least(whole);

            assertThat(least(program)).as("network %d", seed).isCloseTo(least, within(1e-6));
            rows += program.rowCount();
            wholeRows += whole.rowCount();
            losing += least > 0.01 ? 1 : 0;
        }
        assertThat(losing).as("networks with a loss").isGreaterThan(20);
        assertThat(rows).as("rows").isPositive().isLessThan(wholeRows * 3 / 4);
    }

    /** With little stock, so that something is lost in few weeks. */
    @ParameterizedTest
    @CsvSource({"ree-full-stop, magnet-user, 30", "taiwan-foundry-outage, ai-chip, 30", "hbm-to-china, ai-chip, 40"})
    void onTheShippedNetworkTheLeastLossIsThatOfTheWholeProgramme(String id, String tag, int weeks) {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        FigureValues lean = figure -> figure.id().endsWith("/stock_weeks") ? 0.2 * figure.low() : figure.central();
        CompiledNetwork network = NetworkCompiler.compile(data.dataset(), lean);
        Scenario scenario = data.findScenario(id).orElseThrow().withHorizonWeeks(weeks);
        CompiledScenario compiled = ScenarioCompiler.compile(network, scenario, data.defaultRationing(), lean);
        List<Good> products =
                data.dataset().goods().stream().filter(good -> good.hasTag(tag)).toList();
        BestResponse response = new BestResponse(network, compiled, weeks);
        LinearProgram whole = response.wholeProgram(products);
        LinearProgram program = response.program(products);
        double least = least(whole);

        assertThat(products).hasSizeGreaterThan(5);
        assertThat(least).isPositive();
        assertThat(least(program)).isCloseTo(least, within(1e-6));
        assertThat(program.rowCount()).isLessThan(whole.rowCount() / 2);
    }

    /** The least loss is convex in stock: its slope below is no less than the value, that above no more; where there is no kink, both are it. */
    @Test
    void theValueOfStockIsTheSlopeOfTheLeastLoss() throws SelectorParser.SyntaxException {
        double step = 0.01;
        int smooth = 0;
        for (long seed = 6001; seed <= 6020; seed++) {
            DrawnCase drawn = DrawnCase.of(seed, WEEKS);
            BestResponse.Bound bound = bound(drawn, FigureValues.CENTRAL);
            for (Dependency dependency : drawn.dataset().dependencies()) {
                String id = dependency.stockWeeks().id();
                if (dependency.mode() != DependencyMode.CONSUMED
                        || dependency.stockWeeks().central() < step) {
                    continue;
                }
                double value = bound.stocks().stream()
                        .filter(stock -> stock.input().equals(dependency.input())
                                && stock.makers().equals(dependency.consumer()))
                        .mapToDouble(StockValue::weeksSavedPerWeek)
                        .sum();
                double more = bound(
                                drawn, figure -> figure.central() + (figure.id().equals(id) ? step : 0))
                        .lostWeeks();
                double less = bound(
                                drawn, figure -> figure.central() - (figure.id().equals(id) ? step : 0))
                        .lostWeeks();

                assertThat((less - bound.lostWeeks()) / step)
                        .as("network %d, %s", seed, id)
                        .isGreaterThan(value - 1e-4);
                assertThat((bound.lostWeeks() - more) / step)
                        .as("network %d, %s", seed, id)
                        .isLessThan(value + 1e-4);
                smooth += value > 0.01 && Math.abs((less - more) / (2 * step) - value) < 1e-4 ? 1 : 0;
            }
        }
        assertThat(smooth).as("stocks worth something, without a kink").isGreaterThan(5);
    }

    private static BestResponse.Bound bound(DrawnCase drawn, FigureValues values) {
        return drawn.response(values).solve(drawn.targets(), SOLVER, 60, RunMonitor.NONE);
    }

    private static double least(LinearProgram program) {
        LpSolution solution = SOLVER.solve(program, 60, RunMonitor.NONE);
        assertThat(solution.status()).isEqualTo(LpSolution.Status.OPTIMAL);
        return solution.objective();
    }
}
