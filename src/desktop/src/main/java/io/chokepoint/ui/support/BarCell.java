package io.chokepoint.ui.support;

import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/** A number at the right end of its cell, with a bar as long as its part of the largest of the column. */
final class BarCell<R> extends TableCell<R, @Nullable Object> {
    /** Room for the number, in px. */
    static final double NUMBER = 56;

    private static final double THICK = 8;

    private final ColumnSpec<R> spec;
    private final double most;
    private final Label number = new Label();
    private final Region bar = new Region();
    private final HBox box;
    private double part;

    BarCell(ColumnSpec<R> spec, double most) {
        this.spec = spec;
        this.most = most;
        bar.getStyleClass().add("table-bar");
        bar.setManaged(false);
        Pane track = new Pane(bar) {
            @Override
            protected void layoutChildren() {
                double length = part > 0 ? Math.max(1, part * getWidth()) : 0;
                bar.resizeRelocate(0, (getHeight() - THICK) / 2, length, THICK);
            }
        };
        track.setMinWidth(0);
        HBox.setHgrow(track, Priority.ALWAYS);
        number.setMinWidth(NUMBER);
        number.setAlignment(Pos.CENTER_RIGHT);
        box = new HBox(4, track, number);
        box.setAlignment(Pos.CENTER_LEFT);
    }

    @Override
    protected void updateItem(@Nullable Object value, boolean empty) {
        super.updateItem(value, empty);
        R row = empty ? null : getTableRow().getItem();
        if (row == null) {
            setGraphic(null);
            return;
        }
        part = value instanceof Number amount && most > 0 ? Math.clamp(amount.doubleValue() / most, 0, 1) : 0;
        bar.getParent().requestLayout();
        number.setText(spec.text().apply(row));
        setGraphic(box);
    }
}
