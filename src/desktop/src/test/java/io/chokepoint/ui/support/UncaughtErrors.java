package io.chokepoint.ui.support;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Fails a test in which anything was thrown that nobody caught: on the UI thread, where JavaFX goes on as if nothing had happened, or
 * on any other. Registered for all tests of this module by {@code META-INF/services}, so that no test can forget it.
 */
public final class UncaughtErrors implements BeforeAllCallback, AfterEachCallback, AfterAllCallback {
    private static final List<Throwable> HELD = new CopyOnWriteArrayList<>();

    @Override
    public void beforeAll(ExtensionContext context) {
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> hold(error));
    }

    @Override
    public void afterEach(ExtensionContext context) {
        check(context);
    }

    /** Also what a window does while it is closed. */
    @Override
    public void afterAll(ExtensionContext context) {
        check(context);
    }

    /** Keeps an error for the test that is running. */
    static void hold(Throwable error) {
        if (!isOfTheScreen(error)) {
            HELD.add(error);
        }
    }

    /** The headless platform's screen is smaller than some windows of tests, and it does not cut off what is beyond. */
    private static boolean isOfTheScreen(Throwable error) {
        return Arrays.stream(error.getStackTrace())
                .anyMatch(at -> at.getClassName().equals("com.sun.glass.ui.headless.HeadlessWindow")
                        && at.getMethodName().equals("blit"));
    }

    private static void check(ExtensionContext context) {
        Toolkit.flush();
        List<Throwable> errors = new ArrayList<>(HELD);
        HELD.removeAll(errors);
        if (errors.isEmpty()) {
            return;
        }
        AssertionError failed = new AssertionError(
                errors.size() + " uncaught in " + context.getDisplayName() + ", first: " + errors.getFirst(),
                errors.getFirst());
        errors.stream().skip(1).forEach(failed::addSuppressed);
        throw failed;
    }
}
