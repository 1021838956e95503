package io.chokepoint.scenario;

import io.chokepoint.model.Basis;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Something that a scenario does to makers or flows (model page, section 4). Made by {@link RestrictionKind#on}; who wants to know
 * what it is asks its kind.
 *
 * @param parameters those that are stated, in the kind's order; optional ones may be missing
 */
public record Restriction(RestrictionKind kind, Terms terms, List<Parameter> parameters) {

    /**
     * What all kinds share.
     *
     * @param select any of these selects; whether makers or flows, the kind says
     * @param endUse the tag to which a flow restriction is narrowed, if any
     * @param period when it is in force
     * @param note why these figures; may be empty
     * @param source id of a source, or several separated by {@code ;}; may be empty
     * @param basis how far the source carries the parameters
     */
    public record Terms(
            List<Selector> select, Optional<String> endUse, Period period, String note, String source, Basis basis) {
        public Terms {
            select = List.copyOf(select);
        }

        /** Terms of somebody's own making: an assumption. */
        public Terms(List<Selector> select, Optional<String> endUse, Period period, String note, String source) {
            this(select, endUse, period, note, source, Basis.ASSUMPTION);
        }
    }

    /** A parameter and its figure. */
    public record Parameter(RestrictionParameter of, Figure value) {
        /** As in files. */
        public String name() {
            return of.name();
        }
    }

    public Restriction {
        parameters = List.copyOf(parameters);
        List<RestrictionParameter> left = new ArrayList<>(kind.parameters());
        for (Parameter parameter : parameters) {
            if (!left.remove(parameter.of())) {
                throw new IllegalArgumentException("'" + kind + "' takes no '" + parameter.of() + "', or not twice");
            }
        }
        left.removeIf(RestrictionParameter::isOptional);
        if (!left.isEmpty()) {
            throw new IllegalArgumentException("'" + kind + "' needs " + left);
        }
    }

    public Period period() {
        return terms.period();
    }

    /** The figure of a parameter, if it is stated. */
    public Optional<Figure> figure(RestrictionParameter parameter) {
        return parameters.stream()
                .filter(stated -> stated.of() == parameter)
                .map(Parameter::value)
                .findFirst();
    }

    /** A parameter's central value, or what goes without saying where it is not stated. */
    public double central(RestrictionParameter parameter) {
        return value(parameter, FigureValues.CENTRAL);
    }

    private double value(RestrictionParameter parameter, FigureValues values) {
        return figure(parameter)
                .map(values::of)
                .or(parameter::unsaid)
                .orElseThrow(() -> new IllegalArgumentException("'" + kind + "' has no '" + parameter + "'"));
    }

    /** What it does at full strength. */
    public Effect effect(FigureValues values) {
        return kind.effect(parameter -> value(parameter, values));
    }

    /** The same restriction under other terms. */
    public Restriction withTerms(Terms other) {
        return new Restriction(kind, other, parameters);
    }

    /** The same restriction with another figure for a parameter, stated so far or not. */
    public Restriction with(RestrictionParameter parameter, Figure figure) {
        List<Parameter> changed = new ArrayList<>();
        for (RestrictionParameter each : kind.parameters()) {
            Optional<Figure> value = each == parameter ? Optional.of(figure) : figure(each);
            value.ifPresent(stated -> changed.add(new Parameter(each, stated)));
        }
        return new Restriction(kind, terms, changed);
    }

    /**
     * Whether another one restricts the same in the same way: kind, what it selects, weeks and numbers. Notes, sources and the ids of
     * figures, which name the file they stand in, may differ.
     */
    public boolean restrictsAs(Restriction other) {
        return kind == other.kind
                && terms.select().equals(other.terms.select())
                && terms.endUse().equals(other.terms.endUse())
                && period().start() == other.period().start()
                && period().end() == other.period().end()
                && period().rampWeeks() == other.period().rampWeeks()
                && numbers().equals(other.numbers());
    }

    private List<List<Object>> numbers() {
        Stream<List<Object>> stated =
                parameters.stream().map(parameter -> numbers(parameter.name(), parameter.value()));
        Stream<List<Object>> start = period().startFigure().stream().map(figure -> numbers("start", figure));
        Stream<List<Object>> end = period().endFigure().stream().map(figure -> numbers("end", figure));
        return Stream.of(stated, start, end).flatMap(all -> all).toList();
    }

    private static List<Object> numbers(String name, Figure figure) {
        return List.of(name, figure.low(), figure.central(), figure.high());
    }
}
