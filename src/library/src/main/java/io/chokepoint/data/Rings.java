package io.chokepoint.data;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds closed paths in a small directed graph. Not thread-safe. */
final class Rings<N> {
    private final Map<N, Set<N>> next = new LinkedHashMap<>();

    void add(N from, N to) {
        next.computeIfAbsent(from, unused -> new LinkedHashSet<>()).add(to);
    }

    /** A shortest ring through the first node of each knot of rings, in the order in which nodes were added. */
    List<List<N>> find() {
        List<List<N>> rings = new ArrayList<>();
        Set<N> done = new HashSet<>();
        for (N start : next.keySet()) {
            if (done.contains(start)) {
                continue;
            }
            Map<N, N> cameFrom = reach(start);
            if (!cameFrom.containsKey(start)) {
                continue;
            }
            List<N> ring = new ArrayList<>();
            N node = start;
            do {
                ring.addFirst(node);
                node = cameFrom.get(node);
            } while (!start.equals(node));
            // The loop above walks backwards from the start, so the start stands at the end.
            ring.addFirst(ring.removeLast());
            rings.add(ring);
            for (N reached : cameFrom.keySet()) {
                if (reach(reached).containsKey(start)) {
                    done.add(reached);
                }
            }
        }
        return rings;
    }

    /** All nodes that a path of at least one step leads to, with the node before each on a shortest one. */
    private Map<N, N> reach(N start) {
        Map<N, N> cameFrom = new HashMap<>();
        Deque<N> queue = new ArrayDeque<>();
        queue.add(start);
        while (!queue.isEmpty()) {
            N node = queue.remove();
            for (N following : next.getOrDefault(node, Set.of())) {
                if (cameFrom.putIfAbsent(following, node) == null) {
                    queue.add(following);
                }
            }
        }
        return cameFrom;
    }
}
