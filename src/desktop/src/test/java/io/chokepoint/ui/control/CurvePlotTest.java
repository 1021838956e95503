package io.chokepoint.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class CurvePlotTest {
    private final CurvePlot plot = new CurvePlot(10, 100, 5, 40, 11, new ValueScale(0.6, 1));

    @Test
    void weeksAndValuesLieInTheRectangle() {
        assertThat(plot.x(0)).isEqualTo(10);
        assertThat(plot.x(10)).isEqualTo(110);
        assertThat(plot.y(1)).isEqualTo(5);
        assertThat(plot.y(0.6)).isEqualTo(45);
        assertThat(plot.y(0.8)).isCloseTo(25, org.assertj.core.api.Assertions.within(1e-9));
    }

    @Test
    void aPlaceIsTheNearestWeekHeldWithinTheRun() {
        assertThat(plot.week(10)).isZero();
        assertThat(plot.week(64)).isEqualTo(5);
        assertThat(plot.week(-50)).isZero();
        assertThat(plot.week(500)).isEqualTo(10);
    }

    @Test
    void scaleIsTheTightestRoundOneThatShowsAll() {
        assertThat(ValueScale.of(0.97, 1)).isEqualTo(new ValueScale(0.9, 1));
        assertThat(ValueScale.of(0.81, 1)).isEqualTo(new ValueScale(0.8, 1));
        assertThat(ValueScale.of(0.805, 1)).isEqualTo(new ValueScale(0.6, 1));
        assertThat(ValueScale.of(0.005, 1.65)).isEqualTo(new ValueScale(0, 2));
        assertThat(ValueScale.of(0.5, 40)).isEqualTo(new ValueScale(0.4, 40));
    }

    @Test
    void marksHoldOneTheFloorAndAValueBetween() {
        assertThat(new ValueScale(0.6, 1).marks()).containsExactly(1.0, 0.8, 0.6);
        assertThat(new ValueScale(0.9, 1).marks()).containsExactly(1.0, 0.9);
        assertThat(new ValueScale(0, 2).marks()).containsExactly(2.0, 1.0, 0.5, 0.0);
    }

    @Test
    void aScaleNeedsRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueScale(1, 1));
    }
}
