package io.chokepoint.ui.compare;

import java.util.OptionalDouble;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/**
 * What was seen as a bar, what the model says as a mark, from nothing to a little above baseline; the range of runs with drawn figures
 * as a line through the mark.
 */
final class SeenBar extends Pane {
    private static final double MOST = 1.1;
    private static final double HEIGHT = 18;
    private static final double MARK = 8;

    private final double low;
    private final double high;
    private final double simulated;
    private final Region track = part("seen-track");
    private final Region seen = part("seen-range");
    private final Region drawn = part("seen-drawn");
    private final Region mark = part("seen-mark");
    private final OptionalDouble p10;
    private final OptionalDouble p90;

    /**
     * All as parts of baseline.
     *
     * @param p10 a tenth of the runs with drawn figures lie below; empty without such runs, likewise {@code p90}
     */
    SeenBar(double low, double high, double simulated, OptionalDouble p10, OptionalDouble p90) {
        this.p10 = p10;
        this.p90 = p90;
        this.low = low;
        this.high = high;
        this.simulated = simulated;
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        getChildren().setAll(track, seen, drawn, mark);
        drawn.setVisible(p10.isPresent() && p90.isPresent());
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
        double from = x(p10.orElse(simulated));
        drawn.resizeRelocate(from, HEIGHT / 2.0 - 1.5, Math.max(2, x(p90.orElse(simulated)) - from), 3);
        mark.resizeRelocate(x(simulated) - MARK / 2, (HEIGHT - MARK) / 2, MARK, MARK);
    }

    private double x(double part) {
        return Math.clamp(part, 0, MOST) / MOST * getWidth();
    }
}
