package io.chokepoint.ui;

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
 * logged with what it was doing.
 */
final class Watchdog {
    private static final Logger LOG = LoggerFactory.getLogger(Watchdog.class);
    private static final int PERIOD_MILLIS = 10;

    private final Thread uiThread;
    private final long limitNanos;
    private volatile long askedAt;
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

    private void look() {
        long now = System.nanoTime();
        if (answered) {
            answered = false;
            reported = false;
            askedAt = now;
            Platform.runLater(() -> {
                long held = System.nanoTime() - askedAt;
                if (held > limitNanos) {
                    LOG.warn("UI thread held for {} ms", TimeUnit.NANOSECONDS.toMillis(held));
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
