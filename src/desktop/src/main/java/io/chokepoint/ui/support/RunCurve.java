package io.chokepoint.ui.support;

import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.ValueScale;
import io.chokepoint.ui.control.Tones;
import java.util.OptionalInt;

/** The small curve of a row of a table, on screen and in files. */
final class RunCurve {
    /** Gains beyond this are cut off: losses are to be seen. */
    private static final double MOST = 1.5;

    private RunCurve() {}

    /** @param week marked by a line, if any */
    static void draw(
            double[] values,
            double left,
            double top,
            double width,
            double height,
            OptionalInt week,
            Palette palette,
            Picture.Builder out) {
        double most = 1;
        for (double output : values) {
            most = Math.max(most, output);
        }
        ValueScale scale = new ValueScale(0, Math.min(most, MOST));
        Chart chart =
                new Chart(out, new CurvePlot(left, width, top + 2, height - 3, Math.max(1, values.length), scale));
        chart.level(1, Line.of(Tones.of(palette.border()), 1));
        week.ifPresent(at -> chart.week(at, top, top + height, Line.of(Tones.of(palette.accent()), 1)));
        chart.curve(values, Line.of(Tones.of(palette.text()), 1.25));
    }
}
