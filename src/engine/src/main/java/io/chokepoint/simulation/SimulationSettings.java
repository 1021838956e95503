package io.chokepoint.simulation;

/**
 * How a run is made and what of it is kept.
 *
 * @param weeks how many, ≥ 1
 * @param recordCauses whether binding inputs and causes are kept; without them a run answers how much, but not why
 * @param checkInvariants whether each week is checked for values that cannot be; slow, for tests
 * @param figures what the result's provenance says of the figures used
 */
public record SimulationSettings(int weeks, boolean recordCauses, boolean checkInvariants, String figures) {

    public SimulationSettings {
        if (weeks < 1) {
            throw new IllegalArgumentException("weeks must be 1 or more, but is " + weeks);
        }
    }

    /** Everything kept, central figures. */
    public static SimulationSettings of(int weeks) {
        return new SimulationSettings(weeks, true, false, "central");
    }

    /** The figures only, for many runs. */
    public static SimulationSettings figuresOnly(int weeks, String figures) {
        return new SimulationSettings(weeks, false, false, figures);
    }

    public SimulationSettings withInvariantChecks() {
        return new SimulationSettings(weeks, recordCauses, true, figures);
    }
}
