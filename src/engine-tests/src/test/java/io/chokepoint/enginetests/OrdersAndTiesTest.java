package io.chokepoint.enginetests;

import static io.chokepoint.enginetests.StatedNumbers.assertSeries;
import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.NetworkSketch.Input;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Two details of the week: between what orders are held (step 8), and which of two inputs binds that allow the same (step 4). */
@ParameterizedClass(name = "{0}")
@EnumSource
class OrdersAndTiesTest {

    @Parameter
    Models model = Models.REFERENCE;

    /**
     * {@code a@X (spare 3, rampWeeks 1) → b@Y (spare 1, rampWeeks 1; u .8, ℓ 1, n 40) → c@Z (u .8, ℓ 1, n 40)}: stocks outlast
     * everything here, so that output of a is what is ordered of it, 0.8 of each unit of b's order and other uses' 0.2.
     */
    @Nested
    class A_OrderLimits {
        private final Dataset network = network(1);

        private static Dataset network(double spareOfB) {
            return NetworkSketch.named("limits")
                    .makes("X", "a", 1, 3, 1)
                    .makes("Y", "b", 1, spareOfB, 1)
                    .makes("Z", "c", 1)
                    .needs("b", "a", input -> input.useShare(0.8).stockWeeks(40))
                    .needs("c", "b", input -> input.useShare(0.8).stockWeeks(40))
                    .build();
        }

        @Test
        void aStockIsMadeUpWithTwiceTheUsualOrderAtMost() {
            // Ten weeks are missing at the end, so 1 + 10/4 would be ordered. In week 20 a cannot surge yet: of 2 ·
            // 0.8 + 0.2 it makes 1, b gets 2/1.8 weeks' worth and misses 89/9. From then on it gains a week a week. At
            // the end of week 26 it misses 35/9, and 1 + 35/36 is less than 2.
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(10, 20)
                            .exportBan("good:a to.good:b", 0)
                            .scenario());

            assertSeries(run, "a", "0-9: 1, 10-19: 0.2, 20: 1, 21-26: 1.8, 27: 1.777778");
            assertSeries(run, "b", "else: 1");
        }

        @Test
        void whoUsesLessThanUsualMayOrderTwiceTheUsualAllTheSame() {
            // Half of b is out from week 19 on: it needs 0.5 a week, but 2 · max(0.5, 1) is the limit. As above it
            // misses 9.5 weeks, then 9.5 + 0.5 − 2/1.8, and gains 1.5 a week, so that 0.5 + 5.888889/4 is ordered for
            // week 23.
            ModelRun run = model.run(
                    network(0),
                    ScenarioSketch.over(40)
                            .during(10, 20)
                            .exportBan("good:a to.good:b", 0)
                            .during(19, 30)
                            .outage("good:b", 0.5)
                            .scenario());

            assertSeries(run, "b", "0-18: 1, 19-29: 0.5");
            assertSeries(run, "a", "10-19: 0.2, 20: 1, 21-22: 1.8, 23: 1.777778");
        }

        @Test
        void whoUsesMoreThanUsualMayOrderTwiceWhatItUses() {
            // c makes up its stock and orders twice the usual until week 26, so b makes 1.8 and may order 3.6; the
            // week after c orders 1 + 35/36 as above, b makes 0.8 · 71/36 + 0.2 and may order twice that.
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(10, 20)
                            .exportBan("good:b to.good:c", 0)
                            .during(10, 26)
                            .exportBan("good:a to.good:b", 0)
                            .scenario());

