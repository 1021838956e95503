package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The prices of a run, and what it loses and gains in money (price page, sections 4 and 6). Immutable and safe to share between threads.
 *
 * <p>A price is a multiple of the baseline price: 1 is usual, NaN where nothing is made. Money is in US$ million at baseline prices.
 */
public final class RunPrices {
    /** A price above this counts as raised. */
    public static final double RAISED = 1.1;

    private static final int WEEKS_PER_YEAR = 52;
    private static final double SAME = 1e-9;

    private final List<Activity> activities;
    private final Map<Activity, Integer> index = new HashMap<>();
    private final Map<Market, Integer> marketIndex = new HashMap<>();
    private final Map<Good, List<Integer>> makersOf = new HashMap<>();
    private final double carrying;
    private final double[] baselines;
    private final double[][] price;
    private final double[][] amount;
    private final double[][] basket;
    private final Money money;

    /**
     * What a run counts up week by week.
     *
     * @param unitValue v by activity
     * @param valueAdded va by activity, a part of what it sells for
     * @param gain by activity; scarcity gain. All three empty unless who can pay was served
     * @param otherUsesCost by activity: extra cost of what goes to uses outside the graph
     * @param marketCost by market: extra cost of its buyers
     * @param unmet by market: what of its demand was not met
     */
    public record Money(
            double[] unitValue,
            double[] valueAdded,
            double[] gain,
            double[] otherUsesCost,
            double[] marketCost,
            double[] unmet) {}

    /**
     * Takes ownership of the arrays.
     *
     * @param price by activity, then week; NaN where nothing was made
     * @param output the same; a part of the activity's baseline
     * @param basket by market, then week: what it pays; NaN where it was shipped nothing
     */
    public RunPrices(
            List<Activity> activities,
            List<Market> markets,
            double carrying,
            double[] baselines,
            double[][] output,
            double[][] price,
            double[][] basket,
            Money money) {
        this.activities = List.copyOf(activities);
        this.carrying = carrying;
        this.price = price;
        this.basket = basket;
        this.money = money;
        this.amount = new double[output.length][];
        for (int i = 0; i < amount.length; i++) {
            amount[i] = output[i].clone();
            for (int week = 0; week < amount[i].length; week++) {
                amount[i][week] *= baselines[i];
            }
            index.put(activities.get(i), i);
            makersOf.computeIfAbsent(activities.get(i).good(), unused -> new ArrayList<>())
                    .add(i);
        }
        for (int m = 0; m < markets.size(); m++) {
            marketIndex.put(markets.get(m), m);
        }
        this.baselines = baselines.clone();
    }

    /** π by week; NaN where nothing was made. */
    public double[] price(Activity activity) {
        return price[at(activity)].clone();
    }

    /** The mean price of a good by week, weighted with what its makers made; NaN where nothing was made. */
    public double[] price(Good good) {
        return price(good, unused -> true);
    }

    /** The mean price of a good by week at the makers chosen, of one country for instance; NaN where they made nothing. */
    public double[] price(Good good, Predicate<Activity> makers) {
        return mean(good, makers, price);
    }

    /** What a market's basket costs by week, tariffs included; NaN where it was shipped nothing. */
    public double[] price(Market market) {
        return basket[at(market)].clone();
    }

    /** π̂ by week: what the product sells for where buyers foresee the run and hold stock for it. */
    public double[] foreseen(Activity activity) {
        return foreseen(price[at(activity)]);
    }

    /** The mean foreseen price of a good by week, weighted as {@link #price(Good)}. */
    public double[] foreseen(Good good) {
        return foreseen(good, unused -> true);
    }

    /** The same at the makers chosen. */
    public double[] foreseen(Good good, Predicate<Activity> makers) {
        double[][] all = new double[price.length][];
        for (int i : makersOf.getOrDefault(good, List.of())) {
            all[i] = foreseen(price[i]);
        }
        return mean(good, makers, all);
    }

    private double[] mean(Good good, Predicate<Activity> makers, double[][] of) {
        int weeks = price.length == 0 ? 0 : price[0].length;
        double[] sum = new double[weeks];
        double[] weight = new double[weeks];
        for (int i : makersOf.getOrDefault(good, List.of())) {
            if (makers.test(activities.get(i))) {
                for (int week = 0; week < weeks; week++) {
                    if (amount[i][week] > 0) {
                        sum[week] += amount[i][week] * of[i][week];
                        weight[week] += amount[i][week];
                    }
                }
            }
        }
        for (int week = 0; week < weeks; week++) {
            sum[week] = weight[week] > 0 ? sum[week] / weight[week] : Double.NaN;
        }
        return sum;
    }

