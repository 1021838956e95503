package io.chokepoint.base;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Files that are written whole or not at all: a reader never sees half a file, a failure leaves the old one. Where the name is
 * that of a symbolic link, its target is written; a device or a pipe is written through, as nothing can be put in its place. A
 * file that is replaced keeps its mode, and its owner where the system allows it.
 */
public final class AtomicFile {
    /** More links in a row are a circle. */
    private static final int MOST_LINKS = 40;

    /** Files that are being written now, for {@link #abandonAll}. */
    private static final Set<Path> UNFINISHED = ConcurrentHashMap.newKeySet();

    private AtomicFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        void writeTo(Writer out) throws IOException;
    }

    /** Writes the bytes of a file. */
    @FunctionalInterface
    public interface Bytes {
        void writeTo(OutputStream out) throws IOException;
    }

    /**
     * Writes UTF-8. Folders on the way are made.
     *
     * @throws IOException if it cannot be written; a regular file is then as before. Where the file system refuses, it is a
     *     {@link FileSystemException} with the path as it was given, and always with a reason
     */
    public static void write(Path target, Content content) throws IOException {
        writeBytes(target, out -> {
            BufferedWriter text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8.newEncoder()));
            content.writeTo(text);
            text.flush();
        });
    }

    /** As {@link #write(Path, Content)}, for files that are not text. */
    public static void write(Path target, byte[] bytes) throws IOException {
        writeBytes(target, out -> out.write(bytes));
    }

    /** As {@link #write(Path, Content)}, for content that is made byte by byte. */
    public static void writeBytes(Path target, Bytes content) throws IOException {
        Path given = target.toAbsolutePath();
        // A link to an open pipe leads to no path ("pipe:[12]"): what it leads to is opened as it is.
        boolean isStream = Files.exists(given) && !Files.isRegularFile(given) && !Files.isDirectory(given);
        Path file = isStream ? given : followed(given);
        // Not createTempFile: its files are closed to other users, and the move would keep that.
        Path unfinished = file.resolveSibling("." + UUID.randomUUID() + ".part");
        try {
            write(target, file, unfinished, content);
        } catch (FileSystemException failure) {
            Path about = Path.of(failure.getFile() == null ? "" : failure.getFile());
            throw about.equals(unfinished) || file.startsWith(about) ? refused(target, about, failure) : failure;
        }
    }

    private static void write(Path target, Path file, Path unfinished, Bytes content) throws IOException {
        Path folder = file.getParent();
        if (folder == null || Files.isDirectory(file)) {
            throw new IOException(target + " is a folder, not a file");
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            try (OutputStream out = Files.newOutputStream(file, StandardOpenOption.WRITE)) {
                content.writeTo(out);
            }
            return;
        }
        Files.createDirectories(folder);
        UNFINISHED.add(unfinished);
        try {
            try (OutputStream out = Files.newOutputStream(unfinished, StandardOpenOption.CREATE_NEW)) {
                content.writeTo(out);
            }
            keepMode(file, unfinished);
            move(unfinished, file);
        } finally {
            Files.deleteIfExists(unfinished);
            UNFINISHED.remove(unfinished);
        }
    }

    /** The same failure in words about the file that was asked for: nobody knows the unfinished one. */
    private static FileSystemException refused(Path target, Path about, FileSystemException failure) {
        String reason = failure.getReason();
        if (reason == null) {
            reason = switch (failure) {
                case AccessDeniedException unused -> "access is denied";
                case FileAlreadyExistsException unused -> about + " is a file, not a folder";
                case NoSuchFileException unused -> "no file can be made there";
                default -> "the file system refuses it";
            };
        }
        FileSystemException refused = new FileSystemException(target.toString(), null, reason);
        refused.initCause(failure);
        return refused;
    }

    /** Removes what is half written; for a process that is told to end. */
    public static void abandonAll() {
        for (Path unfinished : UNFINISHED) {
            try {
                Files.deleteIfExists(unfinished);
            } catch (IOException e) {
                // The process ends; there is nobody left to tell.
            }
        }
    }

    private static Path followed(Path path) throws IOException {
        Path at = path;
        for (int links = 0; links < MOST_LINKS; links++) {
            if (!Files.isSymbolicLink(at)) {
                return at;
            }
            at = at.resolveSibling(Files.readSymbolicLink(at));
        }
        throw new FileSystemException(path.toString(), null, "its links lead in a circle");
    }

    private static void keepMode(Path old, Path now) throws IOException {
        @Nullable PosixFileAttributeView from = view(old);
        @Nullable PosixFileAttributeView to = view(now);
        if (from == null || to == null || !Files.exists(old)) {
            return;
        }
        PosixFileAttributes kept = from.readAttributes();
        try {
            if (!to.readAttributes().owner().equals(kept.owner())) {
                to.setOwner(kept.owner());
            }
            if (!to.readAttributes().group().equals(kept.group())) {
                to.setGroup(kept.group());
            }
        } catch (IOException notAllowed) {
            // Only the superuser may give files away; the file is then the writer's own, as any new one.
        }
        to.setPermissions(kept.permissions());
    }

    private static @Nullable PosixFileAttributeView view(Path file) {
        return Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    }

    private static void move(Path from, Path to) throws IOException {
        try {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException unsupported) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
