package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where an arrow key leads from a card: left and right along edges, up and down within the column. */
final class KeyboardWalk {
    private final GraphScene scene;

    KeyboardWalk(GraphScene scene) {
        this.scene = scene;
    }

    /** Where walking starts when nothing is selected: the end of the chain, or else the first thing shown. */
    Optional<GraphNode> start() {
        return Stream.concat(
                        scene.chain().reversed().stream().filter(scene.picture()::shows),
                        scene.picture().places().stream().map(Place::node))
                .findFirst();
    }

    /** The nearest input shown: the chain's where it has one, else by column, then by height. */
    Optional<GraphNode> left(GraphNode from) {
        return along(from, scene.facts().graph().inputs(from).stream().map(GraphEdge::from), -1);
    }

    /** The nearest use shown: the chain's where it has one, else by column, then by height. */
    Optional<GraphNode> right(GraphNode from) {
        return along(from, scene.facts().graph().uses(from).stream().map(GraphEdge::to), 1);
    }

    private Optional<GraphNode> along(GraphNode from, Stream<GraphNode> neighbours, int direction) {
        Optional<Place> start = scene.picture().find(from);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        int at = scene.chain().indexOf(from);
        int next = at + direction;
        if (at >= 0 && next >= 0 && next < scene.chain().size()) {
            GraphNode link = scene.chain().get(next);
            Optional<Place> place = scene.picture().find(link);
            if (place.filter(to -> (to.column() - start.get().column()) * direction > 0)
                    .isPresent()) {
                return Optional.of(link);
            }
        }
        double height = start.get().box().centreY();
        return neighbours
                .flatMap(node -> scene.picture().find(node).stream())
                .filter(place -> (place.column() - start.get().column()) * direction > 0)
                .min(Comparator.comparingInt((Place place) ->
                                Math.abs(place.column() - start.get().column()))
                        .thenComparingDouble(place -> Math.abs(place.box().centreY() - height)))
                .map(Place::node);
    }

    Optional<GraphNode> up(GraphNode from) {
        return inColumn(from, -1);
    }

    Optional<GraphNode> down(GraphNode from) {
        return inColumn(from, 1);
    }

    private Optional<GraphNode> inColumn(GraphNode from, int step) {
        Optional<Place> start = scene.picture().find(from);
        if (start.isEmpty()) {
            return Optional.empty();
        }
        List<Place> column = scene.picture().placesOf(start.get().column());
        int index = column.indexOf(start.get()) + step;
        return index >= 0 && index < column.size()
                ? Optional.of(column.get(index).node())
                : Optional.empty();
    }
}
