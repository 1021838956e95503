package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionKind;
import io.chokepoint.scenario.RestrictionKinds;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.SelectorParser;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a restriction as the command line states it: {@code KIND SELECTOR… [KEY=VALUE…]}, e.g. {@code licence
 * good:dysprosium-oxide country:CHN to:!CHN processingWeeks=9 approval=0.2/0.5/0.8 start=4}.
 *
 * <p>All selector terms form one selector. Without {@code start} it starts in week 0. {@code start} and {@code end} may be uncertain:
 * {@code start=20/25/30}, or {@code start=20..30} with the middle as the central value. An outage without {@code lost} stops all,
 * an export ban without {@code leak} lets nothing through; every other parameter must be given that is not optional.
 */
public final class RestrictionSpecParser {
    private static final Pattern KEY_VALUE = Pattern.compile("([A-Za-z][A-Za-z0-9]*)=(.*)", Pattern.DOTALL);
    private static final String START = "start";
    private static final String END = "end";
    private static final String RAMP_WEEKS = "rampWeeks";
    private static final String END_USE = "endUse";
    private static final String AD_HOC = "ad-hoc";
    /** Between the ends of a range. */
    private static final String TO = "..";

    private final String where;
    private final RestrictionKinds kinds;
    private final String figures;
    private final Faults faults = new Faults();
    private final Map<String, String> values = new LinkedHashMap<>();
    private final List<String> terms = new ArrayList<>();

    private RestrictionSpecParser(String where, String figures, RestrictionKinds kinds) {
        this.where = where;
        this.figures = figures;
        this.kinds = kinds;
    }

    /**
     * Reads one restriction; its words are not held against a dataset.
     *
     * @param where what problems name as their file, e.g. {@code --restrict}
     */
    public static Loaded<Restriction> parse(String spec, String where) {
        return parse(spec, where, AD_HOC);
    }

    /**
     * As above, for one of several restrictions.
     *
     * @param figures what the ids of its figures start with: figures of one id share their draw
     */
    public static Loaded<Restriction> parse(String spec, String where, String figures) {
        return parse(spec, where, figures, RestrictionKinds.ALL);
    }

    /** The same for those who bring kinds of their own. */
    public static Loaded<Restriction> parse(String spec, String where, RestrictionKinds kinds) {
        return parse(spec, where, AD_HOC, kinds);
    }

    private static Loaded<Restriction> parse(String spec, String where, String figures, RestrictionKinds kinds) {
        RestrictionSpecParser parser = new RestrictionSpecParser(where, figures, kinds);
        Optional<Restriction> restriction = parser.restriction(spec);
        return new Loaded<>(parser.faults.hasErrors() ? Optional.empty() : restriction, parser.faults.list());
    }

    private void error(String field, String message) {
        faults.error(where, 0, field, message);
    }

