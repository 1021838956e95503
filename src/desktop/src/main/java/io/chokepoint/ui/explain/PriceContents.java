package io.chokepoint.ui.explain;

import io.chokepoint.analysis.PriceSides;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.study.PriceAnswer;
import io.chokepoint.study.Seen;
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
    private final List<Seen> seen;

    /** @param seen in the past episodes that the run's scenario repeats */
    PriceContents(SimulationResult result, List<Seen> seen) {
        this.result = result;
        this.seen = seen;
    }

    /** @param maker the maker, where only one is meant */
    Optional<PriceContent> of(Good good, Optional<Activity> maker) {
        return result.prices()
                .map(prices -> new PriceContent(
                        maker.map(one -> List.of(new PriceChart.Series(
                                        one.provider().name(), prices.price(one), result.output(one))))
                                .orElseGet(() -> lines(prices, good)),
                        seen(good, maker),
                        Texts.get("price.chart.output"),
                        PriceAnswer.of(result, good)));
    }

    /** Of a maker only what was seen of it; of a good what was seen on one side of the restriction, or of all makers. */
    private List<PriceChart.SeenPrice> seen(Good good, Optional<Activity> maker) {
        PriceSides sides = PriceSides.of(result.dataset(), result.restrictedMakers());
        boolean two = maker.isEmpty() && sides.inside(good).isPresent();
        Predicate<Activity> inside = sides::isInside;
        List<PriceChart.SeenPrice> marks = new ArrayList<>();
        for (Seen one : seen) {
            boolean meant = one.what() == What.PRICE
                    && one.good().equals(Optional.of(good))
                    && (maker.isEmpty() || maker.equals(one.maker()));
            boolean within = two && one.isOf(inside, result.dataset());
            if (meant && (!two || within || one.isOf(inside.negate(), result.dataset()))) {
                marks.add(new PriceChart.SeenPrice(
                        within ? 1 : 0,
                        one.observation().fromWeek(),
                        one.observation().toWeek(),
                        one.observation().seen(),
                        one.text(result.dataset())));
            }
        }
        return marks;
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
                    List.of(),
                    Texts.get("price.chart.served"),
                    sentences);
        });
    }
}
