package io.chokepoint.scenario;

/**
 * What one restriction does at full strength, in the terms of the model page, section 4: the one thing about it that a run
 * needs to know.
 *
 * @param lost part of a maker's capacity that is lost, in [0, 1]
 * @param recoveryWeeks R, weeks from the end until all of the capacity is back, ≥ 0; 0: at once
 * @param permitted φ₀ on the selected flows, in [0, 1]; the cap where {@code isQuota}
 * @param isQuota whether the selected flows share what is permitted: together they may be so large a part of their baseline
 * @param delayWeeks T, ≥ 0
 * @param costRate cost per unit as a part of its cost, ≥ 0
 */
public record Effect(
        double lost, double recoveryWeeks, double permitted, boolean isQuota, double delayWeeks, double costRate) {

    /** Nothing at all. */
    public static final Effect NONE = new Effect(0, 0, 1, false, 0, 0);

    /** Makers lose a part of their capacity, and after its end work up to all of it. */
    public static Effect losing(double lost, double recoveryWeeks) {
        return new Effect(lost, recoveryWeeks, 1, false, 0, 0);
    }

    /** A part of each selected flow gets through. */
    public static Effect permitting(double part) {
        return new Effect(0, 0, part, false, 0, 0);
    }

    /** All selected flows together are held to a part of their baseline. */
    public static Effect quota(double cap) {
        return new Effect(0, 0, cap, true, 0, 0);
    }

    /** Each unit costs more. */
    public static Effect costing(double rate) {
        return new Effect(0, 0, 1, false, 0, rate);
    }

    /** The same, and each shipment is so many weeks late. */
    public Effect delayed(double weeks) {
        return new Effect(lost, recoveryWeeks, permitted, isQuota, weeks, costRate);
    }
}
