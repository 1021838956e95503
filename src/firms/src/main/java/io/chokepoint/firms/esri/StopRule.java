package io.chokepoint.firms.esri;

/**
 * When a cascade ends.
 *
 * @param type 1: when no firm's production fell by more than {@code eps} in a step; 2: when the loss of all firms, by the first
 *     weights, grew by no more than the part {@code eps}
 * @param eps ≥ 0
 * @param mostSteps after so many steps at the latest, ≥ 1; what did not end by itself says so
 */
public record StopRule(int type, double eps, int mostSteps) {
    /** Steps after which a cascade is given up where nobody says otherwise; slow cycles at small eps take thousands. */
    public static final int MOST_STEPS = 1_000_000;

    /** The authors' default. */
    public static final StopRule PUBLISHED = new StopRule(1, 0.01, MOST_STEPS);

    public StopRule {
        if (type != 1 && type != 2) {
            throw new IllegalArgumentException("stop rule " + type);
        }
        if (!(eps >= 0) || mostSteps < 1) {
            throw new IllegalArgumentException("eps " + eps + ", steps " + mostSteps);
        }
    }
}
