package io.chokepoint.base;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
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

    /** As a shell gives it: a link that leads to no path. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void anOpenPipeIsWrittenThrough() throws Exception {
        Process reader = new ProcessBuilder("cat").start();
        Path pipe = Path.of("/proc/" + reader.pid() + "/fd/0");
        assumeTrue(Files.exists(pipe));

        AtomicFile.write(pipe, out -> out.write("through"));
        reader.getOutputStream().close();

        assertThat(reader.inputReader().readLine()).isEqualTo("through");
    }

    @Test
    void aLinkIsFollowedAndStaysALink() throws IOException {
        Path file = Files.writeString(folder.resolve("kept.csv"), "old");
        Path link = Files.createSymbolicLink(folder.resolve("link"), Path.of("kept.csv"));
        Path further = Files.createSymbolicLink(folder.resolve("further"), link);

        AtomicFile.write(further, out -> out.write("new"));

        assertThat(link).isSymbolicLink();
        assertThat(further).isSymbolicLink();
        assertThat(file).hasContent("new").isRegularFile();
    }

    @Test
    void aLinkToNothingMakesWhatItNames() throws IOException {
        Path link = Files.createSymbolicLink(
                folder.resolve("link"), folder.resolve("deep").resolve("made.csv"));

        AtomicFile.write(link, out -> out.write("new"));

        assertThat(link).isSymbolicLink();
        assertThat(folder.resolve("deep").resolve("made.csv")).hasContent("new");
    }

    @Test
    void linksInACircleAreAFault() throws IOException {
        Path one = folder.resolve("one");
        Path other = Files.createSymbolicLink(folder.resolve("other"), one);
        Files.createSymbolicLink(one, other);

        assertThatThrownBy(() -> AtomicFile.write(one, out -> out.write("new")))
                .hasMessage(one + ": its links lead in a circle");
    }

    @Test
    void theModeIsKept() throws IOException {
        Path file = Files.writeString(folder.resolve("result.csv"), "old");
        Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rw-r-----");
        Files.setPosixFilePermissions(file, mode);

        AtomicFile.write(file, out -> out.write("new"));

        assertThat(Files.getPosixFilePermissions(file)).isEqualTo(mode);
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aFullDeviceIsAFaultAndStaysADevice() {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/dev/full"), out -> out.write("new")))
                .isInstanceOf(IOException.class);

        assertThat(Files.isRegularFile(Path.of("/dev/full"))).isFalse();
        assertThat(Files.exists(Path.of("/dev/full"))).isTrue();
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPipeIsWrittenThrough() throws Exception {
        Path pipe = folder.resolve("pipe");
        assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor())
                .isZero();
        try (ExecutorService reader = Executors.newSingleThreadExecutor()) {
            Future<String> read = reader.submit(() -> Files.readString(pipe));

            AtomicFile.write(pipe, out -> out.write("through"));

            assertThat(read.get(10, TimeUnit.SECONDS)).isEqualTo("through");
        }
        assertThat(Files.isRegularFile(pipe)).isFalse();
        assertThat(Files.exists(pipe)).isTrue();
    }

    @Test
    void aLongNameLeavesRoomForTheUnfinishedFile() throws IOException {
        Path file = folder.resolve("n".repeat(250));

        AtomicFile.write(file, out -> out.write("new"));

        assertThat(file).hasContent("new");
    }

    /** Nobody asked for the unfinished file, so that no message may name it. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void whatTheFileSystemRefusesIsSaidOfTheFileThatWasAskedFor() throws IOException {
        assertThatThrownBy(() -> AtomicFile.write(Path.of("/proc/x.csv"), out -> out.write("new")))
                .isInstanceOf(FileSystemException.class)
                .hasMessage("/proc/x.csv: no file can be made there");
        Path file = Files.writeString(folder.resolve("file"), "old");
        assertThatThrownBy(() -> AtomicFile.write(file.resolve("x.csv"), out -> out.write("new")))
                .isInstanceOf(FileSystemException.class)
                .hasMessage(file.resolve("x.csv") + ": " + file + " is a file, not a folder");
    }

    @Test
    void aFailureOfWhatIsWrittenStaysWhatItIs() {
        NoSuchFileException missing =
                new NoSuchFileException(folder.resolve("source").toString());

        assertThatThrownBy(() -> AtomicFile.write(folder.resolve("x.csv"), out -> {
                    throw missing;
                }))
                .isSameAs(missing);
    }

    @Test
    void aFolderIsNotAFile() {
        assertThatThrownBy(() -> AtomicFile.write(folder, out -> out.write("new")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
    }
}
