package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.analysis.MonteCarlo;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.study.Backtest;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.Headline;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.testkit.SmallChain;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.ManyRuns;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Studies of many runs in the window, from the button to the answer; on a small dataset, so that nothing has to be cut short. */
class ManyRunsToTheEndTest {
    @TempDir
    private Path home;

    private static Scenario banned(String id, double low, double central, double high) {
        return SmallChain.scenario(new Figure(id, low, central, high, "part", Evidence.assumption("made up")));
    }

    private static DataPackage data(List<Episode> episodes) {
        DataPackage plain = SmallRun.data();
        return new DataPackage(
                plain.folder(), plain.dataset(), Optional.empty(), RationingRule.PROPORTIONAL, List.of(), episodes);
    }

    @Test
    void aComparisonSaysInHowManyRunsBIsWorse() {
        Scenario a = banned("leak-a", 0.1, 0.3, 0.6);
        Scenario b = banned("leak-b", 0.1, 0.2, 0.5);
        SmallWindow window = SmallWindow.open(data(List.of()), a, Theme.LIGHT, 1280, 800, home);
        try {
            Toolkit.doOnUiThread(() -> window.window().view().comparison().start(b));
            window.waitForWork();
            // No chip falls short in A.
            assertThat(shown(window)).contains("Chips: A never, B week 56");
            assertThat(window.texts(".answer-bar")).noneMatch(text -> text.startsWith("B worse in"));

            window.click("#compare-run-many");
            window.waitForWork();

            int tenths = worse(a, b);
            assertThat(tenths).isBetween(1, 9);
            assertThat(shown(window)).contains("B worse in " + tenths + " of 10 runs");
            assertThat(window.texts(".answer-bar"))
                    .anyMatch(text -> text.startsWith("lowest, middle; central run: A "));
            assertThat(window.texts("#changes"))
                    .anyMatch(text -> text.contains("runs with drawn figures, the same for both"));
            window.picture("compare-many-runs");
        } finally {
            window.close();
        }
    }

    private static List<String> shown(SmallWindow window) {
        return Toolkit.onUiThread(() -> window.window().scene().getRoot().lookupAll(".answer").stream()
                .filter(Labeled.class::isInstance)
                .map(node -> ((Labeled) node).getText())
                .toList());
    }

    /** By other means: both sampled by themselves and counted run by run. */
    private static int worse(Scenario a, Scenario b) {
        StudyRunner runner = SmallRun.runner();
        MonteCarlo.Settings all = MonteCarlo.Settings.all(ManyRuns.MOST, 1, 1);
        Good good = Headline.headlineGood(runner.run(a, RunMonitor.NONE)).orElseThrow();
        MonteCarloResult ofA = runner.sample(a, all, RunMonitor.NONE);
        MonteCarloResult ofB = runner.sample(b, all, RunMonitor.NONE);
        double[] lostA = ofA.values(good, Measure.LOST_OUTPUT);
        double[] lostB = ofB.values(good, Measure.LOST_OUTPUT);
        int worse = 0;
        for (int run = 0; run < lostA.length; run++) {
            worse += lostB[run] > lostA[run] + 0.005 ? 1 : 0;
        }
        return Math.round(10f * worse / lostA.length);
    }

    @Test
    void pastEpisodesEndWithTheRangeOfTheirRunsBesideWhatWasSeen() {
        List<Episode> episodes = List.of(
                episode(banned("leak-a", 0.05, 0.2, 0.3), Quantity.LEAST_OUTPUT, 0.4, 0.9, false),
                episode(banned("leak-b", 0, 0.05, 0.1), Quantity.FIRST_LOSS, 70, 75, true));
        SmallWindow window =
                SmallWindow.open(data(episodes), episodes.getFirst().scenario(), Theme.DARK, 1280, 800, home);
        try {
            Toolkit.doOnUiThread(() -> window.window().context().commands().run(Command.PAST_EPISODES));
            window.waitForWork();
            assertThat(window.texts("#episodes")).contains("in range");

            window.click("#episodes-draw");
            window.waitForWork();

            List<BacktestRow> expected = Backtest.run(SmallRun.runner(), episodes, 200, 1, 1, RunMonitor.NONE);
            BacktestRow least = expected.getFirst();
            BacktestRow first = expected.getLast();
            assertThat(least.p10().getAsDouble()).isLessThan(least.p90().getAsDouble() - 0.02);
            assertThat(window.texts("#episodes"))
                    .contains(
                            Math.round(100 * least.p10().getAsDouble()) + "–"
                                    + Math.round(100 * least.p90().getAsDouble()) + " %",
                            Math.round(first.p10().getAsDouble()) + "–"
                                    + Math.round(first.p90().getAsDouble()));
            assertThat(window.texts("#episodes")).noneMatch(text -> text.matches("\\d+ of 2 episodes"));
            assertThat(Toolkit.onUiThread(
                            () -> ((Button) window.window().scene().lookup("#episodes-draw")).getText()))
                    .as("can be run again")
                    .startsWith("Run each");
            window.picture("past-episodes-drawn");
        } finally {
            window.close();
        }
    }

    private static Episode episode(Scenario scenario, Quantity quantity, double low, double high, boolean aside) {
        return new Episode(
                scenario,
                aside,
                List.of(new Observation(
                        "chip-one",
                        Optional.empty(),
                        false,
                        quantity,
                        0,
                        SmallRun.WEEKS - 1,
                        new Figure("seen/" + quantity, low, (low + high) / 2, high, "", Evidence.assumption("made up")),
                        "",
                        "what was seen")));
    }
}
