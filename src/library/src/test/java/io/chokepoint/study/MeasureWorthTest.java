package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.analysis.MitigationTarget;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Provider;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.study.MeasureWorth.Loser;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Gas of one maker for the chips and the lamps of A and the chips of B, 60 % of it lost for 30 weeks. Values in US$ million a year. */
class MeasureWorthTest {
    private static final double WEEKS_A_YEAR = 52;
    private static final Mitigation.Settings SETTINGS =
            new Mitigation.Settings(26, 4, 0.3, 9, 0.9, Cost.STOCK_WEEKS, 4, 1);

    private final StudyRunner runner = runner(network(true));
    private final MeasureWorth worth = new MeasureWorth(runner, FigureValues.CENTRAL);
    private final MitigationTarget target = worth.target(provider("A"));
    private Mitigation mitigation;
    private List<Trial> alone;

    @BeforeEach
    void tryAll() throws SelectorParser.SyntaxException {
        mitigation = new MitigationStudy(runner).of(gasLost(), FigureValues.CENTRAL, target);
        Trial asIs = mitigation.asIs(SETTINGS, RunMonitor.NONE);
        alone = mitigation.alone(mitigation.find(SETTINGS, RunMonitor.NONE), asIs, SETTINGS, RunMonitor.NONE);
    }

    @Test
    void aMakerStocksAnInputForAllItsUsesAtOnce() {
        Trial stock = of(Kind.STOCK);

        assertThat(alone).filteredOn(trial -> kind(trial) == Kind.STOCK).hasSize(1);
        assertThat(stock.options().getFirst().makers()).isEqualTo("@A");
        assertThat(stock.options().getFirst().slots()).hasSize(2);
        assertThat(stock.stockWeeks()).isEqualTo(26);
        assertThat(stock.gainedWeeks()).isGreaterThan(5);
    }

    @Test
    void stockCostsWhatTheMakerUsesOfItInTheseWeeks() {
        // A takes half of the 80 % of the gas that go into chips, and all of the 10 % that go into lamps.
        double cost = worth.cost(of(Kind.STOCK).options()).orElseThrow();

        assertThat(cost).isCloseTo(26 * (0.4 + 0.1) * 100 / WEEKS_A_YEAR, within(1e-9));
        double week = worth.weekOf(target).orElseThrow();
        assertThat(week).isCloseTo((0.5 * 2000 + 300) / WEEKS_A_YEAR, within(1e-9));
        assertThat(worth.gainPerCost(of(Kind.STOCK), target).orElseThrow())
                .isCloseTo(of(Kind.STOCK).gainedWeeks() * week / cost, within(1e-9));
    }

    @Test
    void whatAPlaceInTheQueueCostsIsNotKnownButWhoLosesByItIs() {
        Trial priority = of(Kind.PRIORITY);

        assertThat(worth.cost(priority.options())).isEmpty();
        assertThat(worth.gainPerCost(priority, target)).isEmpty();
        assertThat(priority.gainedWeeks()).isPositive();
        List<Loser> losers = losers(priority);
        assertThat(losers).first().satisfies(loser -> {
            assertThat(loser.maker().id()).isEqualTo("B");
            assertThat(loser.worst().id()).isEqualTo("chip");
            assertThat(loser.lostWeeks()).isPositive();
            assertThat(loser.millions().orElseThrow())
                    .isCloseTo(loser.lostWeeks() * 0.5 * 2000 / WEEKS_A_YEAR, within(1e-9));
        });
        assertThat(losers).noneMatch(loser -> loser.maker().id().equals("A"));
    }

    @Test
    void whoLivesOnItsStockStillOrdersAndSoTakesLessFromOthersThanWhoIsServedFirst() {
        double byStock = lostByB(of(Kind.STOCK));

        assertThat(byStock).isBetween(0.0, lostByB(of(Kind.PRIORITY)));
        assertThat(byStock).isLessThan(of(Kind.STOCK).gainedWeeks());
    }

    private double lostByB(Trial trial) {
        return losers(trial).stream()
                .filter(loser -> loser.maker().id().equals("B"))
                .mapToDouble(Loser::lostWeeks)
                .sum();
    }

    @Test
    void withoutValuesAWeekKeptIsCountedForEachWeekOfStock() throws SelectorParser.SyntaxException {
        StudyRunner plain = runner(network(false));
        MeasureWorth unknown = new MeasureWorth(plain, FigureValues.CENTRAL);

        assertThat(unknown.cost(of(Kind.STOCK).options())).isEmpty();
        assertThat(unknown.weekOf(target)).isEmpty();
        assertThat(unknown.gainPerCost(of(Kind.STOCK), target).orElseThrow())
                .isCloseTo(of(Kind.STOCK).gainedWeeks() / 26, within(1e-12));
    }

    @Test
    void aTargetOfSeveralGoodsLosesTheirMean() throws SelectorParser.SyntaxException {
        Dataset dataset = runner.structure().dataset();
        MitigationTarget both = worth.target("both", "both", List.of(dataset.getGood("chip"), dataset.getGood("lamp")));

        Trial asIs = new MitigationStudy(runner)
                .of(gasLost(), FigureValues.CENTRAL, both)
                .asIs(SETTINGS, RunMonitor.NONE);

        double mean = both.goods().stream()
                .mapToDouble(good -> {
                    try {
                        return runner.run(gasLost(), RunMonitor.NONE)
                                .outcome(good)
                                .lostOutputWeeks();
                    } catch (SelectorParser.SyntaxException e) {
                        throw new AssertionError(e);
                    }
                })
                .average()
                .orElseThrow();
        assertThat(asIs.outcome().lostOutputWeeks()).isCloseTo(mean, within(1e-9));
    }

    private List<Loser> losers(Trial trial) {
        return worth.losers(
                mitigation.outputs(List.of(), SETTINGS, RunMonitor.NONE),
                mitigation.outputs(trial.options(), SETTINGS, RunMonitor.NONE),
                target);
    }

    private Trial of(Kind kind) {
        return alone.stream().filter(trial -> kind(trial) == kind).findFirst().orElseThrow();
    }

    private static Kind kind(Trial trial) {
        return trial.options().getFirst().kind();
    }

    private Provider provider(String id) {
        return runner.structure().dataset().findProvider(id).orElseThrow();
    }

    private static Scenario gasLost() throws SelectorParser.SyntaxException {
        return Scenario.adHoc(
                60,
                List.of(RestrictionKinds.OUTAGE.on(
                        new Restriction.Terms(
                                List.of(SelectorParser.parse("good:gas")),
                                Optional.empty(),
                                new Period(5, 35, 0),
                                "",
                                ""),
                        Figure.point("lost", 0.6, "part of capacity", Evidence.assumption("test")))));
    }

    private static StudyRunner runner(Dataset dataset) {
        return new StudyRunner(new DataPackage(
                Path.of("made up"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
    }

    private static Dataset network(boolean values) {
        NetworkSketch sketch = NetworkSketch.named("gas for two")
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .good("lamp", GoodKind.PRODUCT)
                .makes("Q", "gas", 1)
                .makes("A", "chip", 0.5)
                .makes("A", "lamp", 1)
                .makes("B", "chip", 0.5)
                .needs("chip", "gas", in -> in.useShare(0.8).leadWeeks(1).stockWeeks(2))
                .needs("lamp", "gas", in -> in.useShare(0.1).leadWeeks(1).stockWeeks(2));
        return values
                ? sketch.value("gas", 100, 4)
                        .value("chip", 2000, 4)
                        .value("lamp", 300, 4)
                        .build()
                : sketch.build();
    }
}