            assertSeries(run, "b", "0-9: 1, 10-19: 0.2, 20: 1, 21-26: 1.8, 27: 1.777778");
            // 0.8 · 3.6 + 0.2, then 0.8 · 2 · 1.777778 + 0.2.
            assertSeries(run, "a", "10-25: 0.2, 26: 1, 27: 3.08, 28: 3.044444");
        }

        @Test
        void soMayWhoNeverHadAStockToMakeUp() {
            // Buyers turn from p to q, of which they want 9.2 a week, with other uses 10. From week 12 on q is made as
            // fast and uses ten times as much of k, so 10 + 9/4 is ordered for week 13. Then k cannot surge yet: of
            // 0.5 · 12.25 + 0.5 it makes 1, and q gets 12.25/6.625 of what it ordered.
            ModelRun run = model.run(
                    NetworkSketch.named("surge")
                            .makes("P", "p", 1)
                            .makes("Q", "q", 1, 9, 1)
                            .makes("K", "k", 1, 20, 1)
                            .needs("q", "k", input -> input.useShare(0.5).stockWeeks(99))
                            .market("m", buyers -> buyers.buys("p", 0.9, 10).buys("q", 0.2, 1))
                            .build(),
                    ScenarioSketch.over(20)
                            .during(10, 20)
                            .marketBan("good:p market:m")
                            .scenario());

            assertSeries(run, "q", "0-11: 1, 12-19: 10");
            assertSeries(run, "k", "0-13: 1, 14: 7.643868, 15: 7.107901");
        }

        @Test
        void nobodyOrdersLessThanNothing() {
            // b stands still from week 10 on, when a week's worth is still under way: 0 − 1/4 would be ordered, and
            // other uses would get less.
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40).during(10, 20).outage("good:b", 1).scenario());

            assertSeries(run, "a", "0-10: 1, 11-20: 0.2");
        }
    }

    /** Both a and s are gone for c from week 11 on: a is banned a week earlier where it is shipped. */
    @Nested
    class B_Ties {
        private static final UnaryOperator<Input> SHIPPED = input -> input.useShare(0.5);
        private static final UnaryOperator<Input> ACCESS =
                input -> input.useShare(0.5).access();

        private String bindingOf(Dataset network, int banOfS) {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(20)
                            .during(10, 15)
                            .exportBan("good:a to.good:c", 0)
                            .during(banOfS, 15)
                            .exportBan("good:s to.good:c", 0)
                            .scenario());
            assertSeries(run, "c@Z", "0-10: 1, 11: 0");
            return run.binding("c@Z").get(11);
        }

        private static Dataset network(
                String first, UnaryOperator<Input> ofFirst, String second, UnaryOperator<Input> ofSecond) {
            return NetworkSketch.named("tie")
                    .makes("X", "a", 1)
                    .makes("Y", "s", 1)
                    .makes("Z", "c", 1)
                    .needs("c", first, ofFirst)
                    .needs("c", second, ofSecond)
                    .build();
        }

        @Test
        void theFirstOfTwoInputsInDatasetOrderBinds() {
            assertThat(bindingOf(network("a", SHIPPED, "s", SHIPPED), 10)).isEqualTo("a");
            assertThat(bindingOf(network("s", SHIPPED, "a", SHIPPED), 10)).isEqualTo("s");
        }

        @Test
        void soItIsWhereOneIsUsedUpAndTheOtherIsAccess() {
            assertThat(bindingOf(network("a", SHIPPED, "s", ACCESS), 11)).isEqualTo("a");
            assertThat(bindingOf(network("s", ACCESS, "a", SHIPPED), 11)).isEqualTo("s");
        }

        @Test
        void anInputThatFailsInPartTiesWithAHalfCriticalOneThatFailsWholly() {
            UnaryOperator<Input> halfCritical = input -> input.useShare(0.5).criticality(0.5);

            assertThat(halfBinding(network("a", halfCritical, "s", SHIPPED))).isEqualTo("a");
            assertThat(halfBinding(network("s", SHIPPED, "a", halfCritical))).isEqualTo("s");
        }

        private String halfBinding(Dataset network) {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(20)
                            .during(10, 15)
                            .exportBan("good:a to.good:c", 0)
                            .exportBan("good:s to.good:c", 0.5)
                            .scenario());
            assertSeries(run, "c@Z", "0-10: 1, 11: 0.5");
            return run.binding("c@Z").get(11);
        }
    }
}
