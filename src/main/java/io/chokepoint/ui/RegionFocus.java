package io.chokepoint.ui;

import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;

/** Moves the focus from one part of the window to the next. */
final class RegionFocus {
    private final MainView view;

    RegionFocus(MainView view) {
        this.view = view;
    }

    void next() {
        move(1);
    }

    void previous() {
        move(-1);
    }

    private void move(int direction) {
        Node[] regions = view.regions();
        Node owner = view.getScene().getFocusOwner();
        int at = -1;
        for (int i = 0; i < regions.length; i++) {
            if (owner != null && isWithin(owner, regions[i])) {
                at = i;
            }
        }
        for (int step = 1; step <= regions.length; step++) {
            Node candidate = regions[Math.floorMod(at + direction * step, regions.length)];
            Optional<Node> first = candidate.isVisible() ? firstFocusable(candidate) : Optional.empty();
            if (first.isPresent()) {
                first.get().requestFocus();
                return;
            }
        }
    }

    private static boolean isWithin(Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> firstFocusable(Node node) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (node.isFocusTraversable()) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .flatMap(child -> firstFocusable(child).stream())
                    .findFirst();
        }
        return Optional.empty();
    }
}
