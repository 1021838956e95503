package io.chokepoint.ui;

import io.chokepoint.data.Bundle;
import io.chokepoint.ui.scenario.ScenarioFiles;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Scene;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** A scenario's file, shared or not, that is dropped anywhere on the window is opened. */
final class FileDrop {
    private FileDrop() {}

    static void accept(Scene scene, ScenarioFiles files) {
        scene.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (file(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        scene.addEventHandler(DragEvent.DRAG_DROPPED, event -> file(event).ifPresent(path -> {
            files.open(path);
            event.setDropCompleted(true);
            event.consume();
        }));
    }

    private static Optional<Path> file(DragEvent event) {
        return event.getDragboard().getFiles().stream()
                .map(dropped -> dropped.toPath())
                .filter(path -> Bundle.isNamed(path.toString()) || path.toString().endsWith(".json"))
                .findFirst();
    }
}
