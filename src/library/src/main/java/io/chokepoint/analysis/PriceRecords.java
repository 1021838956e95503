package io.chokepoint.analysis;

import io.chokepoint.analysis.PriceSpreads.Measure;
import io.chokepoint.analysis.PriceSpreads.Money;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.RunMoney;
import io.chokepoint.result.RunPrices;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is kept of the prices of many runs, by run number. Each run writes its own places only. */
final class PriceRecords {
    /** Weekly prices that are kept at most, of all series and runs: 256 megabytes. */
    private static final long MOST_VALUES = 64_000_000;

    private static final double[] NONE = {};

    final NetworkStructure structure;
    final PriceSides sides;
    final int weeks;
    final List<String> countries;
    private final List<Good> goodList;
    private final Map<Object, Integer> places = new HashMap<>();
    /** By {@link Measure}, good and run. */
    final double[][][] goods;
    /** By {@link Money}, country and run; after the last country the sum of all. */
    final double[][][] money;

    final double[][] unmet;
    final double[][] extraCost;
    /** Weekly prices are kept of so many runs, the first ones; 0 where nobody asked for them. */
    final int keptRuns;

    /** Whether the prices of both sides are kept week by week, in place of foreseen ones. */
    final boolean bySide;

    private final int seriesCount;

    /** By run, then series: goods, markets, foreseen prices of goods or prices outside and those inside. Null where the price is the usual one in all weeks. */
    private final float[] @Nullable [][] weekly;

    PriceRecords(NetworkStructure structure, PriceSides sides, int weeks, MonteCarlo.Settings settings) {
        this.structure = structure;
        this.sides = sides;
        this.weeks = weeks;
        Set<String> all = new LinkedHashSet<>();
        structure
                .dataset()
                .supplies()
                .forEach(supply -> all.add(supply.provider().country()));
        this.countries = List.copyOf(all);
        this.goodList = List.copyOf(structure.dataset().goods());
        for (int g = 0; g < goodList.size(); g++) {
            places.put(goodList.get(g), g);
        }
        for (int m = 0; m < structure.marketCount(); m++) {
            places.put(structure.market(m), m);
        }
        int runs = settings.mostRuns();
        goods = new double[Measure.values().length][structure.goodCount()][runs];
        money = new double[Money.values().length][countries.size() + 1][runs];
        unmet = new double[structure.marketCount()][runs];
        extraCost = new double[structure.marketCount()][runs];
        bySide = settings.prices() == MonteCarlo.Settings.Prices.SIDES;
        seriesCount = (bySide ? 3 : 2) * structure.goodCount() + structure.marketCount();
        keptRuns = kept(settings);
        weekly = new float[keptRuns][seriesCount][];
    }

    /** Of how many runs, the first ones, weekly prices are kept; 0 where nobody asked for them. */
    int kept(MonteCarlo.Settings settings) {
        boolean isWeekly = bySide || settings.prices() == MonteCarlo.Settings.Prices.WEEKLY;
        int most = bySide ? Math.min(settings.mostRuns(), MonteCarlo.Settings.BATCH) : settings.mostRuns();
        return isWeekly ? (int) Math.max(1, Math.min(most, MOST_VALUES / ((long) seriesCount * weeks))) : 0;
    }

    void keep(int run, RunPrices prices) {
        if (run < keptRuns) {
            // The place may have been another run's.
            Arrays.fill(weekly[run], null);
        }
        for (int g = 0; g < structure.goodCount(); g++) {
            keepGood(run, g, prices);
        }
        Map<String, RunMoney> byCountry = prices.moneyByCountry();
        RunMoney all = RunMoney.NONE;
        for (int c = 0; c < countries.size(); c++) {
            RunMoney own = byCountry.getOrDefault(countries.get(c), RunMoney.NONE);
            keepMoney(run, c, own, Double.NaN, Double.NaN);
            all = all.plus(own);
        }
        double notMet = 0;
        double paid = all.otherUsesCost();
        for (int m = 0; m < unmet.length; m++) {
            Market market = structure.market(m);
            unmet[m][run] = prices.unmet(market);
            extraCost[m][run] = prices.servedByPrice() ? prices.extraCost(market) : Double.NaN;
            notMet += unmet[m][run];
            paid += extraCost[m][run];
            keepWeekly(run, structure.goodCount() + m, prices.price(market));
        }
        keepMoney(run, countries.size(), all, paid, notMet);
    }

