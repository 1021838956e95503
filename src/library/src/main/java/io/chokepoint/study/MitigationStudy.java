package io.chokepoint.study;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.MitigationTarget;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import java.util.List;

/** What each measure buys for a target in a scenario. Thread-safe. */
public final class MitigationStudy {
    private final StudyRunner runner;

    public MitigationStudy(StudyRunner runner) {
        this.runner = runner;
    }

    /**
     * @throws ChokepointException if the scenario does not fit the dataset
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public Mitigation.Result run(Scenario scenario, Good target, Mitigation.Settings settings, RunMonitor monitor) {
        return run(scenario, FigureValues.CENTRAL, target, settings, monitor);
    }

    /** As {@link #run(Scenario, Good, Mitigation.Settings, RunMonitor)}, with other values of the figures. */
    public Mitigation.Result run(
            Scenario scenario, FigureValues values, Good target, Mitigation.Settings settings, RunMonitor monitor) {
        return of(scenario, values, MitigationTarget.of(target, runner.network(values)))
                .run(settings, monitor);
    }

    /**
     * The study of a target stage by stage.
     *
     * @throws ChokepointException if the scenario does not fit the dataset
     */
    public Mitigation of(Scenario scenario, FigureValues values, MitigationTarget target) {
        List<Problem> problems = runner.check(scenario);
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        return new Mitigation(
                runner.model(),
                runner.network(values),
                values,
                scenario,
                runner.data().defaultRationing(),
                target);
    }
}
