package io.chokepoint.export;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A run as tidy tables. The columns are a contract with other people's scripts: adding one is free, changing one is a breaking
 * change.
 */
public final class ResultWriter {

    /** One row a good. */
    public static final List<String> SUMMARY_COLUMNS = List.of(
            "good",
            "name",
            "stage",
            "first_loss_week",
            "trough",
            "trough_week",
            "lost_output_weeks",
            "recovery_week",
            "binding_input");

    /** One row a week and activity, good or market. */
    public static final List<String> SERIES_COLUMNS = List.of("week", "good", "provider", "output", "binding_input");

    private ResultWriter() {}

    /** Every good in dataset order, those at baseline included. */
    public static void writeSummary(SimulationResult result, RowWriter.Format format, Writer out) throws IOException {
        try (RowWriter rows = RowWriter.open(format, SUMMARY_COLUMNS, result.provenance(), out)) {
            for (Good good : result.dataset().goods()) {
                rows.row(summaryRow(result, good));
            }
        }
    }

    static @Nullable Object[] summaryRow(SimulationResult result, Good good) {
        Outcome outcome = result.outcome(good);
        return new @Nullable Object[] {
            good.id(),
            good.name(),
            good.stage().id(),
            orNull(outcome.firstLossWeek()),
            outcome.trough(),
            outcome.troughWeek(),
            outcome.lostOutputWeeks(),
            orNull(outcome.recoveryWeek()),
            bindingInput(result, good).orElse(null)
        };
    }

    /**
     * What first held a good back: id of the input, {@code capacity} or {@code demand}; empty where it does not fall short.
     */
    public static Optional<String> bindingInput(SimulationResult result, Good good) {
        OptionalInt firstLoss = result.outcome(good).firstLossWeek();
        if (firstLoss.isEmpty()) {
            return Optional.empty();
        }
        return result.cause(good)
                .map(Cause::bindingInputId)
                .or(() -> result.bindingInput(good, firstLoss.getAsInt()).map(Good::id));
    }

    /**
     * Week by week: the activities in dataset order with their provider; then the goods, with no provider and the binding input of
     * the maker that lost most; then the markets, with their id in the column {@code good} and the served part of their demand as
     * output.
     */
    public static void writeSeries(SimulationResult result, RowWriter.Format format, Writer out) throws IOException {
        try (RowWriter rows = RowWriter.open(format, SERIES_COLUMNS, result.provenance(), out)) {
            forEachSeriesRow(result, (kind, week, row) -> rows.row(row));
        }
    }

    /** What a row of the series speaks of. */
    enum RowKind {
        MAKER,
        GOOD,
        MARKET
    }

    /** Takes the rows of the series as they come. */
    @FunctionalInterface
    interface SeriesRow {
        void take(RowKind kind, int week, @Nullable Object[] row) throws IOException;
    }

    static void forEachSeriesRow(SimulationResult result, SeriesRow taker) throws IOException {
        for (int week = 0; week < result.weeks(); week++) {
            for (Activity activity : result.activities()) {
                taker.take(RowKind.MAKER, week, new @Nullable Object[] {
                    week,
                    activity.good().id(),
                    activity.provider().id(),
                    result.output(activity, week),
                    idOrNull(result.bindingInput(activity, week))
                });
            }
            for (Good good : result.dataset().goods()) {
                taker.take(RowKind.GOOD, week, new @Nullable Object[] {
                    week, good.id(), null, result.output(good, week), idOrNull(result.bindingInput(good, week))
                });
            }
            for (Market market : result.dataset().markets()) {
                taker.take(RowKind.MARKET, week, new @Nullable Object[] {
                    week, market.id(), null, result.served(market, week), null
                });
            }
        }
    }

    private static @Nullable Integer orNull(OptionalInt week) {
        return week.isPresent() ? week.getAsInt() : null;
    }

    private static @Nullable String idOrNull(Optional<Good> good) {
        return good.map(Good::id).orElse(null);
    }
}
