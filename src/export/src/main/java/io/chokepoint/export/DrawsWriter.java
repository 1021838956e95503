package io.chokepoint.export;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.analysis.MonteCarloResult.Measure;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.parquet.ParquetColumn;
import io.chokepoint.parquet.ParquetWriter;
import io.chokepoint.result.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Every draw of many runs as one long Parquet table: what was drawn and what came of it, in full precision. Its columns are a contract.
 *
 * <ul>
 *   <li>{@code draw}: number of the run, from 0; {@code seed}: with which it can be repeated; {@code rule}: the rationing rule in force
 *   <li>{@code kind}: {@code good} or {@code market} for what came of it, {@code figure} for what was drawn
 *   <li>{@code id}: of the good, market or figure
 *   <li>{@code figure}: {@code first_loss_week}, {@code trough}, {@code lost_output_weeks}, {@code recovery_week} or, week by week,
 *       {@code output}; {@code value} of what was drawn
 *   <li>{@code week}: of an {@code output}, else empty
 *   <li>{@code value}: empty where the good never falls short or never recovers
 * </ul>
 */
public final class DrawsWriter {
    public static final List<ParquetColumn> COLUMNS = List.of(
            ParquetColumn.whole("draw"),
            ParquetColumn.whole("seed"),
            ParquetColumn.text("rule"),
            ParquetColumn.text("kind"),
            ParquetColumn.text("id"),
            ParquetColumn.text("figure"),
            ParquetColumn.whole("week"),
            ParquetColumn.number("value"));

    private DrawsWriter() {}

    /**
     * Writes the table.
     *
     * @param weekly whether outputs week by week are written too, of the runs of which they are kept
     * @param provenance where the runs come from; stands in the file's metadata
     * @param out stays open
     */
    public static void write(MonteCarloResult drawn, boolean weekly, Provenance provenance, OutputStream out)
            throws IOException {
        Map<String, String> facts =
                Map.of("provenance", ProvenanceJson.text(provenance), "weeks", Integer.toString(drawn.weeks()));
        try (ParquetWriter table = new ParquetWriter(COLUMNS, "Chokepoint " + provenance.version(), facts, out)) {
            for (Good good : drawn.dataset().goods()) {
                outcomes(table, drawn, "good", good.id(), measure -> drawn.values(good, measure));
            }
            for (Market market : drawn.dataset().markets()) {
                outcomes(table, drawn, "market", market.id(), measure -> drawn.values(market, measure));
            }
            List<Figure> figures = drawn.figures();
            for (int run = 0; run < drawn.runs(); run++) {
                Rows rows = new Rows(table, run, drawn);
                double[] values = drawn.drawn(run);
                for (int k = 0; k < values.length; k++) {
                    rows.row("figure", figures.get(k).id(), "value", null, values[k]);
                }
            }
            if (weekly) {
                weekly(table, drawn);
            }
        }
    }

    private static void outcomes(
            ParquetWriter table, MonteCarloResult drawn, String kind, String id, Function<Measure, double[]> outcomes)
            throws IOException {
        for (Measure measure : Measure.values()) {
            double[] values = outcomes.apply(measure);
            for (int run = 0; run < drawn.runs(); run++) {
                new Rows(table, run, drawn).row(kind, id, word(measure), null, values[run]);
            }
        }
    }

    /** As the columns of the summary are called. */
    private static String word(Measure measure) {
        return switch (measure) {
            case FIRST_LOSS -> "first_loss_week";
            case TROUGH -> "trough";
            case LOST_OUTPUT -> "lost_output_weeks";
            case RECOVERY -> "recovery_week";
        };
    }

    private static void weekly(ParquetWriter table, MonteCarloResult drawn) throws IOException {
        for (Good good : drawn.dataset().goods()) {
            weekly(table, drawn, "good", good.id(), drawn.series(good));
        }
        for (Market market : drawn.dataset().markets()) {
            weekly(table, drawn, "market", market.id(), drawn.series(market));
        }
    }

    private static void weekly(ParquetWriter table, MonteCarloResult drawn, String kind, String id, double[][] series)
            throws IOException {
        for (int run = 0; run < series.length; run++) {
            Rows rows = new Rows(table, run, drawn);
            for (int week = 0; week < series[run].length; week++) {
                rows.row(kind, id, "output", week, series[run][week]);
            }
        }
    }

    /** The rows of one run. */
    private static final class Rows {
        private final ParquetWriter table;
        private final int run;
        private final long seed;
        private final String rule;

        private Rows(ParquetWriter table, int run, MonteCarloResult drawn) {
            this.table = table;
            this.run = run;
            this.seed = drawn.seed();
            this.rule = drawn.rule(run).id();
        }

        private void row(String kind, String id, String figure, @Nullable Integer week, double value)
                throws IOException {
            table.row(run, seed, rule, kind, id, figure, week, value);
        }
    }
}
