package io.chokepoint.ui.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DatasetCopy;
import io.chokepoint.data.TableText;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.ConflictPanel;
import io.chokepoint.ui.support.RowRequest;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * Opens the tables of a dataset folder to be edited, saves them, and makes the copy that is edited in place of the dataset that came with
 * the program.
 */
public final class DatasetEditing {
    private static final String SLOT = "edit-open";
    private static final double TOP = 36;

    private final UiContext context;
    private final DatasetOpener opener;
    private @Nullable EditorPanel panel;

    /** A cell to begin with. @param line of the file; 0 for its first row */
    record Place(String file, int line, String column) {}

    public DatasetEditing(UiContext context, DatasetOpener opener) {
        this.context = context;
        this.opener = opener;
        context.commands()
                .register(
                        Command.EDIT_DATA,
                        () -> open(panel -> {}),
                        opener.reportProperty().map(r -> "").orElse(Texts.get("status.none")));
        context.commands()
                .register(
                        Command.ADD_GOOD,
                        () -> open(shown -> shown.editor().addGood()),
                        opener.reportProperty().map(r -> "").orElse(Texts.get("status.none")));
        context.commands()
                .register(
                        Command.ADD_MAKER,
                        () -> open(shown -> shown.editor().addMaker()),
                        opener.reportProperty().map(r -> "").orElse(Texts.get("status.none")));
    }

    /** Opens the row that something within a part of the window asks for. */
    public void accept(Node window) {
        window.addEventHandler(RowRequest.TYPE, event -> {
            Place place = new Place(event.file(), event.line(), event.column());
            context.state().data().ifPresent(data -> open(data.folder(), Optional.of(place)));
            event.consume();
        });
    }

    private Optional<Path> folder() {
        return Optional.ofNullable(opener.reportProperty().get()).map(DatasetOpener.Report::folder);
    }

    /** @param then done once the tables are shown, if they may be changed */
    private void open(Consumer<EditorPanel> then) {
        folder().ifPresent(folder -> open(folder, Optional.empty(), then));
    }

    /** Whether the tables are open. */
    boolean isOpen() {
        return panel != null && context.overlays().isOpen(panel);
    }

    /** Reads the tables off the UI thread and shows them. */
    void open(Path folder, Optional<Place> place) {
        open(folder, place, shown -> {});
    }

    private void open(Path folder, Optional<Place> place, Consumer<EditorPanel> then) {
        EditorPanel open = panel;
        if (isOpen() && open != null && open.model().folder().equals(folder)) {
            place.ifPresent(open::goTo);
            return;
        }
        EditJournal journal = new EditJournal(context.settings(), folder);
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("grid.opening"),
                        WhenBusy.CANCEL,
                        monitor -> new Opened(EditedTables.read(folder), journal.left()),
                        read -> show(folder, journal, read, place, then),
                        this::failed);
    }

    private record Opened(EditedTables.Read read, Optional<EditJournal.Left> left) {}

    private void show(
            Path folder, EditJournal journal, Opened opened, Optional<Place> place, Consumer<EditorPanel> then) {
        EditorViewModel model = new EditorViewModel(folder, context.tasks(), journal, opened.read(), this::failed);
        EditorPanel shown = new EditorPanel(context, model, this);
        panel = shown;
        put(shown);
        opened.left().ifPresent(left -> {
            model.bringBack(left);
            context.overlays().say(Texts.get("grid.broughtBack"));
        });
        // Once it has been laid out: before that nothing can be brought into sight.
        context.tasks().later(() -> {
            shown.applyCss();
            shown.layout();
            shown.goTo(place.orElse(new Place("goods.csv", 0, "id")));
            if (!model.isReadOnly()) {
                then.accept(shown);
            }
        });
    }

    /** Shows the tables; closed with something unsaved, by whatever way, it asks what becomes of it. */
    private void put(EditorPanel shown) {
        context.overlays().showModal(shown, TOP, () -> {
            if (shown.model().unsavedProperty().get()) {
                UnsavedCells.ask(
                        context.overlays(),
                        shown.model().folder(),
                        new UnsavedCells.Choices(
                                () -> save(shown, false, true),
                                () -> put(shown),
                                () -> shown.model().discard()));
            }
        });
    }

    /** @param close whether the tables are closed once they are saved */
    void save(EditorPanel shown, boolean overTheirs, boolean close) {
        shown.model()
                .save(
                        overTheirs,
                        saved -> {
                            if (saved.changed().isEmpty()) {
                                saved(shown, close);
                            } else if (saved.conflict().isEmpty()) {
                                save(shown, true, close);
                            } else {
                                ask(shown, saved, close);
                            }
                        },
                        this::failed);
    }

    private void saved(EditorPanel shown, boolean close) {
        if (close) {
            context.overlays().close(shown);
        }
        context.overlays().say(Texts.get("grid.saved"));
        opener.open(shown.model().folder(), context.state().scenario().map(Scenario::id));
    }

    private void ask(EditorPanel shown, EditorViewModel.Saved saved, boolean close) {
        ConflictPanel.show(
                context.overlays(),
                saved.changed().getFirst(),
                saved.conflict(),
                new ConflictPanel.Choices(
                        () -> save(shown, true, close),
                        () -> context.tasks()
                                .submit(
                                        SLOT,
                                        Texts.get("grid.opening"),
                                        WhenBusy.CANCEL,
                                        monitor ->
                                                EditedTables.read(shown.model().folder()),
                                        read -> shown.model().take(saved.changed(), read),
                                        this::failed),
                        () -> copy(shown)));
    }

    /** Copies the folder to one that the user chooses, with what is not saved yet, and edits that. */
    void copy(EditorPanel shown) {
        EditorViewModel model = shown.model();
        Optional<Place> place = shown.place();
        Map<String, TableText> texts = model.unsavedTexts();
        context.dialogs()
                .chooseFolder(Texts.get("grid.copy.choose"), Optional.of(Path.of(System.getProperty("user.home", "."))))
                .ifPresent(chosen -> context.tasks()
                        .submit(
                                SLOT,
                                Texts.get("grid.copy"),
                                WhenBusy.CANCEL,
                                monitor -> {
                                    Path copy = DatasetCopy.into(model.folder(), chosen);
                                    EditorViewModel.write(copy, texts);
                                    return copy;
                                },
                                copy -> copied(shown, copy, place),
                                this::failed));
    }

    private void copied(EditorPanel shown, Path copy, Optional<Place> place) {
        shown.model().discard();
        shown.letGo();
        context.overlays().close(shown);
        opener.open(copy, context.state().scenario().map(Scenario::id));
        open(copy, place);
        context.overlays().say(Texts.get("grid.copied", copy));
    }

    private void failed(Throwable error) {
        if (error instanceof IOException || error instanceof ChokepointException) {
            context.overlays().say(Texts.get("grid.failed", String.valueOf(error.getMessage())));
        } else {
            context.tasks().report(error);
        }
    }
}
