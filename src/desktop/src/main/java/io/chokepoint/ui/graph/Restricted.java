package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.result.HeldFlows;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Restriction;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Which nodes a run's restrictions touched, and along which edges they held something back, in any week. Immutable. */
final class Restricted {
    private final Map<GraphNode, Mark> marks = new HashMap<>();
    private final Set<GraphEdge> edges = new HashSet<>();

    private record Ends(SupplyNode from, SupplyNode to) {}

    Restricted(StageGraph graph, SimulationResult result) {
        Map<GraphNode, List<Restriction>> byNode = new LinkedHashMap<>();
        for (int r = 0; r < result.reach().size(); r++) {
            Restriction restriction = result.scenario().restrictions().get(r);
            Set<Good> goods =
                    result.reach().get(r).touched().stream().map(Activity::good).collect(Collectors.toSet());
            for (GraphNode node : graph.nodes()) {
                if (node instanceof GraphNode.GoodNode of && goods.contains(of.good())) {
                    byNode.computeIfAbsent(node, unused -> new ArrayList<>()).add(restriction);
                }
            }
        }
        byNode.forEach((node, restrictions) -> marks.put(node, new Mark(restrictions)));
        Set<Ends> held = new HashSet<>();
        for (HeldFlows.Flow flow : result.heldFlows().flows()) {
            held.add(new Ends(
                    flow.maker().good(),
                    switch (flow.customer()) {
                        case Customer.Maker to -> to.activity().good();
                        case Customer.Buyers to -> to.market();
                    }));
        }
        graph.edges().stream()
                .filter(edge ->
                        held.contains(new Ends(edge.from().subject(), edge.to().subject())))
                .forEach(edges::add);
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