    private Optional<Restriction> restriction(String spec) {
        List<String> words = words(spec);
        List<String> ids = kinds.ids();
        if (words.isEmpty()) {
            error(
                    "",
                    "is empty; expected a kind, a selector and parameters, e.g. \"outage good:gallium country:CHN\".");
            return Optional.empty();
        }
        String id = words.getFirst();
        Optional<RestrictionKind> kind = kinds.find(id);
        if (kind.isEmpty()) {
            error(
                    "kind",
                    "'" + id + "' is not a kind of restriction; expected " + Hints.list(ids) + "."
                            + Hints.nearest(id, ids));
        }
        for (String word : words.subList(1, words.size())) {
            Matcher matcher = KEY_VALUE.matcher(word);
            if (!matcher.matches()) {
                terms.add(word);
            } else if (values.putIfAbsent(matcher.group(1), matcher.group(2)) != null) {
                error(matcher.group(1), "is given twice; expected it once.");
            }
        }
        Optional<Selector> selector = selector();
        Period period = period();
        String endUse = values.getOrDefault(END_USE, "");
        if (values.containsKey(END_USE) && endUse.isBlank()) {
            error(END_USE, "is empty; expected a tag.");
        }
        kind.ifPresent(this::refuseOtherKeys);
        List<Restriction.Parameter> figures = new ArrayList<>();
        for (RestrictionParameter parameter :
                kind.map(RestrictionKind::parameters).orElse(List.of())) {
            if (!parameter.isOptional() || values.containsKey(parameter.name())) {
                figure(parameter).ifPresent(figure -> figures.add(new Restriction.Parameter(parameter, figure)));
            }
        }
        if (kind.isPresent() && selector.isPresent()) {
            KindCheck.terms(kind.get(), List.of(selector.get()), endUse).forEach(f -> error(f.field(), f.message()));
        }
        if (kind.isEmpty() || selector.isEmpty() || faults.hasErrors()) {
            return Optional.empty();
        }
        Restriction.Terms all = new Restriction.Terms(
                List.of(selector.get()),
                endUse.isEmpty() ? Optional.empty() : Optional.of(endUse),
                period,
                "",
                "",
                Basis.ASSUMPTION);
        return Optional.of(new Restriction(kind.get(), all, figures));
    }

    private Optional<Selector> selector() {
        if (terms.isEmpty()) {
            error("select", "is missing; expected at least one term such as good:gallium.");
            return Optional.empty();
        }
        String text = String.join(" ", terms);
        try {
            return Optional.of(SelectorParser.parse(text));
        } catch (SelectorParser.SyntaxException e) {
            error("select", SelectorList.syntax(text, e));
            return Optional.empty();
        }
    }

    private Period period() {
        Optional<Figure> startFigure = weekRange(START, Range.WEEKS);
        Optional<Figure> endFigure = weekRange(END, Range.WEEKS_FROM_ONE);
        int start = isRange(START)
                ? startFigure.map(figure -> Period.week(figure.central())).orElse(0)
                : week(START, Range.WEEKS, 0);
        int end = isRange(END)
                ? endFigure.map(figure -> Period.week(figure.central())).orElse(Period.OPEN)
                : week(END, Range.WEEKS_FROM_ONE, Period.OPEN);
        double ramp = ramp();
        if (end <= start) {
            error(END, end + " is not after start " + start + "; expected a later week.");
            return new Period(start, Period.OPEN, ramp);
        }
        return new Period(start, end, ramp, startFigure, endFigure);
    }

    private boolean isRange(String key) {
        String text = values.getOrDefault(key, "");
        return text.contains(TO) || text.contains("/");
    }

    /** A week as low/central/high, or low..high with the middle as its central value; empty where it is one number, or none. */
    private Optional<Figure> weekRange(String key, Range range) {
        if (!isRange(key)) {
            return Optional.empty();
        }
        String text = values.getOrDefault(key, "");
        String[] parts = text.contains(TO) ? text.split(Pattern.quote(TO), -1) : text.split("/", -1);
        List<Double> weeks = Arrays.stream(parts)
                .map(Numbers::parse)
                .flatMap(Optional::stream)
                .filter(range::allows)
                .toList();
        if (weeks.size() < parts.length || parts.length != (text.contains(TO) ? 2 : 3)) {
            error(
                    key,
                    "'" + text + "' does not fit; expected " + range.expectedWhole()
                            + ", low..high or low/central/high.");
            return Optional.empty();
        }
        double low = weeks.getFirst();
        double high = weeks.getLast();
        double central = weeks.size() == 3 ? weeks.get(1) : low + (high - low) / 2;
        if (low > central || central > high) {
            error(key, "'" + text + "' is out of order; expected low ≤ central ≤ high.");
            return Optional.empty();
        }
        return Optional.of(
                new Figure(figures + "/" + key, low, central, high, "weeks", Evidence.assumption("as given")));
    }

