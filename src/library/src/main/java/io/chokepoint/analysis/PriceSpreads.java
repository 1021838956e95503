package io.chokepoint.analysis;

import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Prices and money of many runs with drawn figures, values among them. Prices are multiples of the baseline price, money is in US$ million
 * at baseline prices. What a run does not have, such as gains of runs in which not who can pay is served, is left out; a spread of no run
 * is NaN throughout. Immutable and safe to share between threads.
 */
public final class PriceSpreads {
    private final PriceRecords record;
    private final int runs;

    /** What is read off each run for a good. */
    public enum Measure {
        /** A multiple of the baseline price, of all makers together. */
        HIGHEST_PRICE,
        /** A week of the run. */
        HIGHEST_PRICE_WEEK,
        /** A number of weeks. */
        WEEKS_ABOVE,
        SALES_LOST,
        VALUE_ADDED_LOST,
        /** Of runs in which who can pay is served. */
        SCARCITY_GAIN,
        /** The highest price at makers outside the restricting country; see {@link PriceSides}. */
        HIGHEST_OUTSIDE,
        /** The highest price at makers inside it. */
        HIGHEST_INSIDE
    }

    /** Sums of money, of all makers or those of a country. */
    public enum Money {
        SALES_LOST,
        VALUE_ADDED_LOST,
        /** Of runs in which who can pay is served, as the next two. */
        SCARCITY_GAIN,
        /** What uses outside the graph paid beyond baseline prices for what the country makes. */
        OTHER_USES_COST,
        /** What all final users paid beyond baseline prices, of markets too; of all countries together only. */
        EXTRA_COST,
        /** What of markets' demand was not met; of all countries together only. */
        UNMET_DEMAND;

        /** The column's name. */
        public String column() {
            return (this == OTHER_USES_COST ? "other_uses_extra_cost" : name().toLowerCase(Locale.ROOT)) + "_musd";
        }
    }

    PriceSpreads(PriceRecords record, int runs) {
        this.record = record;
        this.runs = runs;
    }

    /** On which side of a restriction makers sell. */
    public PriceSides sides() {
        return record.sides;
    }

    /** Countries with makers (ISO 3166-1 alpha-3; empty for the rest of the world), in dataset order. */
    public List<String> countries() {
        return record.countries;
    }

    public Spread spread(Good good, Measure measure) {
        return spread(record.goods[measure.ordinal()][record.index(good)]);
    }

    /** @throws IllegalArgumentException if the dataset has no maker there */
    public Spread spread(String country, Money money) {
        int place = record.countries.indexOf(country);
        if (place < 0) {
            throw new IllegalArgumentException("no maker is in '" + country + "'");
        }
        return spread(record.money[money.ordinal()][place]);
    }

    /** Of all countries and markets. */
    public Spread spread(Money money) {
        return spread(record.money[money.ordinal()][record.countries.size()]);
    }

    /** A sum of all countries and markets by run; NaN in a run that does not have it. */
    double[] values(Money money) {
        return Arrays.copyOf(record.money[money.ordinal()][record.countries.size()], runs);
    }

    /** What of a market's demand was not met. */
    public Spread unmet(Market market) {
        return spread(record.unmet[record.index(market)]);
    }

    /** What a market's buyers paid beyond baseline prices. */
    public Spread extraCost(Market market) {
        return spread(record.extraCost[record.index(market)]);
    }

    private Spread spread(double[] all) {
        double[] known = known(Arrays.copyOf(all, runs));
        return known.length == 0
                ? new Spread(Double.NaN, Double.NaN, Double.NaN, Double.POSITIVE_INFINITY)
                : MonteCarloResult.spreadOf(known);
    }

    private static double[] known(double[] values) {
        return Arrays.stream(values).filter(value -> !Double.isNaN(value)).toArray();
    }

    /** Whether prices were kept week by week. */
    public boolean isWeekly() {
        return record.keptRuns > 0;
    }

    /** Of how many runs, the first ones, weekly prices are kept. */
    public int runsKept() {
        return Math.min(runs, record.keptRuns);
    }

    /**
     * The price of a good by week below which the given part of the kept runs lies; NaN in a week in which none made any.
     *
     * @throws IllegalStateException unless {@link #isWeekly()}
     */
    public double[] band(Good good, double part) {
        return band(record.index(good), part);
    }

    /**
     * The same of its foreseen price.
     *
     * @throws IllegalStateException if prices of both sides were kept instead
     */
    public double[] foreseenBand(Good good, double part) {
        if (record.bySide) {
            throw new IllegalStateException("foreseen prices were not kept");
        }
        return band(record.foreseenSeries(record.index(good)), part);
    }

    /**
     * The same of its price at makers on one side of the restriction.
     *
     * @param inside whether on the inside
     * @throws IllegalStateException unless prices of both sides were kept and the good has two
     */
    public double[] sideBand(Good good, boolean inside, double part) {
        if (!record.bySide || record.sides.inside(good).isEmpty()) {
            throw new IllegalStateException("'" + good.id() + "' has no prices of two sides");
        }
        return band(record.sideSeries(record.index(good), inside), part);
    }

    /** The same of a market's basket. */
    public double[] band(Market market, double part) {
        return band(record.structure.goodCount() + record.index(market), part);
    }

    private double[] band(int series, double part) {
        if (!isWeekly()) {
            throw new IllegalStateException("prices were not kept week by week");
        }
        double[] band = new double[record.weeks];
        double[] values = new double[runsKept()];
        for (int week = 0; week < band.length; week++) {
            for (int run = 0; run < values.length; run++) {
                values[run] = record.price(run, series, week);
            }
            double[] known = known(values);
            Arrays.sort(known);
            band[week] = known.length == 0 ? Double.NaN : Quantiles.of(known, part);
        }
        return band;
    }
}
