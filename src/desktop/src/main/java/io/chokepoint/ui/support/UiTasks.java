package io.chokepoint.ui.support;

import io.chokepoint.base.RunMonitor;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/**
 * Runs work off the UI thread and brings its result back to it. Work is submitted under a slot; in one slot the newest wins.
 *
 * <p>All methods must be called on the UI thread. Needs no toolkit: both executors are given, so tests run everything in place.
 */
public final class UiTasks {
    /** Progress reaches the window at most this often. */
    private static final long NANOS_BETWEEN_REPORTS = 1_000_000_000L / 30;

    /** Work that may take long. */
    @FunctionalInterface
    public interface Job<T> {
        /** @throws CancellationException where the monitor says that nobody wants the result any more */
        T call(RunMonitor monitor) throws Exception;
    }

    /** What to do when the slot is still busy with older work. */
    public enum WhenBusy {
        /** Stop the older work; for long work. */
        CANCEL,
        /** Let the older work finish, then do only the newest; for short work that follows a slider. */
        COALESCE
    }

    /**
     * The job at low priority, for what nobody has asked for. The threads that it makes have the same.
     *
     * @return what sets the thread's priority, does the job and sets it back
     */
    public static <T> Job<T> inBackground(Job<T> job) {
        return monitor -> {
            Thread thread = Thread.currentThread();
            int before = thread.getPriority();
            thread.setPriority(Thread.MIN_PRIORITY);
            try {
                return job.call(monitor);
            } finally {
                thread.setPriority(before);
            }
        };
    }

    /**
     * How far the work in a slot is.
     *
     * @param total 0 where nobody knows
     */
    public record Progress(String slot, String title, long done, long total, String what) {
        /** In [0, 1]; negative where nobody knows. */
        public double part() {
            return total <= 0 ? -1 : Math.min(1, (double) done / total);
        }
    }

    /** Does something later. */
    @FunctionalInterface
    public interface Timer {
        /** @param action done on the UI thread when the wait is over */
        void after(Duration wait, Runnable action);
    }

    private final Executor worker;
    private final Executor uiThread;
    private final Timer timer;
    private final LongSupplier nanoTime;
    private final Consumer<Throwable> onError;
    private final Map<String, Running<?>> running = new HashMap<>();
    private final Map<String, Running<?>> waiting = new HashMap<>();
    private final ReadOnlyObjectWrapper<@Nullable Progress> progress = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private boolean closed;

    /**
     * @param worker where the work is done
     * @param uiThread where results, progress and errors arrive
     * @param nanoTime a clock in nanoseconds
     * @param onError told of what work throws, cancelling excepted
     */
    public UiTasks(Executor worker, Executor uiThread, LongSupplier nanoTime, Consumer<Throwable> onError) {
        this(
                worker,
                uiThread,
                (wait, action) -> CompletableFuture.delayedExecutor(wait.toMillis(), TimeUnit.MILLISECONDS, uiThread)
                        .execute(action),
                nanoTime,
                onError);
    }

    /** @param timer for what is to happen after a while */
    public UiTasks(
            Executor worker, Executor uiThread, Timer timer, LongSupplier nanoTime, Consumer<Throwable> onError) {
        this.worker = worker;
        this.uiThread = uiThread;
        this.timer = timer;
        this.nanoTime = nanoTime;
        this.onError = onError;
    }

    /** Whether any work is under way or waiting. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy.getReadOnlyProperty();
    }

    /** The last progress reported; null where nothing runs. */
    public ReadOnlyObjectProperty<@Nullable Progress> progressProperty() {
        return progress.getReadOnlyProperty();
    }

    /** As {@link #submit(String, String, WhenBusy, Job, Consumer, Consumer)}; errors go to the common handler. */
    public <T> void submit(String slot, String title, WhenBusy whenBusy, Job<T> job, Consumer<T> onDone) {
        submit(slot, title, whenBusy, job, onDone, onError);
    }

