package io.chokepoint.bench;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * How fast this machine's memory is, by the triad of McCalpin's STREAM, a = b + s c, each thread on arrays of its own: 24 bytes an
 * element, as STREAM counts them.
 */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(value = 1, jvmArgsAppend = "-Xmx3g")
public class MemoryBandwidthBenchmark {
    private static final int ELEMENTS = 30_000_000;

    /** What a run of one thread moves. */
    static final long BYTES_A_RUN = 3L * Double.BYTES * ELEMENTS;

    /** 720 MB, far more than any cache. */
    @State(Scope.Thread)
    public static class Arrays {
        private final double[] a = new double[ELEMENTS];
        private final double[] b = new double[ELEMENTS];
        private final double[] c = new double[ELEMENTS];
    }

    @Benchmark
    @Threads(1)
    public double[] oneThread(Arrays arrays) {
        return triad(arrays);
    }

    @Benchmark
    @Threads(2)
    public double[] twoThreads(Arrays arrays) {
        return triad(arrays);
    }

    private static double[] triad(Arrays arrays) {
        double[] a = arrays.a;
        double[] b = arrays.b;
        double[] c = arrays.c;
        for (int i = 0; i < ELEMENTS; i++) {
            a[i] = b[i] + 3 * c[i];
        }
        return a;
    }
}
