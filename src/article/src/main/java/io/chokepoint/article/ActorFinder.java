package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Who acts by an instrument, and whom it hits. */
final class ActorFinder {
    private static final Set<String> TOWARDS = Set.of(
            "to",
            "into",
            "against",
            "towards",
            "toward",
            "targeting",
            "targets",
            "hit",
            "hitting",
            "reach",
            "reaching",
            "at",
            "punish",
            "punishing",
            "supplying",
            "supply",
            "sell",
            "selling",
            "for");
    private static final Set<String> NO_ISSUER = Set.of(
            "to",
            "into",
            "against",
            "towards",
            "toward",
            "in",
            "at",
            "with",
            "on",
            "from",
            "than",
            "between",
            "outside",
            "for",
            "across",
            "near",
            "southern",
            "northern",
            "eastern",
            "western",
            "central",
            "in the",
            "about",
            "of",
            "targeting",
            "both",
            "throughout",
            "punish");
    /** Behind an adjective of a country they are people hit, not a government that acts. */
    private static final Pattern PEOPLE = Pattern.compile(
            "^\\s*(?:chip|ai|tech|technology|semiconductor|industrial|car|civil|military|electronics|internet|memory|state owned|two dozen)?\\s*"
                    + "(firms?|compan(?:y|ies)|buyers?|customers?|users?|makers?|carmakers?|chipmakers?|suppliers?|producers?|market|entit(?:y|ies)|"
                    + "fabs?|military|subsidiar(?:y|ies)|plants?|importers?|goods|products?|imports?|exporters?|groups?|giants?|universit(?:y|ies))\\b");

    private static final Pattern HIT_PEOPLE = Pattern.compile(
            "(firms?|compan(?:y|ies)|buyers?|customers?|users?|market|entit(?:y|ies)|military|chipmakers?|groups?|giants?|importers?|universit(?:y|ies))$");
    private static final Pattern BOUND_FOR =
            Pattern.compile("\\b(?:destined|bound|intended|meant|customers|made|designed|headed) for(?: the)?\\s*$");
    /** What trade does, behind where it goes. */
    private static final Pattern FLOW = Pattern.compile(
            "\\b(?:restarted|resumed|recovered|rebounded|fell|rose|dropped|jumped|surged|soared|slumped|plunged|doubled|tripled|increased|declined|slowed|dried up|stopped)\\b");

    private static final Pattern CHINESE_PEOPLE =
            Pattern.compile("^\\s*(?:的)?(?:\\S{0,4})(?:企业|公司|厂商|实体|客户|用户|买家|机构|商品|产品|货物|进口商|车企|市场)");

    private static final Pattern CHINESE_HIT = Pattern.compile("^\\s*(?:的)?(?:\\S{0,4})(?:企业|公司|厂商|实体|客户|用户|买家|机构|车企)");

    /** 对美国, 向日本: whom it hits. */
    private static final Pattern CHINESE_TARGET = Pattern.compile("(?:[对對向往输輸于於给給销銷]|提供给|出口|出口至|出口到)$");

    /** "May not be exported from the United States without a licence". */
    private static final Pattern SENT_FROM = Pattern.compile(
            "\\b(?:export\\w*|ship(?:ped|ments?|ping)|sent|leave|leaving|deliveries|sales|supplies|supply|purchases|orders)(?: of(?: \\S+){1,6})? (?:from|out of)(?: the)?\\s*$|\\bout of(?: the)?\\s*$");

    /** "Cutting off China's access to chips". */
    private static final Pattern ACCESS = Pattern.compile("^['’]s (?:\\w+ )?access\\b");

    /** "To any facility of SMIC", "at plants owned by". */
    private static final Pattern TO_PLANTS = Pattern.compile(
            "\\b(?:to|into|at|for|by|against|supply|supplying)(?: \\p{L}+){0,4} (?:facilit(?:y|ies)|plants?|fabs?|factor(?:y|ies)|units?|subsidiar(?:y|ies)|sites?|arms?|affiliates?|customers?|lines?|shops?) (?:of|owned by|run by|operated by|belonging to|controlled by|at)(?: the)?\\s*$");

