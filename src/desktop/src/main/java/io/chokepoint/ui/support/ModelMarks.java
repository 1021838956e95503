package io.chokepoint.ui.support;

import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.ui.control.Tones;

/**
 * Several models' answers to one question as marks on one axis, with a line from the least to the most. Each model has a shape and a
 * colour of its own, the same in light and dark: three to one at least on both grounds, and apart for those who see no red or no green
 * (after Okabe and Ito).
 */
public final class ModelMarks {
    private static final int[] COLOURS = {0x0072B2, 0xB5579A, 0x009E73, 0xD55E00};
    private static final double RADIUS = 4.5;

    private ModelMarks() {}

    /** The colour of the n-th model. */
    static Tone tone(int model) {
        return new Tone(COLOURS[model], 1);
    }

    /**
     * Draws a row.
     *
     * @param values by model, in [0, 1]; larger ones are cut off, NaN is not drawn
     */
    public static void draw(
            double[] values,
            double left,
            double top,
            double width,
            double height,
            Palette palette,
            Picture.Builder out) {
        double y = top + height / 2;
        double from = left + RADIUS;
        double room = width - 2 * RADIUS;
        Line hairline = Line.of(Tones.of(palette.border()), 1);
        out.draw(Outline.line(from, y, from + room, y), hairline);
        out.draw(Outline.line(from + room, top + 2, from + room, top + height - 2), hairline);
        out.draw(Outline.line(from, top + 2, from, top + height - 2), hairline);
        double least = 1;
        double most = 0;
        for (double value : values) {
            if (!Double.isNaN(value)) {
                least = Math.min(least, value);
                most = Math.max(most, value);
            }
        }
        if (most > least) {
            out.draw(
                    Outline.line(from + room * Math.min(1, least), y, from + room * Math.min(1, most), y),
                    Line.of(Tones.of(palette.muted()), 2));
        }
        // The first model is drawn last, on top.
        for (int model = values.length - 1; model >= 0; model--) {
            if (!Double.isNaN(values[model])) {
                mark(model, from + room * Math.clamp(values[model], 0, 1), y, palette, out);
            }
        }
    }

    /** A model's mark alone, e.g. for a legend. */
    public static void mark(int model, double x, double y, Palette palette, Picture.Builder out) {
        Outline shape = shape(model, x, y);
        out.fill(shape, tone(model));
        // Where marks lie on each other, a line apart.
        out.draw(shape, Line.of(Tones.of(palette.background()), 1));
    }

    private static Outline shape(int model, double x, double y) {
        double r = RADIUS;
        return switch (model) {
            case 0 -> Outline.circle(x, y, r);
            case 1 -> Outline.rectangle(x - r + 0.5, y - r + 0.5, 2 * r - 1, 2 * r - 1);
            case 2 ->
                Outline.builder()
                        .move(x, y - r - 0.5)
                        .line(x + r + 0.5, y + r - 0.5)
                        .line(x - r - 0.5, y + r - 0.5)
                        .close()
                        .build();
            default ->
                Outline.builder()
                        .move(x, y - r - 1)
                        .line(x + r + 1, y)
                        .line(x, y + r + 1)
                        .line(x - r - 1, y)
                        .close()
                        .build();
        };
    }
}
