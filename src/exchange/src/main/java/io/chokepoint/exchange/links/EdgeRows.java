package io.chokepoint.exchange.links;

import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.NumberCells;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.function.Function;

/** Edges as rows of supply, dependencies and demand. */
final class EdgeRows {
    private static final String NONE = "the file states none";

    /** The attribute that names sources: an edge's {@code source} is where it starts. */
    private static final String SOURCES = "sources";

    private static final double LEAD_WEEKS = 4;
    private static final double LIFETIME_YEARS = 10;

    private final Links links;
    private final Draft draft;
    private final Findings findings;
    private final StatedCells stated;
    private final Set<String> used;
    private final NodeRows nodes;

    EdgeRows(Links links, Draft draft, Set<String> used, NodeRows nodes) {
        this.links = links;
        this.draft = draft;
        this.findings = draft.findings();
        this.stated = new StatedCells(findings, used);
        this.used = used;
        this.nodes = nodes;
        used.add("type");
    }

    void write(Map<EdgeType, List<Links.Edge>> edges, List<Links.Node> goods) {
        List<Links.Edge> supplies = edges.getOrDefault(EdgeType.SUPPLY, List.of());
        supplies(supplies, goods);
        List<Links.Edge> uses = new ArrayList<>(edges.getOrDefault(EdgeType.DEPENDENCY, List.of()));
        Set<Links.Edge> sales = new HashSet<>(edges.getOrDefault(EdgeType.DEMAND, List.of()));
        uses.addAll(edges.getOrDefault(EdgeType.DEMAND, List.of()));
        for (List<Links.Edge> ofOne : by(uses, Links.Edge::source).values()) {
            Shares shares = shares(ofOne, "use_share", "its uses in the file");
            for (int i = 0; i < ofOne.size(); i++) {
                Links.Edge edge = ofOne.get(i);
                if (sales.contains(edge)) {
                    demand(edge, shares, i);
                } else {
                    dependency(edge, shares, i);
                }
            }
        }
    }

    private static Map<Links.Node, List<Links.Edge>> by(List<Links.Edge> edges, Function<Links.Edge, Links.Node> end) {
        Map<Links.Node, List<Links.Edge>> sorted = new LinkedHashMap<>();
        for (Links.Edge edge : edges) {
            sorted.computeIfAbsent(end.apply(edge), unused -> new ArrayList<>()).add(edge);
        }
        return sorted;
    }

    private void supplies(List<Links.Edge> supplies, List<Links.Node> goods) {
        Map<Links.Node, List<Links.Edge>> byGood = by(supplies, Links.Edge::target);
        for (Links.Node good : goods) {
            List<Links.Edge> makers = byGood.getOrDefault(good, List.of());
            if (makers.isEmpty()) {
                DraftTable.Row row = row(Tables.SUPPLY, "good", nodes.id(good), "provider", nodes.soleMaker(good));
                row.assume(
                        "share",
                        1,
                        good.has("country") ? "the file names one country and no shares" : "the file names no maker");
                spare(row);
                continue;
            }
            Shares shares = shares(makers, "share", "its makers in the file");
            for (int i = 0; i < makers.size(); i++) {
                Links.Edge edge = makers.get(i);
                DraftTable.Row row =
                        row(Tables.SUPPLY, "good", nodes.id(edge.target()), "provider", nodes.id(edge.source()));
                stated.take(edge, row, Tables.SUPPLY);
                shares.put(row, "share", i);
                spare(row);
                basis(edge, row);
            }
        }
    }

    private static void spare(DraftTable.Row row) {
        if (row.get("spare").isEmpty()) {
            row.assume("spare", 0, NONE);
        }
    }

