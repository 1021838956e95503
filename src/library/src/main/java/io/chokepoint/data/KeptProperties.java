package io.chokepoint.data;

import io.chokepoint.base.Problem;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** Files of properties that hold one thing after another: the keys of one begin alike, as {@code 0001.figure} and {@code 0001.low}. */
public final class KeptProperties {
    private KeptProperties() {}

    /**
     * Reads a file; a missing one has no properties.
     *
     * @param problems gets what makes it unreadable
     */
    public static Optional<Properties> read(Path file, List<Problem> problems) {
        Properties values = new Properties();
        if (Files.exists(file)) {
            try (Reader reader = Files.newBufferedReader(file)) {
                values.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                problems.add(Problem.error(
                        file.toString(), 0, "", Texts.get("file.unreadable", String.valueOf(e.getMessage()))));
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }

    /** What the keys that end in a word begin with, the point in front of the word included, in order. */
    public static List<String> starts(Properties values, String word) {
        return new TreeSet<>(values.stringPropertyNames())
                .stream()
                        .filter(key -> key.endsWith("." + word))
                        .map(key -> key.substring(0, key.length() - word.length()))
                        .toList();
    }
}
