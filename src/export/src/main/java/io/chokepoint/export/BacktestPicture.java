package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Episode;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.study.BacktestRow;
import io.chokepoint.study.BacktestScore;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Past episodes as a dot-and-range chart in SVG: one line an observation, a grey bar for what was seen, a dot for the model at
 * central figures and a thin line for 8 of 10 runs with drawn figures. The dot's shape says the verdict, so that it can be read
 * without colour: filled circle in range, triangle to the left over-predicts, to the right under-predicts.
 */
public final class BacktestPicture {
    private static final int WIDTH = 960;
    private static final int ROW = 22;
    private static final int TOP = 64;
    private static final int LEFT = 470;
    private static final int RIGHT = 40;
    /** Outputs are drawn from 0 to a little above baseline. */
    private static final double MOST = 1.1;

    private final Writer out;

    private BacktestPicture(Writer out) {
        this.out = out;
    }

    public static void write(List<BacktestRow> rows, Provenance provenance, Writer out) throws IOException {
        new BacktestPicture(out).draw(rows, provenance);
    }

    private void draw(List<BacktestRow> rows, Provenance provenance) throws IOException {
        int height = TOP + ROW * rows.size() + 60;
        line("<svg xmlns=\"http://www.w3.org/2000/svg\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\""
                        .formatted(WIDTH, height, WIDTH, height)
                + " font-family=\"Inter, Helvetica, Arial, sans-serif\" font-size=\"12\">");
        BacktestScore score = BacktestScore.of(rows);
        line("<title>Past episodes: seen and simulated</title>");
        line("<metadata>" + Html.escaped(ProvenanceJson.text(provenance)) + "</metadata>");
        line("<rect width=\"100%\" height=\"100%\" fill=\"#ffffff\"/>");
        text(16, 26, "Past episodes: what was seen and what the model says", "font-size=\"16\" font-weight=\"600\"");
        text(
                16,
                46,
                score.inRange() + " of " + score.observations() + " observations in range, " + score.overPredicts()
                        + " over-predict, " + score.underPredicts() + " under-predict",
                "fill=\"#555555\"");
        int bottom = TOP + ROW * rows.size();
        for (int percent = 0; percent <= 100; percent += 25) {
            double x = x(percent / 100.0);
            line(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"%s\"/>",
                    x,
                    TOP,
                    x,
                    bottom,
                    percent == 100 ? "#888888" : "#e2e2e2"));
            text(x, bottom + 16, percent + " %", "text-anchor=\"middle\" fill=\"#555555\"");
        }
        text(
                x(0.5),
                bottom + 36,
                "least or mean output in the weeks looked at, of baseline",
                "text-anchor=\"middle\" fill=\"#555555\"");
        Episode last = null;
        int y = TOP + ROW / 2;
        for (BacktestRow row : rows) {
            row(row, y, !row.episode().equals(last));
            last = row.episode();
            y += ROW;
        }
        line("</svg>");
        out.flush();
    }

    private void row(BacktestRow row, int y, boolean first) throws IOException {
        Observation seen = row.observation();
        if (first) {
            line("<line x1=\"16\" y1=\"%d\" x2=\"%d\" y2=\"%d\" stroke=\"#d0d0d0\"/>"
                    .formatted(y - ROW / 2, WIDTH - RIGHT, y - ROW / 2));
            String aside = row.episode().heldAside() ? " (held aside)" : "";
            text(16, y + 4, row.episode().scenario().id() + aside, "font-weight=\"600\"");
        }
        String what = seen.subject()
                + seen.provider().map(provider -> " of " + provider).orElse("")
                + (seen.reading().region().isWorld()
                        ? ""
                        : " of " + seen.reading().region().text())
                + (seen.what() == What.OUTPUT ? "" : ", " + seen.what().id());
        text(LEFT - 12, y + 4, what, "text-anchor=\"end\"");
        if (seen.quantity() == Quantity.FIRST_LOSS || seen.what() == What.PRICE) {
            String words = seen.what() == What.PRICE ? multiples(row) : weeks(row);
            text(LEFT, y + 4, words, "fill=\"" + colour(row) + "\"");
            return;
        }
        double low = x(seen.seen().low());
        double high = Math.max(low + 2, x(seen.seen().high()));
        line(String.format(
                Locale.ROOT,
                "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"12\" rx=\"2\" fill=\"#d5dbe3\"/>",
                low,
                y - 6,
                high - low));
        if (row.p10().isPresent() && row.p90().isPresent()) {
            line(String.format(
                    Locale.ROOT,
                    "<line x1=\"%.1f\" y1=\"%d\" x2=\"%.1f\" y2=\"%d\" stroke=\"#333333\" stroke-width=\"1.5\"/>",
                    x(row.p10().getAsDouble()),
                    y,
                    x(row.p90().getAsDouble()),
                    y));
        }
        line(mark(row, x(row.simulated().orElse(1)), y));
    }

    private static String mark(BacktestRow row, double x, int y) {
        String path = switch (row.verdict()) {
            case IN_RANGE -> String.format(Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%d\" r=\"4.5\"", x, y);
            case OVER_PREDICTS -> String.format(Locale.ROOT, "<path d=\"M%.1f %d l9 -5.5 v11 z\"", x - 5, y);
            case UNDER_PREDICTS -> String.format(Locale.ROOT, "<path d=\"M%.1f %d l-9 -5.5 v11 z\"", x + 5, y);
        };
        return path + " fill=\"" + colour(row) + "\"><title>" + row.verdict().id() + "</title></"
                + path.substring(1, path.indexOf(' ')) + ">";
    }

    private static String colour(BacktestRow row) {
        return switch (row.verdict()) {
            case IN_RANGE -> "#1d6f42";
            case OVER_PREDICTS -> "#b3261e";
            case UNDER_PREDICTS -> "#8a5a00";
        };
    }

    private static String weeks(BacktestRow row) {
        Observation seen = row.observation();
        return String.format(
                        Locale.ROOT,
                        "%s seen in week %.0f to %.0f, model: ",
                        seen.what() == What.STOP ? "stop" : "first loss",
                        seen.seen().low(),
                        seen.seen().high())
                + week(row.simulated()) + " (" + row.verdict().id() + ")";
    }

    private static String multiples(BacktestRow row) {
        Observation seen = row.observation();
        return String.format(
                Locale.ROOT,
                "price seen at %.2f to %.2f of baseline, model: %.2f (%s)",
                seen.seen().low(),
                seen.seen().high(),
                row.simulated().orElse(1),
                row.verdict().id());
    }

    private static String week(OptionalDouble week) {
        return week.isPresent() ? String.format(Locale.ROOT, "week %.0f", week.getAsDouble()) : "never";
    }

    private static double x(double part) {
        return LEFT + Math.max(0, Math.min(MOST, part)) / MOST * (WIDTH - RIGHT - LEFT);
    }

    private void text(double x, double y, String text, String attributes) throws IOException {
        line(String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" %s>%s</text>", x, y, attributes, Html.escaped(text)));
    }

    private void line(String text) throws IOException {
        out.write(text);
        out.write('\n');
    }
}
