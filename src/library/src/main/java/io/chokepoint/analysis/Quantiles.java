package io.chokepoint.analysis;

import java.util.Arrays;

/** Quantiles of samples and how sure they are. */
final class Quantiles {
    private Quantiles() {}

    /**
     * The quantile by linear interpolation between order statistics (type 7 of Hyndman and Fan 1996). Between a value and "never" nothing
     * lies: there the nearer of the two counts, "never" halfway.
     *
     * @param sorted ascending, at least one value; {@code POSITIVE_INFINITY} stands for "never"
     * @param part in [0, 1]
     */
    static double of(double[] sorted, double part) {
        double place = part * (sorted.length - 1);
        int below = (int) Math.floor(place);
        double weight = place - below;
        // The last value has none above it; and of two that are "never" the difference is no number.
        if (weight == 0 || sorted[below] == sorted[below + 1]) {
            return sorted[below];
        }
        if (sorted[below + 1] == Double.POSITIVE_INFINITY) {
            return weight < 0.5 ? sorted[below] : sorted[below + 1];
        }
        return sorted[below] + weight * (sorted[below + 1] - sorted[below]);
    }

    /**
     * Half the width of the range in which the true quantile lies in 19 of 20 cases, whatever the distribution: the values at the
     * ranks n·p ± 1.96·√(n·p·(1 − p)). Infinite where that range reaches into "never".
     */
    static double halfWidth(double[] sorted, double part) {
        double spread = 1.96 * Math.sqrt(part * (1 - part) / sorted.length);
        double upper = of(sorted, Math.min(1, part + spread));
        double lower = of(sorted, Math.max(0, part - spread));
        return upper == lower ? 0 : (upper - lower) / 2;
    }

    /** So many values tell how well a quantile is known; with fewer, all of them lie on one side of P10 or P90 too often: 0.9^29 is 1 in 21. */
    static final int FEWEST = 30;

    /** The largest of the half widths of P10, P50 and P90; infinite where there are fewer than {@link #FEWEST} values. */
    static double halfWidth(double[] sorted) {
        if (sorted.length < FEWEST) {
            return Double.POSITIVE_INFINITY;
        }
        return Math.max(halfWidth(sorted, 0.5), Math.max(halfWidth(sorted, 0.1), halfWidth(sorted, 0.9)));
    }

    static double[] sorted(double[] values) {
        double[] copy = values.clone();
        Arrays.sort(copy);
        return copy;
    }
}
