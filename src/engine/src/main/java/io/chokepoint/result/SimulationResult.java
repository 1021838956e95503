package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Scenario;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One run, week by week. Immutable and safe to share between threads. Output is always a part of baseline: 1 is normal.
 */
public final class SimulationResult implements ModelResult {
    private final Dataset dataset;
    private final Scenario scenario;
    private final Provenance provenance;
    private final int weeks;
    private final List<Activity> activities;
    private final List<Good> goods;
    private final List<Market> markets;
    private final Map<Activity, Integer> activityIndex = new HashMap<>();
    private final Map<Good, Integer> goodIndex = new HashMap<>();
    private final Map<Market, Integer> marketIndex = new HashMap<>();
    private final Map<Good, List<Integer>> makers = new HashMap<>();
    private final double[] baselines;
    private final double[][] activityOutput;
    private final double[][] goodOutput;
    private final double[][] served;
    private final @Nullable Good[][] binding;
    private final Outcome[] activityOutcomes;
    private final Outcome[] goodOutcomes;
    private final Outcome[] marketOutcomes;
    private final Reasons why;
    private final List<VendorShares> vendorShares;
    private final Optional<RunPrices> prices;

    /**
     * Takes ownership of the arrays: the caller must not touch them afterwards.
     *
     * @param baselines x̄ of each activity of {@code dataset.supplies()}, in that order
     * @param activityOutput by activity, then week, as a part of its baseline
     * @param binding by activity, then week: the binding input; null elements where none binds
     * @param served by market of {@code dataset.markets()}, then week: served part of its demand, in [0, 1]
     * @param why what the run knows of why things fall short; {@link Reasons#NONE} where it kept none
     * @param prices empty where the dataset does not say what its goods are worth
     */
    public SimulationResult(
            Dataset dataset,
            Scenario scenario,
            Provenance provenance,
            int weeks,
            double[] baselines,
            double[][] activityOutput,
            @Nullable Good[][] binding,
            double[][] served,
            Reasons why,
            List<VendorShares> vendorShares,
            Optional<RunPrices> prices) {
        this.dataset = dataset;
        this.scenario = scenario;
        this.provenance = provenance;
        this.weeks = weeks;
        this.activities = dataset.supplies().stream().map(Supply::activity).toList();
        this.goods = List.copyOf(dataset.goods());
        this.markets = List.copyOf(dataset.markets());
        this.baselines = baselines;
        this.activityOutput = activityOutput;
        this.binding = binding;
        this.served = served;
        this.why = why;
        this.vendorShares = List.copyOf(vendorShares);
        this.prices = prices;
        for (int i = 0; i < activities.size(); i++) {
            activityIndex.put(activities.get(i), i);
            makers.computeIfAbsent(activities.get(i).good(), unused -> new ArrayList<>())
                    .add(i);
        }
        for (int g = 0; g < goods.size(); g++) {
            goodIndex.put(goods.get(g), g);
        }
        for (int m = 0; m < markets.size(); m++) {
            marketIndex.put(markets.get(m), m);
        }
        this.goodOutput = sumByGood();
        this.activityOutcomes = outcomes(activityOutput);
        this.goodOutcomes = outcomes(goodOutput);
        this.marketOutcomes = outcomes(served);
    }

    private double[][] sumByGood() {
        double[][] sums = new double[goods.size()][weeks];
        for (int g = 0; g < goods.size(); g++) {
            List<Integer> own = makers.getOrDefault(goods.get(g), List.of());
            double total = 0;
            for (int i : own) {
                total += baselines[i];
            }
            for (int week = 0; week < weeks; week++) {
                double sum = 0;
                for (int i : own) {
                    sum += activityOutput[i][week] * baselines[i];
                }
                // A good that nobody makes is stated for the picture only; it cannot fall short.
                sums[g][week] = own.isEmpty() ? 1 : sum / total;
            }
        }
        return sums;
    }

