package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a sentence means an instrument that it names, by the cues around it. Rules, not statistics: which words count stands in the word
 * list, how near they must be stands here.
 */
final class StatusFinder {
    /** Words between a lifting cue and its rule: "relax some of its export controls". */
    private static final int LIFTING_BEFORE = 4;
    /** "the ban on chips for China was lifted". */
    private static final int LIFTING_AFTER = 16;

    /** In Chinese what is ruled stands between: "暂停实施对锂电池和负极材料的出口管制". */
    private static final int LIFTING_BEFORE_CHINESE = 24;

    /** Who asks for an end, or expects it, says that it has not come. */
    private static final Pattern NOT_YET = Pattern.compile(
            "\\b(?:due|set|expected|likely|hop(?:e|es|ed|ing)|wants?|wanted|ask(?:s|ed|ing)?|lobb\\w+|urg(?:e|es|ed|ing)|call(?:s|ed|ing)?|demand\\w*"
                    + "|request\\w*|push\\w*)(?: \\S+){0,8}\\s*$");
    /** A licence that is revoked is no rule that is lifted. */
    private static final Pattern DOCUMENT = Pattern.compile(
            "(?:export )?(?:licen[cs]es?|permits?)|waivers?|exemptions?|authori[sz]ations?|permissions?|approvals?|许可证");

    private static final Pattern TAKEN_AWAY = Pattern.compile(
            "(?:revok|rescind|withdr|suspend|remov|end|cancel|scrap|terminat|no longer|expir|laps).*|撤销|取消|暂停");
    private static final Pattern PROMISED =
            Pattern.compile(".*\\b(?:would|will|to|may|could|can)(?: also| soon| not| be)*\\s*$");

    /** "Replace it with quotas" brings quotas in. */
    private static final Pattern REPLACED_BY = Pattern.compile("\\b(?:with|by)\\b|为|成");

    /** What happens as "an earthquake" or "any strike" that could or would is no news. */
    private static final Pattern INDEFINITE =
            Pattern.compile("(?:^|.*\\b)(?:an?|any|another|a major|a prolonged|a new|future|such an?)\\s*$");

    private static final Pattern COULD = Pattern.compile("\\b(?:could|would|may|might)\\b");

    /** "Lets them ship without a licence" says that none is needed; "cannot ship without a licence" that one is. */
    private static final Pattern WITHOUT =
            Pattern.compile(".*\\bwithout (?:an?|any|the|needing an?|having to \\w+ an?)?\\s*$");

    private static final Pattern ALLOWED =
            Pattern.compile("\\b(?:lets?|allow(?:s|ed|ing)?|may|can|able to|free to|permitted to)\\b");
    /** What is denied behind it. */
    private static final Pattern RUMOUR = Pattern.compile(
            "\\b(?:reports?|rumou?rs?|claims?|talk|suggestions?|speculation|allegations?) (?:that|of|about)\\b|的(?:报道|传闻|消息|说法)");

    /** Words for a sale that is let through. */
    private static final Pattern PERMISSION =
            Pattern.compile("(?:allow|let|permit|clear|approv|green|authori[sz])\\w*\\b|允许|准许|放行");

    private static final int NOT_LETTERS = 40;

    private static final Pattern NOT_ALLOWED = Pattern.compile(
            "\\b(?:not|cannot|can't|no longer|never|refus\\w*|declin\\w*|ban\\w*|prohibit\\w*|bar(?:s|red)?)\\b");

    /** Whose word it is stands behind what they say: "two sources said". */
    private static final Set<String> HEARSAY =
            Set.of("according to sources", "people familiar", "sources said", "reportedly", "据悉", "据报道", "据称");

    private static final int NOT_YET_LETTERS = 160;
    private static final int PLANNED_BEFORE = 9;
    private static final int PLANNED_AFTER = 4;
    private static final int MODAL_BEFORE = 5;
    private static final int LEAST_QUOTED_WORDS = 4;

    private static final Set<String> MODALS = Set.of("could", "may", "might", "would", "should");
    private static final Set<String> CONDITIONS = Set.of(
            "if",
            "unless",
            "whether",
            "in case",
            "in the event",
            "what if",
            "suppose",
            "imagine",
            "in a bear case",
            "in a worst case",
            "in the worst case",
            "in a bad case",
            "in one scenario",
            "in this scenario",
            "in that case",
            "如果",
            "若",
            "假如",
            "一旦",
            "假设",
            "倘若");

