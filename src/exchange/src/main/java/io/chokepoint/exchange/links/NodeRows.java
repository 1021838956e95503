package io.chokepoint.exchange.links;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Ids;
import io.chokepoint.text.Countries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Nodes as rows of stages, goods, providers and markets. */
final class NodeRows {
    private static final String NONE = "the file states none";
    private static final double SWITCH_WEEKS = 26;

    private final Links links;
    private final Draft draft;
    private final Findings findings;
    private final Set<String> used;
    private final StatedCells stated;
    private final Map<NodeType, Ids> ids = new EnumMap<>(NodeType.class);
    private final Map<Links.Node, String> idOf = new HashMap<>();
    private final List<Links.Node> goods = new ArrayList<>();
    private final Map<String, String> makersOfCountries = new HashMap<>();

    NodeRows(Links links, Draft draft, Set<String> used) {
        this.links = links;
        this.draft = draft;
        this.findings = draft.findings();
        this.used = used;
        this.stated = new StatedCells(findings, used);
        for (NodeType type : NodeType.values()) {
            ids.put(type, new Ids());
        }
    }

    void write(Map<Links.Node, NodeType> types, Map<EdgeType, List<Links.Edge>> edges) {
        types.forEach((node, type) -> {
            idOf.put(node, id(node, type));
            if (type == NodeType.GOOD) {
                goods.add(node);
            }
        });
        List<Links.Edge> inputs = edges.getOrDefault(EdgeType.DEPENDENCY, List.of());
        Map<Links.Node, Integer> layers = Layers.of(goods, inputs);
        Map<Links.Node, String> stages = stages(layers);
        Set<Links.Node> withInputs = new HashSet<>();
        Set<Links.Node> withUses = new HashSet<>();
        for (Links.Edge edge : inputs) {
            withUses.add(edge.source());
            withInputs.add(edge.target());
        }
        for (Links.Node node : goods) {
            good(node, stages.getOrDefault(node, ""), withInputs.contains(node), withUses.contains(node));
        }
        types.forEach((node, type) -> {
            if (type == NodeType.PROVIDER) {
                provider(node);
            } else if (type == NodeType.MARKET) {
                market(node);
            }
        });
    }

    List<Links.Node> goods() {
        return goods;
    }

    /** The id of a node in the dataset. */
    String id(Links.Node node) {
        return idOf.getOrDefault(node, "");
    }

    private String id(Links.Node node, NodeType type) {
        String own = node.id().replaceFirst("^(good|provider|market):(?=.)", "");
        // "12" and "n12" are numbers that a tool gave; the label says more.
        boolean isNumbered = own.matches("[A-Za-z]?\\d+");
        String name = isNumbered && !label(node).isEmpty() ? label(node) : own;
        return ids.computeIfAbsent(type, unused -> new Ids()).of(node.id(), name);
    }

    private static String label(Links.Node node) {
        return node.has("name") ? node.get("name") : node.get("label");
    }

    private static String name(Links.Node node) {
        String label = label(node);
        return label.isEmpty() ? node.id().replaceFirst("^(good|provider|market):(?=.)", "") : label;
    }

    /** Writes the stages, and gives the id of each good's. */
    private Map<Links.Node, String> stages(Map<Links.Node, Integer> layers) {
        Map<String, Integer> first = new LinkedHashMap<>();
        Map<Links.Node, String> names = new LinkedHashMap<>();
        int placed = 0;
        for (Links.Node node : goods) {
            int layer = layers.getOrDefault(node, 1);
            boolean isStated = node.has("stage");
            String name = isStated ? node.get("stage") : "Stage " + layer;
            placed += isStated ? 0 : 1;
            names.put(node, name);
            first.merge(name, layer, Math::min);
        }
        used.add("stage");
        Ids stageIds = new Ids();
        int order = 1;
        for (Map.Entry<String, Integer> stage :
                first.entrySet().stream().sorted(Map.Entry.comparingByValue()).toList()) {
            DraftTable.Row row = draft.table(Tables.STAGES).add();
            row.set("id", stageIds.of(stage.getKey())).set("name", stage.getKey());
            row.assume("order", order++, "by how far downstream its goods are");
        }
        Map<Links.Node, String> stages = new HashMap<>();
        names.forEach((node, name) -> stages.put(node, stageIds.of(name)));
        if (placed > 0) {
            findings.assumed(
                    "stage",
                    "of " + Amounts.counted(placed, "good", "goods"),
                    NONE + "; by how far downstream they are");
        }
        return stages;
    }

