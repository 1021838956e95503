package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Market;
import io.chokepoint.model.Stage;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What a list of selectors says, in words: who delivers, what, to whom.
 *
 * @param who the makers, e.g. "China" or "SMIC and CXMT"; "every maker" where no term names them
 * @param plural whether {@code who} takes a verb in the plural
 * @param what the goods, e.g. "yttrium oxide"
 * @param whom the buyers with their preposition, e.g. "to Japan"; empty where all buyers are meant
 * @param whomShort the buyers without it, e.g. "abroad"; empty where all are meant
 * @param abroad whether it is about all buyers outside the makers' own country
 */
record SelectorWords(String who, boolean plural, String what, String whom, String whomShort, boolean abroad) {
    private static final int NAMED = 3;

    static SelectorWords of(List<Selector> selectors, Dataset dataset) {
        Set<String> makers = new LinkedHashSet<>();
        Set<String> goods = new LinkedHashSet<>();
        Set<String> buyers = new LinkedHashSet<>();
        boolean abroad = !selectors.isEmpty();
        boolean anyBuyer = selectors.isEmpty();
        for (Selector selector : selectors) {
            makers.addAll(makers(selector, dataset));
            goods.addAll(goods(selector, dataset));
            abroad &= isAbroad(selector);
            List<String> own = buyers(selector, dataset);
            anyBuyer |= own.isEmpty();
            buyers.addAll(own);
        }
        String who = makers.isEmpty() ? "every maker" : Amounts.list(List.copyOf(makers), NAMED);
        boolean plural = makers.size() > 1 || makers.stream().anyMatch(name -> name.startsWith("makers "));
        String what = goods.isEmpty() ? "everything" : Amounts.list(List.copyOf(goods), NAMED);
        if (abroad) {
            return new SelectorWords(who, plural, what, "", "abroad", true);
        }
        String whom = anyBuyer ? "" : Amounts.list(List.copyOf(buyers), NAMED);
        boolean outside = whom.startsWith("outside ");
        return new SelectorWords(who, plural, what, whom.isEmpty() || outside ? whom : "to " + whom, whom, false);
    }

    private static boolean isAbroad(Selector selector) {
        List<Term> to = selector.terms().stream()
                .filter(term -> term.side() == Side.CUSTOMER)
                .toList();
        return to.size() == 1
                && to.getFirst().field() == Field.COUNTRY
                && to.getFirst().negated()
                && selector.terms().stream()
                        .anyMatch(term -> term.side() == Side.MAKER
                                && term.field() == Field.COUNTRY
                                && !term.negated()
                                && term.values().equals(to.getFirst().values()));
    }

    private static List<String> makers(Selector selector, Dataset dataset) {
        List<String> names = new ArrayList<>();
        for (Term term : selector.terms()) {
            if (term.side() != Side.MAKER) {
                continue;
            }
            if (term.field() == Field.COUNTRY) {
                if (term.negated()) {
                    names.add("makers outside "
                            + Amounts.list(
                                    term.values().stream().map(Wording::country).toList(), NAMED));
                } else {
                    term.values().forEach(value -> names.add(Wording.country(value)));
                }
            } else if (term.field() == Field.PROVIDER) {
                List<String> providers = term.values().stream()
                        .map(value ->
                                dataset.findProvider(value).map(Wording::maker).orElse(value))
                        .toList();
                if (term.negated()) {
                    names.add("makers other than " + Amounts.list(providers, NAMED));
                } else {
                    names.addAll(providers);
                }
            }
        }
        return names;
    }

    private static List<String> goods(Selector selector, Dataset dataset) {
        List<String> words = new ArrayList<>();
        for (Term term : selector.terms()) {
            if (term.side() == Side.MAKER) {
                words.addAll(goodWords(term, dataset));
            }
        }
        return words;
    }

    private static List<String> goodWords(Term term, Dataset dataset) {
        String not = term.negated() ? "all but " : "";
        return switch (term.field()) {
            case GOOD ->
                term.values().stream()
                        .map(value -> not
                                + dataset.findGood(value)
                                        .map(good -> Wording.inSentence(good, dataset))
                                        .orElse(value))
                        .toList();
            case TAG ->
                term.values().stream().map(value -> not + Wording.tag(value)).toList();
            case STAGE ->
                term.values().stream().map(value -> not + stage(value, dataset)).toList();
            case KIND -> term.values().stream().map(value -> not + kind(value)).toList();
            case PROVIDER, COUNTRY, MARKET -> List.of();
        };
    }

    private static List<String> buyers(Selector selector, Dataset dataset) {
        List<String> words = new ArrayList<>();
        for (Term term : selector.terms()) {
            if (term.side() != Side.CUSTOMER) {
                continue;
            }
            switch (term.field()) {
                case COUNTRY -> {
                    List<String> names =
                            term.values().stream().map(Wording::country).toList();
                    if (term.negated()) {
                        words.add("outside " + Amounts.list(names, NAMED));
                    } else {
                        words.addAll(names);
                    }
                }
                case PROVIDER ->
                    term.values()
                            .forEach(value -> words.add(dataset.findProvider(value)
                                    .map(Wording::maker)
                                    .orElse(value)));
                case MARKET ->
                    term.values()
                            .forEach(value -> words.add(
                                    dataset.findMarket(value).map(Market::name).orElse(value)));
                case GOOD, TAG, KIND, STAGE -> {
                    for (String good : goodWords(term, dataset)) {
                        boolean marketTag = term.field() == Field.TAG
                                && dataset.markets().stream()
                                        .anyMatch(
                                                market -> term.values().stream().anyMatch(market.tags()::contains));
                        words.add(marketTag ? good : "makers of " + good);
                    }
                }
            }
        }
        return words;
    }

    private static String stage(String id, Dataset dataset) {
        return dataset.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .map(Stage::name)
                .findFirst()
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ENGLISH) + name.substring(1))
                .orElse(id);
    }

    private static String kind(String id) {
        return switch (id) {
            case "material" -> "materials";
            case "component" -> "components";
            case "process" -> "process steps";
            case "product" -> "products";
            default -> id;
        };
    }
}
