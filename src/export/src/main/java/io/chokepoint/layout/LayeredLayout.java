package io.chokepoint.layout;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Lays a graph out in columns from left to right, one for each stage, with few crossings ({@link CrossingReduction}): the same graph
 * gets the same picture on any machine. Takes some hundredths of a second for 300 goods, up to a second for 5,000: call it off the UI
 * thread. Thread-safe; keeps the last few layouts by the graph's fingerprint.
 */
public final class LayeredLayout {
    private static final int KEPT = 4;
    private static final int MOST_STARTS = 8;
    /** Edges that all starts together may look at, which bounds the time for large graphs. */
    private static final int WORK = 8_000;

    private final Map<Long, FutureTask<GraphLayout>> cache = new LinkedHashMap<>();

    /** The layout of the graph, from the cache where it is known; waits where another thread is at it. */
    public GraphLayout layout(StageGraph graph) {
        FutureTask<GraphLayout> task = task(graph);
        // Whoever comes first does the work; run() does nothing for the others.
        task.run();
        try {
            return task.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the graph could not be laid out", e.getCause());
        }
    }

    /** Whether the layout of the graph is known, so that asking for it takes no time. */
    public synchronized boolean knows(StageGraph graph) {
        FutureTask<GraphLayout> task = cache.get(graph.fingerprint());
        return task != null && task.isDone();
    }

    private synchronized FutureTask<GraphLayout> task(StageGraph graph) {
        long key = graph.fingerprint();
        FutureTask<GraphLayout> known = cache.get(key);
        if (known == null) {
            known = new FutureTask<>(() -> compute(graph));
            if (cache.size() >= KEPT) {
                cache.remove(cache.keySet().iterator().next());
            }
            cache.put(key, known);
        }
        return known;
    }

    /** The layout of the graph, computed anew. */
    static GraphLayout compute(StageGraph graph) {
        List<List<GraphNode>> columns =
                graph.stages().stream().map(graph::nodesOf).toList();
        Map<GraphNode, Double> heights = new HashMap<>();
        for (List<GraphNode> column : columns) {
            for (int place = 0; place < column.size(); place++) {
                heights.put(column.get(place), (place + 0.5) / column.size());
            }
        }
        int starts = Math.clamp(WORK / Math.max(1, graph.edges().size()), 1, MOST_STARTS);
        return new GraphLayout(
                NodeOrder.reduce(graph, columns, node -> heights.getOrDefault(node, 0.5), node -> true, starts));
    }
}