    /** "For helping Huawei": why they are listed, not who is. */
    private static final Pattern REASON = Pattern.compile(
            "\\b(?:for|of|over|because of|after|accused of|suspected of)(?: \\w+ly)? (?:help\\w*|supply\\w*|support\\w*|aid\\w*|assist\\w*|work\\w*|sell\\w*|ship\\w*|acquir\\w*|buy\\w*|links?|ties)(?: \\w+){0,3}\\s*$|\\b(?:linked|tied|close|sold|supplied|sales|supplies|ties|links) to\\s*$|\\b(?:on behalf of|such as those of|customers? of|suppliers? of|supplier to|suppliers to)\\s*$");

    /** "Informed Samsung that a licence is needed". */
    private static final Pattern INFORMED =
            Pattern.compile("\\b(?:told|informed|notified)(?: both| chip makers| chipmakers)?\\s*$");

    private static final Pattern TOLD = Pattern.compile(
            "\\b(?:told|informed|notified|allow\\w*|lets?|letting|granted)(?: both| chip makers| chipmakers)?\\s*$");

    /** "In answer to a Dutch seizure": nobody whom it hits. */
    private static final Pattern NOT_TOWARDS = Pattern.compile(
            "\\b(?:answer|response|reply|reaction|retaliation|opposition|contrast|compared|according|due|thanks|owing|prior|next|close|similar|contrary|relative|addition|relation|regard|respond\\w*|react\\w*|retaliat\\w*|return\\w*|travel\\w*|visit|trip|ambassador|envoy|talks|blow|victory|concession|threat|message|signal|warning|leverage|retort|hit back|object\\w*) (?:to|against|at)(?: the| an?)?\\s*$");

    /** "Withholds chips from European car makers", "cut off from Japan". */
    private static final Pattern KEPT_FROM = Pattern.compile(
            "^(?:withh\\w+|hold\\w* back|held back|keep\\w*|kept|chok\\w+ off|cut\\w* off|shut\\w* off|block\\w*|bar\\w*|embargo\\w*)(?: \\S+){0,6} from(?: the| some| all)?\\s*$");

    /** "Officials in Brussels", "the government in Jakarta". */
    private static final Pattern RULERS_IN = Pattern.compile(
            "\\b(?:officials?|lawmakers|regulators?|governments?|authorities|ministers?|ministry|politicians|policymakers|policy makers|somebody|someone|leaders|leadership|senators|negotiators|planners|bureaucrats|hawks|customs|administration|cabinet|parliament|courts?) in(?: the)?\\s*$");

    /** "The Minister of Energy and Mineral Resources of the Republic of Indonesia". */
    private static final Pattern RULERS_OF = Pattern.compile(
            "\\b(?:government|ministry|minister|department|republic|kingdom|commonwealth|parliament|president|cabinet)\\b[^,;.]{0,60}\\bof(?: the)?\\s*$");

    private static final Pattern NOUN_OF_RULE = Pattern.compile(
            "\\b(?:ban|bans|embargo|curbs?|controls?|restrictions?|rules?|licen[cs]ing|licen[cs]es?|quotas?|permits?|regime|requirements?|sanctions|tariffs?|dut(?:y|ies)|list|blacklist|clampdown|crackdown)$");

    private static final Pattern COMPOUND = Pattern.compile(
            "\\s*(?:(?:new|latest|old|existing|tough|tougher|strict|stricter|sweeping|broad|export|exports|import|trade|sales|shipment|and|or|,|for|october|april|chip|tech|technology|mineral|minerals|metals?)\\s*)*");

