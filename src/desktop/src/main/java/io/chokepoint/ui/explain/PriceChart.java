package io.chokepoint.ui.explain;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Fill;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Mark;
import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.picture.ValueScale;
import io.chokepoint.model.Figure;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.FxTextMeasure;
import io.chokepoint.ui.control.PaintedRegion;
import io.chokepoint.ui.control.PicturePainter;
import io.chokepoint.ui.control.Tones;
import io.chokepoint.ui.support.Palette;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import org.jspecify.annotations.Nullable;

/**
 * The price of something over the weeks of a run, and below it, over the same weeks, the output of the same makers: one line, or two
 * sides of a restriction. Each line has its name at its end, and two lines differ in hue, in brightness and in dashes.
 */
public final class PriceChart extends PaintedRegion {
    /** Room for "100×" left of the lines, in px. */
    private static final double AXIS = 42;

    private static final double MOST_NAME = 92;
    private static final double TITLE = 16;
    private static final double BETWEEN = 12;
    private static final double WEEKS = 20;
    private static final double LINE = 15;
    private static final double PRICE_PART = 0.56;
    /** Radius of the dot of a price that was seen. */
    private static final double DOT = 3.5;

    private static final double BAND = 0.22;
    private static final double[] DASHES = {6, 3};

    /**
     * A line.
     *
     * @param name at its end
     * @param price by week, a multiple of the usual price; NaN where nothing is made
     * @param output by week, as a part of baseline
     * @param range of the price, where many runs are known
     */
    public record Series(String name, double[] price, double[] output, Optional<Range> range) {
        /** Of one run. */
        public Series(String name, double[] price, double[] output) {
            this(name, price, output, Optional.empty());
        }

        public Series {
            price = price.clone();
            output = output.clone();
        }
    }

    /**
     * Where 8 of 10 runs of a price lie, by week, and its middle; NaN where nothing is made.
     */
    public record Range(double[] low, double[] middle, double[] high) {
        public Range {
            low = low.clone();
            middle = middle.clone();
            high = high.clone();
        }
    }

    /**
     * A price that was seen.
     *
     * @param line number of the line that it is about
     * @param seen a multiple of the usual price
     */
    public record SeenPrice(int line, int from, int to, Figure seen, String text) {}

    private final List<Series> series;
    private final List<SeenPrice> seen;
    private final String outputTitle;
    private final TextMeasure measure = new FxTextMeasure();
    private final ObjectProperty<@Nullable Palette> palette = new SimpleObjectProperty<>();

    /**
     * @param series one or two
     * @param seen what was seen of these prices, where the scenario repeats a past episode
     * @param outputTitle what the lower lines are
     */
    public PriceChart(List<Series> series, List<SeenPrice> seen, String outputTitle) {
        this.series = List.copyOf(series);
        this.seen = List.copyOf(seen);
        this.outputTitle = outputTitle;
        getStyleClass().add("price-chart");
        setMinHeight(232);
        setPrefHeight(232);
        palette.subscribe(() -> repaint());
    }

    public ObjectProperty<@Nullable Palette> paletteProperty() {
        return palette;
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        Palette colours = palette.get();
        if (colours != null && width > AXIS + MOST_NAME + LINE) {
            PicturePainter.paint(picture(colours, width, height), gc);
        }
    }

    private Picture picture(Palette colours, double width, double height) {
        double name = series.stream()
                .mapToDouble(line -> Math.min(MOST_NAME, measure.width(line.name(), 12, false)))
                .max()
                .orElse(0);
        double right = width - name - 8;
        double room = height - 2 * TITLE - BETWEEN - WEEKS;
        Picture.Builder out = new Picture.Builder();
        Tone muted = Tones.of(colours.muted());
        Tone grid = Tones.of(colours.border());

        double top = TITLE + 6;
        out.text(0, TITLE - 5, Texts.get("price.chart.price"), muted);
        CurvePlot price = new CurvePlot(AXIS, right - AXIS, top, room * PRICE_PART - 6, weeks(), priceScale());
        new Chart(out, price).values(value -> Texts.get("price.chart.times", Amounts.number(value)), muted, grid);
        bands(out, price, colours);
        lines(out, price, colours, Series::price);
        seen(out, price, colours);

        top = price.bottom() + BETWEEN + TITLE + 6;
        out.text(0, top - 11, outputTitle, muted);
        CurvePlot output = new CurvePlot(
                AXIS,
                right - AXIS,
                top,
                height - WEEKS - top,
                weeks(),
                ValueScale.of(series.stream().map(Series::output).toList()));
        new Chart(out, output).values("", muted, grid).weeks(height - 4, muted);
        lines(out, output, colours, Series::output);
        return out.build("", width, height, Tone.CLEAR);
    }

    private int weeks() {
        return series.getFirst().price().length;
    }

