package io.chokepoint.enginetests;

import static io.chokepoint.enginetests.StatedNumbers.assertSeries;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Period;
import io.chokepoint.testkit.ModelRun;
import io.chokepoint.testkit.Models;
import io.chokepoint.testkit.NetworkSketch;
import io.chokepoint.testkit.ScenarioSketch;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** Capacity that comes back slowly, and capacity that is added, with weeks computed by hand. */
@ParameterizedClass(name = "{0}")
@EnumSource
class RestartAndExpansionTest {

    @Parameter
    Models model = Models.REFERENCE;

    /** a@X alone, all of it for other uses: its output is its capacity, as far as 1 is wanted. */
    private final Dataset alone =
            NetworkSketch.named("alone").makes("X", "a", 1).build();

    @Nested
    class A_Restart {
        private ModelRun run(ScenarioSketch scenario) {
            return model.run(alone, scenario.scenario());
        }

        private static ScenarioSketch outage(double rampWeeks) {
            return ScenarioSketch.over(40).during(10, 20, rampWeeks);
        }

        @Test
        void withoutRecoveryAllIsBackAtTheEnd() {
            String atOnce = "0-9: 1, 10-19: 0.2, 20 on: 1";

            assertSeries(run(outage(0).outage("good:a", 0.8)), "a", atOnce);
            assertSeries(run(outage(0).outage("good:a", 0.8, 0)), "a", atOnce);
        }

        @Test
        void capacityComesBackInAStraightLine() {
            // Each week a fifth of the lost .8: R = 4 weeks at less than all.
            assertSeries(
                    run(outage(0).outage("good:a", 0.8, 4)),
                    "a",
                    "0-9: 1, 10-19: 0.2, 20: 0.36, 21: 0.52, 22: 0.68, 23: 0.84, 24 on: 1");
        }

        @Test
        void partsOfAWeekCount() {
            // 1 − .8·(1 − 1/1.5).
            assertSeries(run(outage(0).outage("good:a", 0.8, 0.5)), "a", "19: 0.2, 20: 0.733333, 21 on: 1");
        }

        @Test
        void aRampThatIsNotAtItsTopStartsToRecoverFromWhereItIs() {
            // g is .5 in week 19, so .4 is lost, of which a half is back in week 20.
            assertSeries(run(outage(20).outage("good:a", 0.8, 1)), "a", "10: 0.96, 19: 0.6, 20: 0.8, 21 on: 1");
        }

        @Test
        void recoveriesMultiplyLikeOutages() {
            // Week 20: (1 − .5·½)·(1 − .4·¾).
            assertSeries(
                    run(outage(0).outage("good:a", 0.5, 1).outage("country:X", 0.4, 3)),
                    "a",
                    "19: 0.3, 20: 0.525, 21: 0.8, 22: 0.9, 23 on: 1");
        }

        @Test
        void anOutageWithoutAnEndNeverRecovers() {
            assertSeries(
                    run(ScenarioSketch.over(40).during(10, Period.OPEN).outage("good:a", 0.8, 4)), "a", "10 on: 0.2");
        }
    }

    @Nested
    class B_Expansion {
        @Test
        void whatNobodyAsksForChangesNothing() {
            ModelRun run = model.run(
                    alone,
                    ScenarioSketch.over(40).expansion("good:a", 0.5, 5, 10).scenario());

            assertSeries(run, "a", "0 on: 1");
        }

        @Test
        void anOutageTakesItsPartOfWhatWasAddedToo() {
            // (1 + .4·½)·.5 and then (1 + .4)·.5.
            ModelRun run = model.run(
                    alone,
                    ScenarioSketch.over(40)
                            .during(10, 20)
                            .outage("good:a", 0.5)
                            .expansion("good:a", 0.4, 12, 2)
                            .scenario());

            assertSeries(run, "a", "0-9: 1, 10-11: 0.5, 12: 0.6, 13-19: 0.7, 20 on: 1");
        }

        @Test
        void expansionsAddUpAndEachHasItsOwnStart() {
            ModelRun run = model.run(
                    alone,
                    ScenarioSketch.over(40)
                            .during(10, 20)
                            .outage("good:a", 0.5)
                            .expansion("good:a", 0.2, 0, 0)
                            .expansion("country:X", 0.4, 15, 0)
                            .scenario());

            assertSeries(run, "a", "9: 1, 10-14: 0.6, 15-19: 0.8, 20 on: 1");
        }

        /**
         * scanner@Z → wafer@C (capital, u 1, ℓ 26, L 7; spare .5 within 1000 weeks): banned from week 10 on, machines are
         * (1 − 1/364)ⁿ n weeks after week 36, and 1 is wanted of the wafers all along.
         */
        @Test
        void makersCountAsOverOrderedOnlyBeyondWhatWasAdded() {
            Dataset machines = NetworkSketch.named("machines")
                    .makes("Z", "scanner", 1)
                    .makes("C", "wafer", 1, 0.5, 1000)
                    .needs(
                            "wafer",
                            "scanner",
                            input -> input.useShare(1).leadWeeks(26).capital(7))
                    .build();
            ModelRun run = model.run(
                    machines,
                    ScenarioSketch.over(90)
                            .during(10, Period.OPEN)
                            .exportBan("good:scanner", 0)
                            .expansion("good:wafer", 0.1, 0, 0)
                            .scenario());

            // .1 + (1 − 1/364)³⁹ in week 75, the first below 1; in the next surge adds .5/1000, then twice that.
            assertSeries(run, "wafer", "0-74: 1, 75: 0.998265, 76: 0.996297, 77: 0.994336");
        }
    }
}
