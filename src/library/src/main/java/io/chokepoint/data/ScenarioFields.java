package io.chokepoint.data;

import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Episode.Quantity;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The fields of one scenario or episode file. */
final class ScenarioFields {
    private static final List<String> GROUPS = List.of("articles", "worst-cases", "policy", "supply");
    private static final List<String> BASES =
            Arrays.stream(Basis.values()).map(Basis::id).toList();

    private final Fields root;
    private final String file;
    private final String label;
    private final Map<String, Integer> places = new HashMap<>();
    private final Faults faults;
    private final List<Placed<String>> sources = new ArrayList<>();

    /**
     * @param file as the user knows it
     * @param label the file as figures name it, e.g. {@code scenarios/x.json}
     */
    ScenarioFields(Json.Obj root, String file, String label, Faults faults) {
        this.root = new Fields(root, "", file, faults, places);
        this.file = file;
        this.label = label;
        this.faults = faults;
    }

    ParsedScenario read() {
        root.text("$schema");
        String id = root.requiredText("id");
        String title = root.requiredText("title");
        String question = recommended("question", "what the run answers, in one sentence");
        String narrative = root.text("narrative");
        Optional<LocalDate> startDate = startDate();
        int horizon = root.requiredWhole("horizonWeeks", 1).orElse(Scenario.DEFAULT_HORIZON_WEEKS);
        List<Placed<Selector>> classes = new ArrayList<>();
        Optional<RationingRule> rationing = RationingFields.read(root, classes);
        if (!root.has("restrictions")) {
            root.error("restrictions", "is missing; expected a list, which may be empty.");
        }
        List<Placed<Restriction>> restrictions = new ArrayList<>();
        for (Fields fields : root.objects("restrictions")) {
            restriction(fields, "scenarios/" + id + "/" + index(fields)).ifPresent(restrictions::add);
        }
        List<Placed<Measure>> measures = new ArrayList<>();
        for (Fields fields : root.objects("measures")) {
            measure(fields, "scenarios/" + id + "/measures/" + index(fields)).ifPresent(measures::add);
        }
        List<Scenario.Expectation> expected = new ArrayList<>();
        for (Fields fields : root.objects("expected")) {
            expected.add(new Scenario.Expectation(fields.requiredText("text"), source(fields, true)));
            fields.refuseOthers();
        }
        List<String> fileSources = root.texts("sources");
        for (int i = 0; i < fileSources.size(); i++) {
            sources.add(Placed.at("sources[" + i + "]", fileSources.get(i)));
        }
        Scenario.Remarks remarks = new Scenario.Remarks(
                root.text("status"), word("group", GROUPS), root.text("modelSays"), root.text("differs"), model());
        boolean heldAside = root.flag("heldAside");
        List<Placed<Observation>> observations = new ArrayList<>();
        for (Fields fields : root.objects("observations")) {
            observation(fields, "backtests/" + id + "/" + index(fields), horizon)
                    .ifPresent(observations::add);
        }
        root.refuseOthers();
        Scenario scenario = new Scenario(
                id,
                title,
                question,
                narrative,
                startDate,
                horizon,
                rationing,
                restrictions.stream().map(Placed::value).toList(),
                measures.stream().map(Placed::value).toList(),
                expected,
                fileSources,
                remarks);
        return new ParsedScenario(
                file, scenario, heldAside, restrictions, measures, classes, sources, observations, places);
    }

    private Optional<ModelStamp> model() {
        return root.object("model").map(fields -> {
            ModelStamp stamp = new ModelStamp(fields.requiredText("name"), fields.requiredText("version"));
            fields.refuseOthers();
            return stamp;
        });
    }

    private static String index(Fields fields) {
        String path = fields.path("");
        return path.substring(path.indexOf('[') + 1, path.indexOf(']'));
    }

    private String recommended(String name, String what) {
        if (!root.has(name)) {
            root.warning(name, "is missing; expected " + what + ".");
        }
        return root.text(name);
    }

