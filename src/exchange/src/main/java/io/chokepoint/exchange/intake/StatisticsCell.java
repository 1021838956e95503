package io.chokepoint.exchange.intake;

import java.util.Set;

/** What a cell of a statistics office says where a number is expected. */
public sealed interface StatisticsCell {

    /** What an office says of a number by a mark beside it. */
    enum Mark {
        ESTIMATED,
        PROVISIONAL,
        REVISED,
        FORECAST,
        BREAK_IN_SERIES,
        UNRELIABLE,
        OTHER_DEFINITION,
        /** The number is a percentage. */
        PERCENT,
        /** The number is said to be rough: {@code ~}, {@code c.}, {@code about}. */
        ROUGH,
        /** A footnote that this program cannot read. */
        FOOTNOTE
    }

    /** Why there is no number. */
    enum Reason {
        EMPTY("the cell is empty"),
        WITHHELD("known to the office, but kept secret"),
        NOT_AVAILABLE("not available"),
        NOT_APPLICABLE("there can be none"),
        UNRELIABLE("too unreliable to be published"),
        /** A dash: some offices mean none at all, some mean not known. */
        DASH("a dash: zero with some offices, not known with others"),
        /** Less than half of the unit shown, but not zero. */
        TOO_SMALL("less than half of the unit, but not zero"),
        /** A mark where its number is missing. */
        MARK_ALONE("a mark without a number");

        private final String words;

        Reason(String words) {
            this.words = words;
        }

        /** In words, to stand inside a sentence. */
        public String words() {
            return words;
        }
    }

    /** A number. */
    record Number(double value, Set<Mark> marks) implements StatisticsCell {
        public Number {
            marks = Set.copyOf(marks);
        }
    }

    /** Only an end of where the number lies: {@code <0.5}. @param above whether the number is above it, else below */
    record Bound(double value, boolean above, Set<Mark> marks) implements StatisticsCell {
        public Bound {
            marks = Set.copyOf(marks);
        }
    }

    /** A word for a missing number. @param word as the cell has it */
    record Missing(String word, Reason reason) implements StatisticsCell {}

    /** Cannot be read, or can be read in two ways. @param why what the text is and what was expected, fit for users */
    record Refused(String why) implements StatisticsCell {}
}
