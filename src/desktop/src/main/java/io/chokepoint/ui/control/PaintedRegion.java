package io.chokepoint.ui.control;

import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.layout.Region;

/** A canvas that fills a region within its insets, is painted anew with it, and marks a week. */
public abstract class PaintedRegion extends Region implements Detailed {
    private final Canvas canvas = new Canvas();
    private final IntegerProperty week = new SimpleIntegerProperty();
    private double detail = 1;

    protected PaintedRegion() {
        getChildren().add(canvas);
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
        week.subscribe(() -> repaint());
    }

    public final IntegerProperty weekProperty() {
        return week;
    }

    /** @param width of the room there is, in px, 1 or more; the height likewise */
    protected abstract void paint(GraphicsContext gc, double width, double height);

    @Override
    protected final void layoutChildren() {
        canvas.relocate(snappedLeftInset(), snappedTopInset());
        double width = Math.max(1, snapSizeX(getWidth() - snappedLeftInset() - snappedRightInset()));
        double height = Math.max(1, snapSizeY(getHeight() - snappedTopInset() - snappedBottomInset()));
        Detailed.size(canvas, width, height, detail * Detailed.zoom(this));
        paint(canvas.getGraphicsContext2D(), width, height);
    }

    /** At once: a week that passes moves nothing around it. */
    protected final void repaint() {
        layoutChildren();
    }

    @Override
    public final void paintAt(double value) {
        detail = value;
        repaint();
    }
}
