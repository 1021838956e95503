package io.chokepoint.ui.control;

import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.transform.Scale;

/** Something painted on a canvas, which can be painted finer than the screen shows it, for pictures at a larger scale. */
public interface Detailed {
    /**
     * Paints anew at once, and from now on at this detail.
     *
     * @param detail pixels of the canvas for one px of the window, ≥ 1; 1 is normal
     */
    void paintAt(double detail);

    /** How many pixels of the screen one px of the node has, where a larger text size enlarges all; 1 outside a scene. */
    static double zoom(Node node) {
        return node.getScene() == null
                ? 1
                : Math.max(1, node.getLocalToSceneTransform().getMxx());
    }

    /** Gives a canvas the pixels for a size and a detail; what is painted then and where it appears stays in px of the window. */
    static void size(Canvas canvas, double width, double height, double detail) {
        if (canvas.getWidth() != width * detail || canvas.getHeight() != height * detail) {
            canvas.setWidth(width * detail);
            canvas.setHeight(height * detail);
        }
        canvas.getGraphicsContext2D().setTransform(detail, 0, 0, detail, 0, 0);
        if (detail == 1) {
            canvas.getTransforms().clear();
        } else {
            canvas.getTransforms().setAll(new Scale(1 / detail, 1 / detail));
        }
    }
}
