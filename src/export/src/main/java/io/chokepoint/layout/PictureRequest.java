package io.chokepoint.layout;

import io.chokepoint.model.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a picture is to show.
 *
 * @param width of the canvas in px
 * @param height of the canvas in px
 * @param admitted nodes that the filter lets through
 * @param hit those below 99 % of baseline in any week
 * @param foremost those of the hit that somebody misses; they stand before those that only sell less
 * @param restricted those whose makers or flows are restricted
 * @param first nodes that must have a place whatever their loss, most wanted first
 * @param lost lost output by node, in weeks; orders what is shown
 * @param spine the headline chain from the restriction to the headline good
 * @param headline the stage of the goods that answers speak of first, which stays open
 * @param chosen columns that the user opened ({@code true}) or made rails ({@code false})
 * @param expanded columns that show all their goods, with the place of the first one shown
 * @param stages stages to show; others are hidden
 */
public record PictureRequest(
        StageGraph graph,
        GraphLayout base,
        double width,
        double height,
        Set<GraphNode> admitted,
        Set<GraphNode> hit,
        Set<GraphNode> foremost,
        Set<GraphNode> restricted,
        List<GraphNode> first,
        Map<GraphNode, Double> lost,
        List<GraphNode> spine,
        Optional<Stage> headline,
        Map<Stage, Boolean> chosen,
        Map<Stage, Integer> expanded,
        Set<Stage> stages) {

    public PictureRequest {
        first = List.copyOf(first);
        lost = Map.copyOf(lost);
        spine = List.copyOf(spine);
        chosen = Map.copyOf(chosen);
        expanded = Map.copyOf(expanded);
    }

    double lost(GraphNode node) {
        return lost.getOrDefault(node, 0.0);
    }

    /** Nodes of a stage that the filter admits. */
    List<GraphNode> admittedOf(Stage stage) {
        return graph.nodesOf(stage).stream().filter(admitted::contains).toList();
    }

    /** Stages to show, upstream to downstream. */
    List<Stage> shownStages() {
        return graph.stages().stream().filter(stages::contains).toList();
    }

    /** Whether the spine runs through a column between its ends without a node there. */
    boolean spineSkips(Stage stage) {
        if (spine.isEmpty() || spine.stream().anyMatch(node -> node.stage().equals(stage))) {
            return false;
        }
        int column = graph.column(stage);
        boolean before = spine.stream().anyMatch(node -> graph.column(node.stage()) < column);
        boolean after = spine.stream().anyMatch(node -> graph.column(node.stage()) > column);
        return before && after;
    }
}
