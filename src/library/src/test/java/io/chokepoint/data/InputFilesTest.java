package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is no file, too large a file or a file of somewhere else is refused by its name. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "links and pipes are made as on Unix")
@Timeout(60)
class InputFilesTest {
    @TempDir
    Path temporary;

    private DatasetFolder folder;

    @BeforeEach
    void copy() {
        folder = DatasetFolder.copyTo(temporary);
    }

    static Stream<String> files() {
        return Stream.concat(
                Tables.all().stream().map(TableSchema::file),
                Stream.of(Descriptor.FILE, "scenarios/oxide-stop.json", "backtests/ore-quota.json"));
    }

    /** The file system's own message is the name alone. */
    @Test
    void whyAFileCannotBeReadIsSaid() {
        assertThat(InputFiles.reason(new AccessDeniedException("goods.csv"))).isEqualTo("access is denied.");
        assertThat(InputFiles.reason(new FileSystemException("goods.csv", null, "Input/output error")))
                .isEqualTo("Input/output error");
        assertThat(InputFiles.reason(new IOException("broken"))).isEqualTo("broken");
    }

    @Test
    void aFolderThatIsClosedIsNotOneWithoutFiles() throws IOException {
        Set<PosixFilePermission> open = Files.getPosixFilePermissions(temporary);
        try {
            Files.setPosixFilePermissions(temporary, Set.of());
            assumeFalse(Files.isReadable(temporary), "the superuser reads everything");

            assertThat(folder.problems())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("the folder cannot be read: access is denied.");
        } finally {
            Files.setPosixFilePermissions(temporary, open);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void aPipeIsRefused(String name) throws IOException, InterruptedException {
        folder.delete(name);
        int code = new ProcessBuilder("mkfifo", folder.file(name).toString())
                .start()
                .waitFor();
        assumeTrue(code == 0, "the system has no pipes with names");

        assertThat(folder.problems()).contains("error " + name + ":0: : is a pipe or a device; expected a file.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aFolderIsRefused(String name) throws IOException {
        folder.delete(name);
        Files.createDirectory(folder.file(name));

        assertThat(folder.problems()).contains("error " + name + ":0: : is a folder; expected a file.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aLinkOutOfTheFolderIsRefused(String name) throws IOException {
        Path elsewhere = temporary.resolve("elsewhere");
        Files.move(folder.file(name), elsewhere);
        Files.createSymbolicLink(folder.file(name), elsewhere);

        assertThat(folder.problems())
                .contains("error " + name
                        + ":0: : is a link that leads out of the dataset's folder; expected a file within it.");
    }

    @ParameterizedTest
    @MethodSource("files")
    void aLinkToNothingIsRefused(String name) throws IOException {
        folder.delete(name);
        Files.createSymbolicLink(folder.file(name), temporary.resolve("nowhere"));

        assertThat(folder.problems())
                .contains("error " + name + ":0: : is a link that leads to no file; expected a file.");
    }

    @Test
    void aLinkWithinTheFolderIsFollowed() throws IOException {
        Files.move(folder.file("claims.csv"), folder.file("claims-of-2025.csv"));
        Files.createSymbolicLink(folder.file("claims.csv"), Path.of("claims-of-2025.csv"));

        assertThat(folder.problems()).isEmpty();
    }

    @Test
    void aFolderThatIsALinkIsADataset() throws IOException {
        Path link = Files.createSymbolicLink(temporary.resolve("link"), folder.path());

        assertThat(DatasetReader.read(link, io.chokepoint.base.RunMonitor.NONE).problems())
                .isEmpty();
    }

    @Test
    void aScenarioFolderThatLeadsOutIsRefused() throws IOException {
        Path elsewhere = temporary.resolve("elsewhere");
        Files.move(folder.file("scenarios"), elsewhere);
        Files.createSymbolicLink(folder.file("scenarios"), elsewhere);

        assertThat(folder.problems())
                .contains("error scenarios/oxide-stop.json:0: : is a link that leads out of the dataset's folder;"
                        + " expected a file within it.");
    }

    @Test
    void tooLargeATableIsNotRead() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.file("claims.csv").toFile(), "rw")) {
            file.setLength(CsvTable.MOST_BYTES + 1); // a hole: it takes no room on the disk
        }

        assertThat(folder.problems()).containsExactly("error claims.csv:0: : has 501 MB; expected at most 500 MB.");
    }

    @Test
    void tooLargeAScenarioIsNotRead() throws IOException {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.file("scenarios/oxide-stop.json").toFile(), "rw")) {
            file.setLength(TextFiles.MOST_BYTES + 1);
        }

        assertThat(folder.problems())
                .contains("error scenarios/oxide-stop.json:0: : has 51 MB; expected at most 50 MB.");
    }
}
