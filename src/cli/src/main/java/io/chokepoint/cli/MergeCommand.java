package io.chokepoint.cli;

import io.chokepoint.export.parts.MergedSweep;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "merge",
        description = {
            "Puts the parts of a sweep together that were made with --shard, and prints what the command would have printed"
                    + " without it, to the last byte.",
            "",
            "The parts come in any order; each must be there once, whole, and of the same command, dataset and version of the"
                    + " program. The command they are of is run again with what is in them in place of its sweep."
        },
        footerHeading =
                "%nExamples:%n" + "  chokepoint merge rank-1.parquet rank-2.parquet --format csv --out rank.csv%n",
        sortOptions = false)
final class MergeCommand implements Callable<Integer> {
    static final String DATA = "--data";
    static final String FORMAT = "--format";

    @Parameters(paramLabel = "PART", arity = "1..*", description = "Files that --shard wrote.")
    private List<Path> files = new ArrayList<>();

    @Option(
            names = DATA,
            paramLabel = "DIR",
            description =
                    "Folder of the dataset, where it is not where the parts were made. Its fingerprint must be the same.")
    private @Nullable String data;

    @Option(
            names = FORMAT,
            paramLabel = "FORMAT",
            description = "How to print: ${COMPLETION-CANDIDATES}. Default: as the parts were asked for.")
    private @Nullable Output format;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result there, whole or not at all; - is standard output, ./- a file of that name."
                    + " Default: standard output.")
    private @Nullable String out;

    @Option(names = "--quiet", description = "No progress and no remarks on standard error; faults are still printed.")
    private boolean quiet;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for what is worked out beside the parts, 1 to " + OptionValues.MOST_THREADS
                    + ". Results do not depend on it. Default: one per core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    private CommandSpec command = CommandSpec.create();

    @Override
    public Integer call() {
        MergedSweep merged = MergedSweep.open(files);
        List<String> arguments = new ArrayList<>(merged.arguments());
        add(arguments, DATA, Optional.ofNullable(data).or(() -> first(merged.used(DATA))));
        add(arguments, FORMAT, Optional.ofNullable(format).map(Output::toString).or(() -> same(merged.used(FORMAT))));
        add(arguments, "--out", Optional.ofNullable(out));
        add(arguments, "--threads", Optional.of(Integer.toString(threads)));
        if (quiet) {
            arguments.add("--quiet");
        }
        return ((ChokepointCommand) command.root().userObject()).execute(merged, arguments);
    }

    private static void add(List<String> arguments, String option, Optional<String> value) {
        value.ifPresent(given -> arguments.addAll(List.of(option, given)));
    }

    private static Optional<String> first(List<String> used) {
        return used.stream().filter(value -> !value.isEmpty()).findFirst();
    }

    private Optional<String> same(List<String> used) {
        if (used.size() > 1) {
            throw new ParameterException(
                    command.commandLine(),
                    "The parts were asked for with different formats, "
                            + String.join(
                                    " and ",
                                    used.stream()
                                            .map(form -> form.isEmpty() ? "none" : form)
                                            .toList())
                            + "; say which with --format.");
        }
        return first(used);
    }
}
