package io.chokepoint.bounds.lp;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;

/**
 * The simplex solver HiGHS (Huangfu and Hall, Mathematical Programming Computation 10:119–142, 2018), whose native library may be missing on
 * a system.
 */
public final class HighsSolver {
    private static final long WATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
    /** Of rows, bounds and reduced costs: a hundredth of what HiGHS asks for by itself, as answers are compared to 1e-9. */
    private static final double TOLERANCE = 1e-9;

    /** The least that HiGHS can be made to keep. */
    private static final double SMALLEST_COEFFICIENT = 1e-12;

    private static final int DUAL_SIMPLEX = 1;
    private static final int PRIMAL_SIMPLEX = 4;

    private final HighsLibrary library;

    private HighsSolver(HighsLibrary library) {
        this.library = library;
    }

    /** Empty where its native library does not load: not available on this system. */
    public static Optional<HighsSolver> load() {
        return HighsLibrary.load().map(HighsSolver::new);
    }

    /** @throws ChokepointException where its native library does not load, with what the system says of it */
    public static HighsSolver require() {
        return load().orElseThrow(() -> new ChokepointException(
                "The linear programme solver is not available on this system: its native library does not load. "
                        + HighsLibrary.whyNot()));
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
            Watch watch = new Watch(
                    monitor, "solving a linear programme of " + Amounts.counted(program.rowCount(), "row", "rows"));
            session.watch(watch);
            LpSolution solution = session.solve(seconds);
            watch.rethrow();
            monitor.checkCancelled();
            return solution;
        }
    }

    /** Keeps the programme in the solver, so that it can be solved again after small changes, from where it was. */
    public Session open(LinearProgram program) {
        return new Session(library, program);
    }

    /** A programme in the solver. For the thread that opened it. */
    public static final class Session implements AutoCloseable {
        private final HighsLibrary library;
        private final Arena arena = Arena.ofConfined();
        private final MemorySegment highs;
        private final int columns;
        private final int rows;
        /** Whether it is in the solver as it is. */
        private final boolean taken;

        private Session(HighsLibrary library, LinearProgram program) {
            this.library = library;
            this.columns = program.columnCount();
            this.rows = program.rowCount();
            this.highs = library.create();
            library.option(highs, "output_flag", false);
            library.option(highs, "threads", 1);
            library.option(highs, "primal_feasibility_tolerance", TOLERANCE);
            library.option(highs, "dual_feasibility_tolerance", TOLERANCE);
            // Coefficients outside its own range would be dropped or refused; real chains have some.
            library.option(highs, "small_matrix_value", SMALLEST_COEFFICIENT);
            library.option(highs, "large_matrix_value", Double.POSITIVE_INFINITY);
            this.taken = library.pass(highs, program);
        }

        public void columnBounds(int column, double lower, double upper) {
            library.columnBounds(highs, column, lower, upper);
        }

        void watch(Watch watch) {
            library.watch(highs, watch, arena);
        }

        /** @param seconds &gt; 0 after which it gives up */
        public LpSolution solve(double seconds) {
            if (!taken) {
                return LpSolution.without(LpSolution.Status.FAILED);
            }
            // Its clock runs on from one solve to the next.
            library.zeroClocks(highs);
            library.option(highs, "time_limit", seconds);
            LpSolution.Status status = library.run(highs);
            if (status == LpSolution.Status.FAILED) {
                // Lost in its own rounding: from the start, and the other way.
                library.forgetBasis(highs);
                library.option(highs, "presolve", "off");
                library.option(highs, "simplex_strategy", PRIMAL_SIMPLEX);
                status = library.run(highs);
                library.option(highs, "presolve", "choose");
                library.option(highs, "simplex_strategy", DUAL_SIMPLEX);
            }
            return status == LpSolution.Status.OPTIMAL ? solution() : LpSolution.without(status);
        }

        private LpSolution solution() {
            try (Arena copy = Arena.ofConfined()) {
                MemorySegment values = copy.allocate(ValueLayout.JAVA_DOUBLE, columns);
                MemorySegment duals = copy.allocate(ValueLayout.JAVA_DOUBLE, rows);
                library.solution(highs, values, duals);
                return new LpSolution(
                        LpSolution.Status.OPTIMAL,
                        library.objective(highs),
                        values.toArray(ValueLayout.JAVA_DOUBLE),
                        duals.toArray(ValueLayout.JAVA_DOUBLE));
            }
        }

        @Override
        public void close() {
            library.destroy(highs);
            arena.close();
        }
    }

    /** Asked by the solver between its steps whether to go on. What the monitor throws waits until the solver has returned. */
    static final class Watch {
        private final RunMonitor monitor;
        private final String what;
        private long next = System.nanoTime();
        private boolean stop;
        private Optional<RuntimeException> thrown = Optional.empty();

        Watch(RunMonitor monitor, String what) {
            this.monitor = monitor;
            this.what = what;
        }

        /** Nothing may be thrown through the solver's frames. */
        boolean stops() {
            long now = System.nanoTime();
            if (!stop && now - next >= 0) {
                next = now + WATCH_NANOS;
                try {
                    monitor.progress(0, 0, what);
                    stop = monitor.isCancelled() || Thread.currentThread().isInterrupted();
                } catch (RuntimeException failure) {
                    thrown = Optional.of(failure);
                    stop = true;
                }
            }
            return stop;
        }

        void rethrow() {
            thrown.ifPresent(failure -> {
                throw failure;
            });
        }
    }

    /** The programme's coefficients row by row: where each row begins, then column and value of each entry. */
    record Rows(int[] start, int[] column, double[] value) {
        static Rows of(LinearProgram program) {
            int entries = program.entryCount();
            int[] next = new int[program.rowCount() + 1];
            for (int e = 0; e < entries; e++) {
                next[program.entryRow(e) + 1]++;
            }
            Arrays.parallelPrefix(next, Integer::sum);
            int[] start = next.clone();
            int[] column = new int[entries];
            double[] value = new double[entries];
            for (int e = 0; e < entries; e++) {
                int place = next[program.entryRow(e)]++;
                column[place] = program.entryColumn(e);
                value[place] = program.entryValue(e);
            }
            return new Rows(start, column, value);
        }
    }
}
