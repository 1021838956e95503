package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import io.chokepoint.result.Outcome;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The figures behind the graph, one row a good or market of the run: first those that are drawn, from left to right and from top to
 * bottom, then all others, for which there is no room or which the filter leaves out.
 */
final class GraphTable {
    private static final List<String> COLUMNS = List.of(
            "id",
            "name",
            "stage",
            "week",
            "output",
            "falls_short",
            "first_loss_week",
            "trough",
            "trough_week",
            "lost_output_weeks",
            "recovery_week",
            "restriction",
            "drawn");

    private GraphTable() {}

    static TableCopy of(GraphScene scene) {
        Set<GraphNode> drawn = new LinkedHashSet<>();
        for (int column = 0; column < scene.picture().columns().size(); column++) {
            for (Place place : scene.picture().placesOf(column)) {
                drawn.add(place.node());
            }
        }
        Set<GraphNode> all = new LinkedHashSet<>(drawn);
        scene.facts().graph().nodes().stream().filter(scene.facts()::knows).forEach(all::add);
        List<@Nullable Object[]> rows = new ArrayList<>();
        all.forEach(node -> rows.add(row(scene, node, drawn.contains(node))));
        return new TableCopy(scene.facts().result().scenario().id() + "-graph", COLUMNS, rows);
    }

    private static @Nullable Object[] row(GraphScene scene, GraphNode node, boolean drawn) {
        NodeFacts facts = scene.facts().facts(node);
        Outcome outcome = facts.outcome();
        return new @Nullable Object[] {
            node.id(),
            node.name(),
            node.stage().id(),
            scene.week(),
            facts.output(scene.week()),
            scene.facts().fallShort().contains(node),
            week(outcome.firstLossWeek()),
            outcome.trough(),
            outcome.troughWeek(),
            outcome.lostOutputWeeks(),
            week(outcome.recoveryWeek()),
            facts.mark().map(Mark::text).orElse(null),
            drawn
        };
    }

    private static @Nullable Integer week(OptionalInt week) {
        return week.isPresent() ? week.getAsInt() : null;
    }
}
