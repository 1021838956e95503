package io.chokepoint.study;

import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Scenario;
import java.util.Map;

/**
 * One of two that are compared.
 *
 * @param own by id, figures in place of the dataset's and the scenario's
 */
public record ComparedSide(Scenario scenario, Map<String, Figure> own) {
    public ComparedSide {
        own = Map.copyOf(own);
    }

    /** With the dataset's figures. */
    public static ComparedSide of(Scenario scenario) {
        return new ComparedSide(scenario, Map.of());
    }
}
