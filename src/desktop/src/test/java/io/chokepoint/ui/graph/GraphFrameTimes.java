package io.chokepoint.ui.graph;

import com.sun.management.OperatingSystemMXBean;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.function.IntConsumer;
import javafx.animation.AnimationTimer;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.stage.Stage;

/**
 * Measures frames of the graph in a window: the time from pulse to pulse while the picture is panned and while the week is scrubbed,
 * on the shipped dataset and on a drawn one of 5,000 goods and 20,000 edges; and the CPU time a frame takes, which a busy machine does
 * not distort. Add {@code -Djavafx.pulseLogger=true} for the
 * toolkit's own counters. Not a test: figures depend on the machine.
 */
public final class GraphFrameTimes extends Application {
    private static final int FRAMES = 240;
    private static final int WARM_UP = 60;

    @Override
    public void start(Stage stage) {
        Fonts.load();
        StudyState shipped = new StudyState(DrawnStudy.tasks(), Engine::of);
        var data = DatasetReader.read(Path.of("data/rare-earths-to-chips"), RunMonitor.NONE)
                .orThrow();
        shipped.openData(data);
        shipped.openScenario(data.findScenario("ree-full-stop").orElseThrow());
        StudyState large = new DrawnStudy(14, 357, 20_000, 0.3, 1).open();
        large.looking().focusProperty().set(Focus.HIT.withShow(Focus.Show.EVERYTHING));
        Runnable last = () -> stage.hide();
        Runnable c = () -> measure(stage, large, "5,000 goods, everything", 0.3, last);
        Runnable b = () -> {
            shipped.looking().focusProperty().set(Focus.HIT.withShow(Focus.Show.EVERYTHING));
            measure(stage, shipped, "shipped, everything", 1.4, c);
        };
        measure(stage, shipped, "shipped, what is hit", 1.4, b);
    }

    private static void measure(Stage stage, StudyState state, String name, double zoom, Runnable next) {
        GraphViewModel model = new GraphViewModel(state, DrawnStudy.tasks(), new LayeredLayout());
        GraphCanvas canvas = new GraphCanvas(Palette.of(Theme.LIGHT), model::setSize);
        canvas.setMoving(false);
        model.sceneProperty().subscribe(canvas::setScene);
        stage.setScene(new Scene(canvas, Integer.getInteger("w", 1128), Integer.getInteger("h", 608)));
        stage.show();
        Runnable pan = () -> {
            canvas.zoomAbout(500, 300, zoom);
            frames(
                    name + ": panning at " + zoom,
                    frame -> canvas.pan(frame / 40 % 2 == 0 ? -6 : 6, frame / 40 % 2 == 0 ? -3 : 3),
                    next);
        };
        int weeks = state.result().orElseThrow().weeks();
        frames(name + ": scrubbing", frame -> state.looking().setWeek(frame % weeks), () -> {
            canvas.fit();
            pan.run();
        });
    }

    private static void frames(String what, IntConsumer step, Runnable next) {
        long[] times = new long[FRAMES];
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        OperatingSystemMXBean process = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
        new AnimationTimer() {
            private int frame;
            private long before;
            private long uiCpu;
            private long allCpu;

            @Override
            public void handle(long now) {
                long time = System.nanoTime();
                if (frame > 0) {
                    times[frame - 1] = time - before;
                }
                before = time;
                if (frame == WARM_UP) {
                    uiCpu = threads.getCurrentThreadCpuTime();
                    allCpu = process.getProcessCpuTime();
                }
                if (frame == FRAMES) {
                    stop();
                    report(what, times);
                    double counted = (FRAMES - WARM_UP) * 1e6;
                    System.out.printf(
                            Locale.ROOT,
                            "    CPU a frame: %.1f ms on the UI thread, %.1f ms in all%n",
                            (threads.getCurrentThreadCpuTime() - uiCpu) / counted,
                            (process.getProcessCpuTime() - allCpu) / counted);
                    next.run();
                    return;
                }
                step.accept(frame++);
            }
        }.start();
    }

    private static void report(String what, long[] times) {
        long[] sorted = Arrays.copyOfRange(times, WARM_UP, FRAMES);
        Arrays.sort(sorted);
        double mean = Arrays.stream(sorted).average().orElse(0) / 1e6;
        System.out.printf(
                Locale.ROOT,
                "%s: mean %.1f ms (%.0f frames/s), median %.1f ms, 95 %% below %.1f ms, worst %.1f ms%n",
                what,
                mean,
                1000 / mean,
                sorted[sorted.length / 2] / 1e6,
                sorted[sorted.length * 95 / 100] / 1e6,
                sorted[sorted.length - 1] / 1e6);
    }

    public static void main(String[] args) {
        launch(args);
    }
}
