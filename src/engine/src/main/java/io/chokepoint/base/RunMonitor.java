package io.chokepoint.base;

import java.util.concurrent.CancellationException;

/**
 * How long work says how far it is and learns that nobody wants it any more. The last parameter of every call that may
 * take long. Implementations are called from worker threads and must be thread-safe.
 */
@Stable
public interface RunMonitor {

    /** Nobody watches, nobody cancels. */
    RunMonitor NONE = new RunMonitor() {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return false;
        }
    };

    /**
     * @param done steps finished, 0 … total
     * @param total steps in all; 0 where nobody knows
     * @param what what is being done, in a few words
     */
    void progress(long done, long total, String what);

    /** Whether the caller has lost interest. Polled once a run or a week. */
    boolean isCancelled();

    /** @throws CancellationException if the caller has lost interest */
    default void checkCancelled() {
        if (isCancelled()) {
            throw new CancellationException();
        }
    }
}
