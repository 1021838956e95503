package io.chokepoint.export;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.UUID;

/** Files that are written whole or not at all: a reader never sees half a file, a failure leaves the old one. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /**
     * Writes UTF-8 beside the target, then moves it there. Folders on the way are made.
     *
     * @throws IOException if it cannot be written; the target is then as before
     */
    public static void write(Path target, Content content) throws IOException {
        replace(target, temporary -> {
            try (BufferedWriter out = Files.newBufferedWriter(temporary, StandardCharsets.UTF_8)) {
                content.writeTo(out);
            }
        });
    }

    /** As {@link #write(Path, Content)}, for files that are not text. */
    public static void write(Path target, byte[] bytes) throws IOException {
        replace(target, temporary -> Files.write(temporary, bytes));
    }

    @FunctionalInterface
    private interface Writing {
        void to(Path temporary) throws IOException;
    }

    private static void replace(Path target, Writing writing) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path folder = absolute.getParent();
        if (folder == null || Files.isDirectory(absolute)) {
            throw new IOException(target + " is a folder, not a file");
        }
        Files.createDirectories(folder);
        // Not createTempFile: its files are closed to other users, and the move would keep that.
        Path temporary = folder.resolve("." + absolute.getFileName() + "-" + UUID.randomUUID() + ".part");
        // An interrupted process must not leave the half file behind either.
        temporary.toFile().deleteOnExit();
        try {
            writing.to(temporary);
            move(temporary, absolute);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
