package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Acts and events that no single word names, but two together: a verb and what it is done to. "Choke off … shipments" is a ban, "clamp down
 * on … sales" a licence, "work … has ground to a halt" a plant that stands still, "subject to … approval" a licence. So a verb that the
 * word list has once goes with all nouns of its sort, before and behind them.
 */
final class ActFinder {
    private static final int MOST_GAP = 8;
    private static final int MOST_SUBJECT = 18;
    private static final int MOST_NEED = 5;
    /** Letters of "no longer be allowed to", which belong to the act: they do not negate it. */
    private static final int MOST_NOT = 26;

    /** "Suspended its licensing requirements on exports" stops a requirement, no exports. */
    private static final Pattern RULE_BETWEEN = Pattern.compile(
            "\\b(?:licen[cs]\\w*|requirements?|controls?|restrictions?|curbs?|bans?|quotas?|tariffs?|duties|duty|rules?|measures?|prohibition|countermeasures?|investigations?)\\b");

    /** A verb of its own between the two: they do not belong together. */
    private static final Pattern VERB_BETWEEN = Pattern.compile(
            "\\b(?:said|says|say|that|which|who|whose|will|would|could|may|might|was|were|is|are|has|have|had|after|because|when|while|if|but|until|before|as|so|than|and then)\\b|[;:]");

    private static final Pattern AUXILIARY = Pattern.compile(
            "\\b(?:was|were|is|are|been|be|being|get|gets|got|stays?|stayed|remains?|remained|kept|left|stand|stands)(?: (?:not|no longer|also|already|now|still|all|both|effectively|temporarily|partly|completely|\\p{L}+ly)){0,2}\\s*$");

    private static final Pattern OURS = Pattern.compile("\\bour(?: \\w+)?\\s*$");

    private static final Pattern DOING = Pattern.compile("\\w+ing\\b");

    private static final Pattern AUXILIARIES = Pattern.compile(
            "(?:\\b(?:has|have|had|will|would|could|may|might|must|should|can|to|not|no longer|also|already|now|still|all|both|effectively|temporarily|partly|completely|been|be|being|was|were|is|are|get|got|stays?|remains?|remained|stayed|n't|since|\\p{L}+ly)\\s*)+$");

    private static final Pattern CANNOT = Pattern.compile(
            "(?:\\b(?:may|must|can|shall|should|could) (?:not|no longer)|\\bcannot|\\bcan't|\\b(?:not|no longer|n't)(?: be)? (?:allowed|permitted|able|entitled|authori[sz]ed|free)(?: to)?|\\bno longer(?: wants? to| plans? to)?"
                    + "|\\b(?:told|tells|telling|ordered|orders|instructed|asked|directed)\\b[^;,]{0,60} (?:not|never) to|\\bforbidden to)(?: be)?\\s*$");

    private static final Pattern NOT_LET = Pattern.compile(
            "\\b(?:(?:is|are|was|were|will|would)(?: not| no longer| n't|n't)|cannot|can no longer|may not|may no longer)(?: be)? (?:allowed|permitted|possible|authori[sz]ed|let through|accepted|approved)\\b");

    private static final Pattern NO_GOOD = Pattern.compile("\\bno(?: \\w+)?\\s*$");
    private static final Pattern WILL =
            Pattern.compile("^\\s*(?:\\w+ ){0,2}(?:will|may|can|shall|is to|are to|must)(?: be| ever)?\\s*$");

    /** "May not be exported without a licence" asks for a licence. */
    private static final Pattern UNLESS_ALLOWED = Pattern.compile(
            "\\b(?:without|unless|except|other than|only|save)\\b[^;.]{0,60}\\b(?:licen[cs]\\w*|permits?|permission|approvals?|authori[sz]\\w+|consent|clearance)\\b");

    private static final Pattern WITHOUT_LICENCE = Pattern.compile(
            "\\b(?:without|unless|except (?:with|under|by|where))\\b[^;.]{0,50}\\b(?:licen[cs]\\w*|permits?|permission|approvals?|authori[sz]\\w+|consent|clearance)\\b");

    private static final Pattern UNLICENSED =
            Pattern.compile("(?:未经|未取得|未获|没有|无)[^。；;]{0,16}(?:许可|批准|授权)[^。；;]{0,10}$");

    /** Who no longer hands out licences bans. */
    private static final Pattern NO_LICENCES = Pattern.compile(
            "\\b(?:no longer (?:be )?|stop(?:s|ped)? |ceas(?:e|es|ed|ing) (?:to )?|refus(?:e|es|ed|ing) (?:to )?|halt(?:s|ed)? (?:the )?|suspend(?:s|ed)? (?:the )?|froze |freezes? |declin(?:e|es|ed) to |will not |won't |not )"
                    + "(?:issu|grant|process|approv|accept|hand|giv|review|award)\\w*(?: \\S+){0,5} (?=(?:export )?(?:licen[cs]es?|permits?|approvals?|authori[sz]ations?|applications?)\\b)");

