package io.chokepoint.ui;

import io.chokepoint.ui.support.OverlayHost;
import javafx.css.PseudoClass;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;

/** The place right of the graph: the inspector, and above it what is docked there. */
final class SidePlace extends StackPane {
    private static final PseudoClass FLOATING = PseudoClass.getPseudoClass("floating");

    private final Region inspector;

    /** @param onDocked called when something is docked, so that the place can be opened */
    SidePlace(Region inspector, OverlayHost overlays, Runnable onDocked) {
        this.inspector = inspector;
        getStyleClass().add("side-place");
        getChildren().setAll(inspector);
        overlays.dockedProperty().subscribe(docked -> {
            show(docked);
            if (docked != null) {
                onDocked.run();
            }
        });
    }

    private void show(@Nullable Region docked) {
        if (docked == null) {
            getChildren().setAll(inspector);
        } else {
            getChildren().setAll(docked);
        }
    }

    /** Whether the place lies over the graph instead of beside it. */
    void setFloating(boolean floating) {
        pseudoClassStateChanged(FLOATING, floating);
    }
}
