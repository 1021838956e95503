package io.chokepoint.export.report;

import io.chokepoint.analysis.MonteCarloResult;
import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.Route;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.study.ScenarioAssessment;
import io.chokepoint.text.Texts;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * What the script of a page draws from, as compact JSON: words, the graph with its places, and for each good and market its series,
 * makers, inputs, reasons and sources. Series are rounded to what a picture shows; the tables of the page carry full figures.
 */
final class PageData {
    private static final JsonFactory FACTORY = new JsonFactory();

    /** What the script says, by the ends of the keys of these texts. */
    private static final List<String> WORDS = List.of(
            "aliases",
            "all",
            "answer",
            "assumption",
            "back",
            "band",
            "baseline",
            "buys",
            "close",
            "compare",
            "contents",
            "dark",
            "everything",
            "filter",
            "filtered",
            "first",
            "fit",
            "graphHelp",
            "graphLabel",
            "held",
            "in",
            "inputs",
            "inWeek",
            "legend",
            "light",
            "lines",
            "loss1",
            "loss2",
            "loss3",
            "loss4",
            "loss5",
            "lost",
            "lowest",
            "main",
            "makers",
            "market",
            "moreHit",
            "never",
            "none",
            "noMatch",
            "note",
            "notHeld",
            "of",
            "output",
            "pause",
            "play",
            "price",
            "print",
            "range",
            "recovers",
            "restricted",
            "role",
            "search",
            "sellsLess",
            "served",
            "share",
            "sources",
            "stays",
            "system",
            "theme",
            "usedIn",
            "view",
            "way",
            "week",
            "why",
            "zoomIn",
            "zoomOut");

    private final Report report;
    private final SimulationResult result;
    private final GraphViews views;
    private final Map<GraphNode, Integer> numbers = new HashMap<>();
    private final Map<GraphEdge, Integer> edges = new HashMap<>();
    private final Citations citations;
    private final NodeJson nodes;

    PageData(Report report, Headline headline, GraphViews views) {
        this.report = report;
        this.result = report.result();
        this.views = views;
        this.citations = new Citations(result.dataset());
        for (GraphNode node : views.graph().nodes()) {
            numbers.put(node, numbers.size());
        }
        for (GraphEdge edge : views.graph().edges()) {
            edges.put(edge, edges.size());
        }
        Optional<MonteCarloResult> drawn = report.assessment().flatMap(ScenarioAssessment::drawn);
        this.nodes = new NodeJson(report, headline, views, drawn, numbers, citations);
    }

    String text() {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            json.writeStartObject();
            run(json);
            words(json);
            json.writeArrayPropertyStart("stages");
            views.graph().stages().forEach(stage -> json.writeString(stage.name()));
            json.writeEndArray();
            json.writeArrayPropertyStart("nodes");
            views.graph().nodes().forEach(node -> nodes.node(node, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("edges");
            views.graph().edges().forEach(edge -> nodes.edge(edge, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("way");
            views.way().forEach(node -> json.writeNumber(number(node)));
            json.writeEndArray();
            json.writeArrayPropertyStart("views");
            view(views.main(), json);
            view(views.everything(), json);
            json.writeEndArray();
            // Last: what is cited is known when all else is written.
            citations.write("sources", json);
            citations.writeNotes("notes", json);
            json.writeEndObject();
        }
        return text.toString();
    }

    private void run(JsonGenerator json) {
        json.writeNumberProperty("weeks", result.weeks());
        result.scenario().startDate().ifPresent(day -> json.writeStringProperty("start", day.toString()));
        int week = nodes.headline()
                .map(node -> GraphViews.outcome(result, node).troughWeek())
                .orElse(0);
        json.writeNumberProperty("week", week);
        nodes.headline().ifPresent(node -> json.writeNumberProperty("headline", number(node)));
        report.other().ifPresent(other -> {
            json.writeArrayPropertyStart("names");
            json.writeString(other.nameOfFirst());
            json.writeString(other.name());
            json.writeEndArray();
        });
    }

    private static void words(JsonGenerator json) {
        json.writeObjectPropertyStart("words");
        WORDS.forEach(word -> json.writeStringProperty(word, Texts.get("report.live." + word)));
        json.writeEndObject();
    }

    private int number(GraphNode node) {
        Integer number = numbers.get(node);
        if (number == null) {
            throw new IllegalStateException("'" + node.id() + "' is not in the graph");
        }
        return number;
    }

    private void view(ColumnPicture picture, JsonGenerator json) {
        json.writeStartObject();
        number("w", picture.width(), json);
        number("h", picture.height(), json);
        json.writeArrayPropertyStart("columns");
        for (Column column : picture.columns()) {
            json.writeStartObject();
            json.writeNumberProperty("stage", views.graph().column(column.stage()));
            json.writeBooleanProperty("open", column.isOpen());
            json.writeName("box");
            box(column.box(), json);
            json.writeNumberProperty("total", column.total());
            json.writeNumberProperty("hit", column.hit());
            json.writeNumberProperty("more", column.moreHit());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("places");
        for (Place place : picture.places()) {
            json.writeStartArray();
            json.writeNumber(number(place.node()));
            json.writeString(place.kind().name().substring(0, 1));
            box(place.box(), json);
            json.writeEndArray();
        }
        json.writeEndArray();
        json.writeArrayPropertyStart("routes");
        for (Route route : picture.routes()) {
            Integer edge = edges.get(route.edge());
            if (edge != null) {
                json.writeStartArray();
                json.writeNumber(edge);
                json.writeString(GraphPart.outline(route).svg());
                json.writeEndArray();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void box(Box box, JsonGenerator json) {
        json.writeStartArray();
        json.writeNumber(Math.round(box.x()));
        json.writeNumber(Math.round(box.y()));
        json.writeNumber(Math.round(box.width()));
        json.writeNumber(Math.round(box.height()));
        json.writeEndArray();
    }

    private static void number(String name, double value, JsonGenerator json) {
        json.writeNumberProperty(name, Math.round(value));
    }
}