    private static final Pattern SPARES = Pattern.compile(
            "\\b(?:spar(?:e|es|ed|ing)|exempt(?:s|ed|ing)?|exclud(?:e|es|ed|ing)|grant(?:s|ed|ing)?|excus(?:e|es|ed|ing)|carv(?:e|es|ed|ing) out|reprieve (?:for|to)|waiver (?:for|to)|exemptions? (?:for|to)|carve outs? for|relief (?:for|to))(?: the| all| both| some)?\\s*$");

    private static final Pattern WAS_SPARED = Pattern.compile(
            "^\\s*(?:firms?|compan(?:y|ies)|buyers|importers|chipmakers?|makers|goods|products)?\\s*(?:has |have |had )?(?:was|were|is|are|been|be|will be|would be|got|gets|won|wins|secured|secures)(?: also| not)? (?:granted|spared|exempt\\w*|excluded|given|excused|a (?:reprieve|waiver|exemption|carve out))\\b");

    private static final Pattern IS = Pattern.compile("\\b(?:is|are|was|were|be|been|being)\\b");

    /** "A letter from the Department of Commerce", "on orders from Beijing". */
    private static final Pattern WORD_FROM = Pattern.compile(
            "\\b(?:letters?|notices?|notification|orders?|instructions?|directives?|word|guidance|requests?|pressure|ruling|approval|licen[cs]es?|permits?|permission|rules?|announcement|decree)(?: \\w+){0,2} from(?: the)?\\s*$");

    private static final Pattern TARGET_ITSELF = Pattern.compile("[对對向]");

    /** "China's new rare-earth export controls". */
    private static final int OWNED = 6;

    private static final int BESIDE = 3;

    private static final int TARGET_WORDS = 18;
    /** Sentences back in which the one who acts is looked for. */
    private static final int ISSUER_BEFORE = 6;

    private final Surroundings around;
    private final MarkedSentence sentence;
    private final Passage instrument;

    ActorFinder(Surroundings around) {
        this.around = around;
        this.sentence = around.sentence;
        this.instrument = around.instrument;
    }

    boolean isOrigin(Passage country, List<Passage> goods) {
        return country.kind() == Kind.COUNTRY
                && goods.stream()
                        .anyMatch(good -> country.end() <= good.start()
                                && country.start() >= instrument.end()
                                && sentence.words(country.end(), good.start()) == 0);
    }

    private static boolean isChineseTarget(MarkedSentence sentence, Passage country) {
        return CHINESE_TARGET.matcher(sentence.near(country.start())).find()
                || TARGET_ITSELF.matcher(country.text()).lookingAt();
    }

    private boolean isTarget(Passage passage, List<Passage> goods) {
        if (TARGET_ITSELF.matcher(passage.text()).lookingAt()) {
            return true;
        }
        if (passage.kind() == Kind.COUNTRY && isOfRule(passage)) {
            return false;
        }
        if (isSpared(passage)) {
            return true;
        }
        String previous = sentence.wordBefore(passage.start());
        if (previous.endsWith("原产于") || previous.endsWith("原產於")) {
            return true;
        }
        if (NOT_TOWARDS.matcher(sentence.near(passage.start())).find()) {
            return false;
        }
        if (previous.equals("from")
                && KEPT_FROM
                        .matcher(sentence.between(instrument.start(), passage.start()))
                        .find()) {
            return true;
        }
        if (TOWARDS.contains(previous)
                || previous.endsWith("对")
                || previous.endsWith("對")
                || previous.endsWith("向")
                || previous.endsWith("往")
                || previous.endsWith("输")) {
            return !previous.equals("for")
                    || passage.kind() == Kind.MAKER
                    || BOUND_FOR
                            .matcher(sentence.between(sentence.sentence().start(), passage.start()))
                            .find();
        }
        if (passage.kind() == Kind.COUNTRY
                && previous.equals("on")
                && goods.stream()
                        .noneMatch(good ->
                                good.start() >= passage.end() && sentence.words(passage.end(), good.start()) == 0)) {
            return true;
        }
        String after = sentence.after(passage.end());
        if (ACCESS.matcher(after).find()) {
            return true;
        }
        var people = PEOPLE.matcher(after);
        boolean hit = people.find() && HIT_PEOPLE.matcher(people.group(1)).find();
        if (CHINESE_HIT.matcher(after).find() && sentence.of(Kind.COUNTRY).size() > 1) {
            return true;
        }
        boolean inMarket = previous.equals("in")
                && sentence.between(sentence.sentence().start(), passage.start())
                        .matches(
                                ".*\\b(?:customers|buyers|sales|sold|market|users|firms|companies|plants?|fabs|factory|factories|units?|operations) in(?: the)?\\s*");
        return hit && passage.start() >= instrument.start() - 80 || inMarket;
    }

