package io.chokepoint.layout;

import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Stage;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset as the picture shows it: goods and markets in the columns of their stages, and the edges between them. Immutable.
 *
 * <p>Markets stand in the last stage if no good does, otherwise in a stage of their own after it.
 */
public final class StageGraph {
    private final Dataset dataset;
    private final List<Stage> stages;
    private final Map<String, GraphNode> nodes = new LinkedHashMap<>();
    private final List<GraphEdge> edges = new ArrayList<>();
    private final Map<GraphNode, List<GraphEdge>> inputs = new LinkedHashMap<>();
    private final Map<GraphNode, List<GraphEdge>> uses = new LinkedHashMap<>();
    private final Map<Stage, List<GraphNode>> byStage = new LinkedHashMap<>();
    private final Map<Stage, Integer> columns = new LinkedHashMap<>();
    private final Optional<Stage> marketStage;

    public StageGraph(Dataset dataset) {
        this.dataset = dataset;
        dataset.goods().forEach(good -> addNode(new GoodNode(good)));
        List<Stage> all = new ArrayList<>(dataset.stages());
        marketStage = dataset.markets().isEmpty() ? Optional.empty() : Optional.of(stageOfMarkets(dataset));
        marketStage.filter(stage -> !all.contains(stage)).ifPresent(all::add);
        marketStage.ifPresent(stage -> dataset.markets().forEach(market -> addNode(new MarketNode(market, stage))));
        for (GraphNode node : nodes.values()) {
            byStage.computeIfAbsent(node.stage(), unused -> new ArrayList<>()).add(node);
        }
        stages = all.stream().filter(byStage::containsKey).toList();
        for (int column = 0; column < stages.size(); column++) {
            columns.put(stages.get(column), column);
        }
        for (Dependency dependency : dataset.dependencies()) {
            double strength = dependency.criticality().central();
            addEdge(new GraphEdge(
                    node(dependency.input()), node(dependency.consumer()), strength, Optional.of(dependency)));
        }
        dataset.markets().forEach(market -> addOffers(dataset, market));
    }

    private static Stage stageOfMarkets(Dataset dataset) {
        List<Stage> stages = dataset.stages();
        if (!stages.isEmpty()) {
            Stage last = stages.getLast();
            if (dataset.goods().stream().noneMatch(good -> good.stage().equals(last))) {
                return last;
            }
        }
        int order = stages.isEmpty() ? 0 : stages.getLast().order() + 1;
        return new Stage("markets", "Markets", order);
    }

    private void addNode(GraphNode node) {
        nodes.put(node.id(), node);
        inputs.put(node, new ArrayList<>());
        uses.put(node, new ArrayList<>());
    }

    private void addEdge(GraphEdge edge) {
        if (edge.from().equals(edge.to())) {
            return;
        }
        edges.add(edge);
        list(uses, edge.from()).add(edge);
        list(inputs, edge.to()).add(edge);
    }

    /** One edge a product: its part of the market's function at baseline (model page, section 2). */
    private void addOffers(Dataset dataset, Market market) {
        Map<Good, Double> function = new LinkedHashMap<>();
        for (Offer offer : market.offers()) {
            double share = 1;
            if (offer.provider() != null) {
                share = dataset.suppliesOf(offer.product()).stream()
                        .filter(supply -> supply.provider().equals(offer.provider()))
                        .mapToDouble(supply -> supply.share().central())
                        .sum();
            }
            double brings = offer.functionPerUnit() * offer.useShare().central() * share;
            function.merge(offer.product(), brings, Double::sum);
        }
        double total =
                function.values().stream().mapToDouble(Double::doubleValue).sum();
        GraphNode to = node(market);
        function.forEach((product, brings) ->
                addEdge(new GraphEdge(node(product), to, total > 0 ? brings / total : 0, Optional.empty())));
    }

