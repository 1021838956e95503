package io.chokepoint.enginetests;

import static io.chokepoint.enginetests.StatedNumbers.assertSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.RationingRule.PriorityClass;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** What the worked numbers leave out, one feature at a time, with weeks computed by hand. */
@ParameterizedClass(name = "{0}")
@EnumSource
class FeatureTest {

    @Parameter
    Models model = Models.REFERENCE;

    /**
     * <pre>
     *       ┌─u .3─→ b@X
     * a@X ──┼─u .4─→ c@Y     (ℓ 1, n 0)
     *       └─ .3 ─→ other uses
     * </pre>
     *
     * Half of a is out in week 10. What each buyer gets of its order shows as its output in week 11.
     */
    @Nested
    class A_Rationing {
        private final Dataset network = NetworkSketch.named("rationing")
                .makes("X", "a", 1)
                .makes("X", "b", 1)
                .makes("Y", "c", 1)
                .needs("b", "a", input -> input.useShare(0.3))
                .needs("c", "a", input -> input.useShare(0.4))
                .build();

        private ModelRun run(RationingRule rule) {
            return model.run(
                    network,
                    ScenarioSketch.over(30)
                            .during(10, 11)
                            .outage("good:a", 0.5)
                            .rationing(rule)
                            .scenario());
        }

        private static RationingRule.PriorityClass customers(String select) {
            return new PriorityClass(ScenarioSketch.selectors(select), false);
        }

        private final PriorityClass otherUses = new PriorityClass(List.of(), true);

        @Test
        void proportionalServesAllAlike() {
            ModelRun run = run(RationingRule.PROPORTIONAL);

            assertSeries(run, "b", "11: 0.5");
            assertSeries(run, "c", "11: 0.5");
        }

        @Test
        void domesticFirstServesTheMakersCountryAndOtherUsesBeforeTheRest() {
            ModelRun run = run(RationingRule.DOMESTIC_FIRST);

            // 0.5 for b's 0.3 and other uses' 0.3.
            assertSeries(run, "b", "11: 0.833333");
            assertSeries(run, "c", "11: 0");
        }

        @Test
        void customersThatNoClassNamesComeNextAndOtherUsesLast() {
            ModelRun run = run(new RationingRule.Priority(List.of(customers("good:c"))));

            // c's 0.4 in full, the other 0.1 for b's 0.3.
            assertSeries(run, "c", "11: 1");
            assertSeries(run, "b", "11: 0.333333");
        }

        @Test
        void otherUsesComeWhereAClassNamesThem() {
            ModelRun run = run(new RationingRule.Priority(List.of(otherUses, customers("country:Y"))));

            // Other uses' 0.3 in full, the other 0.2 for c's 0.4, nothing for b.
            assertSeries(run, "c", "11: 0.5");
            assertSeries(run, "b", "11: 0");
        }

        @Test
        void aCustomerBelongsToTheFirstClassThatSelectsIt() {
            ModelRun run =
                    run(new RationingRule.Priority(List.of(customers("good:b"), customers("good:b,c"), otherUses)));

            // b's 0.3 in full, the other 0.2 for c's 0.4.
            assertSeries(run, "b", "11: 1");
            assertSeries(run, "c", "11: 0.5");
        }

        @Test
        void aMakerWithoutACountryHasNoDomesticCustomers() {
            Dataset nowhere = NetworkSketch.named("nowhere")
                    .provider("R", "")
                    .makes("R", "a", 1)
                    .makes("R", "b", 1)
                    .needs("b", "a", input -> input.useShare(0.4))
                    .build();

            ModelRun run = model.run(
                    nowhere,
                    ScenarioSketch.over(30)
                            .during(10, 11)
                            .outage("good:a", 0.5)
                            .rationing(RationingRule.DOMESTIC_FIRST)
                            .scenario());

            assertSeries(run, "b", "11: 0");
        }
    }

    /** {@code a@X ─u .8, ℓ 1, n 0→ b@Y ─u .25, n 9→ c@Y}, c tagged: E(b) = .25. */
    @Nested
    class B_EndUse {
        private final Dataset network = NetworkSketch.named("narrow")
                .good("c", GoodKind.PRODUCT, "tagged")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .makes("Y", "c", 1)
                .needs("b", "a", input -> input.useShare(0.8).costShare(0.5))
                .needs("c", "b", input -> input.useShare(0.25).stockWeeks(9).costShare(0.2))
                .build();

        @Test
        void aDelayHoldsUpOnlyTheNarrowedPart() {
            // Week 10: a quarter of the shipment waits 3 weeks longer, 0.75 is there in week 11. At the end of week 10
            // the mean
            // delay of 0.75 weeks raises the order to 0.8 · (1 + 0.75/4) = 0.95; with other uses' 0.2 that is 1.15, of
            // which a
            // can make 1. So 0.75 · (0.95 / 1.15) / 0.8 = 0.774457 is there in week 12.
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(10, 30)
                            .endUse("tagged")
                            .compliance("good:a to.good:b", 0, 3)
                            .scenario());

