package io.chokepoint.study;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import io.chokepoint.model.Stage;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKind.ActsOn;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * How the model did on the past episodes that are most like a scenario.
 *
 * <p>The rule: episodes in which a good is restricted that the scenario restricts too; where there is none, those in which a good of the
 * same stage is; where there is none either, those with the same kind of restriction. For the first two, what only makes things dearer is
 * like what only makes things dearer, and what withholds them like what withholds them. The verdicts are those of {@link Backtest} at
 * central figures, of the dataset as it is published.
 *
 * @param likeness what the episodes share with the scenario; empty where no episode is like it
 * @param episodes in the dataset's order
 * @param quantities verdicts on output, exports, units and weeks
 * @param prices verdicts on prices and on revenue, which needs them
 */
public record TrackRecord(
        Optional<Likeness> likeness, List<Episode> episodes, BacktestScore quantities, BacktestScore prices) {

    /** What an episode shares with a scenario, the nearest first. */
    public enum Likeness {
        GOOD("good"),
        STAGE("stage"),
        KIND("kind");

        private final String key;

        Likeness(String key) {
            this.key = key;
        }
    }

    public TrackRecord {
        episodes = List.copyOf(episodes);
    }

    /**
     * Runs the episodes that are like the scenario once each.
     *
     * @param episodes of the runner's dataset
     */
    public static TrackRecord of(
            StudyRunner runner, Scenario scenario, List<Episode> episodes, int threads, RunMonitor monitor) {
        Traits own = Traits.of(runner, scenario);
        for (Likeness likeness : Likeness.values()) {
            List<Episode> like = episodes.stream()
                    .filter(episode -> Traits.of(runner, episode.scenario()).shares(likeness, own))
                    .toList();
            if (!like.isEmpty()) {
                List<BacktestRow> rows = Backtest.run(runner.asPublished(), like, 0, 0, threads, monitor);
                return new TrackRecord(Optional.of(likeness), like, score(rows, false), score(rows, true));
            }
        }
        return new TrackRecord(Optional.empty(), List.of(), BacktestScore.of(List.of()), BacktestScore.of(List.of()));
    }

    private static BacktestScore score(List<BacktestRow> rows, boolean ofPrices) {
        return BacktestScore.of(rows.stream()
                .filter(row -> row.observation().what().needsPrices() == ofPrices)
                .toList());
    }

    /** How many observations there are in all. */
    public int observations() {
        return quantities.observations() + prices.observations();
    }

    /** What it comes to, in sentences. */
    public List<String> sentences() {
        if (likeness.isEmpty()) {
            return List.of(Texts.get("trackRecord.none"));
        }
        List<String> sentences = new ArrayList<>();
        sentences.add(Texts.get(
                "trackRecord." + likeness.get().key,
                episodes.size(),
                String.join(
                        "; ",
                        episodes.stream()
                                .map(episode -> episode.scenario().title())
                                .toList())));
        add("trackRecord.quantities", quantities, sentences);
        add("trackRecord.prices", prices, sentences);
        return List.copyOf(sentences);
    }

    private static void add(String key, BacktestScore score, List<String> sentences) {
        if (score.observations() > 0) {
            sentences.add(
                    Texts.get(key, score.observations(), score.inRange(), score.overPredicts(), score.underPredicts()));
        }
    }

    /** The same in a few words: "6 of 12 past observations as seen, 1 too harsh, 5 too mild". */
    public String brief() {
        return likeness.isEmpty()
                ? Texts.get("trackRecord.none")
                : Texts.get(
                        "trackRecord.brief",
                        quantities.inRange() + prices.inRange(),
                        observations(),
                        quantities.overPredicts() + prices.overPredicts(),
                        quantities.underPredicts() + prices.underPredicts());
    }

    /** The same shorter still: "on 3 past shocks to the same goods: 6 of 12 right, 1 too harsh, 5 too mild". */
    public String line() {
        return likeness.isEmpty()
                ? Texts.get("trackRecord.lineNone")
                : Texts.get(
                        "trackRecord.line." + likeness.get().key,
                        episodes.size(),
                        quantities.inRange() + prices.inRange(),
                        observations(),
                        quantities.overPredicts() + prices.overPredicts(),
                        quantities.underPredicts() + prices.underPredicts());
    }

    /**
     * What a scenario restricts.
     *
     * @param withheld goods that somebody no longer makes or gets as before
     * @param dearer goods that only cost more
     */
    private record Traits(Set<Good> withheld, Set<Good> dearer, Set<RestrictionKind> kinds) {

        static Traits of(StudyRunner runner, Scenario scenario) {
            Traits traits = new Traits(new HashSet<>(), new HashSet<>(), new HashSet<>());
            ScenarioSelection selection = runner.select(scenario);
            for (int r = 0; r < scenario.restrictions().size(); r++) {
                Restriction restriction = scenario.restrictions().get(r);
                Set<Good> goods = withholds(restriction.kind()) ? traits.withheld : traits.dearer;
                IntStream.concat(
                                IntStream.of(selection.activities(r)),
                                IntStream.of(selection.links(r)).map(runner.structure()::linkSupplier))
                        .mapToObj(maker -> runner.structure().activity(maker).good())
                        .forEach(goods::add);
                traits.kinds.add(restriction.kind());
            }
            return traits;
        }

        private static boolean withholds(RestrictionKind kind) {
            return kind.actsOn(ActsOn.CAPACITY) || kind.actsOn(ActsOn.VOLUME);
        }

        boolean shares(Likeness likeness, Traits other) {
            return switch (likeness) {
                case GOOD -> meet(withheld, other.withheld) || meet(dearer, other.dearer);
                case STAGE ->
                    meet(stages(withheld), stages(other.withheld)) || meet(stages(dearer), stages(other.dearer));
                case KIND -> meet(kinds, other.kinds);
            };
        }

        private static Set<Stage> stages(Set<Good> goods) {
            Set<Stage> stages = new HashSet<>();
            goods.forEach(good -> stages.add(good.stage()));
            return stages;
        }

        private static boolean meet(Set<?> some, Set<?> others) {
            return some.stream().anyMatch(others::contains);
        }
    }
}