    /** Who grants licences keeps the requirement. */
    private static final Set<String> OF_LICENCES =
            Set.of("grant", "grants", "granted", "granting", "issued", "issuing", "批准", "cleared");

    /** Words that may stand between a negation and what it negates. */
    private static final Pattern NEGATED = Pattern.compile(
            "(?:\\s*(?:follow(?: \\S+){1,4} in|an?|the|any|its|his|their|simply|merely|just|only|blanket|general|total|outright|full|formal|new|such|yet|currently|so much|"
                    + "further|additional|more|export|plans?|planning|planned|intend|intends|intention|to|of|impose[ds]?|imposing|introduce[ds]?|"
                    + "announced?|issued?|placed?|put|in place|present|be|been|subject|face[ds]?|under|on|exports?|apply|order(?:ed)?|"
                    + "considering|comprehensive|complete|针对|是|全面|简单的?|实施|任何|要|会|打算|计划)\\b?)*\\s*");

    /** "Until now exempt", "no longer exempt": the rule holds. */
    private static final Pattern FORMERLY = Pattern.compile(
            "\\b(?:until now|until then|until recently|previously|formerly|hitherto|so far|no longer|were not|was not|not|never|nobody is|none is)\\s*$");

    private static final Pattern FREE = Pattern.compile("^\\s*(?:be |been )?(?:exempt|waive|free|spared|suspend)\\w*");

    /** "Had we forbidden it", "were China to ban": what did not happen. */
    private static final Pattern INVERTED = Pattern.compile(
            "(?:^|[,;:] ?|\\bbut |\\band )(?:had|were) (?:we|they|he|she|it|you|i|the (?:us|eu|west|government)|china|beijing|washington|america|europe|brussels|japan|tokyo|moscow|russia)\\b[^,;]*$");

    /** Who is asked to ban has not. */
    private static final Pattern ASKED = Pattern.compile(
            "\\b(?:want|wants|wanted|wanting|ask(?:s|ed|ing)?|urg(?:e|es|ed|ing)|press(?:es|ed|ing)?|push(?:es|ed|ing)?|lobb(?:y|ies|ied|ying)|call(?:s|ed|ing)? (?:on|for)|pressur\\w+|beg(?:s|ged)?|persuad\\w+|plead\\w*)(?: \\S+){1,7} to(?: also)?\\s*$");

    private static final Pattern AFTERWARDS = Pattern.compile(
            "(?:;|\\bbut\\b|, which|\\bthat|\\band (?:later|then|soon)|—)\\s*(?:(?:it|they|the \\w+|this|these|both|deliveries|shipments|exports|flows|sales|beijing|washington) )?(?:(?:was|were|has been|have been|had been|has|have|had) )?(?:(?:soon|later|since|then|again|quickly|partly|now) )?"
                    + "(?:lifted|flowing again|moving again|resumed|restarted|rescinded|revoked|repealed|scrapped|withdrawn|withdrew|dropped|abolished|overturned|suspended|reversed|relaxed|waived)\\b");

    /** "Three people briefed on the matter said". */
    private static final Pattern HEARD = Pattern.compile(
            "\\b(?:people|persons?|sources?|officials?|executives?|insiders|individuals|traders?) (?:\\w+ )?(?:familiar|briefed|close to|with (?:direct )?knowledge|aware of|in the know|who (?:asked|declined|requested) (?:not )?to be (?:named|identified))\\b"
                    + "|\\b(?:two|three|four|five|several|multiple|some|unnamed|anonymous|industry|the|a) sources?(?: \\w+){0,3} (?:said|told|say|says)\\b|\\bciting (?:\\w+ ){0,3}(?:sources?|people|persons?|insiders|documents seen)\\b|\\baccording to (?:\\w+ ){0,3}(?:sources?|people|persons?|insiders|a person)\\b|知情人士|消息人士|据.{1,10}透露");

    /** A heading or an opening that makes a game of what follows. */
    private static final Pattern SUPPOSED = Pattern.compile(
            "^\\W*(?:in |under |our |the |for )*(?:\\w+ )?(?:scenario|thought experiment|simulation|war game|exercise|stress test|hypothesis|case)(?: [a-z0-9])?\\b|\\b(?:scenario \\w+|scenario) (?:assumes|supposes|has|imagines|needs|sees)\\b|\\b(?:assumes?|supposes?|imagines?|assuming|supposing|pretend\\w*) that\\b");

