package io.chokepoint.firms.esri;

import java.util.Arrays;

/**
 * Solves x = A x + b with A ≥ 0 and b ≥ 0, where x ≥ 0 exists. Small systems by elimination, larger ones by BiCGSTAB (van der Vorst
 * 1992) with an incomplete factorisation on the links that are there (Meijerink and van der Vorst 1977), which is exact for pairs,
 * chains and trees of firms that sell all but nothing to others, and those are what makes plain steps slow. What is left over is
 * solved for again until only rounding is left, by elimination where that does not help and the system is not too large. Rows are added one after the other, their entries in ascending order.
 */
final class LinearLosses {
    private static final int SMALL = 64;

    /** Up to so many rows elimination takes less than a second, for what the iteration leaves unsolved. */
    private static final int MIDDLING = 1024;

    private static final int MOST_ROUNDS = 40;
    private static final int STEPS_A_ROUND = 200;

    /** Parts of the largest solution that may be left over: aimed at, and accepted. */
    private static final double AIM = 0x1p-52;

    private static final double ACCEPTED = 1e-14;

    private final int rows;
    private final double[] input;
    private final double[] own;
    private final int[] start;
    private final int[] column;
    private final double[] factor;

    /** The factors: multipliers below the diagonal, and above it what is left; the diagonal inverted. */
    private double[] factored = {};

    private double[] pivot = {};
    private int ended;

    /**
     * @param rows how many firms
     * @param entries at most
     */
    LinearLosses(int rows, int entries) {
        this.rows = rows;
        input = new double[rows];
        own = new double[rows];
        start = new int[rows + 1];
        column = new int[entries];
        factor = new double[entries];
    }

    void add(int at, double part) {
        if (at == ended) {
            own[ended] += part;
        } else {
            int place = start[ended + 1]++;
            column[place] = at;
            factor[place] = part;
        }
    }

    void endRow(double known) {
        input[ended++] = known;
        if (ended < rows) {
            start[ended + 1] = start[ended];
        }
    }

    /**
     * Solves.
     *
     * @param x where to begin, replaced by the solution
     * @return whether there is a solution ≥ 0 and it was found
     */
    boolean solve(double[] x) {
        if (rows > SMALL) {
            approach(x);
            if (rows > MIDDLING || isSolution(x)) {
                return isSolution(x);
            }
        }
        System.arraycopy(eliminated(), 0, x, 0, rows);
        return isSolution(x);
    }

    private boolean isSolution(double[] x) {
        double largest = 0;
        double least = 0;
        for (double value : x) {
            largest = Math.max(largest, value);
            least = Math.min(least, value);
        }
        double over = leftOver(x, new double[rows]);
        return over <= ACCEPTED * Math.max(largest, Double.MIN_NORMAL) && least >= -ACCEPTED * largest;
    }

    /** Of (I - A) x = b, for such matrices without exchanging rows: Gauss. */
    private double[] eliminated() {
        double[][] matrix = new double[rows][rows];
        double[] x = input.clone();
        for (int row = 0; row < rows; row++) {
            matrix[row][row] = 1 - own[row];
            for (int place = start[row]; place < start[row + 1]; place++) {
                matrix[row][column[place]] -= factor[place];
            }
        }
        for (int k = 0; k < rows; k++) {
            for (int row = k + 1; row < rows; row++) {
                double multiple = matrix[row][k] / matrix[k][k];
                if (multiple != 0) {
                    for (int at = k + 1; at < rows; at++) {
                        matrix[row][at] -= multiple * matrix[k][at];
                    }
                    x[row] -= multiple * x[k];
                }
            }
        }
        for (int row = rows - 1; row >= 0; row--) {
            for (int at = row + 1; at < rows; at++) {
                x[row] -= matrix[row][at] * x[at];
            }
            x[row] /= matrix[row][row];
        }
        return x;
    }

    private void approach(double[] x) {
        factorise();
        double[] residual = new double[rows];
        double before = leftOver(x, residual);
        for (int round = 0; round < MOST_ROUNDS && before > AIM * largest(x); round++) {
            double[] better = x.clone();
            improve(better, residual);
            double now = leftOver(better, residual);
            if (!(now < before)) {
                return;
            }
            System.arraycopy(better, 0, x, 0, rows);
            before = now;
        }
    }

