package io.chokepoint.testkit;

import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Whether two models say the same. Numbers are equal within 1e-12 (prices, and all of a run with prices, within 1e-11), absolute
 * below 1 and relative above. Where rounding decides between equal inputs, either is right.
 */
public final class RunComparison {
    private static final double TOLERANCE = 1e-12;
    private static final double TOLERANCE_WITH_PRICES = 1e-11;

    /** By how much the last digits of two programs may lead farther apart than those of two runs of one. */
    private static final double FARTHER_APART = 100;

    private static final double NEXT_TO_NOTHING = 1e-8;

    private final ModelRun expected;
    private final ModelRun actual;
    private final double tolerance;
    private double farthest;
    private final List<String> differences = new ArrayList<>();

    private RunComparison(ModelRun expected, ModelRun actual, double tolerance) {
        this.expected = expected;
        this.actual = actual;
        this.tolerance = tolerance;
    }

    /** What differs, the earliest week of the series first; empty where nothing does. */
    public static List<String> differences(ModelRun expected, ModelRun actual) {
        return compare(expected, actual, usualTolerance(expected)).differences;
    }

    /**
     * The same of a run in which rounding may grow: week by week round a cycle, or where hardly anybody gives way to a price.
     *
     * @param shadow like {@code expected} but for the last digits of what it starts from: as far as they come apart, numbers mean nothing
     */
    public static List<String> differences(ModelRun expected, ModelRun actual, ModelRun shadow) {
        double apart = compare(expected, shadow, usualTolerance(expected)).farthest;
        return compare(expected, actual, Math.max(usualTolerance(expected), FARTHER_APART * apart)).differences;
    }

    private static double usualTolerance(ModelRun run) {
        return run.prices.isEmpty() ? TOLERANCE : TOLERANCE_WITH_PRICES;
    }

    private static RunComparison compare(ModelRun expected, ModelRun actual, double tolerance) {
        RunComparison comparison = new RunComparison(expected, actual, tolerance);
        comparison.series();
        comparison.outcomes();
        comparison.binding();
        comparison.chains();
        comparison.shares();
        comparison.salesLost();
        comparison.weekly("added cost", expected.addedCost, actual.addedCost);
        comparison.weekly("market weight", expected.marketWeights, actual.marketWeights);
        comparison.prices();
        comparison.weekly("foreseen price", expected.foreseenPrices, actual.foreseenPrices);
        comparison.tolerances();
        comparison.money();
        return comparison;
    }

    private void series() {
        same("names of series", expected.series.keySet(), actual.series.keySet());
        for (int week = 0; week < expected.weeks; week++) {
            for (String name : expected.series.keySet()) {
                close(name + " in week " + week, expected.output(name, week), actual.output(name, week), 1);
            }
        }
    }

    private void outcomes() {
        for (Map.Entry<String, Outcome> entry : expected.outcomes.entrySet()) {
            String name = entry.getKey();
            Outcome one = entry.getValue();
            Outcome other = actual.outcome(name);
            same("first loss of " + name, one.firstLossWeek(), other.firstLossWeek());
            same("recovery of " + name, one.recoveryWeek(), other.recoveryWeek());
            if (tolerance == usualTolerance(expected)) {
                same("trough week of " + name, one.troughWeek(), other.troughWeek());
            } else {
                // Which of two weeks is the lowest may be a matter of rounding too.
                close("trough week of " + name, one.trough(), actual.output(name, one.troughWeek()), 1);
            }
            close("trough of " + name, one.trough(), other.trough(), 1);
            close("lost output of " + name, one.lostOutputWeeks(), other.lostOutputWeeks(), expected.weeks);
        }
    }

    private void binding() {
        expected.binding.forEach((name, inputs) -> {
            List<String> others = actual.binding.getOrDefault(name, List.of());
            for (int week = 0; week < expected.weeks; week++) {
                Set<String> either = expected.nearlyBinding.getOrDefault(name + "/" + week, Set.of(inputs.get(week)));
                if (!either.contains(others.get(week))) {
                    same("binding input of " + name + " in week " + week, either, others.get(week));
                }
            }
        });
    }

    private void chains() {
        expected.chains.forEach((name, links) -> {
            boolean clear = links.stream()
                    .noneMatch(link -> expected.nearlyBinding.containsKey(link.activity() + "/" + link.week()));
            if (clear) {
                List<Cause> others = actual.chain(name);
                same("chain of " + name, withoutNumbers(links), withoutNumbers(others));
                for (int i = 0; i < Math.min(links.size(), others.size()); i++) {
                    close(
                            "fulfilment of " + links.get(i).activity(),
                            links.get(i).fulfilment(),
                            others.get(i).fulfilment(),
                            1);
                }
            }
        });
    }

