package io.chokepoint.exchange.graph;

import io.chokepoint.base.CleanText;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.result.SimulationResult;
import java.io.IOException;
import java.io.Writer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * GEXF 1.3. With a run it is a dynamic graph: the attribute {@value #OUTPUT} of goods, markets and shares of makers is their output as a part of baseline,
 * with a value for each span of weeks in which it stays the same; week 0 is the first. JGraphT's writer knows no time.
 */
final class GexfWriter {
    private static final String OUTPUT = "output";
    private static final String NAMESPACE = "http://gexf.net/1.3";

    private final NetworkGraph graph;
    private final Optional<SimulationResult> run;
    private final String title;

    GexfWriter(ExportSource source, NetworkGraph graph) {
        this.graph = graph;
        this.run = source.run();
        this.title = source.data().dataset().title()
                + source.run().map(result -> ": " + result.scenario().title()).orElse("");
    }

    void write(Writer out) throws IOException {
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out);
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeCharacters("\n");
            xml.writeStartElement("gexf");
            xml.writeDefaultNamespace(NAMESPACE);
            xml.writeAttribute("version", "1.3");
            xml.writeStartElement("meta");
            element(xml, "creator", "Chokepoint");
            element(xml, "title", CleanText.of(title));
            element(xml, "description", description());
            xml.writeEndElement();
            xml.writeStartElement("graph");
            xml.writeAttribute("defaultedgetype", "directed");
            xml.writeAttribute("mode", run.isPresent() ? "dynamic" : "static");
            if (run.isPresent()) {
                xml.writeAttribute("timeformat", "double");
                xml.writeAttribute("timerepresentation", "interval");
                xml.writeAttribute("start", "0.0");
                xml.writeAttribute("end", String.valueOf((double) run.get().weeks()));
            }
            Map<String, String> ofNodes = types(
                    graph.nodes().stream().map(NetworkGraph.Node::attributes).toList());
            Map<String, String> ofEdges = types(
                    graph.edges().stream().map(NetworkGraph.Edge::attributes).toList());
            declare(xml, "node", ofNodes);
            declare(xml, "edge", ofEdges);
            xml.writeStartElement("nodes");
            for (NetworkGraph.Node node : graph.nodes()) {
                line(xml);
                xml.writeStartElement("node");
                xml.writeAttribute("id", node.id());
                xml.writeAttribute("label", CleanText.of(node.label()));
                values(xml, node.attributes(), node.course());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeStartElement("edges");
            for (NetworkGraph.Edge edge : graph.edges()) {
                line(xml);
                xml.writeStartElement("edge");
                xml.writeAttribute("id", edge.id());
                xml.writeAttribute("source", edge.source());
                xml.writeAttribute("target", edge.target());
                values(xml, edge.attributes(), edge.course());
                xml.writeEndElement();
            }
            xml.writeEndElement();
            xml.writeEndElement();
            xml.writeEndElement();
            line(xml);
            xml.writeEndDocument();
            xml.flush();
        } catch (XMLStreamException e) {
            throw e.getNestedException() instanceof IOException cause ? cause : new IOException(e);
        }
    }

    private String description() {
        return "From what is needed to what needs it; attributes are named as the columns of the dataset."
                + run.map(result -> " Time is in weeks from 0; output is a part of baseline. Scenario "
                                + CleanText.of(result.scenario().id()) + ".")
                        .orElse("");
    }

    private static Map<String, String> types(List<Map<String, Object>> parts) {
        Map<String, String> types = new LinkedHashMap<>();
        for (Map<String, Object> part : parts) {
            part.forEach((name, value) -> types.put(
                    name, value instanceof Double ? "double" : value instanceof Integer ? "integer" : "string"));
        }
        return types;
    }

    private void declare(XMLStreamWriter xml, String of, Map<String, String> types) throws XMLStreamException {
        line(xml);
        xml.writeStartElement("attributes");
        xml.writeAttribute("class", of);
        xml.writeAttribute("mode", "static");
        for (Map.Entry<String, String> type : types.entrySet()) {
            declare(xml, type.getKey(), type.getValue());
        }
        xml.writeEndElement();
        if (run.isPresent()) {
            xml.writeStartElement("attributes");
            xml.writeAttribute("class", of);
            xml.writeAttribute("mode", "dynamic");
            declare(xml, OUTPUT, "double");
            xml.writeEndElement();
        }
    }

    private static void declare(XMLStreamWriter xml, String name, String type) throws XMLStreamException {
        xml.writeEmptyElement("attribute");
        xml.writeAttribute("id", name);
        xml.writeAttribute("title", name);
        xml.writeAttribute("type", type);
    }

    private void values(XMLStreamWriter xml, Map<String, Object> attributes, double @Nullable [] course)
            throws XMLStreamException {
        xml.writeStartElement("attvalues");
        for (Map.Entry<String, Object> value : attributes.entrySet()) {
            xml.writeEmptyElement("attvalue");
            xml.writeAttribute("for", value.getKey());
            xml.writeAttribute("value", CleanText.of(String.valueOf(value.getValue())));
        }
        if (course != null) {
            int from = 0;
            for (int week = 1; week <= course.length; week++) {
                if (week == course.length || Double.compare(course[week], course[from]) != 0) {
                    xml.writeEmptyElement("attvalue");
                    xml.writeAttribute("for", OUTPUT);
                    xml.writeAttribute("value", String.valueOf(course[from]));
                    xml.writeAttribute("start", String.valueOf((double) from));
                    xml.writeAttribute("end", String.valueOf((double) week));
                    from = week;
                }
            }
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private static void line(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeCharacters("\n");
    }
}
