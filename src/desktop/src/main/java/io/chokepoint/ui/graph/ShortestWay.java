package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.StageGraph;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The way with the fewest steps from one node to another; where several are as short, each step takes the strongest edge. */
final class ShortestWay {
    private ShortestWay() {}

    /** Both ends included; empty where there is no way. */
    static List<GraphNode> between(StageGraph graph, GraphNode from, GraphNode to) {
        Map<GraphNode, Integer> left = graph.upstream(to);
        List<GraphNode> way = new ArrayList<>();
        if (!left.containsKey(from)) {
            return way;
        }
        GraphNode node = from;
        way.add(node);
        while (!node.equals(to)) {
            int steps = left.getOrDefault(node, 0);
            Optional<GraphEdge> next = graph.uses(node).stream()
                    .filter(edge -> left.getOrDefault(edge.to(), Integer.MAX_VALUE) == steps - 1)
                    .max(Comparator.comparingDouble(GraphEdge::strength));
            if (next.isEmpty()) {
                return way;
            }
            node = next.get().to();
            way.add(node);
        }
        return way;
    }
}
