package io.chokepoint.layout;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;

/** Lets the nodes of each column change places so that fewer edges cross. */
final class NodeOrder {
    private NodeOrder() {}

    /**
     * @param columns the nodes of each column from left to right, in any order
     * @param height of a node's place; no two of a column the same
     * @param movable nodes that may change places with each other in their column
     * @param starts from how many orders to look for a better one; one takes milliseconds, more belong off the UI thread
     * @return the nodes of each column from top to bottom; those that are not movable at the same index as by their heights
     */
    static List<List<GraphNode>> reduce(
            StageGraph graph,
            List<? extends List<GraphNode>> columns,
            ToDoubleFunction<GraphNode> height,
            Predicate<GraphNode> movable,
            int starts) {
        Map<GraphNode, Integer> numbers = new HashMap<>();
        List<GraphNode> nodes =
                columns.stream().<GraphNode>flatMap(List::stream).toList();
        nodes.forEach(node -> numbers.put(node, numbers.size()));
        int[] layerOf = new int[nodes.size()];
        double[] heights = new double[nodes.size()];
        boolean[] free = new boolean[nodes.size()];
        double most = nodes.stream().mapToDouble(height).max().orElse(0);
        double least = nodes.stream().mapToDouble(height).min().orElse(0);
        int number = 0;
        for (int column = 0; column < columns.size(); column++) {
            for (GraphNode node : columns.get(column)) {
                layerOf[number] = column;
                heights[number] = (height.applyAsDouble(node) - least) / Math.max(1e-9, most - least);
                free[number++] = movable.test(node);
            }
        }
        List<Integer> from = new ArrayList<>();
        List<Integer> to = new ArrayList<>();
        for (GraphEdge edge : graph.edges()) {
            Integer one = numbers.get(edge.from());
            Integer other = numbers.get(edge.to());
            if (one != null && other != null && layerOf[one] != layerOf[other]) {
                from.add(one);
                to.add(other);
            }
        }
        CrossingReduction reduction = new CrossingReduction(
                layerOf,
                heights,
                free,
                from.stream().mapToInt(Integer::intValue).toArray(),
                to.stream().mapToInt(Integer::intValue).toArray());
        reduction.reduce(starts);
        double[] reduced = reduction.heights();
        return columns.stream()
                .map(column -> column.stream()
                        .sorted(Comparator.comparingDouble(node -> reduced[numbers.getOrDefault(node, 0)]))
                        .toList())
                .toList();
    }
}
