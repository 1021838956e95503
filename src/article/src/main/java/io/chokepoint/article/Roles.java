package io.chokepoint.article;

import io.chokepoint.article.Passage.Kind;
import io.chokepoint.model.Dataset;
import java.util.List;
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

    /** Words for all that comes from somewhere. */
    static final Pattern ALL_GOODS = Pattern.compile("\\b(?:goods|imports|products|exports|everything)\\b|商品|货物|产品");

    private static final Pattern SALE = Pattern.compile("\\b(?:export|ship|sale|sell|suppl)\\w*|出口|出售|供应");
    private static final Pattern FOREIGN =
            Pattern.compile("(?:\\b(?:foreign|foreign made|imported|overseas)(?: \\w+)?|外国|国外|进口|境外)\\s*$");

    /** Said of goods from another sentence where the text names no others. */
    static final String ONE_TOPIC = "The goods are those of which the text speaks so far.";

    /** Said of who acts where the text names nobody else who could. */
    static final String ONE_ACTOR = "Who acts is the only one who does in the text so far.";

    /** What is taken from other sentences without a choice. */
    static final Set<String> SURE = Set.of(ONE_TOPIC, ONE_ACTOR);

    /** "Their Chinese factories", "plants in China". */
    private static final Pattern OF_PLANTS = Pattern.compile(
            "\\s*(?:\\w+ )?(?:factor(?:y|ies)|plants?|fabs?|facilit(?:y|ies)|sites?|units?|lines?|operations)\\b");

    private static final Pattern PLANTS_IN = Pattern.compile(
            "\\b(?:factor(?:y|ies)|plants?|fabs?|facilit(?:y|ies)|sites?|units?|lines?|operations) in(?: the)?\\s*$");

    /** Words before the place where something happens. */
    private static final Set<String> PLACES = Set.of(
            "in", "at", "near", "off", "around", "outside", "across", "hit", "struck", "shook", "hits", "strikes");

    private static final Set<String> EVENTS =
            Set.of("outage", "output-cut", "earthquake", "fire", "strike", "weather", "power-cut", "blockade");

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

    /**
     * "China bars Micron chips", "blocks foreign chips": who bans what others make, and names nobody to whom it must not go, bans buying
     * it.
     */
    Roles asPurchase(Dataset dataset, MarkedSentence sentence, Passage instrument) {
        if (isImport
                || issuer == null
                || issuer.kind() != Passage.Kind.COUNTRY
                || goods.isEmpty()
                || !targets.isEmpty()
                || !instrument.id().equals("export-ban")
                || SALE.matcher(sentence.between(instrument.start(), sentence.clauseEnd(instrument.end())))
                        .find()) {
            return this;
        }
        Passage good = goods.getFirst();
        if (good.start() < sentence.sentence().start()
                || good.end() > sentence.sentence().end()) {
            return this;
        }
        boolean foreign = FOREIGN.matcher(sentence.near(good.start())).find();
        List<Passage> makers = sentence.of(Passage.Kind.MAKER).stream()
                .filter(maker -> maker.end() <= good.start()
                        && maker.start() >= instrument.end()
                        && sentence.words(maker.end(), good.start()) <= 1
                        && maker.ids().stream()
                                .noneMatch(id -> dataset.findProvider(id)
                                        .filter(known -> issuer.ids().contains(known.country()))
                                        .isPresent()))
                .toList();
        return foreign || !makers.isEmpty()
                ? new Roles(issuer, goods, makers, endUse, true, isOfAllGoods, remarks)
                : this;
    }

    /** Of the plants of firms to which something happens those in the country of which the text speaks, if there are any. */
    Roles where(Dataset dataset, MarkedSentence sentence, Passage instrument, List<MarkedSentence> before) {
        if (targets.stream().noneMatch(target -> target.ids().size() > 1)) {
            return this;
        }
        if (!isEvent(instrument)) {
            List<Passage> plants = sentence.of(Passage.Kind.COUNTRY).stream()
                    .filter(country -> OF_PLANTS
                                    .matcher(sentence.after(country.end()))
                                    .lookingAt()
                            || PLANTS_IN.matcher(sentence.near(country.start())).find())
                    .toList();
            return new Roles(
                    issuer,
                    goods,
                    targets.stream()
                            .map(target -> within(dataset, target, plants))
                            .toList(),
                    endUse,
                    isImport,
                    isOfAllGoods,
                    remarks);
        }
        List<Passage> places = new java.util.ArrayList<>(sentence.of(Passage.Kind.COUNTRY).stream()
                .filter(country -> PLACES.contains(sentence.wordBefore(country.start()))
                        || sentence.wordBefore(country.start()).matches(".*(?:在|位于)"))
                .toList());
        if (places.isEmpty()) {
            before.stream()
                    .limit(2)
                    .filter(other -> other.of(Passage.Kind.INSTRUMENT).stream().anyMatch(Roles::isEvent))
                    .forEach(other -> places.addAll(other.of(Passage.Kind.COUNTRY)));
        }
        List<Passage> narrowed =
                targets.stream().map(target -> within(dataset, target, places)).toList();
        return new Roles(issuer, goods, narrowed, endUse, isImport, isOfAllGoods, remarks);
    }

    private static Passage within(Dataset dataset, Passage target, List<Passage> places) {
        List<String> there = target.ids().stream()
                .filter(id -> dataset.findProvider(id)
                        .filter(maker ->
                                places.stream().anyMatch(place -> place.ids().contains(maker.country())))
                        .isPresent())
                .toList();
        return there.isEmpty()
                ? target
                : new Passage(
                        target.kind(),
                        there,
                        target.candidates(),
                        target.text(),
                        target.start(),
                        target.end(),
                        target.sentence());
    }

    /** The same, of these goods. */
    Roles of(List<Passage> others) {
        return new Roles(issuer, others, targets, endUse, isImport, false, remarks);
    }

    /** The same against those whom the sentence before named. */
    Roles against(Roles before) {
        List<String> said = new java.util.ArrayList<>(remarks);
        said.add("Whom it hits is taken from the sentence before.");
        return new Roles(
                issuer == null ? before.issuer() : issuer,
                goods,
                before.targets(),
                endUse,
                isImport,
                isOfAllGoods,
                said);
    }

    static boolean isEvent(Passage instrument) {
        return EVENTS.contains(instrument.id());
    }

    /** @param before sentences of the same article before this one, the nearest first */
    static Roles of(MarkedSentence sentence, Passage instrument, List<MarkedSentence> before) {
        return new RolesFinder(new Surroundings(sentence, instrument, before)).find();
    }
}