    /** π̂(t) = max over s ≥ t of π(s)·e^(−r·(s − t)/52), weeks without a price left out. */
    private double[] foreseen(double[] prices) {
        double[] foreseen = new double[prices.length];
        double later = Double.NaN;
        double kept = StrictMath.exp(-carrying / WEEKS_PER_YEAR);
        for (int week = prices.length - 1; week >= 0; week--) {
            double then = later * kept;
            double now = prices[week];
            later = Double.isNaN(now) ? then : Double.isNaN(then) ? now : Math.max(now, then);
            foreseen[week] = later;
        }
        return foreseen;
    }

    /** The highest of a series of prices, NaN if there is none. */
    public static double highest(double[] prices) {
        double most = Double.NaN;
        for (double price : prices) {
            most = Double.isNaN(most) || price > most ? price : most;
        }
        return most;
    }

    /** The first week within 1e-9 of the highest; −1 if there is no price. */
    public static int highestWeek(double[] prices) {
        double most = highest(prices);
        for (int week = 0; week < prices.length; week++) {
            if (prices[week] >= most - SAME) {
                return week;
            }
        }
        return -1;
    }

    /** In how many weeks a price is above {@link #RAISED}. */
    public static int raisedWeeks(double[] prices) {
        return (int) Arrays.stream(prices).filter(price -> price > RAISED).count();
    }

    /** Σ (x̄ − x)·v, negative where more was sold than usual. */
    public double salesLost(Activity activity) {
        int i = at(activity);
        double lost = 0;
        for (double made : amount[i]) {
            lost += baselines[i] - made;
        }
        return lost * money.unitValue()[i];
    }

    /** (x̄ − x(t))·v: the same of one week. */
    public double salesLost(Activity activity, int week) {
        int i = at(activity);
        return (baselines[i] - amount[i][week]) * money.unitValue()[i];
    }

    /** What of the week's sales lost would have been value added. */
    public double valueAddedLost(Activity activity, int week) {
        return salesLost(activity, week) * money.valueAdded()[at(activity)];
    }

    /** What of the sales lost would have been wages, profit and what is bought outside the graph. */
    public double valueAddedLost(Activity activity) {
        return salesLost(activity) * money.valueAdded()[at(activity)];
    }

    /** Whether who can pay was served, so that there are gains and extra costs. */
    public boolean servedByPrice() {
        return money.gain().length > 0;
    }

    /** Σ x·(π − 1 − Δc)·v: what was earned above cost. @throws IllegalStateException unless {@link #servedByPrice()} */
    public double scarcityGain(Activity activity) {
        requireByPrice();
        return money.gain()[at(activity)];
    }

    /** What uses outside the graph paid beyond the baseline price for the maker's product. */
    public double otherUsesCost(Activity activity) {
        requireByPrice();
        return money.otherUsesCost()[at(activity)];
    }

    /** What a market's buyers paid beyond baseline prices, tariffs included. */
    public double extraCost(Market market) {
        requireByPrice();
        return money.marketCost()[at(market)];
    }

    /** What of a market's demand was not met, at baseline prices. */
    public double unmet(Market market) {
        return money.unmet()[at(market)];
    }

    /** All of an activity's money; gains and extra costs are NaN unless {@link #servedByPrice()}. */
    public RunMoney money(Activity activity) {
        int i = at(activity);
        double lost = salesLost(activity);
        return new RunMoney(
                lost,
                lost * money.valueAdded()[i],
                servedByPrice() ? money.gain()[i] : Double.NaN,
                servedByPrice() ? money.otherUsesCost()[i] : Double.NaN);
    }

    /** The money of all makers of a good. */
    public RunMoney money(Good good) {
        RunMoney sum = RunMoney.NONE;
        for (int i : makersOf.getOrDefault(good, List.of())) {
            sum = sum.plus(money(activities.get(i)));
        }
        return sum;
    }

    /** The money of all makers. */
    public RunMoney money() {
        RunMoney sum = RunMoney.NONE;
        for (Activity activity : activities) {
            sum = sum.plus(money(activity));
        }
        return sum;
    }

    /** The money of all makers of a country (ISO 3166-1 alpha-3; empty for the rest of the world), in dataset order. */
    public Map<String, RunMoney> moneyByCountry() {
        Map<String, RunMoney> sums = new LinkedHashMap<>();
        for (Activity activity : activities) {
            sums.merge(activity.provider().country(), money(activity), RunMoney::plus);
        }
        return sums;
    }

    private void requireByPrice() {
        if (!servedByPrice()) {
            throw new IllegalStateException("gains and extra costs are of runs in which who can pay is served");
        }
    }

    private int at(Market market) {
        Integer at = marketIndex.get(market);
        if (at == null) {
            throw new IllegalArgumentException("'" + market + "' is not in this run's dataset");
        }
        return at;
    }

    private int at(Activity activity) {
        Integer at = index.get(activity);
        if (at == null) {
            throw new IllegalArgumentException("'" + activity + "' is not in this run's dataset");
        }
        return at;
    }
}
