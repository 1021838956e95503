package io.chokepoint.base;

import java.util.Locale;

/**
 * Where a number must lie.
 *
 * @param min least value
 * @param aboveMin whether the central value must be above the least one
 * @param max largest value; every figure has one, and src/docs/DATASET.md names it
 */
public record Range(double min, boolean aboveMin, double max) {

    /** A part of something. */
    public static final Range PART = new Range(0, false, 1);

    /** A part that may not be nothing; the low end of its range may be. */
    public static final Range SOME_PART = new Range(0, true, 1);

    /** Weeks: a wait, a stock, a time to work up. More than any run has, and few enough that sums of them stay exact. */
    public static final Range WEEKS = new Range(0, false, 100_000);

    /** Weeks, of which there is at least one. */
    public static final Range WEEKS_FROM_ONE = new Range(1, false, WEEKS.max);

    /** What may be added to a whole, as a part of it: capacity, cost. */
    public static final Range EXTRA = new Range(0, false, 1_000);

    /** What an alternative costs more, as a part of the cost; it may be cheaper. */
    public static final Range PREMIUM = new Range(-1, false, EXTRA.max);

    /** Years that a machine lasts; a week at least. */
    public static final Range LIFETIME = new Range(1.0 / 52, false, 10_000);

    /** How strongly buyers react to cost. */
    public static final Range SENSITIVITY = new Range(0, false, 100);

    /** How many of one thing stand for one of another. */
    public static final Range FACTOR = new Range(1e-12, false, 1e12);

    /** An amount in a unit that the dataset chooses, from single chips to operations a second. */
    public static final Range AMOUNT = new Range(1e-30, false, 1e30);

    /** US$ million a year, from a dollar to ten times what the world makes. */
    public static final Range MONEY = new Range(1e-6, false, 1e9);

    /** A multiple of the baseline price at which half of the users give up. */
    public static final Range TOLERANCE = new Range(1.05, false, 1e6);

    /** How alike users are in what they would pay. */
    public static final Range STEEPNESS = new Range(1, false, 100);

    /** The yearly cost of holding stock, as a part of its value. */
    public static final Range CARRYING = new Range(0, false, 10);

    /** A place in an order. */
    public static final Range PLACE = new Range(0, false, 1_000_000);

    /** What somebody saw as a part of baseline. */
    public static final Range SEEN = new Range(0, false, 2);

    /** What somebody saw of a price, as a multiple of the baseline price. */
    public static final Range PRICE_SEEN = new Range(0.01, false, 1_000);

    public boolean allows(double value) {
        return value <= max && (aboveMin ? value > min : value >= min);
    }

    /** For the low end of a range, which may touch the least value. */
    public boolean allowsAsLow(double value) {
        return value <= max && value >= min;
    }

    /** What was expected, after the word "expected". */
    public String expected() {
        return "a number " + (aboveMin ? words() : "from " + words());
    }

    /** The same of a number without a fraction. */
    public String expectedWhole() {
        return "a whole number from " + words();
    }

    /** As documents write it: {@code 0 to 1}, {@code above 0 and at most 1}. */
    public String words() {
        String least = this.equals(LIFETIME) ? "1/52 (0.0193)" : plain(min);
        return aboveMin ? "above " + least + " and at most " + plain(max) : least + " to " + plain(max);
    }

    /** What may have been meant by a value outside. */
    public String hint(double value) {
        return max == 1 && value > 1 && value <= 100
                ? " Maybe it is a percentage: write %s for %s %%.".formatted(plain(value / 100), plain(value))
                : "";
    }

    /** A number as a person would write it, without a trailing {@code .0}. */
    public static String plain(double value) {
        double size = Math.abs(value);
        if (value == Math.rint(value) && size < 1e15) {
            return String.format(Locale.ROOT, "%.0f", value);
        }
        if (size < 1e-4 || size >= 1e15) {
            return Double.toString(value).replace(".0E", "E").replace('E', 'e');
        }
        return String.format(Locale.ROOT, "%.10f", value).replaceAll("0+$", "").replaceAll("\\.$", "");
    }
}