    private void dependency(Links.Edge edge, Shares shares, int at) {
        DraftTable.Row row =
                row(Tables.DEPENDENCIES, "input", nodes.id(edge.source()), "consumer", nodes.id(edge.target()));
        stated.take(edge, row, Tables.DEPENDENCIES);
        shares.put(row, "use_share", at);
        if (row.get("mode").isEmpty()) {
            row.assume("mode", "consumed", NONE);
        }
        String mode = row.get("mode");
        if (row.get("criticality").isEmpty()) {
            row.assume("criticality", 0.5, 1, 1, NONE);
        }
        if (mode.equals("consumed") && row.get("stock_weeks").isEmpty()) {
            row.assume("stock_weeks", 0, 4, 13, NONE);
        }
        if (!mode.equals("access") && row.get("lead_weeks").isEmpty()) {
            row.assume("lead_weeks", LEAD_WEEKS, NONE);
        }
        if (row.get("qualification_weeks").isEmpty()) {
            row.assume("qualification_weeks", 4, 26, 104, NONE);
        }
        if (mode.equals("capital") && row.get("lifetime_years").isEmpty()) {
            row.assume("lifetime_years", LIFETIME_YEARS, NONE);
        }
        basis(edge, row);
    }

    private void demand(Links.Edge edge, Shares shares, int at) {
        DraftTable.Row row = row(Tables.DEMAND, "market", nodes.id(edge.target()), "product", nodes.id(edge.source()));
        if (edge.has("provider")) {
            used.add("provider");
            row.set("provider", edge.get("provider"));
        }
        stated.take(edge, row, Tables.DEMAND);
        shares.put(row, "use_share", at);
        if (row.get("function_per_unit").isEmpty()) {
            row.assume("function_per_unit", 1, NONE + "; the world's output of a week counts as one");
        }
        basis(edge, row);
    }

    private DraftTable.Row row(TableSchema schema, String first, String id, String second, String other) {
        DraftTable.Row row = draft.table(schema).add();
        return row.set(first, id).set(second, other).set("source", NetworkDrafter.SOURCE);
    }

    /** What follows from the file is derived, if it says nothing else; the sources that it names are words of a note. */
    private void basis(Links.Edge edge, DraftTable.Row row) {
        if (edge.has(SOURCES)) {
            used.add(SOURCES);
            row.note("Sources as the file names them: " + edge.get(SOURCES) + ".");
        }
        if (row.get("basis").isEmpty()) {
            row.set("basis", "derived");
        }
    }

    /** Parts of a whole, one for each edge. */
    private interface Shares {
        void put(DraftTable.Row row, String column, int at);
    }

    /** Shares of the edges of one good: as stated, else by quantity, else equal. */
    private Shares shares(List<Links.Edge> edges, String column, String of) {
        long statedShares = edges.stream().filter(edge -> edge.has(column)).count();
        if (statedShares == edges.size()) {
            return (row, name, at) -> {};
        }
        double[] quantities = new double[edges.size()];
        double sum = 0;
        int known = 0;
        for (int i = 0; i < quantities.length; i++) {
            OptionalDouble quantity = stated.quantity(edges.get(i));
            if (quantity.isPresent()) {
                quantities[i] = quantity.getAsDouble();
                sum += quantities[i];
                known++;
            }
        }
        if (statedShares > 0 || known > 0 && known < quantities.length) {
            for (Links.Edge edge : edges) {
                if (!edge.has(column) && NetworkDrafter.QUANTITIES.stream().noneMatch(edge::has)) {
                    findings.faultAt(
                            edge.file(),
                            edge.row(),
                            column,
                            "is missing at " + edge.words(),
                            "a " + (statedShares > 0 ? "share" : "quantity") + ", as other edges of the good have one");
                }
            }
            if (statedShares > 0) {
                findings.faultAt(
                        edges.getFirst().file(),
                        edges.getFirst().row(),
                        column,
                        "some edges of a good state shares, others do not",
                        "shares at all of them, or quantities");
            }
            return (row, name, at) -> {};
        }
        if (known == 0) {
            double part = 1.0 / quantities.length;
            return (row, name, at) -> row.assume(name, part, "the file states no quantities: equal parts of " + of);
        }
        double whole = sum;
        String unit = links.unit().isEmpty() ? "" : " " + links.unit();
        findings.assumed(
                column.equals("share") ? "makers outside the file" : "uses outside the file",
                "none",
                "quantities are divided by the sum of those in the file");
        return (row, name, at) -> {
            row.set(name, quantities[at] / whole);
            row.note(NumberCells.plain(quantities[at]) + " of " + NumberCells.plain(whole) + unit + ", the sum of " + of
                    + ". Assumed: there are no others.");
        };
    }
}
