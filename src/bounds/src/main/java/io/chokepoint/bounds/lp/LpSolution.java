package io.chokepoint.bounds.lp;

/** What a solver found. Immutable. */
public final class LpSolution {
    private final Status status;
    private final double objective;
    private final double[] values;
    private final double[] duals;

    /** How it ended. */
    public enum Status {
        OPTIMAL,
        INFEASIBLE,
        UNBOUNDED,
        /** Stopped by the time limit; no values. */
        TIME_LIMIT,
        /** The solver gave up, for reasons of rounding or others; no values. */
        FAILED
    }

    LpSolution(Status status, double objective, double[] values, double[] duals) {
        this.status = status;
        this.objective = objective;
        this.values = values.clone();
        this.duals = duals.clone();
    }

    static LpSolution without(Status status) {
        return new LpSolution(status, Double.NaN, new double[0], new double[0]);
    }

    public Status status() {
        return status;
    }

    public boolean isOptimal() {
        return status == Status.OPTIMAL;
    }

    /** Of an optimal solution; otherwise NaN. */
    public double objective() {
        return objective;
    }

    /** @throws ArrayIndexOutOfBoundsException if it is not optimal */
    public double value(int column) {
        return values[column];
    }

    /** Change of the objective per unit that the row's binding bound is raised; ≤ 0 for an upper bound. */
    public double dual(int row) {
        return duals[row];
    }
}
