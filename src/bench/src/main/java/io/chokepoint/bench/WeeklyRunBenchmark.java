package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputLosses;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklyModel;
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

/** A run of 104 weeks of the default scenario on the shipped dataset, and its parts. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class WeeklyRunBenchmark {
    private static final int WEEKS = 104;

    private NetworkStructure structure;
    private CompiledNetwork network;
    private CompiledScenario scenario;
    private final WeeklyModel model = new WeeklyModel();

    @Setup
    public void read() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        structure = new NetworkStructure(data.dataset());
        network = NetworkCompiler.compile(structure, FigureValues.CENTRAL, Overdraft.REFUSE);
        Scenario chosen =
                data.findScenario(data.defaultScenario().orElseThrow()).orElseThrow();
        scenario = ScenarioCompiler.compile(network, chosen, data.defaultRationing(), FigureValues.CENTRAL);
    }

    /** All that the window needs: outputs, binding inputs, causes. */
    @Benchmark
    public SimulationResult fullRun() {
        return model.prepared(scenario).simulate(SimulationSettings.of(WEEKS), RunMonitor.NONE);
    }

    /** Outputs alone, as studies of many runs need them. */
    @Benchmark
    public OutputSeries outputsOnly() {
        return model.prepared(scenario).outputs(WEEKS, List.of(), RunMonitor.NONE);
    }

    /** What was lost alone, as sweeps over every node need it. */
    @Benchmark
    public OutputLosses lossesOnly() {
        return model.prepared(scenario).losses(WEEKS, RunMonitor.NONE);
    }

    /** Numbers for a structure that is there already, as each draw needs them. */
    @Benchmark
    public CompiledNetwork compile() {
        return NetworkCompiler.compile(structure, FigureValues.CENTRAL, Overdraft.RAISE);
    }
}
