package io.chokepoint.export.picture;

import io.chokepoint.base.Amounts;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Draws curves of output over the weeks of a run into a picture: axes with round values that never lie on each other, ranges,
 * curves and marks. Callers say what and in which colours; so a chart looks alike in the window, in tables and in files.
 */
public final class Chart {
    /** Least distance of two values on the axis, in px: a line of text and some air. */
    private static final double VALUE_PITCH = 22;
    /** Least distance of two weeks on the axis, in px. */
    private static final double WEEK_PITCH = 44;
    /** More would not be read. */
    private static final int MOST_VALUES = 6;

    private static final int MOST_WEEKS = 8;
    /** Room for "week 155" at the end of the axis, in px. */
    private static final double LAST_WEEK = 60;
    /** From the middle of a line of text of 12 px to its base line. */
    public static final double MIDDLE = 4.3;

    private static final double GAP = 6;

    private final Picture.Builder out;
    private final CurvePlot plot;

    public Chart(Picture.Builder out, CurvePlot plot) {
        this.out = out;
        this.plot = plot;
    }

    /**
     * Lines at round values, and these in per cent on the left.
     *
     * @param unit after each number; may be empty where there is little room
     */
    public Chart values(String unit, Tone label, Tone line) {
        return values(value -> Amounts.percentNumber(value) + unit, label, line);
    }

    /** Lines at round values, and these in words on the left. */
    public Chart values(DoubleFunction<String> words, Tone label, Tone line) {
        double pitch = Math.max(VALUE_PITCH, plot.height() / MOST_VALUES);
        for (double value : plot.scale().ticks(plot.height(), pitch)) {
            level(value, Line.of(line, 1));
            text(plot.left() - GAP, plot.y(value) + MIDDLE, words.apply(value), label, Mark.Align.END);
        }
        return this;
    }

    /**
     * Numbers of weeks below the chart, the last one in words.
     *
     * @param baseLine of the text
     */
    public Chart weeks(double baseLine, Tone label) {
        int most = Math.min(MOST_WEEKS, (int) (plot.width() / WEEK_PITCH));
        for (TimeAxis.Tick tick : TimeAxis.weeks(plot.weeks(), most, Integer::toString)) {
            Mark.Align align = tick.week() == 0 ? Mark.Align.START : Mark.Align.MIDDLE;
            if (plot.x(tick.week()) <= plot.right() - LAST_WEEK - WEEK_PITCH / 4) {
                text(plot.x(tick.week()), baseLine, tick.label(), label, align);
            }
        }
        text(plot.right(), baseLine, "week " + (plot.weeks() - 1), label, Mark.Align.END);
        return this;
    }

    /**
     * Times from top to foot, each with its words in the middle below, but within the picture.
     *
     * @param baseLine of the words
     * @param pictureWidth in px
     */
    public Chart times(
            List<TimeAxis.Tick> ticks,
            double top,
            double foot,
            double baseLine,
            double pictureWidth,
            Tone label,
            Tone line,
            TextMeasure measure) {
        for (TimeAxis.Tick tick : ticks) {
            week(tick.week(), top, foot, Line.of(line, 1));
            double half = measure.width(tick.label(), 12, false) / 2;
            double centre = Math.clamp(plot.x(tick.week()), half, Math.max(half, pictureWidth - half));
            text(centre, baseLine, tick.label(), label, Mark.Align.MIDDLE);
        }
        return this;
    }

    /** A line across at a value. */
    public Chart level(double value, Line line) {
        double y = Math.round(plot.y(value)) + 0.5;
        out.draw(Outline.line(plot.left(), y, plot.right(), y), line);
        return this;
    }

    /** A line from top to foot at a week. */
    public Chart week(double week, double top, double foot, Line line) {
        double x = Math.round(plot.x(week)) + 0.5;
        out.draw(Outline.line(x, top, x, foot), line);
        return this;
    }

    /** What lies between two curves; nothing where one of them is empty. */
    public Chart band(double[] low, double[] high, Tone tone) {
        return band(0, low, high, tone);
    }

    /** The same from a week on. */
    public Chart band(int from, double[] low, double[] high, Tone tone) {
        if (Math.min(low.length, high.length) > 1) {
            out.fill(plot.band(from, low, high), tone);
        }
        return this;
    }

    public Chart curve(double[] values, Line line) {
        if (values.length > 0) {
            out.draw(plot.curve(values), line);
        }
        return this;
    }

    public Chart dot(double week, double value, double radius, Tone tone) {
        out.fill(Outline.circle(plot.x(week), plot.y(value), radius), tone);
        return this;
    }

    private void text(double x, double y, String words, Tone tone, Mark.Align align) {
        out.text(x, y, words, 12, false, tone, align);
    }
}
