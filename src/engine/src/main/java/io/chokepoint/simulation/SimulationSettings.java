package io.chokepoint.simulation;

import io.chokepoint.model.Dataset;
import io.chokepoint.result.Fingerprints;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Scenario;
import java.util.Optional;

/**
 * How a run is made and what of it is kept.
 *
 * @param weeks how many, ≥ 1
 * @param recordCauses whether binding inputs and causes are kept; without them a run answers how much, but not why
 * @param checkInvariants whether each week is checked for values that cannot be; slow, for tests
 * @param figures what the result's provenance says of the figures used
 * @param inputs what the result's provenance says dataset and scenario can be known again by
 */
public record SimulationSettings(
        int weeks, boolean recordCauses, boolean checkInvariants, String figures, Fingerprints inputs) {

    public SimulationSettings {
        if (weeks < 1) {
            throw new IllegalArgumentException("weeks must be 1 or more, but is " + weeks);
        }
    }

    /** Everything kept, central figures, inputs that nobody needs to know again. */
    public static SimulationSettings of(int weeks) {
        return new SimulationSettings(weeks, true, false, "central", Fingerprints.NONE);
    }

    /** What the provenance says of the figures and the inputs. */
    public SimulationSettings withProvenance(String usedFigures, Fingerprints usedInputs) {
        return new SimulationSettings(weeks, recordCauses, checkInvariants, usedFigures, usedInputs);
    }

    public SimulationSettings withoutCauses() {
        return new SimulationSettings(weeks, false, checkInvariants, figures, inputs);
    }

    public SimulationSettings withInvariantChecks() {
        return new SimulationSettings(weeks, recordCauses, true, figures, inputs);
    }

    /** What a model writes into its result. */
    public Provenance provenance(ModelStamp model, Dataset dataset, Scenario scenario) {
        return new Provenance(
                Provenance.programVersion(), Optional.of(model), dataset.id(), scenario.id(), inputs, figures);
    }
}
