package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;

/** Every implementation of the model page. */
public enum Models implements ModelUnderTest {
    REFERENCE(new ReferenceSimulator()),
    ENGINE(new EngineUnderTest());

    private final ModelUnderTest model;

    Models(ModelUnderTest model) {
        this.model = model;
    }

    @Override
    public ModelRun run(Dataset dataset, Scenario scenario, RationingRule defaultRule, FigureValues values) {
        return model.run(dataset, scenario, defaultRule, values);
    }
}
