package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Region;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Numbers worked out by hand from the decision that names the benchmark. */
class ProportionBenchmarkTest {
    private static final int WEEKS = 20;

    private static ProportionBenchmark course(Dataset dataset, Scenario scenario) {
        NetworkStructure structure = new NetworkStructure(dataset);
        return new ProportionBenchmark(
                CompiledScenario.of(
                        NetworkCompiler.compile(structure, FigureValues.CENTRAL, Overdraft.REFUSE),
                        ScenarioSelection.of(structure, scenario, RationingRule.PROPORTIONAL),
                        FigureValues.CENTRAL),
                scenario.horizonWeeks());
    }

    private static ObservedSubject output(String subject, boolean ofMarket, Dataset dataset) {
        Observation seen = PricedChain.observation(What.UNITS, Region.WORLD, Region.WORLD, 0, WEEKS - 1);
        return ObservedSubject.of(
                new Observation(subject, Optional.empty(), ofMarket, Quantity.MEAN, 0, WEEKS - 1, seen.seen(), "", ""),
                dataset);
    }

    private static double[] series(ProportionBenchmark course, String good, Dataset dataset) {
        return course.output(output(good, false, dataset));
    }

    /** Half of an input from X, half from Y; machines, and a substitute that waits for nothing. */
    private static Dataset network() {
        return NetworkSketch.named("two-makers")
                .makes("X", "ore", 0.5, 0.5, 1)
                .makes("Y", "ore", 0.5, 0.5, 1)
                .makes("V", "substitute", 1)
                .makes("W", "tool", 1)
                .makes("Z", "chip", 1)
                .needs(
                        "chip",
                        "ore",
                        input -> input.useShare(0.9)
                                .stockWeeks(30)
                                .criticality(0.4)
                                .alternative("substitute", 1, 0, 1))
                .needs("chip", "tool", input -> input.useShare(0.5).capital(5))
                .market("m", market -> market.country("U").buys("chip", 1, 1))
                .build();
    }

    @Test
    void anOutageIsMissingDownstreamInTheSameWeekWhateverStocksThereAre() {
        Dataset dataset = network();
        Scenario outage = ScenarioSketch.over(WEEKS)
                .during(5, 12)
                .outage("good:ore provider:X", 0.6)
                .scenario();
        ProportionBenchmark course = course(dataset, outage);

        double[] chip = series(course, "chip", dataset);
        assertThat(chip[4]).isEqualTo(1);
        assertThat(chip[5]).isCloseTo(0.7, within(1e-12));
        assertThat(chip[11]).isCloseTo(0.7, within(1e-12));
        assertThat(chip[12]).isEqualTo(1);
        assertThat(course.output(output("m", true, dataset))[5]).isCloseTo(0.7, within(1e-12));
        assertThat(course.price(output("chip", false, dataset))[5]).isCloseTo(1 / 0.7, within(1e-12));
    }

    @Test
    void machinesStandWhenTheirMakersDo() {
        Dataset dataset = network();
        ProportionBenchmark course = course(
                dataset,
                ScenarioSketch.over(WEEKS).during(0, 20).outage("good:tool", 1).scenario());

        assertThat(series(course, "chip", dataset)).containsOnly(1);
        assertThat(series(course, "tool", dataset)).containsOnly(0);
        assertThat(course.price(output("tool", false, dataset))).containsOnly(ObservationReader.HIGHEST_PRICE);
    }

    @Test
    void anExportBanTakesTheFlowAndLeavesTheMaker() {
        Dataset dataset = network();
        ProportionBenchmark course = course(
                dataset,
                ScenarioSketch.over(WEEKS)
                        .during(0, 20)
                        .exportBan("good:ore provider:X to.provider:Z", 0.2)
                        .scenario());
        Observation seen = PricedChain.observation(
                What.EXPORTS, new Region(false, List.of("X")), new Region(false, List.of("Z")), 0, 19);
        ObservedSubject exports = ObservedSubject.of(
                new Observation("ore", Optional.empty(), false, seen.reading(), 0, 19, seen.seen(), "", ""), dataset);

        assertThat(series(course, "ore", dataset)).containsOnly(1);
        assertThat(series(course, "chip", dataset)[0]).isCloseTo(0.6, within(1e-12));
        assertThat(course.exports(exports)[0]).isCloseTo(0.2, within(1e-12));
    }

    /** Round a cycle what is lost is lost once. */
    @Test
    void aCycleLosesNoMoreThanItsWorstMaker() {
        Dataset dataset = NetworkSketch.named("cycle")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .needs("b", "a", input -> input.useShare(0.5))
                .needs("a", "b", input -> input.useShare(0.5))
                .build();
        ProportionBenchmark course = course(
                dataset,
                ScenarioSketch.over(WEEKS).during(0, 20).outage("good:a", 0.5).scenario());

        assertThat(series(course, "a", dataset)[3]).isCloseTo(0.5, within(1e-9));
        assertThat(series(course, "b", dataset)[3]).isCloseTo(0.5, within(1e-9));
    }
}
