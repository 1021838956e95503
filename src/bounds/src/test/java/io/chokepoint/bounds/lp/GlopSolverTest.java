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
class GlopSolverTest {
    private static final GlopSolver SOLVER = GlopSolver.load().orElseThrow();

    /** The caller itself is never told that it is cancelled, so only what reaches the solver can end it before it is optimal. */
    @Test
    void theSolverStopsInTheMiddleAndSaysUntilThenThatItIsAtWork() {
        Thread caller = Thread.currentThread();
        AtomicInteger reports = new AtomicInteger();
        RunMonitor monitor = monitor(reports, () -> Thread.currentThread() != caller && reports.get() > 2);

        LpSolution solution = SOLVER.solve(longProgramme(), 3600, monitor);

        assertThat(solution.status()).isEqualTo(LpSolution.Status.TIME_LIMIT);
        assertThat(reports.get()).isGreaterThan(2);
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
