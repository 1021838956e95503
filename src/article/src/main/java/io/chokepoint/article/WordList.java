package io.chokepoint.article;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Tag;
import io.chokepoint.model.Word;
import io.chokepoint.text.Countries;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.ahocorasick.trie.Emit;
import org.ahocorasick.trie.Trie;

/**
 * All words that are looked for, in one automaton (Aho and Corasick, 1975): those of the dataset's word list, then its own names and
 * aliases. Where one spelling has several meanings, the word list decides; if it does not, the reader is asked.
 */
final class WordList {
    /** Names of the dataset that are shorter, such as element symbols, mean something else in a text. */
    private static final int LEAST_NAME = 3;
    /** Names of the dataset up to this length are found as they are written only. */
    private static final int EXACT_NAME = 4;

    /** Stands in a term for up to a few words. */
    private static final char GAP = '…';

    /** "Suspended its licensing requirements on exports" stops a requirement, no exports. */
    private static final Pattern RULE_IN_GAP = Pattern.compile(
            "\\b(?:licen[cs]\\w*|requirements?|controls?|restrictions?|curbs?|bans?|quotas?|tariffs?|duties|rules?|measures?|prohibition)\\b|实施|执行|规定|管制|措施|禁令|限制|许可");

    private static final int MOST_GAP = 80;
    private static final int MOST_GAP_WORDS = 9;

    private final Map<String, List<Word>> bySpelling = new LinkedHashMap<>();
    private final Map<String, List<Word>> cuesBySpelling = new LinkedHashMap<>();
    /** What stands behind the gap of a term, with the space before it. */
    private final Map<Word, String> tails = new HashMap<>();

    private final Trie names;
    private final Trie cues;

    /** A word where it stands. */
    record Hit(Word word, int start, int end) {
        int length() {
            return end - start;
        }
    }

    WordList(Dataset dataset) {
        dataset.lexicon().words().forEach(this::add);
        ownNames(dataset);
        names = trie(bySpelling.keySet());
        cues = trie(cuesBySpelling.keySet());
    }

    /** The part of a term before its gap: "halt" of "halt … exports". */
    private static String head(String spelling) {
        int gap = spelling.indexOf(GAP);
        return gap < 0 ? spelling : spelling.substring(0, gap);
    }

    /** What stands behind a word, as far as the gap of a term may reach, within the same part of the sentence. */
    private static String reach(String text, int end) {
        int last = Math.min(text.length(), end + MOST_GAP);
        int stop = text.indexOf(';', end);
        return text.substring(end, stop < 0 ? last : Math.min(last, stop));
    }

    /** Whether what stands behind the gap of a term stands near in the text. */
    private boolean tailStands(Word word, String near) {
        String tail = tails.get(word);
        if (tail == null) {
            return true;
        }
        int at = near.indexOf(tail);
        return at >= 0
                && FoldedText.isBoundary(near, at + tail.length())
                && near.substring(0, at).strip().split(" ").length <= MOST_GAP_WORDS
                && !near.substring(0, at).contains(" from ")
                && !RULE_IN_GAP.matcher(near.substring(0, at)).find();
    }

    private static Trie trie(Set<String> spellings) {
        return Trie.builder().addKeywords(spellings).build();
    }

    private void add(Word word) {
        Map<String, List<Word>> list = word.kind() == Word.Kind.CUE ? cuesBySpelling : bySpelling;
        int gap = word.term().indexOf(GAP);
        if (gap >= 0) {
            String tail = FoldedText.fold(word.term().substring(gap + 1));
            boolean chinese = tail.chars().anyMatch(Character::isIdeographic);
            tails.put(word, chinese ? tail : " " + tail);
        }
        if (word.kind() != Word.Kind.ABBREVIATION) {
            word.spellings()
                    .map(spelling -> FoldedText.fold(head(spelling)))
                    .forEach(spelling -> list.computeIfAbsent(spelling, unused -> new ArrayList<>())
                            .add(word));
        }
    }

    /** Names that the word list does not decide on. */
    private void ownNames(Dataset dataset) {
        Map<String, Set<String>> goods = new LinkedHashMap<>();
        Map<String, Word> others = new LinkedHashMap<>();
        for (Good good : dataset.goods()) {
            Stream.concat(Stream.of(good.name(), good.shortName()), good.aliases().stream())
                    .forEach(name -> goods.computeIfAbsent(name, unused -> new LinkedHashSet<>())
                            .add(good.id()));
        }
        for (Provider provider : dataset.providers()) {
            if (provider.type() == ProviderType.COMPANY) {
                put(others, Word.Kind.MAKER, provider.name(), provider.id());
            }
        }
        for (Market market : dataset.markets()) {
            put(others, Word.Kind.MARKET, market.name(), market.id());
        }
        for (Tag tag : dataset.words().tags()) {
            put(others, Word.Kind.TAG, tag.name(), tag.id());
        }
        for (String country : Countries.codes()) {
            put(others, Word.Kind.COUNTRY, Countries.name(country), country);
        }
        Set<String> decided = Set.copyOf(bySpelling.keySet());
        goods.forEach((name, ids) -> own(decided, Word.Kind.GOOD, name, List.copyOf(ids)));
        others.forEach((name, word) -> own(decided, word.kind(), name, word.means()));
    }