    private static final Pattern BREAKS =
            Pattern.compile("\\b(?:after|since|because|despite|under|following|before|by|from)\\b");
    private static final Pattern PASSIVE = Pattern.compile(
            "(?:^|.*\\b)(?:was|were|is|are|be|been|being|has|have|had|get|got|stays?|stayed|remains?|remained)\\b(?:\\s+\\p{L}+){0,2}\\s*$|.*,\\s*$");
    private static final Pattern IS =
            Pattern.compile("(?:^|.*\\b)(?:was|were|is|are|be|been|being)\\b(?:\\s+\\p{L}+)?\\s*$");
    private static final Pattern WILL_COME =
            Pattern.compile("^\\s*(?:be|come|follow|apply|extend|return|also be|soon be|still be)\\b");

    /** "The ministry said it would require licences" is news, not a supposition. */
    private static final Pattern REPORTED = Pattern.compile(
            "\\b(?:said|says|announced|announces|confirmed|told|declared|decided|stated|ruled|pledged|promised|that|vowed)\\b");

    private final MarkedSentence sentence;
    private final Passage instrument;

    private StatusFinder(MarkedSentence sentence, Passage instrument) {
        this.sentence = sentence;
        this.instrument = instrument;
    }

    static Status of(MarkedSentence sentence, Passage instrument) {
        return new StatusFinder(sentence, instrument).find();
    }

    private Status find() {
        if (Roles.isEvent(instrument)) {
            return event();
        }
        if (isPermission(instrument)) {
            return permission();
        }
        boolean conditional = isHypothetical();
        boolean quoted = isQuoted();
        if (isDenied(conditional || quoted)) {
            return Status.DENIED;
        }
        if (isLifted()) {
            // What may be lifted is in force.
            return conditional ? Status.STATED : quoted ? Status.QUOTED : Status.LIFTED;
        }
        if (conditional) {
            return Status.HYPOTHETICAL;
        }
        if (isNegated()) {
            return Status.NEGATED;
        }
        return quoted ? Status.QUOTED : Status.STATED;
    }

    /** Whether it is a word for a sale that is let through. */
    static boolean isPermission(Passage instrument) {
        return instrument.ids().contains("export-ban")
                && PERMISSION.matcher(FoldedText.fold(instrument.text())).lookingAt();
    }

    /** "Will allow Nvidia to sell" ends a ban, "will not allow" is one; what may be allowed is banned. */
    private Status permission() {
        boolean not = NOT_ALLOWED
                .matcher(sentence.between(
                        Math.max(sentence.clauseStart(instrument.start()), instrument.start() - NOT_LETTERS),
                        instrument.start()))
                .find();
        boolean quoted = isQuoted();
        if (not || isHypothetical()) {
            return quoted ? Status.QUOTED : Status.STATED;
        }
        return quoted ? Status.QUOTED : Status.LIFTED;
    }

    /** "It would grant licences to keep them running" is no rule, and lifts none. */
    static boolean isPromisedGrant(MarkedSentence sentence, Passage instrument) {
        StatusFinder finder = new StatusFinder(sentence, instrument);
        return DOCUMENT.matcher(FoldedText.fold(instrument.text())).matches()
                && sentence.cues(Cue.LIFTING).stream()
                        .filter(cue -> OF_LICENCES.contains(FoldedText.fold(sentence.text(cue.start(), cue.end()))))
                        .anyMatch(cue -> cue.end() <= instrument.start()
                                && sentence.words(cue.end(), instrument.start()) <= 2
                                && finder.isPromised(cue));
    }

    private Status event() {
        boolean quoted = isQuoted();
        boolean conditional = isHypothetical() || isImagined();
        if (isDenied(conditional || quoted)) {
            return Status.DENIED;
        }
        if (conditional) {
            return Status.HYPOTHETICAL;
        }
        if (isNegated()) {
            return Status.NEGATED;
        }
        if (isCalledOff() || Aftermath.isOver(sentence, instrument)) {
            return Status.LIFTED;
        }
        if (Aftermath.isHarmless(sentence, instrument)) {
            return Status.NEGATED;
        }
        return quoted ? Status.QUOTED : Status.STATED;
    }

