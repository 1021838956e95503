package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.core.util.Separators;
import tools.jackson.core.util.Separators.Spacing;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The JSON Schema of scenario files. What it says of restrictions follows from their kinds; the rest, and the restriction's
 * fields that all kinds have, stand in the shipped file.
 */
public final class ScenarioSchema {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String FIGURE = " One number, or [low, central, high].";

    /** A customer's term. */
    private static final String MAKERS_ONLY = "^(?!.*(^|\\s)!?(to(\\.[a-z]+)?|market):)";

    /** Fields of a restriction of any kind, before and after its parameters. */
    private static final List<String> BEFORE = List.of("select", "endUse", "start", "end", "rampWeeks");

    private static final List<String> AFTER = List.of("note", "source", "basis");

    private final RestrictionKinds kinds;
    private final ObjectNode root;

    private ScenarioSchema(RestrictionKinds kinds) {
        this.kinds = kinds;
        this.root = (ObjectNode) shipped();
    }

    /** The schema for files that may name these kinds of restriction, as text. */
    public static String of(RestrictionKinds kinds) {
        return new ScenarioSchema(kinds).text();
    }

    private static JsonNode shipped() {
        try (InputStream file = Objects.requireNonNull(
                ScenarioSchema.class.getResourceAsStream("schema/scenario.schema.json"), "the schema is missing")) {
            return JSON.readTree(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String text() {
        ObjectNode definitions = (ObjectNode) root.path("$defs");
        ObjectNode restriction = (ObjectNode) definitions.path("restriction");
        ObjectNode stated = (ObjectNode) restriction.path("properties");
        ObjectNode fields = JSON.createObjectNode();
        fields.set("kind", kind());
        BEFORE.forEach(name -> fields.set(name, stated.path(name)));
        kinds.parameters().forEach(parameter -> fields.set(parameter.name(), figure(parameter)));
        AFTER.forEach(name -> fields.set(name, stated.path(name)));
        restriction.set("properties", fields);
        ArrayNode rules = JSON.createArrayNode();
        kinds.list().forEach(kind -> rules.add(rule(kind)));
        restriction.set("allOf", rules);
        bounds();
        return JSON.writer().with(layout()).writeValueAsString(root) + "\n";
    }

    /** The bounds of what is no parameter of a kind, from where the reader has them. */
    private void bounds() {
        bound("/properties/horizonWeeks", Scenario.HORIZON);
        String restriction = "/$defs/restriction/properties/";
        bound("/$defs/weight", Range.EXTRA);
        bound(restriction + "rampWeeks", Range.WEEKS_FROM_ONE);
        String stockBuild = "/$defs/measure/oneOf/0/properties/";
        String expansion = "/$defs/measure/oneOf/1/properties/";
        for (String form : List.of("/oneOf/0", "/oneOf/1/items")) {
            bound(restriction + "start" + form, Range.WEEKS);
            bound(restriction + "end" + form, Range.WEEKS_FROM_ONE);
            bound(stockBuild + "weeks" + form, Range.WEEKS);
            bound(expansion + "added" + form, Range.EXTRA);
        }
        bound(expansion + "start", Range.WEEKS);
        bound(expansion + "rampWeeks", Range.WEEKS_FROM_ONE);
        String observation = "/$defs/observation/properties/";
        for (String name : List.of("fromWeek", "toWeek", "low", "central", "high")) {
            bound(observation + name, Range.WEEKS);
        }
        for (String name : List.of("low", "central", "high")) {
            bound("/$defs/observation/allOf/0/else/then/properties/" + name, Range.PRICE_SEEN);
            ((ObjectNode) root.at("/$defs/observation/allOf/0/else/else/properties/" + name))
                    .put("maximum", (long) Range.SEEN.max());
        }
    }

    private void bound(String pointer, Range range) {
        bound((ObjectNode) root.at(pointer), range);
    }

    private static void bound(ObjectNode number, Range range) {
        bound(number, "minimum", range.min());
        bound(number, "maximum", range.max());
    }

    private ObjectNode kind() {
        ObjectNode kind = JSON.createObjectNode();
        ArrayNode ids = kind.putArray("enum");
        kinds.ids().forEach(ids::add);
        String what = kinds.list().stream()
                .map(each -> each.id() + ": " + each.words().inFiles())
                .collect(Collectors.joining("; "));
        return kind.put("description", "What the restriction does: " + what + ".");
    }

    private static ObjectNode figure(RestrictionParameter parameter) {
        ObjectNode figure = JSON.createObjectNode().put("description", parameter.description() + FIGURE);
        ArrayNode forms = figure.putArray("oneOf");
        forms.add(number(parameter));
        ObjectNode triple = forms.addObject().put("type", "array");
        triple.set("items", number(parameter));
        triple.put("minItems", 3).put("maxItems", 3);
        return figure;
    }

    private static ObjectNode number(RestrictionParameter parameter) {
        ObjectNode number = JSON.createObjectNode().put("type", "number");
        bound(number, parameter.range());
        return number;
    }

    private static void bound(ObjectNode number, String name, double value) {
        if (value == Math.rint(value)) {
            number.put(name, (long) value);
        } else {
            number.put(name, value);
        }
    }

    /** If it is of this kind, then it has these parameters and not those of others. */
    private ObjectNode rule(RestrictionKind kind) {
        ObjectNode rule = JSON.createObjectNode();
        ObjectNode condition = rule.putObject("if");
        condition.putObject("properties").putObject("kind").put("const", kind.id());
        condition.putArray("required").add("kind");
        ObjectNode consequence = rule.putObject("then");
        ObjectNode fields = consequence.putObject("properties");
        Set<String> own = new TreeSet<>();
        kind.parameters().forEach(parameter -> own.add(parameter.name()));
        kinds.parameters()
                .map(RestrictionParameter::name)
                .filter(name -> !own.contains(name))
                .forEach(name -> fields.put(name, false));
        if (kind.isOfMakers()) {
            fields.put("endUse", false);
            fields.putObject("select").putObject("items").put("pattern", MAKERS_ONLY);
        }
        List<RestrictionParameter> needed =
                kind.parameters().stream().filter(p -> !p.isOptional()).toList();
        if (!needed.isEmpty()) {
            ArrayNode required = consequence.putArray("required");
            needed.forEach(parameter -> required.add(parameter.name()));
        }
        return rule;
    }

    /** Two spaces, a line for every item, a line feed on every system. */
    private static DefaultPrettyPrinter layout() {
        DefaultPrettyPrinter layout = new DefaultPrettyPrinter(Separators.createDefaultInstance()
                .withObjectNameValueSpacing(Spacing.AFTER)
                .withObjectEmptySeparator("")
                .withArrayEmptySeparator(""));
        DefaultIndenter lines = new DefaultIndenter("  ", "\n");
        layout.indentObjectsWith(lines);
        layout.indentArraysWith(lines);
        return layout;
    }
}
