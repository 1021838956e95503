package io.chokepoint.exchange.mrio;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import io.chokepoint.exchange.mrio.LabelledRows.Label;
import io.chokepoint.text.Countries;
import java.io.IOException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/**
 * A multi-regional input-output table in the text form of pymrio and EXIOBASE: {@code Z.txt} or {@code A.txt}, {@code x.txt}, {@code Y.txt},
 * {@code unit.txt}. A sector is a good, a region its maker; shares come from outputs, uses and costs from flows. What such a table cannot say
 * (stocks, spare capacity, how much output falls without an input) is assumed.
 */
public final class MrioImporter implements Importer {
    /** Flows below this part both of the input's output and of the consumer's are left out. */
    static final double LEAST_FLOW = 0.005;

    private static final String NOT_SAID = "a table of flows does not say it";
    private static final String STAGE = "economy";

    @Override
    public String format() {
        return "mrio";
    }

    @Override
    public String description() {
        return "The folder of a multi-regional input-output table in the text form of pymrio and EXIOBASE.";
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        Findings findings = draft.findings();
        if (!request.isFolder("the folder with Z.txt or A.txt, and x.txt", findings)) {
            return;
        }
        MrioTable table = new MrioTable(request.input(), request.shown(), findings, request.monitor());
        table.read();
        if (findings.hasFaults()) {
            return;
        }
        if (table.kept.isEmpty()) {
            findings.faultAt(request.shown(), 0, "", "no sector has an output above 0", "outputs");
            return;
        }
        draft.describe(
                Ids.slug(request.stem()),
                "Input-output table " + request.stem() + ", imported",
                "Sectors as goods, regions as makers.");
        draft.table(Tables.STAGES).add().set("id", STAGE).set("name", "Economy").set("order", 1);
        findings.assumed("stage", STAGE, "an input-output table has no upstream and downstream");
        Map<String, String> goods = goods(table, draft);
        supply(table, goods, draft);
        dependencies(table, goods, draft);
        draft.table(Tables.SOURCES).add().set("id", "table").set("title", "The input-output table " + request.stem());
        say(table, request, findings);
    }

    private static void say(MrioTable table, ImportRequest request, Findings findings) {
        findings.understood("sectors as goods", table.kept.size());
        findings.understood("regions", table.regions.size());
        if (table.kept.size() < table.sectors.size()) {
            double all = table.sectors.values().stream()
                    .mapToDouble(Double::doubleValue)
                    .sum();
            double part = table.kept.stream()
                            .mapToDouble(sector -> table.sectors.getOrDefault(sector, 0.0))
                            .sum()
                    / all;
            findings.leftOut(
                    Amounts.counted(table.sectors.size() - table.kept.size(), "sector", "sectors"),
                    request.shown(),
                    "only the " + table.kept.size() + " largest by output are kept, which have "
                            + String.format(Locale.ROOT, "%.0f", 100 * part) + " % of it");
        }
        if (table.units.size() == 1) {
            findings.understood("unit, " + table.units.iterator().next(), 1);
            findings.leftOut(
                    "what goods are worth",
                    request.shown(),
                    "values of a dataset are in US$ million; outputs are used as parts only");
        } else {
            findings.leftOut(
                    "what goods are worth and cost",
                    request.shown(),
                    table.units.isEmpty()
                            ? "there is no unit.txt, and units are not guessed"
                            : "sectors have different units");
        }
        findings.leftOut(
                "final demand",
                request.shown(),
                "a market needs a function and a reaction to prices, which the table does not have; it is other use");
        findings.leftOut(
                "which region buys from which",
                request.shown(),
                "needs are one for all makers of a good in a dataset, so single flows would not add up; every maker buys of each region by its share");
    }

    private static Map<String, String> goods(MrioTable table, Draft draft) {
        Map<String, String> goods = new HashMap<>();
        Ids ids = new Ids();
        for (String sector : table.kept) {
            String id = ids.of(sector);
            goods.put(sector, id);
            draft.table(Tables.GOODS)
                    .add()
                    .set("id", id)
                    .set("name", sector)
                    .set("stage", STAGE)
                    .assume("kind", "component", "an input-output table knows no kinds");
        }
        return goods;
    }

