package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AtomicFileTest {
    @TempDir
    private Path folder;

    @Test
    void aFailureHalfWayLeavesTheOldFileAndNoOther() throws IOException {
        Path file = folder.resolve("result.csv");
        Files.writeString(file, "old");

        assertThatThrownBy(() -> AtomicFile.write(file, out -> {
                    out.write("half of the new");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");

        assertThat(file).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void replacesTheOldFile() throws IOException {
        Path file = folder.resolve("result.csv");
        Files.writeString(file, "old and longer");

        AtomicFile.write(file, out -> out.write("new"));

        assertThat(file).hasContent("new");
    }

    @Test
    void aFolderIsNotAFile() {
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write("new")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
    }
}
