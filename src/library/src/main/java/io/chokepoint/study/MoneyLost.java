package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.Optional;

/**
 * What a run loses in money, in the few words that a line has room for; {@link PriceAnswer} says the same at length.
 *
 * @param valueAdded value added lost, in which nothing counts twice: "US$ 1.2 bn"; a range where there are runs with drawn figures
 * @param sales sales lost, in the same form
 * @param ranged whether these are ranges in which 8 of 10 runs with drawn figures lie
 * @param basis what the figures rest on, as a sentence
 */
public record MoneyLost(String valueAdded, String sales, boolean ranged, String basis) {

    /**
     * Empty where the dataset does not say what its goods are worth.
     *
     * @param drawn prices of the same scenario's runs with drawn figures, if there are any
     */
    public static Optional<MoneyLost> of(SimulationResult result, Optional<PriceSpreads> drawn) {
        return result.prices().map(prices -> {
            RunMoney all = prices.money();
            return new MoneyLost(
                    drawn.map(many -> range(many.spread(Money.VALUE_ADDED_LOST)))
                            .orElseGet(() -> Dollars.brief(all.valueAddedLost())),
                    drawn.map(many -> range(many.spread(Money.SALES_LOST)))
                            .orElseGet(() -> Dollars.brief(all.salesLost())),
                    drawn.isPresent(),
                    PriceAnswer.basis(result.dataset()));
        });
    }

    private static String range(Spread spread) {
        return Dollars.briefRange(spread.p10(), spread.p90());
    }

    /** "US$ 1.2 bn of value added"; a range stands alone, as there is no room for more. */
    public String headline() {
        return ranged ? valueAdded : Texts.get("money.valueAdded", valueAdded);
    }

    /** The sales lost, and how the range is to be read if there is one. */
    public String detail() {
        return Texts.get(ranged ? "money.salesRange" : "money.sales", sales);
    }

    /** How both are counted and what they rest on. */
    public String more() {
        return Texts.get("money.counted") + " " + basis;
    }
}
