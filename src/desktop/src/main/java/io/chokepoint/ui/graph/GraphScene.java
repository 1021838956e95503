package io.chokepoint.ui.graph;

import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.ui.support.Focus;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Everything that is painted, at one moment. Immutable.
 *
 * @param glide whether things should move to their new places rather than jump
 * @param chain why the selected good, or else the headline good, falls short: from the restriction to it
 * @param numbers steps of the Why view by node, from the good back to the restriction; empty elsewhere
 * @param bright what is not dimmed; empty for all
 * @param up steps to each node from which the selected one is reached; empty without a single selection
 * @param down steps to each node that the selected one reaches
 * @param outOfDate whether the scenario has changed since the run, so that numbers are grey
 * @param hasRuns whether there are runs with drawn figures too, so that what is shown is to be named the central run's
 * @param opened the node whose makers are shown in its card
 */
record GraphScene(
        ColumnPicture picture,
        RunFacts facts,
        int week,
        Focus.Show show,
        boolean glide,
        Set<GraphNode> selected,
        List<GraphNode> chain,
        Map<GraphNode, Integer> numbers,
        Set<GraphNode> bright,
        Map<GraphNode, Integer> up,
        Map<GraphNode, Integer> down,
        Set<GraphNode> pinned,
        boolean outOfDate,
        boolean hasRuns,
        Optional<GraphNode> opened) {

    /** The same in another week. */
    GraphScene at(int otherWeek) {
        return new GraphScene(
                picture, facts, otherWeek, show, glide, selected, chain, numbers, bright, up, down, pinned, outOfDate,
                hasRuns, opened);
    }

    boolean isDim(GraphNode node) {
        return !bright.isEmpty() && !bright.contains(node);
    }

    /** Whether the edge is a link of the chain; where a good sells less, the chain runs against the flow, by way of its buyers. */
    boolean isChain(GraphEdge edge) {
        int from = chain.indexOf(edge.from());
        int to = chain.indexOf(edge.to());
        return from >= 0 && to >= 0 && Math.abs(from - to) == 1;
    }

    /** Whether the edge lies on a way to or from the selected node. */
    boolean isLit(GraphEdge edge) {
        return up.containsKey(edge.from()) && up.containsKey(edge.to())
                || down.containsKey(edge.from()) && down.containsKey(edge.to());
    }

    /** Whether some way is lit at all. */
    boolean hasLit() {
        return !up.isEmpty() || !down.isEmpty();
    }

    double output(GraphNode node) {
        return facts.facts(node).output(week);
    }
}
