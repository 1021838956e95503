package io.chokepoint.article;

import java.util.List;

/**
 * A marked part of a sentence.
 *
 * @param kind what it names
 * @param ids what it means: ids of goods, tags, providers, countries, markets or instruments, all of them; of a figure its value in plain
 *     form, such as {@code 0.25}, {@code 2025-12-01} or {@code 14}
 * @param candidates where only one of several can be meant: which ones; then {@code ids} is empty, and the reader is asked
 * @param text as it stands in the article
 * @param start where it starts in the article's text, in UTF-16 code units
 * @param end the first place behind it
 * @param sentence its number
 */
public record Passage(
        Kind kind, List<String> ids, List<String> candidates, String text, int start, int end, int sentence) {

    /** What a passage names. */
    public enum Kind {
        GOOD("good"),
        TAG("tag"),
        MAKER("maker"),
        COUNTRY("country"),
        MARKET("market"),
        INSTRUMENT("instrument"),
        PERCENT("percent"),
        MONEY("money"),
        DATE("date"),
        NANOMETRES("nanometres"),
        DURATION("duration");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The word in results. */
        public String id() {
            return id;
        }

        /** Whether it names something of the dataset, and is neither an act nor a figure. */
        public boolean isEntity() {
            return ordinal() < INSTRUMENT.ordinal();
        }

        /** Whether it is what is made or traded. */
        public boolean isGoods() {
            return this == GOOD || this == TAG;
        }

        public boolean isFigure() {
            return ordinal() > INSTRUMENT.ordinal();
        }
    }

    public Passage {
        ids = List.copyOf(ids);
        candidates = List.copyOf(candidates);
    }

    public boolean isAmbiguous() {
        return !candidates.isEmpty();
    }

    /** What it names, as if it stood elsewhere. */
    Passage at(int newStart, int newEnd, int newSentence) {
        return new Passage(kind, ids, candidates, text, newStart, newEnd, newSentence);
    }

    boolean isBefore(Passage other) {
        return end <= other.start;
    }

    /** The first id; of an ambiguous passage nothing. */
    String id() {
        return ids.isEmpty() ? "" : ids.getFirst();
    }
}
