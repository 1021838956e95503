package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Good;
import io.chokepoint.study.LargestDifference;
import io.chokepoint.ui.compare.Comparison;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ToggleButton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A comparison opens on what differs most and says what decides it. */
class CompareDecidesTest {
    @TempDir
    private Path home;

    private SmallWindow window;
    private StudyState state;
    private Comparison comparison;

    @BeforeEach
    void open() {
        window = SmallWindow.open(SmallRun.data(), SmallRun.scenario(), Theme.LIGHT, 1280, 800, home);
        state = window.window().context().state();
        comparison = window.window().view().comparison();
    }

    @AfterEach
    void close() {
        window.close();
    }

    /** Nothing runs by itself in this window. */
    private void workOut() {
        window.waitForWork();
        Toolkit.doOnUiThread(() -> ((ButtonBase) node("#deciding-act")).fire());
        window.waitForWork();
    }

    private List<String> words() {
        return Toolkit.onUiThread(() -> window.window().scene().lookup("#deciding").lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Labeled) label).getText())
                .toList());
    }

    private String text(String id) {
        return Toolkit.onUiThread(() -> ((Labeled) node(id)).getText());
    }

    private Node node(String id) {
        return window.window().scene().lookup(id);
    }

    @Test
    void itOpensOnTheLargestDifferenceAndSaysWhatDecides() {
        Toolkit.doOnUiThread(() -> comparison.start(SmallRun.scenario().withRestrictions(List.of())));
        workOut();
        StudyState other = comparison.contextB().state();
        LargestDifference largest = LargestDifference.of(
                        state.result().orElseThrow(), other.result().orElseThrow())
                .orElseThrow();

        Good selected = Toolkit.onUiThread(
                () -> state.looking().selectionProperty().get().good().orElseThrow());
        assertThat(selected).isEqualTo(largest.good());
        assertThat(Toolkit.onUiThread(() -> state.looking().weekProperty().get()))
                .isEqualTo(largest.week());
        assertThat(text("#compare-sentence-a")).startsWith(selected.shortName() + " falls to");
        assertThat(text("#compare-sentence-b"))
                .isEqualTo(selected.shortName() + " stays at 99\u202F% of normal output or above.");
        assertThat(words())
                .anyMatch(said -> said.contains("less in B (0 weeks) than in A"))
                .anyMatch(said -> said.startsWith("Ban: China"))
                .anyMatch(said -> said.matches("−23 weeks, 100.% of it"))
                .anyMatch(said -> said.contains("2 runs with central figures"));
        window.picture("compare-decides");
    }

    @Test
    void anotherGoodIsExplainedFromTheSameRuns() {
        Toolkit.doOnUiThread(() -> comparison.start(SmallRun.scenario().withRestrictions(List.of())));
        workOut();
        Good chip = state.data().orElseThrow().dataset().getGood("chip-one");
        Toolkit.doOnUiThread(() -> state.looking().select(chip));
        window.waitForWork();

        assertThat(words()).anyMatch(said -> said.startsWith(chip.shortName() + ", output below normal"));
    }

    @Test
    void afterAChangeItComparesWithBefore() {
        assertThat(Toolkit.onUiThread(() -> window.window()
                        .context()
                        .commands()
                        .reasonNotProperty(Command.COMPARE_BEFORE)
                        .get()))
                .isNotEmpty();
        Toolkit.doOnUiThread(() -> state.edit("Lift the ban", scenario -> scenario.withRestrictions(List.of())));
        window.waitForWork();
        Toolkit.doOnUiThread(() -> window.window().context().commands().run(Command.COMPARE_BEFORE));
        workOut();

        assertThat(text("#compare-b")).isEqualTo("Before: Lift the ban");
        assertThat(comparison
                        .contextB()
                        .state()
                        .result()
                        .orElseThrow()
                        .scenario()
                        .restrictions())
                .isEqualTo(SmallRun.scenario().restrictions());
        assertThat(words()).anyMatch(said -> said.contains("more in B"));
    }

    @Test
    void thisWeeksChangesAreAClickAway() {
        Toolkit.doOnUiThread(() -> comparison.start(SmallRun.scenario().withRestrictions(List.of())));
        window.waitForWork();
        Toolkit.doOnUiThread(() -> ((ToggleButton) node("#compare-page-changes")).fire());
        Toolkit.settle();

        assertThat(node("#deciding").getParent().lookup("#changes").isVisible()).isTrue();
        assertThat(node("#deciding").isVisible()).isFalse();
    }
}
