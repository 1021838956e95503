package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Toolkit;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The upright names of stages that stand in a rail, over the whole network. */
class StageNamesWalkTest {
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
    void namesOfStagesAreWrittenAboveTheWires() {
        walk.run(Command.SHOW_EVERYTHING);
        Tone wires = Tones.of(walk.context().theme().palette().edge());
        List<Mark> marks = Toolkit.onUiThread(
                () -> ((Pictured) walk.find("#graph")).picture().orElseThrow().marks());
        int firstName = marks.stream()
                .filter(mark -> mark instanceof Mark.Text text && text.turned())
                .findFirst()
                .map(marks::indexOf)
                .orElseThrow();

        assertThat(marks.subList(0, firstName).stream().filter(mark -> isOf(mark, wires)))
                .isNotEmpty();
        assertThat(marks.subList(firstName, marks.size()).stream().filter(mark -> isOf(mark, wires)))
                .isEmpty();
    }

    /** Whether it is a solid wire; the legend has a dashed one. */
    private static boolean isOf(Mark mark, Tone wires) {
        return mark instanceof Mark.Shape shape
                && shape.fill() == null
                && shape.line() != null
                && shape.line().dashes().isEmpty()
                && shape.line().tone().rgb() == wires.rgb();
    }
}
