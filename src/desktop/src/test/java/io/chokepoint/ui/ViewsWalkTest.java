package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From each thing that the window can show to each other, in a large window and in the smallest: nothing may be thrown. */
class ViewsWalkTest {
    private Walk walk;

    @AfterEach
    void close() {
        walk.close();
    }

    @ParameterizedTest
    @CsvSource({"1100, 700", "1920, 1080"})
    void theGraphGoesFromEachOfItsChoicesToEachOther(int width, int height) throws Exception {
        walk = Walk.open(width, height);
        StudyState state = walk.state();
        Command[] choices = {Command.SHOW_HIT, Command.SHOW_EVERYTHING, Command.WHY};
        // Each after each, itself too, in one walk: i, i, then j and back for each later j.
        for (int i = 0; i < choices.length; i++) {
            go(choices[i]);
            go(choices[i]);
            for (int j = i + 1; j < choices.length; j++) {
                go(choices[j]);
                go(choices[i]);
            }
        }
        go(Command.TIDY);
        go(Command.FIT);
        go(Command.SHOW_HIT);

        assertThat(state.looking().focusProperty().get().show()).isEqualTo(Focus.Show.HIT);
    }

    /** And waits until the graph has glided there. */
    private void go(Command choice) {
        walk.run(choice);
        for (int i = 0; i < 5; i++) {
            Toolkit.settle();
        }
    }

    @ParameterizedTest
    @CsvSource({"1100, 700", "1920, 1080"})
    void everyViewTakesEveryKeyAtBothEndsOfTheRun(int width, int height) throws Exception {
        walk = Walk.open(width, height);
        StudyState state = walk.state();
        KeyCode[] keys = {
            KeyCode.LEFT,
            KeyCode.UP,
            KeyCode.RIGHT,
            KeyCode.DOWN,
            KeyCode.PAGE_UP,
            KeyCode.PAGE_DOWN,
            KeyCode.PLUS,
            KeyCode.MINUS,
            KeyCode.HOME,
            KeyCode.END,
            KeyCode.COMMA,
            KeyCode.PERIOD,
            KeyCode.OPEN_BRACKET,
            KeyCode.CLOSE_BRACKET,
            KeyCode.ESCAPE
        };
        for (ViewKind view : ViewKind.values()) {
            walk.run(view.command());
            Toolkit.doOnUiThread(
                    () -> RegionFocus.into(walk.looks().window().view().shown()));
            // Half of the keys at either end, and the other half in the next view.
            for (int k = 0; k < keys.length; k++) {
                boolean first = (k + view.ordinal()) % 2 == 0;
                Toolkit.doOnUiThread(() -> state.looking().setWeek(first ? 0 : Integer.MAX_VALUE));
                walk.key(keys[k]);
            }
        }

        assertThat(state.problems()).isEmpty();
    }
}
