package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.esri.EsriCascade;
import io.chokepoint.firms.esri.EsriNetwork;
import io.chokepoint.firms.esri.EsriOptions;
import io.chokepoint.firms.esri.EsriResult;
import io.chokepoint.firms.esri.EsriShock;
import io.chokepoint.firms.esri.StopRule;
import io.chokepoint.firms.reach.DownstreamCounts;
import java.io.IOException;
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

/** Reading a network of firms, one shock of the cascade, everyone downstream of everyone. Firms that stop are drawn anew each time. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class FirmNetworkBenchmark {
    private static final int THREADS = 2;

    /** How many firms. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int firms;

    private DrawnFirms drawn;
    private FirmNetwork network;
    private EsriCascade cascade;
    private final SplittableRandom hit = new SplittableRandom(5);

    @Setup
    public void draw() throws IOException {
        drawn = new DrawnFirms(firms);
        network = drawn.read();
        cascade = new EsriCascade(EsriNetwork.of(network, drawn.codes(network), EsriOptions.PUBLISHED));
    }

    @TearDown
    public void delete() throws IOException {
        drawn.delete();
    }

    @Benchmark
    public FirmNetwork load() throws IOException {
        return drawn.read();
    }

    /** The mean, with what it moves. */
    @Benchmark
    public EsriResult oneShock(Traffic traffic) {
        EsriResult result = shock();
        traffic.cascade(firms, network.bySupplier().count(), result.iterations());
        return result;
    }

    /** The median and the tail. */
    @Benchmark
    @BenchmarkMode(Mode.SampleTime)
    public EsriResult shock() {
        return cascade.run(EsriShock.stop(hit.nextInt(firms)), StopRule.PUBLISHED);
    }

    @Benchmark
    public int[] downstreamOfAll(Traffic traffic) {
        traffic.add(2L * Integer.BYTES * network.bySupplier().count());
        return DownstreamCounts.of(network, THREADS, RunMonitor.NONE);
    }
}
