package io.chokepoint.ui;

import io.chokepoint.ui.control.Detailed;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Pictures of parts of a window at any scale. UI thread only. */
final class Snapshots {
    private Snapshots() {}

    /**
     * @param scale pixels for one px of the window
     * @param background where the part itself paints nothing
     */
    static WritableImage of(Node part, int scale, Color background) {
        SnapshotParameters how = new SnapshotParameters();
        how.setTransform(Transform.scale(scale, scale));
        how.setFill(background);
        if (scale == 1) {
            return part.snapshot(how, null);
        }
        // A snapshot enlarges what a canvas holds, so each has to hold more while it is taken.
        paintAt(part, scale);
        try {
            return part.snapshot(how, null);
        } finally {
            paintAt(part, 1);
        }
    }

    /** Paints all canvases below a node anew: what they are enlarged by has changed. */
    static void repaint(Node part) {
        paintAt(part, 1);
    }

    private static void paintAt(Node part, double detail) {
        if (part instanceof Detailed canvas) {
            canvas.paintAt(detail);
        }
        if (part instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> paintAt(child, detail));
        }
    }
}
