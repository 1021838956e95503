package io.chokepoint.data;

import io.chokepoint.base.Amounts;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;

/** What may be read at all: files, not pipes, devices or folders, which never end or hang; of a bounded size; of their own folder. */
final class InputFiles {
    private static final long MEGABYTE = 1_000_000;

    private InputFiles() {}

    /**
     * Whether a file may be read; a fault says why not.
     *
     * @param shownAs the file as the user knows it
     * @param most bytes
     */
    static boolean mayRead(Path file, String shownAs, long most, Faults faults) {
        try {
            if (!Files.exists(file)) {
                faults.error(
                        shownAs,
                        0,
                        "",
                        Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                                ? "is a link that leads to no file; expected a file."
                                : "the file does not exist.");
                return false;
            }
            if (!Files.isRegularFile(file)) {
                faults.error(
                        shownAs,
                        0,
                        "",
                        "is " + (Files.isDirectory(file) ? "a folder" : "a pipe or a device") + "; expected a file.");
                return false;
            }
            long size = Files.size(file);
            if (size > most) {
                faults.error(
                        shownAs,
                        0,
                        "",
                        "has " + Amounts.count(Math.ceilDiv(size, MEGABYTE)) + " MB; expected at most "
                                + Amounts.count(most / MEGABYTE) + " MB.");
                return false;
            }
            return true;
        } catch (IOException e) {
            faults.error(shownAs, 0, "", "the file cannot be read: " + reason(e));
            return false;
        }
    }

    /** Why a file cannot be read, for a message that names it already; Java's own often is the name alone. */
    static String reason(IOException failure) {
        if (failure instanceof AccessDeniedException) {
            return "access is denied.";
        }
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
    }

    /** Whether a file of a folder is in it, links followed; a fault says if it is not. */
    static boolean staysWithin(Path folder, Path file, String shownAs, Faults faults) {
        if (isWithin(folder, file)) {
            return true;
        }
        faults.error(shownAs, 0, "", "is a link that leads out of the dataset's folder; expected a file within it.");
        return false;
    }

    /** Whether a file that is there is in a folder, links followed; not where nobody can tell. */
    static boolean isWithin(Path folder, Path file) {
        try {
            return file.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return false;
        }
    }
}