            assertSeries(run, "b", "0-10: 1, 11: 0.75, 12: 0.774457");
        }

        @Test
        void aBanCutsOnlyTheNarrowedPart() {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(10, 30)
                            .endUse("tagged")
                            .exportBan("good:a to.good:b", 0)
                            .scenario());

            // 1 − 0.25 · (1 − 0) of 0.8, and other uses' 0.2.
            assertSeries(run, "a", "10-29: 0.8");
            assertSeries(run, "b", "11-30: 0.75");
        }

        @Test
        void costIsNarrowedToo() {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(40)
                            .during(10, 30)
                            .endUse("tagged")
                            .tariff("good:a to.good:b", 0.4, 0.5)
                            .scenario());

            // 0.5 · 0.25 · 0.4 · 0.5, and a fifth of that for c.
            assertThat(run.addedCost.getOrDefault("b@Y", new double[0])[10]).isCloseTo(0.025, within(1e-12));
            assertThat(run.addedCost.getOrDefault("c@Y", new double[0])[29]).isCloseTo(0.005, within(1e-12));
        }
    }

    /** {@code a@X ─u .8, ℓ 1, n 0→ b@Y}. */
    @Nested
    class C_SeveralRestrictions {
        private final Dataset network = NetworkSketch.named("several")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .needs("b", "a", input -> input.useShare(0.8))
                .build();

        @Test
        void permittedPartsMultiplyEvenWhereTwoRestrictionsAreTheSame() {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(30)
                            .during(10, 20)
                            .exportBan("good:a to.good:b", 0.5)
                            .exportBan("good:a to.good:b", 0.5)
                            .scenario());

            assertSeries(run, "b", "0-10: 1, 11-20: 0.25");
        }

        @Test
        void aRampBringsARestrictionInStepByStep() {
            // g = 1/4, 2/4, 3/4, 1, so 1 − g·(1 − 0.2) of 0.8 is there a week later.
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(30)
                            .during(10, 20, 4)
                            .exportBan("good:a to.good:b", 0.2)
                            .scenario());

            assertSeries(run, "b", "0-10: 1, 11: 0.8, 12: 0.6, 13: 0.4, 14-20: 0.2");
        }

        @Test
        void workingPartsOfCapacityMultiply() {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(30)
                            .during(10, 20)
                            .outage("good:a", 0.5)
                            .outage("country:X", 0.4)
                            .scenario());

            assertSeries(run, "a", "0-9: 1, 10-19: 0.3");
        }

        @Test
        void quotasFollowOneAnother() {
            // The first scales to 0.6 of Z, the second finds these orders within its 0.9.
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(30)
                            .during(10, 20)
                            .quota("good:a to.good:b", 0.6)
                            .quota("good:a", 0.9)
                            .scenario());

            assertSeries(run, "b", "0-10: 1, 11: 0.6");
        }

        @Test
        void delaysOfSeveralRestrictionsAddUp() {
            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(30)
                            .during(10, 25)
                            .compliance("good:a to.good:b", 0, 2)
                            .licence("good:a to.good:b", 3, 1)
                            .scenario());

            assertSeries(run, "b", "0-10: 1, 11-15: 0, 16: 1");
        }
    }

    @Nested
    class D_Refusals {
        @Test
        void costThatGrowsWithoutBoundRoundACycleIsAnError() {
            Dataset loop = NetworkSketch.named("cost-loop")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .needs("b", "a", input -> input.useShare(0.5).stockWeeks(2).costShare(1))
                    .needs("a", "b", input -> input.useShare(0.5).stockWeeks(2).costShare(1))
                    .build();

            assertThatThrownBy(() -> model.run(
                            loop,
                            ScenarioSketch.over(20)
                                    .during(5, Period.OPEN)
                                    .tariff("good:a to.good:b", 0.1, 1)
                                    .scenario()))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("settle");
        }

        @Test
        void anOverdrawnMakerIsNamed() {
            Dataset overdrawn = NetworkSketch.named("overdrawn")
                    .makes("X", "a", 0.5)
                    .makes("Y", "a", 0.5)
                    .makes("Y", "b", 1)
                    .needs("b", "a", input -> input.useShare(0.8))
                    .exception("b", "Y", "a", own -> own.from("X", 0.9).from("Y", 0.1))
                    .build();

            assertThatThrownBy(
                            () -> model.run(overdrawn, ScenarioSketch.over(20).scenario()))
                    .isInstanceOf(RuntimeException.class)
                    .hasMessageContaining("X")
                    .hasMessageContaining("overdrawn by 0.2");
        }
    }
}
