package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against closed forms, tables and the price page's worked example 6. */
class PertQuantileTest {
    /** Φ⁻¹(.9), Φ⁻¹(.3), Φ⁻¹(.2). */
    private static final double Z90 = 1.2815515655446004;

    private static final double Z30 = -0.5244005127080407;
    private static final double Z20 = -0.8416212335729143;

    @Test
    void figuresThatAreWrongTogetherAreDrawnAsThePageSays() {
        double first = FigureDraws.quantile(0.6, Z90, Z30);
        double second = FigureDraws.quantile(0.25, Z20, Z90);

        assertThat(first).isCloseTo(0.745702, within(5e-7));
        assertThat(PertQuantile.of(first, 4, 8, 16)).isCloseTo(10.189483, within(5e-7));
        assertThat(second).isCloseTo(0.754603, within(5e-7));
        assertThat(PertQuantile.of(second, 4, 8, 16)).isCloseTo(10.261212, within(5e-7));
    }

    /** Abramowitz and Stegun, table 26.1, and the logarithm of a far tail; both sides of where series and fraction meet. */
    @ParameterizedTest
    @CsvSource({
        "0, 0.5",
        "1, 0.841344746068542949",
        "-1.959963984540054, 0.025",
        "2.9999999, 0.998650101525",
        "3.0000001, 0.998650102412",
        "-6, 9.865876450376946e-10",
        "-40, 0",
        "40, 1"
    })
    void normalDistributionFunction(double z, double expected) {
        assertThat(PertQuantile.normal(z)).isCloseTo(expected, within(1e-12 + 1e-11 * expected));
        assertThat(PertQuantile.normal(z) + PertQuantile.normal(-z)).isCloseTo(1, within(1e-15));
    }

    /** With the mode at the low end α = 1, β = 5: a part 1 − (1 − x)⁵ lies below x; with the mode at the high end x⁵. */
    @Test
    void quantilesAreThoseOfTheClosedForms() {
        for (int k = 1; k < 1000; k++) {
            double part = k / 1000.0;
            double low = 1 - Math.pow(1 - part, 0.2);
            double high = Math.pow(part, 0.2);

            assertThat(PertQuantile.of(part, 0, 0, 1)).isCloseTo(low, within(1e-12));
            assertThat(PertQuantile.of(part, 0, 1, 1)).isCloseTo(high, within(1e-12));
            // α = β = 3: x³·(10 − 15x + 6x²).
            double x = PertQuantile.of(part, -2, 1, 4) / 6 + 1.0 / 3;
            assertThat(x * x * x * (10 - 15 * x + 6 * x * x)).isCloseTo(part, within(1e-12));
        }
    }

    @Test
    void quantilesRiseWithTheirPartAndStayWithinTheRange() {
        double last = 0.01;
        for (int k = 0; k <= 100_000; k++) {
            double value = PertQuantile.of(k / 100_000.0, 0.01, 0.02, 0.05);
            assertThat(value).isBetween(last, 0.05);
            last = value;
        }
        assertThat(PertQuantile.of(0, 4, 8, 16)).isEqualTo(4);
        assertThat(PertQuantile.of(1, 4, 8, 16)).isEqualTo(16);
        assertThat(PertQuantile.of(0.3, 7, 7, 7)).isEqualTo(7);
        assertThat(PertQuantile.of(1e-300, 4, 8, 16)).isBetween(4.0, 4.001);
    }
}
