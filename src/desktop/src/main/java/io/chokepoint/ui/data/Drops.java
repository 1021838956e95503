package io.chokepoint.ui.data;

import io.chokepoint.data.Bundle;
import io.chokepoint.exchange.Importers;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;
import org.jspecify.annotations.Nullable;

/** What may be dropped on the window: one dataset folder, one scenario file, one article, or one file or folder of another tool. */
public final class Drops {
    private static final PseudoClass DROP_TARGET = PseudoClass.getPseudoClass("drop-target");
    private static final String DESCRIPTOR = "datapackage.json";
    private static final Set<String> ARTICLES = Set.of("md", "markdown", "html", "htm", "xhtml", "pdf");
    private static final Pattern SEPARATOR = Pattern.compile("\\s*[,;\t]\\s*|\\s+");
    private static final int LOOKED_AT = 4096;
    private static final int TABLE_LINES = 6;
    private static final int MOST_FIELDS = 20;

    private final Consumer<Path> openDataset;
    private final Consumer<Path> openScenario;
    private final Consumer<Path> openOther;
    private final Consumer<Path> openArticle;

    /**
     * @param openDataset gets the folder
     * @param openScenario gets the file
     * @param openOther gets what another tool has made, to be looked at before anything is made of it
     * @param openArticle gets a text that somebody wants to understand
     */
    public Drops(
            Consumer<Path> openDataset,
            Consumer<Path> openScenario,
            Consumer<Path> openOther,
            Consumer<Path> openArticle) {
        this.openDataset = openDataset;
        this.openScenario = openScenario;
        this.openOther = openOther;
        this.openArticle = openArticle;
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
            if (isArticle(path)) {
                openArticle.accept(path);
            } else if (Importers.isOther(path)) {
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
                                || isArticle(path)
                                || Importers.isOther(path));
    }

    /** By its name; of a plain text, whether its lines are not the rows of a table of another tool. */
    static boolean isArticle(Path path) {
        String name = path.toString().toLowerCase(Locale.ROOT);
        String ending = name.substring(name.lastIndexOf('.') + 1);
        return Files.isRegularFile(path) && (ARTICLES.contains(ending) || ending.equals("txt") && !isTable(path));
    }

    /** Whether the first lines all have the same few fields, two at least. */
    private static boolean isTable(Path path) {
        try (InputStream in = Files.newInputStream(path)) {
            List<String> lines = new String(in.readNBytes(LOOKED_AT), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .limit(TABLE_LINES)
                    .toList();
            List<Integer> fields = lines.stream()
                    .map(line -> SEPARATOR.split(line.strip()).length)
                    .distinct()
                    .toList();
            return lines.size() > 1 && fields.size() == 1 && fields.getFirst() > 1 && fields.getFirst() <= MOST_FIELDS;
        } catch (IOException unreadable) {
            // Whoever opens it says why it cannot be read.
            return false;
        }
    }
}
