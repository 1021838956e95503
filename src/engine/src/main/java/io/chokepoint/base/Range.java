package io.chokepoint.base;

import java.util.Locale;

/**
 * Where a number must lie.
 *
 * @param min least value
 * @param aboveMin whether the central value must be above the least one
 * @param max largest value; infinite for none
 */
public record Range(double min, boolean aboveMin, double max) {

    /** A part of something. */
    public static final Range PART = new Range(0, false, 1);

    /** A part that may not be nothing; the low end of its range may be. */
    public static final Range SOME_PART = new Range(0, true, 1);

    public static final Range NOT_NEGATIVE = new Range(0, false, Double.POSITIVE_INFINITY);
    public static final Range POSITIVE = new Range(0, true, Double.POSITIVE_INFINITY);
    public static final Range ONE_OR_MORE = new Range(1, false, Double.POSITIVE_INFINITY);
    public static final Range PREMIUM = new Range(-1, false, Double.POSITIVE_INFINITY);
    public static final Range LIFETIME = new Range(1.0 / 52, false, Double.POSITIVE_INFINITY);

    public boolean allows(double value) {
        return value <= max && (aboveMin ? value > min : value >= min);
    }

    /** For the low end of a range, which may touch the least value. */
    public boolean allowsAsLow(double value) {
        return value <= max && value >= min;
    }

    /** What was expected, after the word "expected". */
    public String expected() {
        if (this.equals(LIFETIME)) {
            return "1/52 (0.0193) or more";
        }
        String least = plain(min);
        if (Double.isInfinite(max)) {
            return aboveMin ? "a number above " + least : least + " or more";
        }
        return "a number " + (aboveMin ? "above " + least + " and at most " : "from " + least + " to ") + plain(max);
    }

    /** What may have been meant by a value outside. */
    public String hint(double value) {
        return max == 1 && value > 1 && value <= 100
                ? " Maybe it is a percentage: write %s for %s %%.".formatted(plain(value / 100), plain(value))
                : "";
    }

    /** A number as a person would write it, without a trailing {@code .0}. */
    public static String plain(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        String rounded = String.format(Locale.ROOT, "%.10f", value);
        return Math.abs(value) >= 1e-4 ? rounded.replaceAll("0+$", "").replaceAll("\\.$", "") : Double.toString(value);
    }
}
