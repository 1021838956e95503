package io.chokepoint.analysis;

/**
 * Quantiles of the PERT distribution, and the normal distribution function by which figures are drawn together (price page, section 7).
 *
 * <p>Own code, for {@link StrictMath} makes the draws the same on every machine, which libraries of distributions do not promise: the
 * error function by its series and its continued fraction (Abramowitz and Stegun 7.1.6 and 7.1.14), the incomplete beta function by its
 * continued fraction (26.5.8), evaluated by Lentz's method (1976), its inverse by Newton's steps kept within halving bounds.
 */
final class PertQuantile {
    /** α + β of every PERT distribution. */
    private static final double SHAPES = 6;

    private static final double TINY = 1e-300;
    private static final double SETTLED = 1e-15;

    /** Newton's steps double the digits: behind one of this size all are right. */
    private static final double LAST_STEP = 1e-12;

    /** Beyond this many standard deviations nothing is left in a double. */
    private static final double FAR = 38;

    private static final int MOST_STEPS = 200;

    /** ln Γ(6). */
    private static final double LOG_OF_SHAPES = StrictMath.log(120);

    /** Lanczos' coefficients for g = 7, n = 9. */
    private static final double[] LANCZOS = {
        0.99999999999980993,
        676.5203681218851,
        -1259.1392167224028,
        771.32342877765313,
        -176.61502916214059,
        12.507343278686905,
        -0.13857109526572012,
        9.9843695780195716e-6,
        1.5056327351493116e-7
    };

    private PertQuantile() {}

    /**
     * @param part in [0, 1]
     * @return the value in [low, high] below which that part of the distribution lies; low where the range is a point
     */
    static double of(double part, double low, double mode, double high) {
        double width = high - low;
        if (!(width > 0)) {
            return low;
        }
        double alpha = alpha(low, mode, width);
        return of(part, low, mode, high, logScale(alpha));
    }

    /**
     * The same where ranges are drawn from many times.
     *
     * @param logScale of {@link #logScale(double, double, double)} for the same range
     */
    static double of(double part, double low, double mode, double high, double logScale) {
        double width = high - low;
        if (!(width > 0)) {
            return low;
        }
        double alpha = alpha(low, mode, width);
        return Math.max(low, Math.min(high, low + width * beta(part, alpha, SHAPES - alpha, logScale)));
    }

    /** What hangs on the range alone: ln of the beta density's factor, Γ(α + β)/(Γ(α)·Γ(β)); 0 for a point. */
    static double logScale(double low, double mode, double high) {
        double width = high - low;
        return width > 0 ? logScale(alpha(low, mode, width)) : 0;
    }

    private static double alpha(double low, double mode, double width) {
        return 1 + (SHAPES - 2) * (mode - low) / width;
    }

    private static double logScale(double alpha) {
        return LOG_OF_SHAPES - logGamma(alpha) - logGamma(SHAPES - alpha);
    }

    /** Φ. */
    static double normal(double z) {
        double tail = tail(Math.abs(z));
        return z < 0 ? tail : 1 - tail;
    }

    /** 1 − Φ(z) of z ≥ 0. */
    private static double tail(double z) {
        if (z > FAR) {
            return 0;
        }
        double density = StrictMath.exp(-z * z / 2) / Math.sqrt(2 * Math.PI);
        if (z < 3) {
            double term = z;
            double sum = z;
            for (int k = 1; term > sum * 1e-17; k++) {
                term *= z * z / (2 * k + 1);
                sum += term;
            }
            return 0.5 - density * sum;
        }
        double fraction = z;
        for (int k = 100; k > 0; k--) {
            fraction = z + k / fraction;
        }
        return density / fraction;
    }

    /** The x in [0, 1] at which the beta distribution function of α, β ≥ 1 is the given part. */
    private static double beta(double part, double alpha, double beta, double logScale) {
        if (!(part > 0)) {
            return 0;
        }
        if (!(part < 1)) {
            return 1;
        }
        double least = 0;
        double most = 1;
        double x = alpha / (alpha + beta);
        for (int step = 0; step < MOST_STEPS; step++) {
            double logX = StrictMath.log(x);
            double logRest = StrictMath.log(1 - x);
            double front = StrictMath.exp(logScale + alpha * logX + beta * logRest);
            double error = incompleteBeta(x, alpha, beta, front) - part;
            if (error > 0) {
                most = x;
            } else {
                least = x;
            }
            double density = StrictMath.exp(logScale + (alpha - 1) * logX + (beta - 1) * logRest);
            double next = x - error / density;
            if (!(next > least && next < most)) {
                next = (least + most) / 2;
            }
            if (Math.abs(next - x) <= LAST_STEP * next) {
                return next;
            }
            x = next;
        }
        return x;
    }

    /** @param front Γ(α + β)/(Γ(α)·Γ(β)) · x^α · (1 − x)^β */
    private static double incompleteBeta(double x, double alpha, double beta, double front) {
        return x < (alpha + 1) / (alpha + beta + 2)
                ? front * fraction(x, alpha, beta) / alpha
                : 1 - front * fraction(1 - x, beta, alpha) / beta;
    }

    private static double fraction(double x, double a, double b) {
        double c = 1;
        double d = 1 / away(1 - (a + b) * x / (a + 1));
        double all = d;
        for (int m = 1; m <= MOST_STEPS; m++) {
            double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
            d = 1 / away(1 + even * d);
            c = away(1 + even / c);
            all *= d * c;
            double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
            d = 1 / away(1 + odd * d);
            c = away(1 + odd / c);
            double factor = d * c;
            all *= factor;
            if (Math.abs(factor - 1) < SETTLED) {
                break;
            }
        }
        return all;
    }

    private static double away(double value) {
        return Math.abs(value) < TINY ? TINY : value;
    }

    /** ln Γ of 1 and more. */
    private static double logGamma(double value) {
        double x = value - 1;
        double sum = LANCZOS[0];
        for (int k = 1; k < LANCZOS.length; k++) {
            sum += LANCZOS[k] / (x + k);
        }
        double t = x + 7.5;
        return 0.5 * StrictMath.log(2 * Math.PI) + (x + 0.5) * StrictMath.log(t) - t + StrictMath.log(sum);
    }
}
