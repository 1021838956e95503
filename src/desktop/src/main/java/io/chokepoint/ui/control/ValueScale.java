package io.chokepoint.ui.control;

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

    /** Two to four values to be marked, from the top; 1 is always among them. */
    public List<Double> marks() {
        List<Double> marks = new ArrayList<>();
        if (ceiling > 1) {
            marks.add(ceiling);
        }
        marks.add(1.0);
        if (1 - floor > 0.15) {
            marks.add(floor + (1 - floor) / 2);
        }
        marks.add(floor);
        return marks;
    }
}
