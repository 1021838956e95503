package io.chokepoint.exchange.links;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How far downstream each node is: one more than the furthest of what it needs. Loops are broken at the node that the file names first. Linear in
 * nodes and edges.
 */
final class Layers {
    private Layers() {}

    /** From 1. */
    static Map<Links.Node, Integer> of(Collection<Links.Node> nodes, Collection<Links.Edge> edges) {
        Map<Links.Node, List<Links.Node>> next = new HashMap<>();
        Map<Links.Node, Integer> waiting = new HashMap<>();
        nodes.forEach(node -> waiting.put(node, 0));
        for (Links.Edge edge : edges) {
            next.computeIfAbsent(edge.source(), unused -> new ArrayList<>()).add(edge.target());
            waiting.merge(edge.target(), 1, Integer::sum);
        }
        Map<Links.Node, Integer> layers = new HashMap<>();
        Map<Links.Node, Integer> least = new HashMap<>();
        Deque<Links.Node> ready = new ArrayDeque<>();
        for (Links.Node node : nodes) {
            if (waiting.getOrDefault(node, 0) == 0) {
                ready.add(node);
            }
        }
        for (Links.Node first : nodes) {
            // What is left when nothing is ready stands in a loop or behind one.
            spread(ready, next, waiting, layers, least);
            if (!layers.containsKey(first)) {
                ready.add(first);
            }
        }
        spread(ready, next, waiting, layers, least);
        return layers;
    }

    private static void spread(
            Deque<Links.Node> ready,
            Map<Links.Node, List<Links.Node>> next,
            Map<Links.Node, Integer> waiting,
            Map<Links.Node, Integer> layers,
            Map<Links.Node, Integer> least) {
        while (!ready.isEmpty()) {
            Links.Node node = ready.remove();
            int layer = least.getOrDefault(node, 1);
            if (layers.putIfAbsent(node, layer) != null) {
                continue;
            }
            for (Links.Node other : next.getOrDefault(node, List.of())) {
                least.merge(other, layer + 1, Math::max);
                if (waiting.merge(other, -1, Integer::sum) == 0 && !layers.containsKey(other)) {
                    ready.add(other);
                }
            }
        }
    }
}
