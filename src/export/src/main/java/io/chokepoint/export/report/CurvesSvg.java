package io.chokepoint.export.report;

import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.picture.ValueScale;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/** Output over time as a picture for the page: one curve a good, its name at the end of the curve, 100 % = baseline. */
final class CurvesSvg {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 320;
    private static final int LEFT = 48;
    private static final int RIGHT = 260;
    private static final int NO_NAMES = 16;
    private static final int TOP = 14;
    private static final int BOTTOM = 34;
    private static final int LABEL_GAP = 15;

    /** Told apart by people who are colour-blind too (Okabe and Ito 2008); the dashes are the second cue. */
    private static final List<Tone> COLOURS = IntStream.of(0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0x56b4e9, 0xe69f00)
            .mapToObj(Tone::of)
            .toList();

    private static final double[][] DASHES = {{}, {7, 3}, {2, 3}, {9, 3, 2, 3}, {4, 2}, {12, 4}};

    /** Most curves that are told apart. */
    static final int MOST_CURVES = COLOURS.size();

    /** A name and one value a week, as a part of baseline. */
    record Curve(String name, double[] output) {}

    private CurvesSvg() {}

    /** @param curves at least one, all of the same length; those after the first {@link #MOST_CURVES} are left out */
    static String of(List<Curve> curves, String description) {
        return SvgPicture.inline(
                picture(curves, description, HEIGHT, true, PageTones.INK, PageTones.MUTED, PageTones.GRID),
                PageTones.cssNames());
    }

    /**
     * The same as a picture, in given colours, without a ground.
     *
     * @param named whether names stand at the ends of the curves; one alone needs none
     */
    static Picture picture(
            List<Curve> curves, String description, int height, boolean named, Tone ink, Tone muted, Tone grid) {
        List<Curve> shown = curves.subList(0, Math.min(curves.size(), MOST_CURVES));
        double most = shown.stream()
                .flatMapToDouble(curve -> Arrays.stream(curve.output()))
                .max()
                .orElse(1);
        CurvePlot plot = new CurvePlot(
                LEFT,
                WIDTH - LEFT - (named ? RIGHT : NO_NAMES),
                TOP,
                height - TOP - BOTTOM,
                shown.getFirst().output().length,
                new ValueScale(0, Math.max(1, Math.ceil(most * 5) / 5)));
        Picture.Builder out = new Picture.Builder();
        Chart chart = new Chart(out, plot).values(" %", muted, grid).weeks(height - 12, muted);
        for (int i = 0; i < shown.size(); i++) {
            chart.curve(shown.get(i).output(), line(i));
        }
        if (named) {
            names(shown, plot, ink, out);
        }
        return out.build(description, WIDTH, height, Tone.CLEAR);
    }

    private static Line line(int curve) {
        return Line.dashed(COLOURS.get(curve), 2, DASHES[curve]);
    }

    /** Names beside the ends of their curves, pushed apart where they would lie on each other. */
    private static void names(List<Curve> curves, CurvePlot plot, Tone ink, Picture.Builder out) {
        List<Integer> fromTop = IntStream.range(0, curves.size())
                .boxed()
                .sorted(Comparator.comparingDouble(i -> end(curves.get(i), plot)))
                .toList();
        double next = TOP;
        for (int place = 0; place < fromTop.size(); place++) {
            int curve = fromTop.get(place);
            double room = plot.bottom() - (fromTop.size() - 1 - place) * (double) LABEL_GAP;
            double y = Math.min(Math.max(end(curves.get(curve), plot), next), room);
            next = y + LABEL_GAP;
            out.draw(Outline.line(plot.right() + 6, y, plot.right() + 28, y), line(curve));
            out.text(plot.right() + 34, y + Chart.MIDDLE, curves.get(curve).name(), ink);
        }
    }

    private static double end(Curve curve, CurvePlot plot) {
        return plot.y(curve.output()[plot.weeks() - 1]);
    }
}
