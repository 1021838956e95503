package io.chokepoint.article;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

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

    /** All words that are looked for; {@code *} behind one for any ending. */
    Stream<String> words() {
        return Stream.concat(needed.stream().flatMap(List::stream), forbidden.stream());
    }

    /**
     * Whether they stand in a sentence.
     *
     * @param sentence the words of the index that stand in it
     * @param wider those of the sentence with what it points back to: most of the groups must stand in the sentence itself
     */
    boolean fit(Set<String> sentence, Set<String> wider) {
        int own = 0;
        int both = 0;
        for (List<String> group : needed) {
            if (standsAny(group, sentence)) {
                own++;
                both++;
            } else if (standsAny(group, wider)) {
                both++;
            } else {
                return false;
            }
        }
        return own * 2 > needed.size() && both == needed.size() && !standsAny(forbidden, sentence);
    }

    private static boolean standsAny(List<String> words, Set<String> standing) {
        for (String word : words) {
            if (standing.contains(word)) {
                return true;
            }
        }
        return false;
    }

    /** Finds the words of many terms in one pass over a text. */
    static final class Index {
        private final Set<String> words;
        private final Trie trie;

        Index(Stream<Terms> terms) {
            words = terms.flatMap(Terms::words).collect(Collectors.toSet());
            trie = Trie.builder()
                    .addKeywords(words.stream().map(Index::stem).collect(Collectors.toSet()))
                    .build();
        }

        private static String stem(String word) {
            return word.endsWith("*") ? word.substring(0, word.length() - 1) : word;
        }

        /** The words that stand in a text. */
        Set<String> in(FoldedText folded) {
            Set<String> found = new HashSet<>();
            for (Emit emit : trie.parseText(folded.text())) {
                if (!FoldedText.isBoundary(folded.text(), emit.getStart())) {
                    continue;
                }
                String any = emit.getKeyword() + "*";
                if (words.contains(any)) {
                    found.add(any);
                }
                if (words.contains(emit.getKeyword()) && FoldedText.isBoundary(folded.text(), emit.getEnd() + 1)) {
                    found.add(emit.getKeyword());
                }
            }
            return found;
        }
    }
}
