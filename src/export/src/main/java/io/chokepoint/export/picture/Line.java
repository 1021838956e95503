package io.chokepoint.export.picture;

import java.util.Arrays;
import java.util.List;

/**
 * How an outline is drawn.
 *
 * @param width in px
 * @param dashes lengths of dashes and gaps in turn, in px; empty for a whole line
 */
public record Line(Tone tone, double width, List<Double> dashes) {

    public Line {
        dashes = List.copyOf(dashes);
    }

    public static Line of(Tone tone, double width) {
        return new Line(tone, width, List.of());
    }

    /** @param dash length of dashes and gaps alike */
    public static Line dashed(Tone tone, double width, double dash) {
        return dash > 0 ? new Line(tone, width, List.of(dash, dash)) : of(tone, width);
    }

    /** @param dashes lengths of dashes and gaps in turn; none for a whole line */
    public static Line dashed(Tone tone, double width, double[] dashes) {
        return new Line(tone, width, Arrays.stream(dashes).boxed().toList());
    }

    /** The same line in a picture that is so many times as large. */
    Line scaled(double factor) {
        return new Line(
                tone, width * factor, dashes.stream().map(dash -> dash * factor).toList());
    }
}