    private static double largest(double[] x) {
        double largest = Double.MIN_NORMAL;
        for (double value : x) {
            largest = Math.max(largest, Math.abs(value));
        }
        return largest;
    }

    /** The largest of b - (I - A) x in absolute terms; NaN if any is. */
    private double leftOver(double[] x, double[] residual) {
        double largest = 0;
        for (int row = 0; row < rows; row++) {
            double sum = input[row] + own[row] * x[row];
            for (int place = start[row]; place < start[row + 1]; place++) {
                sum += factor[place] * x[column[place]];
            }
            residual[row] = sum - x[row];
            largest = Math.max(largest, Math.abs(residual[row]));
        }
        return largest;
    }

    private void factorise() {
        if (factored.length > 0) {
            return;
        }
        factored = new double[factor.length];
        pivot = new double[rows];
        int[] place = new int[rows];
        Arrays.fill(place, -1);
        for (int row = 0; row < rows; row++) {
            double diagonal = 1 - own[row];
            for (int at = start[row]; at < start[row + 1]; at++) {
                factored[at] = -factor[at];
                place[column[at]] = at;
            }
            for (int at = start[row]; at < start[row + 1] && column[at] < row; at++) {
                int k = column[at];
                factored[at] *= pivot[k];
                for (int other = start[k + 1] - 1; other >= start[k] && column[other] > k; other--) {
                    int there = column[other];
                    if (there == row) {
                        diagonal -= factored[at] * factored[other];
                    } else if (place[there] >= 0) {
                        factored[place[there]] -= factored[at] * factored[other];
                    }
                }
            }
            for (int at = start[row]; at < start[row + 1]; at++) {
                place[column[at]] = -1;
            }
            pivot[row] = diagonal > 0 ? 1 / diagonal : 1;
        }
    }

    /** The solution of the factors. */
    private void precondition(double[] right, double[] out) {
        for (int row = 0; row < rows; row++) {
            double sum = right[row];
            for (int at = start[row]; at < start[row + 1] && column[at] < row; at++) {
                sum -= factored[at] * out[column[at]];
            }
            out[row] = sum;
        }
        for (int row = rows - 1; row >= 0; row--) {
            double sum = out[row];
            for (int at = start[row + 1] - 1; at >= start[row] && column[at] > row; at--) {
                sum -= factored[at] * out[column[at]];
            }
            out[row] = sum * pivot[row];
        }
    }

    private void times(double[] x, double[] out) {
        for (int row = 0; row < rows; row++) {
            double sum = x[row] - own[row] * x[row];
            for (int place = start[row]; place < start[row + 1]; place++) {
                sum -= factor[place] * x[column[place]];
            }
            out[row] = sum;
        }
    }

    /** Adds to x what BiCGSTAB finds for a residual. */
    private void improve(double[] x, double[] residual) {
        double[] r = residual.clone();
        double[] shadow = residual.clone();
        double[] p = new double[rows];
        double[] v = new double[rows];
        double[] t = new double[rows];
        double[] direction = new double[rows];
        double rho = 1;
        double alpha = 1;
        double omega = 1;
        double aim = dot(r, r) * AIM * AIM;
        for (int step = 0; step < STEPS_A_ROUND; step++) {
            double next = dot(shadow, r);
            double beta = next / rho * (alpha / omega);
            for (int i = 0; i < rows; i++) {
                p[i] = r[i] + beta * (p[i] - omega * v[i]);
            }
            precondition(p, direction);
            times(direction, v);
            rho = next;
            alpha = rho / dot(shadow, v);
            if (!Double.isFinite(alpha) || alpha == 0) {
                return;
            }
            for (int i = 0; i < rows; i++) {
                x[i] += alpha * direction[i];
                r[i] -= alpha * v[i];
            }
            if (dot(r, r) <= aim) {
                return;
            }
            precondition(r, direction);
            times(direction, t);
            omega = dot(t, r) / dot(t, t);
            if (!Double.isFinite(omega) || omega == 0) {
                return;
            }
            for (int i = 0; i < rows; i++) {
                x[i] += omega * direction[i];
                r[i] -= omega * t[i];
            }
            if (dot(r, r) <= aim) {
                return;
            }
        }
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }
}
