package io.chokepoint;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The packaged program's start-up cache. The Java runtime refuses it, without a word and for good, once a jar has another time than
 * when it was made, as it has after a copy or out of an archive in local time. The first start after that gives them back the time
 * that the launcher states, so that the second is quick again; where the folder is not ours to change, the program stays slow to start
 * and is the same otherwise.
 */
final class StartCache {
    private StartCache() {}

    /** Does nothing for a program that is not packaged, and looks at one file where nothing is to be done. */
    static void keep() {
        keep(System.getProperty("chokepoint.image"), Long.getLong("chokepoint.built"));
    }

    /** @param built seconds since 1970 that every jar below the image's folder should have as its time */
    static void keep(@Nullable String image, @Nullable Long built) {
        if (image == null || built == null) {
            return;
        }
        FileTime time = FileTime.from(built, TimeUnit.SECONDS);
        try {
            Path folder = Path.of(image);
            if (!Files.getLastModifiedTime(folder.resolve("chokepoint.jar")).equals(time)) {
                for (Path jar : jars(folder)) {
                    Files.setLastModifiedTime(jar, time);
                }
            }
        } catch (IOException unused) {
            return; // read-only, or somebody else's: only the start is slower
        }
    }

    private static List<Path> jars(Path folder) throws IOException {
        try (var files = Files.walk(folder, 2)) {
            // The one that is looked at comes last: where the others could not be set, the next start tries again.
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted((one, other) -> Integer.compare(other.getNameCount(), one.getNameCount()))
                    .toList();
        }
    }
}
