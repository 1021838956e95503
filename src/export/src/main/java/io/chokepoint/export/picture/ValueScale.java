package io.chokepoint.export.picture;

import java.util.ArrayList;
import java.util.List;

/**
 * The vertical scale of curves of output: from a round value below the lowest to 1, or to a round value above the highest gain.
 *
 * @param floor value at the bottom, as a part of baseline, ≥ 0
 * @param ceiling value at the top, ≥ 1
 */
public record ValueScale(double floor, double ceiling) {
    private static final double[] FLOORS = {0.9, 0.8, 0.6, 0.4, 0.2, 0};
    private static final double[] CEILINGS = {1, 1.1, 1.2, 1.5, 2, 3, 5, 10};

    /** Those up to 1 divide 1, so that 1 is marked. */
    private static final double[] STEPS = {0.05, 0.1, 0.2, 0.25, 0.5, 1, 2, 5, 10, 20, 50, 100};

    private static final double TINY = 1e-9;

    /** Free room kept between the lowest value and the floor, as a part of baseline. */
    private static final double MARGIN = 0.01;

    public ValueScale {
        if (!(floor < ceiling)) {
            throw new IllegalArgumentException("floor " + floor + " must be below ceiling " + ceiling);
        }
    }

    /** The tightest scale that shows both values. */
    public static ValueScale of(double lowest, double highest) {
        double floor = 0;
        for (double candidate : FLOORS) {
            if (candidate <= lowest - MARGIN) {
                floor = candidate;
                break;
            }
        }
        double ceiling = Math.ceil(highest);
        for (double candidate : CEILINGS) {
            if (candidate >= highest - MARGIN / 2) {
                ceiling = candidate;
                break;
            }
        }
        return new ValueScale(floor, Math.max(1, ceiling));
    }

    /** The tightest scale that shows all values of all curves, and 1; NaN, a gap in a curve, needs no room. */
    public static ValueScale of(Iterable<double[]> curves) {
        double lowest = 1;
        double highest = 1;
        for (double[] values : curves) {
            for (double value : values) {
                if (!Double.isNaN(value)) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
        }
        return of(lowest, highest);
    }

    /**
     * Round values to be marked, from the top, evenly spaced; 1 is among them unless there is room for steps of more than 1 only.
     *
     * @param height of the scale in px
     * @param pitch least distance of two marks in px, > 0
     */
    public List<Double> ticks(double height, double pitch) {
        double least = pitch / height * (ceiling - floor);
        double step = STEPS[STEPS.length - 1];
        for (double candidate : STEPS) {
            if (candidate >= least - TINY) {
                step = candidate;
                break;
            }
        }
        List<Double> ticks = new ArrayList<>();
        for (long at = (long) Math.floor(ceiling / step + TINY); at >= Math.ceil(floor / step - TINY); at--) {
            // By division, so that 19 steps of 0.05 are 0.95 to the last digit.
            ticks.add(step < 1 ? at / Math.rint(1 / step) : at * step);
        }
        return ticks;
    }
}
