package io.chokepoint.ui.support;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.study.StudyRunner;
import io.chokepoint.study.Touch;
import java.util.Optional;

/** What the window asks of a dataset: a small window on {@link StudyRunner}, so that tests can stand in. Thread-safe. */
public interface Engine {

    /** Runs the work; see {@link StudyRunner#run}. */
    SimulationResult run(Work work, RunMonitor monitor);

    /** See {@link StudyRunner#touches}. */
    Touch touches(Restriction restriction);

    /** For studies of many runs and for what does not change from run to run; empty where a test stands in. */
    default Optional<StudyRunner> runner() {
        return Optional.empty();
    }

    /** The real one. */
    static Engine of(DataPackage data) {
        return of(new StudyRunner(data));
    }

    /** The real one, with the runner's model. */
    static Engine of(StudyRunner runner) {
        return new Engine() {
            @Override
            public SimulationResult run(Work work, RunMonitor monitor) {
                // Without own figures the network compiled for the central ones is used again.
                return work.figures().isEmpty()
                        ? runner.run(work.scenario(), monitor)
                        : runner.run(work.scenario(), work.values(), work.valuesName(), monitor);
            }

            @Override
            public Optional<StudyRunner> runner() {
                return Optional.of(runner);
            }

            @Override
            public Touch touches(Restriction restriction) {
                return runner.touches(restriction);
            }
        };
    }
}
