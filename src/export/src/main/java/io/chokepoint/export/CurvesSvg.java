package io.chokepoint.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Output over time as a picture: one curve a good, its name at the end of the curve, 100 % = baseline. */
final class CurvesSvg {
    private static final int WIDTH = 960;
    private static final int HEIGHT = 320;
    private static final int LEFT = 48;
    private static final int RIGHT = 260;
    private static final int TOP = 14;
    private static final int BOTTOM = 34;
    private static final int LABEL_GAP = 15;

    /** Told apart by people who are colour-blind too (Okabe and Ito 2008); the dashes are the second cue. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#d55e00", "#009e73", "#cc79a7", "#56b4e9", "#e69f00");

    private static final List<String> DASHES = List.of("none", "7 3", "2 3", "9 3 2 3", "4 2", "12 4");

    /** Most curves that are told apart. */
    static final int MOST_CURVES = COLOURS.size();

    /** A name and one value a week, as a part of baseline. */
    record Curve(String name, double[] output) {}

    private record Label(int curve, double y) {}

    private final List<Curve> curves;
    private final int weeks;
    private final double top;
    private final StringBuilder svg = new StringBuilder();

    private CurvesSvg(List<Curve> curves) {
        this.curves = curves.subList(0, Math.min(curves.size(), MOST_CURVES));
        this.weeks = curves.getFirst().output().length;
        double most = 1;
        for (Curve curve : this.curves) {
            for (double value : curve.output()) {
                most = Math.max(most, value);
            }
        }
        this.top = Math.ceil(most * 5) / 5;
    }

    /** @param curves at least one, all of the same length; those after the first {@link #MOST_CURVES} are left out */
    static String of(List<Curve> curves, String description) {
        return new CurvesSvg(curves).draw(description);
    }

    private String draw(String description) {
        svg.append(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" role=\"img\" aria-label=\"%s\">%n",
                WIDTH,
                HEIGHT,
                Html.escaped(description)));
        axes();
        for (int i = 0; i < curves.size(); i++) {
            curve(i);
        }
        labels();
        return svg.append("</svg>").toString().replace("\r\n", "\n");
    }

    private void axes() {
        for (int percent = 0; percent <= Math.round(100 * top); percent += 20) {
            double y = y(percent / 100.0);
            line("<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>", LEFT, WIDTH - RIGHT, y, y);
            line("<text class=\"axis\" x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%d %%</text>", LEFT - 6, y + 4, percent);
        }
        int step = Math.max(1, (weeks + 7) / 8);
        for (int week = 0; week < weeks; week += step) {
            line(
                    "<text class=\"axis\" x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">week %d</text>",
                    x(week), HEIGHT - 12, week);
        }
    }

    private void curve(int index) {
        double[] output = curves.get(index).output();
        StringBuilder points = new StringBuilder();
        for (int week = 0; week < weeks; week++) {
            points.append(String.format(Locale.ROOT, "%.1f,%.1f ", x(week), y(output[week])));
        }
        line(
                "<polyline fill=\"none\" stroke=\"%s\" stroke-width=\"2\" stroke-dasharray=\"%s\" points=\"%s\"/>",
                COLOURS.get(index), DASHES.get(index), points.toString().stripTrailing());
    }

    /** Names beside the ends of their curves, pushed apart where they would lie on each other. */
    private void labels() {
        List<Label> labels = new ArrayList<>();
        for (int i = 0; i < curves.size(); i++) {
            labels.add(new Label(i, y(curves.get(i).output()[weeks - 1])));
        }
        labels.sort(Comparator.comparingDouble(Label::y));
        double next = TOP;
        for (int place = 0; place < labels.size(); place++) {
            Label label = labels.get(place);
            double room = HEIGHT - BOTTOM - (labels.size() - 1 - place) * (double) LABEL_GAP;
            double y = Math.min(Math.max(label.y(), next), room);
            next = y + LABEL_GAP;
            int end = WIDTH - RIGHT;
            line(
                    "<line x1=\"%d\" y1=\"%.1f\" x2=\"%d\" y2=\"%.1f\" stroke=\"%s\" stroke-dasharray=\"%s\" stroke-width=\"2\"/>",
                    end + 6, y, end + 28, y, COLOURS.get(label.curve()), DASHES.get(label.curve()));
            line(
                    "<text x=\"%d\" y=\"%.1f\">%s</text>",
                    end + 34, y + 4, Html.escaped(curves.get(label.curve()).name()));
        }
    }

    private double x(int week) {
        return LEFT + (WIDTH - LEFT - RIGHT) * (weeks == 1 ? 0 : (double) week / (weeks - 1));
    }

    private double y(double output) {
        return TOP + (HEIGHT - TOP - BOTTOM) * (1 - output / top);
    }

    private void line(String format, Object... values) {
        svg.append(String.format(Locale.ROOT, format, values)).append('\n');
    }
}
