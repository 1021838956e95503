package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Loaded;
import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Commands;
import io.chokepoint.ui.support.ConflictPanel;
import io.chokepoint.ui.support.Dialogs.FileKind;
import io.chokepoint.ui.support.FileStamp;
import io.chokepoint.ui.support.LineDifference;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiContext;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/**
 * New, open, save, and what a crash has left. Scenarios of the user's own go to a folder of theirs; a file of the dataset is
 * never written over.
 */
public final class ScenarioFiles {
    private static final int RECENT = 8;
    /** A fault of a file is long; more than these would not be read in passing. */
    private static final int FAULTS_SAID = 3;

    private static final String SLOT = "scenario-file";
    private static final FileKind KIND = new FileKind("Scenario (*.json)", List.of("*.json"));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * Work that was not saved, as offered to the user.
     *
     * @param time of day of the last change
     */
    public record Recovered(Path file, Work work, String time) {}

    private final UiContext context;
    private final StudyState state;
    private final Journal journal;
    private final ReadOnlyObjectWrapper<@Nullable Recovered> recovered = new ReadOnlyObjectWrapper<>();
    /** More of the kind, offered one after the other. */
    private final Deque<Recovered> waiting = new ArrayDeque<>();

    private final ReadOnlyStringWrapper savedAt = new ReadOnlyStringWrapper("");
    private @Nullable Path file;
    /** What the file and those beside it held when they were read or written last. */
    private @Nullable FileStamp stamp;

    private @Nullable Work opened;
    private final LastWork lastWork;
    private boolean resuming;
    private Runnable firstStart = () -> {};

    public ScenarioFiles(UiContext context) {
        this.context = context;
        this.state = context.state();
        this.journal = new Journal(
                context.settings().folder().resolve("journal"),
                state,
                context.tasks(),
                error -> context.overlays()
                        .say(Texts.get(
                                "journal.notWritten",
                                context.settings().folder(),
                                String.valueOf(error.getMessage()))));
        lastWork = new LastWork(context.settings());
        Commands commands = context.commands();
        ObservableValue<String> noScenario =
                state.scenarioProperty().map(s -> "").orElse(Texts.get("scenario.none"));
        ObservableValue<String> noData = state.dataProperty().map(d -> "").orElse(Texts.get("status.none"));
        commands.register(Command.SAVE, this::save, noScenario);
        commands.register(Command.SAVE_AS, this::saveAs, noScenario);
        commands.register(Command.OPEN_SCENARIO_FILE, this::chooseAndOpen, noData);
        commands.register(Command.NEW_SCENARIO, this::startNew, noData);
        state.dataProperty().subscribe(data -> {
            if (data != null) {
                offerRecovered(data.dataset());
            }
        });
        // Another scenario was opened: it does not live in the file that was saved last.
        state.workProperty().subscribe(work -> {
            if (work != null
                    && opened != null
                    && !work.scenario().id().equals(opened.scenario().id())) {
                file = null;
                stamp = null;
                opened = null;
                savedAt.set("");
            }
        });
        state.workProperty().subscribe((before, now) -> {
            if (now != null
                    && (before == null
                            || !before.scenario().id().equals(now.scenario().id()))) {
                lastWork.opened(now.scenario().id());
            }
        });
    }

    /**
     * Opens what was worked on when the window was closed last, as soon as it is known: what was left unsaved first, then the
     * scenario or file that was open; where there is neither, a new scenario. To be called once, when a dataset has been opened.
     *
     * @param onNothing done where nothing was ever worked on
     */
    public void resume(Runnable onNothing) {
        resuming = true;
        firstStart = lastWork.isEmpty() ? onNothing : () -> {};
    }

    private void reopen() {
        resuming = false;
        if (recovered.get() != null) {
            context.overlays()
                    .say(Texts.get(
                            "start.broughtBack",
                            recovered.get().work().scenario().title(),
                            recovered.get().time()));
            bringBack();
            return;
        }
        Optional<Path> lastFile = lastWork.file();
        if (lastFile.isPresent()) {
            // Where it has faults, they are said over the chain at rest.
            startNew();
            open(lastFile.get());
        } else {
            lastWork.scenario()
                    .flatMap(id -> state.data().flatMap(data -> data.findAny(id)))
                    .ifPresentOrElse(state::openScenario, this::startNew);
            firstStart.run();
        }
    }

    /** Work that an earlier process left unsaved; null where there is none or the user has decided. */
    public ReadOnlyObjectProperty<@Nullable Recovered> recoveredProperty() {
        return recovered.getReadOnlyProperty();
    }

    /** The time of day at which the scenario was saved last; empty before. */
    public ReadOnlyStringProperty savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /** Where the user's own scenarios are kept. */
    public Path folder() {
        return context.settings().folder().resolve("scenarios");
    }

