package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Settings;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.NodeStudy.Order;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.SampleNetworks;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Rankings of nodes and pairs on networks whose losses are known in closed form. */
class NodeStudyTest {
    private static final int WEEKS = 40;

    @Test
    void twoStepsOfOneChainTogetherCostWhatTheNearerOneCostsAlone() {
        // ore@X –(ℓ 3, n 4)→ oxide@Y –(ℓ 2, n 6)→ chip@Y: the chip stops 15 weeks after ore does and 8 after oxide
        // does.
        Dataset chain = SampleNetworks.chain();

        List<Pair> pairs = pairs(chain, "chip", 3);

        assertThat(pairs).extracting(pair -> pair.together().node().label()).containsExactly("oxide@Y+ore@X");
        Pair steps = pairs.getFirst();
        assertThat(steps.together().lostWeeks()).isCloseTo(WEEKS - 8, within(1e-9));
        assertThat(steps.first().lostWeeks()).isCloseTo(WEEKS - 8, within(1e-9));
        assertThat(steps.second().lostWeeks()).isCloseTo(WEEKS - 15, within(1e-9));
        assertThat(steps.interactionWeeks()).isCloseTo(-(WEEKS - 15), within(1e-9));
        assertThat(steps.together().firstLossWeek()).hasValue(8);
    }

    @Test
    void twoMakersOfHalfEachCostTheSumOfBoth() {
        Pair makers = pairs(gasOfTwo(0), "chip", 3).stream()
                .filter(pair -> pair.together().node().label().contains("gas@G+gas@H"))
                .findFirst()
                .orElseThrow();

        // Without spare capacity nobody covers for anybody: half is lost from week 1 on, both together lose all.
        assertThat(makers.first().lostWeeks()).isCloseTo((WEEKS - 1) / 2.0, within(1e-9));
        assertThat(makers.together().lostWeeks()).isCloseTo(WEEKS - 1, within(1e-9));
        assertThat(makers.interactionWeeks()).isCloseTo(0, within(1e-9));
        assertThat(makers.together().stopsTargets()).isOne();
        assertThat(makers.first().stopsTargets()).isZero();
    }

    @Test
    void makersThatCoverForEachOtherCostMoreTogetherThanTheSum() {
        Pair makers = pairs(gasOfTwo(1), "chip", 3).stream()
                .filter(pair -> pair.together().node().label().contains("gas@G+gas@H"))
                .findFirst()
                .orElseThrow();

        assertThat(makers.together().lostWeeks()).isCloseTo(WEEKS - 1, within(1e-9));
        assertThat(makers.interactionWeeks()).isGreaterThan(20);
    }

    @Test
    void onlyTheWorstNodesArePaired() {
        Dataset three = NetworkSketch.named("gas of three")
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("G", "gas", 0.2)
                .makes("H", "gas", 0.5)
                .makes("I", "gas", 0.3)
                .makes("C", "chip", 1)
                .needs("chip", "gas", in -> in.useShare(1))
                .build();

        assertThat(pairs(three, "chip", 2))
                .extracting(pair -> pair.together().node().label())
                .containsExactly("gas@H+gas@I");
        assertThat(pairs(three, "chip", 3)).hasSize(3);
        assertThatThrownBy(() -> pairs(SampleNetworks.chain(), "chip", 1)).isInstanceOf(IllegalArgumentException.class);
    }

    private static Dataset gasOfTwo(double spare) {
        return NetworkSketch.named("gas of two")
                .good("gas", GoodKind.MATERIAL)
                .good("chip", GoodKind.PRODUCT)
                .makes("G", "gas", 0.5, spare, 1)
                .makes("H", "gas", 0.5, spare, 1)
                .makes("C", "chip", 1)
                .needs("chip", "gas", in -> in.useShare(1).leadWeeks(1).stockWeeks(0))
                .build();
    }

    private static List<Pair> pairs(Dataset dataset, String target, int among) {
        NodeStudy study = new NodeStudy(new StudyRunner(new DataPackage(
                Path.of("made up"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of())));
        Set<Good> targets = Set.of(dataset.getGood(target));
        Settings settings = Settings.lasting(Instrument.OUTAGE, WEEKS, 2);
        List<Ranked> alone =
                study.rank(study.nodes(Kind.ACTIVITY), targets, Order.LOST_OUTPUT, settings, RunMonitor.NONE);
        return study.pairs(alone, among, targets, Order.LOST_OUTPUT, settings, RunMonitor.NONE);
    }
}