    private static final Pattern BESIDE_APPROVAL = Pattern.compile(
            "\\b(?:without|against|upon|only with|with prior|with the|with|subject to)(?: \\w+){0,3}\\s*$");

    /** Mining quotas and export licences are no mining and no exports. */
    private static final Pattern OF_A_RULE = Pattern.compile(
            "^\\s*(?:quotas?|licen[cs]\\w*|permits?|rights?|bans?|controls?|rules?|restrictions?|curbs?|tax(?:es)?|dut(?:y|ies)|tariffs?|caps?|policy|policies|figures?|data|prices?|polic\\w+|growth|forecasts?|guidance|targets?|ministry|minister)\\b");

    /** Verbs that stop what follows, with no word for its trade: "chokes off rare earths". */
    private static final Pattern STOPS_GOODS = Pattern.compile(
            "(?:chok\\w+ off|cut\\w* off|shut\\w* off|withh\\w+|hold\\w* back|held back|block\\w*|embargo\\w*|fr(?:ee|o)z\\w+)");

    /** Who "no longer renews a waiver" asks for a licence again. */
    static final Pattern TAKEN_BACK = Pattern.compile(
            "\\b(?:revok\\w+|rescind\\w*|withdr[ae]w\\w*|cancel\\w*|terminat\\w+|scrapp?\\w*|end(?:s|ed|ing)?|no longer (?:renew|extend|grant)\\w*|not (?:renew|extend)\\w*|let\\w* lapse|strip\\w*|los(?:e|es|ing|t)|remov\\w+)(?: \\S+){0,6}\\s*$");

    private static final Pattern WAIVER = Pattern.compile(
            "waivers?|exemptions?|authori[sz]ations?|permissions?|validated end user status|carve outs?|general licen[cs]es?|approvals?");

    private static final Pattern FROM_DOING = Pattern.compile("(?:^|.* )from(?: \\w+ly)?\\s*");

    private static final Pattern ENDS_ITSELF = Pattern.compile(
            "stopped|stops|halted|halts|ceased|ceases|ground to a halt|came to a halt|come to a halt|came to a standstill|come to a standstill|ground to a standstill|stalled|paused|stood still|down|offline|went offline|going offline|gone offline");

    private static final List<Cue> VERBS = List.of(Cue.STOP, Cue.CLOSE, Cue.LIMIT, Cue.LESS);
    private static final List<Cue> NOUNS = List.of(Cue.TRADE, Cue.PURCHASE, Cue.OUTPUT, Cue.SITE);

    private final MarkedSentence sentence;
    private final List<Passage> acts = new ArrayList<>();

    /** A part of an act where it stands. */
    private record Part(Cue cue, int start, int end) {}

    private ActFinder(MarkedSentence sentence) {
        this.sentence = sentence;
    }

    /** The sentence with the acts that two of its words name together. */
    static MarkedSentence with(MarkedSentence sentence) {
        if (!sentence.hasParts() && sentence.of(Kind.INSTRUMENT).isEmpty()) {
            return sentence;
        }
        ActFinder finder = new ActFinder(sentence);
        finder.find();
        return finder.acts.isEmpty() ? sentence : sentence.with(finder.acts);
    }

    /** "May not be exported without a licence", "未经许可，不得出口": what is forbidden without a licence is licensed, not banned. */
    static MarkedSentence licensed(MarkedSentence sentence) {
        List<Passage> changed = sentence.of(Kind.INSTRUMENT).stream()
                .filter(act -> act.id().equals("export-ban") && isUnlessLicensed(sentence, act))
                .toList();
        if (changed.isEmpty()) {
            return sentence;
        }
        List<Passage> all = sentence.passages().stream()
                .map(passage -> changed.contains(passage)
                        ? new Passage(
                                passage.kind(),
                                List.of("licence"),
                                List.of(),
                                passage.text(),
                                passage.start(),
                                passage.end(),
                                passage.sentence())
                        : passage)
                .toList();
        return sentence.of(all);
    }

    private static boolean isUnlessLicensed(MarkedSentence sentence, Passage act) {
        return UNLICENSED.matcher(sentence.near(act.start())).find()
                || WITHOUT_LICENCE
                        .matcher(sentence.between(act.end(), sentence.clauseEnd(act.end() - 1)))
                        .find();
    }

