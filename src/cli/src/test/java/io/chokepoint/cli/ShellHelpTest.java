package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helps at the shell: completion and manual pages. */
class ShellHelpTest {
    @TempDir
    private Path folder;

    @Test
    void bashCompletesCommandsAndTheWordsOfOptions() throws Exception {
        Path bash = Path.of("/bin/bash");
        Assumptions.assumeTrue(Files.isExecutable(bash));
        Path script = folder.resolve("completion");
        Files.writeString(script, CommandRun.of("completion", "bash").out());
        String ask = "source " + script + "; COMP_WORDS=(chokepoint simulate --format ''); COMP_CWORD=3; "
                + "_complete_chokepoint; echo ${COMPREPLY[@]}; "
                + "COMP_WORDS=(chokepoint mit); COMP_CWORD=1; _complete_chokepoint; echo ${COMPREPLY[@]}";
        Process process = new ProcessBuilder(bash.toString(), "-c", ask)
                .redirectErrorStream(true)
                .start();

        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("table", "csv", "json").contains("mitigate");
    }

    @Test
    void aManualPageHasANameAndTheExamples() {
        CommandRun run = CommandRun.of("man", "rank");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .startsWith(".TH \"CHOKEPOINT-RANK\" \"1\"")
                .contains(".SH NAME\nchokepoint\\-rank \\- ", "chokepoint rank \\-\\-by country");
        assertThat(CommandRun.of("man", "rnak").code()).isEqualTo(ExitCode.USAGE);
    }
}
