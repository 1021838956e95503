package io.chokepoint.ui;

import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import javafx.scene.control.ScrollBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.text.Text;

/** What is in sight in a window, asked node by node. UI thread only. */
final class Tree {
    private Tree() {}

    /** All nodes that are shown, parents first; what is made invisible hides what is in it. */
    static List<Node> shown(Node from) {
        List<Node> all = new ArrayList<>();
        collect(from, all);
        return all;
    }

    private static void collect(Node node, List<Node> all) {
        if (!node.isVisible() || node.getLayoutBounds().getWidth() <= 0) {
            return;
        }
        all.add(node);
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }

    /** Whether the node can be scrolled into sight within its own pane, or is a part of one. */
    static boolean isScrolled(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at instanceof ScrollPane || at instanceof VirtualFlow<?> || at instanceof ScrollBar) {
                return true;
            }
        }
        return false;
    }

    static boolean isWithin(Node node, String styleClass) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getStyleClass().contains(styleClass)) {
                return true;
            }
        }
        return false;
    }

    /** Where a node is, in px of another. */
    static Bounds in(Node other, Node node) {
        return other.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    }

    /** Whether the words of a label end in an ellipsis that they do not have. */
    static boolean isCut(Labeled label) {
        return label.getText() != null
                && !label.getText().isEmpty()
                && label.getContentDisplay() != javafx.scene.control.ContentDisplay.GRAPHIC_ONLY
                && label.lookup(".text") instanceof Text text
                && text.getParent() == label
                && !text.getText()
                        .replaceAll("\\s+", "")
                        .equals(label.getText().replace("_", "").replaceAll("\\s+", ""))
                && !text.getText().replaceAll("\\s+", "").equals(label.getText().replaceAll("\\s+", ""));
    }

    /** How a fault names it. */
    static String name(Node node) {
        String words = node instanceof Labeled label && label.getText() != null ? " '" + label.getText() + "'" : "";
        return node.getClass().getSimpleName()
                + (node.getId() == null ? "" : "#" + node.getId())
                + node.getStyleClass()
                + words;
    }
}
