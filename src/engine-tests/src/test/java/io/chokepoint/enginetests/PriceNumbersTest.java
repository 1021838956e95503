package io.chokepoint.enginetests;

import static io.chokepoint.enginetests.StatedNumbers.SIX_DIGITS;
import static io.chokepoint.enginetests.StatedNumbers.assertSeries;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.PriceExamples;
import io.chokepoint.testkit.ScenarioSketch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The worked numbers of the price page, each as the page states it: series in its notation, six digits. Those numbers were computed apart
 * from this program.
 */
@ParameterizedClass(name = "{0}")
@EnumSource
class PriceNumbersTest {

    @Parameter
    Models model = Models.ENGINE;

    private ModelRun run(PriceExamples example) {
        return model.run(example.dataset(), example.scenario());
    }

    private void assertPrices(ModelRun run, String name, String stated) {
        assertSeries(run.prices.get(name), "price of " + name, stated);
    }

    private void assertForeseen(ModelRun run, String name, String stated) {
        assertSeries(run.foreseenPrices.get(name), "foreseen price of " + name, stated);
    }

    private void assertMoney(ModelRun run, String what, double stated) {
        assertThat(run.money.get(what)).as(what).isCloseTo(stated, within(SIX_DIGITS));
    }

    private void assertTolerance(ModelRun run, String activity, double stated) {
        assertThat(run.tolerances.get(activity)).as("R of " + activity).isCloseTo(stated, within(SIX_DIGITS));
    }

    private void assertBid(ModelRun run, String flow, double stated) {
        assertThat(run.bids.get(flow)).as("tolerance of " + flow).isCloseTo(stated, within(SIX_DIGITS));
    }

    /** {@code a@X (spare .1, rampWeeks 2) → b@Y (u .3, ℓ 1, n 1), c@Z (u .2, ℓ 1, n 1)}. */
    @Nested
    class Example1TwoCustomers {
        private ModelRun run() {
            return PriceNumbersTest.this.run(PriceExamples.TWO_CUSTOMERS);
        }

        @Test
        void whoSpendsLittleOnItBidsMost() {
            ModelRun run = run();

            assertTolerance(run, "a@X", 10.451101);
            assertPrices(run, "a@X", "10-11: 12.900027, 12: 11.600335, 13-29: 10.497145, 30: 1.145180");
            assertSeries(run, "b@Y", "27: 0.999210, 28-30: 0.943921");
            assertSeries(run, "c@Z", "12: 0.557501, 13: 0.312693, 14-30: 0.346728");
        }

        @Test
        void costsRiseDownstreamAndForeseenPricesBefore() {
            ModelRun run = run();

            assertPrices(run, "b@Y", "11: 1.357001, 14: 1.284914");
            assertPrices(run, "c@Z", "11: 2.983338, 14: 2.703406");
            assertForeseen(run, "a@X", "0: 11.717407, 9: 12.776582, 11: 12.900027, 30: 1.145180");
            assertForeseen(run, "b@Y", "0: 1.220802, 10: 1.344015");
        }

        @Test
        void moneyIsLostGainedAndPaid() {
            ModelRun run = run();

            assertMoney(run, "sales lost/a@X", 20.799414);
            assertMoney(run, "sales lost/b@Y", 3.250525);
            assertMoney(run, "sales lost/c@Z", 28.235607);
            assertMoney(run, "value added lost/b@Y", 3.153010);
            assertMoney(run, "value added lost/c@Z", 23.529672);
            assertMoney(run, "gain/a@X", 163.789436);
            assertMoney(run, "gain/b@Y", 0);
            assertMoney(run, "gain/c@Z", 1.758567);
            assertMoney(run, "other uses/a@X", 31.924565);
            assertMoney(run, "other uses/b@Y", 112.149093);
            assertMoney(run, "other uses/c@Z", 31.748523);
        }
    }

