package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands of the page on clusters run as they stand there, on the test dataset and with fewer draws. What a scheduler does is done
 * by a line of shell: it starts the same command with other numbers.
 */
@EnabledOnOs(OS.LINUX)
class ClusterPageTest {
    private static final Path PAGE = Path.of("src/docs/CLUSTER.md");
    private static final Pattern BLOCK = Pattern.compile("```sh\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern POD = Pattern.compile("args:\n\\s+- (chokepoint .*)\n");
    private static final Pattern COMPLETIONS = Pattern.compile("completions: (\\d+)\n");

    /** As much of GNU parallel as the page asks for. */
    private static final String PARALLEL = """
            #!/bin/sh
            while [ "${1#--}" != "$1" ]; do shift 2; done
            while read -r item; do
              words=""
              for word in "$@"; do words="$words $(printf %s "$word" | sed "s/{}/$item/g")"; done
              $words || exit 1
            done
            """;

    @TempDir
    private Path folder;

    private String page;
    private List<String> blocks;

    @BeforeEach
    void prepare() throws IOException {
        Path data = SweepChain.write(folder.resolve("data"));
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String classes = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        program("chokepoint", """
                #!/bin/sh
                exec %s -XX:TieredStopAtLevel=1 -cp '%s' %s "$@" --data %s
                """.formatted(java, classes, CommandProcess.class.getName(), data));
        program("parallel", PARALLEL);
        page = Files.readString(PAGE).replace("ree-licence-14nm", "ban").replaceAll("--samples \\d+", "--samples 12");
        blocks = BLOCK.matcher(page).results().map(found -> found.group(1)).toList();
    }

    private void program(String name, String text) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, text);
        assertThat(file.toFile().setExecutable(true)).isTrue();
    }

    private void shell(String script, Map<String, String> variables) throws IOException, InterruptedException {
        ProcessBuilder shell = new ProcessBuilder("sh", "-e", "-c", script)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("said.txt").toFile());
        shell.environment().merge("PATH", folder.resolve("bin").toString(), (old, own) -> own + ":" + old);
        shell.environment().putAll(variables);
        assertThat(shell.start().waitFor())
                .as(script + Files.readString(folder.resolve("said.txt")))
                .isZero();
    }

    private void isTheWhole(String file, String words) throws IOException {
        CommandRun whole = CommandRun.of((words + " --data " + folder.resolve("data")).split(" "));
        assertThat(whole.code()).as(whole.err()).isZero();
        assertThat(folder.resolve(file)).content().isEqualTo(whole.out()).isNotEmpty();
    }

    @Test
    void theLoopWorks() throws Exception {
        shell(blocks.get(0), Map.of());
        isTheWhole("rank.csv", "rank --by activity --format csv");
    }

    @Test
    void parallelWorks() throws Exception {
        assertThat(blocks.get(1)).contains("| parallel ");
        shell(blocks.get(1), Map.of());
        isTheWhole("draws.csv", "simulate --scenario ban --samples 12 --precision 0 --format csv");
    }

    @Test
    void theArrayOfSlurmWorks() throws Exception {
        assertThat(blocks.get(2)).contains("#SBATCH --array=1-6\n");
        for (int task = 1; task <= 6; task++) {
            shell(blocks.get(2), Map.of("SLURM_ARRAY_TASK_ID", Integer.toString(task), "SLURM_CPUS_PER_TASK", "2"));
        }
        shell(blocks.get(3), Map.of());
        isTheWhole("backtest.txt", "backtest --samples 12");
    }

    @Test
    void theIndexedJobOfKubernetesWorks() throws Exception {
        String pod = POD.matcher(page).results().findFirst().orElseThrow().group(1);
        int completions = Integer.parseInt(
                COMPLETIONS.matcher(page).results().findFirst().orElseThrow().group(1));
        for (int index = 0; index < completions; index++) {
            shell(pod, Map.of("JOB_COMPLETION_INDEX", Integer.toString(index)));
        }
        shell(blocks.get(4), Map.of());
        isTheWhole("country.json", "rank --by country --format json");
    }
}