    private void good(Links.Node node, String stage, boolean hasInputs, boolean hasUses) {
        DraftTable.Row row = draft.table(Tables.GOODS).add();
        row.set("id", id(node)).set("name", name(node));
        stated.take(node, row, Tables.GOODS);
        row.set("name", name(node)).set("stage", stage);
        if (row.get("kind").isEmpty()) {
            row.assume(
                    "kind",
                    !hasInputs ? "material" : hasUses ? "component" : "product",
                    NONE + "; by what it needs and who needs it");
        }
    }

    private void provider(Links.Node node) {
        DraftTable.Row row = draft.table(Tables.PROVIDERS).add();
        row.set("id", id(node)).set("name", name(node));
        used.add("country");
        used.add("provider_type");
        Optional<String> country = country(node);
        String type = node.get("provider_type");
        if (!type.isEmpty()) {
            row.set("type", type);
        } else {
            row.assume(
                    "type",
                    country.isEmpty() ? "rest" : "company",
                    country.isEmpty() ? "the file states no country" : NONE);
        }
        country.ifPresent(code -> row.set("country", code));
    }

    private void market(Links.Node node) {
        DraftTable.Row row = draft.table(Tables.MARKETS).add();
        row.set("id", id(node)).set("name", name(node));
        stated.take(node, row, Tables.MARKETS);
        row.set("name", name(node));
        country(node).ifPresent(code -> row.set("country", code));
        if (row.get("function").isEmpty()) {
            row.assume("function", "units", NONE);
        }
        if (row.get("switch_weeks").isEmpty()) {
            row.assume("switch_weeks", SWITCH_WEEKS, NONE);
        }
        if (row.get("price_sensitivity").isEmpty()) {
            row.assume("price_sensitivity", 0, 0.5, 1, NONE);
        }
    }

    /** The country that a node states, in three letters; a fault if it is none. */
    private Optional<String> country(Links.Node node) {
        String stated = node.get("country");
        if (stated.isEmpty()) {
            return Optional.empty();
        }
        used.add("country");
        Optional<String> code = Countries.codes().stream()
                .filter(each -> each.equalsIgnoreCase(stated)
                        || Countries.alpha2(each).equalsIgnoreCase(stated)
                        || Countries.name(each).equalsIgnoreCase(stated))
                .min(Comparator.naturalOrder());
        if (code.isEmpty()) {
            findings.fault(
                    node.file(),
                    node.row(),
                    "country",
                    stated,
                    "a country of ISO 3166-1: its letters or its English name");
        }
        return code;
    }

    /**
     * Who makes a good of which no maker is stated: its country, if it states one, otherwise all makers of the world as one.
     *
     * @return the maker's id
     */
    String soleMaker(Links.Node good) {
        String code = country(good).orElse("");
        return makersOfCountries.computeIfAbsent(code, unused -> {
            Ids known = ids.computeIfAbsent(NodeType.PROVIDER, none -> new Ids());
            DraftTable.Row row = draft.table(Tables.PROVIDERS).add();
            if (code.isEmpty()) {
                row.set("id", known.of("country:", "all makers")).set("name", "All makers");
                row.assume("type", "rest", "the file does not say who makes these goods");
            } else {
                row.set("id", known.of("country:" + code, Countries.name(code))).set("name", Countries.name(code));
                row.set("type", "country").set("country", code);
            }
            return row.get("id");
        });
    }
}
