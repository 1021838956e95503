package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.study.Explanation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why something falls short, as the picture shows it: the same steps as the sentences of its {@link Explanation}.
 *
 * @param nodes from the restriction to what is asked about, each once
 * @param steps the number of each node's first sentence, 1 at what is asked about
 */
record Way(List<GraphNode> nodes, Map<GraphNode, Integer> steps) {
    static final Way NONE = new Way(List.of(), Map.of());

    Way {
        nodes = List.copyOf(nodes);
    }

    /** @param subject what is asked about, where it is a market: the first step */
    static Way of(Explanation why, StageGraph graph, Optional<GraphNode> subject) {
        Map<GraphNode, Integer> steps = new LinkedHashMap<>();
        for (Explanation.Step step : why.steps()) {
            step.activity()
                    .flatMap(activity -> graph.find(activity.good().id()))
                    .or(() -> subject)
                    .ifPresent(node -> steps.putIfAbsent(node, step.number()));
        }
        List<GraphNode> nodes = new ArrayList<>(steps.keySet());
        Collections.reverse(nodes);
        return new Way(nodes, Collections.unmodifiableMap(steps));
    }
}
