package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** A passage that names an instrument, with what stands about it: which passages are near, listed together or in the sentence before. */
final class Surroundings {
    private static final int SENTENCES_BACK = 2;

    /** Letters that "and", commas and the like take at most. */
    private static final int MOST_BETWEEN = 40;

    private static final Pattern LISTED = Pattern.compile(
            "\\s*(?:(?:[,、和及与或/&(]|(?:as well as|and|or|nor|including|plus|for|on|the|certain|several|some|other|all|most"
                    + "|two|three|four|five|six|seven|eight|nine|ten|\\d{1,2})\\b)\\s*)*");

    /** A list in which other things stand that the dataset does not know: "tungsten, tellurium, bismuth and indium". */
    private static final Pattern LISTED_WITH_OTHERS = Pattern.compile(
            "\\s*[,、](?:\\s*\\p{L}{3,20}(?: \\p{L}{3,20})?\\s*(?:[,、]|,?\\s*\\band\\b))+\\s*|\\s*[,、]?\\s*(?:and|和)\\s*|\\s*[,、]\\s*");

    private static final int ELSEWHERE = 1_000_000;

    final MarkedSentence sentence;
    final Passage instrument;
    /** Sentences of the same article before this one, the nearest first. */
    final List<MarkedSentence> before;
    /** What was taken from another sentence. */
    final List<String> remarks = new ArrayList<>();

    Surroundings(MarkedSentence sentence, Passage instrument, List<MarkedSentence> before) {
        this.sentence = sentence;
        this.instrument = instrument;
        this.before = before;
    }

    List<Passage> clause(Kind kind) {
        return sentence.of(kind).stream()
                .filter(passage -> sentence.sameClause(passage.start(), instrument.start()))
                .toList();
    }

    Passage nearest(List<Passage> passages) {
        return passages.stream().min(Comparator.comparingInt(this::distance)).orElseThrow();
    }

    /** Words between it and the instrument; what stands in another sentence is farther than all of this one. */
    int distance(Passage passage) {
        if (passage.sentence() != sentence.sentence().number()) {
            return ELSEWHERE + Math.abs(instrument.start() - passage.start());
        }
        return passage.end() <= instrument.start()
                ? sentence.words(passage.end(), instrument.start())
                : sentence.words(instrument.end(), passage.start());
    }

    /** The passages of a kind in the nearest sentence of the same or the last paragraph that has any. */
    List<Passage> context(Kind kind, String remark) {
        boolean isOnly = remark.equals(Roles.ONE_TOPIC);
        for (MarkedSentence other :
                before.subList(0, isOnly ? before.size() : Math.min(SENTENCES_BACK, before.size()))) {
            if (!isOnly && other.sentence().paragraph() < sentence.sentence().paragraph() - 1) {
                break;
            }
            List<Passage> found = other.of(kind);
            if (!found.isEmpty()) {
                remarks.add(remark);
                return found;
            }
        }
        return List.of();
    }

    /** Whether all goods of which the sentences before speak are the same: then there is nothing to choose. */
    boolean isOneTopic() {
        List<List<String>> named = before.stream()
                .map(other -> other.of(Kind.GOOD, Kind.TAG).stream()
                        .flatMap(good -> good.ids().stream())
                        .distinct()
                        .sorted()
                        .toList())
                .filter(ids -> !ids.isEmpty())
                .distinct()
                .toList();
        return named.size() == 1;
    }

    /** A passage and those that are listed with it: "gallium, germanium and antimony". */
    List<Passage> coordinated(List<Passage> seed, List<Passage> all) {
        List<Passage> list = new ArrayList<>(seed);
        List<Passage> ordered =
                all.stream().sorted(Comparator.comparingInt(Passage::start)).toList();
        int first = ordered.indexOf(seed.getFirst());
        int last = ordered.indexOf(seed.getLast());
        for (int i = last; i >= 0 && i + 1 < ordered.size() && isListed(ordered.get(i), ordered.get(i + 1)); i++) {
            list.add(ordered.get(i + 1));
        }
        for (int i = first; i > 0 && isListed(ordered.get(i - 1), ordered.get(i)); i--) {
            list.addFirst(ordered.get(i - 1));
        }
        return spelledOut(list);
    }

    /** "seven rare earths: samarium, gadolinium …" are those seven. */
    private List<Passage> spelledOut(List<Passage> list) {
        if (list.size() != 1 || list.getFirst().kind() != Kind.TAG) {
            return list;
        }
        Passage tag = list.getFirst();
        List<Passage> all = sentence.passages().stream()
                .filter(passage -> passage.kind().isGoods())
                .toList();
        Optional<Passage> first = all.stream()
                .filter(good -> good.kind() == Kind.GOOD && good.start() >= tag.end())
                .filter(good -> sentence.between(tag.end(), good.start())
                        .matches("\\s*(?:\\p{L}+\\s*)?(?::|,?\\s*like|,?\\s*namely|：|\\()\\s*"))
                .findFirst();
        return first.map(good -> coordinated(
                        List.of(good),
                        all.stream().filter(other -> other != tag).toList()))
                .orElse(list);
    }

    boolean isListed(Passage one, Passage other) {
        Passage first = one.start() < other.start() ? one : other;
        Passage second = first == one ? other : one;
        if (second.start() - first.end() > MOST_BETWEEN) {
            return false;
        }
        String between = sentence.between(first.end(), second.start());
        return LISTED.matcher(between).matches()
                || first.kind() == Kind.GOOD
                        && second.kind() == Kind.GOOD
                        && LISTED_WITH_OTHERS.matcher(between).matches();
    }

    boolean isChinese() {
        return Character.isIdeographic(instrument.text().codePointAt(0));
    }
}
