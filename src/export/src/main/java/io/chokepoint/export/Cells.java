package io.chokepoint.export;

import org.jspecify.annotations.Nullable;

/** How a cell is written, the same in every format. */
final class Cells {
    private Cells() {}

    static void requireCount(@Nullable Object[] cells, int columns) {
        if (cells.length != columns) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns + " columns");
        }
    }

    static boolean isMissing(@Nullable Object cell) {
        return cell == null || (cell instanceof Double number && !Double.isFinite(number));
    }

    /** {@code Double.toString} is the shortest text that reads back to the same number, without a locale. */
    static String text(@Nullable Object cell) {
        return isMissing(cell) ? "" : String.valueOf(cell);
    }
}