    private void keepMoney(int run, int place, RunMoney of, double paid, double notMet) {
        money[Money.SALES_LOST.ordinal()][place][run] = of.salesLost();
        money[Money.VALUE_ADDED_LOST.ordinal()][place][run] = of.valueAddedLost();
        money[Money.SCARCITY_GAIN.ordinal()][place][run] = of.scarcityGain();
        money[Money.OTHER_USES_COST.ordinal()][place][run] = of.otherUsesCost();
        money[Money.EXTRA_COST.ordinal()][place][run] = paid;
        money[Money.UNMET_DEMAND.ordinal()][place][run] = notMet;
    }

    private void keepGood(int run, int g, RunPrices prices) {
        Good good = goodList.get(g);
        double[] price = prices.price(good);
        RunMoney own = prices.money(good);
        int week = RunPrices.highestWeek(price);
        set(Measure.HIGHEST_PRICE, g, run, RunPrices.highest(price));
        set(Measure.HIGHEST_PRICE_WEEK, g, run, week < 0 ? Double.NaN : week);
        set(Measure.WEEKS_ABOVE, g, run, RunPrices.raisedWeeks(price));
        set(Measure.SALES_LOST, g, run, own.salesLost());
        set(Measure.VALUE_ADDED_LOST, g, run, own.valueAddedLost());
        set(Measure.SCARCITY_GAIN, g, run, own.scarcityGain());
        boolean split = sides.inside(good).isPresent();
        Predicate<Activity> inside = sides::isInside;
        double[] outside = split ? prices.price(good, inside.negate()) : NONE;
        double[] within = split ? prices.price(good, inside) : NONE;
        set(Measure.HIGHEST_OUTSIDE, g, run, split ? RunPrices.highest(outside) : Double.NaN);
        set(Measure.HIGHEST_INSIDE, g, run, split ? RunPrices.highest(within) : Double.NaN);
        keepWeekly(run, g, price);
        if (run < keptRuns && !bySide) {
            keepWeekly(run, foreseenSeries(g), prices.foreseen(good));
        } else if (split && bySide) {
            keepWeekly(run, sideSeries(g, false), outside);
            keepWeekly(run, sideSeries(g, true), within);
        }
    }

    int foreseenSeries(int good) {
        return structure.goodCount() + structure.marketCount() + good;
    }

    int sideSeries(int good, boolean inside) {
        return foreseenSeries(good) + (inside ? structure.goodCount() : 0);
    }

    private void set(Measure measure, int good, int run, double value) {
        goods[measure.ordinal()][good][run] = value;
    }

    private void keepWeekly(int run, int series, double[] price) {
        if (run < keptRuns && Arrays.stream(price).anyMatch(now -> (float) now != 1)) {
            float[] kept = new float[weeks];
            for (int week = 0; week < weeks; week++) {
                kept[week] = (float) price[week];
            }
            weekly[run][series] = kept;
        }
    }

    /** Weekly prices of a kept run, by series; null where the price is the usual one in all weeks. */
    float[] @Nullable [] weekly(int run) {
        return weekly[run];
    }

    int index(Object goodOrMarket) {
        Integer place = places.get(goodOrMarket);
        if (place == null) {
            throw new IllegalArgumentException("'" + goodOrMarket + "' is not in this study");
        }
        return place;
    }

    /** A multiple of the baseline price, to seven digits. */
    double price(int run, int series, int week) {
        float[] kept = weekly[run][series];
        return kept == null ? 1 : kept[week];
    }
}
