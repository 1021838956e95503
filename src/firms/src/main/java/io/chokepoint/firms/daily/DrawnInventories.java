package io.chokepoint.firms.daily;

import java.util.SplittableRandom;

/**
 * Target inventories drawn by chance: Poisson numbers of days, drawn again while they are below 2, as the published program does. The
 * numbers are not those of its random generator; a table that has them as a column gives the same run in both.
 */
final class DrawnInventories {
    private static final int LEAST = 2;

    /** What is left when all probabilities are added up is rounding. */
    private static final double NEGLIGIBLE = 1e-18;

    private DrawnInventories() {}

    /** @param mean 1 … 500, so that e<sup>−mean</sup> is a number */
    static double[] of(int firms, double mean, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        double none = StrictMath.exp(-mean);
        double[] days = new double[firms];
        for (int firm = 0; firm < firms; firm++) {
            int drawn = 0;
            while (drawn < LEAST) {
                drawn = poisson(random, mean, none);
            }
            days[firm] = drawn;
        }
        return days;
    }

    /** The first number whose cumulated probability is above a drawn one. */
    private static int poisson(SplittableRandom random, double mean, double none) {
        double drawn = random.nextDouble();
        double probability = none;
        int number = 0;
        while (drawn >= probability && (number < mean || probability > NEGLIGIBLE)) {
            drawn -= probability;
            number++;
            probability *= mean / number;
        }
        return number;
    }
}
