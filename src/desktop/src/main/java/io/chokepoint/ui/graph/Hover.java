package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.Route;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the pointer is at and what stays at full strength with it.
 *
 * @param centre the node under the pointer; empty over an edge
 * @param places it and its direct neighbours, or the two ends of an edge
 */
record Hover(Optional<Place> centre, List<Place> places, List<Route> routes) {

    static Hover of(GraphScene scene, Place place) {
        GraphNode node = place.node();
        Set<GraphNode> near = new LinkedHashSet<>();
        List<Route> routes = scene.picture().routes().stream()
                .filter(route ->
                        route.edge().from().equals(node) || route.edge().to().equals(node))
                .toList();
        for (Route route : routes) {
            near.add(route.edge().from());
            near.add(route.edge().to());
        }
        near.add(node);
        return new Hover(Optional.of(place), places(scene, near), routes);
    }

    static Hover of(GraphScene scene, Route route) {
        return new Hover(
                Optional.empty(),
                places(scene, List.of(route.edge().from(), route.edge().to())),
                List.of(route));
    }

    private static List<Place> places(GraphScene scene, Iterable<GraphNode> nodes) {
        return java.util.stream.StreamSupport.stream(nodes.spliterator(), false)
                .flatMap(node -> scene.picture().find(node).stream())
                .toList();
    }
}
