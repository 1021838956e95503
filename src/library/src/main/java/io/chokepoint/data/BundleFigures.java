package io.chokepoint.data;

import io.chokepoint.base.Range;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/** Own figures as JSON: a list of {@code figure}, {@code low}, {@code central}, {@code high}, {@code source}, {@code note}. */
final class BundleFigures {
    private static final String LIST = "figures";
    private static final Range ANY = new Range(-Double.MAX_VALUE, false, Double.MAX_VALUE);

    private BundleFigures() {}

    static String toJson(List<Bundle.Own> own) {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new JsonFactory().createGenerator(ObjectWriteContext.empty(), text)) {
            out.writeStartObject();
            out.writeArrayPropertyStart(LIST);
            for (Bundle.Own each : own) {
                out.writeStartObject();
                out.writeStringProperty("figure", each.figureId());
                out.writeNumberProperty("low", each.low());
                out.writeNumberProperty("central", each.central());
                out.writeNumberProperty("high", each.high());
                out.writeStringProperty("source", each.source());
                out.writeStringProperty("note", each.note());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        return text.toString();
    }

    /** @param json empty where there are none */
    static List<Bundle.Own> read(String json, String shownAs, Faults faults) {
        if (json.isEmpty()) {
            return List.of();
        }
        Optional<Json.Obj> root = Json.read(json, shownAs, faults);
        if (root.isEmpty() || !(root.get().members().get(LIST) instanceof Json.Arr list)) {
            faults.error(shownAs, 0, LIST, "is no list of own figures.");
            return List.of();
        }
        List<Bundle.Own> own = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Json item : list.items()) {
            if (!(item instanceof Json.Obj object)) {
                faults.error(shownAs, item.line(), LIST, "is " + item.what() + "; expected an own figure.");
                continue;
            }
            read(new Fields(object, LIST, shownAs, faults, new HashMap<>())).ifPresent(each -> {
                if (!seen.add(each.figureId())) {
                    faults.error(shownAs, object.line(), LIST, "'" + each.figureId() + "' is there twice.");
                }
                own.add(each);
            });
        }
        return own;
    }

    private static Optional<Bundle.Own> read(Fields fields) {
        String figure = fields.requiredText("figure");
        Optional<Double> low = fields.optionalNumber("low", ANY);
        Optional<Double> central = fields.optionalNumber("central", ANY);
        Optional<Double> high = fields.optionalNumber("high", ANY);
        String source = fields.text("source");
        String note = fields.text("note");
        fields.refuseOthers();
        if (low.isEmpty() || central.isEmpty() || high.isEmpty()) {
            fields.error("", "'" + figure + "' has no low, central and high.");
            return Optional.empty();
        }
        if (!(low.get() <= central.get() && central.get() <= high.get())) {
            fields.error(
                    "",
                    low.get() + ", " + central.get() + ", " + high.get() + " of '" + figure
                            + "'; expected low ≤ central ≤ high.");
            return Optional.empty();
        }
        return Optional.of(new Bundle.Own(figure, low.get(), central.get(), high.get(), source, note));
    }
}
