package io.chokepoint.testkit;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** What a run says, by names: {@code good@provider}, {@code good} or the market's id. The same for every model under test. */
public final class ModelRun {
    public final int weeks;
    /** Output as a part of baseline, of activities and of goods; served part of demand, of markets. */
    public final Map<String, double[]> series = new LinkedHashMap<>();

    public final Map<String, Outcome> outcomes = new LinkedHashMap<>();
    /** Of activities and goods that fall short: the links of their binding chains. */
    public final Map<String, List<Cause>> chains = new LinkedHashMap<>();
    /** Of activities: the id of the binding input of each week, empty where none binds. */
    public final Map<String, List<String>> binding = new LinkedHashMap<>();
    /** Where rounding decides which input binds: "activity/week" and the inputs it may be. */
    public final Map<String, Set<String>> nearlyBinding = new LinkedHashMap<>();
    /** "market/activity": its part of the function received. */
    public final Map<String, double[]> vendorShares = new LinkedHashMap<>();
    /** "country/good" in weeks of the good's baseline output, those above 1e-9 in size. */
    public final Map<String, Double> salesLost = new TreeMap<>();
    /** Δc of activities, and of "product@maker/market". */
    public final Map<String, double[]> addedCost = new LinkedHashMap<>();
    /** "product@maker/market": the weight w placed in the week. */
    public final Map<String, double[]> marketWeights = new LinkedHashMap<>();

    /** π of activities and goods, and of the baskets of markets; NaN in weeks without a price. Empty without values. */
    public final Map<String, double[]> prices = new LinkedHashMap<>();
    /** π̂ of activities and goods. */
    public final Map<String, double[]> foreseenPrices = new LinkedHashMap<>();
    /** R of activities. */
    public final Map<String, Double> tolerances = new LinkedHashMap<>();
    /** ρ of what "a@X/b@Y" sells to the other, alternatives included. */
    public final Map<String, Double> bids = new LinkedHashMap<>();
    /** va of activities. */
    public final Map<String, Double> valueAdded = new LinkedHashMap<>();
    /**
     * US$ million: "sales lost/a@X", "value added lost/a@X", "unmet/m"; under rule {@code price} also "gain/a@X", "other uses/a@X" and
     * "market cost/m", the extra cost of each maker's other uses and of each market.
     */
    public final Map<String, Double> money = new LinkedHashMap<>();

    /** US$ million that baseline output is worth in a week, of markets what they buy: the scale of money, which comparison needs. */
    public final Map<String, Double> worth = new LinkedHashMap<>();

    public ModelRun(int weeks) {
        this.weeks = weeks;
    }

    public double output(String name, int week) {
        return get(series, name)[week];
    }

    public double[] output(String name) {
        return get(series, name);
    }

    public double unmet(String market, int week) {
        return 1 - output(market, week);
    }

    public Outcome outcome(String name) {
        return get(outcomes, name);
    }

    public List<Cause> chain(String name) {
        return chains.getOrDefault(name, List.of());
    }

    /** The ids of an activity's binding inputs, week by week; empty where none binds. */
    public List<String> binding(String activity) {
        return get(binding, activity);
    }

    /** The chain as the model page writes it: input by input, the last as "good@provider (restricted)". */
    public String chainText(String name) {
        List<String> parts = new ArrayList<>();
        for (Cause cause : chain(name)) {
            Optional<Activity> supplier = cause.supplier();
            parts.add(
                    cause.flowRestricted() && supplier.isPresent()
                            ? supplier.get() + " (restricted)"
                            : cause.bindingInputId());
        }
        return String.join(", ", parts);
    }

    public static String key(Activity activity, Market market) {
        return activity + "/" + market;
    }

    /** All names with a series, in dataset order. */
    public static List<String> names(Dataset dataset) {
        List<String> names = new ArrayList<>();
        dataset.supplies().forEach(supply -> names.add(supply.activity().toString()));
        dataset.goods().stream().map(Good::id).forEach(names::add);
        dataset.markets().stream().map(Market::id).forEach(names::add);
        return names;
    }

    private static <T> T get(Map<String, T> map, String name) {
        T value = map.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no '" + name + "' in this run, only " + map.keySet());
        }
        return value;
    }
}
