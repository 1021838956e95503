package io.chokepoint.sweep;

import io.chokepoint.base.RunMonitor;

/** Computes the units of a share: {@link UnitRunner} on threads of this process, others elsewhere. */
@FunctionalInterface
public interface UnitComputer {

    /**
     * Computes the units of a share but for those that are done, each once.
     *
     * @param done units that are not to be computed again, in ascending order
     * @param taker may be called by many threads at once
     * @param threads of this process, ≥ 1
     * @throws io.chokepoint.base.ChokepointException if they cannot be computed where they should be
     * @throws java.util.concurrent.CancellationException if the monitor says so or this thread is interrupted; units that were handed
     *     over are done
     */
    void run(UnitSweep sweep, Shard shard, long[] done, UnitResults.Taker taker, int threads, RunMonitor monitor);
}
