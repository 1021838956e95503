package io.chokepoint.firms.esri;

/**
 * When a cascade ends.
 *
 * @param type 1: when no firm's production fell by more than {@code eps} in a step; 2: when the loss of all firms, by the first
 *     weights, grew by no more than the part {@code eps}; {@link #LIMIT}: at the limit of all steps, found as {@link EsriLimit} does
 * @param eps ≥ 0
 * @param mostSteps after so many steps at the latest, ≥ 1; what did not end by itself says so
 */
public record StopRule(int type, double eps, int mostSteps) {
    /** Steps after which a cascade is given up where nobody says otherwise; slow cycles at small eps take thousands. */
    public static final int MOST_STEPS = 1_000_000;

    /** Not a rule of the authors: to the limit. */
    public static final int LIMIT = 0;

    /** What a step may change at the limit: rounding. */
    private static final double ROUNDING = 1e-14;

    /** The authors' default. */
    public static final StopRule PUBLISHED = new StopRule(1, 0.01, MOST_STEPS);

    public StopRule {
        if (type < LIMIT || type > 2) {
            throw new IllegalArgumentException("stop rule " + type);
        }
        if (!(eps >= 0) || mostSteps < 1) {
            throw new IllegalArgumentException("eps " + eps + ", steps " + mostSteps);
        }
    }

    /** To the limit.
     *
     * @param mostSteps see {@link StopRule}; plain steps and exact ones together
     */
    public static StopRule limit(int mostSteps) {
        return new StopRule(LIMIT, ROUNDING, mostSteps);
    }
}
