package io.chokepoint.network;

/** How a time that may be part of a week becomes a number of steps (model page, section 4). */
final class WholeWeeks {
    /** A sum this close to a half is a half, however its terms were rounded. */
    private static final double ROUNDING = 1e-9;

    private WholeWeeks() {}

    /** @return the nearest whole number, halves up */
    static double of(double weeks) {
        return Math.floor(weeks + 0.5 + ROUNDING);
    }

    /** The same, for what happens within a run: later than its end is never. */
    static int within(int horizon, double weeks) {
        return (int) Math.min(horizon, of(weeks));
    }
}
