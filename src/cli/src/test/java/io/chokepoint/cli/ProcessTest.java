package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a process of its own shows: its streams, its exit code, and what a signal does to it. */
@EnabledOnOs(OS.LINUX)
class ProcessTest {
    private static final String LONG = "simulate --scenario ban --samples 50000 --precision 0 --weeks 5200";

    @TempDir
    private Path folder;

    private static ProcessBuilder command(String words) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommandProcess.class.getName()));
        all.addAll(List.of(words.split(" ")));
        all.addAll(List.of("--data", CommandRun.chain().toString()));
        return new ProcessBuilder(all);
    }

    private static String read(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void aFullDiskOnStandardOutputIsAnError() throws Exception {
        Process process = command("simulate --scenario ban --format csv")
                .redirectOutput(new File("/dev/full"))
                .start();

        assertThat(read(process.getErrorStream()))
                .contains("Standard output cannot be written: No space left on device")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void helpOnAFullDiskIsAnErrorToo() throws Exception {
        Process process =
                command("--help").redirectOutput(new File("/dev/full")).start();

        assertThat(read(process.getErrorStream())).contains("Standard output cannot be written");
        assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void aReaderThatGoesAwayIsNoFaultWorthAWord() throws Exception {
        Process process = command("simulate --scenario ban --series --weeks 5200 --format csv")
                .start();
        BufferedReader reader = process.inputReader(StandardCharsets.UTF_8);
        assertThat(reader.readLine()).startsWith("week,good");
        reader.close();

        assertThat(read(process.getErrorStream())).isEmpty();
        assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void anInterruptSaysCancelledAndLeavesNoPartOfAFile() throws Exception {
        assertThatSignalCancels("INT");
    }

    @Test
    void aRequestToEndDoesSoToo() throws Exception {
        assertThatSignalCancels("TERM");
    }

    private void assertThatSignalCancels(String signal) throws Exception {
        Path result = folder.resolve("result.csv");
        Files.writeString(result, "old");
        Process process = command(LONG + " --out " + result).start();
        // The process is at work as soon as it has used some of the processor's time; a signal before that ends Java
        // itself.
        while (process.isAlive()
                && process.info()
                        .totalCpuDuration()
                        .map(used -> used.toMillis() < 1_500)
                        .orElse(true)) {
            Thread.onSpinWait();
        }
        new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .start()
                .waitFor();

        assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
        assertThat(read(process.getErrorStream())).isEqualTo("Cancelled.\n");
        assertThat(process.exitValue()).isEqualTo(ExitCode.CANCELLED);
        assertThat(result).hasContent("old");
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(result);
        }
    }
}