    /**
     * @param slot newer work replaces older in the same slot
     * @param title what is being done, in a few words fit for users
     * @param onDone gets the result on the UI thread; never called for work that was replaced or cancelled
     * @param onFailure gets what the work throws, on the UI thread
     */
    public <T> void submit(
            String slot,
            String title,
            WhenBusy whenBusy,
            Job<T> job,
            Consumer<T> onDone,
            Consumer<Throwable> onFailure) {
        Running<T> next = new Running<>(slot, title, job, onDone, onFailure);
        Running<?> current = running.get(slot);
        if (current != null && whenBusy == WhenBusy.COALESCE) {
            waiting.put(slot, next);
            return;
        }
        waiting.remove(slot);
        if (current != null) {
            current.cancelled.set(true);
        }
        start(next);
    }

    /** Stops the work in the slot; its result is never delivered. */
    public void cancel(String slot) {
        waiting.remove(slot);
        Running<?> current = running.remove(slot);
        if (current != null) {
            current.cancelled.set(true);
        }
        settle();
    }

    /** Does something on the UI thread after what is going on there now. */
    public void later(Runnable action) {
        uiThread.execute(action);
    }

    /** Does something on the UI thread after a while, unless all work has been stopped by then. */
    public void after(Duration wait, Runnable action) {
        timer.after(wait, () -> {
            if (!closed) {
                action.run();
            }
        });
    }

    /** Hands an error to the common handler. */
    public void report(Throwable error) {
        onError.accept(error);
    }

    public boolean isBusy(String slot) {
        return running.containsKey(slot);
    }

    /** Stops all work; what is asked for afterwards is not done. For a window that closes. */
    public void close() {
        closed = true;
        waiting.clear();
        running.values().forEach(work -> work.cancelled.set(true));
        running.clear();
        settle();
    }

    private void start(Running<?> next) {
        if (closed) {
            return;
        }
        running.put(next.slot, next);
        busy.set(true);
        worker.execute(next);
    }

    private void finish(Running<?> finished) {
        if (running.get(finished.slot) == finished) {
            running.remove(finished.slot);
        }
        Running<?> next = waiting.get(finished.slot);
        if (next != null && !running.containsKey(finished.slot)) {
            waiting.remove(finished.slot);
            start(next);
        }
        settle();
    }

    private void settle() {
        Progress shown = progress.get();
        if (shown != null && !running.containsKey(shown.slot())) {
            progress.set(null);
        }
        busy.set(!running.isEmpty());
    }

    /** One piece of work; runs on a worker, reports to the UI thread. */
    private final class Running<T> implements Runnable, RunMonitor {
        final String slot;
        final AtomicBoolean cancelled = new AtomicBoolean();
        private final String title;
        private final Job<T> job;
        private final Consumer<T> onDone;
        private final Consumer<Throwable> onFailure;
        private long lastReport = Long.MIN_VALUE;

        Running(String slot, String title, Job<T> job, Consumer<T> onDone, Consumer<Throwable> onFailure) {
            this.slot = slot;
            this.title = title;
            this.job = job;
            this.onDone = onDone;
            this.onFailure = onFailure;
        }

        @Override
        public void run() {
            try {
                T result = job.call(this);
                uiThread.execute(() -> deliver(() -> onDone.accept(result)));
            } catch (CancellationException e) {
                uiThread.execute(() -> deliver(() -> {}));
            } catch (Exception | Error e) {
                uiThread.execute(() -> deliver(() -> onFailure.accept(e)));
            }
        }

        private void deliver(Runnable report) {
            boolean wanted = !cancelled.get();
            finish(this);
            if (wanted) {
                report.run();
            }
        }

        @Override
        public synchronized void progress(long done, long total, String what) {
            long now = nanoTime.getAsLong();
            if (lastReport != Long.MIN_VALUE && now - lastReport < NANOS_BETWEEN_REPORTS && done != total) {
                return;
            }
            lastReport = now;
            Progress report = new Progress(slot, title, done, total, what);
            uiThread.execute(() -> {
                if (running.get(slot) == this) {
                    progress.set(report);
                }
            });
        }

        @Override
        public boolean isCancelled() {
            return cancelled.get();
        }
    }
}
