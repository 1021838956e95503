package io.chokepoint.result;

import io.chokepoint.scenario.ModelStamp;
import java.util.Objects;
import java.util.Optional;

/**
 * Enough to repeat a run bit by bit, and to see whether somebody else's was the same.
 *
 * @param version of the program
 * @param model which model ran, in which version; empty for answers that are read off the network without a run
 * @param dataset its id
 * @param scenario its id; empty where a question has no single scenario
 * @param inputs what dataset and scenario can be known again by
 * @param figures which values were used, e.g. "central" or "run 17 of seed 42"
 */
public record Provenance(
        String version,
        Optional<ModelStamp> model,
        String dataset,
        String scenario,
        Fingerprints inputs,
        String figures) {

    /** The version of the program that is running; "development" where it was not packaged. */
    public static String programVersion() {
        return Objects.requireNonNullElse(Provenance.class.getPackage().getImplementationVersion(), "development");
    }

    /** Which values were used, as it stands in a sentence: "central figures". */
    public String figuresInWords() {
        return figures.equals("central") ? "central figures" : figures;
    }

    /** The same with other words for the figures used. */
    public Provenance withFigures(String used) {
        return new Provenance(version, model, dataset, scenario, inputs, used);
    }
}
