package io.chokepoint.export.picture;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** A good that nobody makes in a week has no price in it. */
class GapTest {
    private static final double[] PRICE = {1, 1.5, Double.NaN, Double.NaN, 2, 1.5};

    @Test
    void theScaleIsThatOfTheOtherWeeks() {
        assertThat(ValueScale.of(List.of(PRICE))).isEqualTo(ValueScale.of(1, 2));
    }

    @Test
    void curveAndBandHaveAGap() {
        CurvePlot plot = new CurvePlot(0, 100, 0, 100, PRICE.length, ValueScale.of(List.of(PRICE)));
        double[] whole = {1, 1, 1, 1, 1, 1};

        assertThat(plot.curve(PRICE).toString()).doesNotContain("NaN");
        assertThat(plot.band(whole, PRICE).toString()).doesNotContain("NaN");
        assertThat(plot.band(whole, PRICE)).isNotEqualTo(plot.band(whole, whole));
    }
}
