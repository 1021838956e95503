package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.ui.support.Selection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The window's selection as nodes of a graph, and back. */
final class SelectedNodes {
    private SelectedNodes() {}

    static Selection selection(List<GraphNode> nodes) {
        return new Selection(nodes.stream().map(SelectedNodes::item).toList());
    }

    static Selection.Item item(GraphNode node) {
        return switch (node) {
            case GoodNode of -> new Selection.OfGood(of.good());
            case MarketNode of -> new Selection.OfMarket(of.market());
        };
    }

    static Set<GraphNode> of(Selection selection, RunFacts facts) {
        Set<GraphNode> nodes = new LinkedHashSet<>();
        for (Selection.Item item : selection.items()) {
            find(item, facts).ifPresent(nodes::add);
        }
        return nodes;
    }

    /** Where one thing alone is selected. */
    static Optional<GraphNode> single(Selection selection, RunFacts facts) {
        return selection.single().flatMap(item -> find(item, facts));
    }

    /** The node of a good, of a maker's good or of a market. */
    static Optional<GraphNode> find(Selection.Item item, RunFacts facts) {
        return switch (item) {
            case Selection.OfGood of -> facts.find(of.good());
            case Selection.OfMaker of -> facts.find(of.activity().good());
            case Selection.OfMarket of -> facts.find(of.market());
        };
    }
}
