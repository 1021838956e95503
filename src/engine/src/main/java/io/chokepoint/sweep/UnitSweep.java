package io.chokepoint.sweep;

import io.chokepoint.base.RunMonitor;

/**
 * Many computations that do not depend on each other, each known by its number and giving a few numbers. What is made of all of them is
 * the sweep's own business and needs nothing but these numbers ({@link UnitResults}), so that it does not matter where each was
 * computed. The same unit gives the same bits on every machine and number of threads.
 */
public interface UnitSweep {

    /** How many units, ≥ 0; they are numbered from 0. */
    long units();

    /** What is counted while it runs, in a few words for {@link RunMonitor#progress}; empty where units say how far they are themselves. */
    String what();

    /** Makes what computes units; one for each thread, so that it may keep arrays of its own. */
    Worker worker();

    /** Computes units one after the other, on one thread. */
    @FunctionalInterface
    interface Worker {
        /**
         * @param unit 0 … {@link #units()} − 1
         * @return at least one number; any bits are kept, those of numbers that are none too
         * @throws java.util.concurrent.CancellationException if the monitor says so
         */
        double[] compute(long unit, RunMonitor monitor);
    }
}
