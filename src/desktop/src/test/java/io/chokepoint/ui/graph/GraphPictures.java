package io.chokepoint.ui.graph;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.Fonts;
import io.chokepoint.ui.support.Palette;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.UiTasks;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.image.PixelReader;
import javafx.scene.image.WritableImage;
import javax.imageio.ImageIO;

/** Writes pictures of the canvas for the eye: {@code scenario width height theme mode week select out.png}. */
final class GraphPictures {
    private GraphPictures() {}

    public static void main(String[] args) throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        Platform.startup(() -> {
            try {
                for (String line : args) {
                    write(line.split(" "));
                }
            } catch (Exception | LinkageError e) {
                e.printStackTrace();
            }
            done.countDown();
        });
        done.await();
        Platform.exit();
    }

    private static void write(String[] a) throws IOException {
        Fonts.load();
        DataPackage data = DatasetReader.read(Path.of("data/rare-earths-to-chips"), RunMonitor.NONE)
                .value()
                .orElseThrow();
        StudyState state = new StudyState(
                new UiTasks(Runnable::run, Runnable::run, System::nanoTime, Throwable::printStackTrace), Engine::of);
        UiTasks tasks = new UiTasks(Runnable::run, Runnable::run, System::nanoTime, Throwable::printStackTrace);
        GraphViewModel model = new GraphViewModel(state, tasks, new LayeredLayout());
        double width = Double.parseDouble(a[1]);
        double height = Double.parseDouble(a[2]);
        Palette palette = Palette.of(Theme.valueOf(a[3]));
        GraphCanvas canvas = new GraphCanvas(palette, model::setSize);
        canvas.setMoving(false);
        model.sceneProperty().subscribe(canvas::setScene);
        Scene scene = new Scene(canvas, width, height);
        canvas.resize(width, height);
        canvas.layout();
        state.openData(data);
        Scenario scenario = data.scenarios().stream()
                .filter(s -> s.id().equals(a[0]))
                .findFirst()
                .orElseThrow();
        state.openScenario(scenario);
        System.out.println("problems " + state.problems());
        switch (a[4]) {
            case "everything" -> state.looking().focusProperty().set(Focus.HIT.withShow(Focus.Show.EVERYTHING));
            case "why" -> state.looking().whyProperty().set(true);
            case "outdated" -> model.setOutOfDate(true);
            default -> {}
        }
        if (!a[5].equals("-")) {
            state.looking().setWeek(Integer.parseInt(a[5]));
        }
        if (a[6].equals("headline")) {
            model.scene().flatMap(s -> s.facts().headline()).ifPresent(model::select);
        } else if (!a[6].equals("-")) {
            model.scene().flatMap(s -> s.facts().graph().find(a[6])).ifPresent(model::select);
        }
        if (a[4].equals("makers")) {
            model.selectedNode().ifPresent(model::toggleMakers);
        }
        if (a.length > 8) {
            canvas.zoomAbout(width / 2, height / 2, Double.parseDouble(a[8]));
        }
        canvas.paintNow();
        model.scene()
                .ifPresent(s -> System.out.println("hit " + s.facts().hit().size() + " week " + s.week() + " chain "
                        + s.chain() + " routes " + s.picture().routes().size()));
        WritableImage image = canvas.snapshot(null, null);
        png(image, Path.of(a[7]));
        for (int i = 0; i < 20; i++) {
            long t = System.nanoTime();
            canvas.paintNow();
            canvas.snapshot(null, null);
            if (i > 15) {
                System.out.println("paint+snapshot ms " + (System.nanoTime() - t) / 1e6);
            }
        }
    }

    static void png(WritableImage image, Path out) throws IOException {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage to = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        PixelReader pixels = image.getPixelReader();
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                to.setRGB(x, y, pixels.getArgb(x, y));
            }
        }
        Files.createDirectories(out.toAbsolutePath().getParent());
        ImageIO.write(to, "png", out.toFile());
    }
}
