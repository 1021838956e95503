package io.chokepoint.ui.data;

import io.chokepoint.data.StarterDataset;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.TableText;
import io.chokepoint.data.Tables;
import io.chokepoint.model.Basis;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What the short forms put into the tables. Figures that a form does not ask for are said to be assumptions in their notes. */
final class NewRows {
    private NewRows() {}

    /** A maker of the good, and its part of the world's output as it was typed. */
    record Part(String provider, String share) {}

    /** Something that the good needs; figures as they were typed. */
    record Need(String input, String useShare, String stockWeeks, String leadWeeks, String qualificationWeeks) {}

    /** A good as the form has it. */
    record Good(
            String id,
            String name,
            String kind,
            String stage,
            List<Part> makers,
            List<Need> needs,
            String source,
            String note) {
        Good {
            makers = List.copyOf(makers);
            needs = List.copyOf(needs);
        }
    }

    /** A maker as the form has it. @param good what it makes; empty for nothing yet */
    record Maker(
            String id,
            String name,
            String type,
            String country,
            String good,
            String share,
            String source,
            String note) {}

    /** An id for a name: small letters, digits and hyphens. */
    static String id(String name) {
        return StarterDataset.name(name);
    }

    static EditedTables with(EditedTables tables, Good good) {
        EditedTables now = add(
                tables,
                Tables.GOODS,
                Map.of("id", good.id(), "name", good.name(), "kind", good.kind(), "stage", good.stage()));
        for (Part maker : good.makers()) {
            now = supply(now, good.id(), maker.provider(), maker.share(), good.source(), good.note());
        }
        for (Need need : good.needs()) {
            now = add(
                    now,
                    Tables.DEPENDENCIES,
                    Map.ofEntries(
                            Map.entry("input", need.input()),
                            Map.entry("consumer", good.id()),
                            Map.entry("mode", DependencyMode.CONSUMED.id()),
                            Map.entry("criticality", "1"),
                            Map.entry("use_share", need.useShare()),
                            Map.entry("stock_weeks", need.stockWeeks()),
                            Map.entry("lead_weeks", need.leadWeeks()),
                            Map.entry("qualification_weeks", need.qualificationWeeks()),
                            Map.entry("source", good.source()),
                            Map.entry("basis", Basis.ASSUMPTION.id()),
                            Map.entry("note", note("newGood.need.note", good.note()))));
        }
        return now;
    }

    static EditedTables with(EditedTables tables, Maker maker) {
        EditedTables now = add(
                tables,
                Tables.PROVIDERS,
                Map.of("id", maker.id(), "name", maker.name(), "type", maker.type(), "country", maker.country()));
        return maker.good().isEmpty()
                ? now
                : supply(now, maker.good(), maker.id(), maker.share(), maker.source(), maker.note());
    }

    private static EditedTables supply(
            EditedTables tables, String good, String provider, String share, String source, String note) {
        return add(
                tables,
                Tables.SUPPLY,
                Map.of(
                        "good", good,
                        "provider", provider,
                        "share", share,
                        "spare", "0",
                        "source", source,
                        "basis", Basis.ASSUMPTION.id(),
                        "note", note("newGood.supply.note", note)));
    }

    private static String note(String key, String own) {
        return own.isBlank() ? Texts.get(key) : own.strip() + " " + Texts.get(key);
    }

    /** One row at the end; columns that the table lacks are made where there is something to put into them. */
    private static EditedTables add(EditedTables tables, TableSchema table, Map<String, String> values) {
        TableText text = tables.text(table);
        for (String column : table.columnNames()) {
            if (text.column(column) < 0 && !values.getOrDefault(column, "").isEmpty()) {
                text = text.withColumn(column);
            }
        }
        List<String> row = new ArrayList<>();
        for (String column : text.columns()) {
            row.add(values.getOrDefault(column, "").strip());
        }
        return tables.with(table, text.insert(text.size(), List.of(row)));
    }
}
