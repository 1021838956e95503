package io.chokepoint.ui.data;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.Problem;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.FileStamp;
import io.chokepoint.ui.support.LineDifference;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.UndoStack;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The tables of one dataset folder while they are edited: the steps of undo, what a check of them says, and saving them, each off the UI
 * thread. A check follows a change after a moment, and is given up when the next change comes.
 */
final class EditorViewModel {
    private static final String CHECK = "edit-check";
    private static final String KEEP = "edit-journal";
    private static final String SAVE = "edit-save";
    private static final Duration PAUSE = Duration.ofMillis(250);

    /**
     * What a check said.
     *
     * @param tables what was checked
     */
    record Checked(EditedTables tables, List<Problem> problems) {
        Checked {
            problems = List.copyOf(problems);
        }

        long errors() {
            return problems.stream().filter(Problem::isError).count();
        }
    }

    /**
     * What came of saving.
     *
     * @param changed files that somebody else has changed; then nothing is written
     * @param conflict where what would be written differs from what the first of them holds by now
     */
    record Saved(List<Path> changed, List<LineDifference.Row> conflict) {}

    private final Path folder;
    private final UiTasks tasks;
    private final EditJournal journal;
    private final Consumer<Throwable> keepFailure;
    private final UndoStack<EditedTables> steps = new UndoStack<>();
    private final ReadOnlyObjectWrapper<@Nullable Checked> checked = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper checking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper unsaved = new ReadOnlyBooleanWrapper();
    private EditedTables saved;
    private FileStamp stamp;
    private int changes;

    /** @param keepFailure told on the UI thread where what is not saved could not be kept either */
    EditorViewModel(
            Path folder, UiTasks tasks, EditJournal journal, EditedTables.Read read, Consumer<Throwable> keepFailure) {
        this.keepFailure = keepFailure;
        this.folder = folder;
        this.tasks = tasks;
        this.journal = journal;
        this.saved = read.tables();
        this.stamp = read.stamp();
        steps.reset(read.tables());
        steps.valueProperty().subscribe((before, now) -> changed());
        check();
    }

    Path folder() {
        return folder;
    }

    /** Whether the tables may only be looked at: the dataset that came with the program stays as it is. */
    boolean isReadOnly() {
        return ShippedData.isShipped(folder);
    }

    ReadOnlyObjectProperty<@Nullable EditedTables> tablesProperty() {
        return steps.valueProperty();
    }

    EditedTables tables() {
        return steps.value().orElse(saved);
    }

    /** What the last check said; null before the first one ended. */
    ReadOnlyObjectProperty<@Nullable Checked> checkedProperty() {
        return checked.getReadOnlyProperty();
    }

