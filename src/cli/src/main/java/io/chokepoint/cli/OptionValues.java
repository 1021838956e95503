package io.chokepoint.cli;

import io.chokepoint.base.Range;
import io.chokepoint.scenario.Scenario;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.TypeConversionException;

/**
 * Where the numbers of options must lie: the one place, for all commands. What is outside is refused before anything is read, and so is
 * what is empty; the help of each option says the range.
 */
final class OptionValues {
    /** The most runs with drawn figures: what is kept of each takes room. */
    static final int MOST_SAMPLES = 50_000;

    static final int MOST_THREADS = 1_000;
    static final int MOST_AMONG = 500;
    static final int MOST_PAIRS_AMONG = 100;
    static final int MOST_SECONDS = 86_400;
    static final int MOST_SCALE = 2;
    static final int MOST_CUT_SET = 3;

    private static final Range SOME_WEEKS = new Range(0, true, Range.WEEKS.max());

    /** By option, or by command and option where it means something else there. */
    private static final Map<String, Range> RANGES = Map.ofEntries(
            Map.entry("--weeks", Scenario.HORIZON),
            Map.entry("--week", new Range(0, false, Scenario.MOST_HORIZON_WEEKS - 1)),
            Map.entry("--samples", new Range(1, false, MOST_SAMPLES)),
            Map.entry("backtest --samples", new Range(0, false, MOST_SAMPLES)),
            Map.entry("report --samples", new Range(0, false, MOST_SAMPLES)),
            Map.entry("--precision", Range.PART),
            Map.entry("--threads", new Range(1, false, MOST_THREADS)),
            Map.entry("--among", new Range(2, false, MOST_AMONG)),
            Map.entry("--pairs-among", new Range(0, false, MOST_PAIRS_AMONG)),
            Map.entry("structure --size", new Range(1, false, MOST_CUT_SET)),
            Map.entry("--scale", new Range(1, false, MOST_SCALE)),
            Map.entry("--level", Range.SOME_PART),
            Map.entry("--essential-from", Range.SOME_PART),
            Map.entry("--stock", SOME_WEEKS),
            Map.entry("--second-source", Range.WEEKS),
            Map.entry("--second-source-spare", Range.EXTRA),
            Map.entry("--licence-early", Range.WEEKS),
            Map.entry("--recover", SOME_WEEKS),
            Map.entry("--longest", SOME_WEEKS),
            Map.entry("mcp --seconds", new Range(1, false, McpCommand.MOST_SECONDS)),
            Map.entry("--seconds", new Range(0, true, MOST_SECONDS)));

    private static final Set<Class<?>> WHOLE = Set.of(int.class, Integer.class, long.class, Long.class);
    private static final Set<Class<?>> REAL = Set.of(double.class, Double.class, float.class, Float.class);

    /** Numbers as files have them: not the digits of other scripts, which Java takes, nor its own marks, as in 1d. */
    private static final Pattern PLAIN_WHOLE = Pattern.compile("[+-]?[0-9]+");

    private static final Pattern PLAIN_REAL = Pattern.compile("[+-]?([0-9]+(\\.[0-9]*)?|\\.[0-9]+)([eE][+-]?[0-9]+)?");

    private OptionValues() {}

    /** Has numbers read as {@link #PLAIN_WHOLE} and {@link #PLAIN_REAL} only. */
    static CommandLine withPlainNumbers(CommandLine commandLine) {
        ITypeConverter<Integer> whole = text -> plain(text, PLAIN_WHOLE, Integer::valueOf, "an int");
        ITypeConverter<Long> wide = text -> plain(text, PLAIN_WHOLE, Long::valueOf, "a long");
        ITypeConverter<Double> real = text -> plain(text, PLAIN_REAL, Double::valueOf, "a double");
        return commandLine
                .registerConverter(int.class, whole)
                .registerConverter(Integer.class, whole)
                .registerConverter(long.class, wide)
                .registerConverter(Long.class, wide)
                .registerConverter(double.class, real)
                .registerConverter(Double.class, real);
    }

    private static <T> T plain(String text, Pattern form, Function<String, T> parse, String what) {
        if (form.matcher(text).matches()) {
            try {
                return parse.apply(text);
            } catch (NumberFormatException tooLarge) {
                // As what is no number: what is expected says the range.
            }
        }
        throw new TypeConversionException("'" + text + "' is not " + what);
    }

    /** Long results alone are worth columns, and columns are no text for a terminal. */
    private static void requireFileForParquet(ParseResult given) {
        OptionSpec format = given.commandSpec().findOption("--format");
        if (format == null || format.getValue() != Output.PARQUET) {
            return;
        }
        boolean isLong = given.commandSpec().name().equals("simulate")
                && given.hasMatchedOption("--series")
                && !given.hasMatchedOption("--drivers");
        CommandSpec above = given.commandSpec().parent();
        boolean isOfNetwork = above != null && above.name().equals("network");
        if (!isLong && !isOfNetwork
                || !given.hasMatchedOption("--out")
                || "-".equals(String.valueOf((Object) given.matchedOptionValue("--out", "-")))) {
            throw new ParameterException(
                    given.commandSpec().commandLine(),
                    "--format parquet is for simulate --series and for network, and needs --out FILE");
        }
    }

    /** Refuses what is outside in the command that was given. */
    static void check(ParseResult result) {
        ParseResult given = result;
        while (given.hasSubcommand()) {
            given = given.subcommand();
        }
        for (ArgSpec argument : given.matchedArgs()) {
            if (argument.originalStringValues().stream().anyMatch(String::isBlank)) {
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        name(argument) + " is empty; expected " + argument.paramLabel());
            }
        }
        requireFileForParquet(given);
        for (OptionSpec option : given.matchedOptions()) {
            if (option.getValue() instanceof Number number && !fits(option, number)) {
                throw new ParameterException(
                        given.commandSpec().commandLine(),
                        option.longestName() + " must be " + expected(option).orElse("a number") + ", but is "
                                + String.join(" ", option.originalStringValues()));
            }
        }
    }

    private static String name(ArgSpec argument) {
        return argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
    }

    private static boolean fits(ArgSpec option, Number number) {
        return range(option).map(range -> range.allows(number.doubleValue())).orElse(true);
    }

    static boolean isNumber(ArgSpec argument) {
        return WHOLE.contains(argument.type()) || REAL.contains(argument.type());
    }

    /** Where the number must lie; empty for any whole number, and for what is no number. */
    static Optional<Range> range(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || !isNumber(argument)) {
            return Optional.empty();
        }
        String name = option.longestName();
        Range own = RANGES.get(option.command().name() + " " + name);
        return Optional.ofNullable(own == null ? RANGES.get(name) : own);
    }

    /** What is expected of a number, e.g. {@code a whole number from 1 to 5200}; empty for what is none. */
    static Optional<String> expected(ArgSpec argument) {
        if (!isNumber(argument)) {
            return Optional.empty();
        }
        boolean whole = WHOLE.contains(argument.type());
        return Optional.of(range(argument)
                .map(range -> whole ? range.expectedWhole() : range.expected())
                .orElse(whole ? "a whole number from " + Long.MIN_VALUE + " to " + Long.MAX_VALUE : "a number"));
    }
}
