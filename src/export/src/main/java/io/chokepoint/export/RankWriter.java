package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.study.NodeStudy.Pair;
import io.chokepoint.study.NodeStudy.Ranked;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A ranking of nodes as a tidy table. The columns are a contract, as those of {@link ResultWriter}. */
public final class RankWriter {

    /** One row a node. */
    public static final List<String> COLUMNS = List.of(
            "rank",
            "node",
            "provider",
            "name",
            "target",
            "lost_output_weeks",
            "first_loss_week",
            "single_point_of_failure",
            "worst_target",
            "worst_target_lost_weeks",
            "worst_market",
            "worst_market_unmet_weeks",
            "stopped_targets");

    /** One row two nodes restricted together; the first of the two is the worse alone. */
    public static final List<String> PAIR_COLUMNS = List.of(
            "rank",
            "node",
            "provider",
            "name",
            "second_node",
            "second_provider",
            "second_name",
            "target",
            "lost_output_weeks",
            "alone_weeks",
            "second_alone_weeks",
            "interaction_weeks",
            "first_loss_week",
            "worst_target",
            "worst_target_lost_weeks",
            "worst_market",
            "worst_market_unmet_weeks",
            "stopped_targets");

    private RankWriter() {}

    /** @param target as the user named it */
    public static void write(
            List<Ranked> rows, String target, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, COLUMNS, provenance, out)) {
            for (Ranked row : rows) {
                writer.row(
                        row.rank(),
                        row.node().id(),
                        row.node().provider(),
                        row.node().name(),
                        target,
                        row.lostWeeks(),
                        week(row),
                        row.isSinglePointOfFailure(),
                        row.worstTarget().id(),
                        row.worstTargetLostWeeks(),
                        row.worstMarket(),
                        row.worstMarketUnmetWeeks(),
                        row.stopsTargets());
            }
        }
    }

    /** @param target as the user named it */
    public static void writePairs(
            List<Pair> pairs, String target, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, PAIR_COLUMNS, provenance, out)) {
            for (Pair pair : pairs) {
                Ranked row = pair.together();
                writer.row(
                        row.rank(),
                        pair.first().node().id(),
                        pair.first().node().provider(),
                        pair.first().node().name(),
                        pair.second().node().id(),
                        pair.second().node().provider(),
                        pair.second().node().name(),
                        target,
                        row.lostWeeks(),
                        pair.first().lostWeeks(),
                        pair.second().lostWeeks(),
                        pair.interactionWeeks(),
                        week(row),
                        row.worstTarget().id(),
                        row.worstTargetLostWeeks(),
                        row.worstMarket(),
                        row.worstMarketUnmetWeeks(),
                        row.stopsTargets());
            }
        }
    }

    private static @Nullable Integer week(Ranked row) {
        return row.firstLossWeek().isPresent() ? row.firstLossWeek().getAsInt() : null;
    }
}