    /** "An earthquake could interrupt our deliveries", "a closure of the strait would cut off". */
    private boolean isImagined() {
        return INDEFINITE
                        .matcher(sentence.between(sentence.clauseStart(instrument.start()), instrument.start()))
                        .matches()
                && COULD.matcher(sentence.between(instrument.end(), sentence.clauseEnd(instrument.end() - 1)))
                        .find();
    }

    /** "Called off a strike", "the outage has ended"; not "does not know when it will restart". */
    private boolean isCalledOff() {
        return isLifted()
                && sentence.cues(Cue.LIFTING).stream()
                        .filter(cue -> cue.start() >= instrument.end())
                        .noneMatch(cue -> Aftermath.isNotYet(sentence, cue));
    }

    private boolean isAllowedWithout() {
        String before = sentence.between(sentence.clauseStart(instrument.start()), instrument.start());
        return instrument.ids().contains("licence")
                && WITHOUT.matcher(before).matches()
                && ALLOWED.matcher(before).find()
                && !NOT_ALLOWED.matcher(before).find();
    }

    private boolean isLifted() {
        if (isAllowedWithout() || isLiftedAfterwards()) {
            return true;
        }
        for (WordList.Hit cue : sentence.cues(Cue.LIFTING)) {
            String word = FoldedText.fold(sentence.text(cue.start(), cue.end()));
            if (OF_LICENCES.contains(word)
                    || !sentence.sameClause(cue.start(), instrument.start())
                    || negates(cue)
                    || isNotYet(cue)
                    || FORMERLY.matcher(sentence.between(sentence.clauseStart(cue.start()), cue.start()))
                            .find()
                    || word.equals("no longer")
                            && FREE.matcher(sentence.after(cue.end())).find()
                    || DOCUMENT.matcher(FoldedText.fold(instrument.text())).matches()
                            && TAKEN_AWAY.matcher(word).matches()) {
                continue;
            }
            if (cue.end() <= instrument.start()) {
                String between = sentence.between(cue.end(), instrument.start());
                if (word.startsWith("replac") && REPLACED_BY.matcher(between).find()) {
                    continue;
                }
                if (sentence.words(cue.end(), instrument.start())
                                <= (isChinese(word) ? LIFTING_BEFORE_CHINESE : LIFTING_BEFORE)
                        && !BREAKS.matcher(between).find()
                        && noInstrumentBetween(cue.end(), instrument.start())) {
                    return true;
                }
            } else if (cue.start() >= instrument.end()
                    && sentence.words(instrument.end(), cue.start()) <= LIFTING_AFTER
                    && noInstrumentBetween(instrument.end(), cue.start())
                    && (isChinese(word)
                            || PASSIVE.matcher(sentence.between(instrument.end(), cue.start()))
                                    .matches())) {
                return true;
            }
        }
        return false;
    }

    /** Who "would grant licences" keeps the requirement. */
    private boolean isPromised(WordList.Hit cue) {
        return PROMISED.matcher(sentence.between(sentence.clauseStart(cue.start()), cue.start()))
                .matches();
    }

    private static boolean isChinese(String word) {
        return word.chars().anyMatch(Character::isIdeographic);
    }

    /** "has not relaxed its controls". */
    private boolean negates(WordList.Hit lifting) {
        return sentence.cues(Cue.NEGATION).stream()
                .anyMatch(no -> no.end() <= lifting.start()
                        && sentence.words(no.end(), lifting.start()) <= 2
                        && sentence.sameClause(no.start(), lifting.start()));
    }

    private boolean isNotYet(WordList.Hit lifting) {
        return NOT_YET.matcher(sentence.between(
                        Math.max(sentence.clauseStart(lifting.start()), lifting.start() - NOT_YET_LETTERS),
                        lifting.start()))
                .find();
    }

    private boolean noInstrumentBetween(int from, int to) {
        return sentence.of(Kind.INSTRUMENT).stream().noneMatch(other -> other.start() >= from && other.end() <= to);
    }

    private boolean isNegated() {
        return sentence.cues(Cue.NEGATION).stream()
                .anyMatch(cue -> cue.end() <= instrument.start()
                        && sentence.sameClause(cue.start(), instrument.start())
                        && NEGATED.matcher(sentence.between(cue.end(), instrument.start()))
                                .matches());
    }

