package io.chokepoint.model;

import java.util.List;
import java.util.Map;

/**
 * What a dataset says of prices as a whole (price page, sections 1, 6 and 7).
 *
 * @param steepness b: how alike users are, ≥ 1
 * @param carrying r: the yearly cost of holding stock, a part of its value, ≥ 0
 * @param together by class of figures, c in [0, 1]: how far figures of the class err in one direction
 */
public record PriceTerms(double steepness, double carrying, Map<String, Double> together) {
    /** The classes of figures that may err together. */
    public static final List<String> CLASSES =
            List.of("criticality", "stockWeeks", "qualificationWeeks", "useShare", "spare", "value", "tolerance");

    /** Where a dataset says nothing. */
    public static final PriceTerms USUAL = new PriceTerms(1.5, 0.5, Map.of());

    public PriceTerms {
        together = Map.copyOf(together);
        if (!(steepness >= 1) || !(carrying >= 0)) {
            throw new IllegalArgumentException(
                    "steepness must be 1 or more and carrying 0 or more, but are " + steepness + " and " + carrying);
        }
    }
}
