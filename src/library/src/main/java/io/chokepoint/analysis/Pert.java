package io.chokepoint.analysis;

import java.util.SplittableRandom;

/**
 * The PERT distribution: a beta distribution stretched to [low, high], with α = 1 + 4·(mode − low)/(high − low) and β = 1 + 4·(high −
 * mode)/(high − low). Its mean is (low + 4·mode + high)/6 (Malcolm et al. 1959).
 *
 * <p>A beta value is drawn as X/(X + Y) from two gamma values, each by the method of Marsaglia and Tsang (2000), which needs shapes of at
 * least 1: both are. {@link StrictMath} makes the draws the same on every machine.
 */
final class Pert {
    private static final double WEIGHT_OF_MODE = 4;

    private Pert() {}

    /** @return a value in [low, high]; low where the range is a point */
    static double draw(SplittableRandom random, double low, double mode, double high) {
        double width = high - low;
        if (!(width > 0)) {
            return low;
        }
        double x = gamma(random, 1 + WEIGHT_OF_MODE * (mode - low) / width);
        double y = gamma(random, 1 + WEIGHT_OF_MODE * (high - mode) / width);
        return Math.max(low, Math.min(high, low + width * (x / (x + y))));
    }

    /** A gamma value of scale 1. */
    private static double gamma(SplittableRandom random, double shape) {
        double d = shape - 1.0 / 3;
        double c = 1 / Math.sqrt(9 * d);
        while (true) {
            double x = normal(random);
            double v = 1 + c * x;
            if (v <= 0) {
                continue;
            }
            v = v * v * v;
            double u = random.nextDouble();
            if (u < 1 - 0.0331 * (x * x) * (x * x)) {
                return d * v;
            }
            if (u > 0 && StrictMath.log(u) < 0.5 * x * x + d * (1 - v + StrictMath.log(v))) {
                return d * v;
            }
        }
    }

    /** A standard normal value by Marsaglia's polar method; its twin is thrown away to keep draws independent of order. */
    static double normal(SplittableRandom random) {
        while (true) {
            double a = 2 * random.nextDouble() - 1;
            double b = 2 * random.nextDouble() - 1;
            double s = a * a + b * b;
            if (s > 0 && s < 1) {
                return a * Math.sqrt(-2 * StrictMath.log(s) / s);
            }
        }
    }
}
