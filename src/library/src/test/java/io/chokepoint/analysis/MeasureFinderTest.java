package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

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
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MeasureFinderTest {
    private static final int WEEKS = 80;
    private static final Settings SETTINGS = new Settings(26, 4, 0.3, 0, 0.9, Cost.STOCK_WEEKS, 6, 1);

    /** A chip of one maker from two bought parts, of one maker each. */
    private static Dataset twoParts() {
        return NetworkSketch.named("two parts")
                .good("chip", GoodKind.PRODUCT)
                .makes("A", "first", 1)
                .makes("B", "second", 1)
                .makes("W", "chip", 1)
                .needs("chip", "first", in -> in.useShare(1).stockWeeks(2).leadWeeks(1))
                .needs("chip", "second", in -> in.useShare(1).stockWeeks(6).leadWeeks(1))
                .build();
    }

    @Test
    void anInputThatWouldHoldBackNextIsOfferedAlthoughItNeverDoesInTheRun() throws Exception {
        Scenario both = Scenario.adHoc(WEEKS, List.of(ban("good:first,second", 0, 10, 30)));

        assertThat(inputs(onChains(twoParts(), both))).containsExactly("first");
        assertThat(inputs(found(twoParts(), both))).containsExactlyInAnyOrder("first", "second");
    }

    /** Either stock alone is worth little: the other part is missing. Both bridge the ban of 20 weeks. */
    @Test
    void ofTwoInputsThatAreBothMissingTheRightMeasureIsStockOfBoth() throws Exception {
        Scenario both = Scenario.adHoc(WEEKS, List.of(ban("good:first,second", 0, 10, 30)));

        Mitigation.Result result = mitigation(twoParts(), both).run(SETTINGS, RunMonitor.NONE);

        Trial best = result.pairs().getFirst();
        assertThat(best.options())
                .extracting(Option::kind, Option::input)
                .containsExactlyInAnyOrder(tuple(Kind.STOCK, "first"), tuple(Kind.STOCK, "second"));
        assertThat(best.outcome().lostOutputWeeks()).isCloseTo(0, within(1e-9));
        assertThat(best.interactionWeeks()).isGreaterThan(5);
    }

    /** The ore is scarce first and for long; the other part is missing altogether later on, when the chip is lowest. */
    @Test
    void whatHoldsBackInTheWorstWeekIsOfferedBesideWhatDidSoFirst() throws Exception {
        Dataset dataset = NetworkSketch.named("a long chain and a part")
                .good("chip", GoodKind.PRODUCT)
                .makes("X", "ore", 0.6)
                .makes("V", "ore", 0.4)
                .makes("Y", "oxide", 0.5)
                .makes("Z", "oxide", 0.5)
                .makes("Y", "powder", 0.5)
                .makes("Z", "powder", 0.5)
                .makes("Y", "lid", 0.5)
                .makes("Z", "lid", 0.5)
                .makes("Q", "part", 1)
                .makes("W", "chip", 1)
                .needs("oxide", "ore", in -> in.useShare(1).stockWeeks(1).leadWeeks(1))
                .needs("powder", "oxide", in -> in.useShare(1).stockWeeks(1).leadWeeks(1))
                .needs("lid", "powder", in -> in.useShare(1).stockWeeks(1).leadWeeks(1))
                .needs("chip", "lid", in -> in.useShare(1).stockWeeks(1).leadWeeks(1))
                .needs("chip", "part", in -> in.useShare(1).stockWeeks(2).leadWeeks(1))
                .build();
        Scenario scenario =
                Scenario.adHoc(WEEKS, List.of(ban("good:ore", 0.7, 10, WEEKS), ban("good:part", 0, 40, WEEKS)));

        List<Option> chain = onChains(dataset, Scenario.adHoc(WEEKS, List.of(ban("good:ore", 0.7, 10, WEEKS))));
        assertThat(chain)
                .as("enough on the chain at first loss, so that the next in line are not looked at")
                .hasSizeGreaterThan(MeasureFinder.ENOUGH);
        assertThat(inputs(chain)).containsExactlyInAnyOrder("lid", "powder", "oxide", "ore");
        assertThat(inputs(found(dataset, scenario))).containsExactlyInAnyOrder("lid", "powder", "oxide", "ore", "part");
    }

    @Test
    void whereNothingElseIsMissingNothingElseIsOffered() throws Exception {
        Scenario one = Scenario.adHoc(WEEKS, List.of(ban("good:first", 0, 10, 30)));

        assertThat(inputs(found(twoParts(), one))).containsExactly("first");
    }

    private static Set<String> inputs(List<Option> options) {
        return options.stream()
                .map(Option::input)
                .filter(input -> !input.isEmpty())
                .collect(Collectors.toSet());
    }

    private static List<Option> found(Dataset dataset, Scenario scenario) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        MeasureEffect effect = new MeasureEffect(
                new WeeklyModel(), network, FigureValues.CENTRAL, scenario, RationingRule.PROPORTIONAL);
        return new MeasureFinder(network.structure(), scenario, MitigationTarget.of(dataset.getGood("chip"), network))
                .find(taken -> effect.with(taken, SETTINGS), SETTINGS, RunMonitor.NONE);
    }

    private static List<Option> onChains(Dataset dataset, Scenario scenario) {
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        MeasureEffect effect = new MeasureEffect(
                new WeeklyModel(), network, FigureValues.CENTRAL, scenario, RationingRule.PROPORTIONAL);
        return new MeasureFinder(network.structure(), scenario, MitigationTarget.of(dataset.getGood("chip"), network))
                .findOnChains(effect.with(List.of(), SETTINGS), SETTINGS, RunMonitor.NONE);
    }

    private static Mitigation mitigation(Dataset dataset, Scenario scenario) {
        return new Mitigation(
                new WeeklyModel(),
                NetworkCompiler.compile(dataset, FigureValues.CENTRAL),
                FigureValues.CENTRAL,
                scenario,
                RationingRule.PROPORTIONAL,
                dataset.getGood("chip"));
    }

    private static Restriction ban(String goods, double leak, int from, int until)
            throws SelectorParser.SyntaxException {
        return RestrictionKinds.EXPORT_BAN.on(
                new Restriction.Terms(
                        List.of(SelectorParser.parse(goods)), Optional.empty(), new Period(from, until, 0), "", ""),
                Figure.point("leak/" + goods, leak, "part", Evidence.assumption("test")));
    }
}