    /** "Exports to Europe restarted after the ministry cleared licences": where goods went is not whom the rule hits. */
    private boolean isFlow(Passage country) {
        return country.end() <= instrument.start()
                && FLOW.matcher(sentence.between(country.end(), instrument.start()))
                        .find();
    }

    /** "Licences for germanium, and it banned shipments to American users": whom the other rule hits. */
    private boolean isOfAnother(Passage country) {
        return sentence.of(Kind.INSTRUMENT).stream()
                .anyMatch(other -> other.start() >= instrument.end()
                        && other.end() <= country.start()
                        && !other.ids().equals(instrument.ids())
                        && sentence.between(instrument.end(), other.start()).contains(","));
    }

    /** A country right before a rule of another one: "Britain's Russia sanctions", "US China chip curbs". */
    private Optional<Passage> attribute(List<Passage> goods) {
        List<Passage> ahead = sentence.of(Kind.COUNTRY).stream()
                .filter(country ->
                        country.end() <= instrument.start() && sentence.sameClause(country.start(), instrument.start()))
                .toList();
        return ahead.size() < 2
                ? Optional.empty()
                : Optional.of(ahead.getLast())
                        .filter(country -> !owns(country) && isBesideRule(sentence, country))
                        .filter(country -> !sentence.isDateline(ahead.getFirst()) || ahead.size() > 2)
                        .filter(country -> owns(ahead.get(ahead.size() - 2))
                                || sentence.words(ahead.get(ahead.size() - 2).end(), country.start()) == 0)
                        .filter(country -> !country.ids()
                                .equals(ahead.get(ahead.size() - 2).ids()));
    }

    private boolean owns(Passage country) {
        return sentence.text(country.start(), Math.min(sentence.sentence().end(), country.end() + 2))
                .matches("(?s).*['’]s");
    }

