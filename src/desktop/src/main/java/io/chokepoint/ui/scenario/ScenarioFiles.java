package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.Loaded;
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
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.stream.Stream;
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

    private static final String SLOT = "scenario-file";
    static final FileKind KIND = new FileKind("Scenario (*.json)", List.of("*.json"));
    private static final FileKind OPENED =
            new FileKind("Scenario (*.json, *.chokepoint)", List.of("*.json", "*" + Bundle.ENDING));
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

    /**
     * Where work lives: the file it was read from or saved in, none where it is in none yet.
     *
     * @param stamp what the file and those beside it held when they were read or written last
     * @param opened what was read or written
     */
    private record Place(
            @Nullable Path file,
            @Nullable FileStamp stamp,
            @Nullable Work opened) {
        static final Place NONE = new Place(null, null, null);
    }

    private final UiContext context;
    private final StudyState state;
    private final FileFaults faults;
    private final RecoveredWork recovered;
    private final ReadOnlyStringWrapper savedAt = new ReadOnlyStringWrapper("");
    private Place place = Place.NONE;
    /** Undo leads from one scenario back into the one that it was opened over: where each of the two lives. */
    private final Map<Work, Place> turns = new HashMap<>();

    private final Sharing sharing;
    private final LastWork lastWork;
    private boolean resuming;
    private Runnable firstStart = () -> {};
    private Predicate<String> articles = text -> false;

    public ScenarioFiles(UiContext context) {
        this.context = context;
        this.state = context.state();
        this.faults = new FileFaults(context.overlays());
        this.recovered = new RecoveredWork(context, this::failed);
        lastWork = new LastWork(context.settings());
        Commands commands = context.commands();
        ObservableValue<String> noScenario =
                state.scenarioProperty().map(s -> "").orElse(Texts.get("scenario.none"));
        ObservableValue<String> noData = state.dataProperty().map(d -> "").orElse(Texts.get("status.none"));
        commands.register(Command.SAVE, this::save, noScenario);
        commands.register(Command.SAVE_AS, this::saveAs, noScenario);
        commands.register(Command.OPEN_SCENARIO_FILE, this::chooseAndOpen, noData);
        commands.register(Command.NEW_SCENARIO, this::startNew, noData);
        sharing = new Sharing(context, this::failed);
        commands.register(Command.SHARE, sharing::toFile, noScenario);
        commands.register(Command.SHARE_TEXT, sharing::toClipboard, noScenario);
        commands.register(Command.PASTE, () -> sharing.pasted(this::openShared, text -> articles.test(text)), noData);
        state.dataProperty().subscribe(data -> {
            turns.clear();
            if (data != null) {
                recovered.offer(data, () -> {
                    if (resuming) {
                        reopen();
                    }
                });
            }
        });
        state.leftProperty().subscribe(left -> {
            if (left != null) {
                turns.put(left, place);
                context.overlays()
                        .say(Texts.get("scenario.left", left.scenario().title()));
            }
        });
        // Another scenario was opened: it does not live in the file that was saved last.
        state.workProperty().subscribe(work -> {
            Work opened = place.opened();
            if (work != null && turns.containsKey(work)) {
                place(turns.getOrDefault(work, Place.NONE));
            } else if (work != null
                    && opened != null
                    && !work.scenario().id().equals(opened.scenario().id())) {
                place(Place.NONE);
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

    /** Whether nothing was ever worked on. */
    public boolean isFirstStart() {
        return lastWork.isEmpty();
    }

    private void reopen() {
        resuming = false;
        Optional<RecoveredWork.Offer> left = recovered.offered();
        if (left.isPresent()) {
            context.overlays()
                    .say(Texts.get(
                            "start.broughtBack",
                            left.get().work().scenario().title(),
                            left.get().time()));
            recovered.bringBack();
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

    /** Work that was left unsaved, offered again. */
    RecoveredWork recovered() {
        return recovered;
    }

    /** The time of day at which the scenario was saved last; empty before. */
    public ReadOnlyStringProperty savedAtProperty() {
        return savedAt.getReadOnlyProperty();
    }

    /** Where the user's own scenarios are kept. */
    public Path folder() {
        return folder(context.settings());
    }

    static Path folder(Settings settings) {
        return settings.folder().resolve("scenarios");
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
        place(Place.NONE);
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
                .openFile(Texts.get("scenario.open"), OPENED, Optional.of(folder()))
                .ifPresent(this::open);
    }

    /** Opens a scenario file for the open dataset; what is open stays where the file has faults, and these are said. */
    public void open(Path path) {
        if (Bundle.isNamed(path.toString())) {
            sharing.open(path, this::openShared);
            return;
        }
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

    /** Writes what is open into a file to share; its own file stays what it is. */
    public void shareTo(Path path) {
        sharing.to(path);
    }

    /** What somebody shared is work that is in no file of the user's yet. */
    private void openShared(String name, Loaded<Work> loaded) {
        loaded.value()
                .ifPresentOrElse(
                        work -> {
                            place(Place.NONE);
                            state.openWork(work);
                            faults.sayWarnings(Path.of(name), loaded.problems());
                        },
                        () -> faults.say(
                                Path.of(name),
                                "scenario.notOpened",
                                loaded.problems().stream()
                                        .filter(Problem::isError)
                                        .toList()));
    }

    /** @param taker takes a pasted text that is no shared scenario, and says whether it does */
    public void onArticle(Predicate<String> taker) {
        articles = taker;
    }

    /** @param opener opens a dataset that a shared scenario brought along, then does the rest */
    public void onDataset(BiConsumer<Path, Runnable> opener) {
        sharing.onDataset(opener);
    }

    /** Opens a scenario that was made here and is in no file yet; undo opens again what was open, and knows its file. */
    public void openMade(Work made) {
        Work now = state.workProperty().get();
        if (now != null) {
            turns.put(now, place);
        }
        place(Place.NONE);
        state.openAsStep(made);
    }

    private record Opened(FileStamp stamp, Loaded<Work> loaded) {}

    private void opened(Path path, Opened read) {
        Loaded<Work> loaded = read.loaded();
        loaded.value()
                .ifPresentOrElse(
                        work -> {
                            state.openWork(work);
                            place(new Place(path, read.stamp(), work));
                            if (!turns.isEmpty()) {
                                turns.put(work, place);
                            }
                            remember(path);
                            faults.sayWarnings(path, loaded.problems());
                        },
                        () -> faults.say(
                                path,
                                "scenario.notOpened",
                                loaded.problems().stream()
                                        .filter(Problem::isError)
                                        .toList()));
    }

    private void failed(Throwable error) {
        if (error instanceof ChokepointException fault) {
            context.overlays().say(String.valueOf(fault.getMessage()));
        } else {
            context.tasks().report(error);
        }
    }

    private void save() {
        Path known = place.file();
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
        FileStamp before = place.stamp();
        writeTo(path, before != null && path.equals(place.file()) ? Optional.of(before) : Optional.empty());
    }

    /** @param before what the files must still hold; empty to write over whatever they hold */
    private void writeTo(Path path, Optional<FileStamp> before) {
        Work work = state.workProperty().get();
        if (work == null) {
            return;
        }
        Work named = path.equals(place.file()) ? work : work.withScenario(renamed(work.scenario(), path));
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
        place(new Place(path, now, written));
        if (!written.equals(before) && before.equals(state.workProperty().get())) {
            // A step of its own: what was done before can still be undone.
            state.editWork(Texts.get("scenario.savedAs", path.getFileName()), unused -> written);
        }
        state.markSaved();
        savedAt.set(TIME.format(LocalTime.now(ZoneId.systemDefault())));
        remember(path);
    }

    private void place(Place other) {
        if (!Objects.equals(other.file(), place.file())) {
            savedAt.set("");
        }
        place = other;
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
}
