package io.chokepoint.ui;

import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Settings;
import java.time.Duration;
import java.time.Instant;
import javafx.application.Application;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The JavaFX application: shows the frame at once, reads the dataset behind it. */
public final class ChokepointApp extends Application {
    private static final Logger LOG = LoggerFactory.getLogger(ChokepointApp.class);

    @Override
    public void start(Stage stage) {
        Window window = Window.create(
                Settings.in(Settings.defaultFolder()), DatasetReader::read, getHostServices()::showDocument);
        Scene scene = window.scene();
        Rectangle2D screen = Screen.getPrimary().getVisualBounds();
        Settings settings = window.context().settings();
        stage.setWidth(Math.min(settings.number("window.width", 1440), screen.getWidth()));
        stage.setHeight(Math.min(settings.number("window.height", 900), screen.getHeight()));
        stage.setMaximized(settings.isOn("window.maximized", false));
        stage.setMinWidth(Math.min(ZoomRoot.LEAST_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(ZoomRoot.LEAST_HEIGHT, screen.getHeight()));
        stage.setTitle(Texts.get("app.title"));
        stage.setScene(scene);
        stage.setOnHidden(event -> {
            if (!stage.isMaximized()) {
                settings.put("window.width", stage.getWidth());
                settings.put("window.height", stage.getHeight());
            }
            settings.put("window.maximized", stage.isMaximized());
            window.close();
        });
        window.titleProperty().subscribe(stage::setTitle);
        stage.show();
        ProcessHandle.current()
                .info()
                .startInstant()
                .ifPresent(began -> LOG.debug(
                        "window shown {} ms after the process began",
                        Duration.between(began, Instant.now()).toMillis()));
        Watchdog.startIfAsked();
        DesktopLauncher.start().ifPresent(start -> {
            if (start.scenario().isPresent()) {
                window.open(start.data().orElseGet(ShippedData::shipped), start.scenario());
            } else {
                window.resume(start.data());
            }
        });
    }
}
