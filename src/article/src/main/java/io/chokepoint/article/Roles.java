package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Word.Cue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who does what to whom with an instrument: read off the words beside the passages of a sentence.
 *
 * @param issuer a country, or a maker that stops selling; null where the text does not say
 * @param goods what is restricted
 * @param targets countries and makers that are hit
 * @param endUse what the goods are for; null where the text does not say
 * @param isImport whether the issuer is the buying side
 * @param isOfAllGoods whether it says of no goods, but of all that comes from a country
 * @param remarks what was taken from another sentence
 */
record Roles(
        @Nullable Passage issuer,
        List<Passage> goods,
        List<Passage> targets,
        @Nullable Passage endUse,
        boolean isImport,
        boolean isOfAllGoods,
        List<String> remarks) {

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

    private static final Pattern ALL_GOODS =
            Pattern.compile("\\b(?:goods|imports|products|exports|everything)\\b|商品|货物|产品");
    private static final Pattern BOUND_FOR =
            Pattern.compile("\\b(?:destined|bound|intended|meant|customers|made|designed|headed) for(?: the)?\\s*$");
    private static final Pattern HIT_PEOPLE = Pattern.compile(
            "(firms?|compan(?:y|ies)|buyers?|customers?|users?|market|entit(?:y|ies)|military|chipmakers?|groups?|giants?|importers?|universit(?:y|ies))$");
    private static final Pattern REFERS_BACK = Pattern.compile(
            "\\b(?:it|they|them|these|this|those|the (?:chips?|metals?|materials?|measures?|rules?|ban|licen[cs]es?|controls?|restrictions?|exports?|"
                    + "shipments?|products?|goods|move|requirement)|such|applications?)\\b|该|其|上述|这|申请|本公告|许可|禁止|出口");
    private static final Set<String> EVENTS =
            Set.of("outage", "output-cut", "earthquake", "fire", "strike", "weather", "power-cut", "blockade");
    private static final int END_USE_WORDS = 6;
    private static final int AFTER_WORDS = 12;
    /** "China's new rare-earth export controls". */
    private static final int OWNED = 6;

    private static final int TARGET_WORDS = 18;
    /** Sentences back in which the one who acts is looked for. */
    private static final int ISSUER_BEFORE = 6;
    /** The model has no military users, so a rule about them alone says nothing in it. */
    private static final Pattern MILITARY =
            Pattern.compile("\\bmilitary (?:users?|end|buyers?|customers?|applications?|purposes)|军事用户|军事用途|军工");

    Roles {
        goods = List.copyOf(goods);
        targets = List.copyOf(targets);
        remarks = List.copyOf(remarks);
    }

    /** Without firms of the country that acts: a government does not cut off its own by a rule for others. */
    Roles withoutOwn(Dataset dataset) {
        if (issuer == null || issuer.kind() != Kind.COUNTRY) {
            return this;
        }
        List<Passage> others = targets.stream()
                .filter(target -> target.kind() != Kind.MAKER
                        || !target.ids().stream()
                                .allMatch(id -> dataset.findProvider(id)
                                        .filter(maker -> issuer.ids().contains(maker.country()))
                                        .isPresent()))
                .toList();
        return new Roles(issuer, goods, others, endUse, isImport, isOfAllGoods, remarks);
    }

    static boolean isEvent(Passage instrument) {
        return EVENTS.contains(instrument.id());
    }

    /** @param before sentences of the same article before this one, the nearest first */
    static Roles of(MarkedSentence sentence, Passage instrument, List<MarkedSentence> before) {
        return new Finder(sentence, instrument, before).find();
    }

    private static final class Finder {
        private final MarkedSentence sentence;
        private final Passage instrument;
        private final List<MarkedSentence> before;
        private final List<String> remarks = new ArrayList<>();

        private Finder(MarkedSentence sentence, Passage instrument, List<MarkedSentence> before) {
            this.sentence = sentence;
            this.instrument = instrument;
            this.before = before;
        }

        private Roles find() {
            String clause =
                    sentence.between(sentence.clauseStart(instrument.start()), sentence.clauseEnd(instrument.end()));
            boolean ofGoods = sentence.passages().stream()
                    .anyMatch(passage ->
                            passage.kind().isGoods() && sentence.sameClause(passage.start(), instrument.start()));
            String before = sentence.between(sentence.sentence().start(), instrument.start());
            if (MILITARY.matcher(clause).find()
                    || !ofGoods && MILITARY.matcher(before).find()) {
                return new Roles(null, List.of(), List.of(), null, false, false, List.of());
            }
            Optional<Passage> endUse = endUse();
            List<Passage> goods = goods(endUse);
            if (isEvent(instrument)) {
                return event(goods);
            }
            List<Passage> targets = targets(goods);
            @Nullable Passage issuer = issuer(targets, goods).orElse(null);
            List<Passage> others = targets.stream()
                    .filter(target -> issuer == null || !target.ids().equals(issuer.ids()))
                    .toList();
            if (others.stream().anyMatch(target -> target.kind() == Kind.MAKER)) {
                others = others.stream()
                        .filter(target -> target.kind() != Kind.COUNTRY)
                        .toList();
            }
            boolean isImport = origin(issuer, goods, others)
                    || List.of("tariff", "anti-dumping", "import-ban", "discourage")
                            .contains(instrument.id())
                    || sentence.cues(Cue.IMPORT).stream()
                            .anyMatch(cue -> sentence.sameClause(cue.start(), instrument.start())
                                    && Math.abs(cue.start() - instrument.start()) < 60
                                    && instrument.id().equals("export-ban"));
            boolean all = List.of("tariff", "import-ban").contains(instrument.id())
                    && ALL_GOODS
                            .matcher(sentence.between(
                                    isChinese() ? sentence.clauseStart(instrument.start()) : instrument.end(),
                                    sentence.clauseEnd(instrument.end() - 1)))
                            .find();
            return new Roles(issuer, goods, others, endUse.orElse(null), isImport, all, remarks);
        }

        /** "a ban on Chinese batteries" by somebody else is a ban on buying them. */
        private boolean origin(@Nullable Passage issuer, List<Passage> goods, List<Passage> others) {
            return issuer != null
                    && instrument.id().equals("export-ban")
                    && !sentence.between(instrument.start(), instrument.end()).contains("export")
                    && others.stream().anyMatch(country -> isOrigin(country, goods));
        }

        private boolean isOrigin(Passage country, List<Passage> goods) {
            return country.kind() == Kind.COUNTRY
                    && goods.stream()
                            .anyMatch(good -> country.end() <= good.start()
                                    && country.start() >= instrument.end()
                                    && sentence.words(country.end(), good.start()) == 0);
        }

        /** What happens to somebody: makers, or a country and its goods. */
        private Roles event(List<Passage> goods) {
            List<Passage> makers = clause(Kind.MAKER);
            if (makers.isEmpty()) {
                makers = sentence.of(Kind.MAKER);
            }
            List<Passage> listed = makers.isEmpty() ? List.of() : coordinated(List.of(nearest(makers)), makers);
            if (listed.size() > 1) {
                return new Roles(null, goods, listed, null, false, false, remarks);
            }
            if (makers.size() > 1) {
                makers = List.of(nearest(makers));
                // "the Naka plant of Renesas": the narrower of two that belong together.
                Passage near = makers.getFirst();
                makers = sentence.of(Kind.MAKER).stream()
                        .filter(other -> other.ids().containsAll(near.ids())
                                || near.ids().containsAll(other.ids()))
                        .min(Comparator.comparingInt(maker -> maker.ids().size()))
                        .stream()
                        .toList();
            }
            Passage country = null;
            if (makers.isEmpty()) {
                List<Passage> countries = sentence.of(Kind.COUNTRY);
                if (countries.isEmpty()) {
                    makers = context(Kind.MAKER, "The maker is taken from the sentence before.");
                    if (makers.isEmpty()) {
                        countries = context(Kind.COUNTRY, "The country is taken from the sentence before.");
                    }
                }
                List<Passage> ahead = countries.stream()
                        .filter(each -> each.end() <= instrument.start()
                                && each.sentence() == sentence.sentence().number())
                        .toList();
                country = countries.isEmpty() ? null : nearest(ahead.isEmpty() ? countries : ahead);
            }
            return new Roles(
                    country,
                    goods,
                    makers.isEmpty() ? List.of() : List.of(nearest(makers)),
                    null,
                    false,
                    false,
                    remarks);
        }

        private List<Passage> clause(Kind kind) {
            return sentence.of(kind).stream()
                    .filter(passage -> sentence.sameClause(passage.start(), instrument.start()))
                    .toList();
        }

        private Passage nearest(List<Passage> passages) {
            return passages.stream()
                    .min(Comparator.comparingInt(this::distance))
                    .orElseThrow();
        }

        private int distance(Passage passage) {
            return passage.end() <= instrument.start()
                    ? sentence.words(passage.end(), instrument.start())
                    : sentence.words(instrument.end(), passage.start());
        }

        /** The passages of a kind in the nearest sentence of the same or the last paragraph that has any. */
        private List<Passage> context(Kind kind, String remark) {
            for (MarkedSentence other : before.subList(0, Math.min(2, before.size()))) {
                if (other.sentence().paragraph() < sentence.sentence().paragraph() - 1) {
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

        /** A passage that says what the goods are for: there is a cue before it, and other goods in the sentence. */
        private Optional<Passage> endUse() {
            List<Passage> tags =
                    sentence.of(Kind.TAG).stream().filter(this::isForUse).toList();
            List<Passage> goods =
                    sentence.passages().stream().filter(p -> p.kind().isGoods()).toList();
            return goods.size() <= tags.size()
                    ? Optional.empty()
                    : tags.stream().reduce((one, other) -> narrower(one, other));
        }

        /** Of "logic chips" and "14 nm" the one with a figure. */
        private static Passage narrower(Passage one, Passage other) {
            return Character.isDigit(other.text().charAt(0))
                            || !Character.isDigit(one.text().charAt(0))
                    ? other
                    : one;
        }

        private boolean isForUse(Passage passage) {
            List<Passage> goods =
                    sentence.passages().stream().filter(p -> p.kind().isGoods()).toList();
            return sentence.cues(Cue.END_USE).stream().anyMatch(cue -> {
                if (cue.end() > passage.start()
                        || !sentence.sameClause(cue.start(), passage.start())
                        || sentence.between(cue.end(), passage.start()).contains(",")
                        || sentence.words(cue.end(), passage.start()) > END_USE_WORDS) {
                    return false;
                }
                boolean isFor =
                        FoldedText.fold(sentence.text(cue.start(), cue.end())).equals("for");
                boolean behindInstrument = isFor
                        && sentence.of(Kind.INSTRUMENT).stream()
                                .anyMatch(
                                        act -> act.end() <= cue.start() && sentence.words(act.end(), cue.start()) == 0);
                boolean nothingBetween = goods.stream()
                        .noneMatch(other -> other.start() >= cue.end()
                                && other.end() <= passage.start()
                                && !Character.isDigit(passage.text().charAt(0)));
                boolean opensOrFollowsGoods = !isFor
                        || cue.start() == sentence.sentence().start()
                        || goods.stream().anyMatch(other -> other.end() <= cue.start());
                return !behindInstrument
                        && opensOrFollowsGoods
                        && (nothingBetween || goodsAreNodes(goods, cue.end(), passage));
            });
        }

        private static boolean goodsAreNodes(List<Passage> goods, int from, Passage passage) {
            return goods.stream()
                    .filter(other -> other.start() >= from && other.end() <= passage.start())
                    .allMatch(other -> Character.isDigit(other.text().charAt(0)));
        }

        private List<Passage> goods(Optional<Passage> endUse) {
            List<Passage> all = sentence.passages().stream()
                    .filter(passage -> passage.kind().isGoods())
                    .filter(passage -> endUse.isEmpty() || !isForUse(passage))
                    .filter(passage -> !(endUse.isPresent()
                            && passage.ids().equals(endUse.get().ids())))
                    .toList();
            List<Passage> near = all.stream()
                    .filter(passage -> sentence.sameClause(passage.start(), instrument.start()))
                    .toList();
            List<Passage> found = chosen(near.isEmpty() ? all : near);
            if (!found.isEmpty()) {
                return found;
            }
            if (isEvent(instrument) || instrument.id().equals("entity-list") || !refersBack()) {
                return List.of();
            }
            String remark = "The goods are taken from the sentence before.";
            List<Passage> earlier = context(Kind.GOOD, remark);
            return earlier.isEmpty()
                    ? context(Kind.TAG, remark).stream()
                            .filter(tag -> !Character.isDigit(tag.text().charAt(0)))
                            .limit(1)
                            .toList()
                    : earlier;
        }

        /** Whether the sentence speaks of something that was named before. */
        private boolean refersBack() {
            return REFERS_BACK
                    .matcher(sentence.between(
                            sentence.sentence().start(), sentence.sentence().end()))
                    .find();
        }

        /** Those right before the instrument ("the rare-earth ban"), else those behind it, else those before it. */
        private List<Passage> chosen(List<Passage> goods) {
            List<Passage> adjacent = goods.stream()
                    .filter(good ->
                            good.end() <= instrument.start() && sentence.words(good.end(), instrument.start()) == 0)
                    .toList();
            int next = sentence.of(Kind.INSTRUMENT).stream()
                    .filter(other ->
                            other.start() >= instrument.end() && !other.ids().equals(instrument.ids()))
                    .mapToInt(Passage::start)
                    .min()
                    .orElse(Integer.MAX_VALUE);
            int last = sentence.of(Kind.INSTRUMENT).stream()
                    .filter(other ->
                            other.end() <= instrument.start() && !other.ids().equals(instrument.ids()))
                    .mapToInt(Passage::end)
                    .max()
                    .orElse(Integer.MIN_VALUE);
            List<Passage> behind = goods.stream()
                    .filter(good -> good.start() >= instrument.end() && good.end() <= next)
                    .toList();
            // The first must be near; what is listed with it may go on.
            List<Passage> after = behind.isEmpty()
                            || sentence.words(
                                            instrument.end(), behind.getFirst().start())
                                    > AFTER_WORDS
                    ? List.of()
                    : behind;
            List<Passage> ahead = goods.stream()
                    .filter(good -> good.end() <= instrument.start() && good.start() >= last)
                    .toList();
            if (!adjacent.isEmpty()) {
                return coordinated(adjacent, ahead);
            }
            if (!after.isEmpty() && !isEvent(instrument)) {
                return coordinated(after.subList(0, 1), after);
            }
            // "more advanced than the H20, and when sanctions against firms": the goods are not what is listed.
            if (instrument.id().equals("entity-list")) {
                return List.of();
            }
            if (!ahead.isEmpty()) {
                return coordinated(ahead.subList(ahead.size() - 1, ahead.size()), ahead);
            }
            return after.isEmpty()
                    ? (goods.isEmpty() ? List.of() : coordinated(List.of(nearest(goods)), goods))
                    : coordinated(after.subList(0, 1), after);
        }

        /** A passage and those that are listed with it: "gallium, germanium and antimony". */
        private List<Passage> coordinated(List<Passage> seed, List<Passage> all) {
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

        private boolean isListed(Passage one, Passage other) {
            Passage first = one.start() < other.start() ? one : other;
            Passage second = first == one ? other : one;
            return sentence.between(first.end(), second.start())
                    .matches(
                            "\\s*(?:[,、和及与或]|and|or|as well as|,\\s*(?:and|or)|and for(?: the)?|and on|and the|nor|/|&)*\\s*");
        }

        private boolean isTarget(Passage passage, List<Passage> goods) {
            String folded = FoldedText.fold(passage.text());
            if (folded.startsWith("对") || folded.startsWith("對") || folded.startsWith("向")) {
                return true;
            }
            String previous = sentence.wordBefore(passage.start());
            if (previous.endsWith("原产于") || previous.endsWith("原產於")) {
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
                            .noneMatch(good -> good.start() >= passage.end()
                                    && sentence.words(passage.end(), good.start()) == 0)) {
                return true;
            }
            String after = sentence.between(passage.end(), sentence.sentence().end());
            var people = PEOPLE.matcher(after);
            boolean hit = people.find() && HIT_PEOPLE.matcher(people.group(1)).find();
            boolean inMarket = previous.equals("in")
                    && sentence.between(sentence.sentence().start(), passage.start())
                            .matches(
                                    ".*\\b(?:customers|buyers|sales|sold|market|users|firms|companies|plants?|fabs|factory|factories|units?|operations) in(?: the)?\\s*");
            return hit && passage.start() >= instrument.start() - 80 || inMarket;
        }

        private boolean isChinese() {
            return Character.isIdeographic(instrument.text().codePointAt(0));
        }

        private List<Passage> targets(List<Passage> goods) {
            List<Passage> found = new ArrayList<>();
            for (Passage passage : sentence.of(Kind.COUNTRY, Kind.MARKET)) {
                boolean near = passage.start() > instrument.end()
                        ? sentence.words(instrument.end(), passage.start()) <= TARGET_WORDS
                        : sentence.sameClause(passage.start(), instrument.start()) || isChinese();
                if (near && isTarget(passage, goods)) {
                    found.add(passage);
                }
            }
            for (Passage other : sentence.of(Kind.COUNTRY)) {
                if (!found.contains(other) && found.stream().anyMatch(one -> isListed(one, other))) {
                    found.add(other);
                }
            }
            boolean listing = instrument.id().equals("entity-list");
            for (Passage maker : sentence.of(Kind.MAKER)) {
                boolean ownGoods = sentence.wordAfter(maker.end()).equals("s")
                        || sentence.text(
                                        maker.start(),
                                        Math.min(sentence.sentence().end(), maker.end() + 2))
                                .matches("(?s).*['’]s");
                if (listing && !ownGoods || TOWARDS.contains(sentence.wordBefore(maker.start())) && !ownGoods) {
                    found.add(maker);
                }
            }
            // Chips from a country that a duty is put on.
            if (List.of("tariff", "anti-dumping", "import-ban", "export-ban").contains(instrument.id())) {
                for (Passage country : sentence.of(Kind.COUNTRY)) {
                    boolean origin = (sentence.wordBefore(country.start()).equals("from")
                                            || country.start() >= instrument.end()
                                                    && ALL_GOODS
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

        private Optional<Passage> issuer(List<Passage> targets, List<Passage> goods) {
            List<Passage> candidates = sentence.of(Kind.COUNTRY).stream()
                    .filter(country -> !targets.contains(country))
                    .toList();
            Optional<Passage> behind = candidates.stream()
                    .filter(country -> country.start() >= instrument.end())
                    .filter(country -> sentence.wordBefore(country.start()).equals("by")
                            || sentence.words(instrument.end(), country.start()) == 0
                                    && sentence.between(instrument.start(), instrument.end())
                                            .endsWith("from"))
                    .findFirst();
            Optional<Passage> ahead = candidates.stream()
                    .filter(country -> country.end() <= instrument.start())
                    .filter(country -> canAct(country, goods))
                    .min(Comparator.comparingInt((Passage country) ->
                                    sentence.sameClause(country.start(), instrument.start()) ? 0 : 1)
                            .thenComparingInt(this::distance));
            Optional<Passage> inSentence = behind.or(() -> ahead);
            if (inSentence.isPresent()) {
                return inSentence;
            }
            // "Nexperia stopped shipments": a firm that no longer sells.
            Optional<Passage> firm = sentence.of(Kind.MAKER).stream()
                    .filter(maker ->
                            maker.end() <= instrument.start() && sentence.words(maker.end(), instrument.start()) <= 2)
                    .filter(maker -> instrument.id().equals("export-ban")
                            && sentence.between(instrument.start(), instrument.end())
                                    .matches("(?:stop|halt|suspend|ceas|withh|cut).*"))
                    .findFirst();
            if (firm.isPresent()) {
                return firm;
            }
            Optional<Passage> nearby = candidates.stream()
                    .filter(country -> country.start() >= instrument.end() && canAct(country, goods))
                    .filter(country ->
                            sentence.wordAfter(country.end()).matches("said|says|would|will|has|had|\\p{L}+ed"))
                    .findFirst();
            Optional<Passage> origin = candidates.stream()
                    .filter(country -> country.start() >= instrument.end()
                            && sentence.wordBefore(country.start()).equals("from"))
                    .findFirst();
            return nearby.or(() -> origin).or(this::earlierIssuer);
        }

        private Optional<Passage> earlierIssuer() {
            for (MarkedSentence other : before.subList(0, Math.min(ISSUER_BEFORE, before.size()))) {
                Optional<Passage> found = other.of(Kind.COUNTRY).stream()
                        .filter(country -> !NO_ISSUER.contains(other.wordBefore(country.start())))
                        .filter(country -> !PEOPLE.matcher(other.between(
                                        country.end(), other.sentence().end()))
                                .find())
                        .findFirst();
                if (found.isPresent()) {
                    remarks.add("Who acts is taken from the sentence before.");
                    return found;
                }
            }
            return Optional.empty();
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
            if (NO_ISSUER.contains(previous)
                    && !(previous.equals("from") && instrument.text().endsWith("from"))) {
                return previous.equals("of")
                        && sentence.between(sentence.sentence().start(), country.start())
                                .matches(".*\\b(?:government|ministry|department) of(?: the)?\\s*");
            }
            if (PEOPLE.matcher(
                            sentence.between(country.end(), sentence.sentence().end()))
                    .find()) {
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
}
