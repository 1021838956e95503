package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.daily.DailyNetwork;
import io.chokepoint.firms.daily.DailyOptions;
import io.chokepoint.firms.daily.DailyRun;
import io.chokepoint.firms.daily.DailyShock;
import io.chokepoint.firms.daily.Rationing;
import java.io.IOException;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A day of the daily simulation on a network drawn by chance: 2 % of the firms lose a part, small orders first, 12 days. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class DailyRunBenchmark {
    private static final int DAYS = 12;

    /** How many firms. */
    @Param({"1000", "10000", "100000", "1000000"})
    public int firms;

    /** How many threads may work. */
    @Param({"1", "2"})
    public int threads;

    private DailyNetwork network;
    private DailyShock shock;

    @Setup
    public void draw() throws IOException {
        DrawnFirms drawn = new DrawnFirms(firms);
        network = DailyNetwork.of(drawn.read());
        drawn.delete();
        int[] hit = IntStream.range(0, firms).filter(i -> i % 50 == 0).toArray();
        shock = new DailyShock(hit, new SplittableRandom(3).doubles(hit.length).toArray(), new int[hit.length]);
    }

    /** A day, of as many as there is time for. */
    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double day(Traffic traffic) {
        double[] last = new double[1];
        new DailyRun(network, DailyOptions.PUBLISHED.with(Rationing.SMALL_ORDERS_FIRST), shock)
                .run(DAYS, threads, (day, made, added, consumed, each) -> last[0] = made, RunMonitor.NONE);
        traffic.days(network.network().bySupplier().count(), DAYS);
        return last[0];
    }
}
