package io.chokepoint.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class DecidingFiguresTest {

    @Test
    void theTitleCountsWhatIsListed() {
        assertThat(new DecidingFigures(false, List.of("a", "b")).title()).startsWith("The 2 assumptions");
        assertThat(new DecidingFigures(false, List.of("a")).title()).startsWith("The assumption ");
        assertThat(new DecidingFigures(true, List.of("a", "b")).title()).startsWith("The 2 that go");
    }
}
