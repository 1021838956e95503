package io.chokepoint.study;

/** What a part adds, on the mean over all orders in which parts can be added one by one (Shapley 1953). */
final class ShapleyMean {
    private ShapleyMean() {}

    /**
     * Σ over sets S without the part of |S|!·(n − |S| − 1)!/n! · (v(S with it) − v(S)).
     *
     * @param value v by set, a bit for each part
     * @param bit the part's
     * @param n how many parts there are
     */
    static double of(double[] value, int bit, int n) {
        double sum = 0;
        for (int mask = 0; mask < value.length; mask++) {
            if ((mask & bit) == 0) {
                sum += weight(Integer.bitCount(mask), n) * (value[mask | bit] - value[mask]);
            }
        }
        return sum;
    }

    /** 1/(n·C(n − 1, before)). */
    private static double weight(int before, int n) {
        double choices = 1;
        for (int k = 0; k < before; k++) {
            choices = choices * (n - 1 - k) / (k + 1);
        }
        return 1 / (n * choices);
    }
}
