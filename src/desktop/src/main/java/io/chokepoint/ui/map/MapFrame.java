package io.chokepoint.ui.map;

import io.chokepoint.export.picture.Outline;
import io.chokepoint.export.world.EqualEarth;
import io.chokepoint.export.world.World;

/**
 * Where the map lies in its picture.
 *
 * @param width of the picture, in px
 * @param height of the picture, in px
 * @param zoom 1 shows the whole world
 * @param moveX how far the map is moved to the right, in px
 * @param moveY how far the map is moved down, in px
 */
record MapFrame(double width, double height, double zoom, double moveX, double moveY) {
    /** Room below for legend and caption. */
    static final double FOOT = 36;

    private static final double MARGIN = 10;

    /** The half width of the projected world, with a little for what lies beyond the cut. */
    private static final double HALF_WIDTH = 2.72;

    private static final double TOP = EqualEarth.project(EqualEarth.MIDDLE, 84).y();
    private static final double BOTTOM =
            EqualEarth.project(EqualEarth.MIDDLE, -56).y();

    /** Countries with less than this on the screen get a dot, in px². */
    private static final double SMALL = 60;

    private double scale() {
        return zoom
                * Math.max(
                        1,
                        Math.min(
                                (width - 2 * MARGIN) / (2 * HALF_WIDTH),
                                (height - FOOT - 2 * MARGIN) / (BOTTOM - TOP)));
    }

    EqualEarth.Place place(EqualEarth.Place on) {
        return new EqualEarth.Place(x(on.x()), y(on.y()));
    }

    private double x(double x) {
        return width / 2 + moveX + x * scale();
    }

    private double y(double y) {
        return (height - FOOT) / 2 + moveY + (y - (TOP + BOTTOM) / 2) * scale();
    }

    Outline outline(World.Country country) {
        Outline.Builder path = Outline.builder();
        for (double[] ring : country.rings()) {
            path.move(x(ring[0]), y(ring[1]));
            for (int i = 2; i < ring.length; i += 2) {
                path.line(x(ring[i]), y(ring[i + 1]));
            }
            path.close();
        }
        return path.build();
    }

    boolean isSmall(World.Country country) {
        return country.area() * scale() * scale() < SMALL;
    }

    /** The same place stays under the pointer. */
    MapFrame zoomed(double factor, double aboutX, double aboutY) {
        double next = Math.clamp(zoom * factor, 1, 12);
        double ratio = next / zoom;
        double middleX = width / 2;
        double middleY = (height - FOOT) / 2;
        return new MapFrame(
                width,
                height,
                next,
                next == 1 ? 0 : (aboutX - middleX) * (1 - ratio) + moveX * ratio,
                next == 1 ? 0 : (aboutY - middleY) * (1 - ratio) + moveY * ratio);
    }

    MapFrame moved(double x, double y) {
        return zoom == 1 ? this : new MapFrame(width, height, zoom, moveX + x, moveY + y);
    }

    MapFrame sized(double newWidth, double newHeight) {
        return new MapFrame(newWidth, newHeight, zoom, moveX, moveY);
    }
}
