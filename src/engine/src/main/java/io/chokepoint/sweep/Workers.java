package io.chokepoint.sweep;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Independent pieces of work on several threads, their results in the order of the pieces. */
public final class Workers {
    private Workers() {}

    /**
     * @param threads ≥ 1
     * @throws CancellationException if a piece is cancelled or this thread is interrupted; the rest is then given up
     */
    public static <T> List<T> all(List<Callable<T>> pieces, int threads) {
        ExecutorService workers = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> piece : pieces) {
                futures.add(workers.submit(piece));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException failed) {
            throw unwrapped(failed);
        } finally {
            workers.shutdownNow();
        }
    }

    private static RuntimeException unwrapped(ExecutionException failed) {
        Throwable cause = failed.getCause();
        if (cause instanceof Error error) {
            throw error;
        }
        return cause instanceof RuntimeException problem ? problem : new IllegalStateException(failed);
    }
}
