package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.base.Amounts;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.Optional;

/**
 * What a run loses in money, in the few words that a line has room for; {@link PriceAnswer} says the same at length.
 *
 * @param valueAdded value added lost, in which nothing counts twice: "US$ 1.2 bn"; a range where there are runs with drawn figures
 * @param aYear the same on average over the run, for a year: of runs with drawn figures the middle
 * @param aYearRange the range of that; empty where there are no runs with drawn figures
 * @param sales sales lost, in the same form as {@code valueAdded}
 * @param during how long the run is: "156 weeks"
 * @param ranged whether these are ranges in which 8 of 10 runs with drawn figures lie
 * @param basis what the figures rest on, as a sentence
 */
public record MoneyLost(
        String valueAdded, String aYear, String aYearRange, String sales, String during, boolean ranged, String basis) {
    private static final double WEEKS_A_YEAR = 365.25 / 7;

    /**
     * Empty where the dataset does not say what its goods are worth.
     *
     * @param drawn prices of the same scenario's runs with drawn figures, if there are any
     */
    public static Optional<MoneyLost> of(SimulationResult result, Optional<PriceSpreads> drawn) {
        return result.prices().map(prices -> {
            RunMoney all = prices.money();
            double years = result.weeks() / WEEKS_A_YEAR;
            return new MoneyLost(
                    drawn.map(many -> range(many.spread(Money.VALUE_ADDED_LOST), 1))
                            .orElseGet(() -> Dollars.brief(all.valueAddedLost())),
                    drawn.map(many -> middle(many.spread(Money.VALUE_ADDED_LOST), years))
                            .orElseGet(() -> Dollars.brief(all.valueAddedLost() / years)),
                    drawn.map(many -> range(many.spread(Money.VALUE_ADDED_LOST), years))
                            .orElse(""),
                    drawn.map(many -> range(many.spread(Money.SALES_LOST), 1))
                            .orElseGet(() -> Dollars.brief(all.salesLost())),
                    Amounts.weeks(result.weeks()),
                    drawn.isPresent(),
                    PriceAnswer.basis(result.dataset()));
        });
    }

    private static String range(Spread spread, double by) {
        return Dollars.briefRange(spread.p10() / by, spread.p90() / by);
    }

    private static String middle(Spread spread, double by) {
        return Dollars.brief(spread.p50() / by);
    }

    /** "US$ 1.2 bn a year"; the middle where there are runs with drawn figures. */
    public String headline() {
        return Texts.get("money.aYear", aYear);
    }

    /** The value added lost over the whole run; of runs with drawn figures the range for a year. */
    public String detail() {
        return ranged
                ? Texts.get("money.valueAddedRange", aYearRange)
                : Texts.get("money.valueAdded", valueAdded, during);
    }

    /** The sales lost, how both are counted and what they rest on. */
    public String more() {
        return Texts.get(ranged ? "money.wholeRange" : "money.whole", valueAdded, during) + " "
                + Texts.get(ranged ? "money.salesRange" : "money.sales", sales) + " " + Texts.get("money.counted") + " "
                + basis;
    }
}
