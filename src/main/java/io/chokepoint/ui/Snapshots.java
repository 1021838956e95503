package io.chokepoint.ui;

import io.chokepoint.ui.control.PictureView;
import io.chokepoint.ui.graph.GraphView;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.transform.Transform;

/** Pictures of parts of the window at any scale. UI thread only. */
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
        WritableImage image = part.snapshot(how, null);
        if (scale == 1) {
            return image;
        }
        // A canvas learns of a larger scale by being painted once, and what was painted before stays coarse.
        repaint(part);
        return part.snapshot(how, null);
    }

    private static void repaint(Node part) {
        if (part instanceof GraphView graph) {
            graph.paintNow();
        } else if (part instanceof PictureView picture) {
            picture.refresh();
            picture.layout();
        } else if (part instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(Snapshots::repaint);
        }
    }
}
