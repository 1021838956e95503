package io.chokepoint.bounds.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.BestResponse.StockValue;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.testkit.NetworkSketch;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is left out of the programme for being ample changes neither the least loss nor what stock is worth. */
class ScarcityTest {
    private static final HighsSolver SOLVER = HighsSolver.load().orElseThrow();
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
    @CsvSource({"ree-full-stop, magnet-user, 30", "hbm-to-china, ai-chip, 40"})
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

    /**
     * Half of the chips and half of their gas are made in X and fail for good. Y could double its chips, and has gas for half: whoever
     * makes a target together with somebody who fails may be wanted for more than usual, so its inputs may run short.
     */
    @Test
    void whoStandsInForAMakerOfTheTargetNeedsMoreThanUsual() throws SelectorParser.SyntaxException {
        Dataset dataset = NetworkSketch.named("stand-in")
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "gas", 0.5)
                .makes("Z", "gas", 0.5)
                .makes("X", "chip", 0.5)
                .makes("Y", "chip", 0.5, 1, 1)
                .needs("chip", "gas", input -> input.useShare(1).leadWeeks(1))
                .build();
        Restriction outage = RestrictionKinds.OUTAGE.on(DrawnCase.terms("country:X", 10, WEEKS), DrawnCase.figure(1));

        assertThat(leastChipsLost(dataset, outage)).isCloseTo((WEEKS - 10) * 0.5, within(1e-6));
    }

    /** Three units of neon do for one of gas, so neon's whole output is not enough: after 4 weeks of stock a third of the chips is made. */
    @Test
    void aStandInIsAskedForInItsOwnUnits() throws SelectorParser.SyntaxException {
        Dataset dataset = NetworkSketch.named("units")
                .good("gas", GoodKind.MATERIAL)
                .good("neon", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "gas", 1)
                .makes("Y", "neon", 1)
                .makes("Y", "chip", 1)
                .needs(
                        "chip",
                        "gas",
                        input -> input.useShare(1).leadWeeks(1).stockWeeks(4).alternative("neon", 1, 0, 3))
                .build();
        Restriction ban = RestrictionKinds.EXPORT_BAN.on(DrawnCase.terms("good:gas", 10, WEEKS), DrawnCase.figure(0));

        // Gas arrives up to week 10, neon from week 12 on.
        assertThat(leastChipsLost(dataset, ban)).isCloseTo(WEEKS - 11 - 4 - (WEEKS - 12) / 3.0, within(1e-6));
    }

    private static double leastChipsLost(Dataset dataset, Restriction restriction) {
        DrawnCase made = new DrawnCase(dataset, Scenario.adHoc(WEEKS, List.of(restriction)));
        return made.response(FigureValues.CENTRAL)
                .solve(List.of(dataset.getGood("chip")), SOLVER, 60, RunMonitor.NONE)
                .lostWeeks();
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
