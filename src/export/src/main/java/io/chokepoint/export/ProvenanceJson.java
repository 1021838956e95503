package io.chokepoint.export;

import io.chokepoint.result.Provenance;
import java.io.StringWriter;
import java.util.List;
import java.util.stream.Collectors;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * Where a result comes from, as it stands in every result file: {@code program} (its version), {@code model} with {@code name} and
 * {@code version}, {@code dataset} and {@code scenario} each with {@code id} and {@code sha256}, {@code figures}. What there is none of is
 * null. The names are a contract, as those of columns.
 */
public final class ProvenanceJson {
    private static final JsonFactory FACTORY = new JsonFactory();

    private ProvenanceJson() {}

    /** On one line; letters of ids are ASCII, so it fits everywhere a picture can keep a text. */
    public static String text(Provenance provenance) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(ObjectWriteContext.empty(), text)) {
            write(provenance, json);
        }
        return text.toString();
    }

    /** Of all that a picture shows: as of one, an array of several, empty for none. */
    public static String text(List<Provenance> all) {
        return all.size() < 2
                ? all.stream().map(ProvenanceJson::text).collect(Collectors.joining())
                : all.stream().map(ProvenanceJson::text).collect(Collectors.joining(",", "[", "]"));
    }

    static void write(Provenance provenance, JsonGenerator json) {
        json.writeStartObject();
        json.writeStringProperty("program", provenance.version());
        json.writeName("model");
        provenance
                .model()
                .ifPresentOrElse(
                        model -> {
                            json.writeStartObject();
                            json.writeStringProperty("name", model.name());
                            json.writeStringProperty("version", model.version());
                            json.writeEndObject();
                        },
                        json::writeNull);
        input("dataset", provenance.dataset(), provenance.inputs().dataset(), json);
        input("scenario", provenance.scenario(), provenance.inputs().scenario(), json);
        json.writeStringProperty("figures", provenance.figures());
        json.writeEndObject();
    }

    private static void input(String name, String id, String fingerprint, JsonGenerator json) {
        json.writeName(name);
        if (id.isEmpty()) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        json.writeStringProperty("id", id);
        json.writeName("sha256");
        if (fingerprint.isEmpty()) {
            json.writeNull();
        } else {
            json.writeString(fingerprint);
        }
        json.writeEndObject();
    }
}
