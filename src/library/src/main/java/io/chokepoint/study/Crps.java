package io.chokepoint.study;

import java.util.Arrays;

/**
 * The continuous ranked probability score of a forecast that is a number of runs: how far they lie from what was seen, less half of
 * how far they lie from each other (Gneiting and Raftery 2007, Journal of the American Statistical Association 102, eq. 21). In the unit
 * of the values; 0 is perfect; of a single run it is the absolute error.
 */
public final class Crps {
    private Crps() {}

    /**
     * E|X − y| − ½·E|X − X′|, both means over all runs, each with itself too.
     *
     * @param runs at least one, finite
     */
    public static double of(double[] runs, double seen) {
        double[] sorted = runs.clone();
        Arrays.sort(sorted);
        int n = sorted.length;
        if (n == 0) {
            throw new IllegalArgumentException("a forecast has at least one run");
        }
        double error = 0;
        // Σ over pairs of their distance: each value counts once for every smaller one and less once for every larger
        // one.
        double spread = 0;
        for (int k = 0; k < n; k++) {
            error += Math.abs(sorted[k] - seen);
            spread += (2.0 * k - n + 1) * sorted[k];
        }
        return error / n - spread / ((double) n * n);
    }
}
