package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;

/** An implementation of the model page, so that one set of tests can hold all of them to it. */
@FunctionalInterface
public interface ModelUnderTest {

    /** @param defaultRule who is served first where the scenario does not say */
    ModelRun run(Dataset dataset, Scenario scenario, RationingRule defaultRule, FigureValues values);

    default ModelRun run(Dataset dataset, Scenario scenario) {
        return run(dataset, scenario, RationingRule.PROPORTIONAL, FigureValues.CENTRAL);
    }
}
