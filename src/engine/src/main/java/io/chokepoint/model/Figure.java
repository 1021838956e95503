package io.chokepoint.model;

import java.util.Objects;

/**
 * An uncertain number: the only carrier of numbers from data.
 *
 * @param id names the figure for good: table, row and column, e.g. {@code dependencies/yttria-feed>coated-parts/stock_weeks}.
 *     Everything that uses the figure uses the same id, so a draw for it is shared.
 * @param low the least that is plausible
 * @param central the best single value, low ≤ central ≤ high
 * @param high the most that is plausible
 * @param unit the unit in words, e.g. "weeks" or "part of world output"
 * @param evidence where it comes from
 */
public record Figure(String id, double low, double central, double high, String unit, Evidence evidence) {

    public Figure {
        Objects.requireNonNull(id);
        Objects.requireNonNull(unit);
        Objects.requireNonNull(evidence);
        if (!(low <= central && central <= high) || !Double.isFinite(low) || !Double.isFinite(high)) {
            throw new IllegalArgumentException("Figure '" + id + "' must be low ≤ central ≤ high and finite, but is "
                    + low + ", " + central + ", " + high);
        }
    }

    /** A figure without a range. */
    public static Figure point(String id, double value, String unit, Evidence evidence) {
        return new Figure(id, value, value, value, unit, evidence);
    }

    /** Whether the range is more than a point, so that drawing it can change anything. */
    public boolean isUncertain() {
        return low < high;
    }

    /** The same figure with other values; its evidence says where those come from. */
    public Figure with(double newLow, double newCentral, double newHigh, Evidence newEvidence) {
        return new Figure(id, newLow, newCentral, newHigh, unit, newEvidence);
    }
}
