package io.chokepoint.model;

import java.util.ArrayDeque;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jgrapht.Graph;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DirectedPseudograph;

/**
 * The graph that people see: goods and the dependencies between them, from input to consumer. Unmodifiable; may hold cycles.
 */
public final class SupplyGraph {
    private final Graph<Good, Dependency> graph;

    public SupplyGraph(Dataset dataset) {
        DirectedPseudograph<Good, Dependency> mutable = new DirectedPseudograph<>(Dependency.class);
        dataset.goods().forEach(mutable::addVertex);
        for (Dependency dependency : dataset.dependencies()) {
            mutable.addEdge(dependency.input(), dependency.consumer(), dependency);
        }
        graph = new AsUnmodifiableGraph<>(mutable);
    }

    /** For JGraphT's algorithms. */
    public Graph<Good, Dependency> graph() {
        return graph;
    }

    /** All goods that need the given one, directly or not, with the least number of steps to them; itself at 0. */
    public Map<Good, Integer> downstream(Good from) {
        return distances(from, true);
    }

    /** All goods that the given one needs, directly or not, with the least number of steps to them; itself at 0. */
    public Map<Good, Integer> upstream(Good from) {
        return distances(from, false);
    }

    /** Goods on some path from one good to another, both included; empty where there is none. */
    public Set<Good> between(Good from, Good to) {
        Set<Good> on = new LinkedHashSet<>(downstream(from).keySet());
        on.retainAll(upstream(to).keySet());
        return Collections.unmodifiableSet(on);
    }

    private Map<Good, Integer> distances(Good from, boolean down) {
        Map<Good, Integer> steps = new LinkedHashMap<>();
        Deque<Good> queue = new ArrayDeque<>();
        steps.put(from, 0);
        queue.add(from);
        while (!queue.isEmpty()) {
            Good good = queue.remove();
            int next = steps.getOrDefault(good, 0) + 1;
            for (Dependency edge : down ? graph.outgoingEdgesOf(good) : graph.incomingEdgesOf(good)) {
                Good neighbour = down ? edge.consumer() : edge.input();
                if (steps.putIfAbsent(neighbour, next) == null) {
                    queue.add(neighbour);
                }
            }
        }
        return Collections.unmodifiableMap(steps);
    }
}
