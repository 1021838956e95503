package io.chokepoint.ui;

import io.chokepoint.base.ChokepointException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javafx.application.Application;
import org.jspecify.annotations.Nullable;

/** Opens the window. The one class of the window that the command line calls; nothing of JavaFX is loaded before. */
public final class DesktopLauncher {
    private static @Nullable Start start;

    /**
     * What the window opens with.
     *
     * @param data folder of a dataset; empty for the one open last
     * @param scenario id of a scenario or its file; empty for the work of last time
     */
    record Start(Optional<Path> data, Optional<String> scenario) {}

    private DesktopLauncher() {}

    /**
     * Opens the window and returns when it is closed. May be called once.
     *
     * @param data a dataset folder; where it is empty the one open last, or the shipped one where a scenario is named
     * @param scenario id of the scenario to open, or its file; where it is empty what was worked on last, at first the chain at rest
     * @throws ChokepointException if there is no display to open a window on, or the system lacks what a window needs
     */
    public static void launch(Optional<Path> data, Optional<String> scenario) {
        if (!hasDisplay()) {
            throw new ChokepointException("there is no display to open a window on");
        }
        if (isSet("DISPLAY") || isSet("WAYLAND_DISPLAY")) {
            SystemLibraries.requireForWindow();
        }
        start = new Start(data, scenario);
        // Sharper text than sub-pixel smoothing on most screens, and the same in pictures.
        System.setProperty("prism.lcdtext", System.getProperty("prism.lcdtext", "false"));
        Application.launch(ChokepointApp.class);
    }

    /** Whether a window can be opened: always on Windows and macOS, elsewhere with a display server or a headless platform. */
    public static boolean hasDisplay() {
        String os = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        if (os.contains("win") || os.contains("mac")) {
            return true;
        }
        return System.getProperty("glass.platform") != null || isSet("DISPLAY") || isSet("WAYLAND_DISPLAY");
    }

    private static boolean isSet(String variable) {
        String value = System.getenv(variable);
        return value != null && !value.isEmpty();
    }

    /** What {@link #launch} was asked for. */
    static Optional<Start> start() {
        return Optional.ofNullable(start);
    }
}
