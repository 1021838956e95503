package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Period;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.SampleNetworks;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Each sample network shows what it is there to show. */
@ParameterizedClass(name = "{0}")
@EnumSource
class SampleNetworksTest {

    @Parameter
    Models model = Models.REFERENCE;

    @Test
    void everySampleRestsInItsSteadyState() {
        List<Dataset> samples = List.of(
                SampleNetworks.chain(),
                SampleNetworks.diamond(),
                SampleNetworks.twoMakers(),
                SampleNetworks.loop(),
                SampleNetworks.capital(),
                SampleNetworks.access(),
                SampleNetworks.market());

        for (Dataset sample : samples) {
            ModelRun run = model.run(sample, ScenarioSketch.over(80).scenario());

            run.series.forEach((name, series) -> {
                for (double output : series) {
                    assertThat(output).as("%s of %s", name, sample.id()).isCloseTo(1, within(1e-12));
                }
            });
        }
    }

    @Test
    void roundALoopOrdersFallUpstreamAndShortageRunsDownstream() {
        // Acid loses half its orders in week 10, so power is asked for less in week 11, and parts in week 12: the cause
        // is demand.
        // Parts eat their two weeks of stock and what is on the way, up to week 13; power follows, and then the acid
        // maker itself.
        ModelRun run = model.run(
                SampleNetworks.loop(),
                ScenarioSketch.over(80)
                        .during(10, 40)
                        .exportBan("good:acid to.good:parts", 0)
                        .scenario());

        assertThat(run.outcome("acid").firstLossWeek()).isEqualTo(OptionalInt.of(10));
        assertThat(run.outcome("power").firstLossWeek()).isEqualTo(OptionalInt.of(11));
        assertThat(run.outcome("parts").firstLossWeek()).isEqualTo(OptionalInt.of(12));
        assertThat(run.chainText("parts@Y")).isEqualTo("demand");
        assertThat(run.binding.getOrDefault("parts@Y", List.of()).subList(13, 15))
                .containsExactly("", "acid");
        assertThat(run.binding.getOrDefault("power@Z", List.of()).subList(19, 21))
                .containsExactly("", "parts");
        assertThat(run.binding.getOrDefault("acid@X", List.of()).subList(27, 29))
                .containsExactly("", "power");
    }

    @Test
    void anEssentialLoopThatHasRunDryStaysDownAfterTheBan() {
        ModelRun run = model.run(
                SampleNetworks.loop(),
                ScenarioSketch.over(80)
                        .during(10, 40)
                        .exportBan("good:acid to.good:parts", 0)
                        .scenario());

        for (String good : List.of("acid", "parts", "power")) {
            assertThat(run.output(good, 79)).as(good).isZero();
            assertThat(run.outcome(good).recoveryWeek()).as(good).isEmpty();
        }
    }

    @Test
    void anAccessInputStopsAtOnceWhenItIsBanned() {
        ModelRun run = model.run(
                SampleNetworks.access(),
                ScenarioSketch.over(40)
                        .during(10, Period.OPEN)
                        .exportBan("good:tools to:Y", 0)
                        .scenario());

        assertThat(run.outcome("design").firstLossWeek()).isEqualTo(OptionalInt.of(10));
        assertThat(run.outcome("chip").firstLossWeek()).isEqualTo(OptionalInt.of(10 + 1 + 5));
        assertThat(run.chainText("chip@Y")).isEqualTo("design, tools@X (restricted)");
    }

    @Test
    void anAccessInputStopsAWeekAfterItsMakersOutage() {
        ModelRun run = model.run(
                SampleNetworks.access(),
                ScenarioSketch.over(40)
                        .during(10, Period.OPEN)
                        .outage("good:tools", 1)
                        .scenario());

        assertThat(run.outcome("tools").firstLossWeek()).isEqualTo(OptionalInt.of(10));
        assertThat(run.outcome("design").firstLossWeek()).isEqualTo(OptionalInt.of(11));
    }

    @Test
    void aDelayOnAnAccessInputMeansNoneForThatLong() {
        // 3.5 weeks count as 4; then the approved 60 % comes through at once.
        ModelRun run = model.run(
                SampleNetworks.access(),
                ScenarioSketch.over(40)
                        .during(10, 20)
                        .licence("good:tools to:Y", 3.5, 0.6)
                        .scenario());

        StatedNumbers.assertSeries(run, "design", "0-9: 1, 10-13: 0, 14-19: 0.6, else: 1");
    }

    @Test
    void machinesThatNoLongerComeStopNobodyButWearOut() {
        ModelRun run = model.run(
                SampleNetworks.capital(),
                ScenarioSketch.over(200)
                        .during(0, Period.OPEN)
                        .exportBan("good:scanner to:Z", 0)
                        .scenario());

        // The last machines shipped before arrive in week 25; one week's wear is 1/364, and a week at 99 % comes after
        // four.
        assertThat(run.output("wafer@Z", 26)).isCloseTo(1, within(1e-12));
        assertThat(run.outcome("wafer@Z").firstLossWeek()).isEqualTo(OptionalInt.of(30));
        assertThat(run.output("wafer@Z", 199)).isBetween(0.6, 0.63);
    }

    @Test
    void aStockRushPutsTheLossOffByItsWeeks() {
        ModelRun run = model.run(
                SampleNetworks.chain(),
                ScenarioSketch.over(60)
                        .during(0, Period.OPEN)
                        .exportBan("good:ore to.good:oxide", 0)
                        .stockBuild("good:ore to.good:oxide", 5)
                        .scenario());

        assertThat(run.outcome("oxide").firstLossWeek()).isEqualTo(OptionalInt.of(3 + 4 + 5));
    }
}
