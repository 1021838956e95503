package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.SmallChain;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunsHeadlineTest {
    /** An odd number, so that the middle is one of the runs. */
    private static final int RUNS = 41;

    private final StudyRunner runner = new StudyRunner(new DataPackage(
            Path.of("small"),
            SmallChain.dataset(),
            Optional.empty(),
            new RationingRule.Proportional(),
            List.of(),
            List.of()));
    private final Scenario scenario =
            SmallChain.scenario(new Figure("leak", 0, 0.1, 0.95, "part", Evidence.assumption("made up")));
    private final SimulationResult central = runner.run(scenario, RunMonitor.NONE);

    private MonteCarloResult sample(Scenario of) {
        return runner.sample(of, MonteCarlo.Settings.all(RUNS, 1, 1), RunMonitor.NONE);
    }

    private RunsHeadline headline(MonteCarloResult drawn) {
        return RunsHeadline.of(Headline.of(central), central, drawn).orElseThrow();
    }

    private static double[] sorted(MonteCarloResult drawn, Good good, Measure measure) {
        double[] values = drawn.values(good, measure);
        Arrays.sort(values);
        return values;
    }

    @Test
    void theMiddleLeadsAndTheCentralRunStandsBesideIt() {
        MonteCarloResult drawn = sample(scenario);

        RunsHeadline answer = headline(drawn);

        double[] lowest = sorted(drawn, answer.good(), Measure.TROUGH);
        long middle = Math.round(lowest[20] * 100);
        long alone = Math.round(central.outcome(answer.good()).trough() * 100);
        assertThat(middle).isGreaterThan(alone);
        assertThat(answer.howHard().answer()).isEqualTo(answer.good().shortName() + ": " + middle + " %");
        assertThat(answer.howHard().detail()).isEqualTo("lowest, middle of 41 runs; central " + alone + " %");
        assertThat(answer.howSure().answer())
                .isEqualTo(
                        "8 of 10 runs: " + Math.round(lowest[4] * 100) + " to " + Math.round(lowest[36] * 100) + " %");
    }

    @Test
    void chipsFallShortFromTheWeekInWhichTheFirstOfThemDoes() {
        MonteCarloResult drawn = sample(scenario);
        double[] first = new double[RUNS];
        double[] one = drawn.values(drawn.dataset().getGood("chip-one"), Measure.FIRST_LOSS);
        double[] two = drawn.values(drawn.dataset().getGood("chip-two"), Measure.FIRST_LOSS);
        for (int run = 0; run < RUNS; run++) {
            first[run] = Math.min(one[run], two[run]);
        }
        Arrays.sort(first);

        RunsHeadline answer = headline(drawn);

        assertThat(answer.when().answer()).isEqualTo("Chips: from week " + Math.round(first[20]));
        assertThat(answer.when().detail())
                .startsWith("8 of 10: week " + Math.round(first[4]))
                .endsWith("central " + Headline.of(central).week().getAsInt());
    }

    @Test
    void whatOnlyTheCentralRunHitsIsNotSaidToFall() {
        RunsHeadline answer = headline(sample(Scenario.adHoc(SmallChain.WEEKS, List.of())));

        assertThat(answer.who().answer()).startsWith("0 of ");
        assertThat(answer.who().detail())
                .contains("0 of 2 chips")
                .endsWith("central " + Headline.of(central).hits().fallShort().size());
        assertThat(answer.when().answer()).isEqualTo("Chips: not in half the runs");
        assertThat(answer.when().detail()).startsWith("8 of 10: never;");
        assertThat(answer.howHard().answer()).endsWith(": 100 %");
        assertThat(answer.howSure().detail()).endsWith("below 90 % in 0 % of runs");
    }

    @Test
    void fewRunsDoNotTellHowWellTheyAreKnown() {
        RunsHeadline few = headline(runner.sample(scenario, MonteCarlo.Settings.all(29, 1, 1), RunMonitor.NONE));
        RunsHeadline enough = headline(runner.sample(scenario, MonteCarlo.Settings.all(30, 1, 1), RunMonitor.NONE));

        assertThat(few.known()).isEqualTo("too few runs to tell how well it is known");
        assertThat(few.more()).startsWith("29 runs are too few to tell").doesNotContain("points", "within");
        assertThat(few.howSure().detail()).startsWith(few.known());
        assertThat(enough.known()).startsWith("known to ");
    }

    @Test
    void whatManyRunsHitIsNotPassedOverWhereTheCentralRunHitsNothing() {
        SimulationResult quiet = runner.run(Scenario.adHoc(SmallChain.WEEKS, List.of()), RunMonitor.NONE);

        RunsHeadline answer =
                RunsHeadline.of(Headline.of(quiet), quiet, sample(scenario)).orElseThrow();

        assertThat(quiet.dataset().headline().contains(answer.good())).isTrue();
        assertThat(answer.howHard().detail()).endsWith("central 100 %");
    }
}
