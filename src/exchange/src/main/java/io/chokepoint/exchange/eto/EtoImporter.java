package io.chokepoint.exchange.eto;

import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.intake.Importer;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The five CSV tables of the ETO/CSET Advanced Semiconductor Supply Chain dataset (a folder with {@code inputs.csv}, {@code providers.csv},
 * {@code provision.csv}, {@code sequence.csv} and {@code stages.csv}). Each input is a good, a link "goes into" or "is a type of" a dependency,
 * a provider's share a supply row. The dataset states shares, years and sources; everything about time, stocks and need is assumed.
 */
public final class EtoImporter implements Importer {

    @Override
    public String format() {
        return "eto";
    }

    @Override
    public String description() {
        return "The folder with the five tables of the ETO/CSET Advanced Semiconductor Supply Chain dataset.";
    }

    @Override
    public void read(ImportRequest request, Draft draft) throws IOException {
        Findings findings = draft.findings();
        if (!request.isFolder(
                "the folder with inputs.csv, providers.csv, provision.csv, sequence.csv and stages.csv", findings)) {
            return;
        }
        EtoTables tables = new EtoTables(request.input(), request.shown(), findings);
        tables.read();
        if (findings.hasFaults()) {
            return;
        }
        request.monitor().checkCancelled();
        draft.describe(
                "eto-chip-supply-chain",
                "Advanced Semiconductor Supply Chain Dataset (ETO/CSET), imported",
                "Inputs, links and shares are those of the Emerging Technology Observatory; what its tables do not state is assumed and marked.");
        draft.licence(
                "CC BY-NC 4.0, Emerging Technology Observatory, as its pages state; the tables themselves state none");
        Map<String, String> goods = new HashMap<>();
        Ids ids = new Ids();
        tables.inputs.values().forEach(input -> goods.put(input.id(), ids.of(input.name() + twice(tables, input))));
        Ids stages = new Ids();
        stages(tables, stages, draft);
        goods(tables, goods, stages, draft);
        new EtoLinks(tables, goods, draft).write();
        new EtoShares(tables, goods, request.shown(), draft).write();
        findings.leftOut(
                "market sizes and captions of charts",
                request.shown() + "/inputs.csv",
                "values of goods are either known for all or for none, and captions are no data");
    }

    /** Two inputs of one name are two goods. */
    private static String twice(EtoTables tables, EtoTables.Input input) {
        boolean first = tables.inputs.values().stream()
                .filter(other -> other.name().equals(input.name()))
                .findFirst()
                .orElse(input)
                .equals(input);
        return first ? "" : " " + input.id();
    }

    private static void stages(EtoTables tables, Ids ids, Draft draft) {
        int order = 1;
        for (EtoTables.Stage stage : tables.stages.values()) {
            draft.table(Tables.STAGES)
                    .add()
                    .set("id", ids.of(stage.id()))
                    .set("name", stage.name())
                    .set("order", order++);
        }
        draft.findings().understood("stages", tables.stages.size());
    }

    private static void goods(EtoTables tables, Map<String, String> goods, Ids stages, Draft draft) {
        for (EtoTables.Input input : tables.inputs.values()) {
            DraftTable.Row row = draft.table(Tables.GOODS)
                    .add()
                    .set("id", goods.getOrDefault(input.id(), input.id()))
                    .set("name", input.name());
            row.set("description", input.description());
            Optional<String> kind = kind(input.type());
            if (kind.isPresent()) {
                row.set("kind", kind.get());
            } else {
                row.assume("kind", "component", "the type '" + input.type() + "' is none that is known");
            }
            if (tables.stages.containsKey(input.stage())) {
                row.set("stage", stages.of(input.stage()));
            } else {
                String stage = stageOf(input, tables);
                row.assume(
                        "stage",
                        stages.of(stage),
                        tables.stages.containsKey(stage)
                                ? "the table gives none; that of the process that it goes into"
                                : "no link leads to a process");
            }
        }
        draft.findings().understood("goods", tables.inputs.size());
    }

    private static Optional<String> kind(String type) {
        return switch (type) {
            case "process" -> Optional.of("process");
            case "tool_resource" -> Optional.of("equipment");
            case "material_resource" -> Optional.of("material");
            case "design_resource" -> Optional.of("software");
            case "ultimate_output" -> Optional.of("product");
            default -> Optional.empty();
        };
    }

    /** The stage of the first process downstream, nearest first; the last stage if there is none. */
    private static String stageOf(EtoTables.Input input, EtoTables tables) {
        Set<String> seen = new HashSet<>(Set.of(input.id()));
        Set<String> front = new LinkedHashSet<>(Set.of(input.id()));
        while (!front.isEmpty()) {
            Set<String> next = new LinkedHashSet<>();
            for (EtoTables.Link link : tables.links()) {
                if (front.contains(link.from()) && seen.add(link.to())) {
                    EtoTables.Input to = tables.inputs.get(link.to());
                    if (to != null && tables.stages.containsKey(to.stage())) {
                        return to.stage();
                    }
                    next.add(link.to());
                }
            }
            front = next;
        }
        String last = "";
        for (String stage : tables.stages.keySet()) {
            last = stage;
        }
        return last;
    }
}
