package io.chokepoint.result;

import io.chokepoint.model.Dataset;
import io.chokepoint.scenario.Scenario;

/** What a model says of a scenario: week by week if it knows time, a table of its own otherwise. Immutable. */
public sealed interface ModelResult permits SimulationResult, ModelTable {

    Dataset dataset();

    Scenario scenario();

    Provenance provenance();
}
