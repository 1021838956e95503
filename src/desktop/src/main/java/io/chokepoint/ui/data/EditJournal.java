package io.chokepoint.ui.data;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.data.TableText;
import io.chokepoint.ui.support.FileStamp;
import io.chokepoint.ui.support.Settings;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Keeps changed tables that are not saved yet beside the settings, so that they outlive a crash: the tables as texts, and of what files
 * they are. What is kept of a folder is brought back when it is edited again. Not for the UI thread.
 */
final class EditJournal {
    private static final String KEPT = "kept.properties";
    private static final String DIGEST = "digest.";

    private final Path folder;

    /** @param dataset the folder whose tables are edited */
    EditJournal(Settings settings, Path dataset) {
        String name = dataset.toAbsolutePath().normalize().toString();
        folder = settings.folder()
                .resolve("dataset-edits")
                .resolve(UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8))
                        .toString());
    }

    /**
     * What was left.
     *
     * @param tables changed ones by file name
     * @param stamp of the files when they were read
     */
    record Left(Map<String, TableText> tables, FileStamp stamp) {}

    /** Keeps changed tables in place of what was kept before; nothing where none is changed. */
    synchronized void keep(Map<String, TableText> tables, FileStamp stamp) throws IOException {
        if (tables.isEmpty()) {
            forget();
            return;
        }
        Properties about = new Properties();
        stamp.digests().forEach((file, digest) -> about.setProperty(DIGEST + file, digest));
        for (Map.Entry<String, TableText> table : tables.entrySet()) {
            AtomicFile.write(folder.resolve(table.getKey()), table.getValue()::writeTo);
        }
        // Last: only what it names counts.
        about.setProperty("tables", String.join(" ", tables.keySet()));
        AtomicFile.write(folder.resolve(KEPT), out -> about.store(out, null));
    }

    /** What was kept and neither saved nor discarded; empty where there is nothing. */
    synchronized Optional<Left> left() throws IOException {
        if (!Files.isRegularFile(folder.resolve(KEPT))) {
            return Optional.empty();
        }
        Properties about = new Properties();
        try (Reader in = Files.newBufferedReader(folder.resolve(KEPT))) {
            about.load(in);
        }
        Map<Path, String> digests = new HashMap<>();
        for (String key : about.stringPropertyNames()) {
            if (key.startsWith(DIGEST)) {
                digests.put(Path.of(key.substring(DIGEST.length())), about.getProperty(key, ""));
            }
        }
        Map<String, TableText> tables = new LinkedHashMap<>();
        for (String file : List.of(about.getProperty("tables", "").split(" "))) {
            if (!file.isEmpty()) {
                tables.put(file, TableText.read(Files.readString(folder.resolve(file))));
            }
        }
        return Optional.of(new Left(tables, new FileStamp(digests)));
    }

    /** Nothing is left to bring back. */
    synchronized void forget() throws IOException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        Files.deleteIfExists(folder.resolve(KEPT));
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.deleteIfExists(file);
            }
        }
        Files.deleteIfExists(folder);
    }
}
