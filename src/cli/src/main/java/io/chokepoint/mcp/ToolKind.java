package io.chokepoint.mcp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.text.Texts;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;

/**
 * One tool.
 *
 * @param parameters in the order in which they are told
 * @param work answers a call; throws {@link io.chokepoint.base.ChokepointException} in words
 */
record ToolKind(String name, List<Parameter> parameters, BiFunction<Arguments, RunMonitor, Reply> work) {

    /** What a parameter takes. */
    enum Type {
        TEXT("string"),
        TEXTS("array"),
        WHOLE("integer");

        private final String json;

        Type(String json) {
            this.json = json;
        }
    }

    /**
     * @param least of a whole number
     * @param most of a whole number
     */
    record Parameter(String name, Type type, boolean isRequired, int least, int most) {
        static Parameter text(String name) {
            return new Parameter(name, Type.TEXT, false, 0, 0);
        }

        static Parameter required(String name) {
            return new Parameter(name, Type.TEXT, true, 0, 0);
        }

        static Parameter texts(String name) {
            return new Parameter(name, Type.TEXTS, false, 0, 0);
        }

        static Parameter whole(String name, int least, int most) {
            return new Parameter(name, Type.WHOLE, false, least, most);
        }

        private Map<String, Object> schema() {
            Map<String, Object> schema = new LinkedHashMap<>();
            schema.put("type", type.json);
            schema.put("description", Texts.get("mcp.parameter." + name));
            if (type == Type.TEXTS) {
                schema.put("items", Map.of("type", "string"));
            }
            if (type == Type.WHOLE) {
                schema.put("minimum", least);
                schema.put("maximum", most);
            }
            return schema;
        }
    }

    String title() {
        return Texts.get("mcp.title." + name);
    }

    String description() {
        return Texts.get("mcp.tool." + name);
    }

    Map<String, Object> schema() {
        Map<String, Object> properties = new LinkedHashMap<>();
        parameters.forEach(parameter -> properties.put(parameter.name(), parameter.schema()));
        Map<String, Object> schema = new LinkedHashMap<>();
        schema.put("type", "object");
        schema.put("properties", properties);
        schema.put(
                "required",
                parameters.stream()
                        .filter(Parameter::isRequired)
                        .map(Parameter::name)
                        .toList());
        schema.put("additionalProperties", false);
        return schema;
    }

    Reply answer(Arguments arguments, RunMonitor monitor) {
        return work.apply(arguments, monitor);
    }
}
