package io.chokepoint.export;

import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.Source;
import io.chokepoint.result.Provenance;
import io.chokepoint.study.Explanation;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.StreamWriteFeature;
import tools.jackson.core.json.JsonFactory;

/** An explanation for programs: its steps as a table, or all of it as an object. */
public final class ExplanationWriter {

    /** One row a step of the chain, from what was asked for back to the restriction. */
    public static final List<String> STEP_COLUMNS = List.of(
            "step", "name", "good", "provider", "week", "lowest", "restricted", "sentence", "figures", "sources");

    private static final JsonFactory FACTORY =
            JsonFactory.builder().disable(StreamWriteFeature.AUTO_CLOSE_TARGET).build();

    private ExplanationWriter() {}

    /** The chain only; the quote, the changes and the sources are in the JSON form. */
    public static void writeCsv(Explanation explanation, Writer out) throws IOException {
        try (RowWriter rows = RowWriter.open(RowWriter.Format.CSV, STEP_COLUMNS, out)) {
            for (Explanation.Step step : explanation.steps()) {
                rows.row(
                        step.number(),
                        step.name(),
                        step.activity().map(activity -> activity.good().id()).orElse(null),
                        step.activity()
                                .map(activity -> activity.provider().id())
                                .orElse(null),
                        step.week(),
                        step.lowest(),
                        step.isRestricted(),
                        step.sentence(),
                        step.figures().stream()
                                .map(use -> use.what() + ": " + use.text())
                                .collect(Collectors.joining("; ")),
                        step.sources().stream()
                                .map(number ->
                                        explanation.sources().get(number - 1).text())
                                .collect(Collectors.joining("; ")));
            }
        }
    }

    /** All of it: subject, quote, steps with their figures, changes, sources, prices, vendors, provenance. */
    public static void writeJson(Explanation explanation, Provenance provenance, Writer out) throws IOException {
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), out)) {
            json.writeStartObject();
            json.writeStringProperty("subject", explanation.subject());
            json.writeBooleanProperty("hit", explanation.isHit());
            json.writeStringProperty("quote", explanation.quote());
            json.writeArrayPropertyStart("steps");
            explanation.steps().forEach(step -> writeStep(step, json));
            json.writeEndArray();
            json.writeArrayPropertyStart("changes");
            for (Explanation.Change change : explanation.changes()) {
                json.writeStartObject();
                json.writeNumberProperty("week", change.week());
                writeOptional(json, "binding_input", change.input().map(Good::id));
                json.writeStringProperty("sentence", change.sentence());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayPropertyStart("sources");
            for (Explanation.NumberedSource source : explanation.sources()) {
                json.writeStartObject();
                json.writeNumberProperty("number", source.number());
                writeOptional(json, "id", source.source().map(Source::id));
                json.writeStringProperty("text", source.text());
                writeOptional(json, "url", source.source().map(Source::url).filter(url -> !url.isEmpty()));
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeName("assumptions");
            json.writeStartObject();
            json.writeNumberProperty("assumed", explanation.assumptions().assumed());
            json.writeNumberProperty("figures", explanation.assumptions().figures());
            json.writeEndObject();
            writeTexts(json, "prices", explanation.prices());
            writeTexts(json, "vendors", explanation.vendors());
            json.writeName("provenance");
            ProvenanceJson.write(provenance, json);
            json.writeEndObject();
        }
        out.write('\n');
        out.flush();
    }

    private static void writeStep(Explanation.Step step, JsonGenerator json) {
        json.writeStartObject();
        json.writeNumberProperty("step", step.number());
        json.writeStringProperty("name", step.name());
        writeOptional(
                json, "good", step.activity().map(activity -> activity.good().id()));
        writeOptional(
                json,
                "provider",
                step.activity().map(activity -> activity.provider().id()));
        json.writeNumberProperty("week", step.week());
        json.writeNumberProperty("lowest", step.lowest());
        json.writeBooleanProperty("restricted", step.isRestricted());
        json.writeStringProperty("sentence", step.sentence());
        json.writeArrayPropertyStart("figures");
        for (Explanation.FigureUse use : step.figures()) {
            Figure figure = use.figure();
            json.writeStartObject();
            json.writeStringProperty("id", figure.id());
            json.writeStringProperty("what", use.what());
            json.writeNumberProperty("low", figure.low());
            json.writeNumberProperty("central", figure.central());
            json.writeNumberProperty("high", figure.high());
            json.writeStringProperty("unit", figure.unit());
            json.writeStringProperty("basis", figure.evidence().basis().id());
            writeNumbers(json, use.sources());
            json.writeEndObject();
        }
        json.writeEndArray();
        writeNumbers(json, step.sources());
        json.writeEndObject();
    }

    private static void writeTexts(JsonGenerator json, String name, List<String> texts) {
        json.writeArrayPropertyStart(name);
        texts.forEach(json::writeString);
        json.writeEndArray();
    }

    private static void writeNumbers(JsonGenerator json, List<Integer> sources) {
        json.writeArrayPropertyStart("sources");
        sources.forEach(json::writeNumber);
        json.writeEndArray();
    }

    private static void writeOptional(JsonGenerator json, String name, Optional<String> text) {
        if (text.isPresent()) {
            json.writeStringProperty(name, text.get());
        } else {
            json.writeNullProperty(name);
        }
    }
}
