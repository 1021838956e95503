package io.chokepoint.exchange.graph;

import io.chokepoint.base.CleanText;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.exchange.outlet.Exporter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jgrapht.graph.DirectedPseudograph;
import org.jgrapht.nio.Attribute;
import org.jgrapht.nio.AttributeType;
import org.jgrapht.nio.DefaultAttribute;
import org.jgrapht.nio.dot.DOTExporter;
import org.jgrapht.nio.graphml.GraphMLExporter;

/** A dataset as a graph file. With a run, nodes carry what becomes of them; GEXF carries it week by week. */
public final class GraphExporter implements Exporter {
    private final GraphImporter.Kind kind;

    public GraphExporter(GraphImporter.Kind kind) {
        this.kind = kind;
    }

    @Override
    public String format() {
        return kind.word();
    }

    @Override
    public String description() {
        return switch (kind) {
            case GRAPHML -> "GraphML with all attributes, for networkx, igraph, yEd";
            case GEXF -> "GEXF for Gephi; with a run as a graph that changes week by week";
            case DOT -> "DOT for Graphviz";
        };
    }

    @Override
    public boolean takesRun() {
        return true;
    }

    @Override
    public boolean isText() {
        return true;
    }

    @Override
    public void write(ExportSource source, OutputStream out) throws IOException {
        NetworkGraph graph = NetworkGraph.of(source);
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        switch (kind) {
            case GRAPHML -> graphml(graph, text);
            case GEXF -> new GexfWriter(source, graph).write(text);
            case DOT -> dot(graph, text);
        }
        text.flush();
    }

    private static DirectedPseudograph<NetworkGraph.Node, NetworkGraph.Edge> jgrapht(NetworkGraph graph) {
        DirectedPseudograph<NetworkGraph.Node, NetworkGraph.Edge> built =
                new DirectedPseudograph<>(NetworkGraph.Edge.class);
        Map<String, NetworkGraph.Node> nodes = new LinkedHashMap<>();
        for (NetworkGraph.Node node : graph.nodes()) {
            built.addVertex(node);
            nodes.put(node.id(), node);
        }
        for (NetworkGraph.Edge edge : graph.edges()) {
            NetworkGraph.Node from = nodes.get(edge.source());
            NetworkGraph.Node to = nodes.get(edge.target());
            if (from != null && to != null) {
                built.addEdge(from, to, edge);
            }
        }
        return built;
    }

    private static void graphml(NetworkGraph graph, Writer out) {
        GraphMLExporter<NetworkGraph.Node, NetworkGraph.Edge> writer = new GraphMLExporter<>(NetworkGraph.Node::id);
        Map<String, AttributeType> ofNodes = new LinkedHashMap<>();
        ofNodes.put("name", AttributeType.STRING);
        graph.nodes().forEach(node -> node.attributes().forEach((name, value) -> ofNodes.put(name, type(value))));
        Map<String, AttributeType> ofEdges = new LinkedHashMap<>();
        graph.edges().forEach(edge -> edge.attributes().forEach((name, value) -> ofEdges.put(name, type(value))));
        // The names of attributes are one space to the writer, for nodes and edges alike.
        Map<String, AttributeType> all = new LinkedHashMap<>(ofNodes);
        all.putAll(ofEdges);
        all.forEach((name, type) -> writer.registerAttribute(
                name,
                ofNodes.containsKey(name) && ofEdges.containsKey(name)
                        ? GraphMLExporter.AttributeCategory.ALL
                        : ofNodes.containsKey(name)
                                ? GraphMLExporter.AttributeCategory.NODE
                                : GraphMLExporter.AttributeCategory.EDGE,
                type));
        writer.setVertexAttributeProvider(GraphExporter::withName);
        writer.setEdgeAttributeProvider(edge -> attributes(edge.attributes()));
        writer.exportGraph(jgrapht(graph), out);
    }

    private static void dot(NetworkGraph graph, Writer out) {
        DOTExporter<NetworkGraph.Node, NetworkGraph.Edge> writer = new DOTExporter<>(node -> quoted(node.id()));
        writer.setGraphAttributeProvider(() -> Map.of("rankdir", DefaultAttribute.createAttribute("LR")));
        writer.setVertexAttributeProvider(node -> {
            Map<String, Attribute> attributes = withName(node);
            attributes.put("label", DefaultAttribute.createAttribute(CleanText.of(node.label())));
            return attributes;
        });
        writer.setEdgeAttributeProvider(edge -> attributes(edge.attributes()));
        writer.exportGraph(jgrapht(graph), out);
    }

    private static String quoted(String id) {
        return "\"" + id.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
    }

    private static Map<String, Attribute> withName(NetworkGraph.Node node) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        attributes.put("name", DefaultAttribute.createAttribute(CleanText.of(node.label())));
        attributes.putAll(attributes(node.attributes()));
        return attributes;
    }

    private static Map<String, Attribute> attributes(Map<String, Object> values) {
        Map<String, Attribute> attributes = new LinkedHashMap<>();
        values.forEach((name, value) -> attributes.put(
                name,
                switch (value) {
                    case Double number -> DefaultAttribute.createAttribute(number);
                    case Integer number -> DefaultAttribute.createAttribute(number);
                    default -> DefaultAttribute.createAttribute(CleanText.of(String.valueOf(value)));
                }));
        return attributes;
    }

    private static AttributeType type(Object value) {
        return switch (value) {
            case Double unused -> AttributeType.DOUBLE;
            case Integer unused -> AttributeType.INT;
            default -> AttributeType.STRING;
        };
    }
}
