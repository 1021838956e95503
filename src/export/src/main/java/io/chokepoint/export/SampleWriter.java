package io.chokepoint.export;

import io.chokepoint.analysis.FigureGroup;
import io.chokepoint.analysis.FigureRanking;
import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.analysis.MonteCarloResult.Spread;
import io.chokepoint.analysis.Narrowing;
import io.chokepoint.analysis.Narrowing.Gain;
import io.chokepoint.analysis.PriceSpreads;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.Provenance;
import io.chokepoint.result.RunPrices;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.FigureNames;
import io.chokepoint.study.NarrowingAnswer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Many runs with drawn figures as tidy tables, beside the run at central figures. A tenth of the runs lie below P10, half below P50,
 * nine tenths below P90; an empty cell means never. The columns are a contract with other people's scripts.
 */
public final class SampleWriter {
    /** A good that falls below this part of baseline is said to fall below 90 %. */
    public static final double NOTICED = 0.9;

    /** The summary's columns after those of a single run. */
    public static final List<String> ADDED_SUMMARY_COLUMNS = List.of(
            "first_loss_week_p10",
            "first_loss_week_p50",
            "first_loss_week_p90",
            "trough_p10",
            "trough_p50",
            "trough_p90",
            "lost_output_weeks_p10",
            "lost_output_weeks_p50",
            "lost_output_weeks_p90",
            "recovery_week_p10",
            "recovery_week_p50",
            "recovery_week_p90",
            "trough_error",
            "probability_hit",
            "probability_below_90",
            "runs");

    /** The series' columns after those of a single run; makers have none of them. */
    public static final List<String> ADDED_SERIES_COLUMNS =
            List.of("output_p10", "output_p50", "output_p90", "probability_below_90_by");

    /** One row a figure. */
    public static final List<String> DRIVER_COLUMNS = List.of(
            "rank",
            "figure",
            "name",
            "correlation",
            "correlation_low",
            "correlation_high",
            "clear",
            "low",
            "central",
            "high",
            "unit",
            "basis",
            "source",
            "class",
            "narrows",
            "narrows_error",
            "class_narrows",
            "class_narrows_error");

    /** So many figures are worth naming. */
    public static final int MOST_DRIVERS = 10;

    private static final @Nullable Object[] NO_SPREAD = new @Nullable Object[ADDED_SERIES_COLUMNS.size()];

    private SampleWriter() {}

    /** Every good in dataset order. */
    public static void writeSummary(
            SimulationResult central, MonteCarloResult drawn, RowWriter.Format format, Writer out) throws IOException {
        List<String> columns = joined(ResultWriter.SUMMARY_COLUMNS, ADDED_SUMMARY_COLUMNS);
        Optional<RunPrices> prices = central.prices();
        Optional<PriceSpreads> spreads = drawn.prices();
        prices.ifPresent(known -> columns.addAll(PriceColumns.SUMMARY));
        spreads.ifPresent(known -> columns.addAll(PriceColumns.SUMMARY_SPREADS));
        RunFacts facts = new RunFacts(central, drawn);
        try (RowWriter rows = RowWriter.open(format, columns, provenance(central, drawn), facts::write, out)) {
            for (Good good : central.dataset().goods()) {
                List<@Nullable Object> cells = new ArrayList<>(
                        Arrays.asList(joined(ResultWriter.summaryRow(central, good), spreads(drawn, good))));
                prices.ifPresent(known -> cells.addAll(PriceColumns.summary(known, good)));
                spreads.ifPresent(known -> cells.addAll(PriceColumns.summary(known, good)));
                rows.row(cells.toArray());
            }
        }
    }

