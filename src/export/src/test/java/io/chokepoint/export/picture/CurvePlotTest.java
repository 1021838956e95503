package io.chokepoint.export.picture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class CurvePlotTest {
    private final CurvePlot plot = new CurvePlot(10, 100, 5, 40, 11, new ValueScale(0.6, 1));

    @Test
    void weeksAndValuesLieInTheRectangle() {
        assertThat(plot.x(0)).isEqualTo(10);
        assertThat(plot.x(10)).isEqualTo(110);
        assertThat(plot.y(1)).isEqualTo(5);
        assertThat(plot.y(0.6)).isEqualTo(45);
        assertThat(plot.y(0.8)).isCloseTo(25, within(1e-9));
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
    void ticksAreRoundAndEvenlySpaced() {
        assertThat(new ValueScale(0.6, 1).ticks(76, 22)).containsExactly(1.0, 0.8, 0.6);
        assertThat(new ValueScale(0.9, 1).ticks(76, 22)).containsExactly(1.0, 0.95, 0.9);
        assertThat(new ValueScale(0, 2).ticks(76, 22)).containsExactly(2.0, 1.0, 0.0);
        assertThat(new ValueScale(0, 1.1).ticks(76, 22)).containsExactly(1.0, 0.5, 0.0);
    }

    /** A scale up to 110 % once had its labels of 110 and 100 on each other. */
    @Test
    void ticksNeverStandCloserThanTheirPitchAndOneIsAmongThem() {
        for (double lowest = 0; lowest < 1; lowest += 0.03) {
            for (double highest : new double[] {1, 1.02, 1.1, 1.3, 1.9, 2.5, 4, 9, 40}) {
                for (double height = 30; height < 400; height += 17) {
                    ValueScale scale = ValueScale.of(lowest, highest);
                    CurvePlot sized = new CurvePlot(0, 100, 0, height, 10, scale);
                    List<Double> ticks = scale.ticks(height, 14);

                    if (ticks.size() > 1 && ticks.get(0) - ticks.get(1) < 1.5) {
                        assertThat(ticks)
                                .as("%s in %s px", scale, height)
                                .anySatisfy(tick -> assertThat(tick).isCloseTo(1, within(1e-9)));
                    }
                    for (int i = 1; i < ticks.size(); i++) {
                        assertThat(sized.y(ticks.get(i)) - sized.y(ticks.get(i - 1)))
                                .as("%s in %s px", scale, height)
                                .isGreaterThan(14 - 1e-6);
                    }
                }
            }
        }
    }

    @Test
    void theScaleOfSeveralCurvesShowsAllOfThem() {
        assertThat(ValueScale.of(List.of(new double[] {1, 0.97}, new double[] {1, 1.3})))
                .isEqualTo(new ValueScale(0.9, 1.5));
        assertThat(ValueScale.of(List.of())).isEqualTo(new ValueScale(0.9, 1));
    }

    @Test
    void aScaleNeedsRoom() {
        assertThatIllegalArgumentException().isThrownBy(() -> new ValueScale(1, 1));
    }
}
