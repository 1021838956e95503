package io.chokepoint.ui;

import io.chokepoint.base.LongWork;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ShippedData;
import io.chokepoint.ui.support.Background;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.stage.Stage;

/** A window of the shipped dataset for tests: opened, run and laid out. */
final class Looks {
    /** A scenario that reaches the chips, as the default one does not. */
    static final String CASCADE = "ree-licence-14nm-enforced";

    private final Window window;
    private final Stage stage;

    private Looks(Window window, Stage stage) {
        this.window = window;
        this.stage = stage;
    }

    static Looks open(Theme theme, int width, int height) throws Exception {
        return open(theme, width, height, Optional.of(CASCADE));
    }

    static Looks open(Theme theme, int width, int height, Optional<String> scenario) throws Exception {
        return open(theme, width, height, scenario, Files.createTempDirectory("chokepoint-window"));
    }

    /** @param home where settings and journals are */
    static Looks open(Theme theme, int width, int height, Optional<String> scenario, Path home) {
        Looks looks = empty(theme, width, height, home);
        Toolkit.doOnUiThread(() -> looks.window.open(ShippedData.shipped(), scenario));
        Toolkit.waitUntil("a run", () -> looks.window.context().state().result().isPresent());
        Toolkit.settle();
        return looks;
    }

    /** As the program without arguments: with the work of last time. */
    static Looks resume(Theme theme, int width, int height, Path home) {
        Looks looks = empty(theme, width, height, home);
        Toolkit.doOnUiThread(() -> looks.window.resume(Optional.of(ShippedData.shipped())));
        Toolkit.waitUntil("a run", () -> looks.window.context().state().result().isPresent());
        Toolkit.settle();
        return looks;
    }

    /** Without a dataset. */
    static Looks empty(Theme theme, int width, int height) throws Exception {
        return empty(theme, width, height, Files.createTempDirectory("chokepoint-window"));
    }

    static Looks empty(Theme theme, int width, int height, Path home) {
        return Toolkit.onUiThread(() -> {
            Window made = Window.create(quiet(home), Looks::read, Looks::engine, link -> {});
            made.context().theme().show(theme);
            Stage stage = new Stage();
            stage.setScene(made.scene());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            // Laid out as any other, but not copied to a screen that nobody sees: that takes most of the time. Pictures
            // are made apart.
            stage.setIconified(true);
            return new Looks(made, stage);
        });
    }

    /**
     * Reads a folder; the shipped one is read and compiled once for all windows of a process, unless the test is about where long work
     * is done.
     */
    private static Loaded<DataPackage> read(Path folder, RunMonitor monitor) {
        return isShared(folder) ? Shipped.READ : DatasetReader.read(folder, monitor);
    }

    private static Engine engine(DataPackage data) {
        return isShared(data.folder())
                        && Shipped.READ.value().filter(shared -> shared == data).isPresent()
                ? Shipped.ENGINE
                : Engine.of(data);
    }

    private static boolean isShared(Path folder) {
        return System.getProperty(LongWork.GUARD) == null && folder.equals(ShippedData.shipped());
    }

    /** Made when it is first asked for. */
    private static final class Shipped {
        private static final Loaded<DataPackage> READ = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE);
        private static final Engine ENGINE = Engine.of(READ.value().orElseThrow());
    }

    /** Settings of a window in which nothing runs by itself, so that tests see only what they ask for. */
    static Settings quiet(Path home) {
        Settings settings = Settings.in(home);
        if (settings.find(Background.SETTING).isEmpty()) {
            settings.put(Background.SETTING, false);
        }
        return settings;
    }

    Window window() {
        return window;
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
