package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.Faults;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.NetworkReader;
import io.chokepoint.firms.esri.EsriCascade;
import io.chokepoint.firms.esri.EsriNetwork;
import io.chokepoint.firms.esri.EsriOptions;
import io.chokepoint.firms.esri.EsriResult;
import io.chokepoint.firms.esri.EsriShock;
import io.chokepoint.firms.esri.EsriSweep;
import io.chokepoint.firms.esri.Essentiality;
import io.chokepoint.firms.esri.StopRule;
import io.chokepoint.firms.reach.DownstreamCounts;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A network of firms drawn by chance: numbers of suppliers and attraction of customers by the same power law, amounts log-normal, 88
 * sectors, replaceability on, eps 0.01. Of the sweep over every firm, one in a hundred is run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class FirmNetworkBenchmark {
    private static final int SECTORS = 88;
    private static final double TAIL = 1.35;
    private static final int LEAST = 2;
    private static final int MOST = 1000;
    private static final int THREADS = 2;
    private static final int OF_ALL = 100;

    /** How many firms. */
    @Param({"10000", "100000", "1000000"})
    public int firms;

    private Path folder;
    private FirmNetwork network;
    private EsriNetwork esri;
    private EsriCascade cascade;
    private final SplittableRandom hit = new SplittableRandom(5);

    @Setup
    public void draw() throws IOException {
        folder = Files.createTempDirectory("firms");
        SplittableRandom random = new SplittableRandom(1);
        double[] sum = new double[firms];
        double[] suppliers = new double[firms];
        for (int i = 0; i < firms; i++) {
            double size = power(random);
            suppliers[i] = random.nextBoolean() ? size : power(random);
            sum[i] = (i == 0 ? 0 : sum[i - 1]) + (random.nextBoolean() ? size : power(random));
        }
        try (BufferedWriter nodes = Files.newBufferedWriter(folder.resolve("nodes.csv"));
                BufferedWriter edges = Files.newBufferedWriter(folder.resolve("edges.csv"))) {
            nodes.write("node,sector\n");
            edges.write("supplier,buyer,amount\n");
            for (int buyer = 0; buyer < firms; buyer++) {
                int sector = (int) (3 * (StrictMath.pow((SECTORS + 3) / 3.0, random.nextDouble()) - 1));
                nodes.write(buyer + "," + sector + "\n");
                for (int link = 0; link < (int) suppliers[buyer]; link++) {
                    int found = Arrays.binarySearch(sum, random.nextDouble() * sum[firms - 1]);
                    int supplier = Math.min(firms - 1, found < 0 ? -1 - found : found);
                    if (supplier != buyer) {
                        edges.write(supplier + "," + buyer + "," + (float) StrictMath.exp(random.nextGaussian()) * 10
                                + "\n");
                    }
                }
            }
        }
        network = read();
        Essentiality codes = Essentiality.all(network, Essentiality.NON_ESSENTIAL);
        for (int k = 0; k < network.sectors().count(); k++) {
            for (int l = 0; l < network.sectors().count(); l++) {
                double drawn = random.nextDouble();
                codes = drawn < 0.3 ? codes.with(k, l, 0) : drawn < 0.8 ? codes : codes.with(k, l, 2);
            }
        }
        esri = EsriNetwork.of(network, codes, EsriOptions.PUBLISHED);
        cascade = new EsriCascade(esri);
    }

    @TearDown
    public void delete() throws IOException {
        Files.delete(folder.resolve("nodes.csv"));
        Files.delete(folder.resolve("edges.csv"));
        Files.delete(folder);
    }

    private static double power(SplittableRandom random) {
        double part = 1 - StrictMath.pow((double) LEAST / (MOST + 1), TAIL);
        return LEAST * StrictMath.pow(1 - random.nextDouble() * part, -1 / TAIL);
    }

    private FirmNetwork read() throws IOException {
        Faults faults = new Faults();
        FirmNetwork read = NetworkReader.read(
                folder.resolve("nodes.csv"),
                folder.resolve("edges.csv"),
                NetworkReader.Wanted.NOTHING,
                faults,
                RunMonitor.NONE);
        faults.orThrow();
        return read;
    }

    @Benchmark
    public FirmNetwork load() throws IOException {
        return read();
    }

    @Benchmark
    public EsriResult oneShock() {
        return cascade.run(EsriShock.stop(hit.nextInt(firms)), StopRule.PUBLISHED);
    }

    @Benchmark
    public double oneInAHundredOfAllShocks() {
        double[] sum = new double[1];
        new EsriSweep(esri, StopRule.PUBLISHED, THREADS, RunMonitor.NONE)
                .run(
                        0,
                        firms / OF_ALL,
                        false,
                        shock -> EsriShock.stop(shock * OF_ALL),
                        (shock, run) ->
                                sum[0] += run.result().indices().getFirst().esri());
        return sum[0];
    }

    @Benchmark
    public int[] downstreamOfAll() {
        return DownstreamCounts.of(network, THREADS, RunMonitor.NONE);
    }
}
