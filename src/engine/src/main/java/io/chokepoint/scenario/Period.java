package io.chokepoint.scenario;

/**
 * When a restriction is in force, in weeks from 0.
 *
 * @param start first week
 * @param end first week in which it is no longer in force; {@link #OPEN} for none
 * @param rampWeeks weeks until full strength; 0 for full strength at once
 */
public record Period(int start, int end, double rampWeeks) {

    /** No end. */
    public static final int OPEN = Integer.MAX_VALUE;

    public Period {
        if (start < 0) {
            throw new IllegalArgumentException("start must be 0 or later, but is " + start);
        }
        if (end < start) {
            throw new IllegalArgumentException("end " + end + " is before start " + start);
        }
        if (!(rampWeeks >= 0) || Double.isInfinite(rampWeeks)) {
            throw new IllegalArgumentException("rampWeeks must be 0 or more, but is " + rampWeeks);
        }
    }

    /** From the start on, without an end or a ramp. */
    public static Period from(int start) {
        return new Period(start, OPEN, 0);
    }

    public boolean isOpen() {
        return end == OPEN;
    }

    public boolean isInForce(int week) {
        return week >= start && week < end;
    }

    /** g of the model page, section 4, in [0, 1]: min(1, (t − start + 1) / rampWeeks) while in force, otherwise 0. */
    public double strength(int week) {
        if (!isInForce(week)) {
            return 0;
        }
        return rampWeeks <= 1 ? 1 : Math.min(1, (week - start + 1) / rampWeeks);
    }
}
