package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.Period;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.RestrictionParameter;
import io.chokepoint.scenario.RuleWeights;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What differs between two sides, one by one, and every mixture of both: of each difference, either A's or B's. Start dates do not count, as
 * a run has only weeks; the shorter horizon holds for all mixtures. Immutable.
 */
final class ScenarioBlend {
    private final Scenario a;
    private final int weeks;
    private final RationingRule ruleA;
    private final RationingRule ruleB;
    private final List<Slot> slots = new ArrayList<>();
    private final List<MeasureSlot> measures = new ArrayList<>();
    private final Map<String, Figure> ownA;
    private final Map<String, Figure> ownB;
    private final Map<String, Integer> figures = new HashMap<>();
    private final List<Difference> differences = new ArrayList<>();
    private final Dataset dataset;
    private int rule = -1;

    /**
     * A thing that differs.
     *
     * @param what e.g. "China → abroad, gallium: approved"
     * @param inA how it is in A, likewise {@code inB}
     */
    record Difference(String what, String inA, String inB) {}

    /** A restriction of A, of B, or one of each that do the same to some of the same; numbers are places of differences, −1 for none. */
    private static final class Slot {
        private final Optional<Restriction> a;
        private final Optional<Restriction> b;
        private int there = -1;
        private int whom = -1;
        private int period = -1;
        private final Map<RestrictionParameter, Integer> parameters = new HashMap<>();

        Slot(Optional<Restriction> a, Optional<Restriction> b) {
            this.a = a;
            this.b = b;
        }
    }

    private record MeasureSlot(Measure measure, boolean isInA, int there) {}

    ScenarioBlend(StudyRunner runner, ComparedSide first, ComparedSide second) {
        this.dataset = runner.data().dataset();
        this.a = first.scenario();
        this.weeks = Math.min(a.horizonWeeks(), second.scenario().horizonWeeks());
        this.ruleA = a.rationing().orElse(runner.data().defaultRationing());
        this.ruleB = second.scenario().rationing().orElse(runner.data().defaultRationing());
        this.ownA = new HashMap<>(first.own());
        this.ownB = new HashMap<>(second.own());
        List<Restriction> restrictionsA = settled(a.restrictions(), ownA);
        List<Restriction> restrictionsB = settled(second.scenario().restrictions(), ownB);
        pair(runner, restrictionsA, restrictionsB);
        slots.forEach(this::compare);
        compareMeasures(a.measures(), second.scenario().measures());
        if (!ruleA.equals(ruleB)) {
            rule = add(Texts.get("drawer.rule"), name(ruleA), name(ruleB));
        }
        compareFigures(second.scenario());
    }

    /** With own figures where they belong, so that the same restriction of two sides can be set side by side. */
    private static List<Restriction> settled(List<Restriction> restrictions, Map<String, Figure> own) {
        List<Restriction> settled = new ArrayList<>();
        for (Restriction restriction : restrictions) {
            Restriction with = restriction;
            for (Restriction.Parameter parameter : restriction.parameters()) {
                Figure figure = own.get(parameter.value().id());
                if (figure != null) {
                    with = with.with(parameter.of(), figure);
                }
            }
            settled.add(with);
        }
        restrictions.forEach(restriction -> restriction
                .parameters()
                .forEach(parameter -> own.remove(parameter.value().id())));
        return settled;
    }

    /** The same ones first, then those of one kind that touch most of the same makers and flows. */
    private void pair(StudyRunner runner, List<Restriction> ofA, List<Restriction> ofB) {
        @Nullable Restriction[] partner = new @Nullable Restriction[ofA.size()];
        List<Restriction> free = new ArrayList<>(ofB);
        for (int i = 0; i < partner.length; i++) {
            Restriction own = ofA.get(i);
            partner[i] = take(free, free.stream().filter(own::restrictsAs).findFirst());
        }
        for (int i = 0; i < partner.length; i++) {
            Restriction own = ofA.get(i);
            if (partner[i] == null) {
                partner[i] = take(
                        free,
                        free.stream().filter(other -> isOnSame(own, other)).findFirst());
            }
        }
        for (int i = 0; i < partner.length; i++) {
            if (partner[i] == null) {
                partner[i] = take(free, nearest(runner, ofA.get(i), free));
            }
            slots.add(new Slot(Optional.of(ofA.get(i)), Optional.ofNullable(partner[i])));
        }
        free.forEach(left -> slots.add(new Slot(Optional.empty(), Optional.of(left))));
    }

