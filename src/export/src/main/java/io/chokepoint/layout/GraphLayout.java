package io.chokepoint.layout;

import io.chokepoint.model.Stage;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The stable base layout of a graph: every node in the column of its stage, with an order from top to bottom that keeps edges
 * short. What is shown later keeps this order, so that nothing moves unless the user moves it. Immutable.
 */
public final class GraphLayout {
    private final Map<GraphNode, Integer> ranks = new HashMap<>();
    private final Map<Stage, Integer> sizes = new HashMap<>();

    /** @param columns the nodes of each stage from top to bottom */
    GraphLayout(List<List<GraphNode>> columns) {
        for (List<GraphNode> column : columns) {
            for (int rank = 0; rank < column.size(); rank++) {
                ranks.put(column.get(rank), rank);
                sizes.put(column.get(rank).stage(), column.size());
            }
        }
    }

    /**
     * Place in its column from the top, from 0.
     *
     * @throws IllegalArgumentException if the node was not laid out
     */
    public int rank(GraphNode node) {
        Integer rank = ranks.get(node);
        if (rank == null) {
            throw new IllegalArgumentException("'" + node.id() + "' was not laid out");
        }
        return rank;
    }

    /** Height in its column as a part, in (0, 1): the middle of the only node of a column is 0.5. */
    public double height(GraphNode node) {
        return (rank(node) + 0.5) / sizes.getOrDefault(node.stage(), 1);
    }
}
