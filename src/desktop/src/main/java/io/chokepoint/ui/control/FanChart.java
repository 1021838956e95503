package io.chokepoint.ui.control;

import io.chokepoint.export.picture.Chart;
import io.chokepoint.export.picture.CurvePlot;
import io.chokepoint.export.picture.Line;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.export.picture.ValueScale;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** One curve of output over the weeks of a run, with a range around it where one is known, and a mark at the week looked at. */
public final class FanChart extends PaintedRegion {
    private static final double AXIS = 34;
    private static final double RIGHT = 6;
    private static final double TOP = 8;
    private static final double BOTTOM = 20;

    /** Colours. */
    public record Look(Color line, Color label, Color grid, Color band, Color mark) {}

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
    }

    private final ObjectProperty<@Nullable Look> look = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Series> series = new SimpleObjectProperty<>();

    public FanChart() {
        setMinHeight(60);
        setPrefHeight(104);
        look.subscribe(() -> repaint());
        series.subscribe(() -> repaint());
    }

    public ObjectProperty<@Nullable Look> lookProperty() {
        return look;
    }

    /** Null shows an empty chart. */
    public ObjectProperty<@Nullable Series> seriesProperty() {
        return series;
    }

    @Override
    protected void paint(GraphicsContext gc, double width, double height) {
        Look colours = look.get();
        Series shown = series.get();
        if (colours == null || shown == null || shown.values().length == 0) {
            gc.clearRect(0, 0, width, height);
            return;
        }
        PicturePainter.paint(picture(colours, shown, width, height), gc);
    }

    private Picture picture(Look colours, Series shown, double width, double height) {
        CurvePlot plot = new CurvePlot(
                AXIS,
                width - AXIS - RIGHT,
                TOP,
                height - TOP - BOTTOM,
                shown.values().length,
                ValueScale.of(List.of(shown.values(), shown.low(), shown.high())));
        int at = Math.clamp(weekProperty().get(), 0, plot.weeks() - 1);
        Tone mark = Tones.of(colours.mark());
        Picture.Builder out = new Picture.Builder();
        new Chart(out, plot)
                .values("", Tones.of(colours.label()), Tones.of(colours.grid()))
                .weeks(height - 4, Tones.of(colours.label()))
                .band(shown.low(), shown.high(), Tones.of(colours.band()))
                .curve(shown.values(), Line.of(Tones.of(colours.line()), 1.75))
                .week(at, 4, plot.bottom(), Line.of(mark, 1))
                .dot(at, shown.values()[at], 3.5, mark);
        return out.build("", width, height, Tone.CLEAR);
    }
}
