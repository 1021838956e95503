package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.DrawnDataset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
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
 * The weekly model as the network grows: 104 weeks of a dataset drawn by chance, twenty links an activity, under a ban on one good and under
 * one that reaches nearly all of it; and what comes before a run.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 5)
@Measurement(iterations = 5, time = 5)
@Fork(value = 1, jvmArgsAppend = "-Xmx2g")
public class DrawnDatasetBenchmark {
    private static final int WEEKS = 104;

    /** How many makers of goods. */
    @Param({"1000", "10000", "100000"})
    public int activities;

    @Param({"one-good", "first-stages"})
    public String scenario;

    private Path folder;
    private DataPackage data;
    private CompiledNetwork network;
    private CompiledScenario compiled;
    private final WeeklyModel model = new WeeklyModel();

    @Setup
    public void draw() throws IOException {
        folder = Files.createTempDirectory("drawn");
        DrawnDataset.write(activities, 1, folder);
        data = read();
        network = compileNetwork();
        Scenario chosen = data.findScenario(scenario).orElseThrow().withHorizonWeeks(WEEKS);
        compiled = ScenarioCompiler.compile(network, chosen, data.defaultRationing(), FigureValues.CENTRAL);
    }

    @TearDown
    public void delete() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    /** From files, with all checks. */
    @Benchmark
    public DataPackage read() {
        return DatasetReader.read(folder, RunMonitor.NONE).orThrow();
    }

    /** From names to a network that can be run. */
    @Benchmark
    public CompiledNetwork compileNetwork() {
        return NetworkCompiler.compile(new NetworkStructure(data.dataset()), FigureValues.CENTRAL, Overdraft.REFUSE);
    }

    @Benchmark
    public OutputSeries outputsOnly(Traffic traffic) {
        traffic.weeks(network.structure().linkCount(), WEEKS);
        return model.prepared(compiled).outputs(WEEKS, List.of(), RunMonitor.NONE);
    }

    /** With prices and the answer to why. */
    @Benchmark
    public SimulationResult fullRun(Traffic traffic) {
        traffic.weeks(network.structure().linkCount(), WEEKS);
        return model.prepared(compiled).simulate(SimulationSettings.of(WEEKS), RunMonitor.NONE);
    }
}
