package io.chokepoint.result;

import io.chokepoint.base.Stable;
import java.util.OptionalInt;

/**
 * What is read off one series of output (model page, section 6).
 *
 * @param firstLossWeek first week below {@link #LOSS_LEVEL}, if any
 * @param trough least output, as a part of baseline
 * @param troughWeek first week within 1e-9 of the trough
 * @param lostOutputWeeks Σ max(0, 1 − output), in weeks of baseline output
 * @param recoveryWeek the week after the last one below {@link #LOSS_LEVEL}; none without a loss or where the run ends below
 */
@Stable
public record Outcome(
        OptionalInt firstLossWeek, double trough, int troughWeek, double lostOutputWeeks, OptionalInt recoveryWeek) {

    /** Output below this part of baseline counts as a loss. */
    public static final double LOSS_LEVEL = 0.99;

    private static final double TROUGH_TOLERANCE = 1e-9;

    /**
     * @param output output of each week as a part of baseline
     * @throws IllegalArgumentException if there is no week
     */
    public static Outcome of(double[] output) {
        if (output.length == 0) {
            throw new IllegalArgumentException("a run has at least one week");
        }
        int first = -1;
        int last = -1;
        double trough = Double.POSITIVE_INFINITY;
        double lost = 0;
        for (int week = 0; week < output.length; week++) {
            double value = output[week];
            trough = Math.min(trough, value);
            lost += Math.max(0, 1 - value);
            if (value < LOSS_LEVEL) {
                last = week;
                if (first < 0) {
                    first = week;
                }
            }
        }
        int troughWeek = 0;
        while (output[troughWeek] > trough + TROUGH_TOLERANCE) {
            troughWeek++;
        }
        boolean recovers = last >= 0 && last < output.length - 1;
        return new Outcome(
                first < 0 ? OptionalInt.empty() : OptionalInt.of(first),
                trough,
                troughWeek,
                lost,
                recovers ? OptionalInt.of(last + 1) : OptionalInt.empty());
    }

    public boolean isHit() {
        return firstLossWeek.isPresent();
    }
}