    private static List<GraphEdge> list(Map<GraphNode, List<GraphEdge>> map, GraphNode node) {
        List<GraphEdge> found = map.get(node);
        if (found == null) {
            throw new IllegalArgumentException("'" + node.id() + "' is not in this graph");
        }
        return found;
    }

    public Dataset dataset() {
        return dataset;
    }

    /** Upstream to downstream, without empty ones. */
    public List<Stage> stages() {
        return stages;
    }

    /** Place of a stage from upstream, from 0. */
    public int column(Stage stage) {
        Integer column = columns.get(stage);
        if (column == null) {
            throw new IllegalArgumentException("stage '" + stage.id() + "' is not in this graph");
        }
        return column;
    }

    /** The stage in which markets stand, if the dataset has any. */
    public Optional<Stage> marketStage() {
        return marketStage;
    }

    /** Goods, then markets, each in dataset order. */
    public List<GraphNode> nodes() {
        return List.copyOf(nodes.values());
    }

    public List<GraphNode> nodesOf(Stage stage) {
        return Collections.unmodifiableList(byStage.getOrDefault(stage, List.of()));
    }

    public Optional<GraphNode> find(String id) {
        return Optional.ofNullable(nodes.get(id));
    }

    /** @throws IllegalArgumentException if the good is not in this graph */
    public GraphNode node(Good good) {
        return get(good.id());
    }

    /** @throws IllegalArgumentException if the market is not in this graph */
    public GraphNode node(Market market) {
        return get(MarketNode.PREFIX + market.id());
    }

    private GraphNode get(String id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("'" + id + "' is not in this graph"));
    }

    public List<GraphEdge> edges() {
        return Collections.unmodifiableList(edges);
    }

    /** Edges to the node, in dataset order. */
    public List<GraphEdge> inputs(GraphNode node) {
        return Collections.unmodifiableList(list(inputs, node));
    }

    /** Edges from the node, in dataset order. */
    public List<GraphEdge> uses(GraphNode node) {
        return Collections.unmodifiableList(list(uses, node));
    }

    /** All that is reached from the node along the edges, with the least number of steps; itself at 0. */
    public Map<GraphNode, Integer> downstream(GraphNode from) {
        return distances(from, true);
    }

    /** All from which the node is reached along the edges, with the least number of steps; itself at 0. */
    public Map<GraphNode, Integer> upstream(GraphNode from) {
        return distances(from, false);
    }

    /** Nodes on some path from one to the other, both included; empty where there is none. */
    public Set<GraphNode> between(GraphNode from, GraphNode to) {
        Set<GraphNode> on = new LinkedHashSet<>(downstream(from).keySet());
        on.retainAll(upstream(to).keySet());
        return on;
    }

    private Map<GraphNode, Integer> distances(GraphNode from, boolean down) {
        Map<GraphNode, Integer> steps = new LinkedHashMap<>();
        Deque<GraphNode> queue = new ArrayDeque<>();
        steps.put(from, 0);
        queue.add(from);
        while (!queue.isEmpty()) {
            GraphNode node = queue.remove();
            int next = steps.getOrDefault(node, 0) + 1;
            for (GraphEdge edge : down ? uses(node) : inputs(node)) {
                GraphNode neighbour = down ? edge.to() : edge.from();
                if (steps.putIfAbsent(neighbour, next) == null) {
                    queue.add(neighbour);
                }
            }
        }
        return steps;
    }

    /** Equal for graphs that get the same base layout: nodes with their stages, and edges. Not a security hash. */
    public long fingerprint() {
        long hash = 1125899906842597L;
        for (GraphNode node : nodes.values()) {
            hash = 31 * hash + node.id().hashCode();
            hash = 31 * hash + column(node.stage());
        }
        for (GraphEdge edge : edges) {
            hash = 31 * hash + edge.from().id().hashCode();
            hash = 37 * hash + edge.to().id().hashCode();
        }
        return hash;
    }
}