    @Nested
    class Example2Tolerance {
        @Test
        void toleranceIsHandedUpTheGraph() {
            Dataset network = NetworkSketch.named("tolerance")
                    .makes("X", "ore", 1)
                    .makes("X", "oxide", 0.75)
                    .makes("R", "oxide", 0.25)
                    .makes("Y", "coat", 1)
                    .makes("V", "glass", 1)
                    .makes("S", "sub", 1)
                    .makes("W", "wafer", 1)
                    .needs("oxide", "ore", input -> input.useShare(0.9))
                    .needs("coat", "oxide", input -> input.useShare(0.1).alternative("sub", 1, 0, 0.2))
                    .needs("glass", "oxide", input -> input.useShare(0.3))
                    .needs("wafer", "coat", input -> input.useShare(0.6))
                    .needs("ore", "wafer", input -> input.useShare(0.0002))
                    .exception("oxide", "R", "ore", NetworkSketch.Sourcing::needsNone)
                    .exception(
                            "glass", "V", "oxide", maker -> maker.from("X", 0.5).from("R", 0.5))
                    .market("m", buyers -> buyers.tolerance(5).buys("wafer", 0.7, 1))
                    .value("ore", 40, 1.5)
                    .value("oxide", 80, 8)
                    .value("coat", 200, 3)
                    .value("wafer", 50000, 2.5)
                    .value("glass", 600, 1.8)
                    .value("sub", 300, 2)
                    .build();

            ModelRun run = model.run(
                    network,
                    ScenarioSketch.over(5).rationing(RationingRule.PRICE).scenario());

            assertTolerance(run, "ore@X", 21.161919);
            assertTolerance(run, "oxide@X", 17.438231);
            assertTolerance(run, "oxide@R", 25.653944);
            assertTolerance(run, "coat@Y", 113.424553);
            assertTolerance(run, "wafer@W", 4.064095);
            assertTolerance(run, "glass@V", 1.8);
            assertBid(run, "ore@X/oxide@X", 28.397051);
            assertBid(run, "oxide@X/coat@Y", 2811.613834);
            assertBid(run, "oxide@R/coat@Y", 2811.613834);
            assertBid(run, "oxide@X/glass@V", 21);
            assertBid(run, "wafer@W/ore@X", 81.647675);
            assertBid(run, "sub@S/coat@Y", 3748.818445);
            assertThat(run.valueAdded.get("oxide@X")).isCloseTo(0.4, within(SIX_DIGITS));
            assertThat(run.valueAdded.get("oxide@R")).isCloseTo(1, within(SIX_DIGITS));
        }
    }

    /** {@code a@CHN (x̄ .8), a@JPN (x̄ .2, spare .5, rampWeeks 4) → b@CHN, b@JPN (x̄ .5 each; u .6, ℓ 2, n 2, q 4)}. */
    @Nested
    class Example3InsideAndOutside {
        private ModelRun run() {
            return PriceNumbersTest.this.run(PriceExamples.INSIDE_AND_OUTSIDE);
        }

        @Test
        void thePriceRisesOutsideAndNotInside() {
            ModelRun run = run();

            assertTolerance(run, "a@CHN", 5.267596);
            assertPrices(run, "a@CHN", "10-40: 1, 41: 1.345207");
            assertPrices(run, "a@JPN", "11: 1.188332, 12-14: 1, 15: 1.457329, 16: 2.331658, 40: 3.451832, 41: 1");
            assertPrices(run, "a", "16: 1.451669");
            assertPrices(run, "b@JPN", "15: 2.494655, 17: 1.553331");
            assertPrices(run, "b@CHN", "16: 1.013317");
            assertSeries(run, "b@JPN", "14: 0.931396, 15: 0.383430, 17: 0.661423, 40: 0.805776");
            assertForeseen(run, "a@JPN", "0: 2.792731, 12: 3.134296");
            assertForeseen(run, "a", "0: 1.358546, 16: 1.803766");
        }

        @Test
        void whoRestrictsGainsLess() {
            ModelRun run = run();

            assertMoney(run, "gain/a@CHN", 5.329686);
            assertMoney(run, "gain/a@JPN", 34.416307);
            assertMoney(run, "gain/b@JPN", 6.553510);
        }
    }

    /** {@code k@X → p@V (u .5, ℓ 1, n 6); r@W (spare .5, rampWeeks 4); market m in U: p (useShare .8), r (.6)}. */
    @Nested
    class Example4Choice {
        @Test
        void buyersTurnToWhatIsNotDear() {
            ModelRun run = run(PriceExamples.CHOICE);

            assertPrices(run, "k@X", "10: 6.138491, 12: 6.124104, 13: 5.344980, 30: 1.220121");
            assertSeries(run.addedCost.get("p@V"), "added cost of p", "10: 0.02, 11-12: 1.150468, 13: 1.147303");
            assertSeries(
                    run.marketWeights.get("p@V/m"),
                    "weight of p",
                    "9: 0.571429, 10: 0.570202, 11: 0.501841, 28: 0.391846");
            assertPrices(run, "m", "10: 1.011429, 12: 1.577352, 20: 1.278977");
            assertMoney(run, "sales lost/k@X", 38.461538);
            assertMoney(run, "sales lost/p@V", 54.745770);
            assertMoney(run, "sales lost/r@W", -54.729263);
            assertMoney(run, "market cost/m", 93.972287);
            assertMoney(run, "unmet/m", 0.004664);
        }
    }
}
