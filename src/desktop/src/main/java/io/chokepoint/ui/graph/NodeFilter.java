package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Supply;
import io.chokepoint.ui.support.Focus;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which nodes a filter lets through: those that pass each part of it that is on. */
record NodeFilter(Focus focus, Dataset dataset) {

    /** In the graph's order; the caller may change the set. */
    Set<GraphNode> admitted(StageGraph graph) {
        Set<GraphNode> admitted = new LinkedHashSet<>();
        for (GraphNode node : graph.nodes()) {
            if (admits(node)) {
                admitted.add(node);
            }
        }
        return admitted;
    }

    boolean admits(GraphNode node) {
        if (!focus.stages().isEmpty() && !focus.stages().contains(node.stage().id())) {
            return false;
        }
        return switch (node) {
            case GoodNode of -> admitsGood(of);
            case MarketNode of ->
                passes(focus.tags(), of.market().tags())
                        && passes(focus.countries(), List.of(of.market().country()))
                        && focus.providers().isEmpty();
        };
    }

    private boolean admitsGood(GoodNode of) {
        List<Supply> supplies = dataset.suppliesOf(of.good());
        return passes(focus.tags(), of.good().tags())
                && passes(
                        focus.countries(),
                        supplies.stream()
                                .map(supply -> supply.provider().country())
                                .toList())
                && passes(
                        focus.providers(),
                        supplies.stream().map(supply -> supply.provider().id()).toList());
    }

    private static boolean passes(Set<String> wanted, List<String> has) {
        return wanted.isEmpty() || has.stream().anyMatch(wanted::contains);
    }
}