    /** Whether something has changed since the last check. */
    ReadOnlyBooleanProperty checkingProperty() {
        return checking.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty unsavedProperty() {
        return unsaved.getReadOnlyProperty();
    }

    ReadOnlyStringProperty undoNameProperty() {
        return steps.undoNameProperty();
    }

    ReadOnlyStringProperty redoNameProperty() {
        return steps.redoNameProperty();
    }

    /** The tables that are not as they are in the folder. */
    List<TableSchema> unsavedTables() {
        return tables().changed(saved);
    }

    /** Their texts, by file name. */
    Map<String, TableText> unsavedTexts() {
        return tables().differing(saved);
    }

    /** What is not saved is not asked about any more: it is elsewhere by now. */
    void letGo() {
        saved = tables();
        unsaved.set(false);
    }

    /** One step; nothing happens where it changes nothing. */
    void change(String name, TableSchema table, UnaryOperator<TableText> change) {
        change(name, tables().with(table, change));
    }

    void change(String name, EditedTables now) {
        if (!isReadOnly() && now != tables()) {
            steps.push(name, now);
        }
    }

    boolean undo() {
        return steps.undo();
    }

    boolean redo() {
        return steps.redo();
    }

    /** What an earlier process left unsaved comes back, as a step that can be undone. */
    void bringBack(EditJournal.Left left) {
        EditedTables now = tables();
        for (Map.Entry<String, TableText> table : left.tables().entrySet()) {
            TableSchema schema = Tables.ofFile(table.getKey()).orElse(null);
            if (schema != null) {
                now = now.with(schema, table.getValue());
            }
        }
        // As of then: files that were changed since are asked about when they are to be written.
        stamp = left.stamp();
        change(Texts.get("grid.step.bringBack"), now);
    }

    private void changed() {
        unsaved.set(!unsavedTables().isEmpty());
        checking.set(true);
        int change = ++changes;
        tasks.cancel(CHECK);
        tasks.after(PAUSE, () -> {
            if (change == changes) {
                keep();
                check();
            }
        });
    }

    private void keep() {
        Map<String, TableText> differing = tables().differing(saved);
        FileStamp of = stamp;
        tasks.submit(
                KEEP,
                Texts.get("grid.keeping"),
                WhenBusy.COALESCE,
                monitor -> {
                    journal.keep(differing, of);
                    return true;
                },
                done -> {},
                keepFailure);
    }

    private void check() {
        checking.set(true);
        EditedTables now = tables();
        Map<String, TableText> differing = now.differing(saved);
        tasks.submit(
                CHECK,
                Texts.get("grid.checking"),
                WhenBusy.CANCEL,
                monitor -> new Checked(
                        now, DatasetReader.read(folder, differing, monitor).problems()),
                result -> {
                    checked.set(result);
                    checking.set(now != tables());
                });
    }

    /**
     * Writes every changed table, whole or not at all, unless somebody else has changed a file meanwhile.
     *
     * @param overTheirs whether what others wrote is written over
     * @param onDone told on the UI thread what came of it
     */
    void save(boolean overTheirs, Consumer<Saved> onDone, Consumer<Throwable> onFailure) {
        EditedTables mine = tables();
        Map<String, TableText> differing = mine.differing(saved);
        FileStamp before = stamp;
        tasks.submit(
                SAVE,
                Texts.get("grid.save"),
                WhenBusy.COALESCE,
                monitor -> {
                    List<Path> theirs = overTheirs
                            ? List.of()
                            : before.changed().stream()
                                    .filter(file -> differing.containsKey(String.valueOf(file.getFileName())))
                                    .toList();
                    if (!theirs.isEmpty()) {
                        return Optional.of(conflict(theirs, differing));
                    }
                    write(folder, differing);
                    journal.forget();
                    return Optional.<Saved>empty();
                },
                conflict -> {
                    conflict.ifPresentOrElse(onDone, () -> restamp(mine, onDone, onFailure));
                },
                onFailure);
    }

    private void restamp(EditedTables written, Consumer<Saved> onDone, Consumer<Throwable> onFailure) {
        saved = written;
        unsaved.set(!unsavedTables().isEmpty());
        tasks.submit(
                SAVE,
                Texts.get("grid.save"),
                WhenBusy.COALESCE,
                monitor -> EditedTables.stamp(folder),
                now -> {
                    stamp = now;
                    onDone.accept(new Saved(List.of(), List.of()));
                },
                onFailure);
    }

    static void write(Path folder, Map<String, TableText> tables) throws IOException {
        for (Map.Entry<String, TableText> table : tables.entrySet()) {
            AtomicFile.write(folder.resolve(table.getKey()), table.getValue()::writeTo);
        }
    }

    private static Saved conflict(List<Path> theirs, Map<String, TableText> mine) throws IOException {
        Path first = theirs.getFirst();
        TableText text = mine.get(String.valueOf(first.getFileName()));
        List<String> now = Files.exists(first)
                ? new String(Files.readAllBytes(first), StandardCharsets.UTF_8)
                        .lines()
                        .toList()
                : List.of();
        return new Saved(
                theirs,
                LineDifference.of(
                        now, text == null ? List.of() : text.text().lines().toList()));
    }

    /** Takes what files hold now in place of what was changed here; what else was changed stays. */
    void take(List<Path> theirs, EditedTables.Read read) {
        List<String> given =
                theirs.stream().map(file -> String.valueOf(file.getFileName())).toList();
        List<String> kept = unsavedTables().stream()
                .map(TableSchema::file)
                .filter(file -> !given.contains(file))
                .toList();
        EditedTables mixed = tables().takingFrom(read.tables(), kept);
        saved = read.tables();
        stamp = read.stamp();
        steps.push(Texts.get("grid.step.theirs"), mixed);
        changed();
    }

    /** Lets go of what is not saved. */
    void discard() {
        changes++;
        tasks.cancel(CHECK);
        tasks.submit(
                KEEP,
                Texts.get("grid.keeping"),
                WhenBusy.COALESCE,
                monitor -> {
                    journal.forget();
                    return true;
                },
                done -> {},
                keepFailure);
    }
}
