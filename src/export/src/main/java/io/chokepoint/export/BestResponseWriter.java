package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.study.LeastLoss;
import io.chokepoint.study.LeastLoss.StockWorth;
import java.io.IOException;
import java.io.Writer;
import java.util.List;

/** The best response as a tidy table. The columns are a contract, as those of {@link ResultWriter}. */
public final class BestResponseWriter {

    /** The first row has {@code kind} {@code bound}, with empty input; one row a stock worth something follows. */
    public static final List<String> COLUMNS = List.of(
            "kind",
            "target",
            "simulated_lost_weeks",
            "least_lost_weeks",
            "input",
            "makers",
            "side",
            "saved_weeks_per_week");

    private BestResponseWriter() {}

    public static void write(
            LeastLoss answer, String target, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, COLUMNS, provenance, out)) {
            writer.row("bound", target, answer.simulatedWeeks(), answer.leastWeeks(), null, null, null, null);
            for (StockWorth stock : answer.stocks()) {
                writer.row(
                        "stock",
                        target,
                        null,
                        null,
                        stock.input().id(),
                        stock.makers().id(),
                        stock.restrictedSide() ? "restricted" : "others",
                        stock.savedWeeks());
            }
        }
    }
}
