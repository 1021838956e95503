package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Copies dataset folders, to be edited where the user likes. */
public final class DatasetCopy {
    private static final int MOST_FILES = 100_000;

    private DatasetCopy() {}

    /**
     * Copies a folder into another, as a new folder of the same name; with a number behind it where there is one already.
     *
     * @return the new folder
     * @throws IOException if something cannot be read or written; what was copied by then stays
     * @throws ChokepointException if it would be copied into itself, or holds more files than a dataset has
     */
    public static Path into(Path dataset, Path place) throws IOException {
        Path from = dataset.toRealPath();
        Path target = free(place, String.valueOf(from.getFileName()));
        if (Files.exists(place) && place.toRealPath().startsWith(from)) {
            throw new ChokepointException(
                    "'" + place + "' is in the folder that is to be copied; expected another place.");
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(from)) {
            files = all.limit(MOST_FILES + 1).toList();
        }
        if (files.size() > MOST_FILES) {
            throw new ChokepointException("'" + dataset + "' holds more files than a dataset has; nothing was copied.");
        }
        for (Path file : files) {
            Path to = target.resolve(from.relativize(file).toString());
            if (Files.isDirectory(file)) {
                Files.createDirectories(to);
            } else {
                Files.copy(file, to, StandardCopyOption.COPY_ATTRIBUTES);
                // Where the program is installed read-only its files are, too.
                to.toFile().setWritable(true);
            }
        }
        return target;
    }

    /** The first of {@code name}, {@code name-2}, {@code name-3} … that is not there. */
    static Path free(Path place, String name) {
        Path target = place.resolve(name);
        for (int number = 2; Files.exists(target); number++) {
            target = place.resolve(name + "-" + number);
        }
        return target;
    }
}
