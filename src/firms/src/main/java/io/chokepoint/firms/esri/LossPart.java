package io.chokepoint.firms.esri;

import java.util.Arrays;

/**
 * A strongly connected part of a {@link LossSystem}: d = min(1, A d + b). Rows are added one after the other.
 */
final class LossPart {
    /** Shares sum to 1 but for this. */
    private static final double SHARES = 1e-12;

    private static final double[] NONE = {};

    private final double[] input;
    private final int[] start;
    private int[] column;
    private double[] factor;
    private int rows;

    LossPart(int size) {
        input = new double[size];
        start = new int[size + 1];
        column = new int[4 * size];
        factor = new double[4 * size];
    }

    /** Adds an entry to the row at hand. */
    void add(int at, double part) {
        int place = start[rows + 1];
        if (place == column.length) {
            column = Arrays.copyOf(column, 2 * place);
            factor = Arrays.copyOf(factor, 2 * place);
        }
        column[place] = at;
        factor[place] = part;
        start[rows + 1]++;
    }

    /** Ends the row at hand with its b, and begins the next. */
    void endRow(double known) {
        input[rows++] = known;
        if (rows < input.length) {
            start[rows + 1] = start[rows];
        }
    }

    /**
     * Where no loss comes from outside, the losses that follow if the firm that lost most keeps what it lost; with how much of itself
     * that comes back to it larger, 0 where no firm loses more than its partners do in the mean.
     *
     * @param loss by row; empty if not found
     * @param growth NaN if not found
     */
    record Kept(double[] loss, double growth) {}

    /** Lets the loss of the firm that lost most go round once, by its part of itself, since without b all is in proportion to it. */
    Kept kept(double[] near) {
        double most = 0;
        int firm = 0;
        for (int row = 0; row < rows; row++) {
            double sum = 0;
            for (int place = start[row]; place < start[row + 1]; place++) {
                sum += factor[place];
            }
            most = Math.max(most, sum);
            firm = near[row] > near[firm] ? row : firm;
        }
        boolean shares = most <= 1 + SHARES;
        boolean[] fixed = new boolean[rows];
        fixed[firm] = true;
        double[] loss = solve(fixed, near);
        if (loss.length == 0) {
            return new Kept(NONE, shares ? 0 : Double.NaN);
        }
        double growth = shares ? 0 : after(firm, loss) - 1;
        for (int row = 0; row < rows; row++) {
            // Means of losses are not above the largest, whatever rounding says.
            loss[row] = near[firm] * (shares ? Math.min(loss[row], 1) : loss[row]);
        }
        return new Kept(loss, growth);
    }

    /** Who would have stopped if all others had. */
    boolean[] stopped() {
        boolean[] stopped = new boolean[rows];
        double[] all = new double[rows];
        Arrays.fill(all, 1);
        for (int row = 0; row < rows; row++) {
            stopped[row] = after(row, all) >= 1;
        }
        return stopped;
    }

    private double after(int row, double[] loss) {
        double sum = input[row];
        for (int place = start[row]; place < start[row + 1]; place++) {
            sum += factor[place] * loss[column[place]];
        }
        return sum;
    }

    /**
     * Lets work again who would not stop at the losses of those who have.
     *
     * @param stopped replaced by the new choice
     * @return whether there were any
     */
    boolean release(double[] loss, boolean[] stopped) {
        boolean[] released = new boolean[rows];
        boolean any = false;
        for (int row = 0; row < rows; row++) {
            released[row] = stopped[row] && after(row, loss) < 1;
            any |= released[row];
        }
        for (int row = 0; row < rows; row++) {
            stopped[row] &= !released[row];
        }
        return any;
    }

    /**
     * Solves with the losses of those who have stopped being 1.
     *
     * @param near losses to begin with
     * @return the losses, above 1 where more have to stop; empty if there is no solution ≥ 0
     */
    double[] solve(boolean[] stopped, double[] near) {
        int[] number = new int[rows];
        int count = 0;
        for (int row = 0; row < rows; row++) {
            number[row] = stopped[row] ? -1 : count++;
        }
        LinearLosses equations = new LinearLosses(count, start[rows]);
        double[] loss = new double[count];
        for (int row = 0; row < rows; row++) {
            if (!stopped[row]) {
                double known = input[row];
                for (int place = start[row]; place < start[row + 1]; place++) {
                    int from = column[place];
                    if (stopped[from]) {
                        known += factor[place];
                    } else {
                        equations.add(number[from], factor[place]);
                    }
                }
                loss[number[row]] = near[row];
                equations.endRow(known);
            }
        }
        if (!equations.solve(loss)) {
            return NONE;
        }
        double[] all = new double[rows];
        for (int row = 0; row < rows; row++) {
            all[row] = stopped[row] ? 1 : loss[number[row]];
        }
        return all;
    }
}