    List<Passage> targets(List<Passage> goods) {
        List<Passage> found = new ArrayList<>();
        attribute(goods).ifPresent(found::add);
        for (Passage passage : sentence.of(Kind.COUNTRY, Kind.MARKET)) {
            boolean near = passage.start() > instrument.end()
                    ? sentence.words(instrument.end(), passage.start()) <= TARGET_WORDS
                    : sentence.sameClause(passage.start(), instrument.start()) || around.isChinese();
            if (near
                    && !found.contains(passage)
                    && !isFlow(passage)
                    && !isOfAnother(passage)
                    && isTarget(passage, goods)) {
                found.add(passage);
            }
        }
        for (Passage other : sentence.of(Kind.COUNTRY)) {
            if (!found.contains(other) && found.stream().anyMatch(one -> around.isListed(one, other))) {
                found.add(other);
            }
        }
        // "US to double China chip tariffs": of two countries the one beside what is ruled is hit.
        if (List.of("tariff", "anti-dumping", "import-ban").contains(instrument.id())) {
            List<Passage> countries = sentence.of(Kind.COUNTRY);
            for (Passage country : countries.subList(Math.min(1, countries.size()), countries.size())) {
                boolean beside = country.end() <= instrument.start()
                        && sentence.words(country.end(), instrument.start()) <= 1 + goods.size()
                        && !sentence.text(
                                        country.start(),
                                        Math.min(sentence.sentence().end(), country.end() + 2))
                                .matches("(?s).*['’]s")
                        && sentence.passages().stream()
                                .filter(other -> other.start() >= country.end() && other.end() <= instrument.start())
                                .allMatch(goods::contains);
                if (beside && !found.contains(country) && !sentence.isDateline(countries.getFirst())) {
                    found.add(country);
                }
            }
        }
        boolean listing = instrument.id().equals("entity-list");
        for (Passage maker : sentence.of(Kind.MAKER)) {
            boolean ownGoods = sentence.wordAfter(maker.end()).equals("s")
                    || sentence.text(maker.start(), Math.min(sentence.sentence().end(), maker.end() + 2))
                            .matches("(?s).*['’]s");
            if (listing && REASON.matcher(sentence.near(maker.start())).find()) {
                continue;
            }
            boolean isWaiver = !sentence.between(instrument.start(), instrument.end())
                    .matches("(?:export )?(?:licen[cs]es?|permits?)");
            if (!ownGoods
                    && (TO_PLANTS.matcher(sentence.near(maker.start())).find()
                            || instrument.id().equals("licence")
                                    && sentence.sameClause(maker.start(), instrument.start())
                                    && (isWaiver && isTakenBack() ? TOLD : INFORMED)
                                            .matcher(sentence.near(maker.start()))
                                            .find())) {
                found.add(maker);
                continue;
            }
            if (listing && !ownGoods || TOWARDS.contains(sentence.wordBefore(maker.start())) && !ownGoods) {
                found.add(maker);
            }
        }
        for (Passage other : sentence.of(Kind.MAKER)) {
            if (!found.contains(other)
                    && !(listing && REASON.matcher(sentence.near(other.start())).find())
                    && found.stream().anyMatch(one -> one.kind() == Kind.MAKER && around.isListed(one, other))) {
                found.add(other);
            }
        }
        // Chips from a country that a duty is put on.
        if (List.of("tariff", "anti-dumping", "import-ban", "export-ban").contains(instrument.id())) {
            for (Passage country : sentence.of(Kind.COUNTRY)) {
                boolean origin = (sentence.wordBefore(country.start()).equals("from")
                                        || country.start() >= instrument.end()
                                                && Roles.ALL_GOODS
                                                        .matcher(sentence.wordAfter(country.end()))
                                                        .matches())
                                && !instrument.id().equals("export-ban")
                        || isOrigin(country, goods);
                if (origin && !found.contains(country)) {
                    found.add(country);
                }
            }
        }
        return found;
    }

    Optional<Passage> issuer(List<Passage> targets, List<Passage> goods) {
        List<Passage> candidates = sentence.of(Kind.COUNTRY).stream()
                .filter(country -> !targets.contains(country))
                .filter(country -> !isChineseTarget(sentence, country))
                .toList();
        Optional<Passage> behind = candidates.stream()
                .filter(country -> country.start() >= instrument.end())
                .filter(country ->
                        List.of("by", "under").contains(sentence.wordBefore(country.start())) || isAsked(country))
                .findFirst();
        Optional<Passage> ahead = candidates.stream()
                .filter(country -> country.end() <= instrument.start() && !sentence.isDateline(country))
                .filter(country -> canAct(country, goods))
                .min(Comparator.comparingInt(
                                (Passage country) -> sentence.sameClause(country.start(), instrument.start()) ? 0 : 1)
                        .thenComparingInt(around::distance));
        Optional<Passage> inSentence = behind.or(() -> ahead);
        if (inSentence.isPresent()) {
            return inSentence;
        }
        // "Nexperia stopped shipments": a firm that no longer sells.
        Optional<Passage> firm = sentence.of(Kind.MAKER).stream()
                .filter(maker ->
                        maker.end() <= instrument.start() && sentence.words(maker.end(), instrument.start()) <= 2)
                .filter(maker -> !IS.matcher(sentence.between(maker.end(), instrument.start()))
                        .find())
                .filter(maker -> instrument.id().equals("export-ban")
                        && sentence.between(instrument.start(), instrument.end())
                                .matches("(?:stop|halt|suspend|ceas|withh|cut).*"))
                .findFirst();
        if (firm.isPresent()) {
            return firm;
        }
        Optional<Passage> nearby = candidates.stream()
                .filter(country -> country.start() >= instrument.end() && canAct(country, goods))
                .filter(country -> sentence.wordAfter(country.end()).matches("said|says|would|will|has|had|\\p{L}+ed"))
                .findFirst();
        Optional<Passage> origin = candidates.stream()
                .filter(country -> country.start() >= instrument.end()
                                && sentence.wordBefore(country.start()).equals("from")
                        || SENT_FROM.matcher(sentence.near(country.start())).find())
                .findFirst();
        return nearby.or(() -> origin)
                .or(() -> candidates.stream().filter(sentence::isDateline).findFirst())
                .or(this::earlierIssuer);
    }

