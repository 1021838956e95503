package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Metrics;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.Route;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What is under a point of the canvas. */
final class HitTest {
    /** Distance in px on screen at which an edge is still meant. */
    private static final double EDGE_REACH = 4;
    /** Bars and tiles are thin: the space to the next one belongs to them, so that they can be hit. */
    private static final double THIN_REACH = 1.5;

    private final GraphScene scene;
    private final Viewport viewport;

    HitTest(GraphScene scene, Viewport viewport) {
        this.scene = scene;
        this.viewport = viewport;
    }

    /** The node drawn at a point of the screen. */
    Optional<Place> place(double screenX, double screenY) {
        if (screenY < Metrics.HEAD_TOP) {
            return Optional.empty();
        }
        double x = viewport.toPictureX(screenX);
        double y = viewport.toPictureY(screenY);
        boolean far = Level.of(viewport.zoom()) == Level.STAGES;
        List<Column> columns = scene.picture().columns();
        for (int column = 0; column < columns.size(); column++) {
            Box box = columns.get(column).box();
            if (x >= box.x() - 2 && x <= box.right() + 2) {
                for (Place place : scene.picture().placesOf(column)) {
                    Box reach = place.kind() == Place.Kind.BAR ? place.box().grown(THIN_REACH) : place.box();
                    // From far away only cells stand where they are drawn.
                    if (reach.contains(x, y) && (!far || place.kind() == Place.Kind.CELL)) {
                        return Optional.of(place);
                    }
                }
            }
        }
        return Optional.empty();
    }

    /** The edge nearest to a point of the screen, within reach; of weak ones only those drawn at full strength. */
    Optional<Route> route(double screenX, double screenY) {
        double x = viewport.toPictureX(screenX);
        double y = viewport.toPictureY(screenY);
        double reach = EDGE_REACH / viewport.zoom();
        Box near = new Box(x, y, 0, 0).grown(reach);
        Route best = null;
        double least = reach;
        for (Route route : scene.picture().routes()) {
            boolean drawn = scene.isChain(route.edge()) || scene.facts().isStrong(route.edge());
            if (drawn && route.touches(near)) {
                double away = route.distance(x, y);
                if (away < least) {
                    least = away;
                    best = route;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The column whose head is at a point of the screen. */
    Optional<Column> head(double screenX, double screenY) {
        if (screenY < Metrics.HEAD_TOP || screenY > Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT) {
            return Optional.empty();
        }
        double x = viewport.toPictureX(screenX);
        return scene.picture().columns().stream()
                .filter(column -> {
                    // A rail is narrower than a target may be; its surroundings count as well.
                    double reach = column.isOpen() ? 0 : 4;
                    return x >= column.box().x() - reach && x <= column.box().right() + reach;
                })
                .findFirst();
    }

    /** The column in whose width a point of the screen lies. */
    Optional<Column> column(double screenX) {
        double x = viewport.toPictureX(screenX);
        return scene.picture().columns().stream()
                .filter(column -> x >= column.box().x() && x <= column.box().right())
                .findFirst();
    }

    /** The column whose stack is at a point of the screen. */
    Optional<Column> stack(double screenX, double screenY) {
        double x = viewport.toPictureX(screenX);
        double y = viewport.toPictureY(screenY);
        return scene.picture().columns().stream()
                .filter(column -> HeadPainter.stackBox(column).contains(x, y)
                        && !HeadPainter.stackText(scene, column).isEmpty())
                .findFirst();
    }

    /** All nodes that a rectangle of the screen touches. */
    List<GraphNode> nodes(Box screen) {
        Box box = new Box(
                viewport.toPictureX(screen.x()),
                viewport.toPictureY(screen.y()),
                screen.width() / viewport.zoom(),
                screen.height() / viewport.zoom());
        List<GraphNode> found = new ArrayList<>();
        for (Place place : scene.picture().places()) {
            if (place.box().intersects(box)) {
                found.add(place.node());
            }
        }
        return found;
    }
}
