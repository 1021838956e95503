package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The tutorial is followed as a reader follows it: from top to bottom, each file is written as it stands there, each command is run,
 * and its answer is the one that is shown. {@code -Dchokepoint.pages=write} writes the answers into the page.
 *
 * <p>The paragraph above a block of a file says which file it is, and what to do with it: it is the whole file, "add a line" to it, or
 * rows that "become" so, which are known by their first two cells.
 */
class TutorialPageTest {
    private static final Path PAGE = Path.of("src/docs/TUTORIAL.md");
    private static final Pattern BLOCK = Pattern.compile("```(csv|json|console)\n(.*?)```\n", Pattern.DOTALL);
    private static final Pattern FILE = Pattern.compile("`([\\w./-]+\\.(?:csv|json))`");
    private static final Pattern COMMAND = Pattern.compile("(?m)^\\$ (.*)\n((?:(?!\\$ ).*\n)*)");
    private static final String PROGRAM = "chokepoint ";
    private static final String EXIT_CODE = "echo $?";

    @TempDir
    private Path folder;

    @Test
    void whoeverFollowsItSeesWhatItShows() throws IOException {
        String page = Files.readString(PAGE);
        StringBuilder followed = new StringBuilder();
        int consoles = 0;
        int end = 0;
        for (MatchResult block : BLOCK.matcher(page).results().toList()) {
            followed.append(page, end, block.start(2));
            end = block.end(2);
            if (block.group(1).equals("console")) {
                followed.append(answered(block.group(2)));
                consoles++;
            } else {
                write(page.substring(0, block.start()).strip().lines().toList().getLast(), block.group(2));
                followed.append(block.group(2));
            }
        }
        followed.append(page, end, page.length());

        if ("write".equals(System.getProperty("chokepoint.pages"))) {
            Files.writeString(PAGE, followed);
        }
        assertThat(consoles).isGreaterThan(10).isEqualTo(page.split("```console\n").length - 1);
        assertThat(Files.readString(PAGE)).isEqualTo(followed.toString());
    }

    private String answered(String block) {
        StringBuilder answered = new StringBuilder();
        int code = 0;
        for (MatchResult command : COMMAND.matcher(block).results().toList()) {
            answered.append("$ ").append(command.group(1)).append('\n');
            if (command.group(1).equals(EXIT_CODE)) {
                answered.append(code).append('\n');
                code = 0;
                continue;
            }
            assertThat(code)
                    .as("a fault is shown with its exit code: " + command.group(1))
                    .isZero();
            assertThat(command.group(1)).startsWith(PROGRAM);
            CommandRun run = CommandRun.of(words(command.group(1).substring(PROGRAM.length())));
            code = run.code();
            if (!block.contains(EXIT_CODE)) {
                assertThat(code).as(command.group(1) + "\n" + run.err()).isZero();
            }
            String said = inReadersFolder(run.err() + run.out());
            if (!said.isEmpty()) {
                answered.append(ShownExample.shortened(said.lines().toList(), command.group(2)));
            }
        }
        return answered.toString();
    }

    /** Files and folders that the reader names are in the folder of the test. */
    private String[] words(String commandLine) {
        List<String> words = new ArrayList<>(ShownExample.words(commandLine));
        for (int i = 0; i < words.size(); i++) {
            boolean isMade = i > 0 && words.get(i - 1).equals("--out");
            if (isMade || Files.exists(folder.resolve(words.get(i).replace(':', '-')))) {
                words.set(i, folder.resolve(words.get(i)).toString());
            }
        }
        return words.toArray(String[]::new);
    }

    private String inReadersFolder(String said) {
        return said.replace(folder + "/", "").replace(folder + "\\", "");
    }

    private void write(String paragraph, String text) throws IOException {
        List<String> named =
                FILE.matcher(paragraph).results().map(found -> found.group(1)).toList();
        assertThat(named).as(paragraph).hasSize(1);
        Path file = folder.resolve(named.getFirst());
        String does = paragraph.toLowerCase(Locale.ROOT);
        if (does.contains("add a line")) {
            Files.writeString(file, Files.readString(file) + text);
        } else if (does.contains(" become")) {
            text.lines().forEach(row -> replace(file, row));
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        }
    }

    private static void replace(Path file, String row) {
        String key = row.substring(0, row.indexOf(',', row.indexOf(',') + 1) + 1);
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(file));
            assertThat(lines.stream().filter(line -> line.startsWith(key)))
                    .as(key)
                    .hasSize(1);
            lines.replaceAll(line -> line.startsWith(key) ? row : line);
            Files.write(file, lines);
        } catch (IOException e) {
            throw new AssertionError(file.toString(), e);
        }
    }
}
