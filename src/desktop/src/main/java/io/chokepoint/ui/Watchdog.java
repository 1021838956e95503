package io.chokepoint.ui;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Arrays;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.application.Platform;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches the UI thread in development: with {@code -Dchokepoint.watchdog=50} everything that holds it for longer than 50 ms is
 * logged with what it was doing. A machine that is busy with other things holds any thread, so the processor time that the UI
 * thread itself took is said beside: only that is the program's own.
 */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int PERIOD_MILLIS = 10;

    private final Thread uiThread;
    private final long limitNanos;
    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    private volatile long askedAt;
    private volatile long workAtAsking;
    private volatile boolean answered = true;
    private boolean reported;

    private Watchdog(Thread uiThread, long limitMillis) {
        this.uiThread = uiThread;
        this.limitNanos = TimeUnit.MILLISECONDS.toNanos(limitMillis);
    }

    /** To be called on the UI thread. */
    static void startIfAsked() {
        Long limit = Long.getLong("chokepoint.watchdog");
        if (limit == null) {
            return;
        }
        Watchdog dog = new Watchdog(Thread.currentThread(), limit);
        ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
                Thread.ofPlatform().daemon().name("watchdog").factory());
        timer.scheduleAtFixedRate(dog::look, PERIOD_MILLIS, PERIOD_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Processor time that the UI thread has taken, in nanoseconds. */
    private long work() {
        return threads.getThreadCpuTime(uiThread.threadId());
    }

    private void look() {
        long now = System.nanoTime();
        if (answered) {
            answered = false;
            reported = false;
            askedAt = now;
            workAtAsking = work();
            Platform.runLater(() -> {
                long held = System.nanoTime() - askedAt;
                if (held > limitNanos) {
                    LOG.warn(
                            "UI thread held for {} ms, {} ms of it its own work",
                            TimeUnit.NANOSECONDS.toMillis(held),
                            TimeUnit.NANOSECONDS.toMillis(work() - workAtAsking));
                }
                answered = true;
            });
        } else if (!reported && now - askedAt > limitNanos) {
            reported = true;
            LOG.warn(
                    "UI thread busy with\n    {}",
                    Arrays.stream(uiThread.getStackTrace())
                            .limit(30)
                            .map(StackTraceElement::toString)
                            .collect(Collectors.joining("\n    ")));
        }
    }
}