    private static void put(Map<String, Word> words, Word.Kind kind, String name, String id) {
        words.putIfAbsent(name, new Word(name, "en", kind, List.of(id), List.of(), false, false));
    }

    private void own(Set<String> decided, Word.Kind kind, String name, List<String> ids) {
        String spelling = FoldedText.fold(name);
        boolean chinese = name.chars().anyMatch(Character::isIdeographic);
        if (decided.contains(spelling) || !chinese && spelling.length() < LEAST_NAME) {
            return;
        }
        Word word = new Word(
                name,
                chinese ? "zh" : "en",
                kind,
                ids,
                List.of(),
                !chinese && name.length() <= EXACT_NAME,
                ids.size() > 1);
        List<Word> same = bySpelling.computeIfAbsent(spelling, unused -> new ArrayList<>());
        if (same.isEmpty()) {
            same.add(word);
        }
    }

    /** The names and instruments in a text: of those that overlap the longest, of equally long ones the first. */
    List<Hit> names(String original, FoldedText folded) {
        List<Hit> hits = new ArrayList<>();
        for (Hit hit : longest(all(names, bySpelling, original, folded))) {
            if (hit.word().kind() != Word.Kind.NOT_A_NAME) {
                hits.add(hit);
            }
        }
        return hits;
    }

    /** The goods that a word means in the plural. */
    Optional<Word> plural(String word) {
        return bySpelling.getOrDefault(FoldedText.fold(word) + "s", List.of()).stream()
                .filter(each -> each.kind() == Word.Kind.TAG || each.kind() == Word.Kind.GOOD)
                .filter(each -> !each.oneOf() && !each.exact())
                .findFirst();
    }

    /** The cues in a text; of those of one meaning that overlap the longest. */
    List<Hit> cues(String original, FoldedText folded) {
        List<Hit> hits = new ArrayList<>();
        Map<String, List<Hit>> byMeaning = new LinkedHashMap<>();
        for (Hit hit : all(cues, cuesBySpelling, original, folded)) {
            byMeaning
                    .computeIfAbsent(hit.word().means().getFirst(), unused -> new ArrayList<>())
                    .add(hit);
        }
        byMeaning.values().forEach(same -> hits.addAll(longest(same)));
        hits.sort(Comparator.comparingInt(Hit::start));
        return hits;
    }

    private List<Hit> all(Trie trie, Map<String, List<Word>> words, String original, FoldedText folded) {
        List<Hit> hits = new ArrayList<>();
        String text = folded.text();
        for (Emit emit : trie.parseText(text)) {
            int start = emit.getStart();
            int end = emit.getEnd() + 1;
            // A plural that the list does not name.
            int longer = end < text.length() && text.charAt(end) == 's' && FoldedText.isBoundary(text, end + 1)
                    ? end + 1
                    : end;
            boolean chinese =
                    Character.isIdeographic(text.charAt(end - 1)) || Character.isIdeographic(text.charAt(start));
            if (!FoldedText.isBoundary(text, start) || !chinese && !FoldedText.isBoundary(text, longer)) {
                continue;
            }
            int from = folded.original(start);
            List<Word> known = words.getOrDefault(emit.getKeyword(), List.of());
            List<Word> possible = known;
            if (known.stream().anyMatch(tails::containsKey)) {
                String near = reach(text, end);
                possible = known.stream()
                        .filter(word -> tailStands(word, near))
                        .sorted(Comparator.comparingInt(word -> tails.containsKey(word) ? 0 : 1))
                        .toList();
            }
            meant(possible, original, from, folded.originalEnd(end))
                    .filter(word -> longer == end || takesPlural(word))
                    .ifPresent(word -> hits.add(new Hit(word, from, folded.originalEnd(longer))));
        }
        return hits;
    }

    private static boolean takesPlural(Word word) {
        return word.kind() == Word.Kind.GOOD || word.kind() == Word.Kind.TAG || word.kind() == Word.Kind.NOT_A_NAME;
    }

    private static Optional<Word> meant(List<Word> words, String original, int from, int to) {
        String written = FoldedText.fold(original.substring(from, to)).isEmpty() ? "" : original.substring(from, to);
        return words.stream()
                .filter(word -> !word.exact() || word.spellings().anyMatch(spelling -> spelling.equals(written)))
                .findFirst();
    }

    private static List<Hit> longest(List<Hit> hits) {
        List<Hit> sorted = new ArrayList<>(hits);
        sorted.sort(Comparator.comparingInt(Hit::length).reversed().thenComparingInt(Hit::start));
        java.util.TreeMap<Integer, Hit> taken = new java.util.TreeMap<>();
        for (Hit hit : sorted) {
            Map.Entry<Integer, Hit> before = taken.lowerEntry(hit.end());
            if (before == null || before.getValue().end() <= hit.start()) {
                taken.put(hit.start(), hit);
            }
        }
        return List.copyOf(taken.values());
    }
}
