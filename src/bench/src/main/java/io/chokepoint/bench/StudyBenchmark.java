package io.chokepoint.bench;

import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.SweepResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.BestResponseStudy;
import io.chokepoint.bounds.ResilienceStudy;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.NodeResilience;
import io.chokepoint.study.NodeStudy;
import io.chokepoint.study.StudyRunner;
import java.util.Collection;
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

/** Questions that take thousands of runs or programmes, over 104 weeks of the shipped dataset, for all end products, on two threads. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 2)
@Measurement(iterations = 5)
@Fork(1)
public class StudyBenchmark {
    private static final int WEEKS = 104;
    private static final int THREADS = 2;
    private static final double RECOVERY_WEEKS = 26;
    private static final double SECONDS = 100;

    private StudyRunner runner;
    private Scenario scenario;
    private Collection<Good> targets;
    private NodeSweep sweep;
    private List<NodeSweep.Node> makers;

    @Setup
    public void read() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        runner = new StudyRunner(data);
        scenario = data.findScenario(data.defaultScenario().orElseThrow())
                .orElseThrow()
                .withHorizonWeeks(WEEKS);
        NodeStudy nodes = new NodeStudy(runner);
        targets = nodes.endProducts();
        makers = nodes.nodes(Kind.ACTIVITY);
        sweep = new NodeSweep(runner.model(), runner.central(), data.defaultRationing());
    }

    /** An outage of every maker, one after the other. */
    @Benchmark
    public SweepResult everyMakerOut() {
        NodeSweep.Settings settings = NodeSweep.Settings.lasting(Instrument.OUTAGE, WEEKS, THREADS);
        return sweep.run(makers, targets, settings, RunMonitor.NONE);
    }

    /** The least loss that any response could reach in the default scenario. */
    @Benchmark
    public LeastLoss bestResponse() {
        return new BestResponseStudy(runner).run(scenario, targets, SECONDS, RunMonitor.NONE);
    }

    /** Times to survive and losses over a time to recover of every maker. */
    @Benchmark
    public List<NodeResilience> everyMakersResilience() {
        return new ResilienceStudy(runner)
                .rows(targets, Kind.ACTIVITY, RECOVERY_WEEKS, WEEKS, THREADS, RunMonitor.NONE);
    }
}
