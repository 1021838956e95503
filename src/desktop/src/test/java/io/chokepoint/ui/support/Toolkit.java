package io.chokepoint.ui.support;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** JavaFX in tests, on its headless platform: start it, work on its thread, wait for a state, look at a picture. */
public final class Toolkit {
    private static final long TIMEOUT_SECONDS = 180;
    private static boolean started;

    private Toolkit() {}

    /** Starts the toolkit; later calls do nothing. */
    public static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        CountDownLatch latch = new CountDownLatch(1);
        try {
            Platform.startup(latch::countDown);
        } catch (IllegalStateException alreadyStarted) {
            latch.countDown();
        }
        await(latch);
        Platform.setImplicitExit(false);
    }

    /** Runs on the UI thread and waits for it. */
    public static <T> T onUiThread(Callable<T> work) {
        start();
        if (Platform.isFxApplicationThread()) {
            try {
                return work.call();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
        CompletableFuture<T> future = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                future.complete(work.call());
            } catch (Throwable e) {
                future.completeExceptionally(e);
            }
        });
        try {
            return future.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof AssertionError failed) {
                throw failed;
            }
            throw new IllegalStateException(e.getCause());
        } catch (InterruptedException | TimeoutException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Runs on the UI thread and waits for it. */
    public static void doOnUiThread(Runnable work) {
        onUiThread(() -> {
            work.run();
            return true;
        });
    }

    /** Waits for what is queued for the UI thread; nothing happens where the toolkit was never started. */
    static synchronized void flush() {
        if (started) {
            doOnUiThread(() -> {});
        }
    }

    /** Waits, without sleeping, until a condition holds on the UI thread. */
    public static void waitUntil(String what, BooleanSupplier condition) {
        CountDownLatch latch = new CountDownLatch(1);
        AnimationTimer[] timer = new AnimationTimer[1];
        doOnUiThread(() -> {
            timer[0] = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        stop();
                        latch.countDown();
                    }
                }
            };
            timer[0].start();
        });
        try {
            if (!latch.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new AssertionError("did not happen within " + TIMEOUT_SECONDS + " s: " + what);
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Lets the scene lay out and paint a few times. */
    public static void settle() {
        int[] pulses = new int[1];
        waitUntil("pulses", () -> pulses[0]++ > 3);
    }

    /** Writes what a scene shows; for eyes, beside the tests' results. */
    public static void picture(Scene scene, Path file) {
        WritableImage image = onUiThread(() -> scene.snapshot(null));
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        PixelReader reader = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, reader.getArgb(x, y));
            }
        }
        try {
            Files.createDirectories(file.getParent());
            ImageIO.write(copy, "png", file.toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
