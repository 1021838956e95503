package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.data.ParsedScenario.Placed;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Episode.Observation;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.ModelStamp;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.RuleWeights;
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
    /** Years in which week 0 may lie: days of the run have four digits then. */
    static final int FIRST_YEAR = 1900;

    static final int LAST_YEAR = 2999;

    private static final List<String> GROUPS = List.of("articles", "worst-cases", "policy", "supply");
    private static final List<String> BASES =
            Arrays.stream(Basis.values()).map(Basis::id).toList();

    private final Fields root;
    private final String file;
    private final String label;
    private final RestrictionKinds kinds;
    private final Map<String, Integer> places = new HashMap<>();
    private final Faults faults;
    private final List<Placed<String>> sources = new ArrayList<>();

    /**
     * @param file as the user knows it
     * @param label the file as figures name it, e.g. {@code scenarios/x.json}
     * @param kinds of restriction that the file may name
     */
    ScenarioFields(Json.Obj root, String file, String label, RestrictionKinds kinds, Faults faults) {
        this.root = new Fields(root, "", file, faults, places);
        this.file = file;
        this.label = label;
        this.kinds = kinds;
        this.faults = faults;
    }

    ParsedScenario read() {
        root.text("$schema");
        String id = root.requiredText("id");
        String title = root.requiredText("title");
        String question = recommended("question", "what the run answers, in one sentence");
        String narrative = root.text("narrative");
        Optional<LocalDate> startDate = startDate();
        int horizon = root.requiredWhole("horizonWeeks", Scenario.HORIZON).orElse(Scenario.DEFAULT_HORIZON_WEEKS);
        List<Placed<Selector>> classes = new ArrayList<>();
        Optional<RationingRule> rationing = RationingFields.read(root, classes);
        Optional<RuleWeights> rules = RationingFields.weights(root);
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
            new ObservationFields(fields, label, horizon, sources, faults)
                    .read("backtests/" + id + "/" + index(fields))
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
                rules,
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
            LocalDate day = LocalDate.parse(text);
            if (day.getYear() >= FIRST_YEAR && day.getYear() <= LAST_YEAR) {
                return Optional.of(day);
            }
            root.error(
                    "startDate",
                    text + " is out of range; expected a day from " + FIRST_YEAR + " to " + LAST_YEAR + ".");
        } catch (DateTimeException e) {
            root.error("startDate", "'" + text + "' is not a date; expected year-month-day, e.g. \"2025-12-01\".");
        }
        return Optional.empty();
    }

    private String word(String name, List<String> words) {
        return word(root, name, words, "");
    }

    static String word(Fields fields, String name, List<String> words, String absent) {
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
        return source(fields, required, sources);
    }

    /** @param sources gets every id with its place */
    static String source(Fields fields, boolean required, List<Placed<String>> sources) {
        String text = required ? fields.requiredText("source") : fields.text("source");
        for (String id : Cells.splitList(text)) {
            sources.add(Placed.at(fields.path("source"), id));
        }
        return text;
    }

    private static Basis basis(Fields fields) {
        return basis(fields, Basis.ASSUMPTION);
    }

    static Basis basis(Fields fields, Basis absent) {
        String word = word(fields, "basis", BASES, absent.id());
        return Arrays.stream(Basis.values())
                .filter(b -> b.id().equals(word))
                .findFirst()
                .orElse(absent);
    }

    private Optional<Placed<Restriction>> restriction(Fields fields, String figureId) {
        String id = fields.requiredText("kind");
        Optional<RestrictionKind> kind = kinds.find(id);
        if (kind.isEmpty() && !id.isEmpty()) {
            fields.error("kind", unknownKind("restriction", id, kinds.ids()));
        }
        SelectorList select = SelectorList.read(fields, "select");
        String endUse = fields.text("endUse");
        String note = fields.text("note");
        String source = source(fields, false);
        Basis basis = basis(fields);
        Evidence evidence = new Evidence(basis, Cells.splitList(source), note, label, fields.line());
        Period period = period(fields, figureId, evidence);
        List<Restriction.Parameter> figures =
                kind.map(known -> figures(fields, known, figureId, evidence)).orElse(List.of());
        // Of a kind that is not known any parameter may be meant.
        kinds.parameters().forEach(parameter -> fields.has(parameter.name()));
        fields.refuseOthers();
        if (kind.isEmpty() || select.selectors().isEmpty()) {
            return Optional.empty();
        }
        KindCheck.terms(kind.get(), select.selectors(), endUse).forEach(f -> fields.error(f.field(), f.message()));
        Restriction.Terms terms = new Restriction.Terms(
                select.selectors(),
                endUse.isEmpty() ? Optional.empty() : Optional.of(endUse),
                period,
                note,
                source,
                basis);
        return Optional.of(new Placed<>(new Restriction(kind.get(), terms, figures), fields.path(""), select.paths()));
    }

    private static String unknownKind(String ofWhat, String id, List<String> known) {
        return "'" + id + "' is not a kind of " + ofWhat + "; expected " + Hints.list(known) + "."
                + Hints.nearest(id, known);
    }

    /** Stand-in figures where the file is at fault. */
    private List<Restriction.Parameter> figures(
            Fields fields, RestrictionKind kind, String figureId, Evidence evidence) {
        List<Restriction.Parameter> figures = new ArrayList<>();
        List<String> allowed = new ArrayList<>();
        for (RestrictionParameter p : kind.parameters()) {
            allowed.add(p.name());
            if (!p.isOptional() || fields.has(p.name())) {
                String id = figureId + "/" + p.name();
                Figure figure = fields.figure(p.name(), p.range(), id, p.unitWords(), evidence)
                        .orElseGet(() -> Figure.point(id, 0, p.unitWords(), evidence));
                figures.add(new Restriction.Parameter(p, figure));
            }
        }
        kinds.parameters().map(RestrictionParameter::name).distinct().forEach(other -> {
            if (!allowed.contains(other) && fields.has(other)) {
                fields.error(
                        other,
                        "is no parameter of '" + kind + "'; expected "
                                + (allowed.isEmpty() ? "none." : Hints.list(allowed) + "."));
            }
        });
        return figures;
    }

    private static Period period(Fields fields, String figureId, Evidence evidence) {
        Optional<Figure> startFigure = weekRange(fields, "start", Range.WEEKS, figureId, evidence);
        Optional<Figure> endFigure = weekRange(fields, "end", Range.WEEKS_FROM_ONE, figureId, evidence);
        int start = fields.find("start") instanceof Json.Arr
                ? startFigure.map(figure -> Period.week(figure.central())).orElse(0)
                : fields.requiredWhole("start", Range.WEEKS).orElse(0);
        int end = fields.find("end") instanceof Json.Arr
                ? endFigure.map(figure -> Period.week(figure.central())).orElse(Period.OPEN)
                : fields.whole("end", Range.WEEKS_FROM_ONE).orElse(Period.OPEN);
        double ramp = fields.optionalNumber("rampWeeks", Range.WEEKS_FROM_ONE).orElse(0.0);
        if (end <= start) {
            fields.error("end", end + " is not after start " + start + "; expected a later week, or null for no end.");
            return new Period(start, Period.OPEN, ramp);
        }
        return new Period(start, end, ramp, startFigure, endFigure);
    }

    /** A week as {@code [low, central, high]}; empty where it is one number, or none. */
    private static Optional<Figure> weekRange(
            Fields fields, String name, Range range, String figureId, Evidence evidence) {
        return fields.find(name) instanceof Json.Arr
                ? fields.figure(name, range, figureId + "/" + name, "weeks", evidence)
                : Optional.empty();
    }

    private Optional<Placed<Measure>> measure(Fields fields, String figureId) {
        String kind = fields.requiredText("kind");
        boolean expansion = kind.equals(Measure.Expansion.KIND);
        if (!kind.isEmpty() && !Measure.KINDS.contains(kind)) {
            fields.error("kind", unknownKind("measure", kind, Measure.KINDS));
        }
        SelectorList select = SelectorList.read(fields, "select");
        String note = fields.text("note");
        String source = source(fields, false);
        Evidence evidence = new Evidence(basis(fields), Cells.splitList(source), note, label, fields.line());
        Measure measure;
        if (expansion) {
            KindCheck.makersOnly(select.selectors(), "an expansion is of makers")
                    .forEach(f -> fields.error(f.field(), f.message()));
            Figure added = figure(fields, "added", Range.EXTRA, figureId, "part of baseline output", evidence);
            int start = fields.requiredWhole("start", Range.WEEKS).orElse(0);
            double ramp =
                    fields.optionalNumber("rampWeeks", Range.WEEKS_FROM_ONE).orElse(0.0);
            measure = new Measure.Expansion(select.selectors(), added, start, ramp, note, source);
        } else {
            Figure weeks = figure(fields, "weeks", Range.WEEKS, figureId, "weeks", evidence);
            measure = new Measure.StockBuild(select.selectors(), weeks, note, source);
        }
        fields.refuseOthers();
        return select.selectors().isEmpty()
                ? Optional.empty()
                : Optional.of(new Placed<>(measure, fields.path(""), select.paths()));
    }

    private static Figure figure(
            Fields fields, String name, Range range, String figureId, String unit, Evidence evidence) {
        String id = figureId + "/" + name;
        return fields.figure(name, range, id, unit, evidence).orElseGet(() -> Figure.point(id, 0, unit, evidence));
    }
}
