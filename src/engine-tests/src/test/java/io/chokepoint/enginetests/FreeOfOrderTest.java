package io.chokepoint.enginetests;

import static io.chokepoint.enginetests.StatedNumbers.assertLostOutput;
import static io.chokepoint.enginetests.StatedNumbers.assertSeries;
import static io.chokepoint.enginetests.StatedNumbers.assertTrough;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What several restrictions and customers share does not hang on who comes first: quotas on one flow, delays of parts of weeks, a maker among
 * its own customers. The numbers were computed apart from this program.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class FreeOfOrderTest {
    private static final double SAME = 1e-9;

    @Parameter
    Models model = Models.REFERENCE;

    /** a@X (.7), a@Y (.3) → b@Z (u .8, ℓ 3) → c@Z (u .7, ℓ 2) → market (u .9, switchWeeks 4), and what is added. */
    private static NetworkSketch chain(double stockOfA, double stockOfB) {
        return NetworkSketch.named("two-makers")
                .provider("X", "CHN")
                .provider("Y", "USA")
                .provider("Z", "JPN")
                .makes("X", "a", 0.7)
                .makes("Y", "a", 0.3)
                .makes("Z", "b", 1)
                .makes("Z", "c", 1)
                .needs("b", "a", input -> input.useShare(0.8).leadWeeks(3).stockWeeks(stockOfA))
                .needs("c", "b", input -> input.useShare(0.7).leadWeeks(2).stockWeeks(stockOfB))
                .market("m", buyers -> buyers.switchWeeks(4).buys("c", 0.9, 1));
    }

    @Nested
    class A_Quotas {
        private final Dataset network = chain(4, 6).build();

        @ParameterizedTest
        @CsvSource({"good:a, 0.5, good:a provider:X, 0.4", "good:a provider:X, 0.4, good:a, 0.5"})
        void aFlowUnderTwoTakesTheSmallerFactorWhicheverComesFirst(
                String first, double cap, String second, double otherCap) {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(0, 20)
                            .quota(first, cap)
                            .quota(second, otherCap)
                            .scenario());

            assertSeries(run, "a@X", "0-19: 0.52");
            assertSeries(run, "a@Y", "0-19: 0.6");
            assertSeries(run, "a", "0-19: 0.544");
            assertLostOutput(run, "a", 9.12);
            assertTrough(run, "b", 0.43, 11);
            assertLostOutput(run, "b", 7.4);
            assertThat(run.outcome("b").recoveryWeek()).hasValue(23);
            assertTrough(run, "c", 0.505882, 24);
            assertLostOutput(run, "c", 0.683720);
            assertLostOutput(run, "m", 0.683720);
        }
    }

    @Nested
    class B_OwnUse {
        @Test
        void aMakerThatUsesItsOwnGoodComesBackAfterABan() {
            Dataset network = chain(4, 6)
                    .needs("b", "b", input -> input.useShare(0.05).leadWeeks(1).stockWeeks(1))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(104)
                            .during(0, 20)
                            .exportBan("good:a country:CHN to:!CHN", 0)
                            .scenario());

            assertTrough(run, "b", 0.361374, 10);
            assertLostOutput(run, "b", 9.512553);
            assertThat(run.outcome("b").recoveryWeek()).hasValue(24);
            assertLostOutput(run, "c", 3.005387);
            assertThat(run.outcome("c").recoveryWeek()).hasValue(26);
            assertLostOutput(run, "m", 3.005387);
            assertLostOutput(run, "a", 11.759999);
        }

        /**
         * a@X → b@Y (u .8, ℓ 2); b → b (u .1); b → c@Z (u .6); half of b is out, so it makes .5 where 1 is asked for. Its need of itself is
         * .05 of the plan of .5; c and other uses want .9 and share the .45 that is left, under each rule in its way; what b orders of itself
         * beyond its need comes with the others.
         */
        @ParameterizedTest
        @CsvSource({"proportional", "domestic", "priority"})
        void itsNeedIsServedFirstUnderEveryRule(String rule) {
            Dataset network = NetworkSketch.named("own-use")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .makes("Z", "c", 1)
                    .needs("b", "a", input -> input.useShare(0.8).leadWeeks(2).stockWeeks(2))
                    .needs("b", "b", input -> input.useShare(0.1).leadWeeks(1).stockWeeks(0))
                    .needs("c", "b", input -> input.useShare(0.6).leadWeeks(1).stockWeeks(0))
                    .build();
            RationingRule rationing = switch (rule) {
                case "domestic" -> RationingRule.DOMESTIC_FIRST;
                case "priority" ->
                    new RationingRule.Priority(
                            List.of(new RationingRule.PriorityClass(ScenarioSketch.selectors("good:c"), false)));
                default -> RationingRule.PROPORTIONAL;
            };

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(60)
                            .during(10, 20)
                            .outage("good:b", 0.5)
                            .rationing(rationing)
                            .scenario());

            // Without its need served first, less would be there for the next week, and less again.
            assertSeries(run, "b@Y", "0-9: 1, 10-19: 0.5, 59: 1");
        }
    }

    @Nested
    class C_PartsOfWeeks {
        private ModelRun run(UnaryOperator<ScenarioSketch> delays) {
            Dataset network = chain(0, 0).build();
            return model.run(
                    network, delays.apply(ScenarioSketch.over(60).during(5, 30)).scenario());
        }

        @Test
        void lessThanHalfAWeekIsNone() {
            ModelRun run = run(delays -> delays.licence("good:a", 0.4, 1));

            assertSeries(run, "b", "0-59: 1");
            assertLostOutput(run, "a", 0);
        }

        @Test
        void whatAddsUpToAWeekIsOneWeek() {
            for (UnaryOperator<ScenarioSketch> delays : List.<UnaryOperator<ScenarioSketch>>of(
                    sketch -> sketch.licence("good:a", 0.5, 1),
                    sketch -> sketch.licence("good:a", 0.4, 1).licence("good:a", 0.4, 1),
                    sketch -> sketch.licence("good:a", 0.5, 1).compliance("good:a", 0, 0.5),
                    sketch -> sketch.licence("good:a", 1.4, 1),
                    // 0.1 + 0.2 + 0.2 falls short of a half by a rounding, and is one.
                    sketch -> sketch.licence("good:a", 0.1, 1)
                            .licence("good:a", 0.2, 1)
                            .licence("good:a", 0.2 - 1e-10, 1))) {
                ModelRun run = run(delays);

                assertSeries(run, "b", "7: 1, 8: 0");
                assertLostOutput(run, "b", 1.086925);
                assertThat(run.outcome("b").recoveryWeek()).hasValue(14);
                assertLostOutput(run, "c", 1);
                assertThat(run.outcome("c").firstLossWeek()).hasValue(10);
                assertLostOutput(run, "a", 0.965878);
            }
        }

        /** An access flow waits for each by itself: two times less than half a week is never closed. */
        @Test
        void ofAccessEachIsRoundedByItself() {
            Dataset network = NetworkSketch.named("access")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .needs("b", "a", input -> input.useShare(0.5).access())
                    .build();

            ModelRun open = model.run(
                    network,
                    ScenarioSketch.over(20)
                            .during(5, 15)
                            .licence("good:a", 0.4, 1)
                            .licence("good:a", 0.4, 1)
                            .scenario());
            ModelRun closed = model.run(
                    network,
                    ScenarioSketch.over(20)
                            .during(5, 15)
                            .licence("good:a", 1.5, 1)
                            .scenario());

            assertSeries(open, "b", "0-19: 1");
            assertSeries(closed, "b", "0-4: 1, 5-6: 0, 7-19: 1");
        }

        /** Half of a's flow is for tagged c. */
        @Test
        void ofPartsEachSumIsRoundedByItself() {
            Dataset network = NetworkSketch.named("narrowed")
                    .good("c", GoodKind.PRODUCT, "tagged")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .makes("Z", "c", 1)
                    .needs("b", "a", input -> input.useShare(1).leadWeeks(1).stockWeeks(0))
                    .needs("c", "b", input -> input.useShare(0.5).leadWeeks(1).stockWeeks(0))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(5, 30)
                            .endUse("tagged")
                            .licence("good:a", 0.4, 1)
                            .licence("good:a", 0.4, 1)
                            .scenario());

            // A quarter waits for both, 0.8 weeks, so one; a half for one of them, 0.4, so none.
            assertSeries(run, "b", "5: 1, 6: 0.75");
        }
    }

    static LongStream seeds() {
        return LongStream.range(0, 60);
    }

    /** Restrictions, measures, makers, dependencies, sourcing rows and markets in another order: the same run. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theOrderOfRowsChangesNothing(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        Scenario scenario = RandomScenarios.of(dataset, seed);
        Random random = new Random(seed);
        Dataset shuffled = dataset.toBuilder()
                .goods(shuffled(dataset.goods(), random))
                .supplies(shuffled(dataset.supplies(), random))
                .dependencies(shuffled(dataset.dependencies(), random))
                .sourcing(shuffled(dataset.sourcing(), random))
                .markets(shuffled(dataset.markets(), random))
                .build();
        List<Restriction> restrictions = shuffled(scenario.restrictions(), random);

        ModelRun one = model.run(dataset, scenario);
        ModelRun other = model.run(
                shuffled, scenario.withRestrictions(restrictions).withMeasures(shuffled(scenario.measures(), random)));

        assertThat(other.series.keySet()).isEqualTo(one.series.keySet());
        one.series.forEach((name, output) -> {
            for (int week = 0; week < output.length; week++) {
                assertThat(other.output(name, week))
                        .as("%s in week %d", name, week)
                        .isCloseTo(output[week], within(SAME));
            }
        });
    }

    private static <T> List<T> shuffled(Collection<T> rows, Random random) {
        List<T> other = new ArrayList<>(rows);
        Collections.shuffle(other, random);
        return other;
    }
}
