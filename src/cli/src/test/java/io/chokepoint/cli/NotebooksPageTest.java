package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The commands and the Python of the page on notebooks run as they stand there. Python is {@code python3}, or what the system property
 * {@code python} names; without pandas and pyarrow its part is skipped.
 */
class NotebooksPageTest {
    private static final Path PAGE = Path.of("src/docs/NOTEBOOKS.md");
    private static final Pattern BLOCK = Pattern.compile("```(sh|python)\n(.*?)```\n", Pattern.DOTALL);
    private static final String PYTHON = System.getProperty("python", "python3");
    private static final int MOST_SECONDS = 120;

    @TempDir
    private static Path folder;

    private record Block(String language, String text) {}

    private record Answer(int code, String out) {}

    private static List<Block> blocks() throws IOException {
        return BLOCK.matcher(Files.readString(PAGE))
                .results()
                .map(found -> new Block(found.group(1), found.group(2)))
                .toList();
    }

    @BeforeAll
    static void commandsRun() throws IOException {
        for (Block block : blocks()) {
            if (block.language.equals("sh")) {
                for (String line : block.text.lines().toList()) {
                    run(line);
                }
            }
        }
    }

    /** Files are named as the page names them, in a folder of the test's own. */
    private static void run(String line) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        assertThat(words.removeFirst()).isEqualTo("chokepoint");
        for (int i = 1; i < words.size(); i++) {
            if (List.of("--out", "--draws").contains(words.get(i - 1))) {
                words.set(i, folder.resolve(words.get(i)).toString());
            }
        }
        CommandRun run = CommandRun.of(words.toArray(String[]::new));
        assertThat(run.code()).as(line + run.err()).isZero();
    }

    @Test
    void everyFileThatPythonReadsIsWrittenByACommand() throws IOException {
        Pattern file = Pattern.compile("\"(\\w+\\.(?:csv|json|parquet))\"");
        List<String> read = blocks().stream()
                .filter(block -> block.language.equals("python"))
                .flatMap(block -> file.matcher(block.text).results().map(found -> found.group(1)))
                .toList();

        assertThat(read).hasSizeGreaterThan(4);
        assertThat(read).allSatisfy(name -> assertThat(folder.resolve(name)).isNotEmptyFile());
    }

    @Test
    void aResultIsReadInThreeLines() throws IOException, InterruptedException {
        Answer pandas = python("import pandas, pyarrow");
        if (pandas.code != 0) {
            System.out.println("Python of " + PAGE + " is not run: " + PYTHON
                    + " with pandas and pyarrow is not there. " + pandas.out);
        }
        assumeTrue(pandas.code == 0, "no Python with pandas and pyarrow");
        for (Block block : blocks()) {
            if (block.language.equals("python")) {
                Answer answer = python(block.text);
                assertThat(answer.code).as(block.text + answer.out).isZero();
                assertThat(answer.out).as(block.text).isNotBlank().doesNotContain("Traceback");
            }
        }
        String worst =
                python("import pandas as pd\nprint(pd.read_csv('summary.csv', index_col='good').trough.idxmin())").out;
        assertThat(worst.strip()).isEqualTo("yttria-hp");
        String same = python("""
                        import pandas as pd
                        d = pd.read_parquet("draws.parquet").query("kind == 'good' and figure == 'trough'")
                        runs = pd.read_csv("runs.csv", index_col="good")
                        print((d.groupby("id").value.quantile(.5) - runs.trough_p50).abs().max() < 1e-12)
                        """).out;
        assertThat(same.strip()).isEqualTo("True");
    }

    private static Answer python(String program) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "python", ".txt");
        Process process;
        try {
            process = new ProcessBuilder(PYTHON, "-W", "ignore", "-c", program)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(out.toFile())
                    .start();
        } catch (IOException notThere) {
            return new Answer(-1, String.valueOf(notThere.getMessage()));
        }
        if (!process.waitFor(MOST_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
            return new Answer(-1, "Python took longer than " + MOST_SECONDS + " seconds.");
        }
        return new Answer(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
    }
}
