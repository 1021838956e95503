package io.chokepoint.data;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import java.io.IOException;
import java.io.StringWriter;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.json.JsonFactory;

/** Writes scenario files that {@link ScenarioReader} reads back to the same scenario. No state. */
public final class ScenarioWriter {
    private static final String SCHEMA = "scenario.schema.json";

    private ScenarioWriter() {}

    /**
     * Writes a scenario whole or not at all: to a temporary file that then takes the place of the old one.
     *
     * @throws ChokepointException if the file cannot be written
     */
    public static void write(Scenario scenario, Path file) {
        try {
            boolean besideSchema = Files.exists(file.resolveSibling(SCHEMA));
            TextFiles.write(file, json(scenario, besideSchema));
        } catch (IOException e) {
            throw new ChokepointException("'" + file + "' cannot be written: " + e.getMessage(), e);
        }
    }

    /** The scenario as the text of a file. */
    public static String toJson(Scenario scenario) {
        return json(scenario, false);
    }

    private static String json(Scenario scenario, boolean withSchema) {
        StringWriter text = new StringWriter();
        JsonLayout layout = new JsonLayout();
        try (JsonGenerator out = new JsonFactory().createGenerator(new Context(layout), text)) {
            out.writeStartObject();
            if (withSchema) {
                out.writeStringProperty("$schema", SCHEMA);
            }
            write(out, layout, scenario);
            out.writeEndObject();
        }
        return text.append('\n').toString();
    }

    private static void write(JsonGenerator out, JsonLayout layout, Scenario scenario) {
        out.writeStringProperty("id", scenario.id());
        out.writeStringProperty("title", scenario.title());
        text(out, "question", scenario.question());
        text(out, "narrative", scenario.narrative());
        text(out, "status", scenario.remarks().status());
        text(out, "group", scenario.remarks().group());
        scenario.startDate().ifPresent(date -> out.writeStringProperty("startDate", date.toString()));
        out.writeNumberProperty("horizonWeeks", scenario.horizonWeeks());
        scenario.rationing().ifPresent(rule -> rationing(out, rule));
        scenario.rules().ifPresent(rules -> rules(out, rules));
        layout.itemsOnLines();
        out.writeArrayPropertyStart("restrictions");
        scenario.restrictions().forEach(restriction -> restriction(out, restriction));
        out.writeEndArray();
        if (!scenario.measures().isEmpty()) {
            layout.itemsOnLines();
            out.writeArrayPropertyStart("measures");
            scenario.measures().forEach(measure -> measure(out, measure));
            out.writeEndArray();
        }
        if (!scenario.expected().isEmpty()) {
            layout.itemsOnLines();
            out.writeArrayPropertyStart("expected");
            for (Scenario.Expectation expectation : scenario.expected()) {
                out.writeStartObject();
                out.writeStringProperty("text", expectation.text());
                out.writeStringProperty("source", expectation.source());
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        text(out, "modelSays", scenario.remarks().modelSays());
        text(out, "differs", scenario.remarks().differs());
        if (!scenario.sources().isEmpty()) {
            texts(out, "sources", scenario.sources());
        }
        scenario.remarks().model().ifPresent(model -> {
            out.writeObjectPropertyStart("model");
            out.writeStringProperty("name", model.name());
            out.writeStringProperty("version", model.version());
            out.writeEndObject();
        });
    }

    private static void rationing(JsonGenerator out, RationingRule rule) {
        out.writeObjectPropertyStart("rationing");
        switch (rule) {
            case RationingRule.Proportional unused -> out.writeStringProperty("rule", "proportional");
            case RationingRule.DomesticFirst unused -> out.writeStringProperty("rule", "domestic-first");
            case RationingRule.Price unused -> out.writeStringProperty("rule", "price");
            case RationingRule.Priority priority -> {
                out.writeStringProperty("rule", "priority");
                out.writeArrayPropertyStart("classes");
                for (RationingRule.PriorityClass each : priority.classes()) {
                    out.writeStartArray();
                    each.customers().forEach(selector -> out.writeString(selector.text()));
                    if (each.otherUses()) {
                        out.writeString("otherUses");
                    }
                    out.writeEndArray();
                }
                out.writeEndArray();
            }
        }
        out.writeEndObject();
    }

    private static void rules(JsonGenerator out, RuleWeights rules) {
        out.writeObjectPropertyStart("rules");
        for (RuleWeights.Rule rule : RuleWeights.Rule.values()) {
            if (rules.weights().containsKey(rule)) {
                number(out, rule.id(), rules.weights().get(rule));
            }
        }
        out.writeEndObject();
    }

    private static void restriction(JsonGenerator out, Restriction restriction) {
        Restriction.Terms terms = restriction.terms();
        out.writeStartObject();
        out.writeStringProperty("kind", restriction.kind().id());
        texts(out, "select", terms.select().stream().map(Selector::text).toList());
        terms.endUse().ifPresent(tag -> out.writeStringProperty("endUse", tag));
        period(out, terms.period());
        restriction.parameters().forEach(parameter -> figure(out, parameter.name(), parameter.value()));
        evidence(out, terms.note(), terms.source(), terms.basis().id());
        out.writeEndObject();
    }

    private static void measure(JsonGenerator out, Measure measure) {
        out.writeStartObject();
        out.writeStringProperty("kind", measure.kind());
        texts(out, "select", measure.select().stream().map(Selector::text).toList());
        figure(out, measure.figureName(), measure.figure());
        measure.period().ifPresent(period -> period(out, period));
        evidence(
                out,
                measure.note(),
                measure.source(),
                measure.figure().evidence().basis().id());
        out.writeEndObject();
    }

    private static void period(JsonGenerator out, Period period) {
        if (period.startFigure().isPresent()) {
            figure(out, "start", period.startFigure().get());
        } else {
            out.writeNumberProperty("start", period.start());
        }
        if (period.endFigure().isPresent()) {
            figure(out, "end", period.endFigure().get());
        } else if (!period.isOpen()) {
            out.writeNumberProperty("end", period.end());
        }
        if (period.rampWeeks() > 0) {
            number(out, "rampWeeks", period.rampWeeks());
        }
    }

    private static void evidence(JsonGenerator out, String note, String source, String basis) {
        text(out, "note", note);
        text(out, "source", source);
        out.writeStringProperty("basis", basis);
    }

    private static void figure(JsonGenerator out, String name, Figure figure) {
        if (!figure.isUncertain()) {
            number(out, name, figure.central());
            return;
        }
        out.writeArrayPropertyStart(name);
        for (double value : new double[] {figure.low(), figure.central(), figure.high()}) {
            out.writeNumber(plain(value));
        }
        out.writeEndArray();
    }

    private static void number(JsonGenerator out, String name, double value) {
        out.writeName(name);
        out.writeNumber(plain(value));
    }

    /** Full precision, without the {@code .0} of whole numbers. */
    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%.0f", value)
                : new BigDecimal(Double.toString(value)).toPlainString();
    }

    private static void text(JsonGenerator out, String name, String text) {
        if (!text.isEmpty()) {
            out.writeStringProperty(name, text);
        }
    }

    private static void texts(JsonGenerator out, String name, List<String> texts) {
        out.writeArrayPropertyStart(name);
        texts.forEach(out::writeString);
        out.writeEndArray();
    }

    /** Hands the layout to the generator. */
    private static final class Context extends ObjectWriteContext.Base {
        private final JsonLayout layout;

        private Context(JsonLayout layout) {
            this.layout = layout;
        }

        @Override
        public PrettyPrinter getPrettyPrinter() {
            return layout;
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }
}
