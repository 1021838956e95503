package io.chokepoint.sweep;

/** What all units of a {@link UnitSweep} gave, wherever they were computed. */
@FunctionalInterface
public interface UnitResults {

    /**
     * Hands over every unit once, in any order, on the thread that calls.
     *
     * @throws io.chokepoint.base.ChokepointException if they come from files that cannot be read or lack some
     */
    void each(Taker taker);

    /** Takes what a unit gave. */
    @FunctionalInterface
    interface Taker {
        void take(long unit, double[] values);
    }
}
