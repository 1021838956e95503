package io.chokepoint.ui.support;

import io.chokepoint.ui.control.CurvePlot;
import io.chokepoint.ui.control.ValueScale;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** A small curve of the run with a line at the chosen week. */
final class CurveCell<R> extends TableCell<R, @Nullable Object> {
    private static final double WIDTH = 108;
    private static final double HEIGHT = 22;

    private final Function<R, double[]> series;
    private final Palette palette;
    private final StudyState state;
    private final Canvas canvas = new Canvas(WIDTH, HEIGHT);

    CurveCell(Function<R, double[]> series, Palette palette, StudyState state) {
        this.series = series;
        this.palette = palette;
        this.state = state;
    }

    @Override
    protected void updateItem(@Nullable Object value, boolean empty) {
        super.updateItem(value, empty);
        R row = empty ? null : getTableRow().getItem();
        if (row == null) {
            setGraphic(null);
            return;
        }
        paint(series.apply(row));
        setGraphic(canvas);
    }

    private void paint(double[] values) {
        GraphicsContext gc = canvas.getGraphicsContext2D();
        gc.clearRect(0, 0, WIDTH, HEIGHT);
        double top = 1;
        for (double output : values) {
            top = Math.max(top, output);
        }
        CurvePlot plot =
                new CurvePlot(1, WIDTH - 2, 3, HEIGHT - 5, values.length, new ValueScale(0, Math.min(top, 1.5)));
        gc.setStroke(palette.border());
        gc.setLineWidth(1);
        gc.strokeLine(plot.x(0), plot.y(1), plot.x(values.length - 1), plot.y(1));
        double now = plot.x(state.weekProperty().get());
        gc.setStroke(palette.accent());
        gc.strokeLine(now, 1, now, HEIGHT - 1);
        gc.setStroke(palette.text());
        gc.setLineWidth(1.25);
        plot.line(gc, values);
    }
}
