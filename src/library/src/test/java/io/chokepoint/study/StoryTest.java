package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Explanation.NumberedSource;
import io.chokepoint.testkit.HandMadeRun;
import io.chokepoint.testkit.SmallChain;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class StoryTest {
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

    private static Story story(SimulationResult run, Optional<MonteCarloResult> drawn, Optional<TrackRecord> record) {
        return Story.of(new Story.Parts(
                "A title", List.of("upper bound"), run, drawn, record, Optional.empty(), UnaryOperator.identity(), 0));
    }

    @Test
    void withoutDrawnRunsTheFirstSentenceHasTheNumbersOfTheCentralRun() {
        Story story = story(central, Optional.empty(), Optional.empty());
        Good good = Headline.of(central).good().orElseThrow();
        Outcome outcome = central.outcome(good);

        assertThat(story.sentences()).hasSize(3);
        assertThat(story.sentences().getFirst())
                .startsWith("At central figures the least output of " + good.shortName())
                .contains(Amounts.percent(outcome.trough()))
                .contains("week " + outcome.troughWeek())
                .contains(Headline.of(central).when().answer())
                .contains(Headline.of(central).who().answer());
        assertThat(story.caption().range()).contains("not been worked out");
        assertThat(story.caveats()).anyMatch(caveat -> caveat.contains("range has not been worked out"));
    }

    @Test
    void withDrawnRunsTheMiddleAndItsRangeLeadAndTheCentralRunStandsBesideThem() {
        MonteCarloResult drawn = runner.sample(scenario, MonteCarlo.Settings.all(RUNS, 1, 1), RunMonitor.NONE);
        Story story = story(central, Optional.of(drawn), Optional.empty());
        Good good = Headline.of(central).good().orElseThrow();
        Spread lowest = drawn.spread(good, Measure.TROUGH);
        String first = story.sentences().getFirst();

        assertThat(first)
                .startsWith("In the middle of 41 runs with drawn figures")
                .contains("is " + Amounts.output(lowest.p50()) + " of baseline")
                .contains(Amounts.output(lowest.p10()).replace(" %", "") + " to " + Amounts.output(lowest.p90()))
                .contains("at central figures "
                        + Amounts.percent(central.outcome(good).trough()) + ", in week "
                        + central.outcome(good).troughWeek());
        assertThat(first.indexOf("at central")).isGreaterThan(first.indexOf("middle"));
        assertThat(story.caption().range()).contains("8 of 10 runs").contains("41 runs");
        assertThat(story.caveats()).noneMatch(caveat -> caveat.contains("not been worked out"));
    }

    @Test
    void theSecondSentenceIsTheChainWithTheNumbersOfItsSources() {
        SimulationResult run = HandMadeRun.cascade();
        Story story = story(run, Optional.empty(), Optional.empty());
        Explanation why = Explanation.of(run, HandMadeRun.B200);

        assertThat(story.sentences().get(1))
                .isEqualTo("Why Nvidia B200 / B300 falls short at central figures: "
                        + why.quote().substring(why.quote().indexOf("it runs short of N4")));
        assertThat(story.steps()).isEqualTo(why.steps());
        assertThat(story.sources()).isEqualTo(why.sources());
        assertThat(Pattern.compile("\\[(\\d+)]")
                        .matcher(story.sentences().get(1))
                        .results()
                        .map(found -> Integer.parseInt(found.group(1))))
                .as("every source that is cited is listed")
                .isSubsetOf(story.sources().stream().map(NumberedSource::number).toList());
    }

    @Test
    void whatNobodyPublishedAndWhatWasNotWorkedOutIsSaid() {
        SimulationResult run = HandMadeRun.cascade();
        Explanation why = Explanation.of(run, HandMadeRun.B200);
        String assumed = why.steps().stream()
                .flatMap(step -> step.figures().stream())
                .filter(use -> use.text().endsWith("assumption"))
                .map(Explanation.FigureUse::what)
                .findFirst()
                .orElseThrow();
        String caveats =
                String.join("\n", story(run, Optional.empty(), Optional.empty()).caveats());

        assertThat(caveats)
                .contains(why.assumptions().sentence())
                .contains("Nobody published: ")
                .contains(assumed)
                .contains("Track record: not worked out")
                .contains("not a forecast");
    }

    @Test
    void theTextHoldsTitleMarksAnswerSentencesCaveatsAndOrigin() {
        Story story = story(central, Optional.empty(), Optional.empty());

        assertThat(story.toText())
                .startsWith("# A title\n**upper bound**\n")
                .contains(story.caption().answer())
                .contains(story.sentences())
                .contains(story.caveats())
                .endsWith(story.origin() + "\n");
        assertThat(story.origin()).contains("Chokepoint").contains("dataset").contains("central figures");
    }

    @Test
    void aRunThatHitsNothingSaysSoAndWhy() {
        SimulationResult calm = runner.run(
                SmallChain.scenario(new Figure("leak", 1, 1, 1, "part", Evidence.assumption("made up"))),
                RunMonitor.NONE);
        Story story = story(calm, Optional.empty(), Optional.empty());

        assertThat(calm.hitGoods()).isEmpty();
        assertThat(story.sentences()).hasSize(3);
        assertThat(story.sentences().getFirst()).contains("Nothing falls short");
        assertThat(story.sentences().get(1))
                .isEqualTo(Explanation.whyNothing(calm).orElseThrow());
        assertThat(story.steps()).isEmpty();
    }
}
