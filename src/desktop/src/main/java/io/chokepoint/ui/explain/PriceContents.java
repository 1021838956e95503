package io.chokepoint.ui.explain;

import io.chokepoint.analysis.PriceSides;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.PriceAnswer;
import io.chokepoint.study.VendorShift;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.explain.InspectorContent.PriceContent;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;

/** Reads off a run what the inspector shows of prices. */
final class PriceContents {
    private final SimulationResult result;

    PriceContents(SimulationResult result) {
        this.result = result;
    }

    /** @param maker the maker, where only one is meant */
    Optional<PriceContent> of(Good good, Optional<Activity> maker) {
        return result.prices()
                .map(prices -> new PriceContent(
                        maker.map(one -> List.of(new PriceChart.Series(
                                        one.provider().name(), prices.price(one), result.output(one))))
                                .orElseGet(() -> lines(prices, good)),
                        Texts.get("price.chart.output"),
                        PriceAnswer.of(result, good)));
    }

    private List<PriceChart.Series> lines(RunPrices prices, Good good) {
        PriceSides sides = PriceSides.of(result.dataset(), result.restrictedMakers());
        if (sides.inside(good).isEmpty()) {
            return List.of(new PriceChart.Series(Texts.get("price.world"), prices.price(good), result.output(good)));
        }
        String country = Countries.name(sides.inside(good).get());
        Predicate<Activity> inside = sides::isInside;
        return List.of(
                new PriceChart.Series(
                        Texts.get("price.outside", country),
                        prices.price(good, inside.negate()),
                        output(good, inside.negate())),
                new PriceChart.Series(
                        Texts.get("price.inside", country), prices.price(good, inside), output(good, inside)));
    }

    /** Of the makers chosen, as a part of what they usually make together. */
    private double[] output(Good good, Predicate<Activity> makers) {
        double[] made = new double[result.weeks()];
        double usual = 0;
        for (Supply supply : result.dataset().suppliesOf(good)) {
            if (makers.test(supply.activity())) {
                double baseline = result.baseline(supply.activity());
                double[] own = result.output(supply.activity());
                usual += baseline;
                for (int week = 0; week < made.length; week++) {
                    made[week] += baseline * own[week];
                }
            }
        }
        for (int week = 0; week < made.length; week++) {
            made[week] = usual > 0 ? made[week] / usual : Double.NaN;
        }
        return made;
    }

    Optional<PriceContent> of(Market market) {
        return result.prices().map(prices -> {
            List<String> sentences = new ArrayList<>(PriceAnswer.of(result, market));
            VendorShift.of(result, market).stream()
                    .filter(VendorShift::isMoved)
                    .forEach(shift -> sentences.add(shift.sentence()));
            return new PriceContent(
                    List.of(new PriceChart.Series(
                            Texts.get("price.basket"), prices.price(market), result.served(market))),
                    Texts.get("price.chart.served"),
                    sentences);
        });
    }
}
