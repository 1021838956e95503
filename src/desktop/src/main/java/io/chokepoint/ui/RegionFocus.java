package io.chokepoint.ui;

import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextInputControl;

/** Moves the focus from one part of the window to the next. */
final class RegionFocus {
    private static final PseudoClass FOCUS_VISIBLE = PseudoClass.getPseudoClass("focus-visible");

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
                showFocus(first.get());
                return;
            }
        }
    }

    /**
     * The toolkit shows where the focus is after Tab and arrows only; a key of ours that moves it must say so itself, for as long as
     * it stays there.
     */
    private static void showFocus(Node node) {
        node.pseudoClassStateChanged(FOCUS_VISIBLE, true);
        node.focusedProperty().addListener(new ChangeListener<>() {
            @Override
            public void changed(ObservableValue<? extends Boolean> focused, Boolean before, Boolean now) {
                if (!now) {
                    node.focusedProperty().removeListener(this);
                    node.pseudoClassStateChanged(FOCUS_VISIBLE, false);
                }
            }
        });
    }

    /** Puts the focus on what a view is about rather than on the buttons above it; keys then go on as before. */
    static void into(Node view) {
        first(view, RegionFocus::isContent).orElse(view).requestFocus();
    }

    private static boolean isContent(Node node) {
        return node.isFocusTraversable() && !(node instanceof ButtonBase || node instanceof TextInputControl);
    }

    static boolean isWithin(Node node, Node region) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == region) {
                return true;
            }
        }
        return false;
    }

    private static Optional<Node> firstFocusable(Node node) {
        return first(node, Node::isFocusTraversable);
    }

    private static Optional<Node> first(Node node, Predicate<Node> wanted) {
        if (!node.isVisible() || node.isDisabled()) {
            return Optional.empty();
        }
        if (wanted.test(node)) {
            return Optional.of(node);
        }
        if (node instanceof Parent parent) {
            return parent.getChildrenUnmodifiable().stream()
                    .flatMap(child -> first(child, wanted).stream())
                    .findFirst();
        }
        return Optional.empty();
    }
}
