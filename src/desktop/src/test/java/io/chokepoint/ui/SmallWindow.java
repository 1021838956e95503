package io.chokepoint.ui;

import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.stage.Stage;

/** A window of a small dataset for tests: opened, run and laid out. */
final class SmallWindow {
    private final Window window;
    private final Stage stage;

    private SmallWindow(Window window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    /** @param home where settings and journals are */
    static SmallWindow open(DataPackage data, Scenario scenario, Theme theme, int width, int height, Path home) {
        SmallWindow made = Toolkit.onUiThread(() -> {
            Stage stage = new Stage();
            Window window = Window.create(Looks.quiet(home), DatasetReader::read, link -> {});
            window.context().theme().show(theme);
            stage.setScene(window.scene());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            window.context().state().openData(data);
            window.context().state().openScenario(scenario);
            return new SmallWindow(window, stage);
        });
        made.waitForWork();
        return made;
    }

    Window window() {
        return window;
    }

    StudyState state() {
        return window.context().state();
    }

    /** Until the run is there and nothing else is under way. */
    void waitForWork() {
        Toolkit.settle();
        Toolkit.waitUntil(
                "the end of all work",
                () -> state().result().isPresent()
                        && !state().staleProperty().get()
                        && !window.context().tasks().busyProperty().get());
        Toolkit.settle();
    }

    void click(String selector) {
        Toolkit.doOnUiThread(() -> ((ButtonBase) window.scene().lookup(selector)).fire());
    }

    /** All words below a node. */
    List<String> texts(String selector) {
        return Toolkit.onUiThread(() -> {
            Node below = window.scene().lookup(selector);
            return below == null
                    ? List.<String>of()
                    : below.lookupAll(".label").stream()
                            .filter(Labeled.class::isInstance)
                            .map(node -> ((Labeled) node).getText())
                            .toList();
        });
    }

    void picture(String name) {
        Toolkit.settle();
        Toolkit.picture(window.scene(), Path.of("target", "pictures", name + ".png"));
    }

    void close() {
        Toolkit.doOnUiThread(() -> {
            stage.hide();
            window.close();
        });
    }
}