    /** From a little below the usual price, so that a price that does not move is seen to lie on it. */
    private ValueScale priceScale() {
        double most = 1;
        for (Series line : series) {
            most = Math.max(most, highest(line.price()));
            most = Math.max(
                    most, line.range().map(range -> highest(range.high())).orElse(1.0));
        }
        for (SeenPrice mark : seen) {
            most = mark.from() < weeks() ? Math.max(most, mark.seen().high()) : most;
        }
        ValueScale scale = ValueScale.of(1, most * 1.02);
        return new ValueScale(0, Math.max(scale.ceiling(), 2));
    }

    private static double highest(double[] values) {
        return Arrays.stream(values).filter(Double::isFinite).max().orElse(1);
    }

    /** Below the lines, each in the colour of its own. */
    private void bands(Picture.Builder out, CurvePlot plot, Palette colours) {
        for (int i = series.size() - 1; i >= 0; i--) {
            Tone tone = series.size() == 1
                    ? Tones.of(colours.band())
                    : tone(i, colours).withOpacity(BAND);
            series.get(i).range().ifPresent(range -> bands(new Chart(out, plot), range, tone));
        }
    }

    /** A band for each stretch of weeks in which something is made. */
    private static void bands(Chart chart, Range range, Tone tone) {
        int weeks = range.low().length;
        int week = 0;
        while (week < weeks) {
            int end = week;
            while (end < weeks && Double.isFinite(range.low()[end]) && Double.isFinite(range.high()[end])) {
                end++;
            }
            chart.band(
                    week,
                    Arrays.copyOfRange(range.low(), week, end),
                    Arrays.copyOfRange(range.high(), week, end),
                    tone);
            week = end + 1;
        }
    }

    private void lines(Picture.Builder out, CurvePlot plot, Palette colours, Function<Series, double[]> values) {
        Chart chart = new Chart(out, plot);
        int at = Math.clamp(weekProperty().get(), 0, plot.weeks() - 1);
        Tone accent = Tones.of(colours.accent());
        chart.week(at, plot.top() - 4, plot.bottom(), Line.of(accent, 1));
        double[] middles = middles(plot, values);
        for (int i = series.size() - 1; i >= 0; i--) {
            Tone tone = tone(i, colours);
            double[] shown = values.apply(series.get(i));
            chart.curve(shown, i == 0 ? Line.of(tone, 1.75) : Line.dashed(tone, 1.75, DASHES));
            if (!Double.isNaN(shown[at])) {
                chart.dot(at, shown[at], 3, accent);
            }
            String name = measure.fit(series.get(i).name(), 12, false, MOST_NAME);
            out.text(plot.right() + 6, middles[i] + Chart.MIDDLE, name, 12, false, tone, Mark.Align.START);
        }
    }

    /** Each with its range over the middle of its weeks, in the colour of its line. */
    private void seen(Picture.Builder out, CurvePlot plot, Palette colours) {
        for (SeenPrice mark : seen) {
            double from = plot.x(mark.from());
            double to = plot.x(Math.min(mark.to(), plot.weeks() - 1));
            if (mark.from() < plot.weeks()) {
                Tone tone = tone(mark.line(), colours);
                double x = (from + to) / 2;
                double y = plot.y(mark.seen().central());
                out.draw(Outline.line(from, y, to, y), Line.of(tone.withOpacity(0.3), 3));
                out.draw(
                        Outline.line(
                                x,
                                plot.y(mark.seen().low()),
                                x,
                                plot.y(mark.seen().high())),
                        Line.of(tone, 1.5));
                out.shape(Outline.circle(x, y, DOT), Fill.of(Tones.of(colours.background())), Line.of(tone, 1.5));
            }
        }
    }

    private Tone tone(int line, Palette colours) {
        if (series.size() == 1) {
            return Tones.of(colours.text());
        }
        return Tones.of(line == 0 ? colours.lossFill().get(4) : colours.gain());
    }

    /** Where the names stand: at the ends of their lines, moved apart so far that they do not lie on each other. */
    private double[] middles(CurvePlot plot, Function<Series, double[]> values) {
        ToDoubleFunction<Series> end = line -> {
            double[] all = values.apply(line);
            for (int i = all.length - 1; i >= 0; i--) {
                if (!Double.isNaN(all[i])) {
                    return plot.y(all[i]);
                }
            }
            return plot.bottom();
        };
        double[] middles = series.stream().mapToDouble(end).toArray();
        if (middles.length == 2 && Math.abs(middles[0] - middles[1]) < LINE) {
            double centre = Math.min((middles[0] + middles[1]) / 2, plot.bottom() - LINE / 2);
            boolean firstAbove = higher(values);
            middles[0] = centre + (firstAbove ? -LINE : LINE) / 2;
            middles[1] = centre + (firstAbove ? LINE : -LINE) / 2;
        }
        return middles;
    }

    /** Whether the first line mostly lies above the second. */
    private boolean higher(Function<Series, double[]> values) {
        double[] first = values.apply(series.get(0));
        double[] second = values.apply(series.get(1));
        double above = 0;
        for (int i = 0; i < first.length; i++) {
            double more = first[i] - second[i];
            above += Double.isNaN(more) ? 0 : more;
        }
        return above >= 0;
    }
}
