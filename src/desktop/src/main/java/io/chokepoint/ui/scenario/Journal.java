package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.DataPackage;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each unsaved change in a file of this process, off the UI thread. What a process left behind that no longer runs, by a
 * crash or by closing the window, is offered at the next start.
 *
 * <p>Each journal has a name that no other ever has, and a {@link JournalLock} beside it for as long as its process runs: process
 * numbers come again, in containers at once. A journal is removed when its own process needs it no more, or when the user
 * decided what becomes of it; never otherwise.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String SLOT = "journal";
    private static final String PREFIX = "work-";
    private static final String ENDING = ".json";
    private static final String ASIDE = "unreadable-";

    /** Work that was not saved, and is now this process's to offer. @param when it was last changed */
    record Left(Path file, Instant when) {}

    /**
     * What was left.
     *
     * @param here on the dataset that is open, the newest first
     * @param elsewhere the other datasets, in words, that some of it is on
     */
    record AllLeft(List<Left> here, Set<String> elsewhere) {}

    private final Path folder;
    private final Path own;
    private final StudyState state;
    private final UiTasks tasks;
    private final Consumer<Throwable> failure;
    private final Map<Path, JournalLock> locks = new HashMap<>();
    private final List<Path> superseded = new ArrayList<>();
    /** Work that something else was opened over, and where it is kept until it is worked on again. */
    private final Map<Work, Path> setAside = new HashMap<>();

    private boolean failed;

    /**
     * @param folder where journals are kept; made when needed
     * @param failure told on the UI thread when the journal could not be written, once until it can be again
     */
    Journal(Path folder, StudyState state, UiTasks tasks, Consumer<Throwable> failure) {
        this.folder = folder;
        this.own = unique();
        this.state = state;
        this.tasks = tasks;
        this.failure = failure;
        state.workProperty()
                .subscribe(work -> keep(work, state.unsavedProperty().get()));
        state.unsavedProperty().subscribe(unsaved -> {
            if (!unsaved) {
                keep(null, false);
            }
        });
        state.leftProperty().subscribe(this::setAside);
    }

    private Path unique() {
        return folder.resolve(PREFIX + UUID.randomUUID() + ENDING);
    }

    /** Keeps work that something else is opened over: undo may never come to it, and then it is offered at the next start. */
    private void setAside(@Nullable Work work) {
        if (work == null) {
            return;
        }
        Path aside = unique();
        Optional<Path> dataset = dataset();
        note(work, aside);
        // A slot of its own: the journal goes on with what is opened.
        tasks.submit(
                aside.toString(),
                "Keeping the work",
                WhenBusy.COALESCE,
                monitor -> {
                    writeAside(work, aside, dataset);
                    return true;
                },
                done -> {},
                error -> {
                    LOG.warn("{} could not be written", aside, error);
                    failure.accept(error);
                });
    }

    private synchronized void note(Work work, Path aside) {
        setAside.putIfAbsent(work, aside);
    }

    /** It is worked on again: once this process's own journal holds it, it is not offered besides. */
    private synchronized void takeUp(Work work) {
        Path aside = setAside.remove(work);
        if (aside != null) {
            superseded.add(aside);
        }
    }

    private synchronized void writeAside(Work work, Path aside, Optional<Path> dataset) {
        if (aside.equals(setAside.get(work))) {
            locks.put(aside, lock(aside));
            WorkFiles.write(work, aside, dataset);
        }
    }

    private Optional<Path> dataset() {
        return Optional.ofNullable(state.dataProperty().get()).map(DataPackage::folder);
    }

    private static JournalLock lock(Path file) {
        return JournalLock.take(file).orElseThrow(() -> new ChokepointException("'" + file + "' is in use"));
    }

    private void keep(@Nullable Work work, boolean unsaved) {
        if (work != null && unsaved) {
            takeUp(work);
        }
        Optional<Path> dataset = dataset();
        tasks.submit(
                SLOT,
                "Keeping the work",
                WhenBusy.COALESCE,
                monitor -> {
                    write(unsaved ? work : null, dataset);
                    return true;
                },
                done -> failed = false,
                error -> {
                    LOG.warn("the journal {} could not be written", own, error);
                    if (!failed) {
                        failed = true;
                        failure.accept(error);
                    }
                });
    }

    private synchronized void write(@Nullable Work work, Optional<Path> dataset) {
        if (work != null) {
            if (!locks.containsKey(own)) {
                locks.put(own, lock(own));
            }
            WorkFiles.write(work, own, dataset);
            List.copyOf(superseded).forEach(this::forget);
            superseded.clear();
        } else if (Files.exists(own)) {
            WorkFiles.delete(own);
        }
    }

    /**
     * All work that processes which no longer run have left. What is on the dataset is this process's to offer from now on; what is on
     * another stays where it is, for the window that opens it.
     */
    synchronized AllLeft left(Path dataset) {
        Set<String> elsewhere = new TreeSet<>();
        if (!Files.isDirectory(folder)) {
            return new AllLeft(List.of(), elsewhere);
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Left> here = files.filter(this::isAbandoned)
                    .filter(file -> isOn(dataset, file, elsewhere))
                    .flatMap(file -> dated(file).stream())
                    .sorted(Comparator.comparing(Left::when).reversed().thenComparing(Left::file))
                    .toList();
            return new AllLeft(here, elsewhere);
        } catch (IOException | ChokepointException e) {
            LOG.warn("the journals in {} could not be read", folder, e);
            return new AllLeft(List.of(), elsewhere);
        }
    }

    private boolean isOn(Path dataset, Path file, Set<String> elsewhere) {
        Optional<String> other = SideFiles.otherDataset(file, dataset);
        other.ifPresent(words -> {
            elsewhere.add(words);
            release(file);
        });
        return other.isEmpty();
    }

    private boolean isAbandoned(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(PREFIX) || !name.endsWith(ENDING) || file.equals(own)) {
            return false;
        }
        if (locks.containsKey(file)) {
            return true;
        }
        Optional<JournalLock> lock = JournalLock.take(file);
        lock.ifPresent(taken -> locks.put(file, taken));
        return lock.isPresent();
    }

    /** Empty where another process has removed it since it was listed. */
    private Optional<Left> dated(Path file) {
        try {
            return Optional.of(new Left(file, Files.getLastModifiedTime(file).toInstant()));
        } catch (NoSuchFileException gone) {
            release(file);
            return Optional.empty();
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }

    /** The user took the work over: it is removed as soon as this process's own journal holds it. */
    synchronized void forgetOnceKept(Path file) {
        superseded.add(file);
    }

    /** The user decided: the work is removed. */
    synchronized void forget(Path file) {
        WorkFiles.delete(file);
        release(file);
    }

    /**
     * Keeps work that cannot be read under a name that is not offered again.
     *
     * @return where it is now
     */
    synchronized Path putAside(Path file) {
        Path aside = file.resolveSibling(ASIDE + file.getFileName());
        WorkFiles.move(file, aside);
        release(file);
        return aside;
    }

    private void release(Path file) {
        JournalLock lock = locks.remove(file);
        if (lock != null) {
            lock.close();
        }
    }
}
