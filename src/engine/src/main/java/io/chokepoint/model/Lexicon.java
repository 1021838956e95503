package io.chokepoint.model;

import java.util.List;

/**
 * The words by which articles are read: {@code lexicon.csv} and {@code instruments.csv}.
 *
 * @param words in the order of the file
 * @param ranges in the order of the file
 */
public record Lexicon(List<Word> words, List<UsualRange> ranges) {
    /** Of a dataset without such tables; its own names are found all the same. */
    public static final Lexicon NONE = new Lexicon(List.of(), List.of());

    public Lexicon {
        words = List.copyOf(words);
        ranges = List.copyOf(ranges);
    }

    /** What is usual of an instrument, one per parameter. */
    public List<UsualRange> of(String instrument) {
        return ranges.stream()
                .filter(range -> range.instrument().equals(instrument))
                .toList();
    }
}
