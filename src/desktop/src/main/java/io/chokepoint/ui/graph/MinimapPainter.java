package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.Place;
import io.chokepoint.ui.support.LossStep;

/** Paints a small picture of the whole, with a frame round what is on screen. In px of the screen. */
final class MinimapPainter {
    private static final double WIDTH = 140;
    private static final double HEIGHT = 64;
    private static final double RIGHT = 12;
    private static final double BOTTOM = 8;
    private static final double PAD = 5;

    /** Where it stands on a canvas of the given size. */
    static Box box(double width, double height) {
        return new Box(width - RIGHT - WIDTH, height - BOTTOM - HEIGHT, WIDTH, HEIGHT);
    }

    /** Whether part of the picture is off a canvas of the given size. */
    static boolean isNeeded(ColumnPicture picture, Viewport viewport, double width, double height) {
        Box view = viewport.view(width, height);
        return view.x() > 1
                || view.y() > 1
                || view.right() < picture.width() - 1
                || view.bottom() < picture.height() - 1;
    }

    void paint(Ink ink, GraphScene scene, Viewport viewport, double width, double height) {
        Box map = box(width, height);
        ink.fill(map, 6, ink.palette().background());
        ink.outline(map, 6, 1, ink.palette().border());
        ColumnPicture picture = scene.picture();
        double scale = scale(picture);
        for (Place place : picture.places()) {
            Box at = place.box();
            double output = scene.output(place.node());
            boolean normal = LossStep.ofOutput(output) == LossStep.NONE;
            ink.g().setFill(normal ? ink.palette().border() : ink.palette().lossFillOf(output));
            ink.g()
                    .fillRect(
                            map.x() + PAD + at.x() * scale,
                            map.y() + PAD + at.y() * scale,
                            Math.max(1, at.width() * scale),
                            Math.max(1, at.height() * scale));
        }
        Box view = viewport.view(width, height);
        double left = Math.clamp(map.x() + PAD + view.x() * scale, map.x() + 2, map.right() - 6);
        double top = Math.clamp(map.y() + PAD + view.y() * scale, map.y() + 2, map.bottom() - 6);
        double right = Math.clamp(map.x() + PAD + view.right() * scale, left + 4, map.right() - 2);
        double bottom = Math.clamp(map.y() + PAD + view.bottom() * scale, top + 4, map.bottom() - 2);
        ink.outline(
                new Box(left, top, right - left, bottom - top),
                2,
                1.25,
                ink.palette().accent());
    }

    private static double scale(ColumnPicture picture) {
        return Math.min((WIDTH - 2 * PAD) / picture.width(), (HEIGHT - 2 * PAD) / picture.height());
    }

    /** The viewport whose middle is at a point of the map. */
    static Viewport centredAt(
            ColumnPicture picture, Viewport viewport, double screenX, double screenY, double width, double height) {
        Box map = box(width, height);
        double x = (screenX - map.x() - PAD) / scale(picture);
        double y = (screenY - map.y() - PAD) / scale(picture);
        return new Viewport(x - width / viewport.zoom() / 2, y - height / viewport.zoom() / 2, viewport.zoom());
    }
}
