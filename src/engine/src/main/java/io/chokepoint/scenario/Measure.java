package io.chokepoint.scenario;

import io.chokepoint.model.Figure;
import java.util.List;
import java.util.Optional;

/** What somebody does to be better prepared: it changes the network, not the flows (model page, section 4). */
public sealed interface Measure {

    /** Ids in files, in the order in which they are documented. */
    List<String> KINDS = List.of(StockBuild.KIND, Expansion.KIND);

    /** The word in files. */
    String kind();

    /** What it is about: any of these selects. */
    List<Selector> select();

    /** Its figure's name in files. */
    String figureName();

    Figure figure();

    /** When it starts and how it builds up; empty where it is there from the start. */
    Optional<Period> period();

    String note();

    /** Id of a source, or several separated by {@code ;}; may be empty. */
    String source();

    /**
     * A reserve that is kept: stock and target of the selected inputs are n + b weeks, from the start.
     *
     * @param select flows; an input of a maker is selected when one of its flows is
     * @param weeks b, ≥ 0
     */
    record StockBuild(List<Selector> select, Figure weeks, String note, String source) implements Measure {
        public static final String KIND = "stock-build";

        public StockBuild {
            select = List.copyOf(select);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String figureName() {
            return "weeks";
        }

        @Override
        public Figure figure() {
            return weeks;
        }

        @Override
        public Optional<Period> period() {
            return Optional.empty();
        }
    }

    /**
     * New capacity that stays: from the start on the selected makers have α·x̄·g more, g as for restrictions; several add up.
     *
     * @param select makers
     * @param added α, a part of baseline output, ≥ 0
     * @param start first week
     * @param rampWeeks weeks until all of it is there; 0: at once
     */
    record Expansion(List<Selector> select, Figure added, int start, double rampWeeks, String note, String source)
            implements Measure {
        public static final String KIND = "expansion";

        public Expansion {
            select = List.copyOf(select);
        }

        @Override
        public String kind() {
            return KIND;
        }

        @Override
        public String figureName() {
            return "added";
        }

        @Override
        public Figure figure() {
            return added;
        }

        @Override
        public Optional<Period> period() {
            return Optional.of(new Period(start, Period.OPEN, rampWeeks));
        }
    }
}
