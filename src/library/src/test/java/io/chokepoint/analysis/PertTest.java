package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Against the closed forms of the distribution: mean (low + 4·mode + high)/6, variance (mean − low)(high − mean)/7. */
class PertTest {
    private static final int DRAWS = 200_000;

    @ParameterizedTest
    @CsvSource({"0, 0.5, 1", "0, 0, 1", "0, 1, 1", "4, 6, 40", "0.94, 0.95, 0.96", "-3, -1, 5"})
    void meanAndVarianceAreThoseOfTheClosedForms(double low, double mode, double high) {
        double[] values = draw(low, mode, high);

        double mean = (low + 4 * mode + high) / 6;
        double variance = (mean - low) * (high - mean) / 7;
        double meanDrawn = Arrays.stream(values).average().orElseThrow();
        double varianceDrawn = Arrays.stream(values)
                .map(value -> (value - meanDrawn) * (value - meanDrawn))
                .average()
                .orElseThrow();
        // Four standard errors of the mean; the variance of a bounded value is known to about 1 %.
        assertThat(meanDrawn).isCloseTo(mean, within(4 * Math.sqrt(variance / DRAWS)));
        assertThat(varianceDrawn).isCloseTo(variance, within(0.02 * variance));
        assertThat(Arrays.stream(values).min().orElseThrow()).isGreaterThanOrEqualTo(low);
        assertThat(Arrays.stream(values).max().orElseThrow()).isLessThanOrEqualTo(high);
    }

    /** For mode at the low end α = 1, β = 5, so P(X > x) = (1 − x)⁵; for mode in the middle α = β = 3. */
    @Test
    void tailsAreThoseOfTheBetaDistribution() {
        double[] skewed = draw(0, 0, 1);
        double[] even = draw(0, 0.5, 1);

        assertThat(partAbove(skewed, 0.2)).isCloseTo(Math.pow(0.8, 5), within(0.005));
        assertThat(partAbove(skewed, 0.5)).isCloseTo(Math.pow(0.5, 5), within(0.002));
        // P(X ≤ x) = 10x³ − 15x⁴ + 6x⁵ for Beta(3, 3).
        assertThat(1 - partAbove(even, 0.25)).isCloseTo(10 / 64.0 - 15 / 256.0 + 6 / 1024.0, within(0.004));
    }

    /** Results are quoted with the seed that gave them: a change of the draws themselves must be meant. */
    @Test
    void theSameSeedGivesTheSameValuesFromVersionToVersion() {
        SplittableRandom random = new SplittableRandom(1);
        double sum = 0;
        for (int k = 0; k < 10_000; k++) {
            sum += Pert.draw(random, 0, k / 10_000.0, 1);
        }

        assertThat(sum).isEqualTo(5006.2596191913635);
        assertThat(random.nextLong()).isEqualTo(-554059005185229656L);
    }

    @Test
    void aPointIsItself() {
        assertThat(Pert.draw(new SplittableRandom(1), 3, 3, 3)).isEqualTo(3);
    }

    private static double partAbove(double[] values, double level) {
        return Arrays.stream(values).filter(value -> value > level).count() / (double) values.length;
    }

    private static double[] draw(double low, double mode, double high) {
        SplittableRandom random = new SplittableRandom(20_261_122);
        double[] values = new double[DRAWS];
        for (int k = 0; k < DRAWS; k++) {
            values[k] = Pert.draw(random, low, mode, high);
        }
        return values;
    }
}
