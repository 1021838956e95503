package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** A sentence with what stands in it. Places count in the article's text. */
final class MarkedSentence {
    /** Where one statement ends and another begins. */
    private static final Pattern CUT = Pattern.compile(
            "[;；。]|[:：](?=\\s)|,\\s+(?:but|while|although|though|whereas|which|and then)\\b|，(?!即)|\\s[—–]\\s");

    private static final Pattern DATELINE = Pattern.compile(
            "(?:,? \\p{L}{3,9}\\.? \\d{1,2}|, \\d{1,2} \\p{L}{3,9})?(?:,? \\d{4})?\\s*(?:\\([^)]{1,20}\\)\\s*)?[-–—]+\\s");

    private static final Pattern SPACES = Pattern.compile("\\s+");

    private final Sentence sentence;
    private final List<Passage> passages;
    private final List<WordList.Hit> cues;
    private final List<Integer> cuts = new ArrayList<>();

    /** @param passages in the order of the text */
    MarkedSentence(Sentence sentence, List<Passage> passages, List<WordList.Hit> cues) {
        this.sentence = sentence;
        this.passages = List.copyOf(passages);
        this.cues = List.copyOf(cues);
        cuts.add(sentence.start());
        CUT.matcher(sentence.text()).results().forEach(cut -> cuts.add(sentence.start() + cut.start()));
        cuts.add(sentence.end());
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

    /** Where a text was written: "BEIJING, Jan 6 (Wire) -". */
    boolean isDateline(Passage place) {
        return place.start() - sentence.start() <= 2
                && DATELINE.matcher(sentence.text().substring(place.end() - sentence.start()))
                        .lookingAt();
    }

    Sentence sentence() {
        return sentence;
    }

    List<Passage> passages() {
        return passages;
    }

    List<Passage> of(Kind... kinds) {
        return passages.stream()
                .filter(passage -> List.of(kinds).contains(passage.kind()))
                .toList();
    }

    /** The cues of a meaning that are not part of an instrument: "suspended exports" lifts nothing. */
    List<WordList.Hit> cues(Cue cue) {
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
                : FoldedText.fold(sentence.text().substring(from - sentence.start(), to - sentence.start()));
    }

    /** How many words stand between two places; two Chinese letters are one. */
    int words(int from, int to) {
        String text = between(from, to);
        if (text.isBlank()) {
            return 0;
        }
        int chinese = (int) text.chars().filter(Character::isIdeographic).count();
        int others = SPACES.split(text.replaceAll("\\p{IsIdeographic}", " ").strip()).length;
        return (chinese + 1) / 2 + (text.replaceAll("\\p{IsIdeographic}", "").isBlank() ? 0 : others);
    }

    /** The word before a place, folded, without "the" and the like. */
    String wordBefore(int place) {
        String text = between(sentence.start(), place)
                .strip()
                .replaceAll("(?:\\b(?:the|its|their|an?|all|most|some|other|both|mainland)\\s*)+$", "")
                .strip();
        int space = text.lastIndexOf(' ');
        return text.substring(space + 1).replaceAll("[^\\p{L}']", "");
    }

    String wordAfter(int place) {
        String text = between(place, sentence.end()).strip();
        return text.split("[^\\p{L}]+", 2)[0];
    }

    String text(int from, int to) {
        return sentence.text().substring(from - sentence.start(), to - sentence.start());
    }
}
