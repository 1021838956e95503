package io.chokepoint.ui.support;

import javafx.scene.layout.Region;

/** A view that brings its own panel for the place of the inspector. */
public interface WithSide {
    Region side();
}
