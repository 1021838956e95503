package io.chokepoint.ui.helps;

import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.helps.HelpsContent.Row;
import io.chokepoint.ui.support.ColumnSpec;
import io.chokepoint.ui.support.ColumnSpec.Look;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.TableContent;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What each measure gains, what it costs and who loses by it, as a table: what gains most for its cost first. */
final class HelpsTable {
    private final HelpsContent content;
    private final Dataset dataset;
    private final List<ColumnSpec<Row>> columns = new ArrayList<>();

    private HelpsTable(HelpsContent content, Dataset dataset) {
        this.content = content;
        this.dataset = dataset;
    }

    /** @param pairs two measures together, or each alone */
    static TableContent<Row> of(HelpsContent content, boolean pairs, Dataset dataset) {
        return new HelpsTable(content, dataset).table(pairs);
    }

    private TableContent<Row> table(boolean pairs) {
        Trial asIs = content.asIs();
        boolean inMoney = content.weekMillions().isPresent();
        column("measures", Look.NAME, 250, this::measures, this::measures);
        column(
                "gained_weeks",
                Look.BAR,
                112,
                row -> row.trial().gainedWeeks(),
                row -> weeks(row.trial().gainedWeeks()));
        if (pairs) {
            column(
                    "interaction_weeks",
                    Look.NUMBER,
                    90,
                    row -> row.trial().interactionWeeks(),
                    row -> (row.trial().interactionWeeks() >= HelpsContent.LEAST ? "+" : "")
                            + weeks(row.trial().interactionWeeks()));
        }
        if (inMoney) {
            column("cost_musd", Look.NUMBER, 100, row -> number(row.millions()), HelpsWords::cost);
        }
        column(
                "stock_weeks",
                Look.NUMBER,
                96,
                row -> row.trial().stockWeeks(),
                row -> weeks(row.trial().stockWeeks()));
        column(
                inMoney ? "gain_per_cost" : "gain_per_stock_week",
                Look.NUMBER,
                104,
                row -> number(row.gainPerCost()),
                row -> HelpsWords.gainPerCost(row, inMoney));
        column(
                "losers",
                Look.TEXT,
                170,
                row -> row.losers().isEmpty()
                        ? null
                        : row.losers().getFirst().maker().id(),
                HelpsWords::firstLoser);
        column(
                "later",
                Look.NUMBER,
                112,
                row -> row.trial().outcome().firstLossWeek().isPresent()
                        ? row.trial().outcome().firstLossWeek().getAsInt()
                        : null,
                row -> HelpsWords.later(row.trial(), asIs));
        column(
                "lost_output_weeks",
                Look.NUMBER,
                84,
                row -> row.trial().outcome().lostOutputWeeks(),
                row -> weeks(row.trial().outcome().lostOutputWeeks()));
        return TableContent.plain(
                "what-helps-" + content.target().id().replace("@", "") + (pairs ? "-pairs" : ""),
                columns,
                pairs ? content.pairs().orElse(List.of()) : content.alone(),
                row -> Selection.NONE,
                Texts.get(pairs ? "helps.notes.pairs" : "helps.notes") + " "
                        + Texts.get(inMoney ? "helps.notes.money" : "helps.notes.noMoney"));
    }

    private String measures(Row row) {
        return HelpsWords.measures(row.trial().options(), dataset);
    }

    private static @Nullable Object number(OptionalDouble value) {
        return value.isPresent() ? value.getAsDouble() : null;
    }

    private static String weeks(double value) {
        return Math.abs(value) < HelpsContent.LEAST ? "0" : Amounts.number(value);
    }

    private void column(
            String id, Look look, double width, Function<Row, @Nullable Object> value, Function<Row, String> text) {
        columns.add(new ColumnSpec<>(
                id, Texts.get("helps.column." + id), Texts.get("helps.hint." + id), width, look, value, text));
    }
}
