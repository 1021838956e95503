package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.base.Range;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.SvgPicture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Episode.What;
import io.chokepoint.study.BacktestRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.DoubleStream;

/**
 * What was predicted against what was seen in past episodes: prices, outputs and weeks side by side. A dot is an observation: across, what
 * was seen at its central value; up, the middle one of the runs with drawn figures; the line through it, 8 of 10 of them. On the slanted
 * line both are the same. Filled circles are of episodes for estimating, open squares of those held aside.
 */
public final class PredictedPicture {
    private static final double PANEL = 300;
    private static final double LEFT = 52;
    private static final double GAP = 64;
    private static final double TOP = 76;
    private static final double HEIGHT = TOP + PANEL + 84;
    private static final double WIDTH = LEFT + 3 * PANEL + 2 * GAP + 20;
    private static final double RADIUS = 4;

    private static final Tone INK = Tone.of(0x1f2328);
    private static final Tone MUTED = Tone.of(0x59636e);
    private static final Tone GRID = Tone.of(0xd1d9e0);
    private static final Tone GROUND = Tone.of(0xffffff);
    private static final Tone ESTIMATING = Tone.of(0x0072b2);
    private static final Tone HELD_ASIDE = Tone.of(0xd55e00);

    private final Picture.Builder out = new Picture.Builder();

    private PredictedPicture() {}

    /**
     * As SVG.
     *
     * @throws IOException if it cannot be written
     */
    public static void write(List<BacktestRow> rows, Provenance provenance, Writer out) throws IOException {
        SvgPicture.write(of(rows), ProvenanceJson.text(provenance), out);
    }

    /** @param rows with runs; those without are left out */
    public static Picture of(List<BacktestRow> rows) {
        return new PredictedPicture()
                .draw(rows.stream()
                        .filter(row -> !row.forecasts().drawn().isEmpty())
                        .toList());
    }

    private Picture draw(List<BacktestRow> rows) {
        String title = "Past episodes: predicted against seen";
        out.text(16, 28, title, 16, true, INK, Mark.Align.START);
        legend();
        double highest = rows.stream()
                .filter(PredictedPicture::isPrice)
                .flatMapToDouble(row -> DoubleStream.of(seen(row), part(row, 0.9)))
                .max()
                .orElse(10);
        Scale prices = new Scale(Math.log10(0.5), Math.log10(Math.max(10, Math.min(200, highest * 1.2))), true);
        double last = rows.stream()
                .filter(PredictedPicture::isWeek)
                .mapToDouble(row -> row.episode().scenario().horizonWeeks())
                .max()
                .orElse(52);
        panel(
                0,
                "Price, multiple of baseline",
                prices,
                List.of(0.5, 1.0, 2.0, 5.0, 10.0, 20.0, 50.0, 100.0),
                rows,
                PredictedPicture::isPrice);
        panel(
                1,
                "Output, part of baseline",
                new Scale(0, 1.2, false),
                List.of(0.0, 0.25, 0.5, 0.75, 1.0),
                rows,
                row -> !isPrice(row) && !isWeek(row));
        double step = last > 60 ? 20 : 10;
        panel(
                2,
                "Week of loss; never is the end of the run",
                new Scale(0, last * 1.05, false),
                DoubleStream.iterate(0, week -> week <= last, week -> week + step)
                        .boxed()
                        .toList(),
                rows,
                PredictedPicture::isWeek);
        return out.build(title, WIDTH, HEIGHT, GROUND);
    }

    private void legend() {
        double y = 50;
        dot(22, y - 4, false);
        out.text(32, y, "for estimating", MUTED);
        dot(136, y - 4, true);
        out.text(146, y, "held aside", MUTED);
        out.text(240, y, "dot: the middle run; line through it: 8 of 10 runs", MUTED);
    }

    private void panel(
            int place,
            String title,
            Scale scale,
            List<Double> ticks,
            List<BacktestRow> rows,
            Predicate<BacktestRow> shown) {
        double left = LEFT + place * (PANEL + GAP);
        double foot = TOP + PANEL;
        for (double tick : ticks) {
            double at = scale.at(tick);
            if (at >= 0 && at <= 1) {
                double x = left + at * PANEL;
                double y = foot - at * PANEL;
                out.draw(Outline.line(x, TOP, x, foot), Line.of(GRID, 1));
                out.draw(Outline.line(left, y, left + PANEL, y), Line.of(GRID, 1));
                out.text(x, foot + 16, Range.plain(tick), 12, false, MUTED, Mark.Align.MIDDLE);
                out.text(left - 6, y + 4, Range.plain(tick), 12, false, MUTED, Mark.Align.END);
            }
        }
        out.draw(Outline.line(left, foot, left + PANEL, TOP), Line.dashed(MUTED, 1, 4));
        out.text(left, TOP - 8, title, 12, true, INK, Mark.Align.START);
        out.text(left + PANEL / 2, foot + 36, "seen", 12, false, MUTED, Mark.Align.MIDDLE);
        out.add(new Mark.Text(
                left - 38, TOP + PANEL / 2, "predicted", 12, false, MUTED, Mark.Align.MIDDLE, null, true));
        for (BacktestRow row : rows) {
            if (shown.test(row)) {
                point(row, left, foot, scale);
            }
        }
    }

    private void point(BacktestRow row, double left, double foot, Scale scale) {
        boolean aside = row.episode().heldAside();
        double x = left + scale.within(seen(row)) * PANEL;
        double low = foot - scale.within(part(row, 0.1)) * PANEL;
        double high = foot - scale.within(part(row, 0.9)) * PANEL;
        out.draw(Outline.line(x, low, x, high), Line.of(aside ? HELD_ASIDE : ESTIMATING, 1.5));
        dot(x, foot - scale.within(part(row, 0.5)) * PANEL, aside);
    }

    private void dot(double x, double y, boolean aside) {
        if (aside) {
            Outline square = Outline.rectangle(x - RADIUS, y - RADIUS, 2 * RADIUS, 2 * RADIUS);
            out.fill(square, GROUND).draw(square, Line.of(HELD_ASIDE, 1.5));
        } else {
            out.fill(Outline.circle(x, y, RADIUS), ESTIMATING);
        }
    }

    private static double seen(BacktestRow row) {
        return row.observation().seen().central();
    }

    /** The run below which a part of them lies; never is the end of the run. */
    private static double part(BacktestRow row, double part) {
        double last = isWeek(row) ? row.episode().scenario().horizonWeeks() : Double.MAX_VALUE;
        double[] runs = row.forecasts().drawn().stream()
                .mapToDouble(value -> Math.min(value, last))
                .toArray();
        return MonteCarloResult.quantile(runs, part);
    }

    private static boolean isPrice(BacktestRow row) {
        return row.observation().what() == What.PRICE;
    }

    private static boolean isWeek(BacktestRow row) {
        return row.observation().quantity() == Quantity.FIRST_LOSS;
    }

    /** From values to parts of a panel; of logarithms, from and to are those. */
    private record Scale(double from, double to, boolean logarithmic) {
        double at(double value) {
            return ((logarithmic ? Math.log10(value) : value) - from) / (to - from);
        }

        /** What lies outside is put on the edge. */
        double within(double value) {
            return Math.clamp(at(value), 0, 1);
        }
    }
}
