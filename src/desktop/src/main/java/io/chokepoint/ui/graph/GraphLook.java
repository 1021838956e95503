package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.model.Stage;
import java.util.Map;
import java.util.Optional;

/**
 * What the user has made of the graph: where it is zoomed to, and which columns and cards are open. Immutable.
 *
 * @param viewport where it is, or where it is gliding to
 */
record GraphLook(Viewport viewport, Columns columns) {

    /**
     * The user's choices.
     *
     * @param chosen stages that the user has opened or made rails
     * @param expanded stages of which all goods are shown, with the first row in sight
     * @param opened the card that shows its makers
     * @param only the one node to which the graph is narrowed
     */
    record Columns(
            Map<Stage, Boolean> chosen,
            Map<Stage, Integer> expanded,
            Optional<GraphNode> opened,
            Optional<GraphNode> only) {
        Columns {
            chosen = Map.copyOf(chosen);
            expanded = Map.copyOf(expanded);
        }
    }
}
