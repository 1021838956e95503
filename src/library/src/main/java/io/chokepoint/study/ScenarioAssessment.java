package io.chokepoint.study;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.analysis.PriceSpreads.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All that a scenario's page says of how far its answer can be relied on.
 *
 * @param central the run at central figures
 * @param drawn runs with drawn figures, with prices; empty where none were wanted
 * @param record of the model on past episodes like it
 * @param switching what would have to be true for another answer
 */
public record ScenarioAssessment(
        SimulationResult central, Optional<MonteCarloResult> drawn, TrackRecord record, SwitchingValues switching) {

    private static final double DEARER = 1.1;

    /**
     * Runs the scenario as often as {@code drawing} asks, its like among the past episodes once each, and as often as {@link SwitchingValues} needs.
     *
     * @param central the runner's run of the scenario at the dataset's central figures
     * @param drawing how the figures are drawn; empty where no such runs are wanted
     * @param threads ≥ 1, for the runs at central figures; does not change the result
     */
    public static ScenarioAssessment of(
            StudyRunner runner,
            SimulationResult central,
            Optional<MonteCarlo.Settings> drawing,
            int threads,
            RunMonitor monitor) {
        Optional<MonteCarloResult> drawn =
                drawing.map(settings -> runner.sample(central.scenario(), settings, monitor));
        TrackRecord record =
                TrackRecord.of(runner, central.scenario(), runner.data().episodes(), threads, monitor);
        return new ScenarioAssessment(
                central, drawn, record, SwitchingValues.find(runner, central, Map.of(), threads, monitor));
    }

    /** The answer at central figures as scenario files state it. */
    public static String says(SimulationResult central) {
        Optional<MoneyLost> money = MoneyLost.of(central, Optional.empty());
        return Texts.get("says.central", Headline.of(central).line())
                + money.map(lost -> " " + Texts.get("says.money", lost.valueAdded()))
                        .orElse("");
    }

    /** The answer at central figures, then that of runs with drawn figures, as scenario files state it. */
    public static String says(SimulationResult central, MonteCarloResult drawn) {
        List<String> sentences = new ArrayList<>();
        sentences.add(says(central));
        RunsHeadline.of(Headline.of(central), central, drawn)
                .ifPresent(answer -> sentences.add(Texts.get(
                        "says.drawn",
                        drawn.runs(),
                        answer.howHard().answer(),
                        answer.howSure().answer())));
        MoneyLost.of(central, drawn.prices())
                .ifPresent(lost -> sentences.add(Texts.get("says.moneyRange", lost.valueAdded())));
        drawn.prices().flatMap(prices -> dearest(drawn, prices)).ifPresent(sentences::add);
        return String.join(" ", sentences);
    }

    private static Optional<String> dearest(MonteCarloResult drawn, PriceSpreads prices) {
        Comparator<Good> byMiddle = Comparator.comparingDouble(
                good -> prices.spread(good, Measure.HIGHEST_PRICE).p50());
        return drawn.dataset().goods().stream()
                .max(byMiddle)
                .filter(good -> prices.spread(good, Measure.HIGHEST_PRICE).p50() > DEARER)
                .map(good -> {
                    MonteCarloResult.Spread price = prices.spread(good, Measure.HIGHEST_PRICE);
                    return Texts.get(
                            "says.dearest",
                            good.shortName(),
                            PriceAnswer.number(price.p50()),
                            PriceAnswer.number(price.p10()),
                            PriceAnswer.number(price.p90()));
                });
    }

    /** What stands above the ranges: how many runs they come from. */
    public static String rangesTitle(MonteCarloResult drawn) {
        return Texts.get("assessment.ranges", drawn.runs());
    }

    /** The value added lost as a range, in a sentence. */
    public static String moneySentence(MoneyLost lost) {
        return Texts.get("says.moneyRange", lost.valueAdded());
    }

    /** What stands above {@link SwitchingValues#sentences()}. */
    public static String switchingTitle() {
        return Texts.get("switching.title");
    }

    /** What stands above {@link TrackRecord#sentences()}. */
    public static String recordTitle() {
        return Texts.get("trackRecord.title");
    }
}
