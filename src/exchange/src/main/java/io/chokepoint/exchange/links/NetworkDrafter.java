package io.chokepoint.exchange.links;

import io.chokepoint.base.Amounts;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.NumberCells;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Fills a draft with nodes and edges: nodes are goods unless their attribute {@code type} says {@code provider} or {@code market}; an edge from good to
 * good is a dependency, from provider to good a supply, from good to market a demand. Attributes named as columns of those tables are their figures;
 * an attribute {@code quantity}, {@code weight} or {@code value} is divided by its sum over the edges of the same kind and good. What is neither stated
 * nor follows is assumed, and marked so.
 */
public final class NetworkDrafter {
    static final String SOURCE = "import";

    /** Attributes of edges that are divided by their sum. */
    public static final List<String> QUANTITIES = List.of("quantity", "weight", "value");

    private final Links links;
    private final Draft draft;
    private final Findings findings;
    private final Set<String> usedOfNodes = new HashSet<>(Set.of("label", "name", "id"));
    private final Set<String> usedOfEdges = new HashSet<>(Set.of("id", "source", "target"));

    private NetworkDrafter(Links links, Draft draft) {
        this.links = links;
        this.draft = draft;
        this.findings = draft.findings();
    }

    /** Fills the tables; faults and all that there is to say go into the draft's findings. */
    public static void fill(Links links, Draft draft) {
        new NetworkDrafter(links, draft).fill();
    }

    private void fill() {
        if (links.isFull()) {
            findings.faultAt(
                    links.shown(),
                    0,
                    "",
                    "has " + Amounts.counted(links.nodes().size(), "node", "nodes") + " and "
                            + Amounts.counted(links.edges().size(), "edge", "edges") + " or more",
                    "at most " + Amounts.count(Bounds.NODES) + " and " + Amounts.count(Bounds.EDGES));
            return;
        }
        for (Links.Node node : links.nodes()) {
            if (node.id().isBlank()) {
                findings.fault(node.file(), node.row(), "id", "", "what names a node");
                return;
            }
        }
        Map<Links.Node, NodeType> types = types();
        if (types.values().stream().noneMatch(type -> type == NodeType.GOOD)) {
            findings.faultAt(links.shown(), 0, "", "has no node that is a good", "at least one");
            return;
        }
        Map<EdgeType, List<Links.Edge>> edges = edges(types);
        if (!links.isDirected()) {
            findings.assumed(
                    "direction of edges",
                    "from source to target",
                    "the file says that they have none, and what needs what must be known");
        }
        DraftTable.Row source = draft.table(Tables.SOURCES).add();
        source.set("id", SOURCE).set("title", "Imported from " + links.shown());
        NodeRows nodes = new NodeRows(links, draft, usedOfNodes);
        nodes.write(types, edges);
        new EdgeRows(links, draft, usedOfEdges, nodes).write(edges, nodes.goods());
        understood(types, edges);
        leftOut(links.nodes(), usedOfNodes, "nodes");
        leftOut(links.edges(), usedOfEdges, "edges");
    }

    private Map<Links.Node, NodeType> types() {
        Map<Links.Node, NodeType> types = new LinkedHashMap<>();
        for (Links.Node node : links.nodes()) {
            String word = node.get("type").toLowerCase(Locale.ROOT);
            NodeType type = NodeType.of(word);
            types.put(node, type == null ? NodeType.GOOD : type);
            if (type != null) {
                usedOfNodes.add("type");
            }
        }
        return types;
    }

    /** Edges by what they are; those between the same two nodes are one. */
    private Map<EdgeType, List<Links.Edge>> edges(Map<Links.Node, NodeType> types) {
        Map<EdgeType, List<Links.Edge>> sorted = new LinkedHashMap<>();
        for (EdgeType type : EdgeType.values()) {
            sorted.put(type, new ArrayList<>());
        }
        Map<List<Object>, Links.Edge> first = new HashMap<>();
        for (Links.Edge edge : links.edges()) {
            EdgeType type = EdgeType.between(types.get(edge.source()), types.get(edge.target()));
            if (edge.source() == edge.target()) {
                findings.leftOut("the edge from a node to itself", place(edge), "no good is an input of itself");
            } else if (type == null) {
                findings.leftOut(
                        "the edge from a " + word(types, edge.source()) + " to a " + word(types, edge.target()),
                        place(edge),
                        "edges lead from provider to good, from good to good, from good to market");
            } else {
                Links.Edge same = first.putIfAbsent(
                        List.of(edge.source(), edge.target(), type == EdgeType.DEMAND ? edge.get("provider") : ""),
                        edge);
                if (same == null) {
                    sorted.getOrDefault(type, new ArrayList<>()).add(edge);
                } else {
                    add(edge, same);
                }
            }
        }
        return sorted;
    }

    private static String word(Map<Links.Node, NodeType> types, Links.Node node) {
        return types.getOrDefault(node, NodeType.GOOD).name().toLowerCase(Locale.ROOT);
    }

    /** Adds the quantity of an edge to that of another between the same two nodes. */
    private void add(Links.Edge edge, Links.Edge same) {
        for (String name : QUANTITIES) {
            if (edge.has(name) && same.has(name)) {
                double sum = number(edge.get(name)) + number(same.get(name));
                if (Double.isFinite(sum)) {
                    same.set(name, DraftTable.text(sum));
                    findings.understood("edges between the same two nodes, added up", 1);
                    return;
                }
            }
        }
        findings.leftOut("a second edge between the same two nodes", place(edge), "the first one stands");
    }

    private static double number(String text) {
        return NumberCells.parse(text).orElse(Double.NaN);
    }

    private String place(Links.Edge edge) {
        return edge.file() + (edge.row() > 0 ? ":" + edge.row() : "") + ": " + edge.words();
    }

    private void understood(Map<Links.Node, NodeType> types, Map<EdgeType, List<Links.Edge>> edges) {
        for (NodeType type : NodeType.values()) {
            long count = types.values().stream().filter(each -> each == type).count();
            if (count > 0) {
                findings.understood("nodes as " + type.plural(), count);
            }
        }
        edges.forEach((type, list) -> {
            if (!list.isEmpty()) {
                findings.understood("edges as " + type.plural(), list.size());
            }
        });
    }

    private void leftOut(List<? extends Links.Part> parts, Set<String> used, String of) {
        for (Links.Part part : parts) {
            part.attributes().forEach((name, value) -> {
                if (!used.contains(name) && !value.isBlank()) {
                    findings.leftOut(
                            "the attribute '" + name + "' of " + of,
                            part.file() + (part.row() > 0 ? ":" + part.row() : ""),
                            "no column of a dataset is called so");
                }
            });
        }
    }
}
