package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.control.PicturePainter;
import java.util.OptionalInt;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
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
            setAccessibleText("");
            return;
        }
        paint(series.apply(row));
        setGraphic(canvas);
        setAccessibleText(spoken(series.apply(row)));
    }

    private String spoken(double[] values) {
        int lowest = 0;
        for (int week = 1; week < values.length; week++) {
            lowest = values[week] < values[lowest] ? week : lowest;
        }
        return values.length == 0
                ? ""
                : Texts.get(
                        "curve.spoken",
                        Amounts.output(values[lowest]),
                        lowest,
                        Amounts.output(
                                values[Math.clamp(state.looking().weekProperty().get(), 0, values.length - 1)]));
    }

    private void paint(double[] values) {
        Picture.Builder out = new Picture.Builder();
        OptionalInt week = OptionalInt.of(state.looking().weekProperty().get());
        RunCurve.draw(values, 1, 1, WIDTH - 2, HEIGHT - 2, week, palette, out);
        PicturePainter.paint(out.build("", WIDTH, HEIGHT, Tone.CLEAR), canvas.getGraphicsContext2D());
    }
}