    private static void supply(MrioTable table, Map<String, String> goods, Draft draft) {
        Map<String, String> providers = new HashMap<>();
        Ids ids = new Ids();
        for (String sector : table.kept) {
            double all = table.sectors.getOrDefault(sector, 1.0);
            for (String region : table.regions) {
                double share = table.output.getOrDefault(new Label(region, sector), 0.0) / all;
                if (share > 0) {
                    String provider = providers.computeIfAbsent(region, unused -> provider(region, ids, draft));
                    draft.table(Tables.SUPPLY)
                            .add()
                            .set("good", goods.getOrDefault(sector, sector))
                            .set("provider", provider)
                            .set("share", share)
                            .set("source", "table")
                            .set("note", "Share: derived, its part of the output of the sector in all regions.")
                            .assume("spare", 0, NOT_SAID);
                }
            }
        }
    }

    private static String provider(String region, Ids ids, Draft draft) {
        String id = ids.of(region);
        String code = Countries.codes().stream()
                .filter(one -> one.equals(region)
                        || Countries.alpha2(one).equals(region)
                        || Countries.name(one).equals(region))
                .findFirst()
                .orElse("");
        DraftTable.Row row = draft.table(Tables.PROVIDERS).add().set("id", id);
        if (code.isEmpty()) {
            row.set("name", region).assume("type", "rest", "the region '" + region + "' is no country of ISO 3166-1");
        } else {
            row.set("name", Countries.name(code)).set("type", "country").set("country", code);
        }
        return id;
    }

    private static void dependencies(MrioTable table, Map<String, String> goods, Draft draft) {
        boolean oneUnit = table.units.size() == 1;
        int n = table.kept.size();
        for (int i = 0; i < n; i++) {
            String input = table.kept.get(i);
            double made = table.sectors.getOrDefault(input, 1.0);
            double used = 0;
            for (int j = 0; j < n; j++) {
                used += i == j ? 0 : table.flows[i][j];
            }
            // Stocks drawn down can make uses larger than the output of the year.
            double whole = Math.max(made, used);
            for (int j = 0; j < n; j++) {
                String consumer = table.kept.get(j);
                double flow = table.flows[i][j];
                double useShare = flow / whole;
                double costShare = flow / table.sectors.getOrDefault(consumer, 1.0);
                if (flow <= 0) {
                    continue;
                }
                if (i == j) {
                    draft.findings().leftOut("what a sector buys of itself", input, "a good is no input of itself");
                } else if (useShare < LEAST_FLOW && costShare < LEAST_FLOW) {
                    draft.findings()
                            .leftOut(
                                    "small flows between sectors",
                                    input + " / " + consumer,
                                    "below half a per cent of both outputs");
                } else {
                    DraftTable.Row row = draft.table(Tables.DEPENDENCIES)
                            .add()
                            .set("input", goods.getOrDefault(input, input))
                            .set("consumer", goods.getOrDefault(consumer, consumer))
                            .set("use_share", useShare)
                            .set("source", "table")
                            .set(
                                    "note",
                                    "Use" + (oneUnit ? " and cost" : "")
                                            + ": derived, the flow of all regions as a part of the outputs."
                                            + (whole > made
                                                    ? " Uses are larger than the output and were divided by their sum."
                                                    : ""));
                    if (oneUnit) {
                        row.set("cost_share", Math.min(1, costShare));
                    }
                    assume(row);
                }
            }
        }
    }

    private static void assume(DraftTable.Row row) {
        row.assume("mode", "consumed", "flows of a year are of what is used up; what wears down is in no flow");
        range(row, "criticality", 0, 0.5, 1);
        range(row, "stock_weeks", 0, 4, 12);
        row.assume("lead_weeks", 4, NOT_SAID);
        range(row, "qualification_weeks", 0, 13, 52);
    }

    private static void range(DraftTable.Row row, String column, double low, double central, double high) {
        row.set(column + "_low", low).set(column + "_high", high);
        row.assume(column, central, NOT_SAID + "; from " + DraftTable.text(low) + " to " + DraftTable.text(high));
    }
}
