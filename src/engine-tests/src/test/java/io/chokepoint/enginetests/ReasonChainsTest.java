package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.NetworkCompiler.Overdraft;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.ReasonChain;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.RandomNetworks;
import io.chokepoint.testkit.RandomScenarios;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every link of every chain of reasons is what the run's own record says. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ReasonChainsTest {
    private static final int NETWORKS = 200;

    private final Map<ReasonChain.End, Integer> ends = new EnumMap<>(ReasonChain.End.class);
    private int stocksSeen;
    private DataPackage data;
    private CompiledNetwork shipped;

    @BeforeAll
    void read() {
        data = DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        shipped = NetworkCompiler.compile(data.dataset(), FigureValues.CENTRAL);
    }

    List<String> scenarios() {
        return data.scenarios().stream().map(Scenario::id).toList();
    }

    @ParameterizedTest
    @MethodSource("scenarios")
    void ofShippedScenarios(String id) {
        count(new ReasonCheck(
                shipped, data.findScenario(id).orElseThrow(), data.defaultRationing(), FigureValues.CENTRAL));
    }

    static LongStream seeds() {
        return LongStream.range(0, NETWORKS);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofRandomNetworks(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        CompiledNetwork network = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        count(new ReasonCheck(
                network, RandomScenarios.of(dataset, seed), RationingRule.PROPORTIONAL, FigureValues.CENTRAL));
    }

    /** Parameters of restrictions, mixes and stocks as drawn, not the central ones. */
    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void ofDrawnFigures(long seed) {
        Dataset dataset = RandomNetworks.of(seed);
        FigureValues drawn = figure -> {
            double part = new SplittableRandom(seed * 31 + figure.id().hashCode()).nextDouble(0.3, 1);
            return figure.central() * part;
        };
        CompiledNetwork network = NetworkCompiler.compile(new NetworkStructure(dataset), drawn, Overdraft.RAISE);
        count(new ReasonCheck(network, RandomScenarios.of(dataset, seed), RationingRule.PROPORTIONAL, drawn));
    }

    private void count(ReasonCheck check) {
        check.check().forEach((end, times) -> ends.merge(end, times, Integer::sum));
        stocksSeen += check.stocksSeen();
    }

    /** A check that never saw an end did not check it. */
    @AfterAll
    void everyEndWasSeen() {
        assertThat(ends.keySet()).containsExactlyInAnyOrder(ReasonChain.End.values());
        assertThat(stocksSeen).isPositive();
    }
}
