package io.chokepoint.exchange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.data.DataPackage;
import io.chokepoint.exchange.graph.GraphImporter;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.exchange.xlsx.XlsxExporter;
import io.chokepoint.testkit.Mutator;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whatever is done to a file of another tool: the import ends soon, with faults in words or with a dataset. What comes of nodes and edges is a dataset that
 * loads without an error: an importer that accepts what is no network would be found by the ordinary reader. {@code -Dchokepoint.mutants=20000} tries more,
 * {@code -Dchokepoint.mutants.seed=…} others.
 */
class ImportMutantsTest {
    private static final int COUNT = Integer.getInteger("chokepoint.mutants", 500);
    private static final long SEED = Long.getLong("chokepoint.mutants.seed", 20261130L);
    private static final Duration LONGEST = Duration.ofSeconds(10);

    private static final String EDGES = """
            From,To,Amount (t),Note
            Ore,Oxide,"1,234.5",x
            Oxide,Magnet 磁铁,300,
            Oxide,Phosphor,1.5e2,
            """;
    private static final String MAPPING = """
            file,column,means,unit
            ,From,edge.source,
            ,To,edge.target,
            ,Amount (t),edge.quantity,t
            ,Note,edge.role,
            """;

    @TempDir
    Path folder;

    private static final String FLOWS = """
            region\t\tDE\tDE\tRoW\tRoW
            sector\t\tore\tchips\tore\tchips
            region\tsector\t\t\t\t
            DE\tore\t5\t20\t0\t0
            DE\tchips\t1\t2\t3\t0
            RoW\tore\t0\t60\t10\t0
            RoW\tchips\t0\t0\t0\t0
            """;
    private static final String MEASURES = """
            Country,HS code,Product,Type of measure,In force from,In force until,Tax rate (%),Destination
            China,,Gallium,Licensing requirement,2023-08-01,2026-08-01,,
            CHN,,gallium,Export tax,2024-12,,15,USA
            """;

    /**
     * A sound input.
     *
     * @param input a file, or a folder of which one file is spoilt
     */
    private record Seed(String format, Path input, Optional<Path> mapping, Optional<Path> dataset) {
        Seed(String format, Path input) {
            this(format, input, Optional.empty(), Optional.empty());
        }
    }

    @Test
    void everyMutantIsRefusedInWordsOrBecomesADataset() throws IOException {
        List<Seed> seeds = seeds();
        Map<String, int[]> counts = new LinkedHashMap<>();
        List<String> broken = new ArrayList<>();
        for (int n = 0; n < COUNT; n++) {
            Seed seed = seeds.get(n % seeds.size());
            Mutator mutator = new Mutator(SEED + n);
            Path own = Files.createDirectory(folder.resolve("mutant"));
            String wrong = attempt(seed, mutator, own, counts.computeIfAbsent(seed.format(), unused -> new int[2]));
            if (!wrong.isEmpty()) {
                broken.add("mutant " + (SEED + n) + " of " + seed.format() + ": " + wrong);
                keep(own, SEED + n);
            }
            delete(own);
        }
        assertEquals("", String.join("\n", broken), () -> broken.size() + " of " + COUNT + " mutants");
        counts.forEach((format, count) -> {
            assertTrue(count[0] > 0, "mutants of " + format + " that spoil nothing find nothing");
            assertTrue(count[1] > 0, "mutants of " + format + " that spoil everything find only the first check");
        });
    }

    /** @param counts how many were refused, how many were taken */
    private static String attempt(Seed seed, Mutator mutator, Path own, int[] counts) throws IOException {
        Path input = own.resolve(String.valueOf(seed.input().getFileName()));
        Path file = input;
        Files.copy(seed.input(), input);
        if (Files.isDirectory(input)) {
            try (Stream<Path> files = Files.list(seed.input())) {
                for (Path each : files.sorted().toList()) {
                    Files.copy(each, input.resolve(String.valueOf(each.getFileName())));
                }
            }
            try (Stream<Path> files = Files.list(input)) {
                file = mutator.pick(files.sorted().toList());
            }
        }
        ImportRequest request = ImportRequest.of(input);
        if (seed.dataset().isPresent()) {
            request = request.withDataset(seed.dataset().get());
        }
        StringBuilder change = new StringBuilder();
        if (seed.mapping().isPresent()) {
            Path mapping = Files.copy(seed.mapping().get(), own.resolve("map.csv"));
            request = request.withMapping(mapping);
            change.append(mutator.once(3) ? mutator.spoil(mapping) : spoil(mutator, file));
        } else {
            change.append(spoil(mutator, file));
        }
        Importer importer = Importers.find(seed.format()).orElseThrow();
        // Not by the clock: a machine that does much else is no fault.
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        String wrong = outcome(importer, request, own.resolve("out"), change.toString(), counts);
        Duration took = Duration.ofNanos(threads.getCurrentThreadCpuTime() - start);
        if (wrong.isEmpty() && took.compareTo(LONGEST) > 0) {
            wrong = "took " + took;
        }
        return wrong.isEmpty() ? "" : change + "\n  " + wrong;
    }

