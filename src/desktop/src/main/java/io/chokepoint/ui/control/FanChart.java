package io.chokepoint.ui.control;

import io.chokepoint.base.Amounts;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.VPos;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;

/** One curve of output over the weeks of a run, with a range around it where one is known, and a mark at the week looked at. */
public final class FanChart extends Region implements Detailed {
    private static final double AXIS = 34;
    private static final double RIGHT = 6;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;

    /** Colours and font. */
    public record Look(Color line, Color label, Color grid, Color band, Color mark, Color background, Font font) {}

    /**
     * A curve and its range.
     *
     * @param values output by week, as a part of baseline
     * @param low lower end of the range; empty where none is known
     * @param high upper end of the range; as long as {@code low}
     */
    public record Series(double[] values, double[] low, double[] high) {
        public Series {
            values = values.clone();
            low = low.clone();
            high = high.clone();
        }

        public static Series of(double[] values) {
            return new Series(values, new double[0], new double[0]);
        }

        private ValueScale scale() {
            double lowest = 1;
            double highest = 1;
            for (double[] part : new double[][] {values, low, high}) {
                for (double value : part) {
                    lowest = Math.min(lowest, value);
                    highest = Math.max(highest, value);
                }
            }
            return ValueScale.of(lowest, highest);
        }
    }

    private final Canvas canvas = new Canvas();
    private double detail = 1;
    private final ObjectProperty<@Nullable Look> look = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Series> series = new SimpleObjectProperty<>();
    private final IntegerProperty week = new SimpleIntegerProperty();

    public FanChart() {
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        setMinHeight(60);
        setPrefHeight(104);
        look.subscribe(ignored -> paint());
        series.subscribe(ignored -> paint());
        week.subscribe(ignored -> paint());
    }

    public ObjectProperty<@Nullable Look> lookProperty() {
        return look;
    }

    /** Null shows an empty chart. */
    public ObjectProperty<@Nullable Series> seriesProperty() {
        return series;
    }

    public IntegerProperty weekProperty() {
        return week;
    }

    @Override
    protected void layoutChildren() {
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        Detailed.size(canvas, innerWidth(), innerHeight(), detail);
        paint();
    }

    @Override
    public void paintAt(double value) {
        detail = value;
        layoutChildren();
    }

    private double innerWidth() {
        return Math.max(1, snapSizeX(getWidth() - snappedLeftInset() - snappedRightInset()));
    }

    private double innerHeight() {
        return Math.max(1, snapSizeY(getHeight() - snappedTopInset() - snappedBottomInset()));
    }

    private void paint() {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, innerWidth(), innerHeight());
        Look colours = look.get();
        Series shown = series.get();
        if (colours == null || shown == null || shown.values().length == 0) {
            return;
        }
        CurvePlot plot = new CurvePlot(
                AXIS,
                innerWidth() - AXIS - RIGHT,
                TOP,
                innerHeight() - TOP - BOTTOM,
                shown.values().length,
                shown.scale());
        gc.setFont(colours.font());
        gc.setLineDashes();
        axes(gc, plot, colours);
        gc.setFill(colours.band());
        plot.band(gc, shown.low(), shown.high());
        gc.setStroke(colours.line());
        gc.setLineWidth(1.75);
        plot.line(gc, shown.values());
        mark(gc, plot, colours, shown);
    }

    private void axes(GraphicsContext gc, CurvePlot plot, Look colours) {
        gc.setStroke(colours.grid());
        gc.setLineWidth(1);
        gc.setFill(colours.label());
        gc.setTextBaseline(VPos.CENTER);
        gc.setTextAlign(TextAlignment.RIGHT);
        for (double value : plot.scale().marks()) {
            double y = Math.round(plot.y(value)) + 0.5;
            gc.strokeLine(plot.left(), y, plot.left() + plot.width(), y);
            gc.fillText(Amounts.percentNumber(value), plot.left() - 6, y);
        }
        gc.setTextBaseline(VPos.BOTTOM);
        int step = plot.weeks() > 104 ? 52 : plot.weeks() > 52 ? 26 : 13;
        int last = plot.weeks() - 1;
        gc.setTextAlign(TextAlignment.LEFT);
        gc.fillText("0", plot.left(), innerHeight() - 1);
        gc.setTextAlign(TextAlignment.CENTER);
        for (int at = step; at < last - step / 2; at += step) {
            gc.fillText(Integer.toString(at), plot.x(at), innerHeight() - 1);
        }
        gc.setTextAlign(TextAlignment.RIGHT);
        gc.fillText("week " + last, plot.left() + plot.width(), innerHeight() - 1);
    }

    private void mark(GraphicsContext gc, CurvePlot plot, Look colours, Series shown) {
        int at = Math.clamp(week.get(), 0, plot.weeks() - 1);
        gc.setStroke(colours.mark());
        gc.setLineWidth(1);
        double x = Math.round(plot.x(at)) + 0.5;
        gc.strokeLine(x, 4, x, plot.top() + plot.height());
        gc.setFill(colours.mark());
        gc.fillOval(plot.x(at) - 3.5, plot.y(shown.values()[at]) - 3.5, 7, 7);
    }
}
