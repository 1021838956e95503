package io.chokepoint.ui.helps;

import io.chokepoint.ui.support.UiContext;
import javafx.scene.layout.BorderPane;

/** What helps. */
public final class HelpsView extends BorderPane {
    public HelpsView(UiContext context) {
        getStyleClass().addAll("helps-view", "graph-keys");
    }
}
