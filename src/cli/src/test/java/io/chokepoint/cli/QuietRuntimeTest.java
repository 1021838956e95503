package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Standard output is for results: what the runtime says of a start-up cache that does not fit goes elsewhere. */
class QuietRuntimeTest {
    private static final Pattern OPTIONS = Pattern.compile("<quiet.runtime>(.*)</quiet.runtime>");

    @TempDir
    Path folder;

    @Test
    void aCacheThatDoesNotFitLeavesStandardOutputToResults() throws IOException, InterruptedException {
        Matcher options = OPTIONS.matcher(Files.readString(Path.of("src/desktop/pom.xml")));
        assertThat(options.find()).isTrue();

        assertThat(outWith(List.of())).as("what has to be kept away").doesNotStartWith("good,name");
        assertThat(outWith(List.of(options.group(1).split(" ")))).startsWith("good,name");
    }

    private String outWith(List<String> options) throws IOException, InterruptedException {
        Path cache = Files.writeString(folder.resolve("cache.aot"), "no cache");
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(options);
        command.addAll(List.of(
                "-XX:AOTCache=" + cache,
                "-cp",
                System.getProperty("java.class.path"),
                CommandProcess.class.getName(),
                "simulate",
                "--scenario",
                "ban",
                "--format",
                "csv",
                "--data",
                CommandRun.chain().toString()));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return out;
    }
}
