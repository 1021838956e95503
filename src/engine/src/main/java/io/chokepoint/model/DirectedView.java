package io.chokepoint.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.jgrapht.Graph;
import org.jgrapht.GraphPath;
import org.jgrapht.alg.connectivity.KosarajuStrongConnectivityInspector;
import org.jgrapht.alg.shortestpath.BFSShortestPath;
import org.jgrapht.graph.AsUnmodifiableGraph;
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.graph.EdgeReversedGraph;
import org.jgrapht.graph.MaskSubgraph;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.BreadthFirstIterator;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * Some nodes and edges of the {@link SupplyGraph}, and what can be asked of them. The answers come from JGraphT; none of the algorithms
 * used here recurses, so chains may be of any length. Unmodifiable and safe to share between threads.
 *
 * <p>Answers are the same on every machine. Where a method names no other order, nodes come as a breadth-first search meets them, which
 * follows the edges of a node in the order of the graph.
 *
 * @param <N> its nodes
 * @param <E> its edges
 */
public final class DirectedView<N extends SupplyNode, E extends SupplyEdge> {
    private final Graph<N, E> graph;

    private DirectedView(Graph<N, E> graph) {
        this.graph = new AsUnmodifiableGraph<>(graph);
    }

    static <N extends SupplyNode, E extends SupplyEdge> DirectedView<N, E> of(
            Collection<? extends N> nodes,
            Collection<? extends E> edges,
            Function<? super E, ? extends N> from,
            Function<? super E, ? extends N> to) {
        return new DirectedView<>(draw(nodes, edges, from, to));
    }

    private static <N, E extends SupplyEdge> Graph<N, E> draw(
            Collection<? extends N> nodes,
            Collection<? extends E> edges,
            Function<? super E, ? extends N> from,
            Function<? super E, ? extends N> to) {
        Graph<N, E> drawn = new DirectedPseudograph<>(null, null, false);
        nodes.forEach(drawn::addVertex);
        edges.forEach(edge -> drawn.addEdge(from.apply(edge), to.apply(edge), edge));
        // JGraphT makes the sets that it hands out when first asked for them; threads that share the graph are to find
        // them made.
        drawn.edgeSet();
        for (N node : drawn.vertexSet()) {
            drawn.incomingEdgesOf(node);
            drawn.outgoingEdgesOf(node);
        }
        return drawn;
    }

    /** The same nodes with those edges only that are wanted; the predicate must always say the same of an edge. */
    public DirectedView<N, E> where(Predicate<? super E> wanted) {
        return new DirectedView<>(new MaskSubgraph<>(graph, node -> false, edge -> !wanted.test(edge)));
    }

    /** For what JGraphT can answer and this class does not ask. */
    public Graph<N, E> graph() {
        return graph;
    }

    /** In the order of the graph. */
    public Set<N> nodes() {
        return graph.vertexSet();
    }

    /** In the order of the graph. */
    public Set<E> edges() {
        return graph.edgeSet();
    }

    /** Where an edge starts in this view. */
    public N from(E edge) {
        return graph.getEdgeSource(edge);
    }

    /** Where an edge ends in this view. */
    public N to(E edge) {
        return graph.getEdgeTarget(edge);
    }

    /** Edges that end at a node, in the order of the graph. */
    public Set<E> into(N node) {
        return graph.incomingEdgesOf(node);
    }

    /** Edges that start at a node, in the order of the graph. */
    public Set<E> outOf(N node) {
        return graph.outgoingEdgesOf(node);
    }

    /**
     * All that is reached from a node, with the least number of steps to it; the node itself at 0. Nearest first.
     *
     * @throws IllegalArgumentException if the node is not in this graph
     */
    public Map<N, Integer> downstream(N from) {
        return distances(graph, from);
    }

    /**
     * All from which a node is reached, with the least number of steps from it; the node itself at 0. Nearest first.
     *
     * @throws IllegalArgumentException if the node is not in this graph
     */
    public Map<N, Integer> upstream(N to) {
        return distances(reversed(), to);
    }

    /**
     * All from which one of these nodes is reached, these included.
     *
     * @throws IllegalArgumentException if one of them is not in this graph
     */
    public Set<N> upstream(Collection<? extends N> to) {
        return reached(reversed(), to);
    }

    /**
     * All that is reached from one of these nodes, these included.
     *
     * @throws IllegalArgumentException if one of them is not in this graph
     */
    public Set<N> downstream(Collection<? extends N> from) {
        return reached(graph, from);
    }

    private Graph<N, E> reversed() {
        return new EdgeReversedGraph<>(graph);
    }

    private static <N, E> Map<N, Integer> distances(Graph<N, E> graph, N from) {
        BreadthFirstIterator<N, E> search = new BreadthFirstIterator<>(graph, from);
        Map<N, Integer> steps = new LinkedHashMap<>();
        search.forEachRemaining(node -> steps.put(node, search.getDepth(node)));
        return Collections.unmodifiableMap(steps);
    }

    private static <N, E> Set<N> reached(Graph<N, E> graph, Collection<? extends N> from) {
        Set<N> reached = new LinkedHashSet<>();
        new BreadthFirstIterator<>(graph, List.<N>copyOf(from)).forEachRemaining(reached::add);
        return Collections.unmodifiableSet(reached);
    }

