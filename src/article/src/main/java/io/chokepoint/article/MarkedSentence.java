package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** A sentence with what stands in it. Places count in the article's text. */
final class MarkedSentence {
    /** Where one statement ends and another begins. */
    private static final Pattern CUT = Pattern.compile(
            "[;；。]|[:：](?=\\s)|,\\s+(?:but|while|although|though|whereas|which|and then)\\b|，(?!即)|\\s[—–]\\s");

    private static final Pattern DATELINE = Pattern.compile(
            "(?:,? \\p{L}{3,9}\\.? \\d{1,2}|, \\d{1,2} \\p{L}{3,9})?(?:,? \\d{4})?\\s*(?:\\([^)]{1,20}\\)\\s*)?[-–—]+\\s");

    private static final Pattern ARTICLES =
            Pattern.compile("(?:\\b(?:the|its|their|an?|all|most|some|other|both|mainland)\\s*)+$");

    private static final List<Cue> PARTS =
            List.of(Cue.STOP, Cue.CLOSE, Cue.LIMIT, Cue.LESS, Cue.TRADE, Cue.SELL, Cue.APPROVAL, Cue.CHARGE);

    /** Letters before a place in which the word before it stands. */
    private static final int BEFORE = 120;

    private final Sentence sentence;
    private final List<Passage> passages;
    private final List<WordList.Hit> cues;
    private final List<Integer> cuts = new ArrayList<>();

    // What is asked again and again of one sentence: prepared once, so that a sentence full of names takes no longer
    // than it must.
    private final FoldedText folded;
    /** Ideographs, and words in other scripts, that begin before each place of the folded text. */
    private final int[] ideographs;

    private final int[] wordStarts;
    private final Map<Kind, List<Passage>> byKind = new EnumMap<>(Kind.class);
    private final Map<Cue, List<WordList.Hit>> byCue = new EnumMap<>(Cue.class);
    private final Map<Integer, String> wordsBefore = new HashMap<>();

