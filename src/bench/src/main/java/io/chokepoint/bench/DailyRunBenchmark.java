package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.firms.FirmNetwork;
import io.chokepoint.firms.daily.DailyNetwork;
import io.chokepoint.firms.daily.DailyOptions;
import io.chokepoint.firms.daily.DailyRun;
import io.chokepoint.firms.daily.DailyShock;
import io.chokepoint.firms.daily.Rationing;
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

/** A day of the daily simulation on a network drawn by chance: 2 % of the firms lose a part, small orders first, 40 days. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(1)
public class DailyRunBenchmark {
    private static final int DAYS = 40;

    /** How many firms. */
    @Param({"10000", "100000"})
    public int firms;

    /** How many threads may work. */
    @Param({"1", "2"})
    public int threads;

    private DailyNetwork network;
    private DailyShock shock;

    @Setup
    public void draw() {
        SplittableRandom random = new SplittableRandom(1);
        FirmNetwork.Builder builder = new FirmNetwork.Builder();
        for (int i = 0; i < firms; i++) {
            builder.firm("f" + i, "s" + random.nextInt(88));
        }
        for (int i = 0; i < firms * 6; i++) {
            double part = random.nextDouble();
            int supplier = (int) (part * part * part * firms);
            builder.link("f" + supplier, "f" + random.nextInt(firms), 1 + random.nextDouble() * 30);
        }
        builder.column(FirmNetwork.FINAL_DEMAND, random.doubles(firms, 1, 100).toArray());
        network = DailyNetwork.of(builder.build());
        int[] hit = IntStream.range(0, firms).filter(i -> i % 50 == 0).toArray();
        shock = new DailyShock(hit, random.doubles(hit.length).toArray(), new int[hit.length]);
    }

    @Benchmark
    @OperationsPerInvocation(DAYS)
    public double day() {
        double[] last = new double[1];
        new DailyRun(network, DailyOptions.PUBLISHED.with(Rationing.SMALL_ORDERS_FIRST), shock)
                .run(DAYS, threads, (day, made, added, consumed, each) -> last[0] = made, RunMonitor.NONE);
        return last[0];
    }
}
