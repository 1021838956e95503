package io.chokepoint.model;

import io.chokepoint.model.SupplyEdge.Sale;
import io.chokepoint.model.SupplyEdge.StandIn;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The graph that people see (model page, section 2): goods and markets, and between them what goes where. Every question of what hangs
 * on what is asked of one of its views; each {@link Dataset} has one such graph ({@link Dataset#graph()}). May hold cycles. Unmodifiable
 * and safe to share between threads.
 *
 * <p>Nodes: goods, then markets, each in dataset order. Edges: dependencies, then stand-ins, then sales; the first two in the order of
 * the dependencies, sales in that of the markets and their offers.
 */
public final class SupplyGraph {
    private final DirectedView<SupplyNode, SupplyEdge> all;
    private final DirectedView<SupplyNode, SupplyEdge> flows;
    private final DirectedView<Good, Dependency> dependencies;
    private final DirectedView<Good, StandIn> standIns;

    /** @throws IllegalArgumentException if a dependency, an alternative or an offer is of a good that is not among the dataset's */
    SupplyGraph(Dataset dataset) {
        List<StandIn> alternatives = dataset.dependencies().stream()
                .flatMap(need -> need.alternatives().stream().map(by -> new StandIn(need, by)))
                .toList();
        List<SupplyNode> nodes = new ArrayList<>(dataset.goods());
        nodes.addAll(dataset.markets());
        List<SupplyEdge> edges = new ArrayList<>(dataset.dependencies());
        edges.addAll(alternatives);
        dataset.markets().forEach(market -> edges.addAll(sales(market)));
        all = DirectedView.of(nodes, edges, SupplyEdge::from, SupplyEdge::to);
        flows = all.where(edge -> !(edge instanceof StandIn));
        dependencies =
                DirectedView.of(dataset.goods(), dataset.dependencies(), Dependency::input, Dependency::consumer);
        standIns = DirectedView.of(
                dataset.goods(),
                alternatives,
                edge -> edge.need().input(),
                edge -> edge.alternative().good());
    }

    private static List<Sale> sales(Market market) {
        Map<Good, List<Offer>> byProduct = new LinkedHashMap<>();
        for (Offer offer : market.offers()) {
            byProduct
                    .computeIfAbsent(offer.product(), unused -> new ArrayList<>())
                    .add(offer);
        }
        return byProduct.entrySet().stream()
                .map(entry -> new Sale(entry.getKey(), market, entry.getValue()))
                .toList();
    }

    /** Everything that may ever go to somebody: inputs, what stands in for them, products for markets. */
    public DirectedView<SupplyNode, SupplyEdge> all() {
        return all;
    }

    /** What goes to somebody while nothing is restricted: inputs, and products for markets. */
    public DirectedView<SupplyNode, SupplyEdge> flows() {
        return flows;
    }

    /** Goods and markets with the tag, and all from which some of {@link #flows()} lead to one of them, directly or not. */
    public Set<SupplyNode> leadingTo(String tag) {
        return flows.upstream(
                flows.nodes().stream().filter(node -> node.hasTag(tag)).toList());
    }

    /** Goods only, from input to consumer. */
    public DirectedView<Good, Dependency> dependencies() {
        return dependencies;
    }

    /** The same alternatives as in {@link #all()}, drawn from the input to the good that stands in for it, whoever the consumer is. */
    public DirectedView<Good, StandIn> standIns() {
        return standIns;
    }
}
