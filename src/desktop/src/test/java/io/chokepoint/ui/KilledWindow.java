package io.chokepoint.ui;

import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.Optional;

/** The program in a process of its own, for a test that kills it: opens a window, changes two things, and waits. */
public final class KilledWindow {
    static final String READY = "the journal is written";

    private KilledWindow() {}

    /** @param arguments the folder of settings, and the id of a figure to change */
    public static void main(String[] arguments) throws Exception {
        // Else the toolkit's threads would keep the process, and the test that waits for it, for ever.
        Thread.setDefaultUncaughtExceptionHandler((thread, error) -> {
            error.printStackTrace();
            Runtime.getRuntime().halt(1);
        });
        Path home = Path.of(arguments[0]);
        Looks looks = Looks.open(Theme.LIGHT, 1280, 800, Optional.of("ree-full-stop"), home);
        StudyState state = looks.window().context().state();
        Toolkit.doOnUiThread(() -> {
            state.edit("Shorter", scenario -> scenario.withHorizonWeeks(77));
            state.editWork("Own figure", work -> work.withFigure(new FigureEdit(arguments[1], 1, 2, 3, "a call", "")));
        });
        Path journal = home.resolve("journal");
        Toolkit.waitUntil(
                "the journal",
                () -> !Journals.in(journal, ".figures.properties").isEmpty());
        System.out.println(READY);
        Thread.currentThread().join();
    }
}