    private static List<String> withoutNumbers(List<Cause> links) {
        return links.stream()
                .map(link -> link.activity() + " in week " + link.week() + " by " + link.bindingInputId()
                        + link.supplier().map(s -> " from " + s).orElse("")
                        + (link.flowRestricted() ? " (restricted)" : ""))
                .toList();
    }

    /** Shares of next to nothing mean next to nothing: they are compared as parts of demand. */
    private void shares() {
        same("vendors", expected.vendorShares.keySet(), actual.vendorShares.keySet());
        expected.vendorShares.forEach((key, shares) -> {
            double[] others = actual.vendorShares.getOrDefault(key, new double[expected.weeks]);
            String market = key.substring(key.indexOf('/') + 1);
            for (int week = 0; week < expected.weeks; week++) {
                double served = expected.output(market, week);
                close("share of " + key + " in week " + week, shares[week] * served, others[week] * served, 1);
            }
        });
    }

    private void salesLost() {
        Set<String> keys = new TreeSet<>(expected.salesLost.keySet());
        keys.addAll(actual.salesLost.keySet());
        for (String key : keys) {
            Optional<Double> one = Optional.ofNullable(expected.salesLost.get(key));
            Optional<Double> other = Optional.ofNullable(actual.salesLost.get(key));
            if (one.isPresent() && other.isPresent()) {
                close("sales lost " + key, one.get(), other.get(), expected.weeks);
            } else if (Math.abs(one.orElse(0.0) + other.orElse(0.0)) > 1e-9 + tolerance * expected.weeks) {
                same("sales lost " + key, one, other);
            }
        }
    }

    private void weekly(String what, Map<String, double[]> ones, Map<String, double[]> others) {
        same(what, ones.keySet(), others.keySet());
        ones.forEach((key, series) -> {
            double[] other = others.getOrDefault(key, new double[expected.weeks]);
            for (int week = 0; week < expected.weeks; week++) {
                close(what + " of " + key + " in week " + week, series[week], other[week], 1);
            }
        });
    }

    private void prices() {
        same("price", expected.prices.keySet(), actual.prices.keySet());
        expected.prices.forEach((name, series) -> {
            double[] other = actual.prices.getOrDefault(name, new double[expected.weeks]);
            for (int week = 0; week < expected.weeks; week++) {
                if (Double.isNaN(series[week]) != Double.isNaN(other[week]) && isNextToNothing(name, week)) {
                    continue;
                }
                close("price of " + name + " in week " + week, series[week], other[week], 1);
            }
        });
    }

    /** Whether a model makes something or nothing may be a matter of rounding, where rounding has grown. */
    private boolean isNextToNothing(String name, int week) {
        double most = Math.max(expected.output(name, week), actual.output(name, week));
        return tolerance > usualTolerance(expected) && most <= NEXT_TO_NOTHING;
    }

    private void tolerances() {
        same("tolerance", expected.tolerances.keySet(), actual.tolerances.keySet());
        expected.tolerances.forEach(
                (key, one) -> close("tolerance of " + key, one, actual.tolerances.getOrDefault(key, Double.NaN), 1));
        same("value added", expected.valueAdded.keySet(), actual.valueAdded.keySet());
        expected.valueAdded.forEach(
                (key, one) -> close("value added of " + key, one, actual.valueAdded.getOrDefault(key, Double.NaN), 1));
    }

    /** In weeks of baseline output at the highest price. */
    private void money() {
        same("money", expected.money.keySet(), actual.money.keySet());
        expected.money.forEach((key, one) -> {
            String name = key.substring(key.indexOf('/') + 1);
            double highest = Arrays.stream(expected.prices.getOrDefault(name, new double[0]))
                    .filter(price -> !Double.isNaN(price))
                    .max()
                    .orElse(1);
            double unit = expected.worth.getOrDefault(name, 1.0) * highest;
            double other = actual.money.getOrDefault(key, Double.NaN);
            close("US$ of " + key, one / unit, other / unit, expected.weeks);
        });
    }

    /** @param terms how many numbers were added up */
    private void close(String what, double one, double other, int terms) {
        if (Double.isNaN(one) && Double.isNaN(other)) {
            return;
        }
        double scale = Math.max(1, Math.abs(one)) * terms;
        double apart = Math.abs(one - other) / scale;
        // A number against none stays a difference at any tolerance.
        farthest = apart > farthest ? apart : farthest;
        if (!(Math.abs(one - other) <= tolerance * scale)) {
            differences.add(what + ": expected " + one + " but was " + other + " (differs by " + (other - one) + ")");
        }
    }

    private void same(String what, Object one, Object other) {
        if (!one.equals(other)) {
            differences.add(what + ": expected " + one + " but was " + other);
        }
    }
}
