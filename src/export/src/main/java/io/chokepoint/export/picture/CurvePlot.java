package io.chokepoint.export.picture;

/**
 * Where weeks and values lie in a rectangle, and the outlines of curves and bands there. Sizes in px.
 *
 * @param left x of week 0
 * @param width from week 0 to the last week
 * @param top y of the scale's ceiling
 * @param height from ceiling to floor
 * @param weeks number of weeks, ≥ 1
 */
public record CurvePlot(double left, double width, double top, double height, int weeks, ValueScale scale) {

    public double right() {
        return left + width;
    }

    public double bottom() {
        return top + height;
    }

    public double x(double week) {
        return left + (weeks <= 1 ? 0 : week / (weeks - 1) * width);
    }

    /** Held within the scale. */
    public double y(double value) {
        double held = Math.clamp(value, scale.floor(), scale.ceiling());
        return top + (scale.ceiling() - held) / (scale.ceiling() - scale.floor()) * height;
    }

    /** The week nearest to a place, held within the run. */
    public int week(double x) {
        double week = width <= 0 ? 0 : (x - left) / width * (weeks - 1);
        return (int) Math.clamp(Math.round(week), 0, Math.max(0, weeks - 1));
    }

    /** @param values one a week; those after the last week are left out, and the line has a gap where a value is NaN */
    public Outline curve(double[] values) {
        Outline.Builder line = Outline.builder();
        boolean drawing = false;
        for (int week = 0; week < Math.min(values.length, weeks); week++) {
            if (Double.isNaN(values[week])) {
                drawing = false;
            } else if (drawing) {
                line.line(x(week), y(values[week]));
            } else {
                line.move(x(week), y(values[week]));
                drawing = true;
            }
        }
        return line.build();
    }

    /** What lies between two curves; nothing where they have less than two weeks in common, a gap where a value is NaN. */
    public Outline band(double[] low, double[] high) {
        return band(0, low, high);
    }

    /** The same of curves whose first value is of a later week. */
    public Outline band(int from, double[] low, double[] high) {
        Outline.Builder band = Outline.builder();
        int last = Math.min(Math.min(low.length, high.length), weeks - from);
        int begin = 0;
        for (int week = 0; week <= last; week++) {
            if (week == last || Double.isNaN(low[week]) || Double.isNaN(high[week])) {
                piece(from, begin, week, low, high, band);
                begin = week + 1;
            }
        }
        return band.build();
    }

    private void piece(int from, int begin, int end, double[] low, double[] high, Outline.Builder band) {
        if (end - begin < 2) {
            return;
        }
        band.move(x(from + begin), y(high[begin]));
        for (int week = begin + 1; week < end; week++) {
            band.line(x(from + week), y(high[week]));
        }
        for (int week = end - 1; week >= begin; week--) {
            band.line(x(from + week), y(low[week]));
        }
        band.close();
    }
}