    /** @param passages in the order of the text */
    MarkedSentence(Sentence sentence, List<Passage> passages, List<WordList.Hit> cues) {
        this.sentence = sentence;
        this.passages = List.copyOf(passages);
        this.cues = List.copyOf(cues);
        cuts.add(sentence.start());
        CUT.matcher(sentence.text()).results().forEach(cut -> cuts.add(sentence.start() + cut.start()));
        cuts.add(sentence.end());
        folded = FoldedText.of(sentence.text());
        String text = folded.text();
        ideographs = new int[text.length() + 1];
        wordStarts = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            ideographs[i + 1] = ideographs[i] + (Character.isIdeographic(text.charAt(i)) ? 1 : 0);
            wordStarts[i + 1] =
                    wordStarts[i] + (isOfWord(text.charAt(i)) && (i == 0 || !isOfWord(text.charAt(i - 1))) ? 1 : 0);
        }
        for (Kind kind : Kind.values()) {
            byKind.put(
                    kind,
                    this.passages.stream()
                            .filter(passage -> passage.kind() == kind)
                            .toList());
        }
        for (Cue cue : Cue.values()) {
            byCue.put(cue, cuesOutside(cue));
        }
    }

    private static boolean isOfWord(char letter) {
        return letter != ' ' && !Character.isIdeographic(letter);
    }

    /** The same sentence without acts and events. */
    MarkedSentence withoutInstruments() {
        return new MarkedSentence(
                sentence,
                passages.stream()
                        .filter(passage -> passage.kind() != Kind.INSTRUMENT)
                        .toList(),
                cues);
    }

    /** The same sentence with other passages. */
    MarkedSentence of(List<Passage> others) {
        return new MarkedSentence(sentence, others, cues);
    }

    /** The same sentence with more acts and events. */
    MarkedSentence with(List<Passage> acts) {
        List<Passage> all = new ArrayList<>(passages);
        all.addAll(acts);
        all.sort(Comparator.comparingInt(Passage::start).thenComparing(Passage::kind));
        return new MarkedSentence(sentence, all, cues);
    }

    /** Whether it has words that are parts of acts. */
    boolean hasParts() {
        return PARTS.stream().anyMatch(cue -> !cues(cue).isEmpty());
    }

    /** Where a text was written: "BEIJING, Jan 6 (Wire) -". */
    boolean isDateline(Passage place) {
        return place.start() - sentence.start() <= 2
                && DATELINE.matcher(sentence.text().substring(place.end() - sentence.start()))
                        .lookingAt();
    }

    FoldedText folded() {
        return folded;
    }

    Sentence sentence() {
        return sentence;
    }

    List<Passage> passages() {
        return passages;
    }

    List<Passage> of(Kind... kinds) {
        if (kinds.length == 1) {
            return byKind.getOrDefault(kinds[0], List.of());
        }
        return passages.stream()
                .filter(passage -> List.of(kinds).contains(passage.kind()))
                .toList();
    }

    /** The cues of a meaning that are not part of an instrument: "suspended exports" lifts nothing. */
    List<WordList.Hit> cues(Cue cue) {
        return byCue.getOrDefault(cue, List.of());
    }

    private List<WordList.Hit> cuesOutside(Cue cue) {
        return cues.stream()
                .filter(hit -> hit.word().means().contains(cue.id()))
                .filter(hit -> passages.stream()
                        .noneMatch(passage -> passage.kind() == Kind.INSTRUMENT
                                && passage.start() < hit.end()
                                && hit.start() < passage.end()))
                .toList();
    }

    boolean has(Cue cue) {
        return cues.stream().anyMatch(hit -> hit.word().means().contains(cue.id()));
    }

    /** Where the statement begins in which a place stands. */
    int clauseStart(int place) {
        int start = sentence.start();
        for (int cut : cuts) {
            if (cut <= place) {
                start = cut;
            }
        }
        return start;
    }

    int clauseEnd(int place) {
        for (int cut : cuts) {
            if (cut > place) {
                return cut;
            }
        }
        return sentence.end();
    }

    boolean sameClause(int one, int other) {
        return clauseStart(one) == clauseStart(other);
    }

    /** The text between two places, folded; empty if they overlap. */
    String between(int from, int to) {
        return from >= to
                ? ""
                : folded.text()
                        .substring(folded.place(from - sentence.start()), folded.place(to - sentence.start()))
                        .strip();
    }

    /** Where in the article a letter of {@link #between} stands that begins at {@code from}. */
    int original(int from, int letter) {
        int start = folded.place(from - sentence.start());
        while (start < folded.text().length() && folded.text().charAt(start) == ' ') {
            start++;
        }
        return sentence.start()
                + folded.original(Math.min(start + letter, folded.text().length()));
    }

    /** The text right before a place, folded: as much of it as a few words take. */
    String near(int place) {
        return between(Math.max(sentence.start(), place - BEFORE), place);
    }

    /** The text right behind a place, folded. */
    String after(int place) {
        return between(place, Math.min(sentence.end(), place + BEFORE));
    }

    /** How many words stand between two places; two Chinese letters are one. */
    int words(int from, int to) {
        if (from >= to) {
            return 0;
        }
        int start = folded.place(from - sentence.start());
        int end = folded.place(to - sentence.start());
        if (start >= end) {
            return 0;
        }
        boolean inside = start > 0
                && isOfWord(folded.text().charAt(start))
                && isOfWord(folded.text().charAt(start - 1));
        return (ideographs[end] - ideographs[start] + 1) / 2 + wordStarts[end] - wordStarts[start] + (inside ? 1 : 0);
    }

    /** The word before a place, folded, without "the" and the like. */
    String wordBefore(int place) {
        return wordsBefore.computeIfAbsent(place, this::findWordBefore);
    }

    private String findWordBefore(int place) {
        String text = ARTICLES.matcher(near(place)).replaceFirst("").strip();
        int space = text.lastIndexOf(' ');
        return text.substring(space + 1).replaceAll("[^\\p{L}']", "");
    }

    String wordAfter(int place) {
        String text = between(place, Math.min(sentence.end(), place + BEFORE));
        return text.split("[^\\p{L}]+", 2)[0];
    }

    String text(int from, int to) {
        return sentence.text().substring(from - sentence.start(), to - sentence.start());
    }
}
