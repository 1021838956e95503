package io.chokepoint.export;

import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Result;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.result.Provenance;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What measures buy as a tidy table. The columns are a contract, as those of {@link ResultWriter}. */
public final class MitigationWriter {

    /** One row a trial; {@code trial} is {@code none}, {@code alone}, {@code pair} or {@code cheapest}. */
    public static final List<String> COLUMNS = List.of(
            "trial",
            "measures",
            "target",
            "lost_output_weeks",
            "gained_weeks",
            "interaction_weeks",
            "first_loss_week",
            "trough",
            "keeps_level",
            "stock_weeks",
            "stock_cost_weeks",
            "first_loss_later_weeks",
            "trough_gain");

    private MitigationWriter() {}

    public static void write(Result result, Provenance provenance, RowWriter.Format format, Writer out)
            throws IOException {
        try (RowWriter writer = RowWriter.open(format, COLUMNS, provenance, out)) {
            row(writer, "none", result.asIs(), result);
            for (Trial trial : result.alone()) {
                row(writer, "alone", trial, result);
            }
            for (Trial trial : result.pairs()) {
                row(writer, "pair", trial, result);
            }
            row(writer, "cheapest", result.cheapest(), result);
        }
    }

    private static void row(RowWriter writer, String kind, Trial trial, Result result) throws IOException {
        writer.row(
                kind,
                measures(trial),
                result.target().id(),
                trial.outcome().lostOutputWeeks(),
                trial.gainedWeeks(),
                kind.equals("pair") ? trial.interactionWeeks() : null,
                trial.outcome().firstLossWeek().isPresent()
                        ? trial.outcome().firstLossWeek().getAsInt()
                        : null,
                trial.outcome().trough(),
                trial.holds(result.level()),
                trial.stockWeeks(),
                trial.costWeeks(),
                later(trial, result.asIs()),
                trial.outcome().trough() - result.asIs().outcome().trough());
    }

    /** Empty where nothing is lost with the measures, or without them. */
    private static @Nullable Integer later(Trial trial, Trial asIs) {
        OptionalInt with = trial.outcome().firstLossWeek();
        OptionalInt without = asIs.outcome().firstLossWeek();
        return with.isPresent() && without.isPresent() ? with.getAsInt() - without.getAsInt() : null;
    }

    private static String measures(Trial trial) {
        return trial.options().stream().map(MitigationWriter::text).collect(Collectors.joining("; "));
    }

    /** {@code stock 26 weeks of yttria-hp at chamber-parts@taiwan} and the like, also for tables. */
    public static String text(Option option) {
        String weeks = Cells.text(option.weeks()).replaceFirst("\\.0$", "")
                + Amounts.word(Cells.text(option.weeks()).replaceFirst("\\.0$", ""), " week", " weeks");
        return switch (option.kind()) {
            case STOCK -> "stock " + weeks + " of " + option.input() + " at " + option.makers();
            case SECOND_SOURCE -> "second source of " + option.input() + " for " + option.makers() + " within " + weeks;
            case ALTERNATIVE -> "alternative to " + option.input() + " qualified for " + option.makers();
            case PRIORITY -> "priority for " + option.makers();
            case EARLY_LICENCE -> "licence filed " + weeks + " early";
        };
    }
}
