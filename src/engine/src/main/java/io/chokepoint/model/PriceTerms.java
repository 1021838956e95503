package io.chokepoint.model;

/**
 * What a dataset says of prices as a whole (price page, sections 1 and 6).
 *
 * @param steepness b: how alike users are, ≥ 1
 * @param carrying r: the yearly cost of holding stock, a part of its value, ≥ 0
 */
public record PriceTerms(double steepness, double carrying) {
    /** Where a dataset says nothing. */
    public static final PriceTerms USUAL = new PriceTerms(1.5, 0.5);

    public PriceTerms {
        if (!(steepness >= 1) || !(carrying >= 0)) {
            throw new IllegalArgumentException(
                    "steepness must be 1 or more and carrying 0 or more, but are " + steepness + " and " + carrying);
        }
    }
}
