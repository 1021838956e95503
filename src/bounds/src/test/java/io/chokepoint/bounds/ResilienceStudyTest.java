package io.chokepoint.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.NodeResilience;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Times to survive and losses on a network where both follow by hand, with a target that goes into another target. */
class ResilienceStudyTest {
    private static final double RECOVER = 26;

    private final Dataset dataset = NetworkSketch.named("two")
            .makes("X", "a", .9, .5, 1)
            .makes("Y", "a", .1)
            .makes("Z", "b", 1)
            .needs("b", "a", input -> input.useShare(.8).leadWeeks(2).stockWeeks(4))
            .build();

    @Test
    void aTargetThatGoesIntoAnotherIsNotAskedForTwice() {
        // X alone makes 1.35 of the 1 that everybody takes: 0.2 from outside and 0.8 for b.
        NodeResilience second = row("a@Y", 1);

        assertThat(second.survivesAll()).isTrue();
        assertThat(second.lostWeeks()).isZero();
    }

    @Test
    void whatIsLeftGoesWhereItSavesMost() {
        // Y makes 2.6 in 26 weeks, worth 1.25 of b a unit, and Z has 4.8 in stock and on its way: b loses 26 − 6 −
        // 3.25, a all 5.2.
        NodeResilience first = row("a@X", 1);

        assertThat(first.surviveWeeks()).isCloseTo(0, within(1e-9));
        assertThat(first.lostWeeks()).isCloseTo((16.75 + 5.2) / 2, within(1e-9));
        // Without Z all of b is lost.
        assertThat(first.exposure()).isCloseTo((16.75 + 5.2) / 26, within(1e-9));
    }

    @Test
    void threadsDoNotChangeTheResult() {
        assertThat(rows(3)).isEqualTo(rows(1));
    }

    private NodeResilience row(String label, int threads) {
        return rows(threads).stream()
                .filter(row -> row.node().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private List<NodeResilience> rows(int threads) {
        Collection<Good> both = dataset.goods();
        StudyRunner runner = new StudyRunner(new DataPackage(
                Path.of("made up"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
        return new ResilienceStudy(runner).rows(both, Kind.ACTIVITY, RECOVER, 104, threads, RunMonitor.NONE);
    }
}
