package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A part of a sweep as a process of its own that is killed, told to end, or started twice. */
@EnabledOnOs(OS.LINUX)
class ShardProcessTest {
    private static final String LONG = "simulate --scenario ban --samples 600 --weeks 5200 --format csv";

    @TempDir
    private Path folder;

    private Path data;
    private Path file;
    private Path progress;

    @BeforeEach
    void write() throws IOException {
        data = SweepChain.write(folder.resolve("data"));
        file = folder.resolve("part.parquet");
        progress = folder.resolve("part.parquet.progress");
    }

    private List<String> words(String shard) {
        List<String> words = new ArrayList<>(List.of(LONG.split(" ")));
        words.addAll(List.of("--data", data.toString(), "--shard", shard, "--out", file.toString()));
        return words;
    }

    private Process start(String shard) throws IOException {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommandProcess.class.getName()));
        all.addAll(words(shard));
        return new ProcessBuilder(all)
                .redirectError(folder.resolve("said.txt").toFile())
                .start();
    }

    /** Until so much is done. */
    private void await(Process process, long bytes) throws Exception {
        while (!Files.exists(progress) || Files.size(progress) < bytes) {
            assertThat(process.waitFor(5, TimeUnit.MILLISECONDS))
                    .as("it ended before anybody could stop it: " + said())
                    .isFalse();
        }
    }

    private String said() throws IOException {
        return Files.readString(folder.resolve("said.txt"), StandardCharsets.UTF_8);
    }

    private CommandRun goOn(String shard) {
        return CommandRun.of(words(shard).toArray(String[]::new));
    }

    @Test
    void aPartThatWasKilledGoesOnWhereItWas() throws Exception {
        CommandRun untouched = goOn("1/2");
        assertThat(untouched.err()).doesNotContain("done before");
        byte[] expected = Files.readAllBytes(file);
        Files.delete(file);
        long done = 0;
        for (int kill = 0; kill < 2; kill++) {
            Process process = start("1/2");
            await(process, done + 4_000);
            process.destroyForcibly().waitFor();
            assertThat(file).doesNotExist();
            done = Files.size(progress);
        }
        CommandRun rest = goOn("1/2");

        assertThat(rest.code()).as(rest.err()).isZero();
        assertThat(rest.err()).containsPattern("\\d+ units were done before\\.");
        assertThat(Files.readAllBytes(file)).isEqualTo(expected);
        assertThat(progress).doesNotExist();
    }

    @Test
    void aPartThatIsToldToEndKeepsWhatIsDone() throws Exception {
        Process process = start("2/2");
        await(process, 4_000);
        process.destroy();

        assertThat(process.waitFor()).isEqualTo(ExitCode.CANCELLED);
        assertThat(said()).contains("Cancelled.");
        assertThat(file).doesNotExist();
        assertThat(goOn("2/2").err()).contains("done before").contains("Part 2 of 2: 300 of 600 units in " + file);
    }

    @Test
    void whoeverComesSecondIsRefused() throws Exception {
        Process process = start("1/2");
        await(process, 4_000);
        CommandRun second = goOn("1/2");
        boolean wasRunning = process.isAlive();
        process.destroyForcibly().waitFor();

        assertThat(wasRunning).isTrue();
        assertThat(second.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(second.err()).contains(progress + " is in use: another process computes this part.");
        assertThat(goOn("1/2").code()).isZero();
    }
}
