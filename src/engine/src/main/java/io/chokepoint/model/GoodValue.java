package io.chokepoint.model;

import java.util.Objects;

/**
 * What a good is worth, and what its users outside the graph would pay for it (price page, section 1).
 *
 * @param value V: what the world's baseline output is worth in a year at baseline prices, in US$ million, &gt; 0
 * @param otherTolerance R_F: the multiple of the baseline price at which half of the uses outside the graph have given up, ≥ 1.05
 * @param year of the value; may be empty
 */
public record GoodValue(Good good, Figure value, Figure otherTolerance, String year) {

    /** R where nobody says. */
    public static final double USUAL_TOLERANCE = 4;

    public GoodValue {
        Objects.requireNonNull(good);
        Objects.requireNonNull(value);
        Objects.requireNonNull(otherTolerance);
    }
}
