package io.chokepoint.export.report;

import io.chokepoint.result.Outcome;
import tools.jackson.core.JsonGenerator;

/**
 * A series of weeks as whole thousandths; a negative number says how often the one before it comes again. They are cut off, not rounded,
 * so that rounding them to per cents gives what rounding the full figure gives. A week without a value, NaN, is null.
 */
final class Series {
    private static final double THOUSANDTHS = 1_000;
    /** From here up to the loss level tenths of a per cent are shown. */
    private static final double JUST_SHORT = 0.985;

    private static final long MOST_SHORT = 989;
    /** Keeps 0.57 from falling short of 570 thousandths. */
    private static final double TINY = 1e-9;

    private static final long BEFORE = -1;
    private static final long NONE = -2;

    private Series() {}

    static void write(String name, double[] values, JsonGenerator json) {
        json.writeArrayPropertyStart(name);
        long last = BEFORE;
        int again = 0;
        for (double value : values) {
            long rounded = Double.isNaN(value) ? NONE : thousandths(value);
            if (rounded == last) {
                again++;
            } else {
                repeat(again, json);
                if (rounded == NONE) {
                    json.writeNull();
                } else {
                    json.writeNumber(rounded);
                }
                last = rounded;
                again = 0;
            }
        }
        repeat(again, json);
        json.writeEndArray();
    }

    static long thousandths(double value) {
        if (value >= JUST_SHORT && value < Outcome.LOSS_LEVEL) {
            return Math.min(Math.round(value * THOUSANDTHS), MOST_SHORT);
        }
        long cut = (long) Math.floor(value * THOUSANDTHS + TINY);
        return value > 0 ? Math.max(1, cut) : 0;
    }

    private static void repeat(int times, JsonGenerator json) {
        if (times > 0) {
            json.writeNumber(-times);
        }
    }
}
