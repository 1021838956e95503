package io.chokepoint.ui.data;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.Problem;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.CommandControls;
import io.chokepoint.ui.support.ConflictPanel;
import io.chokepoint.ui.support.Dialogs.FileKind;
import io.chokepoint.ui.support.FileStamp;
import io.chokepoint.ui.support.LineDifference;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/**
 * Shows a file of a dataset with the place of a fault marked, lets the user change cells, and saves them: whole or not at all, and
 * never over what another program has written meanwhile.
 */
final class FileEditor {
    private static final String SLOT = "file-editor";
    private static final double WIDTH = 980;
    private static final double HEIGHT = 560;
    private static final double TOP = 72;
    private static final long MOST_BYTES = 50L << 20;

    private final UiContext context;
    private final Runnable onSaved;

    /** @param onSaved called once a file has been saved, on the UI thread */
    FileEditor(UiContext context, Runnable onSaved) {
        this.context = context;
        this.onSaved = onSaved;
    }

    /** @param stamp of the bytes that the text was made of */
    private record Read(FileText text, FileStamp stamp) {}

    /** Reads a file off the UI thread and shows it. */
    void open(Path file, Problem fault) {
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("file.edit.whole", file.getFileName()),
                        WhenBusy.CANCEL,
                        monitor -> read(file),
                        read -> show(file, fault, read),
                        error -> failed(file, error));
    }

    private static Read read(Path file) throws IOException {
        if (Files.size(file) > MOST_BYTES) {
            throw new IOException(Texts.get("file.edit.tooLarge", file.getFileName(), Amounts.count(MOST_BYTES >> 20)));
        }
        FileStamp stamp = FileStamp.of(List.of(file));
        // Strict: a file that is not UTF-8 would not be given back as it was.
        String text = Files.readString(file, StandardCharsets.UTF_8);
        return new Read(FileText.of(text), stamp);
    }

    private void failed(Path file, Throwable error) {
        if (error instanceof IOException) {
            context.overlays().say(Texts.get("file.unreadable", file.getFileName() + ": " + error.getMessage()));
        } else {
            context.tasks().report(error);
        }
    }

    private void show(Path file, Problem fault, Read read) {
        FileText text = read.text();
        Label state = new Label(Texts.get("file.edit.hint"));
        state.setId("file-state");
        state.getStyleClass().add("label-small");
        state.setWrapText(true);
        Button save = new Button(Texts.get("file.edit.save"));
        save.setId("file-save");
        save.getStyleClass().add("accent");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.setDisable(true);
        FileTable table = new FileTable(text, fault.line() - 1, () -> {
            save.setDisable(false);
            state.setText(Texts.get("file.edit.unsaved"));
        });
        VBox.setVgrow(table, Priority.ALWAYS);
        Label message = new Label(fault.message());
        message.setWrapText(true);
        message.setMinHeight(Region.USE_PREF_SIZE);
        message.getStyleClass().add("faults-foot");
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        HBox foot = new HBox(10, state, gap, save);
        foot.setAlignment(Pos.CENTER_LEFT);
        foot.getStyleClass().add("faults-foot");
        VBox panel = new VBox();
        panel.getChildren().setAll(head(file, fault, panel), message, table, foot);
        panel.getStyleClass().addAll("panel", "faults");
        panel.setId("file-editor");
        panel.setPrefSize(WIDTH, HEIGHT);
        Runnable write = () -> save(file, text.text(), Optional.of(read.stamp()), panel);
        save.setOnAction(event -> write.run());
        put(file, panel, save, write);
        // Once it has been laid out: before that nothing can be brought into sight.
        context.tasks().later(() -> {
            table.applyCss();
            table.layout();
            table.showFault();
            // Once more when the rows are there: only then are their cells as wide as they will be.
            context.tasks().later(table::showFault);
        });
    }

    /** Shows the table; closed with changed cells, by whatever way, it asks what becomes of them. */
    private void put(Path file, Region panel, Button save, Runnable write) {
        context.overlays().showModal(panel, TOP, () -> {
            if (!save.isDisabled()) {
                UnsavedCells.ask(
                        context.overlays(),
                        file,
                        new UnsavedCells.Choices(write, () -> put(file, panel, save, write), () -> {}));
            }
        });
    }

    private HBox head(Path file, Problem fault, Region panel) {
        Label title = new Label(
                fault.line() > 0
                        ? Texts.get("file.edit.title", file.getFileName(), Amounts.count(fault.line()))
                        : Texts.get("file.edit.whole", file.getFileName()));
        title.setTooltip(CommandControls.tooltip(file.toString()));
        return CommandControls.panelHead(title, () -> context.overlays().close(panel));
    }

    /** @param before what the file must still hold; empty to write over whatever it holds */
    private void save(Path file, String text, Optional<FileStamp> before, @Nullable Region panel) {
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("file.edit.save"),
                        WhenBusy.COALESCE,
                        monitor -> {
                            if (before.isPresent() && before.get().isChanged()) {
                                return LineDifference.of(
                                        Files.exists(file)
                                                ? new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                                                        .lines()
                                                        .toList()
                                                : List.of(),
                                        text.lines().toList());
                            }
                            AtomicFile.write(file, out -> out.write(text));
                            return List.<LineDifference.Row>of();
                        },
                        conflict -> saved(file, text, conflict, panel),
                        error -> failed(file, error));
    }

    private void saved(Path file, String text, List<LineDifference.Row> conflict, @Nullable Region panel) {
        if (!conflict.isEmpty()) {
            ConflictPanel.show(
                    context.overlays(),
                    file,
                    conflict,
                    new ConflictPanel.Choices(
                            () -> save(file, text, Optional.empty(), panel),
                            () -> leave(panel),
                            () -> saveElsewhere(file, text)));
            return;
        }
        leave(panel);
        context.overlays().say(Texts.get("file.edit.saved", file.getFileName()));
    }

    /** What the file holds counts: it is read with all others. */
    private void leave(@Nullable Region panel) {
        if (panel != null) {
            panel.lookup("#file-save").setDisable(true); // nothing is left to ask for
            context.overlays().close(panel);
        }
        onSaved.run();
    }

    private void saveElsewhere(Path file, String text) {
        String name = String.valueOf(file.getFileName());
        String ending = name.substring(Math.max(0, name.lastIndexOf('.')));
        context.dialogs()
                .saveFile(
                        Texts.get("conflict.saveElsewhere"),
                        new FileKind(name, List.of("*" + ending)),
                        name,
                        Optional.ofNullable(file.getParent()))
                .ifPresent(path -> save(path, text, Optional.empty(), null));
    }
}
