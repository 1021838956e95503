package io.chokepoint.ui.support;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.geometry.BoundingBox;
import javafx.geometry.Bounds;
import org.junit.jupiter.api.Test;

class PopoverPlaceTest {
    /** Below the answer and left of chips and markets. */
    private static final Bounds AREA = new BoundingBox(8, 160, 700, 620);

    private static PopoverPlace beside(double x, double y) {
        return PopoverPlace.of(new BoundingBox(x, y, 108, 60), AREA, 300, 400);
    }

    @Test
    void standsOnTheSideWithMoreRoom() {
        assertThat(beside(20, 400).x()).isEqualTo(20 + 108 + 12);
        assertThat(beside(500, 400).x()).isEqualTo(500 - 12 - 300);
    }

    @Test
    void neverLeavesTheAreaWhereverItsNodeIs() {
        for (int x = 0; x < 1400; x += 100) {
            for (int y = 0; y < 900; y += 100) {
                PopoverPlace place = beside(x, y);
                assertThat(AREA.contains(place.x(), place.y(), 300, 400))
                        .as(place + " for a node at " + x + ", " + y)
                        .isTrue();
            }
        }
    }

    @Test
    void coversWhatItIsAboutRatherThanTheAnswerWhereItDoesNotFit() {
        PopoverPlace place = PopoverPlace.of(new BoundingBox(300, 300, 108, 60), AREA, 690, 610);

        assertThat(place.x()).isBetween(8.0, 18.0);
        assertThat(place.y()).isBetween(160.0, 170.0);
    }

    @Test
    void withoutANodeItStandsInTheMiddleBelowTheAnswer() {
        assertThat(PopoverPlace.of(null, AREA, 300, 400)).isEqualTo(new PopoverPlace(208, 160));
    }
}