    /** "New U.S. curbs": whose rule it is. */
    /** "To China's export controls", "from the US chip tariffs": whose rule it is, whatever stands before. */
    private boolean isOfRule(Passage country) {
        return country.end() <= instrument.start()
                && sentence.sameClause(country.start(), instrument.start())
                && (owns(country)
                                && sentence.words(country.end(), instrument.start()) <= OWNED
                                && !ACCESS.matcher(sentence.after(country.end()))
                                        .find()
                        || NOUN_OF_RULE
                                        .matcher(sentence.between(instrument.start(), instrument.end()))
                                        .find()
                                && !List.of("tariff", "anti-dumping", "import-ban")
                                        .contains(instrument.id())
                                && isCompound(country));
    }

    /** Only goods and words like "export" between a country and the rule. */
    private boolean isCompound(Passage country) {
        String between = sentence.between(country.end(), instrument.start());
        for (Passage good : sentence.passages()) {
            if (good.kind().isGoods() && good.start() >= country.end() && good.end() <= instrument.start()) {
                between = between.replace(FoldedText.fold(good.text()), " ");
            }
        }
        return COMPOUND.matcher(between).matches();
    }

    private boolean isTakenBack() {
        return ActFinder.TAKEN_BACK
                .matcher(sentence.between(sentence.clauseStart(instrument.start()), instrument.start()))
                .find();
    }

    /** "Exempts Japan", "South Korea was granted a reprieve". */
    private boolean isSpared(Passage passage) {
        return SPARES.matcher(sentence.near(passage.start())).find()
                || WAS_SPARED.matcher(sentence.after(passage.end())).lookingAt();
    }

    private static boolean isBesideRule(MarkedSentence sentence, Passage country) {
        return sentence.of(Kind.INSTRUMENT).stream()
                .anyMatch(act -> !Roles.isEvent(act)
                        && act.start() >= country.end()
                        && sentence.words(country.end(), act.start()) <= BESIDE);
    }

    /** "Apply for authorisation in The Hague", "approval from Beijing". */
    private boolean isAsked(Passage country) {
        String act = sentence.between(instrument.start(), instrument.end());
        String between = sentence.between(instrument.end(), country.start());
        return act.endsWith("from") && between.isEmpty()
                || between.matches("from(?: the)?")
                        && act.matches(".*(?:approval|authori[sz]ation|permission|licen[cs]e|permit)s?")
                || between.matches("of(?: the)?")
                        && act.matches("(?:approval|consent|permission|clearance|authori[sz]ation)s?")
                || between.matches("(?:in|with|at)(?: the)?") && act.startsWith("apply");
    }