    private void find() {
        noLicences();
        List<Part> verbs = parts(VERBS);
        List<Part> nouns = parts(NOUNS).stream().filter(noun -> !isOurs(noun)).toList();
        for (Part verb : verbs) {
            act(verb, nouns).ifPresent(id -> add(id, verb.start(), verb.end()));
        }
        for (Part sell : parts(List.of(Cue.SELL))) {
            notSold(sell);
        }
        for (Part trade : parts(List.of(Cue.TRADE))) {
            notLet(trade);
        }
        for (Part approval : parts(List.of(Cue.APPROVAL))) {
            needed(approval);
        }
        for (Part charge : parts(List.of(Cue.CHARGE))) {
            charged(charge);
        }
        for (Part verb : verbs) {
            if (verb.cue() == Cue.STOP) {
                stopsGoods(verb);
            }
        }
    }

    /** Of parts that overlap the longest. */
    private List<Part> parts(List<Cue> cues) {
        List<Part> all = new ArrayList<>();
        for (Cue cue : cues) {
            sentence.cues(cue).forEach(hit -> all.add(new Part(cue, hit.start(), hit.end())));
        }
        all.sort(Comparator.comparingInt((Part part) -> part.start() - part.end())
                .thenComparingInt(Part::start));
        List<Part> kept = new ArrayList<>();
        for (Part part : all) {
            if (kept.stream().noneMatch(other -> other.start() < part.end() && part.start() < other.end())) {
                kept.add(part);
            }
        }
        kept.sort(Comparator.comparingInt(Part::start));
        return kept;
    }

    private void add(String id, int start, int end) {
        boolean free =
                sentence.of(Kind.INSTRUMENT).stream().noneMatch(other -> other.start() < end && start < other.end())
                        && acts.stream().noneMatch(other -> other.start() < end && start < other.end());
        if (free) {
            acts.add(new Passage(
                    Kind.INSTRUMENT,
                    List.of(id),
                    List.of(),
                    sentence.text(start, end),
                    start,
                    end,
                    sentence.sentence().number()));
        }
    }

    private void noLicences() {
        int start = sentence.sentence().start();
        String text = sentence.between(start, sentence.sentence().end());
        Matcher no = NO_LICENCES.matcher(text);
        while (no.find()) {
            add("export-ban", sentence.original(start, no.start()), sentence.original(start, no.end() - 1));
        }
    }

    /** "Our production could be interrupted": what becomes of who speaks is no event of a maker. */
    private boolean isOurs(Part noun) {
        return (noun.cue() == Cue.OUTPUT || noun.cue() == Cue.SITE)
                && OURS.matcher(sentence.near(noun.start())).find();
    }

    private Optional<String> act(Part verb, List<Part> nouns) {
        String before = sentence.between(sentence.clauseStart(verb.start()), verb.start());
        Optional<Part> object = object(verb, nouns);
        boolean passive = AUXILIARY.matcher(before).find()
                && !DOING.matcher(sentence.between(verb.start(), verb.end())).lookingAt();
        if (object.isPresent() && !passive) {
            return meaning(verb, object.get());
        }
        Optional<Part> subject = subject(verb, nouns);
        boolean beside = subject.isPresent() && sentence.words(subject.get().end(), verb.start()) == 0;
        if (passive || beside || object.isEmpty() && endsItself(verb)) {
            return subject.flatMap(noun -> meaning(verb, noun));
        }
        return Optional.empty();
    }

    private boolean endsItself(Part verb) {
        return ENDS_ITSELF.matcher(sentence.between(verb.start(), verb.end())).matches();
    }

    /** What stands behind the verb: the first noun of its sort, near enough, and not behind a rule. */
    private Optional<Part> object(Part verb, List<Part> nouns) {
        return nouns.stream()
                .filter(noun -> noun.start() >= verb.end())
                .findFirst()
                .filter(noun -> sentence.sameClause(verb.start(), noun.start())
                        && sentence.words(verb.end(), noun.start()) <= MOST_GAP
                        && !OF_A_RULE.matcher(sentence.after(noun.end())).find())
                .filter(noun -> {
                    String between = sentence.between(verb.end(), noun.start());
                    boolean from = between.contains(" from ") || between.endsWith(" from");
                    return !RULE_BETWEEN.matcher(between).find()
                            && !VERB_BETWEEN.matcher(between).find()
                            && (!from || FROM_DOING.matcher(between).matches());
                });
    }

    /** The head of what stands before the verb: the first noun from which no other verb parts it. */
    private Optional<Part> subject(Part verb, List<Part> nouns) {
        return nouns.stream()
                .filter(noun -> noun.end() <= verb.start()
                        && sentence.clauseStart(noun.start()) == sentence.clauseStart(verb.start())
                        && sentence.words(noun.end(), verb.start()) <= MOST_SUBJECT)
                .filter(noun -> {
                    String between = AUXILIARIES
                            .matcher(sentence.between(noun.end(), verb.start()) + " ")
                            .replaceFirst("");
                    return !VERB_BETWEEN.matcher(between).find()
                            && !RULE_BETWEEN.matcher(between).find();
                })
                .findFirst();
    }

