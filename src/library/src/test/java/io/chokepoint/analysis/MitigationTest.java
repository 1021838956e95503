package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.Mitigation.Cost;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.SampleNetworks;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * Measures on the chain ore@X –(ℓ 3, n 4)→ oxide@Y –(ℓ 2, n 6)→ chip@Y under an export ban of ore for 20 weeks from week 10: the chip is out
 * in weeks 25 to 34, ten weeks. A full ban of 20 weeks is bridged by 20 weeks of stock, of which 4 + 6 are there.
 */
class MitigationTest {
    private static final Settings SETTINGS = new Settings(4, 4, 0.3, 9, 0.9, Cost.STOCK_WEEKS, 4, 1);

    @Test
    void aWeekOfStockOnTheChainSavesAWeekOfOutput() throws SelectorParser.SyntaxException {
        Mitigation.Result result = run(SETTINGS);

        assertThat(result.asIs().outcome().lostOutputWeeks()).isCloseTo(10, within(1e-9));
        List<Trial> stocks = result.alone().stream()
                .filter(trial -> trial.options().getFirst().kind() == Kind.STOCK)
                .toList();
        assertThat(stocks).hasSize(2).allSatisfy(trial -> {
            assertThat(trial.gainedWeeks()).isCloseTo(4, within(1e-6));
            assertThat(trial.stockWeeks()).isEqualTo(4);
        });
    }

    @Test
    void stocksInARowAddUpWithoutInteraction() throws SelectorParser.SyntaxException {
        Mitigation.Result result = run(SETTINGS);

        assertThat(result.pairs())
                .filteredOn(pair -> pair.options().stream().allMatch(option -> option.kind() == Kind.STOCK))
                .singleElement()
                .satisfies(pair -> {
                    assertThat(pair.gainedWeeks()).isCloseTo(8, within(1e-6));
                    assertThat(pair.interactionWeeks()).isCloseTo(0, within(1e-6));
                });
    }

    @Test
    void theCheapestStockBridgesTheBanAndNotAWeekMore() throws SelectorParser.SyntaxException {
        Mitigation.Result result = run(SETTINGS);

        assertThat(result.cheapest().holds(0.9)).isTrue();
        assertThat(result.cheapest().stockWeeks()).isEqualTo(10);
    }

    private static Mitigation.Result run(Settings settings) throws SelectorParser.SyntaxException {
        Dataset chain = SampleNetworks.chain();
        Selector flow = SelectorParser.parse("good:ore to.good:oxide");
        Scenario ban = Scenario.adHoc(
                80,
                List.of(RestrictionKinds.EXPORT_BAN.on(
                        new Restriction.Terms(List.of(flow), Optional.empty(), new Period(10, 30, 0), "", ""),
                        Figure.point("leak", 0, "part of flow", Evidence.assumption("test")))));
        return new Mitigation(
                        new WeeklyModel(),
                        NetworkCompiler.compile(chain, FigureValues.CENTRAL),
                        FigureValues.CENTRAL,
                        ban,
                        RationingRule.PROPORTIONAL,
                        chain.getGood("chip"))
                .run(settings, RunMonitor.NONE);
    }
}
