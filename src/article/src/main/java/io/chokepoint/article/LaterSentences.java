package io.chokepoint.article;

import io.chokepoint.article.Draft.Statement;
import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Sentences that add to a rule or an event of which the text spoke before: when it starts, how long it lasts, that it is over. */
final class LaterSentences {
    /** Sentences after a rule in which "the measure" is still that rule. */
    private static final int LATER = 3;
    /** Sentences after an event in which "repairs" are those of it. */
    private static final int SOON = 2;

    private static final Pattern RULE_IS = Pattern.compile(
            "\\b(?:the|this|that|these|those) (?:measures?|rules?|controls?|announcements?|decision|move|order|requirement|curbs?)\\b.{0,60}"
                    + "\\b(?:was|were|is|are|been|be)\\b(?: \\w+){0,2}\\s*$|(?:该|上述|这些?)(?:措施|规定|公告|决定).{0,12}$");

    private static final Pattern OF_THE_RULE = Pattern.compile(
            "\\b(?:the|this|these|those|both|all) (?:\\w+ ){0,2}(?:measures?|rules?|controls?|announcements?|order|orders|regulations?|requirements?|curbs?|changes?|"
                    + "notice|tariffs?|dut(?:y|ies)|restrictions?|bans?|quotas?|ordinance|decree)\\b|\\b(?:rules?|measures?|bans?|curbs|controls|orders?|tariffs?|quotas?) (?:to |will |would |which )?(?:take|come|go|enter)s?\\b|\\bit (?:takes?|took|will take|comes?|came|is) (?:effect|effective|into)"
                    + "|(?:本|该|上述|这些?|新)(?:公告|措施|规定|决定|办法|令|规则)");

    /** "A walkout last year": another one. */
    private static final Pattern PAST = Pattern.compile(
            "\\b(?:last year|two years ago|years ago|a year ago|a year earlier|last decade|in the past)\\b|去年|多年前");

    private static final Pattern OF_A_RUMOUR = Pattern.compile(
            "\\b(?:the|that|this|these|those|such) (?:\\w+ )?(?:reports?|rumou?rs?|posts?|claims?|story|stories|talk|article|allegations?|speculation)\\b|(?:该|上述|这些?|此)(?:报道|传闻|消息|说法)");

    private final RestrictionMaker maker;
    private final Collection<Gathered> all;

    LaterSentences(RestrictionMaker maker, Collection<Gathered> all) {
        this.maker = maker;
        this.all = all;
    }

    /** @param sentence one without a rule or event of its own */
    void read(MarkedSentence sentence) {
        lifted(sentence);
        denied(sentence);
        started(sentence);
        if (FigureFit.processing(sentence).isPresent()) {
            all.stream()
                    .filter(gathered -> !gathered.isEvent()
                            && gathered.lastSentence() >= sentence.sentence().number() - LATER)
                    .toList()
                    .forEach(gathered -> figures(sentence, gathered));
        }
        last(sentence, SOON, Gathered::isEvent)
                .filter(gathered -> speaksOfSame(sentence, gathered))
                .ifPresent(gathered -> event(sentence, gathered));
    }

    /** A sentence that names an event and nobody whom it hits is about the one before: "the fire", "the company declared force majeure". */
    boolean addsToEvent(MarkedSentence sentence, Passage instrument) {
        if (!Roles.isEvent(instrument)
                || !sentence.of(Kind.MAKER, Kind.GOOD, Kind.TAG, Kind.COUNTRY).isEmpty()) {
            return false;
        }
        // "Production has stopped" is what came of a fire; a strike is something else.
        boolean outcome = List.of("outage", "output-cut").contains(instrument.id());
        Optional<Gathered> last = last(
                sentence,
                SOON,
                gathered -> gathered.isEvent()
                        && (outcome || gathered.instrument.ids().equals(instrument.ids())));
        if (last.isPresent()
                && PAST.matcher(sentence.between(
                                sentence.clauseStart(instrument.start()), sentence.clauseEnd(instrument.end() - 1)))
                        .find()) {
            return true;
        }
        last.ifPresent(gathered -> {
            gathered.statements.add(new Statement(sentence.sentence(), StatusFinder.of(sentence, instrument)));
            figures(sentence, gathered);
        });
        return last.isPresent();
    }

