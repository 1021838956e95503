package io.chokepoint.parquet;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The cells of one column of some rows that follow each other. Of the three arrays that of the column's type is filled; where there is
 * no cell it holds 0 or null.
 *
 * @param wholes for whole numbers, one a row; else empty
 * @param numbers for floating point, one a row; else empty
 * @param texts for texts, one a row; else empty
 * @param present whether there is a cell, one a row
 */
public record ParquetBatch(
        long[] wholes, double[] numbers, @Nullable String[] texts, boolean[] present) {

    /** How many rows. */
    public int rows() {
        return present.length;
    }

    /** Whether every row has a cell. */
    public boolean isFull() {
        for (boolean cell : present) {
            if (!cell) {
                return false;
            }
        }
        return true;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof ParquetBatch batch
                && Arrays.equals(wholes, batch.wholes)
                && Arrays.equals(numbers, batch.numbers)
                && Arrays.equals(texts, batch.texts)
                && Arrays.equals(present, batch.present);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(present);
    }
}
