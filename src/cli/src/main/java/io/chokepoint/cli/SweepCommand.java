package io.chokepoint.cli;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Serializable;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** Command lines that compute a part of a sweep, for a program that has the units computed somewhere else. */
public final class SweepCommand {
    private static final Set<String> WRITTEN = Set.of("--out", "--draws", "--picture");

    /** What a word of a command line is. */
    public enum Use {
        /** Means the same everywhere. */
        PLAIN,
        /** Names a file or a folder that the command reads. */
        READ,
        /** Names a file that the command writes. */
        WRITTEN
    }

    /** A word of a command line. */
    public record Word(String text, Use use) implements Serializable {}

    private SweepCommand() {}

    /**
     * Runs a command line with {@code --shard} in this process.
     *
     * @param place where its units are computed
     * @param err takes faults and remarks
     * @return the exit code, see {@link ExitCode}
     */
    public static int run(SweepPlace place, PrintWriter err, String... args) {
        Terminal terminal = terminal(err);
        int code = ChokepointCommand.commandLine(new NoWindow(), terminal, place, args)
                .execute(args);
        err.flush();
        return code;
    }

    /**
     * What each word of a command line is, with {@code --option=value} taken apart.
     *
     * @param args a command line that can be read, as one that has run
     */
    public static List<Word> words(String... args) {
        ParseResult parsed = ChokepointCommand.commandLine(
                        new NoWindow(), terminal(new PrintWriter(Writer.nullWriter())), Optional.empty(), args)
                .parseArgs(args);
        Map<String, Use> uses = new TreeMap<>();
        for (ParseResult at = parsed; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
            for (OptionSpec option : at.matchedOptions()) {
                Use use = use(option);
                for (String name : option.names()) {
                    uses.put(name, use);
                }
            }
        }
        List<Word> words = new ArrayList<>();
        Use next = Use.PLAIN;
        for (String word : parsed.expandedArgs()) {
            int equals = word.indexOf('=');
            String name = equals > 0 ? word.substring(0, equals) : word;
            if (next != Use.PLAIN) {
                words.add(new Word(word, next));
                next = Use.PLAIN;
            } else if (uses.getOrDefault(name, Use.PLAIN) == Use.PLAIN) {
                words.add(new Word(word, Use.PLAIN));
            } else {
                words.add(new Word(name, Use.PLAIN));
                if (equals > 0) {
                    words.add(new Word(word.substring(equals + 1), uses.getOrDefault(name, Use.PLAIN)));
                } else {
                    next = uses.getOrDefault(name, Use.PLAIN);
                }
            }
        }
        return List.copyOf(words);
    }

    private static Use use(OptionSpec option) {
        if (WRITTEN.contains(option.longestName())) {
            return Use.WRITTEN;
        }
        boolean named = option.type() == Path.class || option.paramLabel().contains("FILE");
        return named && option.originalStringValues().stream().anyMatch(SweepCommand::isThere) ? Use.READ : Use.PLAIN;
    }

    private static boolean isThere(String name) {
        try {
            return !name.isEmpty() && Files.exists(Path.of(name));
        } catch (InvalidPathException text) {
            return false; // a scenario may be given as text
        }
    }

    private static Terminal terminal(PrintWriter err) {
        return new Terminal(InputStream.nullInputStream(), new StandardOutput(Writer.nullWriter()), err, false, false);
    }

    private static final class NoWindow implements Desktop {
        @Override
        public void open(Optional<Path> data, Optional<String> scenario) {
            throw new UnsupportedOperationException("no window on a cluster");
        }

        @Override
        public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) {
            throw new UnsupportedOperationException("no window on a cluster");
        }
    }
}
