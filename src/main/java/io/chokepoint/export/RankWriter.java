package io.chokepoint.export;

import io.chokepoint.study.NodeStudy.Ranked;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

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

    private RankWriter() {}

    /** @param target as the user named it */
    public static void write(List<Ranked> rows, String target, RowWriter.Format format, Writer out) throws IOException {
        try (RowWriter writer = RowWriter.open(format, COLUMNS, out)) {
            for (Ranked row : rows) {
                writer.row(
                        row.rank(),
                        row.node().id(),
                        row.node().provider(),
                        row.node().name(),
                        target,
                        row.lostWeeks(),
                        row.firstLossWeek().isPresent() ? row.firstLossWeek().getAsInt() : null,
                        row.isSinglePointOfFailure(),
                        row.worstTarget().id(),
                        row.worstTargetLostWeeks(),
                        row.worstMarket(),
                        row.worstMarketUnmetWeeks(),
                        row.stopsTargets());
            }
        }
    }
}
