package io.chokepoint.sweep;

import io.chokepoint.base.RunMonitor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicLong;

/** Computes the units of a sweep on several threads. */
public final class UnitRunner {
    private UnitRunner() {}

    /**
     * Computes all units and keeps what they gave in memory.
     *
     * @param threads ≥ 1; does not change the result
     * @throws java.util.concurrent.CancellationException if the monitor says so or this thread is interrupted
     */
    public static UnitResults all(UnitSweep sweep, int threads, RunMonitor monitor) {
        double[][] results = new double[Math.toIntExact(sweep.units())][];
        run(sweep, Shard.WHOLE, new long[0], (unit, values) -> results[(int) unit] = values, threads, monitor);
        return taker -> {
            for (int unit = 0; unit < results.length; unit++) {
                taker.take(unit, results[unit]);
            }
        };
    }

    /**
     * Computes the units of a share but for those that are done.
     *
     * @param done units that are not to be computed again, in ascending order
     * @param taker called by many threads at once
     * @param threads ≥ 1
     * @throws java.util.concurrent.CancellationException if the monitor says so or this thread is interrupted; units that were handed
     *     over are done
     */
    public static void run(
            UnitSweep sweep, Shard shard, long[] done, UnitResults.Taker taker, int threads, RunMonitor monitor) {
        long all = shard.count(sweep.units());
        AtomicLong next = new AtomicLong();
        AtomicLong finished = new AtomicLong(done.length);
        Callable<Void> work = () -> {
            UnitSweep.Worker worker = sweep.worker();
            for (long place = next.getAndIncrement(); place < all; place = next.getAndIncrement()) {
                monitor.checkCancelled();
                long unit = shard.unit(place);
                if (Arrays.binarySearch(done, unit) < 0) {
                    taker.take(unit, worker.compute(unit, monitor));
                    if (!sweep.what().isEmpty()) {
                        monitor.progress(finished.incrementAndGet(), all, sweep.what());
                    }
                }
            }
            return null;
        };
        List<Callable<Void>> pieces = new ArrayList<>();
        for (int thread = 0; thread < Math.max(1, Math.min(threads, all - done.length)); thread++) {
            pieces.add(work);
        }
        Workers.all(pieces, threads);
    }
}
