package io.chokepoint.ui.data;

import io.chokepoint.data.ShippedData;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.Texts;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.Work;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Opens datasets by menu and by drag and drop, and drops own figures. */
public final class DataCommands {
    private final UiContext context;
    private final DatasetOpener opener;

    public DataCommands(UiContext context, DatasetOpener opener) {
        this.context = context;
        this.opener = opener;
        Commands commands = context.commands();
        commands.register(Command.OPEN_DATASET, this::choose);
        commands.register(Command.OPEN_SHIPPED, () -> opener.open(ShippedData.shipped(), Optional.empty()));
        commands.register(
                Command.READ_AGAIN,
                opener::readAgain,
                opener.reportProperty().map(r -> "").orElse(Texts.get("status.none")));
        commands.register(
                Command.REVERT_FIGURES,
                () -> context.state().editWork(Texts.get("figures.step.dropAll"), Work::withoutFigures),
                Bindings.createStringBinding(
                        () -> {
                            Work work = context.state().workProperty().get();
                            return work == null || work.figures().isEmpty() ? Texts.get("figures.none") : "";
                        },
                        context.state().workProperty()));
    }

    private void choose() {
        context.dialogs()
                .chooseFolder(
                        Texts.get("data.choose"),
                        context.state()
                                .data()
                                .map(data -> data.folder().toAbsolutePath().getParent()))
                .ifPresent(folder -> opener.open(folder, Optional.empty()));
    }

    /** Lets a dataset folder or a scenario file be dropped on the window. */
    public void acceptDrops(Node window, Consumer<Path> openScenario) {
        window.addEventHandler(DragEvent.DRAG_OVER, event -> {
            if (droppable(event).isPresent()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        window.addEventHandler(
                DragEvent.DRAG_DROPPED,
                event -> droppable(event).ifPresent(path -> {
                    if (Files.isDirectory(path)) {
                        opener.open(path, Optional.empty());
                    } else if (path.getFileName().toString().equals("datapackage.json")) {
                        opener.open(path.resolveSibling("."), Optional.empty());
                    } else {
                        openScenario.accept(path);
                    }
                    event.setDropCompleted(true);
                    event.consume();
                }));
    }

    private static Optional<Path> droppable(DragEvent event) {
        List<File> files = event.getDragboard().getFiles();
        if (files == null || files.size() != 1) {
            return Optional.empty();
        }
        Path path = files.getFirst().toPath();
        return Files.isDirectory(path) || path.toString().endsWith(".json") ? Optional.of(path) : Optional.empty();
    }
}
