package io.chokepoint.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chokepoint.testkit.Mutator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/**
 * Whatever is done to a dataset, a scenario, an episode or the options: the program ends with a code of its contract, prints no
 * stack trace and comes to an end. {@code -Dchokepoint.mutants=5000} tries more, {@code -Dchokepoint.mutants.seed=…} others.
 */
final class MutantsTest {
    private static final int COUNT = Integer.getInteger("chokepoint.mutants", 200);
    private static final long SEED = Long.getLong("chokepoint.mutants.seed", 20261129L);
    private static final Duration LONGEST = Duration.ofSeconds(10);
    private static final Set<Integer> CONTRACT =
            Set.of(ExitCode.OK, ExitCode.BAD_INPUT, ExitCode.USAGE, ExitCode.CANCELLED);
    /** Every so many mutants one of the shipped dataset, which takes longer to read than the small one. */
    private static final int SHIPPED_EVERY = 25;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("validate"),
            List.of("validate", "--format", "json"),
            List.of("simulate", "--scenario", "licence"),
            List.of("simulate", "--scenario", "licence", "--series", "--format", "csv"),
            List.of("simulate", "--scenario", "licence", "--format", "json"),
            List.of("simulate", "--scenario", "licence", "--samples", "20"),
            List.of("simulate", "--restrict", "outage good:a lost=1 start=4 end=20"),
            List.of("explain", "b", "--scenario", "licence"),
            List.of("explain", "c", "--restrict", "outage good:a lost=1 start=4"),
            List.of("rank", "--by", "good"),
            List.of("rank", "--by", "activity", "--target", "c", "--format", "json"),
            List.of("structure", "--target", "c"),
            List.of("resilience", "--target", "c"),
            List.of("mitigate", "--scenario", "licence", "--target", "c"),
            List.of("best-response", "--scenario", "licence", "--target", "c", "--seconds", "2"),
            List.of("backtest"),
            List.of("backtest", "fire", "--samples", "20", "--format", "csv"),
            List.of("report", "--scenario", "licence", "--out", "OUT"));

    private static final List<List<String>> ON_SHIPPED = List.of(
            List.of("validate"),
            List.of("simulate", "--scenario", "ree-licence-14nm"),
            List.of("explain", "nvidia-b200", "--scenario", "ree-full-stop"));

    @Test
    void everyMutantEndsAsTheContractSays(@TempDir Path folder) throws IOException {
        List<String> broken = new ArrayList<>();
        int refused = 0;
        for (int n = 0; n < COUNT; n++) {
            Mutator mutator = new Mutator(SEED + n);
            Path own = Files.createDirectory(folder.resolve("mutant"));
            Mutant mutant = n % SHIPPED_EVERY == 0
                    ? onDataset(mutator, shipped(), ON_SHIPPED, own)
                    : n % 3 == 0 ? onOptions(mutator, own) : onDataset(mutator, works(), COMMANDS, own);
            long start = System.nanoTime();
            CommandRun run = CommandRun.of(mutant.arguments().toArray(String[]::new));
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            String wrong = wrong(run, took);
            if (!wrong.isEmpty()) {
                broken.add("mutant " + (SEED + n) + ": " + mutant.change() + "\n  chokepoint "
                        + String.join(" ", mutant.arguments()) + "\n  " + wrong);
            }
            refused += run.code() == ExitCode.OK ? 0 : 1;
            delete(own);
        }
        assertEquals("", String.join("\n", broken), () -> broken.size() + " of " + COUNT + " mutants");
        assertTrue(refused > COUNT / 5, "mutants that spoil nothing find nothing: only " + refused + " were refused");
        assertTrue(refused < COUNT, "mutants that spoil everything find only the first check");
    }

    private static String wrong(CommandRun run, Duration took) {
        String said = run.out() + run.err();
        if (!CONTRACT.contains(run.code())) {
            return "exit " + run.code() + ": " + brief(run.err());
        }
        if (said.contains("\tat ") || said.contains("Exception: ")) {
            return "a stack trace: " + brief(said);
        }
        if (run.code() != ExitCode.OK && run.err().isBlank()) {
            return "exit " + run.code() + " without a word";
        }
        return took.compareTo(LONGEST) > 0 ? "took " + took : "";
    }

    private static String brief(String text) {
        return text.lines()
                .limit(8)
                .map(line -> line.substring(0, Math.min(line.length(), 300)))
                .toList()
                .toString();
    }

    private record Mutant(String change, List<String> arguments) {}

    private static Mutant onDataset(Mutator mutator, Path dataset, List<List<String>> commands, Path folder)
            throws IOException {
        Path data = copy(dataset, folder.resolve("data"));
        List<Path> files;
        try (Stream<Path> all = Files.walk(data)) {
            files = all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().endsWith(".md"))
                    .filter(file -> !file.toString().endsWith(".schema.json"))
                    .sorted()
                    .toList();
        }
        StringBuilder change = new StringBuilder(mutator.spoil(mutator.pick(files)));
        while (mutator.once(3)) {
            Path next = mutator.pick(files);
            if (Files.isRegularFile(next)) {
                change.append("; ").append(mutator.spoil(next));
            }
        }
        return new Mutant(change.toString(), arguments(mutator.pick(commands), folder, data));
    }

    private static List<String> arguments(List<String> command, Path folder, Path data) {
        List<String> arguments = new ArrayList<>(command);
        arguments.replaceAll(
                word -> word.equals("OUT") ? folder.resolve("out.html").toString() : word);
        arguments.add("--data");
        arguments.add(data.toString());
        return arguments;
    }

    /** A sound dataset, and options with values from the corners of their ranges, doubled or left out. */
    private static Mutant onOptions(Mutator mutator, Path folder) throws IOException {
        List<String> arguments = arguments(mutator.pick(COMMANDS), folder, works());
        CommandSpec command = specs().stream()
                .filter(spec -> spec.name().equals(arguments.getFirst()))
                .findFirst()
                .orElseThrow();
        List<OptionSpec> options = command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .toList();
        do {
            // Not the dataset: the shipped one has past episodes that rightly take their time.
            int own = arguments.indexOf("--data");
            if (own > 1 && mutator.once(4)) {
                int at = 1 + mutator.upTo(own - 1);
                if (mutator.once(2)) {
                    arguments.remove(at);
                } else {
                    arguments.set(at, value(mutator, folder));
                }
            } else {
                OptionSpec option = mutator.pick(options);
                arguments.add(option.longestName());
                if (option.arity().max() > 0) {
                    arguments.add(
                            option.longestName().equals("--out")
                                            || option.longestName().equals("--picture")
                                    ? folder.resolve("out").toString()
                                    : value(mutator, folder));
                }
            }
        } while (mutator.once(2) && arguments.size() > 1);
        return new Mutant("options", arguments);
    }

    private static final List<String> RESTRICTIONS = List.of(
            "outage good:a",
            "outage good:a lost=",
            "outage good:a lost=2",
            "outage good:a lost=1e308",
            "outage good:a lost=0.5/0.2/0.9",
            "outage good:a lost=0.5 start=1e9",
            "outage good:a lost=0.5 start=59 end=59",
            "outage good:a lost=0.5 start=5 end=4",
            "outage good:a lost=0.5 recoveryWeeks=1e15",
            "licence good:b to:!BEL processingWeeks=1e15 approval=0.5",
            "licence good:b to:BEL processingWeeks=0 approval=0",
            "licence good:b processingWeeks=5e4 approval=1",
            "delay good:a delayWeeks=1e15",
            "quota good:a cap=0 endUse=",
            "quota good:a cap=1 endUse=good:c",
            "tariff good:c rate=1e308 passThrough=1",
            "expansion good:b added=1e15",
            "market-ban market:shop",
            "market-ban good:c market:nowhere",
            "export-ban good:!!a",
            "export-ban good:a,b,c country:CHN,!CHN to:!!",
            "export-ban",
            "nonsense good:a",
            "outage good:a lost=0.5 rampWeeks=2147483648");

    private static String value(Mutator mutator, Path folder) {
        return switch (mutator.upTo(6)) {
            case 0 -> mutator.pick(RESTRICTIONS);
            case 1 -> mutator.pick(List.of("a", "c", "chip", "all", "json", "csv", "table", "good", "country", "pair"));
            case 2 -> folder.toString();
            default -> mutator.pick(Mutator.CORNERS);
        };
    }

    private static List<CommandSpec> specs() {
        return new CommandLine(ChokepointCommand.class)
                .getSubcommands().values().stream()
                        .map(CommandLine::getCommandSpec)
                        .toList();
    }

    private static Path works() {
        return CommandRun.chain().resolveSibling("works");
    }

    private static Path shipped() {
        return Path.of(System.getProperty("chokepoint.data"), "rare-earths-to-chips");
    }

    private static Path copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(from.relativize(file).toString()));
            }
        }
        return to;
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
