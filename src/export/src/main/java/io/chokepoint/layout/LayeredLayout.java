package io.chokepoint.layout;

import io.chokepoint.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.eclipse.elk.alg.layered.LayeredLayoutProvider;
import org.eclipse.elk.alg.layered.options.LayeredMetaDataProvider;
import org.eclipse.elk.alg.layered.options.LayeredOptions;
import org.eclipse.elk.alg.layered.options.LayeringStrategy;
import org.eclipse.elk.core.data.LayoutMetaDataService;
import org.eclipse.elk.core.options.CoreOptions;
import org.eclipse.elk.core.options.Direction;
import org.eclipse.elk.core.options.EdgeRouting;
import org.eclipse.elk.core.util.BasicProgressMonitor;
import org.eclipse.elk.graph.ElkNode;
import org.eclipse.elk.graph.util.ElkGraphUtil;

/**
 * Lays a graph out in columns from left to right by ELK Layered (Sugiyama, Tagawa, Toda 1981): each stage is a layer, the seed is
 * fixed, so the same graph gets the same picture on any machine. Takes some tenths of a second for 300 goods: call it off the UI
 * thread. Thread-safe; keeps the last few layouts by the graph's fingerprint.
 *
 * <p>Above {@link #LARGEST_FOR_ELK} nodes the order comes from barycentre sweeps alone, which take no more than a second for 5,000.
 */
public final class LayeredLayout {
    /** Largest number of nodes given to ELK. */
    static final int LARGEST_FOR_ELK = 1_000;

    private static final int KEPT = 4;
    private static final int SEED = 1;
    private static final double NODE_WIDTH = 108;
    private static final double NODE_HEIGHT = 60;
    private static final double COLUMN_PITCH = 160;
    private static final double ROW_PITCH = 72;
    private static final int SWEEPS = 12;

    static {
        LayoutMetaDataService.getInstance().registerLayoutMetaDataProviders(new LayeredMetaDataProvider());
    }

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
        return new GraphLayout(graph, graph.nodes().size() <= LARGEST_FOR_ELK ? byElk(graph) : byBarycentre(graph));
    }

    private static Map<GraphNode, Box> byElk(StageGraph graph) {
        ElkNode root = ElkGraphUtil.createGraph();
        root.setProperty(CoreOptions.ALGORITHM, "org.eclipse.elk.layered");
        root.setProperty(CoreOptions.DIRECTION, Direction.RIGHT);
        // Stages become layers by where nodes stand at first. ELK's own partitions would do too, but their result hangs
        // on the
        // identity hashes of its objects and so differs from run to run.
        root.setProperty(LayeredOptions.LAYERING_STRATEGY, LayeringStrategy.INTERACTIVE);
        root.setProperty(CoreOptions.RANDOM_SEED, SEED);
        root.setProperty(CoreOptions.EDGE_ROUTING, EdgeRouting.POLYLINE);
        root.setProperty(CoreOptions.SEPARATE_CONNECTED_COMPONENTS, false);

        Map<GraphNode, ElkNode> elk = new LinkedHashMap<>();
        for (GraphNode node : graph.nodes()) {
            ElkNode made = ElkGraphUtil.createNode(root);
            made.setDimensions(NODE_WIDTH, NODE_HEIGHT);
            made.setLocation(graph.column(node.stage()) * COLUMN_PITCH, elk.size() * ROW_PITCH);
            elk.put(node, made);
        }
        for (GraphEdge edge : graph.edges()) {
            // An edge within a stage would split its column, and one that runs back would be drawn round the whole
            // picture.
            if (graph.column(edge.from().stage()) < graph.column(edge.to().stage())) {
                ElkGraphUtil.createSimpleEdge(elk.get(edge.from()), elk.get(edge.to()));
            }
        }
        new LayeredLayoutProvider().layout(root, new BasicProgressMonitor());
        Map<GraphNode, Box> boxes = new LinkedHashMap<>();
        elk.forEach(
                (node, made) -> boxes.put(node, new Box(made.getX(), made.getY(), made.getWidth(), made.getHeight())));
        return boxes;
    }

    /** Sweeps right and left, each time ordering a column by the mean height of its neighbours. */
    private static Map<GraphNode, Box> byBarycentre(StageGraph graph) {
        List<List<GraphNode>> columns = new ArrayList<>();
        Map<GraphNode, Double> heights = new LinkedHashMap<>();
        for (Stage stage : graph.stages()) {
            List<GraphNode> column = new ArrayList<>(graph.nodesOf(stage));
            columns.add(column);
            spread(column, heights);
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int step = 0; step < columns.size(); step++) {
                List<GraphNode> column = columns.get(sweep % 2 == 0 ? step : columns.size() - 1 - step);
                Map<GraphNode, Double> wanted = new LinkedHashMap<>();
                for (GraphNode node : column) {
                    wanted.put(node, meanHeight(graph, node, heights));
                }
                column.sort(Comparator.comparingDouble((GraphNode node) -> wanted.getOrDefault(node, 0.0))
                        .thenComparing(GraphNode::id));
                spread(column, heights);
            }
        }
        Map<GraphNode, Box> boxes = new LinkedHashMap<>();
        for (int index = 0; index < columns.size(); index++) {
            List<GraphNode> column = columns.get(index);
            for (int rank = 0; rank < column.size(); rank++) {
                boxes.put(column.get(rank), new Box(index * COLUMN_PITCH, rank * ROW_PITCH, NODE_WIDTH, NODE_HEIGHT));
            }
        }
        return boxes;
    }

    private static void spread(List<GraphNode> column, Map<GraphNode, Double> heights) {
        for (int rank = 0; rank < column.size(); rank++) {
            heights.put(column.get(rank), (rank + 0.5) / column.size());
        }
    }

    private static double meanHeight(StageGraph graph, GraphNode node, Map<GraphNode, Double> heights) {
        double sum = 0;
        int count = 0;
        for (GraphEdge edge : graph.inputs(node)) {
            if (!edge.isWithinStage()) {
                sum += heights.getOrDefault(edge.from(), 0.5);
                count++;
            }
        }
        for (GraphEdge edge : graph.uses(node)) {
            if (!edge.isWithinStage()) {
                sum += heights.getOrDefault(edge.to(), 0.5);
                count++;
            }
        }
        return count == 0 ? heights.getOrDefault(node, 0.5) : sum / count;
    }
}