    private void event(MarkedSentence sentence, Gathered gathered) {
        Passage opening = opening(sentence, gathered);
        figures(sentence, gathered);
        if (Aftermath.isHarmless(sentence, opening)) {
            gathered.statements.add(new Statement(sentence.sentence(), Status.NEGATED));
        } else if (Aftermath.isOver(sentence, opening)) {
            gathered.statements.add(new Statement(sentence.sentence(), Status.LIFTED));
        }
    }

    /** Whether no other maker or country is named in it. */
    private static boolean speaksOfSame(MarkedSentence sentence, Gathered gathered) {
        List<Passage> own = gathered.roles.targets();
        return sentence.of(Kind.MAKER).stream()
                        .allMatch(maker -> own.stream()
                                .anyMatch(each -> each.ids().stream().anyMatch(maker.ids()::contains)))
                && sentence.of(Kind.COUNTRY).stream()
                        .allMatch(country -> gathered.roles.issuer() == null
                                || gathered.roles.issuer().ids().equals(country.ids()));
    }

    private void figures(MarkedSentence sentence, Gathered gathered) {
        maker.make(sentence, opening(sentence, gathered), gathered.roles).ifPresent(gathered::learn);
    }

    /** The instrument, as if it stood at the start of the sentence. */
    private static Passage opening(MarkedSentence sentence, Gathered gathered) {
        return opening(sentence, gathered.instrument);
    }

    static Passage opening(MarkedSentence sentence, Passage instrument) {
        int start = sentence.sentence().start();
        return instrument.at(start, start, sentence.sentence().number());
    }

    private Optional<Gathered> last(MarkedSentence sentence, int within, Predicate<Gathered> which) {
        return all.stream()
                .filter(gathered ->
                        gathered.lastSentence() >= sentence.sentence().number() - within)
                .filter(which)
                .max(Comparator.comparingInt(Gathered::lastSentence));
    }

    /** "The measure was suspended until November": of the rule that was spoken of last. */
    private void lifted(MarkedSentence sentence) {
        boolean lifts = sentence.cues(Cue.LIFTING).stream()
                .anyMatch(cue -> RULE_IS.matcher(sentence.between(sentence.clauseStart(cue.start()), cue.start()))
                        .find());
        if (lifts) {
            last(sentence, LATER, gathered -> !gathered.isEvent())
                    .ifPresent(gathered -> gathered.statements.add(new Statement(sentence.sentence(), Status.LIFTED)));
        }
    }

    /** "Customs called the post false": a denial of what the sentence before said that somebody else says. */
    private void denied(MarkedSentence sentence) {
        if (sentence.cues(Cue.DENIAL).isEmpty()) {
            return;
        }
        boolean isOfRumour = OF_A_RUMOUR
                .matcher(sentence.between(
                        sentence.sentence().start(), sentence.sentence().end()))
                .find();
        last(
                        sentence,
                        SOON,
                        gathered -> isOfRumour
                                || gathered.statements.stream()
                                        .allMatch(statement -> statement.status() == Status.QUOTED
                                                || statement.status() == Status.HYPOTHETICAL))
                .ifPresent(gathered -> gathered.statements.add(new Statement(sentence.sentence(), Status.DENIED)));
    }

    /** "This rule is effective 2 December", "本公告自…起实施": of all rules of which the text spoke so far. */
    private void started(MarkedSentence sentence) {
        Passage whole = new Passage(
                Kind.INSTRUMENT,
                List.of(),
                List.of(),
                "",
                sentence.sentence().start(),
                sentence.sentence().start(),
                sentence.sentence().number());
        Gathered.Start start = start(sentence, whole);
        if (start.isSure()
                && OF_THE_RULE
                        .matcher(sentence.between(
                                sentence.sentence().start(), sentence.sentence().end()))
                        .find()) {
            all.stream().filter(gathered -> !gathered.isEvent()).forEach(gathered -> gathered.learn(start));
        }
    }

    /** From when a rule of a sentence holds, by that sentence. */
    static Gathered.Start start(MarkedSentence sentence, Passage instrument) {
        Optional<Passage> date = FigureFit.start(sentence, instrument);
        if (date.isPresent()) {
            return new Gathered.Start(date.map(Passage::id), FigureFit.isStart(sentence, date.get()));
        }
        Optional<String> relative = FigureFit.relativeStart(sentence);
        return new Gathered.Start(relative, relative.isPresent());
    }
}
