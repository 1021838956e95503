package io.chokepoint.ui.models;

import javafx.css.PseudoClass;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;

/** A bar from the middle: to the right where it leads to more output, to the left where to less. */
final class ShareBar extends Pane {
    private static final PseudoClass LESS = PseudoClass.getPseudoClass("less");
    private static final double HEIGHT = 8;

    private final Region bar = new Region();
    private final double part;

    /** @param most the largest size of the bars that are compared */
    ShareBar(double size, double most) {
        part = most > 0 ? size / most : 0;
        bar.getStyleClass().add("assumption-bar");
        bar.pseudoClassStateChanged(LESS, size < 0);
        getStyleClass().add("assumption-track");
        getChildren().setAll(bar);
        setMinHeight(HEIGHT);
        setPrefHeight(HEIGHT);
        setMaxHeight(HEIGHT);
    }

    @Override
    protected void layoutChildren() {
        double half = getWidth() / 2;
        double length = Math.max(1, Math.rint(Math.abs(part) * half));
        bar.resizeRelocate(part < 0 ? half - length : half, 0, length, HEIGHT);
    }
}
