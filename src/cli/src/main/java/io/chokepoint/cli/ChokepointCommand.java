package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.Bundle;
import io.chokepoint.export.parts.MergedSweep;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.InvalidPathException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;
import picocli.CommandLine.UnmatchedArgumentException;

/** The program's command line. With no command it opens the window. */
@Command(
        name = "chokepoint",
        description =
                "Shows how rare earths and other critical inputs become AI chips, and what happens downstream when"
                        + " somebody restricts one node.",
        footerHeading = "%nExamples:%n"
                + "  chokepoint explain H100 --scenario ree-licence-14nm-enforced%n"
                + "  chokepoint simulate --restrict \"outage good:gallium country:CHN end=26\"%n",
        footer = {
            "",
            "Exit codes: 0 done, 1 the input is at fault or the output cannot be written, 2 usage, 3 cancelled,"
                    + " 70 a bug in the program."
        },
        versionProvider = ChokepointCommand.Version.class,
        mixinStandardHelpOptions = true,
        sortOptions = false,
        scope = CommandLine.ScopeType.INHERIT,
        subcommands = {
            SimulateCommand.class,
            ExplainCommand.class,
            RankCommand.class,
            StructureCommand.class,
            MitigateCommand.class,
            ResilienceCommand.class,
            BestResponseCommand.class,
            BacktestCommand.class,
            MergeCommand.class,
            ValidateCommand.class,
            NetworkCommand.class,
            ImportCommand.class,
            ExportCommand.class,
            DraftCommand.class,
            ReportCommand.class,
            SnapshotCommand.class,
            BundleCommand.class,
            McpCommand.class,
            CompletionCommand.class,
            ManCommand.class,
            DesktopCommand.class
        })
public final class ChokepointCommand {
    private final Desktop desktop;
    private final Terminal terminal;

    private final Optional<Ending> ending;
    private final Optional<MergedSweep> merged;
    private final Optional<SweepPlace> place;

    private ChokepointCommand(
            Desktop desktop,
            Terminal terminal,
            Optional<Ending> ending,
            Optional<MergedSweep> merged,
            Optional<SweepPlace> place) {
        this.desktop = desktop;
        this.terminal = terminal;
        this.ending = ending;
        this.merged = merged;
        this.place = place;
    }

    /**
     * Runs one command line in this process.
     *
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(Desktop desktop, String... args) {
        Terminal terminal = SystemTerminal.open();
        Ending ending = Ending.watch(terminal.err(), terminal.interactive());
        int code = run(desktop, terminal, Optional.of(ending), args);
        ending.over();
        return code;
    }

    static int run(Desktop desktop, Terminal terminal, String... args) {
        return run(desktop, terminal, Optional.empty(), args);
    }

    private static int run(Desktop desktop, Terminal terminal, Optional<Ending> ending, String... args) {
        int code;
        Optional<String> lost = LostLetters.in(System.getProperty("user.dir", ""), args);
        if (lost.isPresent()) {
            terminal.err().println(lost.get());
            terminal.err().flush();
            return ExitCode.USAGE;
        }
        try {
            code = commandLine(desktop, terminal, ending, args).execute(words(args));
        } catch (Error failure) { // out of memory or of stack: no exception, and still to be said in words
            code = failed(failure, terminal.err(), args);
        }
        Optional<IOException> unwritten = terminal.out().failure();
        if (unwritten.isPresent()) {
            if (!StandardOutput.isBrokenPipe(unwritten.get())) {
                terminal.err()
                        .println("Standard output cannot be written: "
                                + unwritten.get().getMessage());
            }
            code = code == ExitCode.OK ? ExitCode.BAD_INPUT : code;
        }
        terminal.err().flush();
        return code;
    }

    /** Without a command the window opens; with a shared scenario alone, on that, as a double click asks for. */
    private static String[] words(String... args) {
        if (args.length == 1 && Bundle.isNamed(args[0]) && !args[0].startsWith("-")) {
            return new String[] {"desktop", "--scenario", args[0]};
        }
        return args.length == 0 ? new String[] {"desktop"} : args;
    }

    static CommandLine commandLine(Desktop desktop, Terminal terminal, Optional<Ending> ending, String... args) {
        return commandLine(new ChokepointCommand(desktop, terminal, ending, Optional.empty(), Optional.empty()), args);
    }

    static CommandLine commandLine(Desktop desktop, Terminal terminal, SweepPlace place, String... args) {
        return commandLine(
                new ChokepointCommand(desktop, terminal, Optional.empty(), Optional.empty(), Optional.of(place)), args);
    }

