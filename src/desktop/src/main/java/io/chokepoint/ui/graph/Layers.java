package io.chokepoint.ui.graph;

import io.chokepoint.export.picture.Picture;
import io.chokepoint.layout.Box;
import io.chokepoint.layout.Place;
import io.chokepoint.ui.control.Detailed;
import io.chokepoint.ui.support.Palette;
import java.util.List;
import java.util.Optional;
import javafx.scene.canvas.Canvas;
import org.jspecify.annotations.Nullable;

/**
 * The three canvases of the graph, each painted only when what it shows has changed: rails and edges at the back, cards above them,
 * and on top column heads, legend and what follows the pointer. So scrubbing the week leaves the edges alone, and moving the
 * pointer leaves all but the top alone.
 *
 * <p>Where the picture is larger than the screen, the lower two are painted a little beyond it and moved as they are while the user
 * pans; they are painted anew when the margin is used up.
 */
final class Layers {
    private static final double MARGIN = 160;

    private final Canvas back = new Canvas();
    private final Canvas nodes = new Canvas();
    private final Canvas top = new Canvas();
    private final ScenePainter painter = new ScenePainter();
    private double asked = 1;
    private double zoom = 1;
    private double detail = 1;
    private double width;
    private double height;
    private boolean backDirty = true;
    private boolean nodesDirty = true;
    private boolean topDirty = true;
    /** What the lower two canvases show. */
    private Viewport painted = Viewport.NORMAL;

    private double margin;
    private long backPaints;
    private long nodePaints;
    private long topPaints;

    /** What is on top: it changes with the pointer and the focus. */
    record Pointer(Optional<Hover> hover, Optional<MakerCard> makers, Optional<Place> focus, Optional<Box> rubber) {
        static final Pointer NONE = new Pointer(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
    }

    List<Canvas> canvases() {
        return List.of(back, nodes, top);
    }

    boolean isSize(double newWidth, double newHeight) {
        return width == newWidth && height == newHeight;
    }

    void resize(double newWidth, double newHeight) {
        width = newWidth;
        height = newHeight;
        Detailed.size(top, width, height, detail);
        all();
    }

    /** How fine everything is painted from now on; see {@link Detailed}. */
    void setDetail(double value) {
        asked = value;
        size();
    }

    /** How much a larger text size enlarges all; see {@link Detailed#zoom}. */
    void setZoom(double value) {
        if (zoom != value) {
            zoom = value;
            size();
        }
    }

    private void size() {
        detail = asked * zoom;
        Detailed.size(top, width, height, detail);
        Detailed.size(back, width + 2 * margin, height + 2 * margin, detail);
        Detailed.size(nodes, width + 2 * margin, height + 2 * margin, detail);
        all();
    }

    /** Whether rails carry their names. */
    void setRailTitles(boolean value) {
        painter.setRailTitles(value);
        all();
    }

    /** Everything must be painted anew. */
    void all() {
        backDirty = true;
        nodesDirty = true;
        topDirty = true;
    }

    void top() {
        topDirty = true;
    }

    /** Marks what differs between two scenes. */
    void changed(GraphScene from, GraphScene to) {
        // Heads and legend say nothing of the week; the minimap and the heads of far blocks do.
        boolean moved = margin > 0 || Level.of(painted.zoom()) == Level.STAGES;
        topDirty |= moved || !from.at(to.week()).equals(to);
        nodesDirty = true;
        backDirty |= from.picture() != to.picture()
                || from.facts() != to.facts()
                || !from.chain().equals(to.chain())
                || !from.bright().equals(to.bright())
                || !from.up().equals(to.up())
                || !from.down().equals(to.down());
    }

    boolean isDirty() {
        return backDirty || nodesDirty || topDirty;
    }

    /** Brings all canvases up to date. */
    void paint(
            @Nullable GraphScene scene,
            Viewport viewport,
            Palette palette,
            ScenePainter.@Nullable Glide glide,
            Pointer pointer) {
        if (scene == null) {
            Detailed.size(back, width, height, detail);
            painter.skeleton(pen(back), width, height, palette);
            nodes.getGraphicsContext2D().clearRect(0, 0, nodes.getWidth(), nodes.getHeight());
            top.getGraphicsContext2D().clearRect(0, 0, width, height);
        } else {
            place(scene, viewport, glide != null);
            paintLower(scene, palette, glide);
            if (topDirty) {
                painter.top(pen(top), scene, viewport, width, height, palette, pointer);
                topPaints++;
            }
        }
        backDirty = false;
        nodesDirty = false;
        topDirty = false;
    }

    private static Pen pen(Canvas canvas) {
        return new CanvasPen(canvas.getGraphicsContext2D());
    }

    /** The same picture as shapes and text, without what follows the pointer. */
    Picture picture(String title, GraphScene scene, Viewport viewport, Palette palette) {
        PicturePen pen = new PicturePen();
        painter.back(pen, scene, viewport, width, height, palette, null);
        painter.nodes(pen, scene, viewport, width, height, palette, null);
        painter.top(pen, scene, viewport, width, height, palette, Pointer.NONE);
        return pen.build(title, width, height, palette.canvas());
    }

    private void paintLower(GraphScene scene, Palette palette, ScenePainter.@Nullable Glide glide) {
        double fullWidth = width + 2 * margin;
        double fullHeight = height + 2 * margin;
        Viewport shifted = new Viewport(
                painted.x() - margin / painted.zoom(), painted.y() - margin / painted.zoom(), painted.zoom());
        if (backDirty) {
            painter.back(pen(back), scene, shifted, fullWidth, fullHeight, palette, glide);
            backPaints++;
        }
        if (nodesDirty) {
            painter.nodes(pen(nodes), scene, shifted, fullWidth, fullHeight, palette, glide);
            nodePaints++;
        }
    }

    /** Moves the lower two where that is enough, else marks them to be painted at the new viewport. */
    private void place(GraphScene scene, Viewport viewport, boolean always) {
        double wanted = MinimapPainter.isNeeded(scene.picture(), viewport, width, height) ? MARGIN : 0;
        double dx = (painted.x() - viewport.x()) * viewport.zoom();
        double dy = (painted.y() - viewport.y()) * viewport.zoom();
        boolean reaches = painted.zoom() == viewport.zoom()
                && wanted == margin
                && Math.abs(dx) <= margin
                && Math.abs(dy) <= margin;
        boolean sized =
                back.getWidth() == (width + 2 * margin) * detail && back.getHeight() == (height + 2 * margin) * detail;
        if (!reaches || !sized || backDirty || always) {
            margin = wanted;
            painted = viewport;
            dx = 0;
            dy = 0;
            backDirty = true;
            nodesDirty = true;
            for (Canvas canvas : List.of(back, nodes)) {
                Detailed.size(canvas, width + 2 * margin, height + 2 * margin, detail);
                canvas.setLayoutX(-margin);
                canvas.setLayoutY(-margin);
            }
        }
        for (Canvas canvas : List.of(back, nodes)) {
            canvas.setTranslateX(dx);
            canvas.setTranslateY(dy);
        }
    }

    /** Number of times edges were painted, for tests and measuring. */
    long backPaints() {
        return backPaints;
    }

    /** Number of times heads, legend and what follows the pointer were painted, for tests and measuring. */
    long topPaints() {
        return topPaints;
    }

    /** Number of times cards were painted, for tests and measuring. */
    long nodePaints() {
        return nodePaints;
    }
}
