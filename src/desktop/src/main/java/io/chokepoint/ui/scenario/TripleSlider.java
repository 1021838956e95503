package io.chokepoint.ui.scenario;

import java.math.BigDecimal;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;

/**
 * A slider for an uncertain number: a round handle for the central value, ticks for low and high. The arrow keys move the
 * central value, with Alt the low one, with Ctrl the high one; low ≤ central ≤ high always holds.
 */
final class TripleSlider extends Pane {
    private static final double HEIGHT = 24;
    private static final double PAD = 9;

    /** Which value is moved. */
    private enum Handle {
        LOW,
        CENTRAL,
        HIGH
    }

    /** Told of each move, and of its end. */
    interface Listener {
        void moved(double low, double central, double high);

        /** @param before the central value before the move */
        void ended(double low, double central, double high, double before);
    }

    private final Region track = new Region();
    private final Region range = new Region();
    private final Region lowTick = new Region();
    private final Region highTick = new Region();
    private final Region thumb = new Region();
    private final double max;
    private final double step;
    private final Listener listener;
    private double low;
    private double central;
    private double high;
    private double before;
    private @Nullable Handle dragged;

    /** @param step the values are held to its multiples */
    TripleSlider(double max, double step, Listener listener) {
        this.max = max;
        this.step = step;
        this.listener = listener;
        getStyleClass().add("triple-slider");
        track.getStyleClass().add("track");
        range.getStyleClass().add("range");
        lowTick.getStyleClass().add("tick");
        highTick.getStyleClass().add("tick");
        thumb.getStyleClass().add("thumb");
        getChildren().setAll(track, range, lowTick, highTick, thumb);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
        setFocusTraversable(true);
        setAccessibleRole(AccessibleRole.SLIDER);
        setCursor(Cursor.HAND);
        addEventHandler(MouseEvent.MOUSE_PRESSED, this::pressed);
        addEventHandler(MouseEvent.MOUSE_DRAGGED, event -> drag(event.getX()));
        addEventHandler(MouseEvent.MOUSE_RELEASED, event -> released());
        addEventHandler(KeyEvent.KEY_PRESSED, this::key);
    }

    /** Shows values; ignored while the user drags. */
    void show(double newLow, double newCentral, double newHigh) {
        if (dragged == null) {
            low = newLow;
            central = newCentral;
            high = newHigh;
            notifyAccessibleAttributeChanged(AccessibleAttribute.VALUE);
            requestLayout();
        }
    }

    private void pressed(MouseEvent event) {
        requestFocus();
        before = central;
        dragged = nearest(event.getX());
        drag(event.getX());
        event.consume();
    }

    private Handle nearest(double x) {
        double toCentral = Math.abs(x - position(central));
        double toLow = Math.abs(x - position(low));
        double toHigh = Math.abs(x - position(high));
        // The central handle is the larger and lies on top; the ticks are taken only where the pointer is clearly on
        // them.
        if (toLow < 6 && toLow < toCentral - 3) {
            return Handle.LOW;
        }
        if (toHigh < 6 && toHigh < toCentral - 3) {
            return Handle.HIGH;
        }
        return Handle.CENTRAL;
    }

    private void drag(double x) {
        Handle handle = dragged;
        if (handle != null) {
            double part = (x - PAD) / Math.max(1, getWidth() - 2 * PAD);
            move(handle, part * max);
            listener.moved(low, central, high);
        }
    }

    private void released() {
        if (dragged != null) {
            dragged = null;
            listener.ended(low, central, high, before);
        }
    }

    private void key(KeyEvent event) {
        double by = switch (event.getCode()) {
            case LEFT, DOWN -> -step;
            case RIGHT, UP -> step;
            case PAGE_DOWN -> -5 * step;
            case PAGE_UP -> 5 * step;
            default -> 0;
        };
        if (by != 0) {
            Handle handle = event.isAltDown() ? Handle.LOW : event.isShortcutDown() ? Handle.HIGH : Handle.CENTRAL;
            before = central;
            double now = handle == Handle.LOW ? low : handle == Handle.HIGH ? high : central;
            move(handle, now + by);
            listener.ended(low, central, high, before);
            event.consume();
        }
    }

    private void move(Handle handle, double to) {
        double value = Math.clamp(onStep(to, step), 0, max);
        switch (handle) {
            case LOW -> low = Math.min(value, central);
            case HIGH -> high = Math.max(value, central);
            case CENTRAL -> {
                central = value;
                low = Math.min(low, value);
                high = Math.max(high, value);
            }
        }
        requestLayout();
    }

    /** The nearest multiple of the step as one would write it: 57 steps of 0.01 are 0.57 to the last digit. */
    static double onStep(double value, double step) {
        return BigDecimal.valueOf(step)
                .multiply(BigDecimal.valueOf(Math.round(value / step)))
                .doubleValue();
    }

    private double position(double value) {
        return PAD + Math.clamp(value / max, 0, 1) * (getWidth() - 2 * PAD);
    }

    @Override
    protected void layoutChildren() {
        double middle = getHeight() / 2;
        track.resizeRelocate(PAD, middle - 1.5, Math.max(0, getWidth() - 2 * PAD), 3);
        double from = position(low);
        double to = position(high);
        range.resizeRelocate(from, middle - 1.5, Math.max(0, to - from), 3);
        lowTick.resizeRelocate(from - 1, middle - 4.5, 2, 9);
        highTick.resizeRelocate(to - 1, middle - 4.5, 2, 9);
        thumb.resizeRelocate(Math.rint(position(central) - 7.5), Math.rint(middle - 7.5), 15, 15);
    }

    @Override
    public Object queryAccessibleAttribute(AccessibleAttribute attribute, Object... parameters) {
        return switch (attribute) {
            case VALUE -> central;
            case MIN_VALUE -> 0.0;
            case MAX_VALUE -> max;
            default -> super.queryAccessibleAttribute(attribute, parameters);
        };
    }

    @Override
    protected double computePrefWidth(double height) {
        return 180;
    }
}
