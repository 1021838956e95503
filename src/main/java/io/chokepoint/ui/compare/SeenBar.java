package io.chokepoint.ui.compare;

import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** What was seen as a bar, what the model says as a mark, from nothing to a little above baseline. */
final class SeenBar extends Pane {
    private static final double MOST = 1.1;
    private static final double HEIGHT = 18;
    private static final double MARK = 8;

    private final double low;
    private final double high;
    private final double simulated;
    private final Region track = part("seen-track");
    private final Region seen = part("seen-range");
    private final Region mark = part("seen-mark");

    /** All three as parts of baseline. */
    SeenBar(double low, double high, double simulated) {
        this.low = low;
        this.high = high;
        this.simulated = simulated;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().setAll(track, seen, mark);
    }

    private static Region part(String style) {
        Region region = new Region();
        region.getStyleClass().add(style);
        return region;
    }

    @Override
    protected void layoutChildren() {
        track.resizeRelocate(0, HEIGHT / 2, getWidth(), 1);
        seen.resizeRelocate(x(low), 3, Math.max(2, x(high) - x(low)), HEIGHT - 6);
        mark.resizeRelocate(x(simulated) - MARK / 2, (HEIGHT - MARK) / 2, MARK, MARK);
    }

    private double x(double part) {
        return Math.clamp(part, 0, MOST) / MOST * getWidth();
    }
}
