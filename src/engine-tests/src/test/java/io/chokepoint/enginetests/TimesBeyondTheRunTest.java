package io.chokepoint.enginetests;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Dataset;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.RunComparison;
import io.chokepoint.testkit.ScenarioSketch;
import org.junit.jupiter.api.Test;

/** What would arrive after the end of a run never does, however long after: it takes no room and changes nothing within the run. */
class TimesBeyondTheRunTest {
    private static final int WEEKS = 30;

    /** More weeks than any machine has room for, were each kept for every flow. */
    private static final int FOR_EVER = 1_000_000_000;

    /** {@code a@X → b@Y → c@Z → m}, b with machines from d@W. */
    private static Dataset chain(int leadWeeks) {
        return NetworkSketch.named("chain")
                .makes("X", "a", 1, 0.5, 2)
                .makes("W", "d", 1)
                .makes("Y", "b", 1)
                .makes("Z", "c", 1)
                .needs("b", "a", input -> input.useShare(0.8).stockWeeks(3).leadWeeks(leadWeeks))
                .needs("b", "d", input -> input.useShare(0.5).capital(1).leadWeeks(leadWeeks))
                .needs("c", "b", input -> input.useShare(0.8).stockWeeks(2).leadWeeks(2))
                .market("m", buyers -> buyers.buys("c", 1, 1))
                .build();
    }

    private static ModelRun run(int leadWeeks, double delayWeeks) {
        return Models.ENGINE.run(
                chain(leadWeeks),
                ScenarioSketch.over(WEEKS)
                        .during(4, 20)
                        .licence("good:a", delayWeeks, 0.7)
                        .licence("good:d", delayWeeks, 0.5)
                        .compliance("good:b", 0.1, delayWeeks)
                        .compliance("good:c", 0.1, delayWeeks)
                        .scenario());
    }

    @Test
    void delaysPastTheEndAreAsDelaysToTheEnd() {
        ModelRun toTheEnd = run(1, WEEKS);

        assertThat(toTheEnd.output("b", WEEKS - 1)).as("the delay hits").isLessThan(0.9);
        assertThat(RunComparison.differences(toTheEnd, run(1, FOR_EVER))).isEmpty();
    }

    @Test
    void leadTimesPastTheEndAreAsLeadTimesToTheEnd() {
        assertThat(RunComparison.differences(run(WEEKS, 2), run(500_000, 2))).isEmpty();
    }

    @Test
    void bothTogether() {
        assertThat(RunComparison.differences(run(WEEKS, WEEKS), run(500_000, FOR_EVER)))
                .isEmpty();
    }
}
