package io.chokepoint.exchange;

import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.Draft;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** {@code datapackage.json} (Frictionless Data Package, version 2) of a draft, with a schema for each table. */
final class DescriptorWriter {
    static final String FILE = "datapackage.json";

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private DescriptorWriter() {}

    static String of(Draft draft) {
        ObjectNode root = JSON.createObjectNode();
        root.put("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        root.put("name", draft.name().isEmpty() ? "imported" : draft.name());
        root.put("title", draft.title().isEmpty() ? "Imported" : draft.title());
        if (!draft.description().isEmpty()) {
            root.put("description", draft.description());
        }
        if (!draft.licence().isEmpty()) {
            root.putArray("licenses").addObject().put("title", draft.licence());
        }
        ArrayNode resources = root.putArray("resources");
        for (TableSchema schema : Tables.all()) {
            if (draft.tables().containsKey(schema.name())) {
                resource(resources.addObject(), schema);
            }
        }
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n";
    }

    static void resource(ObjectNode resource, TableSchema schema) {
        resource.put("name", schema.name());
        resource.put("type", "table");
        resource.put("path", schema.file());
        resource.put("format", "csv");
        resource.put("mediatype", "text/csv");
        resource.put("encoding", "utf-8");
        ObjectNode form = resource.putObject("schema");
        ArrayNode fields = form.putArray("fields");
        for (TableSchema.Column column : schema.columns()) {
            if (column.presence() == TableSchema.Presence.OPTIONAL) {
                continue;
            }
            ObjectNode field = fields.addObject();
            field.put("name", column.name());
            field.put(
                    "type",
                    switch (column.type()) {
                        case TEXT -> "string";
                        case NUMBER -> "number";
                        case WHOLE -> "integer";
                    });
            field.put("description", column.description());
            column.range()
                    .ifPresent(range -> field.putObject("constraints")
                            .put("minimum", range.min())
                            .put("maximum", range.max()));
        }
        ArrayNode key = form.putArray("primaryKey");
        schema.key().forEach(key::add);
        form.putArray("missingValues").add("");
    }
}
