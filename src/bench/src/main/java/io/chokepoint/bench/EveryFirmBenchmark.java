package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.esri.EsriNetwork;
import io.chokepoint.firms.esri.EsriOptions;
import io.chokepoint.firms.esri.EsriShock;
import io.chokepoint.firms.esri.EsriSweep;
import io.chokepoint.firms.esri.StopRule;
import java.io.IOException;
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
 * The cascade of every firm alone, on two threads. Of 100,000 firms every hundredth is stopped, of more every ten-thousandth:
 * {@link FigureTable} multiplies.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class EveryFirmBenchmark {
    private static final int THREADS = 2;

    /** How many firms. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int firms;

    private DrawnFirms drawn;
    private FirmNetwork network;
    private EsriNetwork esri;

    /** One firm of how many is stopped. */
    static int oneIn(int firms) {
        return firms >= 1_000_000 ? 10_000 : firms >= 100_000 ? 100 : 1;
    }

    @Setup
    public void draw() throws IOException {
        drawn = new DrawnFirms(firms);
        network = drawn.read();
        esri = EsriNetwork.of(network, drawn.codes(network), EsriOptions.PUBLISHED);
    }

    @TearDown
    public void delete() throws IOException {
        drawn.delete();
    }

    @Benchmark
    public double everyFirm(Traffic traffic) {
        int step = oneIn(firms);
        double[] sum = new double[1];
        new EsriSweep(esri, StopRule.PUBLISHED, THREADS, RunMonitor.NONE)
                .run(0, firms / step, false, shock -> EsriShock.stop(shock * step), (shock, run) -> {
                    sum[0] += run.result().indices().getFirst().esri();
                    traffic.cascade(
                            firms, network.bySupplier().count(), run.result().iterations());
                });
        return sum[0];
    }
}