    private static @Nullable Object[] spreads(MonteCarloResult drawn, Good good) {
        List<Object> cells = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Spread spread = drawn.spread(good, measure);
            cells.add(spread.p10());
            cells.add(spread.p50());
            cells.add(spread.p90());
        }
        cells.add(drawn.spread(good, Measure.TROUGH).halfWidth());
        cells.add(drawn.probabilityHit(good));
        cells.add(drawn.probabilityBelow(good, NOTICED));
        cells.add(drawn.runs());
        return cells.toArray();
    }

    /** Rows as {@link ResultWriter#writeSeries}; goods and markets with their bands. */
    public static void writeSeries(
            SimulationResult central, MonteCarloResult drawn, RowWriter.Format format, Writer out) throws IOException {
        writeSeries(central, drawn, columns -> RowWriter.open(format, columns, provenance(central, drawn), out));
    }

    /**
     * The same in columns, as {@link SeriesParquet} says.
     *
     * @param out stays open
     */
    public static void writeSeries(SimulationResult central, MonteCarloResult drawn, OutputStream out)
            throws IOException {
        writeSeries(central, drawn, columns -> SeriesParquet.open(columns, provenance(central, drawn), out));
    }

    private static void writeSeries(SimulationResult central, MonteCarloResult drawn, SeriesParquet.Opening table)
            throws IOException {
        Map<String, double[][]> goods = new HashMap<>();
        for (Good good : central.dataset().goods()) {
            goods.put(good.id(), new double[][] {
                drawn.band(good, 0.1),
                drawn.band(good, 0.5),
                drawn.band(good, 0.9),
                drawn.probabilityBelowBy(good, NOTICED)
            });
        }
        Map<String, double[][]> markets = new HashMap<>();
        for (Market market : central.dataset().markets()) {
            markets.put(market.id(), new double[][] {
                drawn.band(market, 0.1),
                drawn.band(market, 0.5),
                drawn.band(market, 0.9),
                drawn.probabilityBelowBy(market, NOTICED)
            });
        }
        List<String> columns = joined(ResultWriter.SERIES_COLUMNS, ADDED_SERIES_COLUMNS);
        Optional<PriceColumns.Weekly> prices = ResultWriter.weeklyPrices(central);
        Optional<PriceColumns.Bands> priceBands = drawn.prices()
                .filter(PriceSpreads::isWeekly)
                .map(kept -> new PriceColumns.Bands(
                        kept, central.dataset().goods(), central.dataset().markets()));
        prices.ifPresent(known -> columns.addAll(PriceColumns.SERIES));
        priceBands.ifPresent(known -> columns.addAll(PriceColumns.SERIES_SPREADS));
        try (RowWriter rows = table.open(columns)) {
            ResultWriter.forEachSeriesRow(central, (kind, subject, week, row) -> {
                double[][] bands = switch (kind) {
                    case MAKER, VENDOR -> null;
                    case GOOD -> goods.get(String.valueOf(row[1]));
                    case MARKET -> markets.get(String.valueOf(row[1]));
                };
                List<@Nullable Object> cells =
                        new ArrayList<>(Arrays.asList(joined(row, bands == null ? NO_SPREAD : at(bands, week))));
                prices.ifPresent(known -> cells.addAll(known.cells(subject, week)));
                priceBands.ifPresent(known -> cells.addAll(known.cells(subject, week)));
                rows.row(cells.toArray());
            });
        }
    }

    private static @Nullable Object[] at(double[][] bands, int week) {
        return Arrays.stream(bands).map(band -> (Object) band[week]).toArray();
    }

    /**
     * The figures that drive an outcome, strongest first, no more than {@link #MOST_DRIVERS}; behind each by what part the band of the
     * lost output would shrink if it, or its whole class, were known. Empty cells: no more than chance. In JSON {@code narrowing} beside
     * the provenance has all classes and answers, see {@link NarrowingJson}.
     */
    public static void writeDrivers(
            List<FigureRanking.Entry> drivers,
            List<NarrowingAnswer> answers,
            FigureNames names,
            Provenance provenance,
            RowWriter.Format format,
            Writer out)
            throws IOException {
        Optional<Narrowing> lost = answers.stream().findFirst().map(NarrowingAnswer::narrowing);
        try (RowWriter rows =
                RowWriter.open(format, DRIVER_COLUMNS, provenance, json -> NarrowingJson.write(answers, json), out)) {
            int rank = 1;
            for (FigureRanking.Entry entry : drivers.subList(0, Math.min(MOST_DRIVERS, drivers.size()))) {
                Figure figure = entry.figure();
                FigureGroup group = FigureGroup.of(figure);
                Optional<Gain> own = lost.flatMap(found -> found.figures().stream()
                        .filter(of -> of.figure().id().equals(figure.id()))
                        .map(Narrowing.OfFigure::gain)
                        .findFirst());
                Optional<Gain> ofClass = lost.flatMap(found -> found.clearClasses().stream()
                        .filter(of -> of.group() == group)
                        .map(Narrowing.OfClass::gain)
                        .findFirst());
                rows.row(
                        rank++,
                        figure.id(),
                        names.of(figure),
                        entry.correlation(),
                        entry.low(),
                        entry.high(),
                        entry.isClear(),
                        figure.low(),
                        figure.central(),
                        figure.high(),
                        figure.unit(),
                        figure.evidence().basis().id(),
                        String.join(";", figure.evidence().sources()),
                        group.id(),
                        own.map(Gain::part).orElse(null),
                        own.map(Gain::error).orElse(null),
                        ofClass.map(Gain::part).orElse(null),
                        ofClass.map(Gain::error).orElse(null));
            }
        }
    }

    /** Where the runs with drawn figures come from, that at central figures among them. */
    public static Provenance provenance(SimulationResult central, MonteCarloResult drawn) {
        return central.provenance()
                .withFigures("central, and " + drawn.runs() + Amounts.word(drawn.runs(), " run", " runs") + " of seed "
                        + drawn.seed() + " with drawn figures");
    }

    /** The word on the command line for what is read off each run. */
    public static String word(Measure measure) {
        return measure.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static List<String> joined(List<String> first, List<String> second) {
        List<String> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    private static @Nullable Object[] joined(@Nullable Object[] first, @Nullable Object[] second) {
        @Nullable Object[] all = Arrays.copyOf(first, first.length + second.length);
        System.arraycopy(second, 0, all, first.length, second.length);
        return all;
    }
}
