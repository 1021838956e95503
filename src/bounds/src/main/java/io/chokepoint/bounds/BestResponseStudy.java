package io.chokepoint.bounds;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.BestResponse;
import io.chokepoint.bounds.lp.BestResponse.StockValue;
import io.chokepoint.bounds.lp.HighsSolver;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.StudyRunner;
import java.util.Collection;
import java.util.List;

/** The least loss that anybody could bring about in a scenario, beside the simulated one. Thread-safe. */
public final class BestResponseStudy {
    private final StudyRunner runner;

    public BestResponseStudy(StudyRunner runner) {
        this.runner = runner;
    }

    /**
     * @param targets at least one
     * @param seconds &gt; 0 after which the solver gives up
     * @throws ChokepointException if the scenario does not fit, or the solver is not available on this system
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public LeastLoss run(Scenario scenario, Collection<Good> targets, double seconds, RunMonitor monitor) {
        return run(scenario, FigureValues.CENTRAL, targets, seconds, monitor);
    }

    /** As {@link #run(Scenario, Collection, double, RunMonitor)}, with other values of the figures. */
    public LeastLoss run(
            Scenario scenario, FigureValues values, Collection<Good> targets, double seconds, RunMonitor monitor) {
        runner.model().require(Capability.TIME, Capability.VOLUME);
        List<Problem> problems = runner.check(scenario);
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        HighsSolver solver = HighsSolver.require();
        ScenarioSelection selection = runner.select(scenario);
        CompiledNetwork network = runner.network(values);
        CompiledScenario compiled = CompiledScenario.of(network, selection, values);
        OutputSeries outputs =
                runner.model().compile(network, selection, values).outputs(scenario.horizonWeeks(), List.of(), monitor);
        List<Good> goods = List.copyOf(runner.structure().dataset().goods());
        double simulated = 0;
        for (Good target : targets) {
            simulated += Outcome.of(outputs.goods()[goods.indexOf(target)]).lostOutputWeeks() / targets.size();
        }
        BestResponse.Bound bound =
                new BestResponse(network, compiled, scenario.horizonWeeks()).solve(targets, solver, seconds, monitor);
        return new LeastLoss(
                switch (bound.status()) {
                    case OPTIMAL -> LeastLoss.Status.SOLVED;
                    case TIME_LIMIT -> LeastLoss.Status.TIME_LIMIT;
                    case INFEASIBLE, UNBOUNDED, FAILED -> LeastLoss.Status.FAILED;
                },
                simulated,
                bound.lostWeeks(),
                bound.columns(),
                bound.rows(),
                bound.stocks().stream().map(BestResponseStudy::worth).toList());
    }

    private static LeastLoss.StockWorth worth(StockValue value) {
        return new LeastLoss.StockWorth(
                value.input(), value.makers(), value.restrictedSide(), value.weeksSavedPerWeek());
    }
}
