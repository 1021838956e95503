package io.chokepoint.enginetests;

import static io.chokepoint.enginetests.StatedNumbers.SIX_DIGITS;
import static io.chokepoint.enginetests.StatedNumbers.assertLostOutput;
import static io.chokepoint.enginetests.StatedNumbers.assertSeries;
import static io.chokepoint.enginetests.StatedNumbers.assertTrough;
import static io.chokepoint.enginetests.StatedNumbers.assertWeeks;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.Arrays;
import java.util.OptionalInt;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Examples 1 to 11 of the model page, section 9, each number as the page states it: series in its notation, six digits. Those
 * numbers were computed apart from this program.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class WorkedNumbersTest {

    @Parameter
    Models model = Models.REFERENCE;

    /** {@code a@X → b@Y (u .8, ℓ 3, n 4) → c@Y (u .7, ℓ 2, n 6)}. */
    @Nested
    class Example1Chain {
        private final Dataset network = NetworkSketch.named("chain")
                .makes("X", "a", 1)
                .makes("Y", "b", 1)
                .makes("Y", "c", 1)
                .needs("b", "a", input -> input.useShare(0.8).leadWeeks(3).stockWeeks(4))
                .needs("c", "b", input -> input.useShare(0.7).leadWeeks(2).stockWeeks(6))
                .build();

        private final Scenario ban = ScenarioSketch.over(60)
                .during(10, 30)
                .exportBan("good:a provider:X to.good:b", 0)
                .scenario();

        @Test
        void lossesReachEachLinkAfterItsStockAndTransit() {
            ModelRun run = model.run(network, ban);

            assertSeries(run, "a@X", "10-29: 0.2, else: 1");
            assertSeries(run, "b@Y", "17-32: 0, else: 1");
            assertSeries(run, "c@Y", "25-34: 0, else: 1");
            assertWeeks(run, "a@X", 10, 30);
            assertWeeks(run, "b@Y", 17, 33);
            assertWeeks(run, "c@Y", 25, 35);
            assertLostOutput(run, "a@X", 16);
            assertLostOutput(run, "b@Y", 16);
            assertLostOutput(run, "c@Y", 10);
        }

        @Test
        void theBindingChainEndsAtTheRestrictedFlow() {
            ModelRun run = model.run(network, ban);

            assertThat(run.chainText("c@Y")).isEqualTo("b, a@X (restricted)");
            assertThat(run.chainText("b@Y")).isEqualTo("a@X (restricted)");
            assertThat(run.chainText("a@X")).isEqualTo("demand");
        }
    }

    /** {@code a@X → b@Y (u .8, ℓ 1, n 2.5, ω .5)}. */
    @Nested
    class Example2HalfAWeekHalfCritical {
        @Test
        void aFractionOfAWeekOfStockCarriesThatFractionOfAWeek() {
            Dataset network = NetworkSketch.named("half-critical")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .needs(
                            "b",
                            "a",
                            input -> input.useShare(0.8)
                                    .leadWeeks(1)
                                    .stockWeeks(2.5)
                                    .criticality(0.5))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(50)
                            .during(10, 20)
                            .exportBan("good:a to.good:b", 0)
                            .scenario());

            assertSeries(run, "a@X", "10-19: 0.2, else: 1");
            assertSeries(run, "b@Y", "13: 0.75, 14-20: 0.5, else: 1");
            assertLostOutput(run, "b@Y", 3.75);
            assertWeeks(run, "b@Y", 13, 21);
        }
    }

    /**
     * <pre>
     * a@X (x̄ .8)                        ─┐
     * a@Y (x̄ .2, spare .5, rampWeeks 4) ─┴→ b@Z (u .8, ℓ 2, n 2, q 4)
     * </pre>
     */
    @Nested
    class Example3SecondSource {
        @Test
        void theSecondSourceSurgesAndIsQualifiedAfterItsWeeks() {
            Dataset network = NetworkSketch.named("second-source")
                    .makes("X", "a", 0.8)
                    .makes("Y", "a", 0.2, 0.5, 4)
                    .makes("Z", "b", 1)
                    .needs(
                            "b",
                            "a",
                            input -> input.useShare(0.8)
                                    .leadWeeks(2)
                                    .stockWeeks(2)
                                    .qualificationWeeks(4))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(80)
                            .during(10, 40)
                            .exportBan("good:a provider:X to.good:b", 0.25)
                            .scenario());

            assertSeries(run, "a@X", "0-9: 1, 10-39: 0.4, 40: 0.543816, 41 on: 1");
            assertSeries(run, "a@Y", "12: 1.125, 13: 1.25, 14: 1.375, 15-41: 1.5, 42: 1.419432, 43: 1.327773");
            assertSeries(
                    run,
                    "b@Z",
                    "0-14: 1, 15: 0.707469, 16: 0.496613, 17: 0.554155, 18: 0.559100, 19: 0.560557, 30: 0.561844,"
                            + " 42: 0.705660, 43 on: 1");
            assertLostOutput(run, "b@Z", 12.057079);
        }
    }

    /** {@code a@X → b@Y (u .8, ℓ 3, n 4)}. */
    @Nested
    class Example4Licence {
        @Test
        void nothingNewArrivesWhileLicencesAreProcessedAndThenTheApprovedPart() {
            Dataset network = NetworkSketch.named("licence")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .needs("b", "a", input -> input.useShare(0.8).leadWeeks(3).stockWeeks(4))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(100)
                            .during(10, 40)
                            .licence("good:a to.good:b", 9, 0.5)
                            .scenario());

            assertSeries(run, "b@Y", "17-21: 0, 22-42: 0.5, else: 1");
            assertLostOutput(run, "b@Y", 15.5);
            assertSeries(
                    run, "a@X", "0-9: 1, 10-39: 0.6, 40-41: 1, 42: 0.974170, 43: 0.880627, 44: 0.910470, 51: 0.988049");
            assertWeeks(run, "a@X", 10, 52);
        }
    }

    /**
     * <pre>
     * a@X (x̄ .7)                      ─┬→ b@Y (x̄ .5)
     * a@Y (x̄ .3, spare 1, rampWeeks 4) ─┴→ b@Z (x̄ .5)   (u .8, ℓ 2, n 2, q 3)
     * </pre>
     */
    @Nested
    class Example5Quota {
        @Test
        void aQuotaIsMadeGoodByTheOtherMaker() {
            Dataset network = NetworkSketch.named("quota")
                    .makes("X", "a", 0.7)
                    .makes("Y", "a", 0.3, 1, 4)
                    .makes("Y", "b", 0.5)
                    .makes("Z", "b", 0.5)
                    .needs(
                            "b",
                            "a",
                            input -> input.useShare(0.8)
                                    .leadWeeks(2)
                                    .stockWeeks(2)
                                    .qualificationWeeks(3))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(80)
                            .during(10, 40)
                            .quota("good:a provider:X", 0.6)
                            .scenario());

            assertSeries(run, "a@X", "0-9: 1, 10-39: 0.68, 40: 0.683162, 41 on: 1");
            assertSeries(
                    run,
                    "a@Y",
                    "0-9: 1, 12: 1.111205, 13: 1.158864, 14: 1.670992, 15: 1.914662, 16-19: 2, 20: 1.971069,"
                            + " 39: 1.758584, 41: 1.003953");
            assertSeries(run, "b@Y", "else: 1");
            assertSeries(run, "b@Z", "else: 1");
        }
    }

    /**
     * <pre>
     * scanner@NLD (spare .5, rampWeeks 13) ─┬→ wafer@TWN (x̄ .6)
     *                                       └→ wafer@CHN (x̄ .4)   (capital, u 1, ℓ 26, L 7)
     * </pre>
     */
    @Nested
    class Example6Machines {
        private final ModelRun run = model.run(
                NetworkSketch.named("machines")
                        .makes("NLD", "scanner", 1, 0.5, 13)
                        .makes("TWN", "wafer", 0.6)
                        .makes("CHN", "wafer", 0.4)
                        .needs(
                                "wafer",
                                "scanner",
                                input -> input.useShare(1).leadWeeks(26).capital(7))
                        .build(),
                ScenarioSketch.over(320)
                        .during(10, 114)
                        .exportBan("good:scanner provider:NLD to.provider:CHN", 0)
                        .scenario());

        @Test
        void capacityWearsDownWithTheMachinesAndIsMadeUpLater() {
            assertSeries(run, "wafer@CHN", "0-36: 1, 37: 0.997253, 38: 0.994513, 40: 0.989056, 80: 0.885994");
            assertThat(run.output("wafer@CHN", 37)).isCloseTo(1 - 1 / 364.0, within(1e-12));
            assertTrough(run, "wafer@CHN", 0.751182, 140);
            assertThat(run.outcome("wafer@CHN").trough()).isCloseTo(StrictMath.pow(1 - 1 / 364.0, 104), within(1e-12));
            assertLostOutput(run, "wafer@CHN", 24.017677);
            assertThat(run.outcome("wafer@CHN").recoveryWeek()).isEqualTo(OptionalInt.of(226));
        }

        @Test
        void catchingUpCrowdsOutTheOtherBuyerALittle() {
            assertSeries(run, "scanner@NLD", "0-9: 1, 10-113: 0.6, 114: 1, 115: 1.038462, 126: 1.4, 150: 1.418008");
            assertTrough(run, "wafer@TWN", 0.995600, 151);
            assertThat(run.outcome("wafer@TWN").firstLossWeek()).isEmpty();
        }
    }

    /**
     * <pre>
     * p@V1 (useShare .4, e 2)                         ─┐
     * q@V2 (useShare .4, e 1, spare .5, rampWeeks 4)  ─┤
     * r@V3 (useShare .5, e .8)                        ─┼→ market m (switchWeeks 4, η 1)
     * s@V4 (useShare .2, e 2, spare 1, rampWeeks 4)   ─┘
     * </pre>
     */
    @Nested
    class Example7Market {
        private final ModelRun run = model.run(
                NetworkSketch.named("market")
                        .makes("V1", "p", 1, 0, 4)
                        .makes("V2", "q", 1, 0.5, 4)
                        .makes("V3", "r", 1, 0, 4)
                        .makes("V4", "s", 1, 1, 4)
                        .market(
                                "m",
                                buyers -> buyers.switchWeeks(4)
                                        .priceSensitivity(1)
                                        .buys("p", 0.4, 2)
                                        .buys("q", 0.4, 1)
                                        .buys("r", 0.5, 0.8)
                                        .buys("s", 0.2, 2))
                        .build(),
                ScenarioSketch.over(60)
                        .during(10, 30)
                        .marketBan("good:p market:m")
                        .tariff("good:q market:m", 1, 0.5)
                        .scenario());

        @Test
        void buyersMoveToOtherProductsAndSomeDemandStaysUnmet() {
            double[] unmet =
                    Arrays.stream(run.output("m")).map(served -> 1 - served).toArray();

            assertSeries(
                    unmet,
                    "unmet demand of m",
                    "0-9: 0, 10: 0.4, 11: 0.339464, 12: 0.271894, 13: 0.232972, 20: 0.135376, 29: 0.121817, 30: 0.120274,"
                            + " 31: 0.086194, 39: 0.007101");
            assertSeries(run, "q@V2", "12: 1.028609");
            assertSeries(run, "s@V4", "12: 1.080348");
        }

        @Test
        void sharesOfFunctionFollowTheWeightsPlacedTheWeekBefore() {
            // Placed in week 10: q 0.208174, s 0.245913. Neither can surge yet in week 11, so all of q's buyers get 1
            // of
            // 0.6 + 2 · 0.208174 ordered, all of s's 1 of 0.8 + 0.245913. In week 12 both can.
            assertThat(get("p@V1/m")[11]).isZero();
            assertThat(received("q@V2/m", 11)).isCloseTo(0.208174 / (0.6 + 2 * 0.208174), within(SIX_DIGITS));
            assertThat(received("s@V4/m", 11)).isCloseTo(0.245913 / (0.8 + 0.245913), within(SIX_DIGITS));
            assertThat(received("r@V3/m", 11)).isCloseTo(0.245913 / (0.5 + 0.5 * 0.245913 / 0.2), within(SIX_DIGITS));
            assertThat(received("q@V2/m", 12)).isCloseTo(0.214305, within(SIX_DIGITS));
            assertThat(received("s@V4/m", 12)).isCloseTo(0.280348, within(SIX_DIGITS));
        }

        private double received(String key, int week) {
            return get(key)[week] * (1 - run.unmet("m", week));
        }

        @Test
        void weightsAndAddedCostAreThoseOfThePage() {
            double[][] stated = {{0.3, 0.208174, 0.245913, 0.245913}, {0.225, 0.214305, 0.280348, 0.280348}};
            String[] products = {"p@V1/m", "q@V2/m", "r@V3/m", "s@V4/m"};

            for (int later = 0; later < stated.length; later++) {
                for (int p = 0; p < products.length; p++) {
                    double[] weights = run.marketWeights.getOrDefault(products[p], new double[0]);
                    assertThat(weights[10 + later])
                            .as("weight of %s in week %d", products[p], 10 + later)
                            .isCloseTo(stated[later][p], within(SIX_DIGITS));
                }
            }
            assertThat(run.addedCost.getOrDefault("q@V2/m", new double[0])[10]).isCloseTo(0.5, within(1e-12));
        }

        private double[] get(String key) {
            return run.vendorShares.getOrDefault(key, new double[0]);
        }
    }

    /**
     * <pre>
     *        ┌→ left@Y  (u .5, ℓ 1, n 1, costShare .4) ─→ (u .6, ℓ 2, n 1, costShare .3)       ─┐
     * ore@X ─┤    ↑ or sub@V (cap .3, qualificationWeeks 6, perUnit .5; spare 1, rampWeeks 2)  ├→ chip@W, military
     *        └→ right@Z (u .3, ℓ 1, n 0, costShare .2) ─→ (u .5, ℓ 1, n 2, ω .5, costShare .5) ─┘
     * </pre>
     */
    @Nested
    class Example8DiamondEndUseAlternativeCost {
        private final Dataset network = NetworkSketch.named("diamond")
                .good("chip", GoodKind.PRODUCT, "military")
                .makes("X", "ore", 1)
                .makes("Y", "left", 1)
                .makes("Z", "right", 1)
                .makes("W", "chip", 1)
                .makes("V", "sub", 1, 1, 2)
                .needs(
                        "left",
                        "ore",
                        input -> input.useShare(0.5)
                                .leadWeeks(1)
                                .stockWeeks(1)
                                .costShare(0.4)
                                .alternative("sub", 0.3, 6, 0.5))
                .needs(
                        "right",
                        "ore",
                        input -> input.useShare(0.3).leadWeeks(1).stockWeeks(0).costShare(0.2))
                .needs(
                        "chip",
                        "left",
                        input -> input.useShare(0.6).leadWeeks(2).stockWeeks(1).costShare(0.3))
                .needs(
                        "chip",
                        "right",
                        input -> input.useShare(0.5)
                                .leadWeeks(1)
                                .stockWeeks(2)
                                .criticality(0.5)
                                .costShare(0.5))
                .build();

        private final ModelRun run = model.run(
                network,
                ScenarioSketch.over(60)
                        .during(10, 30)
                        .endUse("military")
                        .exportBan("good:ore provider:X", 0)
                        .everyUse()
                        .tariff("good:ore provider:X", 1, 1)
                        .scenario());

        @Test
        void onlyThePartForTheEndUseIsCutAndTheStandInHelps() {
            assertSeries(run, "ore@X", "0-9: 1, 10-29: 0.55");
            assertSeries(run, "left@Y", "0-11: 1, 12: 0.8, 13-17: 0.4, 18: 0.679070, 19-30: 0.7, 31 on: 1");
            assertSeries(run, "right@Z", "0-10: 1, 11-30: 0.5, 31: 0.9375, 32: 0.941120");
            assertSeries(
                    run,
                    "chip@W",
                    "0-15: 1, 16: 0.636090, 17: 0.445291, 18: 0.459594, 19: 0.463765, 20: 0.786595, 25: 0.782671,"
                            + " 32: 0.782644, 33 on: 1");
            assertSeries(run, "sub@V", "0-17: 1, 18-30: 1.075");
        }

        @Test
        void theBindingChainOfTheChipLeadsBackToTheOre() {
            assertThat(run.chainText("chip@W")).isEqualTo("left, ore@X (restricted)");
        }

        @Test
        void addedCostAddsUpAlongBothBranches() {
            assertThat(cost("left@Y", 10)).isCloseTo(0.4, within(1e-12));
            assertThat(cost("right@Z", 10)).isCloseTo(0.2, within(1e-12));
            assertThat(cost("chip@W", 10)).isCloseTo(0.22, within(1e-12));
            assertThat(cost("chip@W", 9)).isZero();
            assertThat(cost("chip@W", 30)).isZero();
        }

        private double cost(String name, int week) {
            return run.addedCost.getOrDefault(name, new double[0])[week];
        }
    }

    /**
     * <pre>
     *                                  ┌→ b@Y (x̄ .5), stockWeeks 1
     * a@X (spare .2, rampWeeks 2) ─────┼→ b@Z (x̄ .3)                (u .8, ℓ 2, n 4)
     *                                  └  b@W (x̄ .2), needs no
     * </pre>
     */
    @Nested
    class Example9Exceptions {
        @Test
        void theLeanestBuyerStopsFirstAndTheOneWithoutNeedNever() {
            Dataset network = NetworkSketch.named("exceptions")
                    .makes("X", "a", 1, 0.2, 2)
                    .makes("Y", "b", 0.5)
                    .makes("Z", "b", 0.3)
                    .makes("W", "b", 0.2)
                    .needs("b", "a", input -> input.useShare(0.8).leadWeeks(2).stockWeeks(4))
                    .exception("b", "Y", "a", own -> own.stockWeeks(1))
                    .exception("b", "W", "a", own -> own.needsNone())
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(60)
                            .during(10, 20)
                            .exportBan("good:a provider:X", 0.5)
                            .scenario());

            assertSeries(run, "a@X", "0-9: 1, 10-19: 0.6, 21: 1.1, 22-25: 1.2, 26: 1.152474");
            assertSeries(run, "b@Y", "14-21: 0.5, 22: 0.967742, else: 1");
            assertSeries(run, "b@Z", "20-21: 0.5, else: 1");
            assertSeries(run, "b@W", "else: 1");
            assertTrough(run, "b", 0.6, 20);
            assertLostOutput(run, "b", 2.316129);
            assertThat(run.outcome("b").recoveryWeek()).isEqualTo(OptionalInt.of(23));
        }
    }

    /** {@code a@X → b@Y (u .8, ℓ 2, n 2); b → b (u .1, ℓ 1, n 1); b → c@Z (u .6, ℓ 1, n 4)}. */
    @Nested
    class Example10OwnUse {
        @Test
        void aMakerServesItselfFirstAndComesBack() {
            Dataset network = NetworkSketch.named("own-use")
                    .makes("X", "a", 1)
                    .makes("Y", "b", 1)
                    .makes("Z", "c", 1)
                    .needs("b", "a", input -> input.useShare(0.8).leadWeeks(2).stockWeeks(2))
                    .needs("b", "b", input -> input.useShare(0.1).leadWeeks(1).stockWeeks(1))
                    .needs("c", "b", input -> input.useShare(0.6).leadWeeks(1).stockWeeks(4))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(60)
                            .during(10, 20)
                            .exportBan("good:a provider:X to.good:b", 0)
                            .scenario());

            assertSeries(run, "a@X", "10-19: 0.2, else: 1");
            assertSeries(run, "b@Y", "14-21: 0, else: 1");
            assertSeries(run, "c@Z", "19-22: 0, else: 1");
            assertLostOutput(run, "a@X", 8);
            assertLostOutput(run, "b@Y", 8);
            assertLostOutput(run, "c@Z", 4);
            assertWeeks(run, "a@X", 10, 20);
            assertWeeks(run, "b@Y", 14, 22);
            assertWeeks(run, "c@Z", 19, 23);
        }
    }

    /**
     * <pre>
     * a@X (x̄ .7) ─┐
     * a@Y (x̄ .3) ─┴→ b@Z (u .8, ℓ 1, n 1, q 2)
     * </pre>
     */
    @Nested
    class Example11RestartAndExpansion {
        @Test
        void restartQuotasShortDelaysReserveAndExpansionTogether() {
            Dataset network = NetworkSketch.named("restart")
                    .makes("X", "a", 0.7)
                    .makes("Y", "a", 0.3)
                    .makes("Z", "b", 1)
                    .needs(
                            "b",
                            "a",
                            input -> input.useShare(0.8)
                                    .leadWeeks(1)
                                    .stockWeeks(1)
                                    .qualificationWeeks(2))
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(80)
                            .during(10, 20)
                            .outage("good:a provider:X", 0.8, 4)
                            .during(10, 16)
                            .quota("good:a provider:Y", 0.9)
                            .during(12, 18)
                            .quota("good:a", 0.5)
                            .during(30, 40)
                            .licence("good:a provider:Y", 0.4, 1)
                            .during(35, 40)
                            .compliance("good:a provider:Y", 0, 0.4)
                            .stockBuild("good:a provider:X to.good:b", 1)
                            .expansion("good:a provider:Y", 0.5, 14, 4)
                            .scenario());

            assertSeries(run, "a@X", "0-9: 1, 10-19: 0.2, 20: 0.36, 21: 0.52, 22: 0.68, 23: 0.84, 24 on: 1");
            assertSeries(
                    run,
                    "a@Y",
                    "0-9: 1, 10-11: 0.92, 12-17: 0.6, 18-24: 1.5, 25: 1.332250, 30: 1.193411, 35: 1.110904,"
                            + " 36: 1.159092, 41: 1.030845");
            assertSeries(
                    run,
                    "b@Z",
                    "0-13: 1, 14: 0.357027, 15-18: 0.266667, 19: 0.642134, 20: 0.657868, 21: 0.766697, 22: 0.875494,"
                            + " 23: 0.991689, 24 on: 1");
            assertLostOutput(run, "b@Z", 4.642423);
        }
    }
}
