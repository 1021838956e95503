package io.chokepoint.scenario;

import io.chokepoint.base.Range;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A figure that a kind of restriction takes: its name, what it may be, and how to speak of it. Immutable; one object each. */
public final class RestrictionParameter {

    /** What is counted. */
    public enum Unit {
        PART,
        WEEKS
    }

    /** From where somebody starts who has no figure yet. */
    public record Typical(double low, double central, double high) {}

    private final String name;
    private final Unit unit;
    private final Range range;
    private final String unitWords;
    private final String description;
    private final String label;
    private final String phrase;
    private final Typical typical;
    private final double usualMost;
    private final @Nullable Double fullStop;
    private final @Nullable Double unsaid;
    private final boolean optional;
    private final boolean isPermitWait;

    private RestrictionParameter(Builder builder) {
        name = builder.name;
        unit = builder.unit;
        range = builder.range;
        unitWords = builder.unitWords;
        description = builder.description;
        label = builder.label;
        phrase = builder.phrase;
        typical = builder.typical;
        usualMost = builder.usualMost;
        fullStop = builder.fullStop;
        unsaid = builder.unsaid;
        optional = builder.optional;
        isPermitWait = builder.isPermitWait;
    }

    /** A part of a whole, in [0, 1]. */
    public static Builder part(String name, String ofWhat) {
        return new Builder(name, Unit.PART, Range.PART, ofWhat, 1);
    }

    /** A part that may be above 1, in {@link Range#EXTRA}. */
    public static Builder rate(String name, String ofWhat) {
        return new Builder(name, Unit.PART, Range.EXTRA, ofWhat, 1);
    }

    /** Weeks, in {@link Range#WEEKS}. */
    public static Builder weeks(String name) {
        return new Builder(name, Unit.WEEKS, Range.WEEKS, "weeks", 52);
    }

    /** As in files and on the command line. */
    public String name() {
        return name;
    }

    public Unit unit() {
        return unit;
    }

    /** Where all three numbers of its figure must lie. */
    public Range range() {
        return range;
    }

    /** Its unit in words, e.g. {@code part of capacity}. */
    public String unitWords() {
        return unitWords;
    }

    /** What it is, in a sentence. */
    public String description() {
        return description;
    }

    /** What it is, in a few words for a form: "Capacity lost". */
    public String label() {
        return label;
    }

    /** The same inside a sentence or a list: "capacity lost". */
    public String phrase() {
        return phrase;
    }

    public Typical typical() {
        return typical;
    }

    /** Upper end of a slider; the lower is 0. Larger values of {@link #range()} can be typed. */
    public double usualMost() {
        return usualMost;
    }

    /** Its value where the kind alone says what is meant: everything stops. */
    public Optional<Double> fullStop() {
        return Optional.ofNullable(fullStop);
    }

    /** The value that goes without saying, which sentences leave out; an optional parameter that is not stated has it. */
    public Optional<Double> unsaid() {
        return Optional.ofNullable(unsaid);
    }

    /** Whether a restriction need not state it. */
    public boolean isOptional() {
        return optional;
    }

    /** Whether it is the time that a permit takes, of which part is over for those who have filed earlier. */
    public boolean isPermitWait() {
        return isPermitWait;
    }

    @Override
    public String toString() {
        return name;
    }

    /** Collects what there is to say about a parameter. */
    public static final class Builder {
        private final String name;
        private final Unit unit;
        private final Range range;
        private final String unitWords;
        private String description = "";
        private String label = "";
        private String phrase = "";
        private Typical typical = new Typical(0, 0, 0);
        private double usualMost;
        private @Nullable Double fullStop;
        private @Nullable Double unsaid;
        private boolean optional;
        private boolean isPermitWait;

        private Builder(String name, Unit unit, Range range, String unitWords, double usualMost) {
            this.name = name;
            this.unit = unit;
            this.range = range;
            this.unitWords = unitWords;
            this.usualMost = usualMost;
        }

        /**
         * @param label for a form
         * @param phrase inside a sentence
         * @param description a sentence
         */
        public Builder called(String label, String phrase, String description) {
            this.label = label;
            this.phrase = phrase;
            this.description = description;
            return this;
        }

        public Builder typically(double low, double central, double high) {
            typical = new Typical(low, central, high);
            return this;
        }

        public Builder upTo(double most) {
            usualMost = most;
            return this;
        }

        public Builder fullStop(double value) {
            fullStop = value;
            return this;
        }

        public Builder unsaid(double value) {
            unsaid = value;
            return this;
        }

        /** Need not be stated, and then has this value. */
        public Builder optional(double absent) {
            optional = true;
            return unsaid(absent);
        }

        public Builder permitWait() {
            isPermitWait = true;
            return this;
        }

        public RestrictionParameter build() {
            return new RestrictionParameter(this);
        }
    }
}
