package io.chokepoint.ui.scenario;

import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.Loaded;
import io.chokepoint.model.Dataset;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.Work;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/** What was left unsaved, by a crash, by closing the window, or because something else was opened: kept, and offered again. */
final class RecoveredWork {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * Work that was not saved, as offered to the user.
     *
     * @param time of day of the last change
     */
    record Offer(Path file, Work work, String time) {}

    private final UiContext context;
    private final StudyState state;
    private final Journal journal;
    private final Consumer<Throwable> failure;
    private final ReadOnlyObjectWrapper<@Nullable Offer> offered = new ReadOnlyObjectWrapper<>();
    /** More of the kind, offered one after the other. */
    private final Deque<Offer> waiting = new ArrayDeque<>();

    RecoveredWork(UiContext context, Consumer<Throwable> failure) {
        this.context = context;
        this.state = context.state();
        this.failure = failure;
        this.journal = new Journal(
                context.settings().folder().resolve("journal"),
                state,
                context.tasks(),
                error -> context.overlays()
                        .say(Texts.get(
                                "journal.notWritten",
                                context.settings().folder(),
                                String.valueOf(error.getMessage()))));
    }

    /** Null where there is none or the user has decided. */
    ReadOnlyObjectProperty<@Nullable Offer> offeredProperty() {
        return offered.getReadOnlyProperty();
    }

    Optional<Offer> offered() {
        return Optional.ofNullable(offered.get());
    }

    /** Looks for what was left, and offers it; then, found or not, goes on. */
    void offer(DataPackage data, Runnable then) {
        context.tasks()
                .submit(
                        "recover",
                        Texts.get("recover.looking"),
                        WhenBusy.CANCEL,
                        monitor -> found(journal.left(data.folder()), data.dataset()),
                        all -> {
                            show(all);
                            then.run();
                        },
                        error -> {
                            failure.accept(error);
                            then.run();
                        });
    }

    private record Found(Journal.Left left, Loaded<Work> loaded) {}

    private record AllFound(List<Found> here, Set<String> elsewhere) {}

    private static AllFound found(Journal.AllLeft left, Dataset dataset) {
        return new AllFound(
                left.here().stream()
                        .map(each -> new Found(each, WorkFiles.read(each.file(), dataset)))
                        .toList(),
                left.elsewhere());
    }

    private void show(AllFound all) {
        waiting.clear();
        // Said together: what is said next takes the place of what was said before.
        List<String> words = new ArrayList<>();
        for (Found found : all.here()) {
            Journal.Left left = found.left();
            List<Problem> problems = found.loaded().problems();
            found.loaded()
                    .value()
                    .ifPresentOrElse(
                            work -> {
                                waiting.add(new Offer(
                                        left.file(),
                                        work,
                                        TIME.format(left.when().atZone(ZoneId.systemDefault()))));
                                words.addAll(FileFaults.warnings(left.file(), problems));
                            },
                            () -> words.add(
                                    FileFaults.words(journal.putAside(left.file()), "recover.broken", problems)));
        }
        all.elsewhere().forEach(dataset -> words.add(Texts.get("recover.elsewhere", dataset)));
        if (!words.isEmpty()) {
            context.overlays().say(String.join("\n", words));
        }
        offered.set(waiting.poll());
    }

    /** Opens the recovered work; it stays unsaved. */
    void bringBack() {
        offered().ifPresent(left -> {
            journal.forgetOnceKept(left.file());
            state.openUnsaved(left.work());
            offered.set(waiting.poll());
        });
    }

    /** Saves the recovered work in a file of the user's choice. */
    void saveElsewhere() {
        offered()
                .ifPresent(left -> context.dialogs()
                        .saveFile(
                                Texts.get("scenario.save"),
                                ScenarioFiles.KIND,
                                ScenarioFiles.fileName(left.work().scenario().title()),
                                Optional.of(ScenarioFiles.folder(context.settings())))
                        .ifPresent(path -> {
                            WorkFiles.write(left.work(), path);
                            discard();
                        }));
    }

    /** Forgets the recovered work. */
    void discard() {
        offered().ifPresent(left -> {
            journal.forget(left.file());
            offered.set(waiting.poll());
        });
    }
}
