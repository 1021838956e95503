package io.chokepoint.bench;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Prints what {@link BenchRun} wrote as a table in Markdown: each work with its time, the published programs' time and how many times faster
 * we are, and the time that memory alone would take. {@code --picture F.png} draws the time over the size of the network too.
 */
public final class FigureTable {
    private static final String EVERY_FIRM = "EveryFirmBenchmark.everyFirm";

    private FigureTable() {}

    public static void main(String[] args) throws IOException {
        List<Measured> measured = new ArrayList<>();
        for (Measured each : Measured.all(BenchRun.folder())) {
            measured.add(
                    each.benchmark().equals(EVERY_FIRM) ? each.times(EveryFirmBenchmark.oneIn(each.firms())) : each);
        }
        List<Peer> peers = rows("peers.csv").stream()
                .map(row -> new Peer(
                        row.getField("benchmark"),
                        Integer.parseInt(row.getField("firms")),
                        row.getField("threads"),
                        row.getField("program"),
                        Double.parseDouble(row.getField("milliseconds"))))
                .toList();
        print(measured, peers, System.out);
        if (args.length == 2 && args[0].equals("--picture")) {
            CostPicture.write(measured, peers, Path.of(args[1]));
        } else if (args.length > 0) {
            throw new IllegalArgumentException("expected nothing or --picture F.png");
        }
    }

    static void print(List<Measured> measured, List<Peer> peers, PrintStream out) {
        measured.stream()
                .findFirst()
                .ifPresent(any -> out.printf(
                        Locale.ROOT,
                        "Memory: %.1f GB/s with one thread, %.1f GB/s with two.%n%n",
                        any.oneThread() / 1e6,
                        any.twoThreads() / 1e6));
        out.println("| work | size | time | published programs | memory alone | of it |");
        out.println("| --- | --- | --- | --- | --- | --- |");
        for (NamedCsvRecord work : rows("works.csv")) {
            for (Measured each : measured) {
                if (each.benchmark().equals(work.getField("benchmark"))) {
                    out.println(line(work, each, peers));
                }
            }
        }
    }

    private static String line(NamedCsvRecord work, Measured each, List<Peer> peers) {
        String given = work.getField("threads");
        int threads = Integer.parseInt(given.isEmpty() ? each.parameters().getOrDefault("threads", "1") : given);
        double memory = each.memoryTime(threads);
        List<String> others = new ArrayList<>();
        for (Peer peer : peers) {
            if (peer.firms() == each.firms()
                    && peer.isOf(each.benchmark(), each.parameters().getOrDefault("threads", ""))) {
                others.add(peer.program() + " " + time(peer.milliseconds()) + " ("
                        + ratio(peer.milliseconds() / each.milliseconds()) + ")");
            }
        }
        return "| "
                + String.join(
                        " | ",
                        work.getField("name") + (threads > 1 ? ", two threads" : ""),
                        size(each.parameters()),
                        time(each.milliseconds()) + (Double.isNaN(each.error()) ? "" : " ± " + time(each.error())),
                        String.join("; ", others),
                        Double.isNaN(memory) ? "" : time(memory),
                        Double.isNaN(memory) ? "" : ratio(each.milliseconds() / memory))
                + " |";
    }

    private static String size(Map<String, String> parameters) {
        return String.join(
                ", ",
                parameters.entrySet().stream()
                        .filter(entry -> !entry.getKey().equals("threads"))
                        .map(entry -> entry.getValue().matches("[0-9]+")
                                ? String.format(Locale.ROOT, "%,d %s", Long.parseLong(entry.getValue()), entry.getKey())
                                : entry.getValue())
                        .toList());
    }

    /** Two digits, in the unit that suits. */
    static String time(double milliseconds) {
        double[] units = {24 * 3.6e6, 3.6e6, 6e4, 1e3, 1, 1e-3};
        String[] names = {"days", "h", "min", "s", "ms", "µs"};
        for (int i = 0; i < units.length; i++) {
            if (milliseconds >= units[i] * (units[i] >= 6e4 ? 2 : 1) || i == units.length - 1) {
                return twoDigits(milliseconds / units[i]) + " " + names[i];
            }
        }
        throw new AssertionError();
    }

    private static String ratio(double times) {
        return twoDigits(times) + "×";
    }

    private static String twoDigits(double value) {
        if (value == 0 || !Double.isFinite(value)) {
            return Double.toString(value);
        }
        int decimals = 1 - (int) Math.floor(Math.log10(value) + 1e-9);
        double step = Math.pow(10, decimals);
        return String.format(Locale.ROOT, "%,." + Math.max(0, decimals) + "f", Math.round(value * step) / step);
    }

    /** What the table has lines for, published programs included. */
    static List<String> benchmarks() {
        return Stream.of("works.csv", "peers.csv")
                .flatMap(table -> rows(table).stream())
                .map(row -> row.getField("benchmark"))
                .distinct()
                .toList();
    }

    private static List<NamedCsvRecord> rows(String name) {
        try (Reader text = new InputStreamReader(FigureTable.class.getResourceAsStream(name), StandardCharsets.UTF_8);
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text)) {
            return rows.stream().toList();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