    private static @Nullable Restriction take(List<Restriction> free, Optional<Restriction> found) {
        found.ifPresent(free::remove);
        return found.orElse(null);
    }

    private static boolean isOnSame(Restriction one, Restriction other) {
        return one.kind() == other.kind()
                && one.terms().select().equals(other.terms().select())
                && one.terms().endUse().equals(other.terms().endUse());
    }

    private static Optional<Restriction> nearest(StudyRunner runner, Restriction own, List<Restriction> free) {
        Optional<Restriction> nearest = Optional.empty();
        int most = 0;
        for (Restriction other : free) {
            if (other.kind() == own.kind()) {
                TreeSet<Integer> common = touched(runner, own);
                common.retainAll(touched(runner, other));
                if (common.size() > most) {
                    most = common.size();
                    nearest = Optional.of(other);
                }
            }
        }
        return nearest;
    }

    /** Flows by their number, makers below 0. */
    private static TreeSet<Integer> touched(StudyRunner runner, Restriction restriction) {
        var selection = runner.select(Scenario.adHoc(1, List.of(restriction)));
        TreeSet<Integer> touched = new TreeSet<>();
        for (int link : selection.links(0)) {
            touched.add(link);
        }
        for (int activity : selection.activities(0)) {
            touched.add(-1 - activity);
        }
        return touched;
    }

    private int add(String what, String inA, String inB) {
        differences.add(new Difference(what, inA, inB));
        return differences.size() - 1;
    }

    private void compare(Slot slot) {
        if (slot.a.isEmpty() || slot.b.isEmpty()) {
            Restriction only = slot.a.or(() -> slot.b).orElseThrow();
            String there = Texts.get("deciding.there", numbers(only));
            String missing = Texts.get("deciding.missing");
            slot.there = add(
                    RestrictionSentence.word(only) + ": " + on(only),
                    slot.a.isPresent() ? there : missing,
                    slot.a.isPresent() ? missing : there);
            return;
        }
        Restriction one = slot.a.get();
        Restriction other = slot.b.get();
        boolean isElsewhere = !isOnSame(one, other);
        if (isElsewhere) {
            slot.whom = add(Texts.get("deciding.whom", RestrictionSentence.word(one)), on(one), on(other));
        }
        String name = RestrictionSentence.word(one) + (isElsewhere ? "" : ", " + on(one));
        if (isOtherTime(one.period(), other.period())) {
            slot.period = add(Texts.get("deciding.when", name), weeks(one.period()), weeks(other.period()));
        }
        for (RestrictionParameter parameter : one.kind().parameters()) {
            Optional<Figure> inA = one.figure(parameter);
            Optional<Figure> inB = other.figure(parameter);
            if (!inA.map(Figure::central).equals(inB.map(Figure::central))) {
                slot.parameters.put(
                        parameter,
                        add(Texts.get("deciding.parameter", name, parameter.phrase()), value(inA), value(inB)));
            }
        }
    }

    private static String numbers(Restriction restriction) {
        String numbers = RestrictionSentence.numbers(restriction);
        return numbers.isEmpty() ? weeks(restriction.period()) : numbers + ", " + weeks(restriction.period());
    }

    private String on(Restriction restriction) {
        RestrictionSentence.Pill pill = RestrictionSentence.pill(restriction, dataset);
        return pill.who() + ", " + pill.what();
    }

    private static boolean isOtherTime(Period one, Period other) {
        return one.start() != other.start() || one.end() != other.end() || one.rampWeeks() != other.rampWeeks();
    }

    private static String weeks(Period period) {
        String from = period.isOpen()
                ? Texts.get("deciding.from", period.start())
                : Texts.get("deciding.until", period.start(), period.end());
        return period.rampWeeks() > 1 ? Texts.get("deciding.ramp", from, Amounts.weeks(period.rampWeeks())) : from;
    }

    private static String value(Optional<Figure> figure) {
        return figure.map(Wording::value).orElseGet(() -> Texts.get("deciding.unsaid"));
    }

    private void compareMeasures(List<Measure> ofA, List<Measure> ofB) {
        List<Measure> left = new ArrayList<>(ofB);
        for (Measure measure : ofA) {
            measures.add(
                    left.remove(measure)
                            ? new MeasureSlot(measure, true, -1)
                            : new MeasureSlot(measure, true, measure(measure, true)));
        }
        left.forEach(measure -> measures.add(new MeasureSlot(measure, false, measure(measure, false))));
    }

