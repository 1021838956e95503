package io.chokepoint.firms.esri;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;

/**
 * Runs many shocks on several threads. Each shock is run by one thread alone, so results are the same, to the last bit, whatever the
 * number of threads; and each thread keeps one {@link EsriCascade}. They are handed over in the order of the shocks, a block at a
 * time.
 */
public final class EsriSweep {
    /** Shocks of a block, of which all results are in memory; by thread where the firms are kept too, which may be all. */
    private static final int BLOCK = 1 << 14;

    private static final int BLOCK_WITH_FIRMS = 4;

    private static final int[] NOBODY = {};
    private static final double[] NOTHING = {};

    private final EsriNetwork network;
    private final StopRule rule;
    private final int threads;
    private final RunMonitor monitor;

    /**
     * @param threads ≥ 1
     */
    public EsriSweep(EsriNetwork network, StopRule rule, int threads, RunMonitor monitor) {
        this.network = network;
        this.rule = rule;
        this.threads = threads;
        this.monitor = monitor;
    }

    /** Takes results in the order of the shocks, on the thread that called. */
    @FunctionalInterface
    public interface Taker {
        void take(int shock, Run run);
    }

    /**
     * A result and what is left of the firms.
     *
     * @param firms the firms that have lost something, in ascending order; none where they are not kept
     * @param down by firm of {@code firms}, the remaining part of its production downstream
     * @param up the same upstream
     */
    public record Run(EsriResult result, int[] firms, double[] down, double[] up) {}

    /**
     * Runs shocks {@code from} to {@code to} - 1.
     *
     * @param keepFirms whether what is left of each firm is handed over too
     * @param shock gives a shock by its number; called from several threads
     * @throws CancellationException if the monitor says so or this thread is interrupted
     */
    public void run(int from, int to, boolean keepFirms, IntFunction<EsriShock> shock, Taker taker) {
        LongWork.begins("a sweep of shocks");
        int workers = Math.max(1, Math.min(threads, to - from));
        List<EsriCascade> cascades = new ArrayList<>();
        for (int i = 0; i < workers; i++) {
            cascades.add(new EsriCascade(network));
        }
        int block = keepFirms ? BLOCK_WITH_FIRMS * workers : BLOCK;
        ExecutorService executor = Executors.newFixedThreadPool(workers);
        try {
            for (int first = from; first < to; first += block) {
                int start = first;
                Run[] results = new Run[Math.min(block, to - first)];
                AtomicInteger next = new AtomicInteger();
                List<Future<?>> running = new ArrayList<>();
                for (EsriCascade cascade : cascades) {
                    running.add(executor.submit(() -> {
                        for (int i = next.getAndIncrement(); i < results.length; i = next.getAndIncrement()) {
                            monitor.checkCancelled();
                            monitor.progress(start - from + i, to - from, "Shocks");
                            results[i] = run(cascade, shock.apply(start + i), keepFirms);
                        }
                    }));
                }
                for (Future<?> future : running) {
                    future.get();
                }
                for (int i = 0; i < results.length; i++) {
                    taker.take(first + i, results[i]);
                }
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } finally {
            executor.shutdownNow();
        }
    }

    private Run run(EsriCascade cascade, EsriShock shock, boolean keepFirms) {
        if (!keepFirms) {
            return new Run(cascade.run(shock, rule), NOBODY, NOTHING, NOTHING);
        }
        List<Integer> firms = new ArrayList<>();
        List<Double> down = new ArrayList<>();
        List<Double> up = new ArrayList<>();
        EsriResult result = cascade.run(shock, rule, (firm, hd, hu) -> {
            firms.add(firm);
            down.add(hd);
            up.add(hu);
        });
        return new Run(
                result,
                firms.stream().mapToInt(Integer::intValue).toArray(),
                down.stream().mapToDouble(Double::doubleValue).toArray(),
                up.stream().mapToDouble(Double::doubleValue).toArray());
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException problem ? problem : new IllegalStateException(failed);
    }
}
