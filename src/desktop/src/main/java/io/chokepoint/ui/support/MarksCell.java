package io.chokepoint.ui.support;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.export.picture.Tone;
import io.chokepoint.ui.control.PicturePainter;
import java.util.function.Function;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.TableCell;
import org.jspecify.annotations.Nullable;

/** What several models say of a row, as marks on one axis; as wide as its column. */
final class MarksCell<R> extends TableCell<R, @Nullable Object> {
    private static final double HEIGHT = 22;
    private static final double PADDING = 16;

    private final ColumnSpec<R> spec;
    private final Function<R, double[]> series;
    private final Palette palette;
    private final Canvas canvas = new Canvas(0, HEIGHT);

    MarksCell(ColumnSpec<R> spec, Function<R, double[]> series, Palette palette) {
        this.spec = spec;
        this.series = series;
        this.palette = palette;
        setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
        widthProperty().subscribe(unused -> paint());
    }

    @Override
    protected void updateItem(@Nullable Object value, boolean empty) {
        super.updateItem(value, empty);
        R row = empty ? null : getTableRow().getItem();
        // The text is read by assistive technology, the marks are seen.
        setText(row == null ? null : spec.text().apply(row));
        setGraphic(row == null ? null : canvas);
        paint();
    }

    private void paint() {
        R row = isEmpty() || getTableRow() == null ? null : getTableRow().getItem();
        double width = Math.max(0, getWidth() - PADDING);
        if (row == null || width == 0) {
            return;
        }
        canvas.setWidth(width);
        Picture.Builder out = new Picture.Builder();
        ModelMarks.draw(series.apply(row), 0, 0, width, HEIGHT, palette, out);
        canvas.getGraphicsContext2D().clearRect(0, 0, width, HEIGHT);
        PicturePainter.paint(out.build("", width, HEIGHT, Tone.CLEAR), canvas.getGraphicsContext2D());
    }
}
