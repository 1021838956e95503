package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.testkit.EngineUnderTest;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** A delay that comes to nothing is said, whatever else its restriction does; one that adds up with others is none of these. */
class RunRemarksTest {
    private static final String NOTHING =
            " does nothing at central figures. What delays a flow adds up to less than half a week, and the run"
                    + " counts in whole weeks.";

    /** a → b, used up, and a → c, access. */
    private final NetworkSketch network = NetworkSketch.named("remarks")
            .makes("X", "a", 1)
            .makes("Y", "b", 1)
            .makes("Y", "c", 1)
            .needs("b", "a", input -> input.useShare(0.4).leadWeeks(1))
            .needs("c", "a", input -> input.useShare(0.4).access());

    private List<String> remarks(UnaryOperator<ScenarioSketch> restrictions) {
        return RunRemarks.of(EngineUnderTest.simulate(
                network.build(),
                restrictions.apply(ScenarioSketch.over(30).during(5, 20)).scenario(),
                RationingRule.PROPORTIONAL,
                FigureValues.CENTRAL));
    }

    @Test
    void aDelayOfLessThanHalfAWeekIsSaid() {
        assertThat(remarks(sketch -> sketch.licence("good:a to.good:b", 0.4, 1)))
                .containsExactly("Restriction 1, Licence: its delay of 0.4 weeks" + NOTHING);
    }

    @Test
    void alsoWhereTheRestrictionCutsTheFlow() {
        assertThat(remarks(sketch -> sketch.exportBan("good:a to.good:c", 0).licence("good:a to.good:b", 0.4, 0.5)))
                .containsExactly("Restriction 2, Licence: its delay of 0.4 weeks" + NOTHING);
    }

    @Test
    void alsoOfAccessWhereEachIsRoundedByItself() {
        assertThat(remarks(sketch -> sketch.licence("good:a to.good:c", 0.4, 1).licence("good:a to.good:c", 0.4, 1)))
                .hasSize(2);
    }

    @Test
    void whatAddsUpToAWeekIsNotSaid() {
        assertThat(remarks(sketch -> sketch.licence("good:a to.good:b", 0.4, 1).licence("good:a to.good:b", 0.4, 1)))
                .isEmpty();
        assertThat(remarks(sketch -> sketch.licence("good:a", 0.5, 1))).isEmpty();
        assertThat(remarks(sketch -> sketch.exportBan("good:a", 0))).isEmpty();
    }

    @Test
    void whatStartsAfterTheRunIsSaid() {
        assertThat(remarks(sketch -> sketch.exportBan("good:a", 0)
                        .during(30, 40)
                        .outage("good:a", 1)
                        .during(29, 40)
                        .outage("good:a", 1)))
                .containsExactly(
                        "Restriction 2, Outage: it starts in week 30 at central figures, after the run of 30 weeks,"
                                + " and does nothing in it.");
        assertThat(remarks(sketch -> sketch.exportBan("good:a", 0).expansion("good:a", 0.5, 29, 0)))
                .isEmpty();
        assertThat(remarks(sketch -> sketch.exportBan("good:a", 0).expansion("good:a", 0.5, 31, 0)))
                .containsExactly(
                        "More capacity from week 31 on comes after the run of 30 weeks and does nothing in it.");
    }
}
