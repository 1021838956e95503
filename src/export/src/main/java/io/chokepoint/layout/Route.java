package io.chokepoint.layout;

/**
 * The line of an edge: cubic curves with horizontal ends, joined at {@code x[0], y[0], x[1], y[1], …}. Each curve bends halfway
 * between its ends, so end points are all there is to it. Immutable.
 */
public final class Route {
    private final GraphEdge edge;
    private final double[] xs;
    private final double[] ys;
    private final boolean bracket;

    Route(GraphEdge edge, double[] xs, double[] ys, boolean bracket) {
        this.edge = edge;
        this.xs = xs;
        this.ys = ys;
        this.bracket = bracket;
    }

    public GraphEdge edge() {
        return edge;
    }

    /** Number of joints, at least 2. */
    public int size() {
        return xs.length;
    }

    public double x(int joint) {
        return xs[joint];
    }

    public double y(int joint) {
        return ys[joint];
    }

    /** Whether it joins two nodes of one column by an arc on their right side, in place of curves between columns. */
    public boolean isBracket() {
        return bracket;
    }

    /** How far an arc stands out to the right. */
    public double bracketDepth() {
        return 12 + Math.min(10, Math.abs(ys[1] - ys[0]) / 20);
    }

    /** Whether any part of it may show in the box. */
    public boolean touches(Box view) {
        double left = Double.POSITIVE_INFINITY;
        double right = Double.NEGATIVE_INFINITY;
        double top = Double.POSITIVE_INFINITY;
        double bottom = Double.NEGATIVE_INFINITY;
        for (int joint = 0; joint < xs.length; joint++) {
            left = Math.min(left, xs[joint]);
            right = Math.max(right, xs[joint]);
            top = Math.min(top, ys[joint]);
            bottom = Math.max(bottom, ys[joint]);
        }
        if (bracket) {
            right += bracketDepth();
        }
        return left <= view.right() && right >= view.x() && top <= view.bottom() && bottom >= view.y();
    }

    /** Distance in px from a point to the line; from its straight pieces, close enough for a pointer. */
    public double distance(double px, double py) {
        double least = Double.POSITIVE_INFINITY;
        int steps = 12;
        for (int joint = 0; joint + 1 < xs.length; joint++) {
            double lastX = xs[joint];
            double lastY = ys[joint];
            for (int step = 1; step <= steps; step++) {
                double part = (double) step / steps;
                double x = bracket ? arcX(part) : curve(part, xs[joint], xs[joint + 1]);
                double y = bracket ? ys[0] + (ys[1] - ys[0]) * part : ease(part, ys[joint], ys[joint + 1]);
                least = Math.min(least, toSegment(px, py, lastX, lastY, x, y));
                lastX = x;
                lastY = y;
            }
        }
        return least;
    }

    private double arcX(double part) {
        double base = xs[0] + (xs[1] - xs[0]) * part;
        return base + bracketDepth() * 4 * part * (1 - part);
    }

    /** x of a cubic whose inner control points both lie halfway. */
    private static double curve(double part, double from, double to) {
        double middle = (from + to) / 2;
        double rest = 1 - part;
        return rest * rest * rest * from + 3 * rest * part * middle + part * part * part * to;
    }

    /** y of a cubic with horizontal ends. */
    private static double ease(double part, double from, double to) {
        return from + (to - from) * part * part * (3 - 2 * part);
    }

    private static double toSegment(double px, double py, double ax, double ay, double bx, double by) {
        double dx = bx - ax;
        double dy = by - ay;
        double length = dx * dx + dy * dy;
        double part = length == 0 ? 0 : Math.clamp(((px - ax) * dx + (py - ay) * dy) / length, 0, 1);
        return Math.hypot(px - ax - part * dx, py - ay - part * dy);
    }
}
