package io.chokepoint.ui.control;

import javafx.scene.canvas.GraphicsContext;

/**
 * Where weeks and values lie in a rectangle of a canvas, and how curves and bands are drawn there. Sizes in px.
 *
 * @param left x of week 0
 * @param width from week 0 to the last week
 * @param top y of the scale's ceiling
 * @param height from ceiling to floor
 * @param weeks number of weeks, ≥ 1
 */
public record CurvePlot(double left, double width, double top, double height, int weeks, ValueScale scale) {

    public double x(double week) {
        return left + (weeks <= 1 ? 0 : week / (weeks - 1) * width);
    }

    public double y(double value) {
        double held = Math.clamp(value, scale.floor(), scale.ceiling());
        return top + (scale.ceiling() - held) / (scale.ceiling() - scale.floor()) * height;
    }

    /** The week nearest to a place, held within the run. */
    public int week(double x) {
        double week = width <= 0 ? 0 : (x - left) / width * (weeks - 1);
        return (int) Math.clamp(Math.round(week), 0, Math.max(0, weeks - 1));
    }

    /** Strokes the curve with the colour, width and dashes that are set. */
    public void line(GraphicsContext gc, double[] values) {
        gc.beginPath();
        for (int week = 0; week < Math.min(values.length, weeks); week++) {
            if (week == 0) {
                gc.moveTo(x(week), y(values[week]));
            } else {
                gc.lineTo(x(week), y(values[week]));
            }
        }
        gc.stroke();
    }

    /** Fills between two curves with the fill that is set. */
    public void band(GraphicsContext gc, double[] low, double[] high) {
        int last = Math.min(Math.min(low.length, high.length), weeks);
        if (last < 2) {
            return;
        }
        gc.beginPath();
        gc.moveTo(x(0), y(high[0]));
        for (int week = 1; week < last; week++) {
            gc.lineTo(x(week), y(high[week]));
        }
        for (int week = last - 1; week >= 0; week--) {
            gc.lineTo(x(week), y(low[week]));
        }
        gc.closePath();
        gc.fill();
    }
}
