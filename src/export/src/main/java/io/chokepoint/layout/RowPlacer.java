package io.chokepoint.layout;

import java.util.Arrays;

/**
 * Puts the nodes of a column, in their order, on a grid of rows so that the sum of weighted squared distances to where each would
 * like to be is least (dynamic programme over nodes and rows).
 */
final class RowPlacer {
    private static final double FORBIDDEN = 1e9;

    private RowPlacer() {}

    /**
     * @param wanted the row each node would like, from top to bottom; parts of rows allowed
     * @param weights how much each minds standing elsewhere, > 0
     * @param rows number of rows, at least as many as nodes
     * @param kept a row that stays empty if there are rows enough; −1 for none
     * @return the row of each node, ascending
     */
    static int[] place(double[] wanted, double[] weights, int rows, int kept) {
        int count = wanted.length;
        if (count > rows) {
            throw new IllegalArgumentException(count + " nodes do not fit in " + rows + " rows");
        }
        boolean keeps = kept >= 0 && count < rows;
        double[][] best = new double[count + 1][rows + 1];
        for (int node = 1; node <= count; node++) {
            Arrays.fill(best[node], Double.POSITIVE_INFINITY);
            for (int row = node; row <= rows; row++) {
                double away = wanted[node - 1] - (row - 1);
                double cost = weights[node - 1] * away * away + (keeps && row - 1 == kept ? FORBIDDEN : 0);
                best[node][row] = Math.min(best[node][row - 1], best[node - 1][row - 1] + cost);
            }
        }
        int[] placed = new int[count];
        int row = rows;
        for (int node = count; node > 0; node--) {
            while (row > node && best[node][row] == best[node][row - 1]) {
                row--;
            }
            placed[node - 1] = row - 1;
            row--;
        }
        return placed;
    }

    /**
     * Packs tiles at a fixed pitch as near as possible to where they would like to be, in their order, within limits.
     *
     * @param wanted heights of middles, from top to bottom
     * @param anchor index of the tile that must stand exactly where it wants to; −1 for none
     * @return heights of middles, ascending, {@code pitch} apart or more
     */
    static double[] pack(double[] wanted, double pitch, double top, double bottom, int anchor) {
        int count = wanted.length;
        double[] placed = new double[count];
        if (anchor >= 0) {
            for (int i = 0; i < count; i++) {
                placed[i] = wanted[anchor] + (i - anchor) * pitch;
            }
            return placed;
        }
        double mean = Arrays.stream(wanted).average().orElse((top + bottom) / 2);
        double half = (count - 1) * pitch / 2;
        double low = top + pitch / 2 + half;
        double high = bottom - pitch / 2 - half;
        double middle = low > high ? (top + bottom) / 2 : Math.clamp(mean, low, high);
        for (int i = 0; i < count; i++) {
            placed[i] = middle - half + i * pitch;
        }
        return placed;
    }
}
