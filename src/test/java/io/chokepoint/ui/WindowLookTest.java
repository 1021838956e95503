package io.chokepoint.ui;

import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;
import javafx.stage.Stage;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How the whole window looks with a small dataset that never changes. */
class WindowLookTest {
    @TempDir
    Path home;

    @ParameterizedTest
    @CsvSource({"LIGHT, 1280, 800", "DARK, 1280, 800", "LIGHT, 1440, 900", "DARK, 1440, 900"})
    void looksAsApproved(Theme theme, int width, int height) {
        Scenario scenario = SmallRun.scenario();
        DataPackage data = new DataPackage(
                Path.of("small"),
                SmallRun.result().dataset(),
                Optional.empty(),
                RationingRule.PROPORTIONAL,
                List.of(scenario),
                List.of());
        Stage stage = Toolkit.onUiThread(Stage::new);
        Window window = Toolkit.onUiThread(() -> {
            Window made = Window.create(Settings.in(home), DatasetReader::read, link -> {});
            made.context().theme().show(theme);
            stage.setScene(made.scene());
            stage.setWidth(width);
            stage.setHeight(height);
            stage.show();
            made.context().state().openData(data);
            made.context().state().openScenario(scenario);
            return made;
        });
        try {
            Toolkit.waitUntil(
                    "a run",
                    () -> window.context().state().result().isPresent()
                            && !window.context().tasks().busyProperty().get());
            Toolkit.doOnUiThread(() -> window.context().state().setWeek(30));
            Toolkit.settle();
            WritableImage image = Toolkit.onUiThread(() -> window.scene().snapshot(null));

            ApprovedPicture.check(
                    "window-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, image);
        } finally {
            Toolkit.doOnUiThread(() -> {
                stage.hide();
                window.close();
            });
        }
    }
}
