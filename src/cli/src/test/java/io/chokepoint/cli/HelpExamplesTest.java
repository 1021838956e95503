package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import picocli.CommandLine.Command;

/** What the help of a command gives as an example works with the dataset that the program ships with. */
class HelpExamplesTest {
    /** A restriction in quotes, or the word behind "such as". */
    private static final Pattern EXAMPLE = Pattern.compile("such as\\s+(?:\"([^\"]+)\"|([\\w-]+))");

    private static List<String> commands() {
        Command all = ChokepointCommand.class.getAnnotation(Command.class);
        return Stream.of(all.subcommands())
                .map(one -> one.getAnnotation(Command.class).name())
                .toList();
    }

    /** Without the breaks of lines. */
    private static String help(String command) {
        CommandRun run = CommandRun.of(command, "--help");
        assertThat(run.code()).isZero();
        return run.out().replaceAll("\\s+", " ");
    }

    /** By example, one command that has it. */
    private static Map<String, String> examples() {
        Map<String, String> examples = new LinkedHashMap<>();
        for (String command : commands()) {
            Matcher found = EXAMPLE.matcher(help(command));
            while (found.find()) {
                examples.putIfAbsent(found.group(1) != null ? found.group(1) : found.group(2), command);
            }
        }
        return examples;
    }

    @TestFactory
    Stream<DynamicTest> everyExampleWorks() {
        return examples().entrySet().stream()
                .map(example -> DynamicTest.dynamicTest(example.getKey(), () -> {
                    boolean isRestriction = example.getKey().contains(" ");
                    CommandRun run = isRestriction
                            ? CommandRun.of("simulate", "--weeks", "20", "--restrict", example.getKey())
                            : CommandRun.of(
                                    example.getValue(),
                                    example.getKey(),
                                    "--weeks",
                                    "20",
                                    "--restrict",
                                    "outage good:gallium");

                    assertThat(run.code()).as(run.err()).isZero();
                    assertThat(run.out()).doesNotContain("selects nothing");
                }));
    }

    @Test
    void thereAreExamples() {
        assertThat(examples().keySet())
                .anyMatch(example -> example.startsWith("export-ban "))
                .hasSizeGreaterThan(1);
    }

    @Test
    void noExampleIsMissed() {
        for (String command : commands()) {
            String help = help(command);
            // "e.g." is broken at the end of a line.
            assertThat(help).as(command).doesNotContain("for example", "e.g.", "e. g.");
            assertThat(EXAMPLE.matcher(help).results().count())
                    .as(command)
                    .isEqualTo(
                            Pattern.compile("such as").matcher(help).results().count());
        }
    }
}
