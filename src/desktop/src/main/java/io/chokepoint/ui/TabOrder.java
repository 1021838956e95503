package io.chokepoint.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Tab going through the parts of the window in the order of reading: the graph, then the inspector that speaks of it, then
 * the timeline. By the scene's own order the timeline, which lies below the graph, would come first. Within a part, and where a
 * popover is open, nothing is changed.
 */
final class TabOrder {
    private final MainView view;

    TabOrder(MainView view) {
        this.view = view;
    }

    void attach(Scene scene) {
        scene.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.TAB && !event.isShortcutDown() && !event.isAltDown()) {
                int before = region(scene.getFocusOwner());
                int step = event.isShiftDown() ? -1 : 1;
                // The scene moves the focus by itself; what is left to do is to look where it went.
                Platform.runLater(() -> moved(scene, before, step));
            }
        });
    }

    private void moved(Scene scene, int before, int step) {
        int after = region(scene.getFocusOwner());
        if (before < 0 || after < 0 || after == before) {
            return;
        }
        Node[] regions = view.tabRegions();
        for (int i = 1; i < regions.length; i++) {
            int wanted = Math.floorMod(before + i * step, regions.length);
            List<Node> stops = stops(regions[wanted]);
            if (!stops.isEmpty()) {
                if (wanted != after) {
                    (step > 0 ? stops.getFirst() : stops.getLast()).requestFocus();
                }
                return;
            }
        }
    }

    private int region(@Nullable Node owner) {
        Node[] regions = view.tabRegions();
        for (Node at = owner; at != null; at = at.getParent()) {
            for (int i = 0; i < regions.length; i++) {
                if (regions[i] == at) {
                    return i;
                }
            }
        }
        return -1;
    }

    /** Where Tab can stop within a part, in order. */
    private static List<Node> stops(Node node) {
        List<Node> all = new ArrayList<>();
        if (!node.isVisible() || node.isDisabled()) {
            return all;
        }
        if (node.isFocusTraversable()) {
            all.add(node);
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> all.addAll(stops(child)));
        }
        return all;
    }
}
