package io.chokepoint.ui;

import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.ui.support.Background;
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
            Window made = Window.create(quiet(home), DatasetReader::read, link -> {});
            made.context().theme().show(theme);
            Stage stage = new Stage();
            stage.setScene(made.scene());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            return new Looks(made, stage);
        });
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