    private int measure(Measure measure, boolean isInA) {
        SelectorWords words = SelectorWords.of(measure.select(), dataset);
        String there = Wording.value(measure.figure());
        String missing = Texts.get("deciding.missing");
        return add(
                Texts.get("deciding.measure." + measure.kind(), Wording.capitalised(words.who()), words.what()),
                isInA ? there : missing,
                isInA ? missing : there);
    }

    private static String name(RationingRule rule) {
        return Texts.get("drawer.rule." + RuleWeights.Rule.of(rule));
    }

    private void compareFigures(Scenario b) {
        FigureNames namesA = FigureNames.of(dataset, a);
        FigureNames namesB = FigureNames.of(dataset, b);
        Map<String, Figure> stated = new HashMap<>();
        dataset.figures().forEach(figure -> stated.put(figure.id(), figure));
        TreeSet<String> ids = new TreeSet<>(ownA.keySet());
        ids.addAll(ownB.keySet());
        for (String id : ids) {
            Optional<Figure> inA = Optional.ofNullable(ownA.get(id)).or(() -> Optional.ofNullable(stated.get(id)));
            Optional<Figure> inB = Optional.ofNullable(ownB.get(id)).or(() -> Optional.ofNullable(stated.get(id)));
            if (!inA.map(Figure::central).equals(inB.map(Figure::central))) {
                Figure any = inA.or(() -> inB).orElseThrow();
                String name = namesA.of(any).equals(id) ? namesB.of(any) : namesA.of(any);
                figures.put(id, add(name, value(inA), value(inB)));
            }
        }
    }

    List<Difference> differences() {
        return List.copyOf(differences);
    }

    /** Weeks of every mixture: the shorter horizon. */
    int weeks() {
        return weeks;
    }

    /** The mixture with B's of the differences given, A's of all others. */
    Scenario scenario(BitSet fromB) {
        List<Restriction> restrictions = new ArrayList<>();
        for (Slot slot : slots) {
            restriction(slot, fromB).ifPresent(restrictions::add);
        }
        List<Measure> prepared = measures.stream()
                .filter(slot -> slot.there() < 0 || fromB.get(slot.there()) != slot.isInA())
                .map(MeasureSlot::measure)
                .toList();
        return a.withHorizonWeeks(weeks)
                .withRestrictions(restrictions)
                .withMeasures(prepared)
                .withRationing(rule >= 0 && fromB.get(rule) ? ruleB : ruleA);
    }

    private static Optional<Restriction> restriction(Slot slot, BitSet fromB) {
        if (slot.a.isEmpty() || slot.b.isEmpty()) {
            return fromB.get(slot.there) ? slot.b : slot.a;
        }
        Restriction one = slot.a.get();
        Restriction other = slot.b.get();
        Restriction.Terms whom = isFromB(slot.whom, fromB) ? other.terms() : one.terms();
        Period period = isFromB(slot.period, fromB) ? other.period() : one.period();
        List<Restriction.Parameter> parameters = new ArrayList<>();
        for (RestrictionParameter parameter : one.kind().parameters()) {
            boolean isOther = isFromB(slot.parameters.getOrDefault(parameter, -1), fromB);
            (isOther ? other : one)
                    .figure(parameter)
                    .ifPresent(figure -> parameters.add(new Restriction.Parameter(parameter, figure)));
        }
        return Optional.of(new Restriction(
                one.kind(),
                new Restriction.Terms(whom.select(), whom.endUse(), period, whom.note(), whom.source(), whom.basis()),
                parameters));
    }

    private static boolean isFromB(int difference, BitSet fromB) {
        return difference >= 0 && fromB.get(difference);
    }

    /** The values of the figures in the same mixture; {@link FigureValues#CENTRAL} itself where no figure is anybody's own. */
    FigureValues values(BitSet fromB) {
        Map<String, Double> own = new HashMap<>();
        ownA.forEach((id, figure) -> {
            if (!isFromB(figures.getOrDefault(id, -1), fromB)) {
                own.put(id, figure.central());
            }
        });
        ownB.forEach((id, figure) -> {
            if (isFromB(figures.getOrDefault(id, -1), fromB)) {
                own.put(id, figure.central());
            }
        });
        return own.isEmpty()
                ? FigureValues.CENTRAL
                : figure -> {
                    Double value = own.get(figure.id());
                    return value == null ? figure.central() : value;
                };
    }
}
