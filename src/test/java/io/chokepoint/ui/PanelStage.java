package io.chokepoint.ui;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.Touch;
import io.chokepoint.ui.support.Anchors;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Dialogs;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.ThemeManager;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.Work;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** A window's state without a window: everything runs in place, the engine is a function, and parts can be pictured. */
public final class PanelStage {
    private PanelStage() {}

    /** Starts the toolkit where it is not running yet. */
    public static void startToolkit() {
        CompletableFuture<Boolean> ready = new CompletableFuture<>();
        try {
            Platform.startup(() -> ready.complete(true));
        } catch (IllegalStateException alreadyRunning) {
            Platform.runLater(() -> ready.complete(true));
        }
        ready.orTimeout(30, TimeUnit.SECONDS).join();
        Platform.setImplicitExit(false);
    }

    /** Runs on the UI thread and waits. */
    public static <T> T onUi(Supplier<T> work) {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.get());
            } catch (RuntimeException | Error e) {
                done.completeExceptionally(e);
            }
        });
        return done.orTimeout(60, TimeUnit.SECONDS).join();
    }

    /** A state with a result, worked out in place. */
    public static StudyState state(SimulationResult result) {
        UiTasks tasks = tasks();
        StudyState state = new StudyState(tasks, data -> engine(work -> result));
        state.openData(new DataPackage(
                Path.of("hand-made"),
                result.dataset(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(result.scenario()),
                List.of()));
        state.openScenario(result.scenario());
        return state;
    }

    public static UiTasks tasks() {
        return new UiTasks(Runnable::run, Runnable::run, System::nanoTime, error -> {
            throw new AssertionError(error);
        });
    }

    private static Engine engine(Function<Work, SimulationResult> runs) {
        return new Engine() {
            @Override
            public SimulationResult run(Work work, RunMonitor monitor) {
                return runs.apply(work);
            }

            @Override
            public Touch touches(Restriction restriction) {
                return new Touch(0, 0, List.of(), List.of());
            }
        };
    }

    /** On the UI thread. */
    public static UiContext context(StudyState state, Theme theme, Path folder) {
        ThemeManager manager = new ThemeManager(Settings.in(folder));
        manager.show(theme);
        return new UiContext(
                state,
                tasks(),
                new Commands(),
                manager,
                Settings.in(folder),
                new SilentDialogs(),
                new Anchors(),
                new OverlayHost(),
                link -> {});
    }

    /** Draws a part at a size; on the UI thread. */
    public static WritableImage picture(UiContext context, Parent part, double width, double height) {
        Scene scene = new Scene(part, width, height);
        context.theme().style(scene);
        part.applyCss();
        part.layout();
        return scene.snapshot(null);
    }

    /** Writes a picture into {@code target/pictures}. */
    public static void save(WritableImage image, String name) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage copy = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                copy.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        try {
            Path folder = Files.createDirectories(Path.of("target", "pictures"));
            ImageIO.write(copy, "png", folder.resolve(name + ".png").toFile());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SilentDialogs implements Dialogs {
        @Override
        public Optional<Path> chooseFolder(String title, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> openFile(String title, FileKind kind, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public Optional<Path> saveFile(String title, FileKind kind, String proposedName, Optional<Path> start) {
            return Optional.empty();
        }

        @Override
        public boolean confirm(String title, String text, String action) {
            return false;
        }

        @Override
        public void programError(String sentence, Throwable error) {
            throw new AssertionError(sentence, error);
        }
    }
}
