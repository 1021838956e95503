package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Stage;
import io.chokepoint.ui.support.Focus;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which nodes and stages a picture is to hold, and what lies on its straight line, before there is any question of room.
 *
 * @param admitted nodes that the filter lets through
 * @param hit those below 99 % in any week, or all of them where a choice of nodes is shown whatever their loss
 * @param foremost those of the hit that fall short rather than only sell less
 * @param lost lost output by node, in weeks; of two runs the larger
 * @param spine from the restriction to the headline good, or the way that is shown
 * @param isWay whether only the stages of a way are shown, each open
 */
record Contents(
        Set<GraphNode> admitted,
        Set<GraphNode> hit,
        Set<GraphNode> foremost,
        Set<GraphNode> restricted,
        Map<GraphNode, Double> lost,
        List<GraphNode> spine,
        Set<Stage> stages,
        boolean isWay) {

    /**
     * @param together the runs laid out on one picture, this one among them
     * @param kept hit in earlier runs of one drag, so that nothing goes before it ends
     * @param why the way of the Why view; empty elsewhere
     * @param only shown alone with its neighbours
     */
    static Contents of(
            RunFacts run,
            List<RunFacts> together,
            Set<GraphNode> kept,
            Focus focus,
            Optional<Way> why,
            Optional<GraphNode> only) {
        StageGraph graph = run.graph();
        Set<GraphNode> admitted = admitted(run, focus, only);
        Set<GraphNode> hit = new LinkedHashSet<>(kept);
        Set<GraphNode> foremost = new LinkedHashSet<>();
        Set<GraphNode> restricted = new LinkedHashSet<>();
        Map<GraphNode, Double> lost = new HashMap<>();
        for (RunFacts each : together) {
            hit.addAll(each.hit());
            foremost.addAll(each.fallShort());
            restricted.addAll(each.restricted());
            each.lost().forEach((node, weeks) -> lost.merge(node, weeks, Math::max));
        }
        List<GraphNode> spine = run.spine();
        Set<Stage> stages = new LinkedHashSet<>(graph.stages());
        boolean path = focus.show() == Focus.Show.PATH
                && focus.from().isPresent()
                && focus.to().isPresent();
        if (why.isPresent()) {
            spine = why.get().nodes();
            stages = stagesOf(spine);
            // Where a path does not reach the goods that answers speak of first, that is part of the answer.
            run.headlineStage().ifPresent(stages::add);
            admitted.addAll(spine);
        } else if (path) {
            GraphNode from = graph.node(focus.from().orElseThrow());
            GraphNode to = graph.node(focus.to().orElseThrow());
            spine = graph.shortestWay(from, to);
            hit = graph.between(from, to);
            admitted.retainAll(hit);
            admitted.addAll(spine);
            stages = stagesOf(admitted);
        } else if (only.isPresent()) {
            hit = admitted;
            stages = stagesOf(admitted);
        } else if (focus.isFiltered()) {
            stages = stagesOf(admitted);
        }
        return new Contents(
                admitted,
                hit,
                foremost,
                restricted,
                lost,
                spine.stream().filter(admitted::contains).toList(),
                stages,
                why.isPresent() || path);
    }

    /** The nodes that filters let through. */
    static Set<GraphNode> admitted(RunFacts run, Focus focus, Optional<GraphNode> only) {
        StageGraph graph = run.graph();
        Set<GraphNode> admitted = new NodeFilter(focus, run.result().dataset()).admitted(graph);
        only.ifPresent(node -> admitted.retainAll(neighbourhood(graph, node)));
        if (focus.shortOnly()) {
            admitted.retainAll(run.fallShort());
        }
        return admitted;
    }

    private static Set<GraphNode> neighbourhood(StageGraph graph, GraphNode node) {
        Set<GraphNode> near = new LinkedHashSet<>(Set.of(node));
        graph.inputs(node).forEach(edge -> near.add(edge.from()));
        graph.uses(node).forEach(edge -> near.add(edge.to()));
        return near;
    }

    private static Set<Stage> stagesOf(Iterable<GraphNode> nodes) {
        Set<Stage> stages = new LinkedHashSet<>();
        nodes.forEach(node -> stages.add(node.stage()));
        return stages;
    }
}
