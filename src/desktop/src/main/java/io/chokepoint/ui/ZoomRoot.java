package io.chokepoint.ui;

import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.geometry.Bounds;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.ScrollEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;
import org.jspecify.annotations.Nullable;

/**
 * Enlarges all that a window holds. What is enlarged is laid out for the room that is left, so that at twice the size there is half as much in
 * each direction; where that is less than the window's parts can do with, they keep that much, and the window shows a part of it: it follows
 * the focus, scroll bars and the wheel move it.
 */
final class ZoomRoot extends Pane {
    /** What the window's parts are made for at least, in px of what is enlarged: below it words would be cut. */
    static final double LEAST_WIDTH = 1100;

    static final double LEAST_HEIGHT = 700;
    private static final double BAR = 14;
    /** Air round what has the focus. */
    private static final double AIR = 12;

    /** Where so little would be left out of sight at the edge, nothing is. */
    private static final double NEARLY = 64;

    private final Region content;
    private final ReadOnlyDoubleWrapper rightEdge = new ReadOnlyDoubleWrapper(Double.MAX_VALUE);
    private final Scale scale = new Scale(1, 1);
    private final ScrollBar across = bar(Orientation.HORIZONTAL);
    private final ScrollBar down = bar(Orientation.VERTICAL);

    ZoomRoot(Region content) {
        this.content = content;
        content.setManaged(false);
        content.getTransforms().setAll(scale);
        content.layoutXProperty().bind(Bindings.negate(across.valueProperty()));
        content.layoutYProperty().bind(Bindings.negate(down.valueProperty()));
        getChildren().setAll(content, across, down);
        across.valueProperty().subscribe(unused -> edge());
        addEventHandler(ScrollEvent.SCROLL, event -> {
            pan(across, -event.getDeltaX());
            pan(down, -event.getDeltaY());
        });
        sceneProperty().subscribe(scene -> {
            if (scene != null) {
                scene.focusOwnerProperty().subscribe(this::reveal);
            }
        });
    }

    private static ScrollBar bar(Orientation orientation) {
        ScrollBar bar = new ScrollBar();
        bar.setOrientation(orientation);
        bar.setVisible(false);
        bar.setManaged(false);
        bar.setFocusTraversable(false);
        return bar;
    }

    double zoom() {
        return scale.getX();
    }

    /** @param factor ≥ 1 */
    void setZoom(double factor) {
        if (factor == zoom()) {
            return;
        }
        scale.setX(factor);
        scale.setY(factor);
        requestLayout();
        if (getScene() != null) {
            layout();
            Snapshots.repaint(content);
            reveal(getScene().getFocusOwner());
        }
    }

    @Override
    protected void layoutChildren() {
        double zoom = zoom();
        double width = getWidth();
        double height = getHeight();
        double leastWidth = zoom == 1 ? 0 : LEAST_WIDTH * zoom;
        double leastHeight = zoom == 1 ? 0 : LEAST_HEIGHT * zoom;
        boolean isNarrow = width < leastWidth;
        boolean isLow = height - (isNarrow ? BAR : 0) < leastHeight;
        isNarrow |= width - (isLow ? BAR : 0) < leastWidth;
        double room = width - (isLow ? BAR : 0);
        double tall = height - (isNarrow ? BAR : 0);
        content.resize(Math.floor(Math.max(room, leastWidth) / zoom), Math.floor(Math.max(tall, leastHeight) / zoom));
        show(across, isNarrow, leastWidth, room);
        show(down, isLow, leastHeight, tall);
        across.resizeRelocate(0, tall, room, BAR);
        down.resizeRelocate(room, 0, BAR, tall);
        edge();
    }

    private void edge() {
        rightEdge.set(Math.floor((across.getValue() + getWidth() - (down.isVisible() ? BAR : 0)) / zoom()));
    }

    /** How far to the right is in sight, in px of what is enlarged. */
    ReadOnlyDoubleProperty rightEdgeProperty() {
        return rightEdge.getReadOnlyProperty();
    }

    private static void show(ScrollBar bar, boolean shown, double whole, double room) {
        bar.setVisible(shown);
        bar.setMax(shown ? whole - room : 0);
        bar.setVisibleAmount(shown ? (whole - room) * room / whole : 0);
        bar.setBlockIncrement(room);
        bar.setUnitIncrement(room / 10);
        bar.setValue(Math.clamp(bar.getValue(), 0, bar.getMax()));
    }

    private static void pan(ScrollBar bar, double by) {
        bar.setValue(Math.clamp(bar.getValue() + by, 0, bar.getMax()));
    }

    /** Moves what is shown so that the node that has the focus is in sight, its upper left corner first. */
    private void reveal(@Nullable Node focused) {
        if (focused == null || !across.isVisible() && !down.isVisible() || focused == this) {
            return;
        }
        Bounds at = focused.localToScene(focused.getLayoutBounds());
        pan(across, step(across.getValue(), at.getMinX(), at.getMaxX(), getWidth() - (down.isVisible() ? BAR : 0)));
        pan(down, step(down.getValue(), at.getMinY(), at.getMaxY(), getHeight() - (across.isVisible() ? BAR : 0)));
    }

    /** How far to move; what is larger than the room and in sight from its beginning stays where it is. */
    private static double step(double now, double from, double to, double room) {
        double step = 0;
        if (to - from > room ? from < 0 || from > room / 2 : from < 0) {
            step = from - AIR;
        } else if (to - from <= room && to > room) {
            step = Math.min(to - room + AIR, from);
        }
        return step < 0 && now + step < NEARLY ? -now : step;
    }
}
