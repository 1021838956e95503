package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import io.chokepoint.result.Outcome;
import io.chokepoint.ui.support.TableCopy;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** The figures behind what the graph shows, one row a good or market, from left to right and from top to bottom. */
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
            "restriction");

    private GraphTable() {}

    static TableCopy of(GraphScene scene) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int column = 0; column < scene.picture().columns().size(); column++) {
            for (Place place : scene.picture().placesOf(column)) {
                rows.add(row(scene, place.node()));
            }
        }
        return new TableCopy(scene.facts().result().scenario().id() + "-graph", COLUMNS, rows);
    }

    private static @Nullable Object[] row(GraphScene scene, GraphNode node) {
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
            facts.mark().map(Mark::text).orElse(null)
        };
    }

    private static @Nullable Integer week(OptionalInt week) {
        return week.isPresent() ? week.getAsInt() : null;
    }
}