    private static Optional<String> meaning(Part verb, Part noun) {
        boolean plant = noun.cue() == Cue.OUTPUT || noun.cue() == Cue.SITE;
        return Optional.ofNullable(
                switch (verb.cue()) {
                    case STOP -> plant ? "outage" : noun.cue() == Cue.PURCHASE ? "import-ban" : "export-ban";
                    case CLOSE -> plant ? "outage" : null;
                    case LIMIT -> noun.cue() == Cue.TRADE ? "licence" : null;
                    default -> noun.cue() == Cue.OUTPUT ? "output-cut" : null;
                });
    }

    /** "May not be exported", "will no longer sell", "no ingot will leave". */
    private void notSold(Part sell) {
        int clause = sentence.clauseStart(sell.start());
        String before = sentence.between(clause, sell.start());
        Matcher cannot = CANNOT.matcher(before);
        if (UNLESS_ALLOWED
                .matcher(sentence.between(
                        sentence.sentence().start(), sentence.sentence().end()))
                .find()) {
            return;
        }
        if (cannot.find()) {
            int not = cannot.start() + Math.max(0, cannot.group().length() - MOST_NOT);
            add("export-ban", sentence.original(clause, not), sell.end());
            return;
        }
        boolean none = sentence.passages().stream()
                .filter(passage -> passage.kind().isGoods() && passage.end() <= sell.start())
                .anyMatch(good -> NO_GOOD.matcher(sentence.near(good.start())).find()
                        && WILL.matcher(sentence.between(good.end(), sell.start()))
                                .matches());
        if (none) {
            add("export-ban", sell.start(), sell.end());
        }
    }

    /** "Exports of tin are no longer allowed". */
    private void notLet(Part trade) {
        String behind = sentence.between(trade.end(), sentence.clauseEnd(trade.start()));
        Matcher no = NOT_LET.matcher(behind);
        if (no.find()
                && !VERB_BETWEEN.matcher(behind.substring(0, no.start())).find()
                && !UNLESS_ALLOWED
                        .matcher(sentence.between(
                                sentence.sentence().start(), sentence.sentence().end()))
                        .find()) {
            add(
                    "export-ban",
                    sentence.original(trade.end(), no.start()),
                    sentence.original(trade.end(), no.end() - 1) + 1);
        }
    }

    /** "Subject to government approval", "needs the consent of", "only against an authorisation". */
    private void needed(Part approval) {
        String act = sentence.between(approval.start(), approval.end());
        if (WAIVER.matcher(act).matches()
                && TAKEN_BACK
                        .matcher(sentence.between(sentence.clauseStart(approval.start()), approval.start()))
                        .find()) {
            add("licence", approval.start(), approval.end());
            return;
        }
        Optional<Part> need = parts(List.of(Cue.NEED)).stream()
                .filter(part -> part.end() <= approval.start()
                        && sentence.sameClause(part.start(), approval.start())
                        && sentence.words(part.end(), approval.start()) <= MOST_NEED)
                .reduce((first, second) -> second);
        if (need.isPresent()
                || BESIDE_APPROVAL.matcher(sentence.near(approval.start())).find()) {
            add("licence", approval.start(), approval.end());
        }
    }

    private void stopsGoods(Part verb) {
        boolean goods =
                STOPS_GOODS.matcher(sentence.between(verb.start(), verb.end())).matches()
                        && sentence.passages().stream()
                                .anyMatch(good -> good.kind().isGoods()
                                        && good.start() >= verb.end()
                                        && sentence.words(verb.end(), good.start()) <= 2
                                        && sentence.sameClause(verb.start(), good.start()))
                        && sentence.of(Kind.INSTRUMENT).stream()
                                .noneMatch(other ->
                                        Roles.isEvent(other) && sentence.sameClause(other.start(), verb.start()));
        if (goods) {
            add("export-ban", verb.start(), verb.end());
        }
    }

    /** "Slapped 133 per cent on the metal". */
    private void charged(Part charge) {
        boolean isDuty = sentence.of(Kind.PERCENT).stream()
                .anyMatch(percent -> percent.start() >= charge.end()
                        && sentence.words(charge.end(), percent.start()) <= 2
                        && sentence.after(percent.end()).matches("(?s)(?:on|against|for)\\b.*"));
        if (isDuty) {
            add("tariff", charge.start(), charge.end());
        }
    }
}
