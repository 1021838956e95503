package io.chokepoint.study;

import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.model.FigureValues;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import java.util.List;

/**
 * Runs the use cases on one dataset folder that the window and the command line share. Thread-safe; the compiled network is
 * made once and kept.
 */
public final class StudyRunner {
    private final DataPackage data;

    public StudyRunner(DataPackage data) {
        this.data = data;
    }

    public DataPackage data() {
        return data;
    }

    /** Faults of a scenario against the dataset: unknown words in selectors, restrictions that select nothing. */
    public List<Problem> check(Scenario scenario) {
        throw new IllegalStateException("the engine is not connected yet: " + scenario.id());
    }

    /**
     * Runs a scenario with its central figures.
     *
     * @throws io.chokepoint.base.ChokepointException with all faults if the scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public SimulationResult run(Scenario scenario, RunMonitor monitor) {
        return run(scenario, FigureValues.CENTRAL, monitor);
    }

    /** As {@link #run(Scenario, RunMonitor)}, with other values of the figures. */
    public SimulationResult run(Scenario scenario, FigureValues values, RunMonitor monitor) {
        throw new IllegalStateException("the engine is not connected yet: " + scenario.id() + values + monitor);
    }

    /** What a restriction selects, for the count beside its editor. */
    public Touch touches(Restriction restriction) {
        throw new IllegalStateException("the engine is not connected yet: " + restriction.kind());
    }
}
