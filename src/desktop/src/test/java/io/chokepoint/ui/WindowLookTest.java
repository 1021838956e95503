package io.chokepoint.ui;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.image.WritableImage;
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
        SmallWindow window = SmallWindow.open(data, scenario, theme, width, height, home);
        try {
            Toolkit.doOnUiThread(() -> window.state().looking().setWeek(30));
            Toolkit.settle();
            WritableImage image =
                    Toolkit.onUiThread(() -> window.window().scene().snapshot(null));

            ApprovedPicture.check(
                    "window-" + theme.name().toLowerCase(Locale.ROOT) + "-" + width + "x" + height, image);
        } finally {
            window.close();
        }
    }
}
