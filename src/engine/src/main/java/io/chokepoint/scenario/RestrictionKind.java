package io.chokepoint.scenario;

import io.chokepoint.model.Figure;
import io.chokepoint.scenario.Restriction.Terms;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * All there is to know of one kind of restriction: from it follow how it is read, written, checked, shown, said and run. The
 * kinds are in {@link RestrictionKinds}. Immutable; one object each, compared by identity.
 */
public final class RestrictionKind {

    /** What its selectors select. */
    public enum Selects {
        /** Makers: no terms about customers, and no end use. */
        MAKERS,
        /** Flows from makers to their customers. */
        FLOWS,
        /** Flows into markets only. */
        MARKET_FLOWS
    }

    /** What it changes. */
    public enum ActsOn {
        CAPACITY,
        VOLUME,
        DELAY,
        COST
    }

    /** Values of parameters in a run. */
    @FunctionalInterface
    public interface Values {
        /** @return the value, or what goes without saying where the restriction does not state it */
        double of(RestrictionParameter parameter);
    }

    /**
     * A pattern of words; {@code study.RestrictionSentence} says what its slots are.
     *
     * @param usual the pattern
     * @param atFullStop the same where the parameter with a full stop is at it
     */
    public record Pattern(String usual, String atFullStop) {
        public Pattern(String pattern) {
            this(pattern, pattern);
        }
    }

    /**
     * How to speak of it.
     *
     * @param name e.g. "Export ban"
     * @param mark one or two words, e.g. "Ban"
     * @param description what it does, in one sentence, for those who choose it
     * @param inFiles the same for those who write files: a clause in lower case
     * @param sentence what a restriction of this kind says, without when
     * @param numbers its parameters; empty for none
     * @param cause why a maker cannot deliver, as a clause
     */
    public record Words(
            String name,
            String mark,
            String description,
            String inFiles,
            Pattern sentence,
            Pattern numbers,
            Pattern cause) {}

    private final String id;
    private final Selects selects;
    private final EnumSet<ActsOn> actsOn;
    private final List<RestrictionParameter> parameters;
    private final Function<Values, Effect> effect;
    private final Words words;

    /**
     * @param id the word in files and on the command line
     * @param parameters in the order in which they are documented; optional ones last
     * @param effect at full strength, from the values of the parameters alone; pure
     */
    public RestrictionKind(
            String id,
            Selects selects,
            Set<ActsOn> actsOn,
            List<RestrictionParameter> parameters,
            Function<Values, Effect> effect,
            Words words) {
        this.id = id;
        this.selects = selects;
        this.actsOn = EnumSet.copyOf(actsOn);
        this.parameters = List.copyOf(parameters);
        this.effect = effect;
        this.words = words;
        if (this.actsOn.contains(ActsOn.CAPACITY) != (selects == Selects.MAKERS)) {
            throw new IllegalArgumentException("'" + id + "': capacity is the makers', the rest is of flows");
        }
    }

    public String id() {
        return id;
    }

    public Selects selects() {
        return selects;
    }

    /** Whether it acts on makers, and not on flows. */
    public boolean isOfMakers() {
        return selects == Selects.MAKERS;
    }

    public boolean actsOn(ActsOn what) {
        return actsOn.contains(what);
    }

    public List<RestrictionParameter> parameters() {
        return parameters;
    }

    public Optional<RestrictionParameter> parameter(String name) {
        return parameters.stream().filter(p -> p.name().equals(name)).findFirst();
    }

    /** The time that a permit takes, if it asks for one. */
    public Optional<RestrictionParameter> permitWait() {
        return parameters.stream().filter(RestrictionParameter::isPermitWait).findFirst();
    }

    public Words words() {
        return words;
    }

    Effect effect(Values values) {
        return effect.apply(values);
    }

    /**
     * A restriction of this kind.
     *
     * @param figures one per parameter, in order; optional ones may be left out at the end
     */
    public Restriction on(Terms terms, Figure... figures) {
        List<Restriction.Parameter> stated = new ArrayList<>();
        for (int k = 0; k < figures.length; k++) {
            stated.add(new Restriction.Parameter(parameters.get(k), figures[k]));
        }
        return new Restriction(this, terms, stated);
    }

    @Override
    public String toString() {
        return id;
    }
}
