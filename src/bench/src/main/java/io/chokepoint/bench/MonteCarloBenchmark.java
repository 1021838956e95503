package io.chokepoint.bench;

import io.chokepoint.analysis.FigureDraws;
import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.ModelRegistry;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** A thousand runs of 104 weeks with drawn figures, on two threads, and what each run needs before it starts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 5)
@Measurement(iterations = 3, time = 10)
@Fork(1)
public class MonteCarloBenchmark {
    private static final int RUNS = 1000;
    private static final int WEEKS = 104;
    private static final int THREADS = 2;
    private static final long SEED = 1;

    private NetworkStructure structure;
    private FigureDraws draws;
    private MonteCarlo study;
    private int run;

    @Setup
    public void read() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        structure = new NetworkStructure(data.dataset());
        Scenario scenario = data.findScenario(data.defaultScenario().orElseThrow())
                .orElseThrow()
                .withHorizonWeeks(WEEKS);
        draws = new FigureDraws(data.dataset(), scenario);
        study = new MonteCarlo(
                ModelRegistry.PROGRAM.standard(), structure, scenario, data.defaultRationing(), List.of());
    }

    /** The whole study. */
    @Benchmark
    public MonteCarloResult thousandRuns() {
        return study.run(MonteCarlo.Settings.all(RUNS, SEED, THREADS), RunMonitor.NONE);
    }

    /** One draw of every uncertain figure. */
    @Benchmark
    public double[] draw() {
        return draws.draw(SEED, run++);
    }

    /** One draw, and the network with its numbers. */
    @Benchmark
    public CompiledNetwork drawAndCompile() {
        return NetworkCompiler.compile(structure, draws.values(draws.draw(SEED, run++)), Overdraft.RAISE);
    }
}
