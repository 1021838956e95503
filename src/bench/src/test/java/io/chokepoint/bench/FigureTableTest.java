package io.chokepoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The table of figures, of results as JMH writes them. */
class FigureTableTest {
    /** Memory that moves 10 GB/s for one thread and 15 GB/s for two; a shock of 0.5 ms that moves 4 MB, and days of 20 ms. */
    private static final String RESULTS = """
            [{"benchmark": "io.chokepoint.bench.MemoryBandwidthBenchmark.oneThread", "mode": "avgt",
              "primaryMetric": {"score": 72, "scoreError": 1, "scoreUnit": "ms/op"}},
             {"benchmark": "io.chokepoint.bench.MemoryBandwidthBenchmark.twoThreads", "mode": "avgt",
              "primaryMetric": {"score": 96, "scoreError": 1, "scoreUnit": "ms/op"}},
             {"benchmark": "io.chokepoint.bench.FirmNetworkBenchmark.oneShock", "mode": "avgt", "params": {"firms": "10000"},
              "primaryMetric": {"score": 0.5, "scoreError": 0.01, "scoreUnit": "ms/op"},
              "secondaryMetrics": {"bytes": {"score": 1.25e-7}}},
             {"benchmark": "io.chokepoint.bench.FirmNetworkBenchmark.shock", "mode": "sample", "params": {"firms": "10000"},
              "primaryMetric": {"score": 0.5, "scoreError": 0.01, "scorePercentiles": {"50.0": 0.25}, "scoreUnit": "ms/op"}},
             {"benchmark": "io.chokepoint.bench.DailyRunBenchmark.day", "mode": "avgt", "params": {"firms": "100000", "threads": "2"},
              "primaryMetric": {"score": 20, "scoreError": "NaN", "scoreUnit": "ms/op"},
              "secondaryMetrics": {"bytes": {"score": 2e-7}}}]
            """;

    @Test
    void timesRatiosAndWhatMemoryAloneWouldTake(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("Some.json"), RESULTS);
        ByteArrayOutputStream out = new ByteArrayOutputStream();

        FigureTable.print(
                Measured.all(folder),
                List.of(
                        new Peer("FirmNetworkBenchmark.oneShock", 10_000, "", "another", 115),
                        new Peer("FirmNetworkBenchmark.oneShock", 100_000, "", "of another size", 115),
                        new Peer("DailyRunBenchmark.day", 100_000, "1", "of one thread", 1120),
                        new Peer("DailyRunBenchmark.day", 100_000, "2", "of two threads", 600)),
                new PrintStream(out, true, StandardCharsets.UTF_8));

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .contains(
                        "Memory: 10.0 GB/s with one thread, 15.0 GB/s with two.",
                        "| ESRI, one shock, mean | 10,000 firms | 500 µs ± 10 µs | another 120 ms (230×) | 400 µs | 1.3× |",
                        "| ESRI, one shock, median | 10,000 firms | 250 µs |  |  |  |",
                        "| Inoue-Todo, one day, two threads | 100,000 firms | 20 ms | of two threads 600 ms (30×) | 6.7 ms | 3.0× |");
    }

    @Test
    void everyBenchmarkThatIsNamedIsThere() throws ReflectiveOperationException {
        for (String benchmark : FigureTable.benchmarks()) {
            String[] name = benchmark.split("\\.", 2);
            assertThat(Class.forName(getClass().getPackageName() + "." + name[0])
                            .getDeclaredMethods())
                    .as(benchmark)
                    .anyMatch(method -> method.getName().equals(name[1]));
        }
    }
}
