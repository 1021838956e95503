package io.chokepoint.cli;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.Bundle;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ShippedData;
import io.chokepoint.data.UnlistedFaults;
import io.chokepoint.export.RowWriter;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What every command understands, and the services that go with it. */
final class CommonOptions {
    private static final String STANDARD_OUTPUT = "-";

    @Spec(Spec.Target.MIXEE)
    private @Nullable CommandSpec command;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder of the dataset. Default: the dataset shipped with the program.")
    private @Nullable Path data;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "How to print: ${COMPLETION-CANDIDATES} (simulate --series into --out only). Default:"
                    + " ${DEFAULT-VALUE}.",
            defaultValue = "table")
    private Output format = Output.TABLE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Write the result there, whole or not at all; - is standard output, ./- a file of that name."
                    + " Default: standard output.")
    private @Nullable Path out;

    @Option(names = "--quiet", description = "No progress and no remarks on standard error; faults are still printed.")
    private boolean quiet;

    @Option(
            names = "--threads",
            paramLabel = "N",
            description = "Threads for work that can be shared out, 1 to " + OptionValues.MOST_THREADS
                    + ". Results do not depend on it. Default: one per core.")
    private int threads = Runtime.getRuntime().availableProcessors();

    int threads() {
        return threads;
    }

    Output format() {
        return format;
    }

    /** Whether the user said how to print. */
    boolean isFormatGiven() {
        return spec().commandLine().getParseResult().hasMatchedOption("--format");
    }

    /** The form of text for programs; only where {@link #format} is one. */
    RowWriter.Format fileFormat() {
        return format == Output.JSON ? RowWriter.Format.JSON : RowWriter.Format.CSV;
    }

    Optional<Path> out() {
        return Optional.ofNullable(out);
    }

    /** Whether the result goes into a file in columns; {@link #printBytes} writes it. */
    boolean isParquet() {
        return format == Output.PARQUET;
    }

    /** Whether {@code --out -} was given. */
    boolean toStandardOutput() {
        return out != null && out.toString().equals(STANDARD_OUTPUT);
    }

    /** Refuses a second file of results that is the one of {@code --out}: one would replace the other, and nobody would notice. */
    void distinct(String option, @Nullable Path file) {
        if (file != null && out != null && !toStandardOutput() && isSame(out, file)) {
            throw usage(option + " and --out name the same file; one result would replace the other");
        }
    }

    /** Whether two names are those of one file; a device may take any number of results. */
    static boolean isSame(Path one, Path other) {
        if (Files.exists(one) && Files.exists(other)) {
            try {
                return Files.isRegularFile(one) && Files.isSameFile(one, other);
            } catch (IOException unreadable) {
                return false; // whoever opens it says so
            }
        }
        return one.toAbsolutePath().normalize().equals(other.toAbsolutePath().normalize());
    }

    /** The folder that was named, if one was. */
    Optional<Path> givenFolder() {
        return Optional.ofNullable(data);
    }

    Path folder() {
        return data != null ? data : ShippedData.shipped();
    }

    /**
     * Reads the dataset.
     *
     * @throws ChokepointException with all faults if it has errors
     */
    DataPackage load(RunMonitor monitor) {
        Optional<Bundle> bundle = bundled();
        return bundle.isPresent() ? unpacked(bundle.get(), monitor) : load(folder(), monitor);
    }

    /** The shared scenario that brings its dataset along, where no other dataset is asked for. */
    private Optional<Bundle> bundled() {
        OptionSpec scenario = spec().findOption("--scenario");
        return data != null || scenario == null || scenario.getValue() == null
                ? Optional.empty()
                : Bundles.find(scenario.getValue().toString())
                        .map(Loaded::orThrow)
                        .filter(Bundle::hasDataset);
    }

    /** Reads the dataset of a shared scenario. Its files are on disk only while they are read. */
    private DataPackage unpacked(Bundle bundle, RunMonitor monitor) {
        try {
            Path folder = Files.createTempDirectory("chokepoint");
            try {
                bundle.unpackDataset(folder);
                return load(folder, monitor);
            } finally {
                try (Stream<Path> files = Files.walk(folder)) {
                    for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                        Files.delete(file);
                    }
                }
            }
        } catch (IOException failure) {
            throw new ChokepointException("The dataset inside cannot be unpacked: " + reason(failure), failure);
        }
    }

    private DataPackage load(Path folder, RunMonitor monitor) {
        Loaded<DataPackage> loaded = DatasetReader.read(folder, monitor);
        DataPackage read = loaded.orThrow();
        long warnings =
                loaded.problems().stream().mapToLong(UnlistedFaults::count).sum();
        if (warnings > 0) {
            remark("The dataset has " + DatasetCounts.counted(warnings, "warning", "warnings")
                    + "; see 'chokepoint validate'.");
        }
        return read;
    }

    /** Says something on standard error that is not a fault. */
    void remark(String text) {
        if (!quiet) {
            terminal().err().println(text);
            terminal().err().flush();
        }
    }

    /** The command line as it was given, without the program's name. */
    List<String> arguments() {
        return spec().root().commandLine().getParseResult().originalArgs();
    }

    /** The same with what it reads from files of arguments. */
    List<String> expanded() {
        return spec().root().commandLine().getParseResult().expandedArgs();
    }

    Terminal terminal() {
        return root().terminal();
    }

    ChokepointCommand root() {
        return (ChokepointCommand) spec().root().userObject();
    }

    private CommandSpec spec() {
        if (command == null) {
            throw new IllegalStateException("not part of a command");
        }
        return command;
    }

    ParameterException usage(String message) {
        return new ParameterException(spec().commandLine(), message);
    }

    /** Long work, with progress drawn where somebody watches. */
    @FunctionalInterface
    interface Work<T> {
        T run(RunMonitor monitor);
    }

    <T> T withProgress(Work<T> work) {
        if (quiet || !terminal().interactive()) {
            return work.run(new InterruptMonitor());
        }
        try (TerminalMonitor monitor = new TerminalMonitor(terminal().err())) {
            return work.run(monitor);
        }
    }

    /** Sends a result where the user wants it. */
    void print(AtomicFile.Content content) throws IOException {
        if (out == null || toStandardOutput()) {
            content.writeTo(terminal().out());
            terminal().out().flush();
            return;
        }
        write("--out", out, content);
    }

    /** Sends a result that is no text into the file that was named. */
    void printBytes(AtomicFile.Bytes content) {
        writeBytes("--out", out().orElseThrow(), content);
    }

    /**
     * Writes a file that was asked for.
     *
     * @param option what named it, for messages
     * @throws ChokepointException if it cannot be written
     */
    static void write(String option, Path file, AtomicFile.Content content) {
        try {
            AtomicFile.write(file, content);
        } catch (IOException failure) {
            throw new ChokepointException(option + ": cannot write " + file + ": " + reason(failure), failure);
        }
    }

    /** As {@link #write}, for a file that is no text. */
    static void writeBytes(String option, Path file, AtomicFile.Bytes content) {
        try {
            AtomicFile.writeBytes(file, content);
        } catch (IOException failure) {
            throw new ChokepointException(option + ": cannot write " + file + ": " + reason(failure), failure);
        }
    }

    /** Why a file cannot be written, for a message that names it already. */
    static String reason(IOException failure) {
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
    }

    /** Nobody watches, but an interrupt still cancels. */
    private static final class InterruptMonitor implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return Thread.currentThread().isInterrupted();
        }
    }
}
