package io.chokepoint.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * Leads edges behind the cards from left to right. Across a column in between, an edge takes the free lane nearest to its straight
 * line: an empty row or the gap between two cards. So edges bundle by themselves.
 */
final class EdgeRouter {
    /** Distance of a joint from the column it passes. */
    private static final double CLEAR = 3;
    /** Least distance from a card where the lane is wide enough. */
    private static final double MARGIN = 9;

    private final PictureRequest request;
    private final List<Column> columns;
    private final Map<GraphNode, Place> places;
    private final double spineY;
    private final List<List<Lane>> lanes = new ArrayList<>();

    EdgeRouter(PictureRequest request, List<Column> columns, Map<GraphNode, Place> places, double spineY) {
        this.request = request;
        this.columns = columns;
        this.places = places;
        this.spineY = spineY;
        for (int column = 0; column < columns.size(); column++) {
            lanes.add(freeLanes(column));
        }
    }

    /** A free strip of a column. */
    private record Lane(double top, double bottom) {
        double nearest(double y, double spread) {
            double margin = Math.min(MARGIN, (bottom - top) / 2);
            double room = (bottom - top) / 2 - margin;
            double inside = Math.clamp(y, top + margin, bottom - margin);
            return inside == y && room > 0 ? y : inside + Math.clamp(spread, -Math.max(room, 3), Math.max(room, 3));
        }
    }

    private List<Lane> freeLanes(int column) {
        Column shape = columns.get(column);
        double top = shape.box().y() + Metrics.HEAD_HEIGHT;
        double bottom =
                shape.box().bottom() - (shape.isOpen() ? Metrics.STACK + 6 : Metrics.railTitle(request.height()));
        List<Box> taken = places.values().stream()
                .filter(place -> place.column() == column)
                .map(Place::box)
                .sorted(Comparator.comparingDouble(Box::y))
                .toList();
        List<Lane> free = new ArrayList<>();
        double from = top;
        for (Box box : taken) {
            if (box.y() - from >= 4) {
                free.add(new Lane(from, box.y()));
            }
            from = Math.max(from, box.bottom());
        }
        if (bottom - from >= 4 || free.isEmpty()) {
            free.add(new Lane(Math.min(from, bottom), bottom));
        }
        return free;
    }

    List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        for (GraphEdge edge : request.graph().edges()) {
            Place from = places.get(edge.from());
            Place to = places.get(edge.to());
            if (from != null && to != null) {
                routes.add(route(edge, from, to));
            }
        }
        return routes;
    }

    private Route route(GraphEdge edge, Place from, Place to) {
        if (from.column() == to.column()) {
            double[] xs = {from.box().right(), to.box().right()};
            double[] ys = {from.box().centreY(), to.box().centreY()};
            return new Route(edge, xs, ys, true);
        }
        boolean forward = from.column() < to.column();
        Place left = forward ? from : to;
        Place right = forward ? to : from;
        int passed = right.column() - left.column() - 1;
        double[] xs = new double[2 + 2 * passed];
        double[] ys = new double[2 + 2 * passed];
        double x0 = left.box().right();
        double y0 = left.box().centreY();
        double x1 = right.box().x();
        double y1 = right.box().centreY();
        xs[0] = x0;
        ys[0] = y0;
        double spread = (Math.floorMod(edge.from().id().hashCode() >>> 3, 7) - 3) * 1.2;
        for (int step = 0; step < passed; step++) {
            Column column = columns.get(left.column() + 1 + step);
            double straight = y0 + (y1 - y0) * (column.box().centreX() - x0) / (x1 - x0);
            double y = nearest(left.column() + 1 + step, straight, spread);
            xs[1 + 2 * step] = column.box().x() - CLEAR;
            xs[2 + 2 * step] = column.box().right() + CLEAR;
            ys[1 + 2 * step] = y;
            ys[2 + 2 * step] = y;
        }
        xs[xs.length - 1] = x1;
        ys[ys.length - 1] = y1;
        return new Route(edge, xs, ys, false);
    }

    private double nearest(int column, double y, double spread) {
        double best = y;
        double least = Double.POSITIVE_INFINITY;
        for (Lane lane : lanes.get(column)) {
            // The spine's own row is free where the spine passes, and it runs there straight.
            double candidate = y == spineY && y > lane.top() && y < lane.bottom() ? y : lane.nearest(y, spread);
            double away = Math.abs(candidate - y);
            if (away < least) {
                least = away;
                best = candidate;
            }
        }
        return best;
    }
}
