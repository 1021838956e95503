package io.chokepoint.ui;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ModelRegistry;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.PngEncoder;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.ViewKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;
import javafx.scene.image.Image;
import javafx.scene.paint.Color;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Pictures of the window without a display: the same window on JavaFX's headless platform, painted by software, so that they come
 * out the same on every machine. Leaves the user's settings alone.
 */
public final class HeadlessPictures {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlessPictures.class);

    private static final long TIMEOUT_SECONDS = 120;
    /** Assumptions of three models are varied in over a hundred runs. */
    private static final long MODELS_SECONDS = 900;
    /** What decides between two scenarios takes up to some dozens of runs. */
    private static final long DECIDING_SECONDS = 60;
    /** Passes of layout and painting after the last change before a picture is taken. */
    private static final int SETTLED_PULSES = 8;
    /** Methods of the headless window that copy to its screen. */
    private static final Set<String> SCREEN = Set.of("blit", "clearRect");

    /**
     * One picture.
     *
     * @param file PNG of the window or, where the name ends in .svg, SVG of the view alone; replaced as a whole
     * @param week the week to show; empty for the one the window opens with
     * @param focus id of the good or market to select, if any
     * @param width in pixels
     * @param height in pixels
     * @param scale pixels of the PNG for one of the window, 1 or 2
     * @param action an action done before the picture is taken, if any, e.g. one that opens a panel
     * @param search what is typed into the search field, if it is open
     * @param against scenario B of a comparison, if any
     * @param differenceOnly whether the comparison shows only what differs
     */
    public record Shot(
            Path file,
            ViewKind view,
            Theme theme,
            OptionalInt week,
            Optional<String> focus,
            int width,
            int height,
            int scale,
            Optional<Command> action,
            Optional<String> search,
            Optional<Scenario> against,
            boolean differenceOnly) {}

    private HeadlessPictures() {}

    /**
     * Opens the window on a scenario, takes the pictures and ends the toolkit. Once a process; not from the UI thread.
     *
     * @param model name of the model that runs the scenario
     * @throws ChokepointException if the system lacks what pictures need
     * @throws IOException if a picture cannot be written or the window does not come up
     */
    public static void draw(DataPackage data, Scenario scenario, String model, List<Shot> shots) throws IOException {
        setUnlessGiven("glass.platform", "Headless");
        setUnlessGiven("prism.order", "sw");
        setUnlessGiven("prism.lcdtext", "false");
        SystemLibraries.requireForPictures();
        boolean own = startToolkit();
        Path home = Files.createTempDirectory("chokepoint-pictures");
        try {
            Stage stage = onUiThread(() -> {
                Thread.currentThread().setUncaughtExceptionHandler(HeadlessPictures::failed);
                return new Stage();
            });
            Settings settings = Settings.in(home);
            // Nothing but what was asked for, however fast the machine is.
            settings.put(Background.SETTING, false);
            Window window = onUiThread(() -> Window.create(
                    settings,
                    DatasetReader::read,
                    opened -> Engine.of(ModelRegistry.PROGRAM.runner(opened, model)),
                    link -> {}));
            try {
                onUiThread(() -> {
                    stage.setScene(window.scene());
                    stage.setWidth(shots.getFirst().width());
                    stage.setHeight(shots.getFirst().height());
                    stage.show();
                    window.context().state().openData(data);
                    window.context().state().openScenario(scenario);
                    return stage;
                });
                for (Shot shot : shots) {
                    take(shot, stage, window);
                }
            } finally {
                onUiThread(() -> {
                    stage.hide();
                    window.close();
                    return stage;
                });
            }
        } finally {
            deleteFolder(home);
            if (own) {
                Platform.exit();
            }
        }
    }

    private static void take(Shot shot, Stage stage, Window window) throws IOException {
        StudyState state = window.context().state();
        settle(window);
        onUiThread(() -> {
            stage.setWidth(shot.width());
            stage.setHeight(shot.height());
            window.context().theme().show(shot.theme());
            state.looking().viewProperty().set(shot.view());
            look(shot, state);
            return stage;
        });
        settle(window, shot.view() == ViewKind.MODELS ? MODELS_SECONDS : TIMEOUT_SECONDS);
        open(shot, window);
        settle(window);
        String about = onUiThread(
                () -> ViewExport.provenance(window.view().comparison().shown()));
        if (shot.file().toString().toLowerCase(Locale.ROOT).endsWith(".svg")) {
            Picture picture = onUiThread(() -> picture(window));
            AtomicFile.write(shot.file(), out -> SvgPicture.write(picture, about, out));
        } else {
            Image image = onUiThread(() -> Snapshots.of(window.scene().getRoot(), shot.scale(), Color.TRANSPARENT));
            AtomicFile.write(shot.file(), PngEncoder.encode(image, about));
        }
    }

    /** At the week and the good that are asked for. */
    private static void look(Shot shot, StudyState state) {
        shot.week().ifPresent(state.looking()::setWeek);
        state.data()
                .map(DataPackage::dataset)
                .ifPresent(dataset -> shot.focus().ifPresent(id -> {
                    dataset.findGood(id).ifPresent(state.looking()::select);
                    dataset.findMarket(id).map(Selection::of).ifPresent(state.looking()::select);
                }));
    }

    /** A comparison and panels, once the run is there. */
    private static void open(Shot shot, Window window) throws IOException {
        onUiThread(() -> {
            shot.against().ifPresent(window.view().comparison()::start);
            window.view().comparison().differenceOnlyProperty().set(shot.differenceOnly());
            return window;
        });
        settle(window);
        if (shot.against().isPresent()) {
            // A comparison opens on what differs most, unless something else was asked for.
            onUiThread(() -> {
                look(shot, window.context().state());
                return window;
            });
            settle(window);
            workOutWhatDecides(window);
        }
        onUiThread(() -> {
            Commands commands = window.context().commands();
            shot.action().ifPresent(action -> {
                if (!commands.run(action)) {
                    throw new ChokepointException(action.text() + ": "
                            + commands.reasonNotProperty(action).get());
                }
            });
            shot.search().ifPresent(text -> {
                commands.run(Command.FIND);
                if (window.scene().lookup("#finder-field") instanceof TextInputControl field) {
                    field.setText(text);
                }
            });
            return window;
        });
    }

    /** Nobody can press the button in a picture. Where it takes too long the panel says that it has not been worked out. */
    private static void workOutWhatDecides(Window window) throws IOException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(DECIDING_SECONDS);
        press(window);
        waitFor(() -> !window.context().tasks().busyProperty().get() || System.nanoTime() > end);
        if (System.nanoTime() > end) {
            press(window);
        }
        settle(window);
    }

    private static void press(Window window) throws IOException {
        onUiThread(() -> {
            if (window.scene().lookup("#deciding-act") instanceof ButtonBase act && act.isVisible()) {
                act.fire();
            }
            return window;
        });
    }

    private static Picture picture(Window window) {
        if (!(window.view().exported() instanceof Pictured)) {
            throw new ChokepointException("This view cannot be written as SVG; use a file that ends in .png.");
        }
        return window.view()
                .exports()
                .picture()
                .orElseThrow(() -> new ChokepointException("This view has nothing to show."));
    }

    /** Waits until the run is there, no work is under way and the scene has been painted a few times since. */
    private static void settle(Window window) throws IOException {
        settle(window, TIMEOUT_SECONDS);
    }

    private static void settle(Window window, long seconds) throws IOException {
        StudyState state = window.context().state();
        int[] calm = new int[1];
        waitFor(
                () -> {
                    boolean busy = state.result().isEmpty()
                            || state.staleProperty().get()
                            || window.context().tasks().busyProperty().get();
                    calm[0] = busy ? 0 : calm[0] + 1;
                    return calm[0] > SETTLED_PULSES;
                },
                seconds);
    }

    private static void waitFor(BooleanSupplier condition) throws IOException {
        waitFor(condition, TIMEOUT_SECONDS);
    }

    private static void waitFor(BooleanSupplier condition, long seconds) throws IOException {
        CountDownLatch reached = new CountDownLatch(1);
        AnimationTimer timer = onUiThread(() -> {
            AnimationTimer made = new AnimationTimer() {
                @Override
                public void handle(long now) {
                    if (condition.getAsBoolean()) {
                        stop();
                        reached.countDown();
                    }
                }
            };
            made.start();
            return made;
        });
        try {
            if (!reached.await(seconds, TimeUnit.SECONDS)) {
                onUiThread(() -> {
                    timer.stop();
                    return timer;
                });
                throw new IOException("the window was not ready after " + seconds + " seconds");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    private static <T> T onUiThread(Callable<T> work) throws IOException {
        CompletableFuture<T> done = new CompletableFuture<>();
        Platform.runLater(() -> {
            try {
                done.complete(work.call());
            } catch (Exception | Error failure) {
                done.completeExceptionally(failure);
            }
        });
        return await(done);
    }

    private static <T> T await(CompletableFuture<T> done) throws IOException {
        try {
            return done.get(TIMEOUT_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException failure) {
            if (failure.getCause() instanceof ChokepointException fault) {
                throw fault;
            }
            throw new IllegalStateException(failure.getCause());
        } catch (TimeoutException late) {
            throw new IOException("the window did not answer", late);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
    }

    /** @return whether it was started here, and is to be ended here */
    private static boolean startToolkit() throws IOException {
        CountDownLatch started = new CountDownLatch(1);
        try {
            Platform.startup(started::countDown);
        } catch (IllegalStateException alreadyStarted) {
            return false;
        }
        try {
            if (!started.await(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException("the window toolkit did not start");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        }
        return true;
    }

    /** The headless platform's screen is 1000 px wide and high; that a larger window cannot be shown there spoils no picture. */
    private static void failed(Thread thread, Throwable failure) {
        StackTraceElement[] stack = failure.getStackTrace();
        boolean screen = Arrays.stream(stack)
                .anyMatch(at -> at.getClassName().endsWith("HeadlessWindow") && SCREEN.contains(at.getMethodName()));
        if (!screen) {
            LOG.error("unexpected", failure);
        }
    }

    private static void setUnlessGiven(String property, String value) {
        if (System.getProperty(property) == null) {
            System.setProperty(property, value);
        }
    }

    private static void deleteFolder(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
