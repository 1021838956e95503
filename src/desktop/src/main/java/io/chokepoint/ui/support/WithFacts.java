package io.chokepoint.ui.support;

import javafx.scene.layout.Region;

/** A view that does not show the scenario's run: it answers in its own words, and the scenario steps back. */
public interface WithFacts {
    /** In place of the answer bar. */
    Region facts();
}
