package io.chokepoint.ui.data;

import io.chokepoint.data.Bundle;
import io.chokepoint.exchange.Importers;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** What may be dropped on the window: one dataset folder, one scenario file, or one file or folder of another tool. */
public final class Drops {
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final String DESCRIPTOR = "datapackage.json";

    private final Consumer<Path> openDataset;
    private final Consumer<Path> openScenario;
    private final Consumer<Path> openOther;

    /**
     * @param openDataset gets the folder
     * @param openScenario gets the file
     * @param openOther gets what another tool has made, to be looked at before anything is made of it
     */
    public Drops(Consumer<Path> openDataset, Consumer<Path> openScenario, Consumer<Path> openOther) {
        this.openDataset = openDataset;
        this.openScenario = openScenario;
        this.openOther = openOther;
    }

    /** Lets things be dropped on the window; its edge shows that it would take them. */
    public void accept(Node window) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (isAcceptable(event.getDragboard().getFiles())) {
                event.acceptTransferModes(TransferMode.COPY);
                window.pseudoClassStateChanged(DROP_TARGET, true);
                event.consume();
            }
        });
        window.addEventHandler(DragEvent.DRAG_EXITED, event -> window.pseudoClassStateChanged(DROP_TARGET, false));
        window.addEventHandler(DragEvent.DRAG_DROPPED, event -> {
            window.pseudoClassStateChanged(DROP_TARGET, false);
            event.setDropCompleted(drop(event.getDragboard().getFiles()));
            event.consume();
        });
    }

    static boolean isAcceptable(@Nullable List<File> files) {
        return path(files).isPresent();
    }

    /** Opens what is dropped; false where it is nothing that can be opened. */
    public boolean drop(@Nullable List<File> files) {
        Optional<Path> dropped = path(files);
        dropped.ifPresent(path -> {
            if (Importers.isOther(path)) {
                openOther.accept(path);
            } else if (Files.isDirectory(path)) {
                openDataset.accept(path);
            } else if (path.endsWith(DESCRIPTOR)) {
                openDataset.accept(path.toAbsolutePath().getParent());
            } else {
                openScenario.accept(path);
            }
        });
        return dropped.isPresent();
    }

    private static Optional<Path> path(@Nullable List<File> files) {
        return files == null || files.size() != 1
                ? Optional.empty()
                : Optional.of(files.getFirst().toPath())
                        .filter(path -> Files.isDirectory(path)
                                || path.toString().endsWith(".json")
                                || Bundle.isNamed(path.toString())
                                || Importers.isOther(path));
    }
}
