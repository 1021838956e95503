package io.chokepoint.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** What a slider gives goes into files: a number as one would write it. */
class TripleSliderTest {

    @Test
    void everyStepIsTheNumberThatOneWouldWrite() {
        for (int percent = 0; percent <= 100; percent++) {
            double written = Double.parseDouble("%d.%02d".formatted(percent / 100, percent % 100));

            assertThat(TripleSlider.onStep(percent * 0.01, 0.01)).isEqualTo(written);
        }
        assertThat(TripleSlider.onStep(7.2, 0.5)).isEqualTo(7);
    }
}