    private static CommandLine commandLine(ChokepointCommand root, String... args) {
        Terminal terminal = root.terminal;
        return OptionValues.withPlainNumbers(new CommandLine(root))
                .setOut(terminal.out())
                .setErr(terminal.err())
                .registerConverter(MitigateCommand.CostBy.class, text -> word(text, MitigateCommand.CostBy.values()))
                .registerConverter(Output.class, text -> word(text, Output.values()))
                .registerConverter(Picture.View.class, text -> word(text, Picture.View.values()))
                .registerConverter(SnapshotCommand.Look.class, text -> word(text, SnapshotCommand.Look.values()))
                .registerConverter(RankCommand.Words.By.class, text -> word(text, RankCommand.Words.By.values()))
                .registerConverter(RankCommand.Words.How.class, text -> word(text, RankCommand.Words.How.values()))
                .registerConverter(
                        RankCommand.Words.OrderBy.class, text -> word(text, RankCommand.Words.OrderBy.values()))
                .registerConverter(CompletionCommand.Shell.class, text -> word(text, CompletionCommand.Shell.values()))
                .registerConverter(Rationing.class, text -> word(text, Rationing.values()))
                .setUsageHelpAutoWidth(true)
                .setExecutionStrategy(parsed -> {
                    OptionValues.check(parsed);
                    KeptInputs.check(parsed);
                    return new CommandLine.RunLast().execute(parsed);
                })
                .setParameterExceptionHandler(ChokepointCommand::usage)
                .setExecutionExceptionHandler((failure, command, parsed) -> failed(failure, terminal.err(), args));
    }

    Desktop desktop() {
        return desktop;
    }

    /** The parts that stand in for the sweep of the command that runs; none unless they are being put together. */
    Optional<MergedSweep> merged() {
        return merged;
    }

    /** Who computes units of a part; none where threads of this process do. */
    Optional<SweepPlace> place() {
        return place;
    }

    /**
     * Runs a command line with parts in place of its sweep.
     *
     * @return the exit code
     */
    int execute(MergedSweep parts, List<String> arguments) {
        String[] words = arguments.toArray(String[]::new);
        return commandLine(new ChokepointCommand(desktop, terminal, ending, Optional.of(parts), place), words)
                .execute(words);
    }

    /** A window opens: from now on it decides what happens when the process is told to end. */
    void handOver() {
        ending.ifPresent(Ending::over);
    }

    Terminal terminal() {
        return terminal;
    }

    private static <T> T word(String text, T[] choices) {
        for (T choice : choices) {
            if (choice.toString().equals(text)) {
                return choice;
            }
        }
        throw new TypeConversionException("'" + text + "' is none of "
                + String.join(", ", Stream.of(choices).map(Object::toString).toList()));
    }

    private static int usage(ParameterException fault, String[] args) {
        PrintWriter err = fault.getCommandLine().getErr();
        err.println(fault.getMessage() + expected(fault));
        UnmatchedArgumentException.printSuggestions(fault, err);
        err.println("Try '" + fault.getCommandLine().getCommandSpec().qualifiedName() + " --help'.");
        return ExitCode.USAGE;
    }

    /** What is expected where a number cannot be read as one. */
    private static String expected(ParameterException fault) {
        return fault.getArgSpec() == null || fault.getValue() == null
                ? ""
                : OptionValues.expected(fault.getArgSpec())
                        .map(expected -> "; expected " + expected)
                        .orElse("");
    }

    private static int failed(Throwable failure, PrintWriter err, String... args) {
        if (failure instanceof CancellationException) {
            err.println("Cancelled.");
            return ExitCode.CANCELLED;
        }
        if (failure instanceof ChokepointException fault) {
            if (fault.problems().isEmpty()) {
                err.println(fault.getMessage());
            }
            for (Problem problem : fault.problems()) {
                err.println(problem);
            }
            return ExitCode.BAD_INPUT;
        }
        if (failure instanceof InvalidPathException path) {
            err.println(LostLetters.noFile(path));
            return ExitCode.USAGE;
        }
        err.println("Internal error: this is a bug in Chokepoint, not in your input.");
        err.println("Please report it to the maintainers with the lines below.");
        err.println("  chokepoint " + String.join(" ", args));
        err.println("  version " + ProgramVersion.text() + ", Java " + Runtime.version() + ", "
                + System.getProperty("os.name") + " " + System.getProperty("os.arch"));
        failure.printStackTrace(err);
        return ExitCode.INTERNAL;
    }

    /** From the jar's manifest. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return List.of(ProgramVersion.line()).toArray(String[]::new);
        }
    }
}
