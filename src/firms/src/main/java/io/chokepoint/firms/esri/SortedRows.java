package io.chokepoint.firms.esri;

import java.util.Arrays;

/**
 * A sparse matrix to be multiplied by many vectors. Rows are sorted by how many entries they have. Where many rows are of one length,
 * they lie in blocks with all first entries one after the other, then all second entries and so on: inner loops are then long and
 * without a branch that the processor could guess wrong, which costs most where rows have a handful of entries. Within each row the
 * order of the entries is kept, so that a sum has the same bits as one made row by row. Immutable.
 */
final class SortedRows {
    /** As many rows as a processor's nearest memory easily holds the sums of; and fewer than so many are gone through one by one. */
    private static final int MOST_ROWS = 512;

    private static final int FEWEST_ROWS = 8;

    /** Rows that have entries, by length and then number. */
    private final int[] row;

    /** By block, its first place in {@link #row} and its first entry, and one more for the end. */
    private final int[] firstRow;

    private final int[] firstEntry;

    private final int[] column;
    private final double[] factor;

    /** Goes through the entries. */
    @FunctionalInterface
    interface Entries {
        /** Hands over all, those of each row in the order in which they are to be added up; the same at each call. */
        void each(Taker taker);
    }

    /** Takes an entry. */
    @FunctionalInterface
    interface Taker {
        void take(int row, int column, double factor);
    }

    SortedRows(int rows, Entries entries) {
        int[] length = new int[rows];
        entries.each((at, from, value) -> length[at]++);
        row = sorted(length);
        firstRow = blocks(length);
        firstEntry = new int[firstRow.length];
        int[] next = new int[rows];
        int[] stride = new int[rows];
        int place = 0;
        for (int block = 0; block + 1 < firstRow.length; block++) {
            int count = firstRow[block + 1] - firstRow[block];
            for (int i = 0; i < count; i++) {
                next[row[firstRow[block] + i]] = place + i;
                stride[row[firstRow[block] + i]] = count;
            }
            place += count * length[row[firstRow[block]]];
            firstEntry[block + 1] = place;
        }
        column = new int[place];
        factor = new double[place];
        entries.each((at, from, value) -> {
            column[next[at]] = from;
            factor[next[at]] = value;
            next[at] += stride[at];
        });
    }

    private static int[] sorted(int[] length) {
        int longest = 0;
        for (int entries : length) {
            longest = Math.max(longest, entries);
        }
        int[] next = new int[longest + 2];
        for (int entries : length) {
            next[entries + 1]++;
        }
        int empty = next[1];
        next[1] = 0;
        for (int i = 1; i < next.length; i++) {
            next[i] += next[i - 1];
        }
        int[] order = new int[length.length - empty];
        for (int at = 0; at < length.length; at++) {
            if (length[at] > 0) {
                order[next[length[at]]++] = at;
            }
        }
        return order;
    }

    private int[] blocks(int[] length) {
        int[] first = new int[row.length + 1];
        int blocks = 0;
        for (int from = 0; from < row.length; ) {
            int same = from;
            while (same < row.length && length[row[same]] == length[row[from]]) {
                same++;
            }
            int step = same - from < FEWEST_ROWS ? 1 : MOST_ROWS;
            for (int at = from; at < same; at += step) {
                first[blocks++] = at;
            }
            from = same;
        }
        first[blocks] = row.length;
        return Arrays.copyOf(first, blocks + 1);
    }

    /** How many entries there are. */
    int entries() {
        return column.length;
    }

    /** Room that {@link #sums} and {@link #largest} need, for one thread at a time. */
    static double[] room() {
        return new double[MOST_ROWS];
    }

    /**
     * Sets each row that has entries to the sum of factor times value of the entry's column.
     *
     * @param values by column, finite
     * @param out by row
     */
    void sums(double[] values, double[] room, double[] out) {
        for (int block = 0; block + 1 < firstRow.length; block++) {
            int first = firstRow[block];
            int count = firstRow[block + 1] - first;
            int end = firstEntry[block + 1];
            if (count == 1) {
                out[row[first]] = sum(values, firstEntry[block], end);
                continue;
            }
            Arrays.fill(room, 0, count, 0);
            for (int entry = firstEntry[block]; entry < end; entry += count) {
                add(values, column, factor, entry, room, count);
            }
            for (int i = 0; i < count; i++) {
                out[row[first + i]] = room[i];
            }
        }
    }

    private double sum(double[] values, int from, int to) {
        double sum = 0;
        for (int entry = from; entry < to; entry++) {
            sum += values[column[entry]] * factor[entry];
        }
        return sum;
    }

    private static void add(double[] values, int[] column, double[] factor, int from, double[] sums, int count) {
        for (int i = 0; i < count; i++) {
            sums[i] += values[column[from + i]] * factor[from + i];
        }
    }

    /** The same with the largest product of each row, 0 at least, in place of the sum. */
    void largest(double[] values, double[] room, double[] out) {
        for (int block = 0; block + 1 < firstRow.length; block++) {
            int first = firstRow[block];
            int count = firstRow[block + 1] - first;
            Arrays.fill(room, 0, count, 0);
            for (int entry = firstEntry[block]; entry < firstEntry[block + 1]; entry += count) {
                raise(values, column, factor, entry, room, count);
            }
            for (int i = 0; i < count; i++) {
                out[row[first + i]] = room[i];
            }
        }
    }

    private static void raise(double[] values, int[] column, double[] factor, int from, double[] most, int count) {
        for (int i = 0; i < count; i++) {
            most[i] = Math.max(most[i], values[column[from + i]] * factor[from + i]);
        }
    }
}
