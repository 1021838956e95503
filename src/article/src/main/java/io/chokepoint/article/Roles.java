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

    static boolean isEvent(Passage instrument) {
        return EVENTS.contains(instrument.id());
    }

    /** @param before sentences of the same article before this one, the nearest first */
    static Roles of(MarkedSentence sentence, Passage instrument, List<MarkedSentence> before) {
        return new RolesFinder(new Surroundings(sentence, instrument, before)).find();
    }
}