    /** The user's own scenario files, by name; what is kept beside them is no scenario. */
    public List<Path> own() {
        if (!Files.isDirectory(folder())) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(path -> path.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new ChokepointException("'" + folder() + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** Files opened or saved before, newest first. */
    public List<Path> recent() {
        return context.settings().list(Settings.RECENT_SCENARIOS).stream()
                .map(Path::of)
                .toList();
    }

    private void startNew() {
        file = null;
        stamp = null;
        state.openWork(Work.on(new Scenario(
                "own-scenario",
                Texts.get("scenario.new"),
                "",
                "",
                state.scenario().flatMap(Scenario::startDate),
                state.scenario().map(Scenario::horizonWeeks).orElse(Scenario.DEFAULT_HORIZON_WEEKS),
                Optional.empty(),
                List.of(),
                List.of(),
                List.of(),
                List.of())));
    }

    private void chooseAndOpen() {
        context.dialogs()
                .openFile(Texts.get("scenario.open"), KIND, Optional.of(folder()))
                .ifPresent(this::open);
    }

    /** Opens a scenario file for the open dataset; what is open stays where the file has faults, and these are said. */
    public void open(Path path) {
        state.data()
                .ifPresentOrElse(
                        data -> context.tasks()
                                .submit(
                                        SLOT,
                                        Texts.get("scenario.open"),
                                        WhenBusy.CANCEL,
                                        monitor -> {
                                            // First the stamp: a change while it is read is then noticed, not missed.
                                            FileStamp now = FileStamp.of(WorkFiles.all(path));
                                            return new Opened(now, WorkFiles.read(path, data.dataset()));
                                        },
                                        read -> opened(path, read),
                                        this::failed),
                        () -> context.overlays().say(Texts.get("scenario.noData")));
    }

    private record Opened(FileStamp stamp, Loaded<Work> loaded) {}

    private void opened(Path path, Opened read) {
        Loaded<Work> loaded = read.loaded();
        loaded.value()
                .ifPresentOrElse(
                        work -> {
                            state.openWork(work);
                            file = path;
                            stamp = read.stamp();
                            opened = work;
                            remember(path);
                            sayWarnings(path, loaded.problems());
                        },
                        () -> say(
                                path,
                                "scenario.notOpened",
                                loaded.problems().stream()
                                        .filter(Problem::isError)
                                        .toList()));
    }

    /**
     * Of the warnings only those about files beside the scenario, which say what of the work has not come back, and what has changed in the
     * model since the file was written.
     */
    private void sayWarnings(Path path, List<Problem> problems) {
        List<Problem> beside = problems.stream()
                .filter(problem -> problem.file().endsWith(".properties"))
                .toList();
        if (!beside.isEmpty()) {
            say(path, "scenario.openedBut", beside);
        }
        problems.stream()
                .filter(problem -> problem.field().equals(WorkFiles.MODEL_FIELD))
                .forEach(problem -> context.overlays()
                        .say(Texts.get("scenario.otherModel", path.getFileName(), problem.message())));
    }

    private void say(Path path, String key, List<Problem> problems) {
        String faults =
                problems.stream().limit(FAULTS_SAID).map(Problem::toString).collect(Collectors.joining("\n"));
        String rest = problems.size() > FAULTS_SAID
                ? "\n" + Texts.get("scenario.moreFaults", problems.size() - FAULTS_SAID)
                : "";
        context.overlays().say(Texts.get(key, path.getFileName()) + "\n" + faults + rest);
    }

    private void failed(Throwable error) {
        if (error instanceof ChokepointException fault) {
            context.overlays().say(String.valueOf(fault.getMessage()));
        } else {
            context.tasks().report(error);
        }
    }

    private void save() {
        Path known = file;
        if (known == null) {
            saveAs();
        } else {
            writeTo(known);
        }
    }

    private void saveAs() {
        state.scenario().ifPresent(scenario -> {
            try {
                Files.createDirectories(folder());
            } catch (IOException e) {
                throw new ChokepointException("'" + folder() + "' cannot be made: " + e.getMessage(), e);
            }
            context.dialogs()
                    .saveFile(Texts.get("scenario.save"), KIND, fileName(scenario.title()), Optional.of(folder()))
                    .ifPresent(this::writeTo);
        });
    }

    /**
     * Saves what is open in a file, which is its file from now on. Where another program or window has changed the file since it was
     * read or written here, nothing is written, and the user is asked.
     */
    public void writeTo(Path path) {
        FileStamp before = stamp;
        writeTo(path, before != null && path.equals(file) ? Optional.of(before) : Optional.empty());
    }

    /** @param before what the files must still hold; empty to write over whatever they hold */
    private void writeTo(Path path, Optional<FileStamp> before) {
        Work work = state.workProperty().get();
        if (work == null) {
            return;
        }
        Work named = path.equals(file) ? work : work.withScenario(renamed(work.scenario(), path));
        context.tasks()
                .submit(
                        SLOT,
                        Texts.get("scenario.save"),
                        WhenBusy.COALESCE,
                        monitor -> {
                            List<Path> changed =
                                    before.isPresent() ? before.get().changed() : List.of();
                            if (!changed.isEmpty()) {
                                List<LineDifference.Row> rows = WorkFiles.difference(named, path);
                                if (!rows.isEmpty()) {
                                    return new Saved(Optional.empty(), changed, rows);
                                }
                            }
                            WorkFiles.write(named, path);
                            return new Saved(Optional.of(FileStamp.of(WorkFiles.all(path))), List.of(), List.of());
                        },
                        saved -> saved.stamp()
                                .ifPresentOrElse(now -> written(path, now, work, named), () -> ask(path, saved)),
                        this::failed);
    }

    /**
     * What came of saving.
     *
     * @param stamp of what was written; empty where nothing was
     * @param changed files that somebody else has changed
     * @param conflict where what would be written differs from what they hold by now
     */
    private record Saved(Optional<FileStamp> stamp, List<Path> changed, List<LineDifference.Row> conflict) {}

    private void ask(Path path, Saved saved) {
        ConflictPanel.show(
                context.overlays(),
                saved.changed().getFirst(),
                saved.conflict(),
                new ConflictPanel.Choices(() -> writeTo(path, Optional.empty()), () -> open(path), this::saveAs));
    }

    private void written(Path path, FileStamp now, Work before, Work written) {
        file = path;
        stamp = now;
        opened = written;
        if (!written.equals(before) && before.equals(state.workProperty().get())) {
            // A step of its own: what was done before can still be undone.
            state.editWork(Texts.get("scenario.savedAs", path.getFileName()), unused -> written);
        }
        state.markSaved();
        savedAt.set(TIME.format(LocalTime.now(ZoneId.systemDefault())));
        remember(path);
    }

    private void remember(Path path) {
        lastWork.opened(path);
        context.settings()
                .remember(Settings.RECENT_SCENARIOS, path.toAbsolutePath().toString(), RECENT);
    }

    /** A scenario saved under another name is another scenario. */
    private static Scenario renamed(Scenario scenario, Path path) {
        String name = String.valueOf(path.getFileName()).replaceFirst("\\.json$", "");
        String id = slug(name);
        return new Scenario(
                id.isEmpty() ? "own-scenario" : id,
                isUnnamed(scenario.title()) ? name : scenario.title(),
                scenario.question(),
                scenario.narrative(),
                scenario.startDate(),
                scenario.horizonWeeks(),
                scenario.rationing(),
                scenario.rules(),
                scenario.restrictions(),
                scenario.measures(),
                scenario.expected(),
                scenario.sources(),
                scenario.remarks());
    }

    /** Whether a title is one that the window gave, until the user gives another. */
    private static boolean isUnnamed(String title) {
        return title.equals(Texts.get("scenario.new")) || title.startsWith(Texts.get("scenario.changed", ""));
    }

    static String fileName(String title) {
        String slug = slug(title);
        return (slug.isEmpty() ? "scenario" : slug) + ".json";
    }

    private static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("(^-|-$)", "");
    }

    // ---- recovered work -------------------------------------------------------------------------------------------

    private void offerRecovered(Dataset dataset) {
        context.tasks()
                .submit(
                        "recover",
                        Texts.get("recover.looking"),
                        WhenBusy.CANCEL,
                        monitor -> journal.left().stream()
                                .map(left -> new Found(left, WorkFiles.read(left.file(), dataset)))
                                .toList(),
                        this::found,
                        error -> {
                            failed(error);
                            if (resuming) {
                                reopen();
                            }
                        });
    }

    private record Found(Journal.Left left, Loaded<Work> loaded) {}

    private void found(List<Found> all) {
        waiting.clear();
        for (Found found : all) {
            Journal.Left left = found.left();
            found.loaded()
                    .value()
                    .ifPresentOrElse(
                            work -> {
                                waiting.add(new Recovered(
                                        left.file(),
                                        work,
                                        TIME.format(left.when().atZone(ZoneId.systemDefault()))));
                                sayWarnings(left.file(), found.loaded().problems());
                            },
                            () -> say(
                                    journal.putAside(left.file()),
                                    "recover.broken",
                                    found.loaded().problems()));
        }
        recovered.set(waiting.poll());
        if (resuming) {
            reopen();
        }
    }

    /** Opens the recovered work; it stays unsaved. */
    public void bringBack() {
        Recovered left = recovered.get();
        if (left != null) {
            journal.forgetOnceKept(left.file());
            state.openUnsaved(left.work());
            recovered.set(waiting.poll());
        }
    }

    /** Saves the recovered work in a file of the user's choice. */
    public void saveElsewhere() {
        Recovered left = recovered.get();
        if (left != null) {
            context.dialogs()
                    .saveFile(
                            Texts.get("scenario.save"),
                            KIND,
                            fileName(left.work().scenario().title()),
                            Optional.of(folder()))
                    .ifPresent(path -> {
                        WorkFiles.write(left.work(), path);
                        discard();
                    });
        }
    }

    /** Forgets the recovered work. */
    public void discard() {
        Recovered left = recovered.get();
        if (left != null) {
            journal.forget(left.file());
            recovered.set(waiting.poll());
        }
    }
}