    private static Outcome[] outcomes(double[][] series) {
        Outcome[] all = new Outcome[series.length];
        for (int i = 0; i < series.length; i++) {
            all[i] = Outcome.of(series[i]);
        }
        return all;
    }

    @Override
    public Dataset dataset() {
        return dataset;
    }

    @Override
    public Scenario scenario() {
        return scenario;
    }

    @Override
    public Provenance provenance() {
        return provenance;
    }

    public int weeks() {
        return weeks;
    }

    /** In dataset order. */
    public List<Activity> activities() {
        return activities;
    }

    /** x̄: its part of the world's baseline output, after the shares of the good were brought to the sum of 1. */
    public double baseline(Activity activity) {
        return baselines[index(activity)];
    }

    public double output(Good good, int week) {
        return goodOutput[index(good)][week];
    }

    public double output(Activity activity, int week) {
        return activityOutput[index(activity)][week];
    }

    /** Served part of the market's demand, in [0, 1]. */
    public double served(Market market, int week) {
        return served[index(market)][week];
    }

    /** A copy of the series, one value a week. */
    public double[] output(Good good) {
        return goodOutput[index(good)].clone();
    }

    /** A copy of the series, one value a week. */
    public double[] output(Activity activity) {
        return activityOutput[index(activity)].clone();
    }

    /** A copy of the series, one value a week. */
    public double[] served(Market market) {
        return served[index(market)].clone();
    }

    public Outcome outcome(Good good) {
        return goodOutcomes[index(good)];
    }

    public Outcome outcome(Activity activity) {
        return activityOutcomes[index(activity)];
    }

    public Outcome outcome(Market market) {
        return marketOutcomes[index(market)];
    }

    /** The input that held the maker back in that week, if one did. */
    public Optional<Good> bindingInput(Activity activity, int week) {
        return Optional.ofNullable(binding[index(activity)][week]);
    }

    /** The input that held back the maker that lost most in that week, if one did. */
    public Optional<Good> bindingInput(Good good, int week) {
        return worstMaker(good, week).flatMap(maker -> bindingInput(maker, week));
    }

    /** The maker that lost most output in that week, if any lost; ties: the first in dataset order. */
    public Optional<Activity> worstMaker(Good good, int week) {
        return worstMaker(good, week, 1);
    }

    /** Of those below a part of their baseline. */
    private Optional<Activity> worstMaker(Good good, int week, double level) {
        int worst = -1;
        double most = 0;
        for (int i : makers.getOrDefault(good, List.of())) {
            double lost = (1 - activityOutput[i][week]) * baselines[i];
            if (lost > most && activityOutput[i][week] < level) {
                most = lost;
                worst = i;
            }
        }
        return worst < 0 ? Optional.empty() : Optional.of(activities.get(worst));
    }

    /** Why the activity first fell short; empty where it never did. */
    public Optional<Cause> cause(Activity activity) {
        return Optional.ofNullable(why.causes().get(activity));
    }

    /**
     * Why the good first fell short: the cause of the maker that lost most in the good's first week of loss; where that maker, as a
     * large one that loses a little, itself stayed above the loss level, of those that were below it then. Empty where the good never
     * fell short, or where the run kept no causes.
     */
    public Optional<Cause> cause(Good good) {
        Outcome outcome = outcome(good);
        if (outcome.firstLossWeek().isEmpty()) {
            return Optional.empty();
        }
        int week = outcome.firstLossWeek().getAsInt();
        return worstMaker(good, week, 1)
                .flatMap(this::cause)
                .or(() -> worstMaker(good, week, Outcome.LOSS_LEVEL).flatMap(this::cause));
    }

    /** From the activity back to a restriction, each link at its own first loss. */
    public BindingChain chain(Activity activity) {
        List<Cause> links = new ArrayList<>();
        Set<Activity> seen = new HashSet<>();
        Optional<Cause> link = cause(activity);
        while (link.isPresent() && seen.add(link.get().activity())) {
            links.add(link.get());
            link = link.get().flowRestricted()
                    ? Optional.empty()
                    : link.get().supplier().flatMap(this::cause);
        }
        return new BindingChain(links);
    }

