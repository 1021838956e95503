package io.chokepoint.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A figure that a benchmark gave.
 *
 * @param benchmark class and method
 * @param parameters what JMH calls its parameters, by name
 * @param milliseconds the mean of a run, or the median where single runs were timed
 * @param error half of JMH's 99.9 % interval of the mean, in milliseconds; NaN for a median
 * @param bytes what a run moves, as {@link Traffic} counts it; 0 where it is not counted
 * @param oneThread how many bytes a millisecond memory moved for one thread in the same session
 * @param twoThreads the same for two
 */
record Measured(
        String benchmark,
        Map<String, String> parameters,
        double milliseconds,
        double error,
        double bytes,
        double oneThread,
        double twoThreads) {

    /** All of a folder of {@link BenchRun}, in the order of its files. */
    static List<Measured> all(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.list(folder)) {
            files = found.filter(file -> file.toString().endsWith(".json"))
                    .sorted()
                    .toList();
        }
        List<Measured> all = new ArrayList<>();
        for (Path file : files) {
            JsonNode results = JsonMapper.shared().readTree(file.toFile());
            double one = speed(results, "oneThread", 1);
            double two = speed(results, "twoThreads", 2);
            for (JsonNode result : results) {
                Measured measured = of(result, one, two);
                if (!measured.benchmark.startsWith(MemoryBandwidthBenchmark.class.getSimpleName())) {
                    all.add(measured);
                }
            }
        }
        return all;
    }

    private static Measured of(JsonNode result, double one, double two) {
        JsonNode metric = result.get("primaryMetric");
        if (!metric.get("scoreUnit").asString().equals("ms/op")) {
            throw new IllegalArgumentException("a figure in " + metric.get("scoreUnit"));
        }
        boolean sampled = result.get("mode").asString().equals("sample");
        double time = sampled
                ? metric.get("scorePercentiles").get("50.0").asDouble()
                : metric.get("score").asDouble();
        Map<String, String> parameters = new TreeMap<>();
        result.path("params")
                .properties()
                .forEach(
                        entry -> parameters.put(entry.getKey(), entry.getValue().asString()));
        JsonNode traffic = result.path("secondaryMetrics").path("bytes");
        return new Measured(
                shortName(result.get("benchmark").asString()),
                parameters,
                time,
                sampled ? Double.NaN : metric.get("scoreError").asDouble(Double.NaN),
                // JMH divides the time by what the counter says: milliseconds a byte.
                traffic.isMissingNode() ? 0 : time / traffic.get("score").asDouble(),
                one,
                two);
    }

    private static double speed(JsonNode results, String method, int threads) {
        for (JsonNode result : results) {
            if (shortName(result.get("benchmark").asString())
                    .equals(MemoryBandwidthBenchmark.class.getSimpleName() + "." + method)) {
                return threads
                        * MemoryBandwidthBenchmark.BYTES_A_RUN
                        / result.get("primaryMetric").get("score").asDouble();
            }
        }
        return Double.NaN;
    }

    private static String shortName(String full) {
        int method = full.lastIndexOf('.');
        return full.substring(full.lastIndexOf('.', method - 1) + 1);
    }

    /** How many firms, or 0 where the benchmark has no such parameter. */
    int firms() {
        return Integer.parseInt(parameters.getOrDefault("firms", "0"));
    }

    /** As many milliseconds as memory alone would take. NaN where nothing is known of it. */
    double memoryTime(int threads) {
        return bytes == 0 ? Double.NaN : bytes / (threads == 1 ? oneThread : twoThreads);
    }

    /** The same, {@code factor} times as much work. */
    Measured times(double factor) {
        return new Measured(
                benchmark, parameters, factor * milliseconds, factor * error, factor * bytes, oneThread, twoThreads);
    }
}
