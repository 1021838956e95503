package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.UiTasks;
import io.chokepoint.ui.support.UiTasks.WhenBusy;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Keeps each unsaved change in a file of this process, off the UI thread. What a process left behind that no longer runs, by a
 * crash or by closing the window, is offered at the next start.
 */
final class Journal {
    private static final Logger LOG = LoggerFactory.getLogger(Journal.class);
    private static final String SLOT = "journal";
    private static final String PREFIX = "work-";
    private static final String ENDING = ".json";

    /** Work that was not saved. @param when it was last changed */
    record Left(Path file, Instant when) {}

    private final Path folder;
    private final Path own;
    private final UiTasks tasks;

    /** @param folder where journals are kept; made when needed */
    Journal(Path folder, StudyState state, UiTasks tasks) {
        this.folder = folder;
        this.own = folder.resolve(PREFIX + ProcessHandle.current().pid() + ENDING);
        this.tasks = tasks;
        state.workProperty()
                .subscribe(work -> keep(work, state.unsavedProperty().get()));
        state.unsavedProperty().subscribe(unsaved -> {
            if (!unsaved) {
                keep(null, false);
            }
        });
    }

    private void keep(@Nullable Work work, boolean unsaved) {
        tasks.submit(
                SLOT,
                "Keeping the work",
                WhenBusy.COALESCE,
                monitor -> {
                    write(unsaved ? work : null);
                    return true;
                },
                done -> {},
                // Losing the journal must not stop the work; it is said in the log.
                error -> LOG.warn("the journal {} could not be written", own, error));
    }

    private void write(@Nullable Work work) {
        if (work != null) {
            WorkFiles.write(work, own);
        } else if (Files.exists(own)) {
            WorkFiles.delete(own);
        }
    }

    /** The newest work that a process which no longer runs has left. */
    Optional<Left> left() {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<Left> all = files.filter(this::isAbandoned)
                    .map(Journal::dated)
                    .sorted(Comparator.comparing(Left::when).reversed())
                    .toList();
            return all.stream().findFirst();
        } catch (IOException | ChokepointException e) {
            LOG.warn("the journals in {} could not be read", folder, e);
            return Optional.empty();
        }
    }

    private boolean isAbandoned(Path file) {
        String name = String.valueOf(file.getFileName());
        if (!name.startsWith(PREFIX) || !name.endsWith(ENDING) || file.equals(own)) {
            return false;
        }
        try {
            long pid = Long.parseLong(name.substring(PREFIX.length(), name.length() - ENDING.length()));
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).isEmpty();
        } catch (NumberFormatException notOurs) {
            return false;
        }
    }

    private static Left dated(Path file) {
        try {
            return new Left(file, Files.getLastModifiedTime(file).toInstant());
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be read: " + e.getMessage(), e);
        }
    }
}
