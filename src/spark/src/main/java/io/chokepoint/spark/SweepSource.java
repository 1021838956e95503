package io.chokepoint.spark;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.cli.SweepCommand;
import io.chokepoint.cli.SweepCommand.Word;
import io.chokepoint.data.ShippedData;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * All that an executor needs to prepare the sweep of a command line as this machine has: the words, and the files and folders that they
 * name, byte by byte.
 *
 * @param id one for each sweep
 * @param words the command line
 * @param files by path below a folder: of a word that names a file or folder, its number and then what is in it; and the shipped dataset
 * @param inputs what the units depend on, as this machine found it
 */
record SweepSource(String id, List<Word> words, Map<String, byte[]> files, Map<String, String> inputs)
        implements Serializable {
    private static final String DATA = "--data";

    /** A word that stands for a file; the dataset that comes with the program is no word. */
    private static final String SHIPPED = "data/";

    /** @throws ChokepointException if a file cannot be read, or is larger than an array can be */
    static SweepSource of(String[] command, Map<String, String> inputs) {
        List<Word> words = SweepCommand.words(command);
        Map<String, byte[]> files = new TreeMap<>();
        for (int at = 0; at < words.size(); at++) {
            if (words.get(at).use() == SweepCommand.Use.READ) {
                add(files, at + "/", Path.of(words.get(at).text()));
            }
        }
        if (words.stream().noneMatch(word -> word.text().equals(DATA))) {
            shipped().ifPresent(folder -> add(files, SHIPPED, folder));
        }
        return new SweepSource(UUID.randomUUID().toString(), words, files, new TreeMap<>(inputs));
    }

    private static Optional<Path> shipped() {
        try {
            return Optional.of(ShippedData.shipped());
        } catch (ChokepointException none) {
            return Optional.empty(); // then the command, which has run so far, does not need it
        }
    }

    private static void add(Map<String, byte[]> files, String place, Path root) {
        Path parent = Objects.requireNonNull(root.toAbsolutePath().normalize().getParent());
        try (Stream<Path> found = Files.walk(root.toAbsolutePath().normalize())) {
            for (Path file : found.filter(Files::isRegularFile).toList()) {
                files.put(place + parent.relativize(file), Files.readAllBytes(file));
            }
        } catch (IOException | UncheckedIOException | OutOfMemoryError failure) {
            throw new ChokepointException(
                    Texts.get("spark.notPacked", root, String.valueOf(failure.getMessage())), failure);
        }
    }

    /** How many bytes the files have. */
    long size() {
        return files.values().stream().mapToLong(file -> file.length).sum();
    }

    /**
     * Writes the files below a folder.
     *
     * @return the command line with their names there
     */
    String[] unpack(Path folder) throws IOException {
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            Path target = folder.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(target.getParent()));
            Files.write(target, file.getValue());
        }
        List<String> unpacked = new ArrayList<>();
        for (int at = 0; at < words.size(); at++) {
            Word word = words.get(at);
            unpacked.add(
                    switch (word.use()) {
                        case PLAIN -> word.text();
                        case READ ->
                            folder.resolve(Integer.toString(at))
                                    .resolve(name(word))
                                    .toString();
                        case WRITTEN ->
                            folder.resolve("written").resolve(name(word)).toString();
                    });
        }
        return unpacked.toArray(String[]::new);
    }

    /** Endings of files mean something. */
    private static Path name(Word word) {
        return Objects.requireNonNull(
                Path.of(word.text()).toAbsolutePath().normalize().getFileName());
    }

    /** Where the shipped dataset's folder is below that of the files. */
    static Path shipped(Path folder) {
        return folder.resolve(SHIPPED);
    }
}
