package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import java.util.List;

/** Turns a scenario into numbers on a compiled network. */
public final class ScenarioCompiler {
    private ScenarioCompiler() {}

    /**
     * @param defaultRule used where the scenario states no rationing rule
     * @throws ChokepointException with every restriction that selects nothing
     */
    public static CompiledScenario compile(
            CompiledNetwork network, Scenario scenario, RationingRule defaultRule, FigureValues values) {
        ScenarioSelection selection = ScenarioSelection.of(network.structure(), scenario, defaultRule);
        List<Problem> problems = selection.problems();
        if (!problems.isEmpty()) {
            throw new ChokepointException(problems);
        }
        return CompiledScenario.of(network, selection, values);
    }
}
