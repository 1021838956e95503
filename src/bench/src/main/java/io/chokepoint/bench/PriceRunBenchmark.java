package io.chokepoint.bench;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.simulation.WeeklyModel;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
import org.openjdk.jmh.annotations.Warmup;

/**
 * What rule {@code price} costs beside {@code priority}, and what prices that are only told cost: 104 weeks of the default scenario on a dataset
 * with values. Rule {@code price} is to take no more than two and a half times as long. {@code -Dchokepoint.data=DIR} measures another dataset;
 * one without values gets round ones that balance, as nothing but time is asked for.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class PriceRunBenchmark {
    private static final int WEEKS = 104;

    /** {@code price}, or the rule that scenario or dataset state. */
    @Param({"stated", "price"})
    public String rule = "stated";

    private final WeeklyModel model = new WeeklyModel();
    private CompiledScenario compiled;

    @Setup
    public void read() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        Dataset dataset = data.dataset().hasValues() ? data.dataset() : withValues(data.dataset());
        CompiledNetwork network =
                NetworkCompiler.compile(new NetworkStructure(dataset), FigureValues.CENTRAL, Overdraft.REFUSE);
        Scenario chosen =
                data.findScenario(data.defaultScenario().orElseThrow()).orElseThrow();
        Scenario scenario = rule.equals("price") ? chosen.withRationing(RationingRule.PRICE) : chosen;
        compiled = ScenarioCompiler.compile(network, scenario, data.defaultRationing(), FigureValues.CENTRAL);
    }

    /** A good is worth ten times as much as those at the stage before, so that inputs never cost more than what is made of them. */
    private static Dataset withValues(Dataset dataset) {
        Evidence made = new Evidence(Basis.ASSUMPTION, List.of(), "for benchmarks only", "", 0);
        Map<String, Double> worth = new HashMap<>();
        double value = 1;
        for (var stage : dataset.stages()) {
            worth.put(stage.id(), value);
            value = Math.min(1e8, 10 * value);
        }
        List<GoodValue> values = new ArrayList<>();
        for (Good good : dataset.goods()) {
            String id = "values/" + good.id();
            double of = worth.getOrDefault(good.stage().id(), 1.0);
            values.add(new GoodValue(
                    good,
                    Figure.point(id + "/value", of, "US$ million a year", made),
                    Figure.point(id + "/other_tolerance", GoodValue.USUAL_TOLERANCE, "multiple of the price", made),
                    ""));
        }
        return dataset.toBuilder().values(values).build();
    }

    /** As studies of many runs need them. */
    @Benchmark
    public OutputSeries outputs() {
        return model.prepared(compiled).outputs(WEEKS, List.of(), RunMonitor.NONE);
    }

    /** With prices and money. */
    @Benchmark
    public OutputSeries outputsWithPrices() {
        return model.prepared(compiled).outputs(WEEKS, List.of(), true, RunMonitor.NONE);
    }
}
