package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.chokepoint.base.Range;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Every option that takes a number has bounds: its help says them, and what is outside is refused before anything is read. */
class OptionValuesTest {
    /** So that commands stop at the first thing that they read. */
    private static final List<String> NOWHERE = List.of("--data", "no-such-folder");

    private static Stream<CommandLine> commands() {
        Terminal terminal = new Terminal(
                InputStream.nullInputStream(),
                new StandardOutput(new StringWriter()),
                new PrintWriter(new StringWriter()),
                false,
                false);
        return ChokepointCommand.commandLine(new CommandRun.NoDesktop(), terminal, Optional.empty())
                .getSubcommands()
                .values()
                .stream();
    }

    private static Stream<Arguments> numbers() {
        return commands()
                .flatMap(command -> command.getCommandSpec().options().stream()
                        .filter(OptionValues::isNumber)
                        .map(option -> arguments(command.getCommandName(), option)));
    }

    private static Stream<Arguments> bounded() {
        return numbers()
                .filter(each -> OptionValues.range((OptionSpec) each.get()[1]).isPresent());
    }

    private static CommandRun run(String command, String option, String value) {
        List<String> args = new ArrayList<>(List.of(command));
        switch (command) {
            case "simulate", "best-response", "report" -> args.addAll(List.of("--scenario", "ban"));
            case "snapshot" -> args.addAll(List.of("--scenario", "ban", "--out", "picture.png"));
            case "explain" -> args.addAll(List.of("good", "--scenario", "ban"));
            case "import" -> args.addAll(List.of("dot", "no-such-folder"));
            case "export" -> args.add("dot");
            case "merge", "draft" -> args.add("no-such-folder");
            case "bundle" -> args.addAll(List.of("--scenario", "ban", "--text"));
            case "mitigate" -> args.addAll(List.of("--scenario", "ban", "--target", "good"));
            default -> {}
        }
        if (command.equals("simulate")
                && List.of("--precision", "--seed", "--drivers", "--draws").contains(option)) {
            args.addAll(List.of("--samples", "1"));
        }
        if (option.equals("--essential-from")) {
            args.addAll(List.of("--model", "esri"));
        }
        if (command.equals("import") && !option.equals("--out")) {
            args.addAll(List.of("--out", "made"));
        }
        if (option.equals("--recover")) {
            args.addAll(List.of("--longest", "100000"));
        }
        if (option.equals("--longest")) {
            args.addAll(List.of("--recover", "1e-9"));
        }
        args.add(option + "=" + value);
        args.addAll(NOWHERE);
        return CommandRun.of(new CommandRun.NoDesktop(), false, args.toArray(String[]::new));
    }

    @Test
    void onlySeedsMayBeAnyNumber() {
        assertThat(numbers()
                        .map(each -> (OptionSpec) each.get()[1])
                        .filter(option -> OptionValues.range(option).isEmpty()))
                .isNotEmpty()
                .allSatisfy(option -> assertThat(option.longestName()).isEqualTo("--seed"));
        assertThat(bounded()).hasSizeGreaterThan(20);
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bounded")
    void theHelpSaysTheRange(String command, OptionSpec option) {
        assertThat(String.join(" ", option.description()).replaceAll("\\s+", " "))
                .contains(OptionValues.range(option).orElseThrow().words());
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bounded")
    void whatIsOutsideIsRefusedInOneLineWithTheRange(String command, OptionSpec option) {
        Range range = OptionValues.range(option).orElseThrow();
        boolean whole = !option.type().equals(double.class);
        double step = whole ? 1 : range.max() / 1000;
        List<String> outside = new ArrayList<>(List.of(
                Range.plain(range.max() + step),
                Range.plain(range.aboveMin() ? range.min() : range.min() - step),
                "2147483648",
                "99999999999999999999",
                "1e400",
                "NaN",
                "Infinity",
                "-1",
                "\u0663",
                "\uff13",
                "1d",
                "0x1p-3",
                "x"));
        for (String value : outside) {
            CommandRun run = run(command, option.longestName(), value);

            assertThat(run.code())
                    .as("%s %s=%s: %s", command, option, value, run.err())
                    .isEqualTo(ExitCode.USAGE);
            assertThat(run.err().lines().findFirst().orElse(""))
                    .contains(option.longestName())
                    .contains(OptionValues.expected(option).orElseThrow());
        }
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("bounded")
    void bothEndsAreTaken(String command, OptionSpec option) {
        Range range = OptionValues.range(option).orElseThrow();
        for (double value : new double[] {range.aboveMin() ? range.max() / 1000 : range.min(), range.max()}) {
            CommandRun run = run(command, option.longestName(), Range.plain(value));

            assertThat(run.err()).contains("no-such-folder");
            assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"9223372036854775808", "-9223372036854775809", "1.5", "\u0663\u0660", "x"})
    void aSeedIsAnyWholeNumberOf64Bits(String value) {
        assertThat(run("simulate", "--seed", value).err())
                .contains("--seed", "expected a whole number from -9223372036854775808 to 9223372036854775807");
        assertThat(run("simulate", "--seed", "-9223372036854775808").err()).contains("no-such-folder");
        assertThat(run("backtest", "--seed", "9223372036854775807").err()).contains("no-such-folder");
    }

    private static Stream<Arguments> texts() {
        return commands()
                .flatMap(command -> command.getCommandSpec().args().stream()
                        .filter(argument ->
                                argument.arity().max() > 0 && !argument.type().equals(boolean.class))
                        .filter(argument -> argument instanceof OptionSpec)
                        .map(argument -> arguments(command.getCommandName(), argument)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("texts")
    void nothingIsRefusedWhereverSomethingIsExpected(String command, ArgSpec argument) {
        String name = ((OptionSpec) argument).longestName();
        for (String value : List.of("", " ")) {
            CommandRun run = run(command, name, value);

            assertThat(run.code()).as("%s %s: %s", command, name, run.err()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains(name);
        }
    }

    @Test
    void anEmptyGoodIsRefused() {
        CommandRun run = CommandRun.onChain("explain", "", "--scenario", "ban");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("GOOD is empty; expected GOOD");
    }

    @ParameterizedTest
    @ValueSource(strings = {"good:!!ore", "good:ore,!gas", "good:ore to:!!CHN"})
    void aTermIsNegatedOnce(String selector) {
        CommandRun run = CommandRun.onChain("simulate", "--restrict", "export-ban " + selector);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains("starts with '!'; expected one '!' at most");
        assertThat(run.err().lines()).hasSizeLessThan(3);
    }
}
