package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;

/**
 * Which part of the picture is on screen. Immutable.
 *
 * @param x left edge of what is on screen, in px of the picture
 * @param y upper edge of what is on screen, in px of the picture
 * @param zoom px on screen for one px of the picture, > 0
 */
record Viewport(double x, double y, double zoom) {
    static final double LEAST_ZOOM = 0.2;
    static final double MOST_ZOOM = 3;
    static final Viewport NORMAL = new Viewport(0, 0, 1);

    double toScreenX(double pictureX) {
        return (pictureX - x) * zoom;
    }

    double toScreenY(double pictureY) {
        return (pictureY - y) * zoom;
    }

    double toPictureX(double screenX) {
        return x + screenX / zoom;
    }

    double toPictureY(double screenY) {
        return y + screenY / zoom;
    }

    Box toScreen(Box box) {
        return new Box(toScreenX(box.x()), toScreenY(box.y()), box.width() * zoom, box.height() * zoom);
    }

    /** The part of the picture on a screen of the given size. */
    Box view(double width, double height) {
        return new Box(x, y, width / zoom, height / zoom);
    }

    Viewport moved(double screenDx, double screenDy) {
        return new Viewport(x - screenDx / zoom, y - screenDy / zoom, zoom);
    }

    /** Zoomed so that what is under a point of the screen stays there. */
    Viewport zoomedAbout(double screenX, double screenY, double newZoom) {
        return new Viewport(toPictureX(screenX) - screenX / newZoom, toPictureY(screenY) - screenY / newZoom, newZoom);
    }

    /** So that a box of the picture fills a box of the screen as far as it can, in its middle. */
    static Viewport fitting(Box picture, Box screen, double mostZoom) {
        double zoom =
                Math.min(mostZoom, Math.min(screen.width() / picture.width(), screen.height() / picture.height()));
        return new Viewport(
                picture.centreX() - screen.centreX() / zoom, picture.centreY() - screen.centreY() / zoom, zoom);
    }

    /** Part of the way to another, 0 here, 1 there. */
    Viewport towards(Viewport other, double part) {
        double between = zoom * Math.pow(other.zoom / zoom, part);
        return new Viewport(x + (other.x - x) * part, y + (other.y - y) * part, between);
    }
}
