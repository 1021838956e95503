package io.chokepoint.exchange.eto;

import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import java.util.HashMap;
import java.util.Map;

/**
 * Links of inputs as dependencies. The tables state that there is a link and nothing of its strength or time, so all figures are assumptions,
 * with ranges as wide as the ignorance.
 */
final class EtoLinks {
    private static final String ONLY_LINK = "the table states the link only";
    private static final String ONLY_KIND =
            "the table states that it is a kind of the consumer, not how large a part of it";

    private final EtoTables tables;
    private final Map<String, String> goods;
    private final Draft draft;

    /** @param goods ids of goods by ids of inputs */
    EtoLinks(EtoTables tables, Map<String, String> goods, Draft draft) {
        this.tables = tables;
        this.goods = goods;
        this.draft = draft;
    }

    void write() {
        Map<String, Integer> usesOf = new HashMap<>();
        tables.links().forEach(link -> usesOf.merge(link.from(), 1, Integer::sum));
        Map<String, Integer> kindsOf = new HashMap<>();
        tables.isTypeOf.forEach(link -> kindsOf.merge(link.to(), 1, Integer::sum));
        for (EtoTables.Link link : tables.links()) {
            boolean kind = tables.isTypeOf.contains(link);
            if (kind && tables.goesInto.contains(link)) {
                draft.findings()
                        .leftOut(
                                "a link 'goes into' between an input and the kind that it is",
                                goods.getOrDefault(link.from(), "") + " / " + goods.getOrDefault(link.to(), ""),
                                "the link 'is a type of' says the same");
            }
            row(link, kind, usesOf.getOrDefault(link.from(), 1), kindsOf.getOrDefault(link.to(), 1));
        }
        draft.findings().understood("links of the process", tables.goesInto.size());
        draft.findings().understood("links 'is a type of'", tables.isTypeOf.size());
    }

    private void row(EtoTables.Link link, boolean kind, int uses, int kinds) {
        String type = tables.typeOf(link.from());
        DraftTable.Row row = draft.table(Tables.DEPENDENCIES)
                .add()
                .set("input", goods.getOrDefault(link.from(), link.from()))
                .set("consumer", goods.getOrDefault(link.to(), link.to()))
                .set("role", kind ? "is a kind of it" : "goes into it");
        String mode = kind || type.equals("material_resource") || type.equals("process")
                ? "consumed"
                : type.equals("tool_resource") ? "capital" : "access";
        row.assume(
                "mode", mode, kind ? "a kind is counted as what its group is made of" : "by the type '" + type + "'");
        if (kind) {
            range(
                    row,
                    "criticality",
                    0,
                    Math.rint(1000.0 / kinds) / 1000,
                    1,
                    ONLY_KIND + ": each of " + kinds + " alike");
        } else {
            range(row, "criticality", 0.5, 1, 1, ONLY_LINK);
        }
        row.assume(
                "use_share",
                Math.floor(1000.0 / uses) / 1000,
                "the table states no amounts: "
                        + (uses == 1 ? "its only use there" : "each of " + uses + " uses alike"));
        if (mode.equals("consumed")) {
            // A kind is no stock of its group, and a process hands on what it has worked on.
            boolean flows = kind || type.equals("process");
            range(row, "stock_weeks", 0, flows ? 0 : 4, flows ? 2 : 12, "the table states no stocks");
        }
        if (mode.equals("capital")) {
            row.assume("lifetime_years", 10, "the table states none");
        }
        row.assume("lead_weeks", mode.equals("capital") ? 26 : kind ? 1 : 4, "the table states none");
        range(row, "qualification_weeks", 4, 26, 52, "the table states none");
    }

    private static void range(DraftTable.Row row, String column, double low, double central, double high, String why) {
        row.set(column + "_low", low).set(column + "_high", high);
        row.assume(column, central, why + "; from " + DraftTable.text(low) + " to " + DraftTable.text(high));
    }
}
