package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Events that a text tells in several sentences: where it happened in one, who stands still because of it or runs again in the next ones,
 * what is made there in a third.
 */
final class EventSpread {
    /** Said of an event of which no sentence says whom it hit. */
    static final String WHOLE_COUNTRY =
            "The text names no maker and no good that the event hit: all makers of the country are meant.";

    private static final String GOODS_NEXT = "The goods are taken from the sentence behind.";

    /** Sentences behind an event in which makers are still those that it hit. */
    private static final int NEAR = 3;

    /** What befalls a region, and so anybody in it. */
    private static final Set<String> REGIONAL = Set.of("earthquake", "weather", "power-cut");

    /** Of what stands still after these it is known how long it lasts. */
    private static final Set<String> CAUSES = Set.of("earthquake", "power-cut");

    private static final Set<String> OUTCOMES = Set.of("outage", "output-cut");

    private static final Pattern THE_SITE = Pattern.compile(
            "^(?:(?:the|this|that|its|their) (?:\\w+ ){0,2}(?:site|mine|mines|plant|plants|complex|facility|factory|smelter|refinery|deposit|operation|pit|country|region|province|area|works|field)\\b|it (?:is|makes|produces|supplies|accounts|mines|ships|has)\\b|该(?:矿|厂|地|国|省|工厂|矿山|矿区))");

    private static final Pattern PAST = Pattern.compile(
            "\\b(?:last year|years ago|a year ago|a decade ago|in the past|previous|earlier|since the|like the|as in|after the) |\\b(?:19\\d\\d|20[01]\\d)\\b|去年|多年前");

    /** A cause of which so far only the place is known. */
    record Pending(Passage instrument, Roles roles, Status status, MarkedSentence sentence) {
        int at() {
            return sentence.sentence().number();
        }
    }

    private final List<Pending> pending = new ArrayList<>();

    /** An event of which a sentence names only where it was. */
    void happened(Passage instrument, Roles roles, Status status, MarkedSentence sentence) {
        if (Roles.isEvent(instrument)
                && roles.issuer() != null
                && roles.issuer().kind() == Kind.COUNTRY
                && roles.targets().isEmpty()
                && !PAST.matcher(sentence.between(
                                sentence.sentence().start(), sentence.sentence().end()))
                        .find()) {
            pending.add(new Pending(instrument, roles, status, sentence));
        }
    }

    /** The event to which a plant that stands still, or runs again, a few sentences on belongs. */
    Optional<Pending> causeOf(int at) {
        return pending.reversed().stream()
                .takeWhile(each -> at - each.at() <= NEAR)
                .filter(each ->
                        at > each.at() && CAUSES.contains(each.instrument().id()))
                .reduce((first, second) -> second.at() == first.at() ? second : first);
    }

    /** An outcome as what caused it: "a quake shook Japan. Shin-Etsu stopped its works". */
    static Passage as(Passage outcome, Passage cause) {
        return new Passage(
                outcome.kind(),
                cause.ids(),
                cause.candidates(),
                outcome.text(),
                outcome.start(),
                outcome.end(),
                outcome.sentence());
    }

    /** Whether an event is told without anybody whom it hit: who stands still by the next sentences says that. */
    static boolean isOfPlace(Gathered gathered, int at) {
        return REGIONAL.contains(gathered.instrument.id())
                && gathered.roles.targets().isEmpty()
                && gathered.lastSentence() >= at - NEAR;
    }

    static boolean isOutcome(Passage instrument) {
        return OUTCOMES.contains(instrument.id());
    }

    /** Whose plants run again, or took no harm, by a sentence that names no event of its own. */
    static List<Passage> makersOf(MarkedSentence sentence) {
        List<Passage> makers = sentence.of(Kind.MAKER);
        return makers.stream()
                .filter(maker ->
                        maker == makers.getFirst() || makers.getFirst().ids().containsAll(maker.ids()))
                .min(Comparator.comparingInt(maker -> maker.ids().size()))
                .stream()
                .toList();
    }

    private static boolean isOfOnePlace(Pending one, Pending other) {
        Passage place = one.roles().issuer();
        Passage otherPlace = other.roles().issuer();
        return place != null && otherPlace != null && place.ids().equals(otherPlace.ids());
    }

    /** Events that no other sentence tells more of, with what is made there by the next ones, or of all that the country makes. */
    List<Pending> left(List<MarkedSentence> sentences, List<Gathered> told) {
        List<Pending> left = new ArrayList<>();
        for (Pending each : pending) {
            boolean known = told.stream()
                            .filter(Gathered::isEvent)
                            .anyMatch(other -> other.statements.stream()
                                    .anyMatch(statement ->
                                            Math.abs(statement.sentence().number() - each.at()) <= NEAR))
                    || left.stream().anyMatch(other -> isOfOnePlace(other, each));
            if (known || each.status() == Status.HYPOTHETICAL || each.status() == Status.NEGATED) {
                continue;
            }
            List<Passage> goods = goodsBehind(sentences, each);
            if (!goods.isEmpty()) {
                left.add(with(each, goods, false, GOODS_NEXT));
            } else if (REGIONAL.contains(each.instrument().id())) {
                left.add(with(each, List.of(), true, WHOLE_COUNTRY));
            }
        }
        return left;
    }

    private static Pending with(Pending each, List<Passage> goods, boolean isOfAll, String remark) {
        Roles said = each.roles();
        List<String> remarks = new ArrayList<>(said.remarks());
        remarks.add(remark);
        return new Pending(
                each.instrument(),
                new Roles(said.issuer(), goods, List.of(), null, false, isOfAll, remarks),
                each.status(),
                each.sentence());
    }

    private static List<Passage> goodsBehind(List<MarkedSentence> sentences, Pending each) {
        int at = sentences.indexOf(each.sentence());
        for (MarkedSentence next : sentences.subList(at + 1, Math.min(sentences.size(), at + NEAR))) {
            String text = next.between(next.sentence().start(), next.sentence().end());
            List<Passage> goods = next.of(Kind.GOOD, Kind.TAG);
            if (!goods.isEmpty()
                    && next.of(Kind.INSTRUMENT).isEmpty()
                    && THE_SITE.matcher(text).find()) {
                return List.of(goods.getFirst());
            }
        }
        return List.of();
    }
}
