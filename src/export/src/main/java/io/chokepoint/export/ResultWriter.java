package io.chokepoint.export;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.result.VendorShares;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /** One row a week and activity, good, market or vendor of a market. */
    public static final List<String> SERIES_COLUMNS = List.of("week", "good", "provider", "output", "binding_input");

    private ResultWriter() {}

    /**
     * Every good in dataset order, those at baseline included; with values, prices and money behind the other columns. In JSON the first
     * row also says what {@link RunFacts} names.
     */
    public static void writeSummary(SimulationResult result, RowWriter.Format format, Writer out) throws IOException {
        List<String> columns = new ArrayList<>(SUMMARY_COLUMNS);
        result.prices().ifPresent(prices -> columns.addAll(PriceColumns.SUMMARY));
        RunFacts facts = new RunFacts(result, null);
        try (RowWriter rows = RowWriter.open(format, columns, result.provenance(), facts::write, out)) {
            for (Good good : result.dataset().goods()) {
                List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(summaryRow(result, good)));
                result.prices().ifPresent(prices -> cells.addAll(PriceColumns.summary(prices, good)));
                rows.row(cells.toArray());
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
     * output, each followed by its vendors, the makers of what it buys, with their part of the function that it receives as output. With
     * values, prices behind the other columns.
     */
    public static void writeSeries(SimulationResult result, RowWriter.Format format, Writer out) throws IOException {
        writeSeries(result, columns -> RowWriter.open(format, columns, result.provenance(), out));
    }

    /**
     * The same in columns, as {@link SeriesParquet} says.
     *
     * @param out stays open
     */
    public static void writeSeries(SimulationResult result, OutputStream out) throws IOException {
        writeSeries(result, columns -> SeriesParquet.open(columns, result.provenance(), out));
    }

    private static void writeSeries(SimulationResult result, SeriesParquet.Opening table) throws IOException {
        List<String> columns = new ArrayList<>(SERIES_COLUMNS);
        Optional<PriceColumns.Weekly> prices = weeklyPrices(result);
        prices.ifPresent(known -> columns.addAll(PriceColumns.SERIES));
        try (RowWriter rows = table.open(columns)) {
            forEachSeriesRow(result, (kind, subject, week, row) -> {
                List<@Nullable Object> cells = new ArrayList<>(Arrays.asList(row));
                prices.ifPresent(known -> cells.addAll(known.cells(subject, week)));
                rows.row(cells.toArray());
            });
        }
    }

    static Optional<PriceColumns.Weekly> weeklyPrices(SimulationResult result) {
        return result.prices()
                .map(prices -> new PriceColumns.Weekly(
                        prices,
                        result.activities(),
                        result.dataset().goods(),
                        result.dataset().markets()));
    }

    /** What a row of the series speaks of. */
    enum RowKind {
        MAKER,
        GOOD,
        MARKET,
        /** A maker's part of what a market receives. */
        VENDOR
    }

    /** Takes the rows of the series as they come. */
    @FunctionalInterface
    interface SeriesRow {
        /** @param subject the activity, good, market or vendor */
        void take(RowKind kind, Object subject, int week, @Nullable Object[] row) throws IOException;
    }

    static void forEachSeriesRow(SimulationResult result, SeriesRow taker) throws IOException {
        Map<Market, List<VendorShares.Vendor>> vendors = new HashMap<>();
        result.vendorShares().forEach(shares -> vendors.put(shares.market(), shares.byProvider()));
        for (int week = 0; week < result.weeks(); week++) {
            for (Activity activity : result.activities()) {
                taker.take(RowKind.MAKER, activity, week, new @Nullable Object[] {
                    week,
                    activity.good().id(),
                    activity.provider().id(),
                    result.output(activity, week),
                    idOrNull(result.bindingInput(activity, week))
                });
            }
            for (Good good : result.dataset().goods()) {
                taker.take(RowKind.GOOD, good, week, new @Nullable Object[] {
                    week, good.id(), null, result.output(good, week), idOrNull(result.bindingInput(good, week))
                });
            }
            for (Market market : result.dataset().markets()) {
                taker.take(RowKind.MARKET, market, week, new @Nullable Object[] {
                    week, market.id(), null, result.served(market, week), null
                });
                for (VendorShares.Vendor vendor : vendors.getOrDefault(market, List.of())) {
                    taker.take(RowKind.VENDOR, vendor, week, new @Nullable Object[] {
                        week, market.id(), vendor.provider().id(), vendor.shares()[week], null
                    });
                }
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
