package io.chokepoint.docs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The program's words, held to the sources of all modules that may ask for them. */
class TextKeysTest {
    private static final Pattern LITERAL = Pattern.compile("\"([a-zA-Z][\\w.-]*)\"");
    /** What a number or a choice follows. Other beginnings of keys end with a dot. */
    private static final List<String> BEGINNINGS = List.of("ranking.stops", "ranking.banned", "ranking.structure.cut");

    @Test
    void everyTextHasACaller() throws IOException {
        Set<String> literals = literals();
        List<String> beginnings = Stream.concat(
                        literals.stream().filter(literal -> literal.endsWith(".")), BEGINNINGS.stream())
                .toList();
        assertThat(literals).containsAll(BEGINNINGS);
        assertThat(ResourceBundle.getBundle("io.chokepoint.text.texts").keySet())
                .hasSizeGreaterThan(900)
                .allMatch(
                        key -> literals.contains(key)
                                || literals.contains(key.replaceFirst("\\.(one|many|tip)$", ""))
                                || beginnings.stream().anyMatch(key::startsWith),
                        "is named in the sources, whole or by its beginning");
    }

    private static Set<String> literals() throws IOException {
        Set<String> literals = new TreeSet<>();
        try (Stream<Path> files = Files.walk(Path.of("src"))) {
            for (Path file : files.filter(file -> file.toString().endsWith(".java")
                            && file.toString().replace('\\', '/').contains("/src/main/java/"))
                    .toList()) {
                LITERAL.matcher(Files.readString(file)).results().forEach(found -> literals.add(found.group(1)));
            }
        }
        return literals;
    }
}
