package io.chokepoint.bounds.lp;

import com.google.ortools.Loader;
import com.google.ortools.linearsolver.MPConstraint;
import com.google.ortools.linearsolver.MPObjective;
import com.google.ortools.linearsolver.MPSolver;
import com.google.ortools.linearsolver.MPSolverParameters;
import com.google.ortools.linearsolver.MPVariable;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** OR-tools' simplex solver GLOP, whose native library may be missing on a system. */
public final class GlopSolver {
    private static final long WATCH_MILLIS = 50;

    private GlopSolver() {}

    /** Empty where its native library does not load: not available on this system. */
    public static Optional<GlopSolver> load() {
        return Library.WHY_NOT.isEmpty() ? Optional.of(new GlopSolver()) : Optional.empty();
    }

    /** @throws ChokepointException where its native library does not load, with what the system says of it */
    public static GlopSolver require() {
        return load().orElseThrow(() -> new ChokepointException(
                "The linear programme solver is not available on this system: its native library does not load. "
                        + Library.WHY_NOT));
    }

    /**
     * Solves it once.
     *
     * @param seconds &gt; 0 after which it gives up
     * @throws CancellationException within a fraction of a second if the monitor says so
     */
    public LpSolution solve(LinearProgram program, double seconds, RunMonitor monitor) {
        monitor.checkCancelled();
        try (Session session = open(program)) {
            return session.solve(seconds, monitor);
        }
    }

    /** Keeps the programme in the solver, so that it can be solved again after small changes, from where it was. */
    public Session open(LinearProgram program) {
        return new Session(program);
    }

    /** A programme in the solver. Not thread-safe. */
    public static final class Session implements AutoCloseable {
        private final MPSolver solver;
        private final MPVariable[] columns;
        private final MPConstraint[] rows;
        private final MPSolverParameters parameters = new MPSolverParameters();

        private Session(LinearProgram program) {
            solver = MPSolver.createSolver("GLOP");
            columns = new MPVariable[program.columnCount()];
            rows = new MPConstraint[program.rowCount()];
            MPObjective objective = solver.objective();
            objective.setMinimization();
            for (int c = 0; c < columns.length; c++) {
                columns[c] = solver.makeNumVar(program.columnLower(c), program.columnUpper(c), "");
                if (program.cost(c) != 0) {
                    objective.setCoefficient(columns[c], program.cost(c));
                }
            }
            for (int r = 0; r < rows.length; r++) {
                rows[r] = solver.makeConstraint(program.rowLower(r), program.rowUpper(r), "");
            }
            for (int e = 0; e < program.entryCount(); e++) {
                rows[program.entryRow(e)].setCoefficient(columns[program.entryColumn(e)], program.entryValue(e));
            }
            // After a change of bounds the last basis is still dual feasible: the primal simplex would take three times
            // as long.
            parameters.setIntegerParam(
                    MPSolverParameters.IntegerParam.LP_ALGORITHM,
                    MPSolverParameters.LpAlgorithmValues.DUAL.swigValue());
            parameters.setIntegerParam(
                    MPSolverParameters.IntegerParam.INCREMENTALITY,
                    MPSolverParameters.IncrementalityValues.INCREMENTALITY_ON.swigValue());
        }

        public void columnBounds(int column, double lower, double upper) {
            columns[column].setBounds(lower, upper);
        }

        public void coefficient(int row, int column, double value) {
            rows[row].setCoefficient(columns[column], value);
        }

        private LpSolution solve(double seconds, RunMonitor monitor) {
            Thread caller = Thread.currentThread();
            LpSolution solution;
            try (ScheduledExecutorService watch = Executors.newSingleThreadScheduledExecutor()) {
                watch.scheduleWithFixedDelay(
                        () -> {
                            monitor.progress(
                                    0,
                                    0,
                                    "solving a linear programme of " + Amounts.counted(rows.length, "row", "rows"));
                            if (monitor.isCancelled() || caller.isInterrupted()) {
                                // Said again each time: before the solver has begun, it does not listen.
                                solver.interruptSolve();
                            }
                        },
                        WATCH_MILLIS,
                        WATCH_MILLIS,
                        TimeUnit.MILLISECONDS);
                solution = solve(seconds);
            }
            monitor.checkCancelled();
            return solution;
        }

        /** @param seconds &gt; 0 after which it gives up */
        public LpSolution solve(double seconds) {
            solver.setTimeLimit((long) Math.ceil(1000 * seconds));
            MPSolver.ResultStatus result = solver.solve(parameters);
            if (result == MPSolver.ResultStatus.ABNORMAL) {
                // Lost in its own rounding: from the start, and the other way.
                result = solver.solve(fromTheStart());
            }
            return switch (result) {
                case OPTIMAL -> solution();
                case INFEASIBLE -> LpSolution.without(LpSolution.Status.INFEASIBLE);
                case UNBOUNDED -> LpSolution.without(LpSolution.Status.UNBOUNDED);
                case FEASIBLE, NOT_SOLVED -> LpSolution.without(LpSolution.Status.TIME_LIMIT);
                default -> LpSolution.without(LpSolution.Status.FAILED);
            };
        }

        private static MPSolverParameters fromTheStart() {
            MPSolverParameters other = new MPSolverParameters();
            other.setIntegerParam(
                    MPSolverParameters.IntegerParam.LP_ALGORITHM,
                    MPSolverParameters.LpAlgorithmValues.PRIMAL.swigValue());
            other.setIntegerParam(
                    MPSolverParameters.IntegerParam.INCREMENTALITY,
                    MPSolverParameters.IncrementalityValues.INCREMENTALITY_OFF.swigValue());
            return other;
        }

        private LpSolution solution() {
            double[] values = new double[columns.length];
            for (int c = 0; c < values.length; c++) {
                values[c] = columns[c].solutionValue();
            }
            double[] duals = new double[rows.length];
            for (int r = 0; r < duals.length; r++) {
                duals[r] = rows[r].dualValue();
            }
            return new LpSolution(LpSolution.Status.OPTIMAL, solver.objective().value(), values, duals);
        }

        @Override
        public void close() {
            parameters.delete();
            solver.delete();
        }
    }

    /**
     * The native library, loaded once, on a thread of its own: a caller that is interrupted while the library is unpacked
     * (its study was cancelled, its window closed) leaves a half-read archive open, from which nobody could load it again.
     */
    private static final class Library {
        /** Empty if it is there. */
        private static final String WHY_NOT = CompletableFuture.supplyAsync(
                        // Not methods of this class, which is not initialised before they end.
                        GlopSolver::openLibrary, GlopSolver::onItsOwnThread)
                .join();
    }

    private static void onItsOwnThread(Runnable task) {
        Thread.ofPlatform().daemon().name("solver-library").start(task);
    }

    private static String openLibrary() {
        try {
            Loader.loadNativeLibraries();
            // The loader may fail without a word, e.g. where it cannot unpack the library; its first use does not.
            return MPSolver.createSolver("GLOP") == null ? "It has no GLOP." : "";
        } catch (RuntimeException | LinkageError missing) {
            return missing.toString();
        }
    }
}
