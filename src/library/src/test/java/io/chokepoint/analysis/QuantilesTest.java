package io.chokepoint.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** Expected values as R's {@code quantile(x, p)}, whose default is type 7, worked by hand: place p·(n − 1). */
class QuantilesTest {
    private static final double NEVER = Double.POSITIVE_INFINITY;

    @Test
    void liesBetweenOrderStatisticsInProportion() {
        double[] sorted = {1, 2, 4, 8};

        assertThat(Quantiles.of(sorted, 0)).isEqualTo(1);
        assertThat(Quantiles.of(sorted, 0.1)).isCloseTo(1.3, within(1e-12));
        assertThat(Quantiles.of(sorted, 0.5)).isCloseTo(3, within(1e-12));
        assertThat(Quantiles.of(sorted, 0.9)).isCloseTo(6.8, within(1e-12));
        assertThat(Quantiles.of(sorted, 1)).isEqualTo(8);
    }

    @Test
    void sortingLeavesTheValuesWhereTheyAre() {
        double[] values = {3, NEVER, 1};

        assertThat(Quantiles.sorted(values)).containsExactly(1, 3, NEVER);
        assertThat(values).containsExactly(3, NEVER, 1);
    }

    @Test
    void neverIsLaterThanAnyWeek() {
        double[] sorted = {10, 12, NEVER, NEVER};

        assertThat(Quantiles.of(sorted, 0.1)).isCloseTo(10.6, within(1e-12));
        assertThat(Quantiles.of(sorted, 0.5)).isEqualTo(NEVER);
        assertThat(Quantiles.of(sorted, 0.9)).isEqualTo(NEVER);
        assertThat(Quantiles.of(new double[] {NEVER, NEVER}, 0.5)).isEqualTo(NEVER);
    }

    /** Of 0, 1 … 400 the median's range is 200 ± 1.96·√(401 · ¼) = 19.62 ranks, and a rank is one unit. */
    @Test
    void errorOfTheMedianIsTheBinomialRangeOfItsRank() {
        double[] sorted = new double[401];
        for (int k = 0; k < sorted.length; k++) {
            sorted[k] = k;
        }

        double ranks = 1.96 * Math.sqrt(0.25 / 401) * 400;
        assertThat(Quantiles.halfWidth(sorted, 0.5)).isCloseTo(ranks, within(1e-9));
        assertThat(Quantiles.halfWidth(sorted)).isEqualTo(Quantiles.halfWidth(sorted, 0.5));
    }

    @Test
    void errorIsNoneWhereAllRunsAgree() {
        double[] never = new double[Quantiles.FEWEST];
        Arrays.fill(never, NEVER);

        assertThat(Quantiles.halfWidth(new double[Quantiles.FEWEST])).isZero();
        assertThat(Quantiles.halfWidth(never)).isZero();
    }

    /** Of 29 values all lie above the true P10 in 0.9^29, 4.7 of 100 cases; one run agrees with itself and tells nothing. */
    @Test
    void fewerThanThirtyRunsTellNoError() {
        assertThat(Quantiles.FEWEST).isEqualTo(30);
        for (int runs = 1; runs < 30; runs++) {
            assertThat(Quantiles.halfWidth(new double[runs]))
                    .as("%s runs", runs)
                    .isInfinite();
        }
    }

    @Test
    void betweenAWeekAndNeverTheNearerCounts() {
        double[] sorted = {60, Double.POSITIVE_INFINITY};

        assertThat(Quantiles.of(sorted, 0.1)).isEqualTo(60);
        assertThat(Quantiles.of(sorted, 0.5)).isInfinite();
        assertThat(Quantiles.of(sorted, 0.9)).isInfinite();
    }
}