    /** Nodes on some way from one to the other, both included, nearest to the first first; empty where there is no way. */
    public Set<N> between(N from, N to) {
        Set<N> on = new LinkedHashSet<>(downstream(from).keySet());
        on.retainAll(upstream(to).keySet());
        return Collections.unmodifiableSet(on);
    }

    /**
     * A way with the fewest steps, both ends included. Where several are as short, the one whose first step is strongest, then whose
     * second is, and so on; of equally strong ones the first in the order of the graph.
     *
     * @return empty where there is no way; the node alone from a node to itself
     */
    public List<N> shortestWay(N from, N to, ToDoubleFunction<? super E> strength) {
        List<E> strongestFirst = new ArrayList<>(graph.edgeSet());
        strongestFirst.sort(Comparator.<E>comparingDouble(strength).reversed());
        // A breadth-first search meets a node first by the way that is first in the order of its edges.
        Graph<N, E> ordered = draw(graph.vertexSet(), strongestFirst, graph::getEdgeSource, graph::getEdgeTarget);
        GraphPath<N, E> way = BFSShortestPath.findPathBetween(ordered, from, to);
        return way == null ? List.of() : List.copyOf(way.getVertexList());
    }

    /**
     * The strongly connected parts: nodes that reach each other are in one, any other is a part of its own. In the order of the
     * condensation: a part comes after all from which it is reached. Within a part, the order of the graph.
     */
    public List<Set<N>> parts() {
        Map<N, Integer> partOf = new HashMap<>();
        List<Set<N>> parts = new ArrayList<>();
        // JGraphT's own condensation filters all edges once for each part, which takes too long for 5,000 goods.
        Graph<Integer, DefaultEdge> condensation = new SimpleDirectedGraph<>(DefaultEdge.class);
        for (Set<N> connected : new KosarajuStrongConnectivityInspector<>(graph).stronglyConnectedSets()) {
            connected.forEach(node -> partOf.put(node, parts.size()));
            condensation.addVertex(parts.size());
            parts.add(new LinkedHashSet<>());
        }
        for (N node : graph.vertexSet()) {
            parts.get(part(node, partOf)).add(node);
        }
        for (E edge : graph.edgeSet()) {
            int from = part(graph.getEdgeSource(edge), partOf);
            int to = part(graph.getEdgeTarget(edge), partOf);
            if (from != to) {
                condensation.addEdge(from, to);
            }
        }
        List<Set<N>> ordered = new ArrayList<>();
        new TopologicalOrderIterator<>(condensation)
                .forEachRemaining(part -> ordered.add(Collections.unmodifiableSet(parts.get(part))));
        return Collections.unmodifiableList(ordered);
    }

    private static <N> int part(N node, Map<N, Integer> partOf) {
        return Objects.requireNonNull(partOf.get(node));
    }

    /**
     * A shortest loop of each part that has one, through the part's node that comes first as the start of an edge, in the order of
     * these edges. A loop begins with that node and follows the edges; the edge back to the start is not repeated as a node.
     */
    public List<List<N>> loops() {
        Map<N, Set<N>> looped = looped();
        List<List<N>> loops = new ArrayList<>();
        Set<N> done = new HashSet<>();
        for (E edge : graph.edgeSet()) {
            N start = graph.getEdgeSource(edge);
            Set<N> part = looped.get(start);
            if (part != null && !done.contains(start)) {
                loops.add(shortestLoop(start));
                done.addAll(part);
            }
        }
        return Collections.unmodifiableList(loops);
    }

    /** Nodes on loops, each with its part. */
    private Map<N, Set<N>> looped() {
        Map<N, Set<N>> looped = new HashMap<>();
        for (Set<N> part : parts()) {
            N any = part.iterator().next();
            if (part.size() > 1 || graph.containsEdge(any, any)) {
                part.forEach(node -> looped.put(node, part));
            }
        }
        return looped;
    }

    private List<N> shortestLoop(N start) {
        BreadthFirstIterator<N, E> search = new BreadthFirstIterator<>(graph, start);
        N last = search.next();
        while (!graph.containsEdge(last, start)) {
            last = search.next();
        }
        List<N> loop = new ArrayList<>();
        for (N node = last; !node.equals(start); node = search.getParent(node)) {
            loop.add(node);
        }
        loop.add(start);
        return Collections.unmodifiableList(loop.reversed());
    }

    /**
     * All nodes, each after those that its edges lead to, as far as loops allow: what lies on a loop or leads to one comes last, in the
     * order of the graph. Otherwise, of nodes whose turn has come, the one whose turn came first goes first, and of those whose turn it
     * is from the start, the first in the order of the graph.
     */
    public List<N> downstreamFirst() {
        Set<N> looped = upstream(looped().keySet());
        Graph<N, E> others = new MaskSubgraph<>(graph, looped::contains, edge -> false);
        List<N> order = new ArrayList<>();
        new TopologicalOrderIterator<>(new EdgeReversedGraph<>(others)).forEachRemaining(order::add);
        graph.vertexSet().stream().filter(looped::contains).forEach(order::add);
        return Collections.unmodifiableList(order);
    }
}
