package io.chokepoint.bounds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.study.NodeResilience;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.NetworkSketch;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @Test
    void moreStockThanAnybodyCouldUseIsAsGoodAsALot() {
        assertThat(stocked(1e308)).isEqualTo(stocked(1e6)).isEqualTo(stocked(5_000));
    }

    private static List<NodeResilience> stocked(double weeks) {
        return rows(
                NetworkSketch.named("stocked")
                        .makes("X", "a", .9, .5, 1)
                        .makes("Y", "a", .1)
                        .makes("Z", "b", 1)
                        .makes("Z", "c", 1)
                        .needs(
                                "b",
                                "a",
                                input -> input.useShare(.8).leadWeeks(2).stockWeeks(weeks))
                        .needs(
                                "c",
                                "b",
                                input -> input.useShare(.8).leadWeeks(2).stockWeeks(4))
                        .build(),
                1);
    }

    /** Either there is an answer, or a sentence that says which figure is out of range; no word of the solver. */
    @ParameterizedTest
    @ValueSource(doubles = {1e-300, 1e-100, 1e-20, 1e20, 1e100, 1e300})
    void figuresFarOutOfRangeHaveAnAnswerOrAreNamed(double figure) {
        double part = Math.min(1, figure);
        List<Dataset> extremes = List.of(
                extreme(part, 1, 0, 4, 1),
                extreme(.8, part, 0, 4, 1),
                extreme(.8, 1, figure, 4, 1),
                extreme(.8, 1, 0, figure, 1),
                extreme(.8, 1, 0, 4, figure),
                extreme(part, 1, figure, figure, figure));
        for (Dataset one : extremes) {
            try {
                assertThat(rows(one, 1))
                        .allSatisfy(row -> assertThat(row.lostWeeks()).isFinite());
            } catch (ChokepointException said) {
                assertThat(said).hasMessageContaining("Furthest out of range: ").hasMessageNotContaining("FAILED");
            }
        }
    }

    private static Dataset extreme(double use, double criticality, double spare, double stock, double perUnit) {
        return NetworkSketch.named("extreme")
                .makes("X", "a", .9, spare, 1)
                .makes("Y", "a", .1)
                .makes("Y", "d", 1)
                .makes("Z", "b", 1)
                .needs(
                        "b",
                        "a",
                        input -> input.useShare(use)
                                .criticality(criticality)
                                .stockWeeks(stock)
                                .alternative("d", .5, 1, perUnit))
                .build();
    }

    @Test
    void theFigureFurthestOutIsNamed() {
        assertThat(FarFigures.sentence(NetworkCompiler.compile(extreme(.8, 1e-200, 0, 4, 1), FigureValues.CENTRAL)))
                .contains("the criticality of a > b@Z, 1.00e-200");
    }

    private NodeResilience row(String label, int threads) {
        return rows(threads).stream()
                .filter(row -> row.node().label().equals(label))
                .findFirst()
                .orElseThrow();
    }

    private List<NodeResilience> rows(int threads) {
        return rows(dataset, threads);
    }

    private static List<NodeResilience> rows(Dataset dataset, int threads) {
        Collection<Good> both = dataset.goods();
        StudyRunner runner = new StudyRunner(new DataPackage(
                Path.of("made up"), dataset, Optional.empty(), RationingRule.PROPORTIONAL, List.of(), List.of()));
        return new ResilienceStudy(runner).rows(both, Kind.ACTIVITY, RECOVER, 104, threads, RunMonitor.NONE);
    }
}
