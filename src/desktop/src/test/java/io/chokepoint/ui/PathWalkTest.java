package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.util.List;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Showing only a path is a state that one can see and leave, by its control, by Esc, and by looking at something else. */
class PathWalkTest {
    private static Walk walk;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1440, 900);
        state = walk.state();
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @BeforeEach
    void startAfresh() {
        Toolkit.doOnUiThread(() -> walk.looks().window().view().comparison().end());
        walk.scenario("ree-licence-14nm-enforced");
    }

    private static void showPath() {
        walk.run(Command.WHY);
        assertThat(state.looking().isPath()).isTrue();
    }

    private static void showWays() {
        Good from = good("yttrium-oxide");
        Good to = state.answer().orElseThrow().headline().orElseThrow();
        Toolkit.doOnUiThread(() -> state.looking().focusProperty().set(Focus.HIT.withPath(from, to)));
        Toolkit.settle();
        assertThat(state.looking().isPath()).isTrue();
    }

    private static Good good(String id) {
        return state.findGood(id).orElseThrow();
    }

    private static void isLeft() {
        assertThat(state.looking().isPath()).isFalse();
        assertThat(state.looking().focusProperty().get().show()).isEqualTo(Focus.Show.HIT);
    }

    @Test
    void escapeInTheGraphLeavesThePathFirstAndThenWhatIsSelected() {
        for (Runnable show : List.<Runnable>of(PathWalkTest::showPath, PathWalkTest::showWays)) {
            Toolkit.doOnUiThread(() -> state.looking().select(good("yttrium-oxide")));
            show.run();
            walk.focus("#graph-canvas");
            walk.key(KeyCode.ESCAPE);
            isLeft();
            assertThat(state.looking().selectionProperty().get().good()).contains(good("yttrium-oxide"));
            walk.key(KeyCode.ESCAPE);
            assertThat(state.looking().selectionProperty().get().isEmpty()).isTrue();
        }
    }

    @Test
    void escapeLeavesThePathWhereverTheFocusIs() {
        Toolkit.doOnUiThread(() -> state.looking().select(good("yttrium-oxide")));
        Toolkit.settle();
        walk.focus("#inspector-path");
        walk.click("#inspector-path");
        assertThat(state.looking().isPath()).isTrue();
        walk.key(KeyCode.ESCAPE);
        isLeft();
    }

    @Test
    void thePathHasAControlThatLeavesIt() {
        for (Runnable show : List.<Runnable>of(PathWalkTest::showPath, PathWalkTest::showWays)) {
            show.run();
            Toolkit.doOnUiThread(() -> {
                Region chip = (Region) walk.find("#graph-strip .graph-chip");
                assertThat(((Label) chip.lookup(".label")).getText()).containsAnyOf("Path to", "→");
                ((ButtonBase) chip.lookup(".chip-close")).fire();
            });
            Toolkit.settle();
            isLeft();
            assertThat(walk.isShown("#graph-strip .graph-chip")).isFalse();
        }
    }

    @Test
    void anotherScenarioIsShownWhole() {
        showPath();
        walk.scenario("ree-full-stop");
        isLeft();
        showWays();
        walk.scenario("ree-licence-14nm");
        isLeft();
    }

    @Test
    void aComparisonIsShownWhole() {
        showPath();
        Scenario other =
                state.data().orElseThrow().findScenario("ree-full-stop").orElseThrow();
        Toolkit.doOnUiThread(() -> walk.looks().window().view().comparison().start(other));
        walk.waitForRun();
        isLeft();
        assertThat(walk.looks()
                        .window()
                        .view()
                        .comparison()
                        .contextB()
                        .state()
                        .looking()
                        .isPath())
                .isFalse();
    }
}