    private Optional<LocalDate> startDate() {
        String text = recommended("startDate", "the day on which week 0 starts, e.g. \"2025-12-01\"");
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException e) {
            root.error("startDate", "'" + text + "' is not a date; expected year-month-day, e.g. \"2025-12-01\".");
            return Optional.empty();
        }
    }

    private String word(String name, List<String> words) {
        return word(root, name, words, "");
    }

    private static String word(Fields fields, String name, List<String> words, String absent) {
        String word = fields.text(name);
        if (word.isEmpty()) {
            return absent;
        }
        if (!words.contains(word)) {
            fields.error(
                    name,
                    "'" + word + "' is not one of the words; expected " + Hints.list(words) + "."
                            + Hints.nearest(word, words));
            return absent;
        }
        return word;
    }

    /** Ids in a {@code source} field, separated by {@code ;}. */
    private String source(Fields fields, boolean required) {
        String text = required ? fields.requiredText("source") : fields.text("source");
        for (String id : Cells.splitList(text)) {
            sources.add(Placed.at(fields.path("source"), id));
        }
        return text;
    }

    private static Basis basis(Fields fields) {
        String word = word(fields, "basis", BASES, Basis.ASSUMPTION.id());
        return Arrays.stream(Basis.values())
                .filter(b -> b.id().equals(word))
                .findFirst()
                .orElse(Basis.ASSUMPTION);
    }

    private Optional<Placed<Restriction>> restriction(Fields fields, String figureId) {
        String kind = fields.requiredText("kind");
        Optional<RestrictionForm> form = RestrictionForm.find(kind);
        if (form.isEmpty() && !kind.isEmpty()) {
            List<String> kinds = RestrictionForm.ids();
            fields.error(
                    "kind",
                    "'" + kind + "' is not a kind of restriction; expected " + Hints.list(kinds) + "."
                            + Hints.nearest(kind, kinds));
        }
        SelectorList select = SelectorList.read(fields, "select");
        String endUse = fields.text("endUse");
        Period period = period(fields);
        String note = fields.text("note");
        String source = source(fields, false);
        Basis basis = basis(fields);
        Evidence evidence = new Evidence(basis, Cells.splitList(source), note, label, fields.line());
        List<Figure> figures = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (RestrictionForm.Parameter p : form.map(RestrictionForm::parameters).orElse(List.of())) {
            allowed.add(p.name());
            String id = figureId + "/" + p.name();
            figures.add(fields.figure(p.name(), p.range(), id, p.unit(), evidence)
                    .orElseGet(() -> Figure.point(id, 0, p.unit(), evidence)));
        }
        for (String other : RestrictionForm.allParameterNames()) {
            if (!allowed.contains(other) && fields.has(other) && form.isPresent()) {
                fields.error(
                        other,
                        "is no parameter of '" + kind + "'; expected "
                                + (allowed.isEmpty() ? "none." : Hints.list(allowed) + "."));
            }
        }
        fields.refuseOthers();
        if (form.isEmpty() || select.selectors().isEmpty()) {
            return Optional.empty();
        }
        form.get().checkTerms(select.selectors(), endUse).forEach(f -> fields.error(f.field(), f.message()));
        Restriction.Terms terms = new Restriction.Terms(
                select.selectors(),
                endUse.isEmpty() ? Optional.empty() : Optional.of(endUse),
                period,
                note,
                source,
                basis);
        return Optional.of(new Placed<>(form.get().make(terms, figures), fields.path(""), select.paths()));
    }

    private static Period period(Fields fields) {
        int start = fields.requiredWhole("start", 0).orElse(0);
        int end = fields.whole("end", 1).orElse(Period.OPEN);
        double ramp = fields.optionalNumber("rampWeeks", Range.ONE_OR_MORE).orElse(0.0);
        if (end <= start) {
            fields.error("end", end + " is not after start " + start + "; expected a later week, or null for no end.");
            end = Period.OPEN;
        }
        return new Period(start, end, ramp);
    }

    private Optional<Placed<Measure>> measure(Fields fields, String figureId) {
        String kind = fields.requiredText("kind");
        if (!kind.isEmpty() && !kind.equals("stock-build")) {
            fields.error("kind", "'" + kind + "' is not a kind of measure; expected stock-build.");
        }
        SelectorList select = SelectorList.read(fields, "select");
        String note = fields.text("note");
        String source = source(fields, false);
        Evidence evidence = new Evidence(basis(fields), Cells.splitList(source), note, label, fields.line());
        String id = figureId + "/weeks";
        Figure weeks = fields.figure("weeks", Range.NOT_NEGATIVE, id, "weeks", evidence)
                .orElseGet(() -> Figure.point(id, 0, "weeks", evidence));
        fields.refuseOthers();
        if (select.selectors().isEmpty()) {
            return Optional.empty();
        }
        Measure measure = new Measure.StockBuild(select.selectors(), weeks, note, source);
        return Optional.of(new Placed<>(measure, fields.path(""), select.paths()));
    }

    private Optional<Placed<Observation>> observation(Fields fields, String figureId, int horizon) {
        int before = faults.errors();
        boolean ofMarket = fields.has("market");
        if (ofMarket == fields.has("good")) {
            fields.error(
                    "good",
                    ofMarket
                            ? "is given beside market; expected one of the two."
                            : "is missing; expected a good or a market.");
        }
        String subject = ofMarket ? fields.text("market") : fields.text("good");
        if (ofMarket && fields.has("provider")) {
            fields.error("provider", "is given beside market; expected it with a good only.");
        }
        String provider = fields.text("provider");
        List<String> quantities =
                Arrays.stream(Quantity.values()).map(Quantity::id).toList();
        Quantity quantity = word(fields, "measure", quantities, "").equals(Quantity.FIRST_LOSS.id())
                ? Quantity.FIRST_LOSS
                : Quantity.LEAST_OUTPUT;
        int from = fields.requiredWhole("fromWeek", 0).orElse(0);
        int to = fields.requiredWhole("toWeek", 0).orElse(from);
        if (to < from) {
            fields.error("toWeek", to + " is before fromWeek " + from + "; expected the same week or a later one.");
        } else if (to >= horizon) {
            fields.error(
                    "toWeek",
                    to + " is after the run, whose last week is " + (horizon - 1) + "; expected it within the run.");
        }
        String source = source(fields, true);
        String text = fields.requiredText("text");
        Evidence evidence = new Evidence(Basis.PUBLISHED, Cells.splitList(source), text, label, fields.line());
        String unit = quantity == Quantity.FIRST_LOSS ? "week of the run" : "part of baseline";
        Optional<Figure> seen = fields.spreadFigure(Range.NOT_NEGATIVE, figureId + "/seen", unit, evidence);
        fields.refuseOthers();
        if (seen.isEmpty() || faults.errors() > before) {
            return Optional.empty();
        }
        return Optional.of(Placed.at(
                fields.path(""),
                new Observation(
                        subject,
                        provider.isEmpty() ? Optional.empty() : Optional.of(provider),
                        ofMarket,
                        quantity,
                        from,
                        to,
                        seen.get(),
                        source,
                        text)));
    }
}
