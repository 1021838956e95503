package io.chokepoint.study;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CrpsTest {

    @Test
    void ofAPointItIsTheAbsoluteError() {
        assertThat(Crps.of(new double[] {3}, 5)).isEqualTo(2);
        assertThat(Crps.of(new double[] {3, 3, 3, 3}, 5)).isEqualTo(2);
        assertThat(Crps.of(new double[] {3, 3, 3, 3}, 3)).isZero();
    }

    /** F is ½ between the two: ∫(F − 1{x ≥ y})² is a quarter of their distance wherever y lies between them. */
    @Test
    void ofTwoPointsItIsAQuarterOfTheirDistanceBetweenThem() {
        double[] two = {1, 3};

        assertThat(Crps.of(two, 1)).isCloseTo(0.5, within(1e-15));
        assertThat(Crps.of(two, 2.3)).isCloseTo(0.5, within(1e-15));
        assertThat(Crps.of(two, 3)).isCloseTo(0.5, within(1e-15));
        assertThat(Crps.of(two, 7)).isCloseTo(4.5, within(1e-15));
    }

    /** Of a uniform distribution on [0, 1] and y in it: y² − y + 1/3, which many equally spaced points come near. */
    @Test
    void ofManyEquallySpacedPointsItIsThatOfTheUniformDistribution() {
        double[] points = new double[10_000];
        for (int k = 0; k < points.length; k++) {
            points[k] = (k + 0.5) / points.length;
        }
        for (double y : new double[] {0, 0.2, 0.5, 0.9}) {
            assertThat(Crps.of(points, y)).isCloseTo(y * y - y + 1.0 / 3, within(1e-8));
        }
    }

    @Test
    void itIsTheEnergyFormOverAllPairs() {
        SplittableRandom random = new SplittableRandom(7);
        for (int trial = 0; trial < 50; trial++) {
            double[] runs = random.doubles(1 + random.nextInt(30), -2, 5).toArray();
            double seen = random.nextDouble(-3, 6);
            double error = 0;
            double spread = 0;
            for (double x : runs) {
                error += Math.abs(x - seen);
                for (double other : runs) {
                    spread += Math.abs(x - other);
                }
            }
            double expected = error / runs.length - spread / (2.0 * runs.length * runs.length);
            assertThat(Crps.of(runs, seen)).isCloseTo(expected, within(1e-12));
        }
    }

    @Test
    void aForecastHasRuns() {
        assertThatIllegalArgumentException().isThrownBy(() -> Crps.of(new double[0], 1));
    }
}
