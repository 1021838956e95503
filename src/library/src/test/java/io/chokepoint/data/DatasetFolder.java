package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** A copy of the small valid dataset that a test may spoil. */
final class DatasetFolder {
    private final Path folder;

    private DatasetFolder(Path folder) {
        this.folder = folder;
    }

    /** The small dataset as it stands among the test's resources. */
    static Path small() {
        URL url = Objects.requireNonNull(DatasetFolder.class.getResource("small/datapackage.json"));
        try {
            return Objects.requireNonNull(Path.of(url.toURI()).getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    static DatasetFolder copyTo(Path parent) {
        Path from = small();
        Path to = parent.resolve("small");
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new DatasetFolder(to);
    }

    Path path() {
        return folder;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    String text(String name) {
        try {
            return Files.readString(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Replaces the first occurrence of a text that must be there. */
    DatasetFolder replace(String name, String from, String to) {
        String text = text(name);
        assertThat(text).as("text of " + name).contains(from);
        int at = text.indexOf(from);
        return write(name, text.substring(0, at) + to + text.substring(at + from.length()));
    }

    DatasetFolder append(String name, String more) {
        return write(name, text(name) + more);
    }

    DatasetFolder write(String name, String text) {
        return writeBytes(name, text.getBytes(StandardCharsets.UTF_8));
    }

    DatasetFolder writeBytes(String name, byte[] bytes) {
        try {
            Files.write(file(name), bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    DatasetFolder delete(String name) {
        try {
            Files.delete(file(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    Loaded<DataPackage> read() {
        return DatasetReader.read(folder, RunMonitor.NONE);
    }

    /** All problems as {@code error supply.csv:3: share: …}, the folder left out. */
    List<String> problems() {
        return read().problems().stream().map(this::shown).toList();
    }

    private String shown(Problem problem) {
        String start = folder.toString().replace('\\', '/') + "/";
        assertThat(problem.file()).startsWith(start);
        return (problem.isError() ? "error " : "warning ")
                + problem.file().substring(start.length()) + ":" + problem.line() + ": " + problem.field() + ": "
                + problem.message();
    }
}
