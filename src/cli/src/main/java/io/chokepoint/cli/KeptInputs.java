package io.chokepoint.cli;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;

/** Keeps what a command reads from being replaced by what it writes: an article, a part of a sweep or a scenario would be lost. */
final class KeptInputs {
    private static final Set<String> WRITTEN =
            Set.of("--out", "--draws", "--pdf", "--picture", "--firms-out", "--stocks-out");

    private KeptInputs() {}

    /** Refuses a file of results that is also a file which the command line names to be read. */
    static void check(ParseResult result) {
        ParseResult given = result;
        while (given.hasSubcommand()) {
            given = given.subcommand();
        }
        List<ArgSpec> read = given.matchedArgs().stream()
                .filter(Predicate.not(KeptInputs::isWritten))
                .toList();
        for (ArgSpec written :
                given.matchedArgs().stream().filter(KeptInputs::isWritten).toList()) {
            for (String file : written.originalStringValues()) {
                if (read.stream()
                        .flatMap(argument -> argument.originalStringValues().stream())
                        .anyMatch(input -> isSame(input, file))) {
                    throw new ParameterException(
                            given.commandSpec().commandLine(),
                            ((OptionSpec) written).longestName() + " names " + file
                                    + ", which is to be read; the result would replace it");
                }
            }
        }
    }

    private static boolean isWritten(ArgSpec argument) {
        return argument instanceof OptionSpec option && WRITTEN.contains(option.longestName());
    }

    /** Whether both words name one file; a word that can be none is no file, and one that is not there is not lost. */
    private static boolean isSame(String input, String file) {
        try {
            Path read = Path.of(input);
            return read.toFile().isFile() && CommonOptions.isSame(read, Path.of(file));
        } catch (InvalidPathException noFile) {
            return false;
        }
    }
}