    /** A denial behind a rumour denies the rumour; one before it denies what follows. */
    private boolean isDenied(boolean rumour) {
        return sentence.cues(Cue.DENIAL).stream()
                .anyMatch(cue -> cue.end() <= instrument.start()
                        ? sentence.sameClause(cue.start(), instrument.start())
                        : rumour
                                || sentence.sameClause(cue.start(), instrument.start())
                                        && RUMOUR.matcher(sentence.between(
                                                        sentence.clauseStart(instrument.start()), cue.start()))
                                                .find());
    }

    /** "Washington wants Tokyo to ban": a country is asked. One that asks its own firms acts. */
    private boolean isAsked(String opening) {
        Matcher asked = ASKED.matcher(opening);
        if (!asked.find()) {
            return false;
        }
        int from = sentence.original(sentence.sentence().start(), asked.start());
        return sentence.of(Kind.COUNTRY).stream()
                .anyMatch(country -> country.start() >= from && country.end() <= instrument.start());
    }

    /** "Shipments were halted; they were flowing again by November", "a ban, which was lifted in May". */
    private boolean isLiftedAfterwards() {
        return !Roles.isEvent(instrument)
                && AFTERWARDS
                        .matcher(sentence.between(
                                instrument.end(), sentence.sentence().end()))
                        .find();
    }

    private boolean isHypothetical() {
        String opening = sentence.between(sentence.sentence().start(), instrument.start());
        if (SUPPOSED.matcher(opening).find()
                || INVERTED.matcher(opening).find()
                || isAsked(opening)
                || !Roles.isEvent(instrument) && !REPORTED.matcher(opening).find() && isImagined()) {
            return true;
        }
        for (WordList.Hit cue : sentence.cues(Cue.HYPOTHESIS)) {
            String word = FoldedText.fold(sentence.text(cue.start(), cue.end()));
            if (!sentence.sameClause(cue.start(), instrument.start())) {
                continue;
            }
            boolean before = cue.end() <= instrument.start();
            int words = before
                    ? sentence.words(cue.end(), instrument.start())
                    : sentence.words(instrument.end(), cue.start());
            if (CONDITIONS.contains(word)) {
                if (before) {
                    return true;
                }
            } else if (MODALS.contains(word)) {
                if (word.equals("would")
                        && REPORTED.matcher(sentence.between(sentence.clauseStart(cue.start()), cue.start()))
                                .find()) {
                    continue;
                }
                if (before && words <= MODAL_BEFORE && noInstrumentBetween(cue.end(), instrument.start())) {
                    return true;
                }
                if (!before
                        && words <= 1
                        && WILL_COME
                                .matcher(sentence.between(
                                        cue.end(), sentence.sentence().end()))
                                .find()) {
                    return true;
                }
            } else if (words <= (before ? PLANNED_BEFORE : PLANNED_AFTER)
                    && (before
                            || IS.matcher(sentence.between(instrument.end(), cue.start()))
                                    .matches())) {
                return true;
            }
        }
        return false;
    }

    private boolean isQuoted() {
        boolean hearsay = sentence.cues(Cue.QUOTATION).stream()
                .anyMatch(cue -> cue.end() <= instrument.start()
                        || HEARSAY.contains(FoldedText.fold(sentence.text(cue.start(), cue.end()))));
        return hearsay || HEARD.matcher(sentence.folded().text()).find() || inQuotationMarks();
    }

    private boolean inQuotationMarks() {
        String text = sentence.sentence().text();
        int at = instrument.start() - sentence.sentence().start();
        for (String marks : List.of("“”", "\"\"", "「」")) {
            int open = -1;
            for (int i = 0; i < text.length(); i++) {
                char letter = text.charAt(i);
                if (open < 0 && letter == marks.charAt(0)) {
                    open = i;
                } else if (open >= 0 && letter == marks.charAt(1)) {
                    if (open < at
                            && at < i
                            && sentence.words(
                                            sentence.sentence().start() + open + 1,
                                            sentence.sentence().start() + i)
                                    >= LEAST_QUOTED_WORDS) {
                        return true;
                    }
                    open = -1;
                }
            }
            if (open >= 0 && open < at && marks.charAt(0) != marks.charAt(1)) {
                return true;
            }
        }
        return false;
    }
}
