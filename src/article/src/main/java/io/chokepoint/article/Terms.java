package io.chokepoint.article;

import java.util.List;
import java.util.stream.Stream;

/**
 * The words by which a sentence is known that makes a claim or speaks of a measure: of every group one alternative stands in it. {@code !}
 * before an alternative: it must not; {@code *} behind one: any ending will do.
 */
final class Terms {
    private final List<List<String>> needed;
    private final List<String> forbidden;

    /** @param groups alternatives separated by {@code |} */
    Terms(List<String> groups) {
        List<List<String>> all = groups.stream()
                .map(group -> Stream.of(group.split("\\|"))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
        needed = all.stream()
                .map(group -> group.stream()
                        .filter(word -> !word.startsWith("!"))
                        .map(Terms::fold)
                        .toList())
                .filter(group -> !group.isEmpty())
                .toList();
        forbidden = all.stream()
                .flatMap(List::stream)
                .filter(word -> word.startsWith("!"))
                .map(word -> fold(word.substring(1)))
                .toList();
    }

    private static String fold(String word) {
        return FoldedText.fold(word);
    }

    /** How many groups there are: with more of them a match says more. */
    int size() {
        return needed.size();
    }

    /**
     * Whether they stand in a sentence.
     *
     * @param wider the sentence with what it points back to: most of the groups must stand in the sentence itself
     */
    boolean fit(FoldedText sentence, FoldedText wider) {
        String text = sentence.text();
        long own = needed.stream().filter(group -> standsAny(group, text)).count();
        return !needed.isEmpty()
                && (own == needed.size()
                        || own * 2 > needed.size() && needed.stream().allMatch(group -> standsAny(group, wider.text())))
                && !standsAny(forbidden, text);
    }

    private static boolean standsAny(List<String> words, String text) {
        return words.stream().anyMatch(word -> stands(word, text));
    }

    private static boolean stands(String word, String text) {
        boolean anyEnding = word.endsWith("*");
        String stem = anyEnding ? word.substring(0, word.length() - 1) : word;
        for (int at = text.indexOf(stem); at >= 0; at = text.indexOf(stem, at + 1)) {
            int end = at + stem.length();
            if (FoldedText.isBoundary(text, at) && (anyEnding || FoldedText.isBoundary(text, end))) {
                return true;
            }
        }
        return false;
    }
}