    private double ramp() {
        String text = values.get(RAMP_WEEKS);
        if (text == null) {
            return 0;
        }
        Optional<Double> number = Numbers.parse(text).filter(Range.WEEKS_FROM_ONE::allows);
        if (number.isEmpty()) {
            error(RAMP_WEEKS, "'" + text + "' does not fit; expected " + Range.WEEKS_FROM_ONE.expected() + ".");
        }
        return number.orElse(0.0);
    }

    private int week(String key, Range range, int absent) {
        String text = values.get(key);
        if (text == null) {
            return absent;
        }
        Optional<Double> number = Numbers.parse(text);
        if (number.isEmpty() || number.get() != Math.rint(number.get()) || !range.allows(number.get())) {
            error(key, "'" + text + "' does not fit; expected " + range.expectedWhole() + ".");
            return absent;
        }
        return number.get().intValue();
    }

    private void refuseOtherKeys(RestrictionKind kind) {
        Set<String> known = new LinkedHashSet<>();
        kind.parameters().forEach(parameter -> known.add(parameter.name()));
        known.addAll(List.of(START, END, RAMP_WEEKS, END_USE));
        for (String key : values.keySet()) {
            if (!known.contains(key)) {
                error(
                        key,
                        "is no parameter of '" + kind.id() + "'; expected one of " + Hints.list(known) + "."
                                + Hints.nearest(key, known));
            }
        }
    }

    private Optional<Figure> figure(RestrictionParameter parameter) {
        String id = figures + "/" + parameter.name();
        Evidence evidence = Evidence.assumption("as given");
        String text = values.get(parameter.name());
        if (text == null) {
            if (parameter.fullStop().isEmpty()) {
                error(
                        parameter.name(),
                        "is missing; expected " + parameter.range().expected() + ", or low/central/high.");
                return Optional.empty();
            }
            return Optional.of(Figure.point(id, parameter.fullStop().get(), parameter.unitWords(), evidence));
        }
        String[] parts = text.split("/", -1);
        if (parts.length != 1 && parts.length != 3) {
            error(parameter.name(), "'" + text + "' does not fit; expected one number, or low/central/high.");
            return Optional.empty();
        }
        List<Double> numbers = new ArrayList<>();
        for (String part : parts) {
            number(parameter, part).ifPresent(numbers::add);
        }
        if (numbers.size() < parts.length) {
            return Optional.empty();
        }
        double low = numbers.getFirst();
        double central = numbers.get(numbers.size() / 2);
        double high = numbers.getLast();
        if (low > central || central > high) {
            error(parameter.name(), "'" + text + "' is out of order; expected low ≤ central ≤ high.");
            return Optional.empty();
        }
        return Optional.of(new Figure(id, low, central, high, parameter.unitWords(), evidence));
    }

    private Optional<Double> number(RestrictionParameter parameter, String text) {
        Optional<Double> number = Numbers.parse(text);
        if (number.isEmpty()) {
            error(
                    parameter.name(),
                    "'" + text + "' is not a number; expected "
                            + parameter.range().expected() + "." + Numbers.hint(text));
            return Optional.empty();
        }
        if (!parameter.range().allowsAsLow(number.get())) {
            error(
                    parameter.name(),
                    text + " is out of range; expected " + parameter.range().expected() + "."
                            + parameter.range().hint(number.get()));
            return Optional.empty();
        }
        return number;
    }

    /** Splits at spaces outside quotes; quotes stay for the selector's own parser. */
    private static List<String> words(String spec) {
        List<String> words = new ArrayList<>();
        StringBuilder word = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < spec.length(); i++) {
            char c = spec.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            }
            if (Character.isWhitespace(c) && !quoted) {
                if (!word.isEmpty()) {
                    words.add(word.toString());
                    word.setLength(0);
                }
            } else {
                word.append(c);
            }
        }
        if (!word.isEmpty()) {
            words.add(word.toString());
        }
        return words;
    }
}
