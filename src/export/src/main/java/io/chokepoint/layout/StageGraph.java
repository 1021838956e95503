package io.chokepoint.layout;

import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DirectedView;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Stage;
import io.chokepoint.model.SupplyEdge;
import io.chokepoint.model.SupplyEdge.Sale;
import io.chokepoint.model.SupplyEdge.StandIn;
import io.chokepoint.model.SupplyNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A dataset as the picture shows it: goods and markets in the columns of their stages, and the flows between them. What
 * leads where is asked of the dataset's graph. Immutable.
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
    private final Map<GraphNode, GraphEdge> ownUses = new LinkedHashMap<>();
    private final Map<Stage, List<GraphNode>> byStage = new LinkedHashMap<>();
    private final Map<Stage, Integer> columns = new LinkedHashMap<>();
    private final Optional<Stage> marketStage;
    private final DirectedView<SupplyNode, SupplyEdge> flows;
    /** By market, what all products do of its function at baseline, in its units. */
    private final Map<Market, Double> functions = new LinkedHashMap<>();

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
        flows = dataset.graph().flows();
        for (Market market : dataset.markets()) {
            // Nothing but sales leads into a market.
            double function = flows.into(market).stream()
                    .map(Sale.class::cast)
                    .mapToDouble(this::brings)
                    .sum();
            functions.put(market, function);
        }
        flows.edges().forEach(this::addEdge);
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

    /** What a good needs of itself leads from no place to another: it is kept apart, and drawn as a loop. */
    private void addEdge(SupplyEdge flow) {
        GraphNode from = node(flow.from());
        GraphNode to = node(flow.to());
        Optional<Dependency> dependency = flow instanceof Dependency need ? Optional.of(need) : Optional.empty();
        GraphEdge edge = new GraphEdge(from, to, strength(flow), dependency);
        if (from.equals(to)) {
            ownUses.put(from, edge);
            return;
        }
        edges.add(edge);
        list(uses, from).add(edge);
        list(inputs, to).add(edge);
    }

    /** What a good needs of its own output; it is among neither inputs nor uses. */
    public Optional<GraphEdge> ownUse(GraphNode node) {
        return Optional.ofNullable(ownUses.get(node));
    }

    /** See {@link GraphEdge#strength()}. */
    private double strength(SupplyEdge flow) {
        return switch (flow) {
            case Dependency need -> need.criticality().central();
            case Sale sale -> {
                double function = functions.getOrDefault(sale.market(), 0.0);
                yield function > 0 ? brings(sale) / function : 0;
            }
            // Not among the flows.
            case StandIn standIn -> 0;
        };
    }

    /** What the product does of the market's function at baseline (model page, section 2), in the market's units. */
    private double brings(Sale sale) {
        double brings = 0;
        for (Offer offer : sale.offers()) {
            double share = 1;
            if (offer.provider() != null) {
                share = dataset.suppliesOf(offer.product()).stream()
                        .filter(supply -> supply.provider().equals(offer.provider()))
                        .mapToDouble(supply -> supply.share().central())
                        .sum();
            }
            brings += offer.functionPerUnit() * offer.useShare().central() * share;
        }
        return brings;
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

    /** @throws IllegalArgumentException if the good or market is not in this graph */
    public GraphNode node(SupplyNode of) {
        String id = of instanceof Market ? MarketNode.PREFIX + of.id() : of.id();
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

    /** All that is reached from the node along the edges, with the least number of steps; itself at 0. Nearest first. */
    public Map<GraphNode, Integer> downstream(GraphNode from) {
        return drawn(flows.downstream(from.subject()));
    }

    /** All from which the node is reached along the edges, with the least number of steps; itself at 0. Nearest first. */
    public Map<GraphNode, Integer> upstream(GraphNode from) {
        return drawn(flows.upstream(from.subject()));
    }

    private Map<GraphNode, Integer> drawn(Map<SupplyNode, Integer> steps) {
        Map<GraphNode, Integer> drawn = new LinkedHashMap<>();
        steps.forEach((of, count) -> drawn.put(node(of), count));
        return drawn;
    }

    /** Nodes on some path from one to the other, both included; empty where there is none. Nearest to the first first. */
    public Set<GraphNode> between(GraphNode from, GraphNode to) {
        Set<GraphNode> on = new LinkedHashSet<>();
        flows.between(from.subject(), to.subject()).forEach(of -> on.add(node(of)));
        return on;
    }

    /**
     * The way with the fewest steps, both ends included; where several are as short, each step takes the strongest edge. Empty where
     * there is none.
     */
    public List<GraphNode> shortestWay(GraphNode from, GraphNode to) {
        return flows.shortestWay(from.subject(), to.subject(), this::strength).stream()
                .map(this::node)
                .toList();
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
