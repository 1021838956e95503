package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Toolkit;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A window in which nobody does anything does nothing: it neither lays out nor paints, whatever panel is open. */
class IdleWalkTest {
    private static final int PULSES = 40;

    private static Walk walk;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1280, 800);
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @Test
    void withAnOpenEditorOfARestriction() {
        walk.scenario(Looks.CASCADE);
        for (String pill : List.of("#pill-0", "#pill-1")) {
            walk.click(pill);
            walk.waitFor("touches", () -> !walk.text("#restriction-touches").isEmpty());

            assertThat(layouts()).as(pill).isEmpty();
            walk.click("#restriction-more");
            assertThat(layouts()).as(pill + ", all of it").isEmpty();
            walk.click("#restrict-done");
        }
    }

    /** What asks for a layout within 40 pulses; each as the last of those that ask, from the top of the window down. */
    private static List<String> layouts() {
        Toolkit.settle();
        List<String> asked = new ArrayList<>();
        Scene scene = walk.looks().window().scene();
        Runnable before = () -> lowest(scene.getRoot(), asked);
        Toolkit.doOnUiThread(() -> scene.addPreLayoutPulseListener(before));
        int[] pulses = new int[1];
        Toolkit.waitUntil("pulses", () -> pulses[0]++ > PULSES);
        Toolkit.doOnUiThread(() -> scene.removePreLayoutPulseListener(before));
        return asked;
    }

    private static void lowest(Parent parent, List<String> asked) {
        if (!parent.isNeedsLayout()) {
            return;
        }
        int before = asked.size();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Parent within) {
                lowest(within, asked);
            }
        }
        if (asked.size() == before) {
            asked.add(parent.toString());
        }
    }
}