    private static String outcome(Importer importer, ImportRequest request, Path out, String change, int[] counts) {
        try {
            DatasetImport.Outcome outcome = DatasetImport.run(importer, request, out);
            counts[1]++;
            if (importer.makesScenarios()) {
                return "";
            }
            List<Problem> errors = outcome.loaded().problems().stream()
                    .filter(Problem::isError)
                    .toList();
            // A workbook says all of a dataset itself, so that its errors are the dataset's own.
            return importer.format().equals("xlsx") || errors.isEmpty() ? "" : "taken, but " + errors.getFirst();
        } catch (ChokepointException refused) {
            counts[0]++;
            String words = String.valueOf(refused.getMessage());
            return words.isBlank() || words.contains("Exception") || words.contains("null") && !change.contains("null")
                    ? "refused with '" + words + "'"
                    : "";
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError failure) {
            return failure + " at "
                    + List.of(failure.getStackTrace()).subList(0, Math.min(6, failure.getStackTrace().length));
        }
    }

    /** Spoils a file, of a workbook one of its parts or the archive itself. */
    private static String spoil(Mutator mutator, Path file) throws IOException {
        if (!file.toString().endsWith(".xlsx") || mutator.once(6)) {
            return mutator.spoil(file);
        }
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : zip.stream().toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    parts.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        String name = mutator.pick(List.copyOf(parts.keySet()));
        Path part = file.resolveSibling("part");
        Files.write(part, Objects.requireNonNull(parts.get(name)));
        String change = name + ": " + mutator.spoil(part);
        if (Files.isRegularFile(part)) {
            parts.put(name, Files.readAllBytes(part));
        } else {
            parts.remove(name);
        }
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> entry : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return change;
    }

    private List<Seed> seeds() throws IOException {
        Path from = Files.createDirectory(folder.resolve("seeds"));
        List<Seed> seeds = new ArrayList<>();
        for (String name : List.of("networkx.graphml", "gephi.gexf", "graphviz.dot")) {
            seeds.add(new Seed(name.substring(name.indexOf('.') + 1), resource("graph/" + name, from)));
        }
        Path dot = from.resolve("graphviz.dot");
        Files.writeString(dot, Files.readString(dot).replace(", weight=2", "").replace(" [weight=1]", ""));
        Path mapping = Files.writeString(from.resolve("map.csv"), MAPPING);
        Path edges = Files.writeString(from.resolve("edges.csv"), EDGES);
        seeds.add(new Seed("csv", edges, Optional.of(mapping), Optional.empty()));
        seeds.add(new Seed(
                "sankey", Files.writeString(from.resolve("flows.csv"), "source,target,value\na,b,3\na,c,1\n")));
        seeds.add(new Seed("sankey", Files.writeString(from.resolve("flows.txt"), "a [3] b\na [1] c\n")));
        seeds.add(new Seed("xlsx", workbook(from)));
        Path economy = Files.createDirectory(from.resolve("economy"));
        Files.writeString(economy.resolve("Z.txt"), FLOWS);
        Files.writeString(
                economy.resolve("x.txt"),
                "region\tsector\tindout\nDE\tore\t100\nDE\tchips\t200\nRoW\tore\t300\nRoW\tchips\t0\n");
        seeds.add(new Seed("mrio", economy));
        Path chips = Files.createDirectory(from.resolve("chips"));
        for (String name : List.of("inputs", "providers", "provision", "sequence", "stages")) {
            resource("eto/" + name + ".csv", chips);
        }
        seeds.add(new Seed("eto", chips));
        Path measures = Files.writeString(from.resolve("measures.csv"), MEASURES);
        seeds.add(new Seed("controls", measures, Optional.empty(), Optional.of(from.resolve("dataset"))));
        return seeds;
    }

    private static Path resource(String name, Path to) throws IOException {
        Path file = to.resolve(name.substring(name.indexOf('/') + 1));
        try (InputStream in = Objects.requireNonNull(ImportMutantsTest.class.getResourceAsStream(name))) {
            Files.copy(in, file);
        }
        return file;
    }

    private static Path workbook(Path from) throws IOException {
        DataPackage data = DatasetImport.run(
                        new GraphImporter(GraphImporter.Kind.GRAPHML),
                        ImportRequest.of(from.resolve("networkx.graphml")),
                        from.resolve("dataset"))
                .loaded()
                .orThrow();
        Path book = from.resolve("book.xlsx");
        new XlsxExporter().write(new ExportSource(data, Optional.empty()), book);
        return book;
    }

    /** What broke something stays where it can be looked at. */
    private static void keep(Path own, long seed) throws IOException {
        String kept = System.getProperty("chokepoint.mutants.kept", "");
        if (kept.isEmpty()) {
            return;
        }
        Path to = Files.createDirectories(Path.of(kept).resolve(String.valueOf(seed)));
        try (Stream<Path> files = Files.list(own)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, to.resolve(String.valueOf(file.getFileName())), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
