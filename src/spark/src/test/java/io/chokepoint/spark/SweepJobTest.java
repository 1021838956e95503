package io.chokepoint.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The job on two executor processes gives, to the last bit, what one machine gives. */
class SweepJobTest {
    private static final String PREPARED = "prepared for all tasks of this process";

    @TempDir
    private Path folder;

    private TestCluster cluster;

    @BeforeEach
    void start() throws IOException {
        cluster = new TestCluster(folder);
    }

    private static String[] words(String line, String... more) {
        List<String> words = new ArrayList<>(List.of(line.split(" ")));
        words.addAll(List.of(more));
        return words.toArray(String[]::new);
    }

    private byte[] bytes(String file) throws IOException {
        return Files.readAllBytes(folder.resolve(file));
    }

    @Test
    void ranksAreThoseOfOneMachine() throws Exception {
        String command = "rank --by country --weeks 26 --format csv";
        Process job = cluster.submit(words(command, "--out", "part.parquet"));
        assertThat(cluster.end(job)).as(cluster.said()).isZero();

        assertThat(cluster.onOneMachine("merge", "part.parquet")).isEqualTo(cluster.onOneMachine(words(command)));
        cluster.onOneMachine(words(command, "--shard", "1/1", "--out", "alone.parquet"));
        assertThat(bytes("part.parquet")).isEqualTo(bytes("alone.parquet"));
        assertThat(cluster.executorsSaid())
                .as("executors that each have prepared the sweep once")
                .hasSize(2)
                .allSatisfy(said -> assertThat(said.split(PREPARED, -1)).hasSize(2));
    }

    /** The scenario is a file that only the driver has, and so is the dataset; one part of two is made on the cluster. */
    @Test
    void drawsAreThoseOfOneMachine() throws Exception {
        Path shipped = Path.of(System.getProperty("chokepoint.data"), "rare-earths-to-chips");
        Files.copy(shipped.resolve("scenarios/ree-licence-14nm.json"), folder.resolve("own.json"));
        String command = "simulate --scenario=own.json --samples 16 --weeks 26 --format json --data " + shipped;
        Process job =
                cluster.submit(words(command.replace("simulate", "samples"), "--shard", "2/2", "--out", "2.parquet"));
        assertThat(cluster.end(job)).as(cluster.said()).isZero();
        cluster.onOneMachine(words(command, "--shard=1/2", "--out=1.parquet"));

        assertThat(cluster.onOneMachine("merge", "2.parquet", "1.parquet"))
                .isEqualTo(cluster.onOneMachine(words(command, "--precision", "0")));
    }

    /** A network of firms that only the driver has; {@code esri} is short for {@code network esri}. */
    @Test
    void everyFirmOfANetworkIsThatOfOneMachine() throws Exception {
        Path network = Files.createDirectory(folder.resolve("firms"));
        SplittableRandom random = new SplittableRandom(14);
        int firms = 3000;
        StringBuilder nodes = new StringBuilder("node,sector\n");
        StringBuilder edges = new StringBuilder("supplier,buyer,amount\n");
        for (int firm = 0; firm < firms; firm++) {
            nodes.append("f%d,s%d\n".formatted(firm, random.nextInt(9)));
            for (int link = random.nextInt(1, 9); link > 0; link--) {
                edges.append("f%d,f%d,%s\n".formatted(random.nextInt(1 + firm), firm, 1 + random.nextDouble()));
            }
        }
        Files.writeString(network.resolve("nodes.csv"), nodes);
        Files.writeString(network.resolve("edges.csv"), edges);
        Files.writeString(network.resolve("essential.csv"), "supplier_sector,buyer_sector,code\ns0,s1,1\n");
        String options = "esri --all --dir firms --essential-others 2 --eps 1e-6";
        Process job = cluster.submit(words(options, "--out", "part.parquet"));
        assertThat(cluster.end(job)).as(cluster.said()).isZero();

        String alone = cluster.onOneMachine(words("network " + options, "--format", "csv"));
        assertThat(cluster.onOneMachine("merge", "part.parquet", "--format", "csv")).isEqualTo(alone);
        assertThat(alone.lines()).hasSize(firms + 1).anyMatch(line -> !line.contains(",0.0,"));
    }

    @Test
    void anExecutorThatIsKilledChangesNothing() throws Exception {
        String command = "simulate --scenario ree-licence-14nm --samples 200 --weeks 104";
        Process job = cluster.submit(words(command, "--out", "part.parquet"));
        Path progress = folder.resolve("part.parquet.progress");
        try {
            while (!Files.exists(progress) || Files.size(progress) < 500_000) {
                assertThat(job.waitFor(5, TimeUnit.MILLISECONDS))
                        .as(cluster.said())
                        .isFalse();
            }
            List<ProcessHandle> executors = TestCluster.executors(job);
            assertThat(executors).hasSize(2);
            assertThat(executors.getFirst().destroyForcibly()).isTrue();
            assertThat(folder.resolve("part.parquet")).doesNotExist();
        } finally {
            assertThat(cluster.end(job)).as(cluster.said()).isZero();
        }
        assertThat(cluster.said()).contains("Lost executor");
        assertThat(cluster.executorsSaid()).hasSizeGreaterThan(2);
        cluster.onOneMachine(words(command, "--shard", "1/1", "--out", "alone.parquet"));

        assertThat(bytes("part.parquet")).isEqualTo(bytes("alone.parquet"));
    }

    @Test
    void whatCannotBeSharedOutIsRefusedInWords() throws Exception {
        Process job = cluster.submit("explain", "H100", "--scenario", "ree-licence-14nm");

        assertThat(cluster.end(job)).isEqualTo(2);
        assertThat(cluster.said()).contains("Unknown options: '--shard'").doesNotContain("SparkContext");
    }
}
