package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where the locale's character set loses letters of an argument or a folder, that is said in a line; nothing is looked for under another name. */
class LostLettersTest {
    @TempDir
    Path folder;

    @Test
    void anArgumentWithLostLettersIsRefused() {
        CommandRun run = CommandRun.onChain("explain", "\uFFFD\uFFFD\uFFFD", "--scenario", "ban");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines())
                .singleElement()
                .asString()
                .contains("letters that the locale's character set does not know", "LC_ALL=C.UTF-8");
    }

    @Test
    void aFolderWithLostLettersIsSaid() {
        assertThat(LostLetters.in("/home/me/donn\uFFFD\uFFFDes", "validate"))
                .hasValueSatisfying(line -> assertThat(line).startsWith("The folder '/home/me/donn"));
        assertThat(LostLetters.in("/home/me/données", "validate", "稀土")).isEmpty();
    }

    @Test
    void aNameThatNoFileCanHaveIsSaid() {
        assertThat(LostLetters.noFile(new InvalidPathException("résultat.csv", "Malformed input")))
                .isEqualTo(
                        "'résultat.csv' cannot be the name of a file in the locale's character set. Start the program with"
                                + " the environment variable LC_ALL=C.UTF-8.");
        assertThat(LostLetters.noFile(new InvalidPathException("a\0b", "Nul character not allowed")))
                .isEqualTo("'a\uFFFDb' cannot be the name of a file.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"--scenario 稀土", "--scenario ban --out résultat.csv", "--restrict outage@good:稀土"})
    @EnabledOnOs(OS.LINUX)
    void thePlainLocaleNeverLeadsToAnInternalError(String options) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                CommandProcess.class.getName(),
                "simulate",
                "--data",
                CommandRun.chain().toString()));
        for (String word : options.split(" ")) {
            command.add(word.replace('@', ' '));
        }
        // A shell passes the bytes on as they are, whatever this machine's own locale.
        Path script = Files.writeString(folder.resolve("run.sh"), "exec '" + String.join("' '", command) + "'\n");
        ProcessBuilder process = new ProcessBuilder("sh", script.toString()).redirectErrorStream(true);
        process.directory(folder.toFile());
        process.environment().put("LC_ALL", "C");
        Process running = process.start();
        String said = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(running.waitFor()).as(said).isEqualTo(ExitCode.USAGE);
        assertThat(said.lines()).singleElement().asString().contains("LC_ALL=C.UTF-8");
    }
}
