package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Measure;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What tables say of prices and money (price page, section 6), of runs whose dataset says what its goods are worth: columns behind all
 * others. Prices are multiples of the baseline price, money is in US$ million at baseline prices; NaN, an empty cell, where there is none.
 */
final class PriceColumns {

    /**
     * Of a good, all its makers together: its highest price, the week of it, in how many weeks it is above 1.1; what its makers sell less,
     * what value added they lose, what they earn above cost (empty unless who can pay is served).
     */
    static final List<String> SUMMARY = List.of(
            "highest_price",
            "highest_price_week",
            "weeks_above_1_1",
            "sales_lost_musd",
            "value_added_lost_musd",
            "scarcity_gain_musd");

    /** The price of an activity, of a good, of a market's basket; the foreseen one of the first two. */
    static final List<String> SERIES = List.of("price", "price_foreseen");

    static final List<String> SUMMARY_SPREADS = spreads(SUMMARY);
    static final List<String> SERIES_SPREADS = spreads(SERIES);

    private static final double[] PARTS = {0.1, 0.5, 0.9};

    private static final List<Measure> MEASURES = List.of(
            Measure.HIGHEST_PRICE,
            Measure.HIGHEST_PRICE_WEEK,
            Measure.WEEKS_ABOVE,
            Measure.SALES_LOST,
            Measure.VALUE_ADDED_LOST,
            Measure.SCARCITY_GAIN);

    private PriceColumns() {}

    private static List<String> spreads(List<String> names) {
        return names.stream()
                .flatMap(name -> Stream.of(name + "_p10", name + "_p50", name + "_p90"))
                .toList();
    }

    static List<@Nullable Object> summary(RunPrices prices, Good good) {
        double[] price = prices.price(good);
        int week = RunPrices.highestWeek(price);
        RunMoney money = prices.money(good);
        List<@Nullable Object> cells = new ArrayList<>();
        cells.add(RunPrices.highest(price));
        cells.add(week < 0 ? null : week);
        cells.add(RunPrices.raisedWeeks(price));
        cells.add(money.salesLost());
        cells.add(money.valueAddedLost());
        cells.add(money.scarcityGain());
        return cells;
    }

    static List<@Nullable Object> summary(PriceSpreads prices, Good good) {
        List<@Nullable Object> cells = new ArrayList<>();
        for (Measure measure : MEASURES) {
            Spread spread = prices.spread(good, measure);
            cells.addAll(List.of(spread.p10(), spread.p50(), spread.p90()));
        }
        return cells;
    }

    /** The weekly prices of one run, worked out once for all rows. */
    static final class Weekly {
        private static final double[] NONE = {};

        private final Map<Object, double[]> price = new HashMap<>();
        private final Map<Object, double[]> foreseen = new HashMap<>();

        Weekly(RunPrices prices, List<Activity> activities, Iterable<Good> goods, Iterable<Market> markets) {
            for (Activity activity : activities) {
                price.put(activity, prices.price(activity));
                foreseen.put(activity, prices.foreseen(activity));
            }
            for (Good good : goods) {
                price.put(good, prices.price(good));
                foreseen.put(good, prices.foreseen(good));
            }
            for (Market market : markets) {
                price.put(market, prices.price(market));
            }
        }

        List<@Nullable Object> cells(Object subject, int week) {
            List<@Nullable Object> cells = new ArrayList<>();
            cells.add(at(price.getOrDefault(subject, NONE), week));
            cells.add(at(foreseen.getOrDefault(subject, NONE), week));
            return cells;
        }

        private static @Nullable Object at(double[] series, int week) {
            return week < series.length ? (Object) series[week] : null;
        }
    }

    /** The bands of the weekly prices of many runs, worked out once for all rows. */
    static final class Bands {
        private final Map<Object, List<double[]>> bands = new HashMap<>();

        Bands(PriceSpreads prices, Iterable<Good> goods, Iterable<Market> markets) {
            for (Good good : goods) {
                List<double[]> of = new ArrayList<>();
                for (double part : PARTS) {
                    of.add(prices.band(good, part));
                }
                for (double part : PARTS) {
                    of.add(prices.foreseenBand(good, part));
                }
                bands.put(good, of);
            }
            for (Market market : markets) {
                List<double[]> of = new ArrayList<>();
                for (double part : PARTS) {
                    of.add(prices.band(market, part));
                }
                bands.put(market, of);
            }
        }

        List<@Nullable Object> cells(Object subject, int week) {
            List<@Nullable Object> cells = new ArrayList<>();
            bands.getOrDefault(subject, List.of()).forEach(band -> cells.add(band[week]));
            while (cells.size() < SERIES_SPREADS.size()) {
                cells.add(null);
            }
            return cells;
        }
    }
}
