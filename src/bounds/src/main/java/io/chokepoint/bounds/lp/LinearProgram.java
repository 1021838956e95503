package io.chokepoint.bounds.lp;

import java.util.Arrays;

/**
 * Minimise Σ cost·x over columns with bounds, subject to rows lower ≤ Σ coefficient·x ≤ upper. Bounds may be infinite. Put together once,
 * then solved; not thread-safe while it is put together.
 */
public final class LinearProgram {
    private double[] columnLower = new double[64];
    private double[] columnUpper = new double[64];
    private double[] cost = new double[64];
    private double[] rowLower = new double[64];
    private double[] rowUpper = new double[64];
    private int[] entryRow = new int[256];
    private int[] entryColumn = new int[256];
    private double[] entryValue = new double[256];
    private int columns;
    private int rows;
    private int entries;

    /** Adds a column; its place. */
    public int column(double lower, double upper, double costPerUnit) {
        require(lower <= upper && !Double.isNaN(costPerUnit), "a column needs lower ≤ upper and a cost");
        if (columns == cost.length) {
            columnLower = Arrays.copyOf(columnLower, 2 * columns);
            columnUpper = Arrays.copyOf(columnUpper, 2 * columns);
            cost = Arrays.copyOf(cost, 2 * columns);
        }
        columnLower[columns] = lower;
        columnUpper[columns] = upper;
        cost[columns] = costPerUnit;
        return columns++;
    }

    /** Adds a row without coefficients; its place. */
    public int row(double lower, double upper) {
        require(lower <= upper, "a row needs lower ≤ upper");
        if (rows == rowLower.length) {
            rowLower = Arrays.copyOf(rowLower, 2 * rows);
            rowUpper = Arrays.copyOf(rowUpper, 2 * rows);
        }
        rowLower[rows] = lower;
        rowUpper[rows] = upper;
        return rows++;
    }

    /** Σ … ≤ upper. */
    public int rowAtMost(double upper) {
        return row(Double.NEGATIVE_INFINITY, upper);
    }

    /** Sets a coefficient; each pair of row and column once. */
    public void coefficient(int row, int column, double value) {
        require(row < rows && column < columns && Double.isFinite(value), "no such row or column, or no number");
        if (entries == entryValue.length) {
            entryRow = Arrays.copyOf(entryRow, 2 * entries);
            entryColumn = Arrays.copyOf(entryColumn, 2 * entries);
            entryValue = Arrays.copyOf(entryValue, 2 * entries);
        }
        entryRow[entries] = row;
        entryColumn[entries] = column;
        entryValue[entries++] = value;
    }

    private static void require(boolean holds, String message) {
        if (!holds) {
            throw new IllegalArgumentException(message);
        }
    }

    public int columnCount() {
        return columns;
    }

    public int rowCount() {
        return rows;
    }

    public int entryCount() {
        return entries;
    }

    public double columnLower(int column) {
        return columnLower[column];
    }

    public double columnUpper(int column) {
        return columnUpper[column];
    }

    public double cost(int column) {
        return cost[column];
    }

    public double rowLower(int row) {
        return rowLower[row];
    }

    public double rowUpper(int row) {
        return rowUpper[row];
    }

    public int entryRow(int entry) {
        return entryRow[entry];
    }

    public int entryColumn(int entry) {
        return entryColumn[entry];
    }

    public double entryValue(int entry) {
        return entryValue[entry];
    }
}
