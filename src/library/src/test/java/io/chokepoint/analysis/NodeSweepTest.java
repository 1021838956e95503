package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Settings;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.simulation.WeeklyModel;
import io.chokepoint.testkit.SampleNetworks;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Sweeps on the chain ore@X –(ℓ 3, n 4)→ oxide@Y –(ℓ 2, n 6)→ chip@Y, whose losses are known in closed form. */
class NodeSweepTest {
    private final Dataset chain = SampleNetworks.chain();
    private final CompiledNetwork network = NetworkCompiler.compile(chain, FigureValues.CENTRAL);
    private final NodeSweep sweep = new NodeSweep(new WeeklyModel(), network, RationingRule.PROPORTIONAL);
    private final Good chip = chain.getGood("chip");

    @Test
    void anOutageForGoodReachesTheEndAfterLeadTimesAndStocks() {
        SweepResult result = sweep.run(
                NodeSweep.nodes(network.structure(), Kind.ACTIVITY),
                List.of(chip),
                Settings.lasting(Instrument.OUTAGE, 40, 1),
                RunMonitor.NONE);

        assertThat(result.nodes()).extracting(NodeSweep.Node::label).containsExactly("ore@X", "oxide@Y", "chip@Y");
        assertThat(result.firstLossWeek(0, chip)).hasValue(3 + 4 + 2 + 6);
        assertThat(result.lostWeeks(0, chip)).isCloseTo(40 - 15, within(1e-9));
        assertThat(result.firstLossWeek(1, chip)).hasValue(2 + 6);
        assertThat(result.lostWeeks(2, chip)).isCloseTo(40, within(1e-9));
    }

    @Test
    void anExportBanLeavesSalesAtHomeAlone() {
        // oxide and chip are both made in Y, so only ore crosses a border.
        SweepResult result = sweep.run(
                NodeSweep.nodes(network.structure(), Kind.GOOD),
                List.of(chip),
                Settings.lasting(Instrument.EXPORT_BAN, 40, 1),
                RunMonitor.NONE);

        assertThat(result.firstLossWeek(0, chip)).hasValue(15);
        assertThat(result.wasRun(1)).isFalse();
        assertThat(result.lostWeeks(1, chip)).isZero();
    }

    @Test
    void nodesThatComeToTheSameMakersAreRunOnceAndNodesOffTheWayNotAtAll() {
        List<NodeSweep.Node> both = new java.util.ArrayList<>(NodeSweep.nodes(network.structure(), Kind.ACTIVITY));
        both.addAll(NodeSweep.nodes(network.structure(), Kind.GOOD));

        Good oxide = chain.getGood("oxide");
        SweepResult result =
                sweep.run(both, List.of(oxide), Settings.lasting(Instrument.OUTAGE, 40, 1), RunMonitor.NONE);

        assertThat(result.runs()).isEqualTo(2);
        assertThat(result.wasRun(2)).isFalse();
        assertThat(result.lostWeeks(3, oxide)).isEqualTo(result.lostWeeks(0, oxide));
    }

    @Test
    void theNumberOfThreadsDoesNotMatter() {
        Dataset dataset = StructureTest.randomNetwork(7);
        CompiledNetwork compiled = NetworkCompiler.compile(dataset, FigureValues.CENTRAL);
        NodeSweep many = new NodeSweep(new WeeklyModel(), compiled, RationingRule.PROPORTIONAL);
        List<NodeSweep.Node> nodes = NodeSweep.nodes(compiled.structure(), Kind.ACTIVITY);

        SweepResult one = many.run(nodes, List.of(), Settings.lasting(Instrument.OUTAGE, 60, 1), RunMonitor.NONE);
        SweepResult three = many.run(nodes, List.of(), Settings.lasting(Instrument.OUTAGE, 60, 3), RunMonitor.NONE);

        for (int n = 0; n < nodes.size(); n++) {
            for (Good good : dataset.goods()) {
                assertThat(three.lostWeeks(n, good)).isEqualTo(one.lostWeeks(n, good));
            }
        }
    }

    @Test
    void aCancelledSweepHasNoResult() {
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> sweep.run(
                        NodeSweep.nodes(network.structure(), Kind.GOOD),
                        List.of(),
                        Settings.lasting(Instrument.OUTAGE, 40, 2),
                        cancelled))
                .isInstanceOf(CancellationException.class);
    }
}
