package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine.Command;

/** What the help of a command gives as an example works with the dataset that the program ships with. */
class HelpExamplesTest {
    /** A command line below the heading of the examples; a backslash at the end of a line leads to the next one. */
    private static final Pattern COMMAND_LINE = Pattern.compile("(?m)^  chokepoint ((?:.*\\\\\n)*.*)$");

    /** A word of a command line, in quotes where it has blanks. */
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

    /** That a line works does not hang on how long it works. */
    private static final int FEW_DRAWS = 4;

    private static final int FEW_WEEKS = 16;

    @TempDir
    private Path folder;

    /** A restriction in quotes, or the word behind "such as". */
    private static final Pattern EXAMPLE = Pattern.compile("such as\\s+(?:\"([^\"]+)\"|([\\w-]+))");

    private static List<String> commands() {
        Command all = ChokepointCommand.class.getAnnotation(Command.class);
        return Stream.of(all.subcommands())
                .map(one -> one.getAnnotation(Command.class).name())
                .toList();
    }

    /** The commands, and the models of {@code network}, which are commands with a help of their own. */
    private static List<String> commandsAndModels() {
        Command network = NetworkCommand.class.getAnnotation(Command.class);
        return Stream.concat(
                        commands().stream(),
                        Stream.of(network.subcommands())
                                .map(model -> "network "
                                        + model.getAnnotation(Command.class).name()))
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

    /** What stands below the heading of the examples. */
    private static String exampleLines(String command) {
        String help = CommandRun.of((command + " --help").strip().split(" ")).out();
        String heading = "\nExamples:\n";
        return help.substring(help.indexOf(heading) + heading.length(), help.indexOf("\nExit codes"));
    }

    /** The examples in the help of a command, as somebody would copy them; of the program itself where it is empty. */
    private static List<String> commandLines(String command) {
        return COMMAND_LINE
                .matcher(exampleLines(command))
                .results()
                .map(found -> found.group(1).replaceAll("\\\\\\n\\s*", ""))
                .toList();
    }

    private static Stream<String> allCommandLines() {
        return Stream.concat(Stream.of(""), commands().stream())
                .flatMap(command -> commandLines(command).stream())
                .distinct();
    }

    /** The words of a command line, with fewer draws and weeks; what it writes goes into the test's folder. */
    private String[] words(String commandLine) {
        List<String> words = new ArrayList<>();
        WORD.matcher(commandLine)
                .results()
                .map(found -> found.group(1) == null ? found.group() : found.group(1))
                .forEach(words::add);
        for (int i = 1; i < words.size(); i++) {
            words.set(i, fewer(words.get(i - 1), words.get(i)));
            if (words.get(i).matches("[\\w-]+\\.(csv|txt|html|pdf|png|svg|json|parquet|xlsx|gexf|chokepoint)")
                    || words.get(i - 1).matches("--out|--dir")) {
                words.set(i, folder.resolve(words.get(i)).toString());
            }
        }
        return words.toArray(String[]::new);
    }

    private static String fewer(String option, String value) {
        return switch (option) {
            case "--samples" -> Integer.toString(Math.min(FEW_DRAWS, Integer.parseInt(value)));
            case "--weeks" -> Integer.toString(Math.min(FEW_WEEKS, Integer.parseInt(value)));
            default -> value;
        };
    }

    @ParameterizedTest
    @MethodSource("allCommandLines")
    void everyCommandLineOfEveryHelpWorks(String commandLine) throws IOException {
        for (String file : commandLine.matches("(import|desktop|draft|report --article) .*")
                ? commandLine.split(" ")
                : new String[0]) {
            somebodysFile(file);
        }
        if (commandLine.startsWith("network ")) {
            NetworkCommandTest.caseIn(folder.resolve("my-case"));
            NetworkDailyCommandTest.caseIn(folder.resolve("my-firms"));
            NetworkArioCommandTest.caseIn(folder.resolve("my-regions"));
            if (commandLine.startsWith("network inoue-todo")) {
                NetworkDailyCommandTest.caseIn(folder);
            } else {
                NetworkCommandTest.caseIn(folder);
            }
        }
        if (commandLine.startsWith("merge ")) {
            makeParts();
        }
        CommandRun run = CommandRun.of(new PictureBook(), true, words(commandLine));

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).doesNotContain("selects nothing");
    }

    /** The parts that the examples put together. */
    private void makeParts() {
        for (int number = 1; number <= 2; number++) {
            Path file = folder.resolve("rank-" + number + ".parquet");
            assertThat(CommandRun.of(("rank --by country --weeks 26 --shard " + number + "/2 --out " + file).split(" "))
                            .code())
                    .isZero();
        }
    }

    /** What an import of the examples reads, or the window opens. */
    private void somebodysFile(String name) throws IOException {
        Path file = folder.resolve(name);
        if (name.endsWith(".xlsx")) {
            assertThat(CommandRun.of("export", "xlsx", "--out", file.toString()).code())
                    .isZero();
        } else if (name.endsWith(".txt")) {
            Files.writeString(file, "China will ban exports of gallium to the United States.");
        } else if (name.endsWith(".csv")) {
            Files.writeString(file, "good,country,tonnes\ngallium,CHN,90\ngallium,JPN,10\n");
        } else if (name.endsWith(".chokepoint")) {
            assertThat(CommandRun.of("bundle", "--scenario", "ree-full-stop", "--out", file.toString())
                            .code())
                    .isZero();
        }
    }

    @Test
    void everyCommandHasExamplesOfItsOwnThatFitTheTerminal() {
        for (String command : commandsAndModels()) {
            assertThat(commandLines(command))
                    .as(command)
                    .isNotEmpty()
                    .allMatch(example -> example.startsWith(command + " ") || example.equals(command));
            // What is too wide goes on at the left edge.
            assertThat(exampleLines(command).lines().filter(line -> !line.isEmpty()))
                    .as(command)
                    .allMatch(line -> line.startsWith("  "));
        }
    }

    /** A window that opens and draws whatever it is asked for. */
    private static final class PictureBook implements Desktop {
        @Override
        public void open(Optional<Path> data, Optional<String> scenario) {
            DataPackage shipped = DatasetReader.read(data.orElse(ShippedData.shipped()), RunMonitor.NONE)
                    .orThrow();
            scenario.ifPresent(
                    wanted -> assertThat(shipped.findAny(wanted).isPresent() || Files.exists(Path.of(wanted)))
                            .as(wanted)
                            .isTrue());
        }

        @Override
        public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) {
            assertThat(pictures).isNotEmpty();
        }
    }
}
