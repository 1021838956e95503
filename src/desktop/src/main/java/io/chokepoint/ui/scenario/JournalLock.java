package io.chokepoint.ui.scenario;

import io.chokepoint.base.ChokepointException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says that a journal belongs to a running process. The system lets go of it when the process ends, however it ends. */
final class JournalLock implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournalLock.class);

    private final Path file;
    private final FileChannel channel;

    private JournalLock(Path file, FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes the lock of a journal.
     *
     * @return empty where a running process has it
     * @throws ChokepointException if the file of the lock cannot be made
     */
    static Optional<JournalLock> take(Path journal) {
        Path file = journal.resolveSibling(journal.getFileName() + ".lock");
        try {
            Files.createDirectories(file.getParent());
            FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                FileLock lock = channel.tryLock();
                if (lock != null) {
                    return Optional.of(new JournalLock(file, channel));
                }
            } catch (OverlappingFileLockException ownProcess) {
                LOG.debug("{} is locked by this process", file);
            }
            channel.close();
            return Optional.empty();
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }

    /** Lets go, as the journal is no more. */
    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
            channel.close();
        } catch (IOException e) {
            LOG.warn("the lock {} could not be removed", file, e);
        }
    }
}
