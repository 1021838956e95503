package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Supply;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Which nodes and edges a scenario restricts, whenever it does so. Immutable. */
final class Restricted {
    private final StageGraph graph;
    private final Dataset dataset;
    private final Map<GraphNode, List<Restriction>> byNode = new LinkedHashMap<>();
    private final Map<GraphNode, Mark> marks = new HashMap<>();
    private final Set<GraphEdge> edges = new HashSet<>();

    Restricted(StageGraph graph, Dataset dataset, Scenario scenario) {
        this.graph = graph;
        this.dataset = dataset;
        scenario.restrictions().forEach(this::add);
        byNode.forEach((node, restrictions) -> marks.put(node, new Mark(restrictions)));
    }

    private void add(Restriction restriction) {
        List<Selector> selectors = restriction.terms().select();
        Optional<Set<SupplyNode>> ends = restriction.terms().endUse().map(dataset.graph()::leadingTo);
        for (GraphNode node : graph.nodes()) {
            if (!(node instanceof GoodNode of)) {
                continue;
            }
            List<Supply> makers = dataset.suppliesOf(of.good()).stream()
                    .filter(supply -> selectors.stream().anyMatch(s -> s.matchesMaker(supply.activity())))
                    .toList();
            if (makers.isEmpty()) {
                continue;
            }
            if (restriction.kind().isOfMakers()) {
                note(node, restriction);
                continue;
            }
            for (GraphEdge edge : graph.uses(node)) {
                boolean endsThere =
                        ends.isEmpty() || ends.get().contains(edge.to().subject());
                if (endsThere && selectsFlow(selectors, makers, edge.to())) {
                    edges.add(edge);
                    note(node, restriction);
                }
            }
        }
    }

    private boolean selectsFlow(List<Selector> selectors, List<Supply> makers, GraphNode to) {
        List<Customer> customers = switch (to) {
            case MarketNode of -> List.of(new Customer.Buyers(of.market()));
            case GoodNode of ->
                dataset.suppliesOf(of.good()).stream()
                        .<Customer>map(supply -> new Customer.Maker(supply.activity()))
                        .toList();
        };
        return makers.stream()
                .anyMatch(maker -> customers.stream()
                        .anyMatch(customer ->
                                selectors.stream().anyMatch(s -> s.matchesFlow(maker.activity(), customer))));
    }

    private void note(GraphNode node, Restriction restriction) {
        List<Restriction> known = byNode.computeIfAbsent(node, unused -> new ArrayList<>());
        if (!known.contains(restriction)) {
            known.add(restriction);
        }
    }

    Optional<Mark> mark(GraphNode node) {
        return Optional.ofNullable(marks.get(node));
    }

    Set<GraphNode> nodes() {
        return Set.copyOf(marks.keySet());
    }

    boolean isRestricted(GraphEdge edge) {
        return edges.contains(edge);
    }
}