    private Optional<Passage> earlierIssuer() {
        List<Passage> found = new ArrayList<>();
        for (MarkedSentence other : around.before.subList(0, Math.min(ISSUER_BEFORE, around.before.size()))) {
            List<Passage> theirs = other.of(Kind.COUNTRY);
            theirs.stream()
                    .filter(country -> theirs.size() == 1 || !other.isDateline(country))
                    .filter(country -> (!NO_ISSUER.contains(other.wordBefore(country.start()))
                                    || RULERS_OF
                                            .matcher(other.near(country.start()))
                                            .find())
                            && theirs.stream()
                                    .noneMatch(first -> first.end() <= country.start()
                                            && NO_ISSUER.contains(other.wordBefore(first.start()))
                                            && other.between(first.end(), country.start())
                                                    .matches("(?:,|and|or|, and|as well as)")))
                    .filter(country -> !isChineseTarget(other, country))
                    .filter(country ->
                            !PEOPLE.matcher(other.after(country.end())).find())
                    .sorted(Comparator.comparing(country -> !isBesideRule(other, country)))
                    .forEach(found::add);
        }
        if (!found.isEmpty()) {
            boolean isOne = found.stream().map(Passage::ids).distinct().count() == 1;
            around.remarks.add(isOne ? Roles.ONE_ACTOR : "Who acts is taken from the sentence before.");
        }
        return found.stream().findFirst();
    }

    /** "In Germany and Japan": the second is where the first is. */
    private boolean isListedWithOther(Passage country) {
        return sentence.of(Kind.COUNTRY).stream()
                .filter(other -> other.end() <= country.start())
                .anyMatch(other -> NO_ISSUER.contains(sentence.wordBefore(other.start()))
                        && sentence.between(other.end(), country.start()).matches("(?:,|and|or|, and|as well as)"));
    }

    private boolean canAct(Passage country, List<Passage> goods) {
        String previous = sentence.wordBefore(country.start());
        boolean ofMaker = sentence.of(Kind.MAKER).stream()
                .anyMatch(maker -> maker.start() >= country.end()
                        && sentence.words(country.end(), maker.start()) <= 1
                        && sentence.between(country.end(), maker.start()).matches("\\s*(?:'s)?\\s*"));
        if (ofMaker) {
            return false;
        }
        boolean owns = sentence.text(
                        country.start(), Math.min(sentence.sentence().end(), country.end() + 2))
                .matches("(?s).*['’]s");
        if (owns
                && country.end() <= instrument.start()
                && sentence.words(country.end(), instrument.start()) <= OWNED
                && sentence.sameClause(country.start(), instrument.start())) {
            return true;
        }
        if (isOfRule(country)) {
            return true;
        }
        if (isListedWithOther(country)) {
            return false;
        }
        if (RULERS_IN.matcher(sentence.near(country.start())).find()) {
            return true;
        }
        if (previous.equals("from")
                && WORD_FROM.matcher(sentence.near(country.start())).find()) {
            return true;
        }
        if (NO_ISSUER.contains(previous)
                && !(previous.equals("from") && instrument.text().endsWith("from"))) {
            return previous.equals("of")
                    && RULERS_OF.matcher(sentence.near(country.start())).find();
        }
        if (PEOPLE.matcher(sentence.after(country.end())).find()
                || CHINESE_PEOPLE.matcher(sentence.after(country.end())).find()) {
            return false;
        }
        // "American chips" are goods; "the Chinese rare-earth ban" is a ban.
        return sentence.passages().stream()
                .filter(passage -> passage.kind().isGoods())
                .filter(good -> good.start() >= country.end() && sentence.words(country.end(), good.start()) == 0)
                .allMatch(good -> good.end() <= instrument.start()
                                && sentence.words(good.end(), instrument.start()) <= 1
                        || sentence.text(
                                                country.start(),
                                                Math.min(sentence.sentence().end(), country.end() + 2))
                                        .matches("(?s).*['’]s")
                                && good.end() <= instrument.start()
                                && sentence.words(good.end(), instrument.start()) <= 2);
    }
}
