package io.chokepoint.cli;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.CaseParameters;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The files of a case, for every model of {@code network}: a folder, single files, or single files in place of the folder's. */
final class NetworkCase {
    /** What a folder of a case may hold. */
    private static final List<String> NAMES =
            List.of("nodes.csv", "edges.csv", "shock.csv", "params.csv", "essential.csv", "stocks.csv", "damages.csv");

    @Option(
            names = "--dir",
            paramLabel = "CASE",
            description = "Folder with nodes.csv, edges.csv and, where the model needs them, shock.csv and params.csv.")
    private @Nullable Path dir;

    @Option(
            names = "--nodes",
            paramLabel = "FILE",
            description =
                    "The firms: node, sector, and what the model knows. CSV, or Parquet where the name ends in .parquet; so are the others.")
    private @Nullable Path nodes;

    @Option(names = "--edges", paramLabel = "FILE", description = "The links: supplier, buyer, amount.")
    private @Nullable Path edges;

    @Option(names = "--shock", paramLabel = "FILE", description = "What happens to which firms.")
    private @Nullable Path shock;

    @Option(names = "--params", paramLabel = "FILE", description = "The parameters: key, value. Options replace them.")
    private @Nullable Path params;

    /** Reads one thing from a file, and may find it at fault. */
    @FunctionalInterface
    interface Reading<T> {
        T read() throws IOException;
    }

    /** A parameter that an option may give. */
    record Replacement(String key, String option, @Nullable String value) {}

    /** The file of the firms. */
    Path nodes(CommonOptions common) {
        return required(common, nodes, "nodes.csv", "--nodes");
    }

    /** The file of the links. */
    Path edges(CommonOptions common) {
        return required(common, edges, "edges.csv", "--edges");
    }

    /** The file of the shocks. */
    Path shock(CommonOptions common) {
        return required(common, shock, "shock.csv", "--shock");
    }

    /** A file that only some models have. */
    Path required(CommonOptions common, @Nullable Path given, String name, String option) {
        if (given != null) {
            return given;
        }
        if (dir == null) {
            throw common.usage("There is no " + name + ": add --dir CASE or " + option + " FILE");
        }
        return dir.resolve(name);
    }

    /** A file that a case need not have: the given one, or the folder's if it is there. */
    Optional<Path> optional(@Nullable Path given, String name) {
        return Optional.ofNullable(given)
                .or(() -> Optional.ofNullable(dir)
                        .map(folder -> folder.resolve(name))
                        .filter(Files::exists));
    }

    /** The firms and links. */
    FirmNetwork network(CommonOptions common, NetworkReader.Wanted wanted, Faults faults, RunMonitor monitor) {
        Path firms = nodes(common);
        Path links = edges(common);
        FirmNetwork network = reading(() -> NetworkReader.read(firms, links, wanted, faults, monitor));
        faults.orThrow();
        if (network.emptyLinks() > 0) {
            common.remark(DatasetCounts.counted(
                            network.emptyLinks(),
                            "link has an amount of 0 or less and carries",
                            "links have an amount of 0 or less and carry")
                    + " nothing.");
        }
        return network;
    }

    /** A file of results and the option that names it. */
    record Result(String option, @Nullable Path file) {}

    /** Refuses files of results, {@code --out} among them, that are one another or a file of the case: one would replace the other. */
    void apart(CommonOptions common, Result... others) {
        List<Result> results = new ArrayList<>(List.of(others));
        results.add(new Result(
                "--out", common.toStandardOutput() ? null : common.out().orElse(null)));
        List<Path> inputs = new ArrayList<>();
        Stream.of(nodes, edges, shock, params).filter(Objects::nonNull).forEach(inputs::add);
        if (dir != null) {
            NAMES.forEach(name -> inputs.add(dir.resolve(name)));
        }
        for (int i = 0; i < results.size(); i++) {
            Path file = results.get(i).file();
            if (file == null) {
                continue;
            }
            String option = results.get(i).option();
            if (inputs.stream().anyMatch(input -> CommonOptions.isSame(input, file))) {
                throw common.usage(option + " names " + file + ", which is a file of the case");
            }
            for (Result later : results.subList(i + 1, results.size())) {
                if (later.file() != null && CommonOptions.isSame(file, later.file())) {
                    throw common.usage(option + " and " + later.option()
                            + " name the same file; one result would replace the other");
                }
            }
        }
    }

    /** The parameters of the file, if there is one, and what options put in their place. */
    CaseParameters parameters(CommonOptions common, Faults faults, List<Replacement> overrides) {
        Optional<Path> file = optional(params, "params.csv");
        CaseParameters parameters = new CaseParameters(faults);
        file.ifPresent(path -> reading(() -> {
            parameters.read(path);
            return path;
        }));
        for (Replacement override : overrides) {
            if (override.value() != null) {
                parameters.override(override.key(), override.value(), override.option());
            }
        }
        if (common.givenFolder().isPresent()) {
            throw common.usage("--data is a dataset, and a network has none: use --dir CASE");
        }
        return parameters;
    }

    /** Refuses a result that outgrew numbers: what follows from it would be none. */
    static void finite(String what, int when, double... results) {
        for (double result : results) {
            if (!Double.isFinite(result)) {
                throw new ChokepointException(
                        "In " + what + " " + when
                                + " amounts grow larger than any number the program knows; take a larger unit for them, or longer times");
            }
        }
    }

    /** Says which parameters the model did not ask for. */
    static void remarkUnused(CommonOptions common, CaseParameters parameters) {
        if (!parameters.unused().isEmpty()) {
            common.remark("Not used: " + String.join(", ", parameters.unused()) + ".");
        }
    }

    /** A file that cannot be read is at fault, not the program. */
    static <T> T reading(Reading<T> reading) {
        try {
            return reading.read();
        } catch (NoSuchFileException missing) {
            throw new ChokepointException(missing.getFile() + ": there is no such file", missing);
        } catch (FileSystemException failure) {
            throw new ChokepointException(
                    failure.getFile() + ": cannot be read: " + CommonOptions.reason(failure), failure);
        } catch (IOException failure) {
            throw new ChokepointException("cannot read: " + failure.getMessage(), failure);
        }
    }
}
