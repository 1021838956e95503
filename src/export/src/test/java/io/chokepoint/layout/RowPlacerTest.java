package io.chokepoint.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowPlacerTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void noOtherPlacingInOrderCostsLess(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int rows = 7;
        int count = 1 + random.nextInt(rows);
        double[] wanted = random.doubles(count, -1, rows).sorted().toArray();
        double[] weights = random.doubles(count, 0.5, 3).toArray();
        int kept = random.nextInt(rows);

        int[] placed = RowPlacer.place(wanted, weights, rows, kept);

        assertThat(cost(wanted, weights, placed, kept, rows))
                .as("seed " + seed)
                .isCloseTo(least(wanted, weights, new int[count], 0, 0, rows, kept), within(1e-9));
    }

    private static double least(
            double[] wanted, double[] weights, int[] placed, int node, int from, int rows, int kept) {
        if (node == wanted.length) {
            return cost(wanted, weights, placed, kept, rows);
        }
        double best = Double.POSITIVE_INFINITY;
        for (int row = from; row < rows; row++) {
            placed[node] = row;
            best = Math.min(best, least(wanted, weights, placed, node + 1, row + 1, rows, kept));
        }
        return best;
    }

    private static double cost(double[] wanted, double[] weights, int[] placed, int kept, int rows) {
        double sum = 0;
        for (int i = 0; i < placed.length; i++) {
            sum += weights[i] * Math.pow(wanted[i] - placed[i], 2);
            if (placed[i] == kept && placed.length < rows) {
                sum += 1e9;
            }
        }
        return sum;
    }

    @Test
    void packedTilesStandAtThePitchWithTheAnchorWhereItWantsToBe() {
        double[] placed = RowPlacer.pack(new double[] {10, 100, 400}, 20, 0, 300, 1);

        assertThat(placed).containsExactly(80, 100, 120);
    }

    @Test
    void packedTilesStayWithinTheirLimits() {
        double[] placed = RowPlacer.pack(new double[] {500, 510, 520}, 20, 0, 100, -1);

        assertThat(placed).containsExactly(50, 70, 90);
    }
}