    /** The chain of the maker that lost most in the good's first week of loss. */
    public BindingChain chain(Good good) {
        return cause(good).map(first -> chain(first.activity())).orElse(new BindingChain(List.of()));
    }

    /** Why the activity first fell short, with the numbers that the run used; empty where it never did. */
    public Optional<Reason> reason(Activity activity) {
        return Optional.ofNullable(why.reasons().get(activity));
    }

    /** Why the market was first not served in full; empty where it always was, or where no vendor brought less. */
    public Optional<MarketReason> reason(Market market) {
        return Optional.ofNullable(why.markets().get(market));
    }

    /** The whole answer to why: beyond {@link #chain(Activity)}, through worn machines and through fewer orders. */
    public ReasonChain reasons(Activity activity) {
        return ReasonChain.follow(activity, why.reasons());
    }

    /** What each restriction spoke of and from when it acted, in the scenario's order; empty where the run kept no causes. */
    public List<RestrictionReach> reach() {
        return why.reach();
    }

    /** The makers that restrictions took capacity from, or a flow of which they held back, delayed or made dearer: {@link #reach()}. */
    public Set<Activity> restrictedMakers() {
        Set<Activity> makers = new LinkedHashSet<>();
        reach().forEach(one -> makers.addAll(one.touched()));
        return makers;
    }

    /** The flows that restrictions held back; none where the run kept no causes. */
    public HeldFlows heldFlows() {
        return why.held();
    }

    /** Goods that fall below the loss level in any week: earliest first, then by lost output, largest first. */
    public List<Good> hitGoods() {
        return goods.stream()
                .filter(good -> outcome(good).isHit())
                .sorted(Comparator.<Good>comparingInt(
                                good -> outcome(good).firstLossWeek().orElseThrow())
                        .thenComparing(good -> -outcome(good).lostOutputWeeks()))
                .toList();
    }

    /** Markets whose demand is not met at the loss level in any week, in dataset order. */
    public List<Market> hitMarkets() {
        return markets.stream().filter(market -> outcome(market).isHit()).toList();
    }

    /** Who each market's function came from, in dataset order. */
    public List<VendorShares> vendorShares() {
        return vendorShares;
    }

    /** Prices and money; empty where the dataset does not say what its goods are worth. */
    public Optional<RunPrices> prices() {
        return prices;
    }

    /** Sales lost and gained by country and good, largest loss first; entries below 1e-9 weeks are left out. */
    public List<SalesLost> salesLost() {
        Map<String, Map<Good, Double>> sums = new LinkedHashMap<>();
        for (int i = 0; i < activities.size(); i++) {
            double lost = 0;
            for (double output : activityOutput[i]) {
                lost += (1 - output) * baselines[i];
            }
            Activity activity = activities.get(i);
            sums.computeIfAbsent(activity.provider().country(), unused -> new LinkedHashMap<>())
                    .merge(activity.good(), lost, Double::sum);
        }
        List<SalesLost> all = new ArrayList<>();
        sums.forEach((country, byGood) -> byGood.forEach((good, lost) -> {
            if (Math.abs(lost) > 1e-9) {
                all.add(new SalesLost(country, good, lost));
            }
        }));
        all.sort(Comparator.comparingDouble((SalesLost entry) -> -entry.weeks()));
        return List.copyOf(all);
    }

    private int index(Activity activity) {
        return require(activityIndex.get(activity), activity);
    }

    private int index(Good good) {
        return require(goodIndex.get(good), good);
    }

    private int index(Market market) {
        return require(marketIndex.get(market), market);
    }

    private static int require(@Nullable Integer index, Object what) {
        if (index == null) {
            throw new IllegalArgumentException("'" + what + "' is not in this run's dataset");
        }
        return index;
    }
}
