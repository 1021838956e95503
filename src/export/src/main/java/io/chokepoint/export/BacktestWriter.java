package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.study.BacktestRow;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Past episodes, simulated beside observed, as a tidy table. The columns are a contract with other people's scripts. */
public final class BacktestWriter {

    /** One row an observation. */
    public static final List<String> COLUMNS = List.of(
            "episode",
            "observation",
            "good",
            "from_week",
            "to_week",
            "observed_low",
            "observed",
            "observed_high",
            "simulated",
            "simulated_p10",
            "simulated_p90",
            "verdict",
            "source",
            "provider",
            "measure",
            "held_aside",
            "text",
            "what",
            "region",
            "to",
            "price",
            "price_foreseen",
            "basis");

    private BacktestWriter() {}

    public static void write(List<BacktestRow> rows, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter table = RowWriter.open(format, COLUMNS, provenance, out)) {
            for (BacktestRow row : rows) {
                Observation seen = row.observation();
                table.row(
                        row.episode().scenario().id(),
                        row.number(),
                        seen.subject(),
                        seen.fromWeek(),
                        seen.toWeek(),
                        seen.seen().low(),
                        seen.seen().central(),
                        seen.seen().high(),
                        orNull(row.simulated()),
                        orNull(row.p10()),
                        orNull(row.p90()),
                        row.verdict().id(),
                        seen.source(),
                        seen.provider().orElse(null),
                        seen.quantity().id(),
                        row.episode().heldAside(),
                        seen.text(),
                        seen.what().id(),
                        seen.reading().region().text(),
                        seen.reading().to().text(),
                        orNull(row.forecasts().price()),
                        orNull(row.forecasts().foreseen()),
                        seen.seen().evidence().basis().id());
            }
        }
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }
}
