package io.chokepoint.exchange.graph;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.RefusedInput;
import io.chokepoint.exchange.intake.XmlGate;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;

/** Counts nodes and edges of GraphML and GEXF and keeps their lines, which the reader does not tell. */
final class XmlGraphGate implements XmlGate.Watch {
    private final String format;
    private final Map<String, Integer> nodeLines = new HashMap<>();
    private final List<Integer> edgeLines = new ArrayList<>();
    private final Map<String, String> leftOut = new LinkedHashMap<>();
    private boolean directed = true;
    private boolean begun;
    private int graphs;

    private XmlGraphGate(String format) {
        this.format = format;
    }

    static GraphGate check(String format, String text) throws RefusedInput {
        XmlGraphGate gate = new XmlGraphGate(format);
        XmlGate.scan(new StringReader(text), gate);
        if (gate.graphs == 0) {
            throw new RefusedInput(0, "has no element 'graph'", "a graph");
        }
        return new GraphGate(gate.directed, gate.nodeLines, gate.edgeLines, gate.leftOut);
    }

    @Override
    public void start(String element, XMLStreamReader at) throws RefusedInput {
        int line = Math.max(1, at.getLocation().getLineNumber());
        if (!begun) {
            begun = true;
            if (!element.equals(format)) {
                throw new RefusedInput(line, "begins with the element '" + element + "'", "'" + format + "'");
            }
        }
        switch (element) {
            case "graph" -> graph(at);
            case "node" -> {
                String id = at.getAttributeValue(null, "id");
                if (id == null || id.isBlank()) {
                    throw new RefusedInput(line, "has a node without an id", "an id");
                }
                if (nodeLines.put(id, line) != null) {
                    throw new RefusedInput(line, "has the node '" + id + "' twice", "each id once");
                }
            }
            case "edge" -> edge(at, line);
            case "hyperedge", "port" ->
                leftOut.put("the element '" + element + "'", "a link of a dataset joins two goods");
            case "spell", "spells" -> leftOut.put("times of nodes and edges", "a dataset states one time");
            default -> {}
        }
        if (nodeLines.size() > Bounds.NODES || edgeLines.size() > Bounds.EDGES) {
            throw new RefusedInput(
                    line,
                    "has too many nodes or edges",
                    "at most " + Amounts.counted(Bounds.NODES, "node", "nodes") + " and "
                            + Amounts.counted(Bounds.EDGES, "edge", "edges"));
        }
    }

    private void graph(XMLStreamReader at) {
        graphs++;
        String way = at.getAttributeValue(null, "edgedefault");
        if (way == null) {
            way = at.getAttributeValue(null, "defaultedgetype");
        }
        directed &= way == null ? format.equals("graphml") : way.equals("directed");
        if ("dynamic".equals(at.getAttributeValue(null, "mode"))) {
            leftOut.put("the course over time", "a dataset states one time: of each attribute the last value is taken");
        }
        if (graphs > 1) {
            leftOut.put("the nesting of graphs", "a dataset has one level: all nodes and edges are taken");
        }
    }

    private void edge(XMLStreamReader at, int line) throws RefusedInput {
        for (String end : List.of("source", "target")) {
            String id = at.getAttributeValue(null, end);
            if (id == null || id.isBlank()) {
                throw new RefusedInput(line, "has an edge without a " + end, "the id of a node");
            }
        }
        edgeLines.add(line);
        if ("undirected".equals(at.getAttributeValue(null, "type"))
                || "false".equals(at.getAttributeValue(null, "directed"))) {
            directed = false;
        }
    }
}
