package io.chokepoint.bounds.lp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.FigureValues;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkCompiler;
import io.chokepoint.network.ScenarioCompiler;
import io.chokepoint.scenario.Scenario;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** How a solve is watched and given up. */
class HighsSolverTest {
    private static final HighsSolver SOLVER = HighsSolver.load().orElseThrow();

    @Test
    void theSolverStopsInTheMiddleAndSaysUntilThenThatItIsAtWork() {
        AtomicInteger reports = new AtomicInteger();
        RunMonitor monitor = monitor(reports, () -> reports.get() > 2);

        try (HighsSolver.Session session = SOLVER.open(longProgramme())) {
            session.watch(new HighsSolver.Watch(monitor, "at work"));

            assertThat(session.solve(3600).status()).isEqualTo(LpSolution.Status.TIME_LIMIT);
        }
        assertThat(reports.get()).isEqualTo(3);
    }

    @Test
    void whatTheMonitorThrowsArrivesWithTheCaller() {
        RunMonitor monitor = monitor(new AtomicInteger(), () -> {
            // The solver's own question, not the ones before and after it.
            if (StackWalker.getInstance()
                    .walk(frames ->
                            frames.anyMatch(frame -> frame.getClassName().equals(HighsSolver.Watch.class.getName())))) {
                throw new IllegalStateException("no more");
            }
            return false;
        });

        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> SOLVER.solve(longProgramme(), 3600, monitor))
                .withMessage("no more");
    }

    @Test
    void aProgrammeWithoutRowsOrColumnsIsSolved() {
        LinearProgram nothing = new LinearProgram();
        LinearProgram column = new LinearProgram();
        column.column(2, 5, 3);

        assertThat(SOLVER.solve(nothing, 10, RunMonitor.NONE).objective()).isZero();
        assertThat(SOLVER.solve(column, 10, RunMonitor.NONE).objective()).isEqualTo(6);
    }

    @Test
    void whatHasNoSolutionOrNoLeastIsToldApart() {
        LinearProgram none = new LinearProgram();
        none.coefficient(none.row(3, 4), none.column(0, 2, 1), 1);
        LinearProgram endless = new LinearProgram();
        endless.coefficient(endless.rowAtMost(4), endless.column(Double.NEGATIVE_INFINITY, 2, 1), 1);

        assertThat(SOLVER.solve(none, 10, RunMonitor.NONE).status()).isEqualTo(LpSolution.Status.INFEASIBLE);
        assertThat(SOLVER.solve(endless, 10, RunMonitor.NONE).status()).isEqualTo(LpSolution.Status.UNBOUNDED);
    }

    @Test
    void whoIsCancelledGetsNoSolution() {
        AtomicInteger reports = new AtomicInteger();
        RunMonitor monitor = monitor(reports, () -> reports.get() > 0);

        assertThatExceptionOfType(CancellationException.class)
                .isThrownBy(() -> SOLVER.solve(longProgramme(), 3600, monitor));
    }

    private static RunMonitor monitor(AtomicInteger reports, BooleanSupplier cancelled) {
        return new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {
                reports.incrementAndGet();
            }

            @Override
            public boolean isCancelled() {
                return cancelled.getAsBoolean();
            }
        };
    }

    /** Some seconds' work. */
    private static LinearProgram longProgramme() {
        DataPackage data =
                DatasetReader.read(ShippedData.shipped(), RunMonitor.NONE).orThrow();
        CompiledNetwork network = NetworkCompiler.compile(data.dataset(), FigureValues.CENTRAL);
        Scenario scenario = data.findScenario("ree-full-stop").orElseThrow();
        CompiledScenario compiled =
                ScenarioCompiler.compile(network, scenario, data.defaultRationing(), FigureValues.CENTRAL);
        return new BestResponse(network, compiled, 104)
                .wholeProgram(List.of(data.dataset().getGood("nvidia-h100")));
    }
}
