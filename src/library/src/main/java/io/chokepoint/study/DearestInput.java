package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSides;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Measure;
import io.chokepoint.model.Good;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.Comparator;
import java.util.Optional;

/**
 * The input whose price rises most, in the few words that a line has room for; {@link PriceAnswer} says the same at length. Inputs are all
 * goods but the dataset's headline goods.
 *
 * @param good empty where no input gets dearer by a tenth
 * @param words "Yttria: 12 times outside China, 0.8 times inside", with ranges where there are runs with drawn figures
 */
public record DearestInput(Optional<Good> good, String words) {

    /**
     * Empty where the dataset does not say what its goods are worth.
     *
     * @param drawn prices of the same scenario's runs with drawn figures, if there are any: of these come middle and range
     */
    public static Optional<DearestInput> of(SimulationResult result, Optional<PriceSpreads> drawn) {
        return result.prices().map(prices -> {
            Looking looking = new Looking(
                    prices,
                    drawn,
                    drawn.map(PriceSpreads::sides)
                            .orElseGet(() -> PriceSides.of(result.dataset(), result.restrictedMakers())));
            Optional<Good> dearest = result.dataset().goods().stream()
                    .filter(good -> !result.dataset().headline().contains(good))
                    .max(Comparator.comparingDouble(looking::most))
                    .filter(good -> looking.most(good) > RunPrices.RAISED);
            return new DearestInput(dearest, dearest.map(looking::words).orElseGet(() -> Texts.get("dearest.none")));
        });
    }

    private record Looking(RunPrices prices, Optional<PriceSpreads> drawn, PriceSides sides) {

        /** On the dearer side. */
        double most(Good good) {
            return sides.inside(good).isEmpty()
                    ? middle(good, Measure.HIGHEST_PRICE)
                    : Math.max(middle(good, Measure.HIGHEST_OUTSIDE), middle(good, Measure.HIGHEST_INSIDE));
        }

        String words(Good good) {
            Optional<String> inside = sides.inside(good);
            if (inside.isEmpty()) {
                return Texts.get("dearest.world", good.shortName(), times(good, Measure.HIGHEST_PRICE));
            }
            String there = Countries.inSentence(inside.get());
            String dear = times(good, Measure.HIGHEST_OUTSIDE);
            String within = times(good, Measure.HIGHEST_INSIDE);
            return dear.equals(within)
                    ? Texts.get("dearest.both", good.shortName(), dear, there)
                    : Texts.get("dearest.sides", good.shortName(), dear, there, within);
        }

        /** "3.4 times", "3.4 times (1.2 to 9)"; a word where it does not move or none is sold. */
        private String times(Good good, Measure measure) {
            double middle = middle(good, measure);
            String words = PriceAnswer.number(middle);
            if (middle == 0) {
                return Texts.get("dearest.noneMade");
            }
            String low = spread(good, measure)
                    .map(known -> PriceAnswer.number(known.p10()))
                    .orElse(words);
            String high = spread(good, measure)
                    .map(known -> PriceAnswer.number(known.p90()))
                    .orElse(words);
            if (!low.equals(high)) {
                return Texts.get("dearest.range", words, low, high);
            }
            return Texts.get(words.equals(PriceAnswer.number(1)) ? "dearest.same" : "dearest.times", words);
        }

        /** 0 where none is made. */
        private double middle(Good good, Measure measure) {
            double most =
                    spread(good, measure).map(Spread::p50).orElseGet(() -> RunPrices.highest(central(good, measure)));
            return Double.isNaN(most) ? 0 : most;
        }

        private double[] central(Good good, Measure measure) {
            return measure == Measure.HIGHEST_PRICE
                    ? prices.price(good)
                    : prices.price(good, maker -> sides.isInside(maker) == (measure == Measure.HIGHEST_INSIDE));
        }

        private Optional<Spread> spread(Good good, Measure measure) {
            return drawn.map(many -> many.spread(good, measure)).filter(known -> !Double.isNaN(known.p50()));
        }
    }
}
