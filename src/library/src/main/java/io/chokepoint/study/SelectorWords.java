package io.chokepoint.study;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Market;
import io.chokepoint.model.Stage;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
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
 * @param whom the buyers with their preposition, e.g. "to Japan"; empty where all buyers are meant, or all abroad
 * @param whomShort the buyers without it, e.g. "abroad"; empty where all are meant
 * @param crossesBorder whether what is selected leaves the makers' country, so that it is an export
 */
record SelectorWords(String who, boolean plural, String what, String whom, String whomShort, boolean crossesBorder) {
    /** Stands for the makers where no term names them. */
    static final String EVERY_MAKER = "every maker";

    private static final String EXCEPT = "except to ";
    private static final int NAMED = 3;
    private static final int COUNTRIES = 5;

    static SelectorWords of(List<Selector> selectors, Dataset dataset) {
        Set<String> makers = new LinkedHashSet<>();
        Set<String> goods = new LinkedHashSet<>();
        Set<String> buyers = new LinkedHashSet<>();
        boolean abroad = !selectors.isEmpty();
        boolean anyBuyer = selectors.isEmpty();
        boolean border = !selectors.isEmpty();
        for (Selector selector : selectors) {
            makers.addAll(makers(selector, dataset));
            String what = goods(terms(selector, Side.MAKER), dataset);
            if (!what.isEmpty()) {
                goods.add(what);
            }
            abroad &= isAbroad(selector);
            border &= crossesBorder(selector);
            String own = buyers(selector, dataset);
            anyBuyer |= own.isEmpty();
            buyers.add(own);
        }
        String who = makers.isEmpty() ? EVERY_MAKER : Amounts.list(List.copyOf(makers), NAMED);
        boolean plural = makers.size() > 1 || makers.stream().anyMatch(name -> name.startsWith("makers "));
        String what = goods.isEmpty() ? "everything" : Amounts.list(List.copyOf(goods), NAMED);
        if (abroad) {
            return new SelectorWords(who, plural, what, "", "abroad", true);
        }
        String whom = anyBuyer ? "" : Amounts.list(List.copyOf(buyers), NAMED);
        boolean ownPreposition = whom.startsWith("outside ") || whom.startsWith(EXCEPT);
        return new SelectorWords(
                who,
                plural,
                what,
                whom.isEmpty() || ownPreposition ? whom : "to " + whom,
                whom.startsWith(EXCEPT) ? "abroad " + whom.replace(EXCEPT, "except ") : whom,
                border);
    }

    private static List<Term> terms(Selector selector, Side side) {
        return selector.terms().stream().filter(term -> term.side() == side).toList();
    }

    /** All buyers outside the makers' country, and nothing else about the buyers. */
    private static boolean isAbroad(Selector selector) {
        List<Term> to = terms(selector, Side.CUSTOMER);
        return to.size() == 1
                && to.getFirst().field() == Field.COUNTRY
                && to.getFirst().negated()
                && makerCountries(selector).equals(Set.copyOf(to.getFirst().values()));
    }

    /** Whether no buyer can be in a maker's own country. */
    private static boolean crossesBorder(Selector selector) {
        Set<String> homes = makerCountries(selector);
        if (homes.isEmpty()) {
            return false;
        }
        return terms(selector, Side.CUSTOMER).stream()
                .filter(term -> term.field() == Field.COUNTRY)
                .anyMatch(term -> term.negated()
                        ? term.values().containsAll(homes)
                        : term.values().stream().noneMatch(homes::contains));
    }

    private static Set<String> makerCountries(Selector selector) {
        Set<String> countries = new LinkedHashSet<>();
        terms(selector, Side.MAKER).stream()
                .filter(term -> term.field() == Field.COUNTRY && !term.negated())
                .forEach(term -> countries.addAll(term.values()));
        return countries;
    }

    private static List<String> makers(Selector selector, Dataset dataset) {
        List<String> names = new ArrayList<>();
        for (Term term : terms(selector, Side.MAKER)) {
            if (term.field() == Field.COUNTRY) {
                List<String> countries =
                        term.values().stream().map(Countries::inSentence).toList();
                if (term.negated()) {
                    names.add("makers outside " + Amounts.list(countries, COUNTRIES));
                } else {
                    names.addAll(countries);
                }
            } else if (term.field() == Field.PROVIDER) {
                List<String> providers = providers(term, dataset);
                if (term.negated()) {
                    names.add("makers other than " + Amounts.list(providers, NAMED));
                } else {
                    names.addAll(providers);
                }
            }
        }
        return names;
    }

    private static List<String> providers(Term term, Dataset dataset) {
        return term.values().stream()
                .map(value -> dataset.findProvider(value).map(Wording::maker).orElse(value))
                .toList();
    }

    /** The terms about goods as one phrase: "rare earths (separation) except yttrium oxide"; empty where there are none. */
    private static String goods(List<Term> terms, Dataset dataset) {
        List<String> holds = new ArrayList<>();
        List<String> except = new ArrayList<>();
        for (Term term : terms) {
            List<String> words = goodWords(term, dataset);
            if (!words.isEmpty()) {
                (term.negated() ? except : holds).add(Amounts.list(words, NAMED));
            }
        }
        if (holds.isEmpty() && except.isEmpty()) {
            return "";
        }
        String base = holds.isEmpty() ? "everything" : holds.getFirst();
        String also = holds.size() < 2 ? "" : " (" + String.join(", ", holds.subList(1, holds.size())) + ")";
        return base + also + (except.isEmpty() ? "" : " except " + Amounts.list(except, NAMED));
    }

    private static List<String> goodWords(Term term, Dataset dataset) {
        return switch (term.field()) {
            case GOOD ->
                term.values().stream()
                        .map(value -> dataset.findGood(value)
                                .map(good -> Wording.inSentence(good, dataset))
                                .orElse(value))
                        .toList();
            case TAG -> term.values().stream().map(dataset.words()::tagName).toList();
            case STAGE ->
                term.values().stream().map(value -> stage(value, dataset)).toList();
            case KIND ->
                term.values().stream()
                        .map(kind -> Texts.find("goodKind." + kind).orElse(kind))
                        .toList();
            case PROVIDER, COUNTRY, MARKET -> List.of();
        };
    }

    /** The terms about buyers as one phrase: "Chinese buyers except reference markets", "TSMC (plasma etch) in Taiwan". */
    private static String buyers(Selector selector, Dataset dataset) {
        List<String> names = new ArrayList<>();
        List<String> makersOf = new ArrayList<>();
        List<String> except = new ArrayList<>();
        String where = "";
        for (Term term : terms(selector, Side.CUSTOMER)) {
            switch (term.field()) {
                case COUNTRY -> where = where(term, where, makerCountries(selector));
                case PROVIDER -> (term.negated() ? except : names).add(Amounts.list(providers(term, dataset), NAMED));
                case MARKET -> (term.negated() ? except : names).add(Amounts.list(markets(term, dataset), NAMED));
                case GOOD, TAG, KIND, STAGE -> {
                    String words = Amounts.list(goodWords(term, dataset), NAMED);
                    boolean market = isOfMarkets(term, dataset);
                    (term.negated() ? except : market ? names : makersOf).add(words);
                }
            }
        }
        return assemble(names, makersOf, where, except);
    }

    private static String assemble(List<String> names, List<String> makersOf, String where, List<String> except) {
        String of = String.join(", ", makersOf);
        String who = names.isEmpty()
                ? (of.isEmpty() ? "" : "makers of " + of)
                : String.join(", ", names) + (of.isEmpty() ? "" : " (" + of + ")");
        String place = who.isEmpty() && where.startsWith("in ") ? where.substring(3) : where;
        String both = who.isEmpty() || place.isEmpty() ? who + place : who + " " + place;
        if (except.isEmpty()) {
            return both;
        }
        return (both.isEmpty() ? "all buyers" : both) + " except " + Amounts.list(except, NAMED);
    }

    private static List<String> markets(Term term, Dataset dataset) {
        return term.values().stream()
                .map(value -> dataset.findMarket(value).map(Market::name).orElse(value))
                .toList();
    }

    private static String where(Term term, String before, Set<String> homes) {
        boolean homeToo = term.negated() && !homes.isEmpty() && term.values().containsAll(homes);
        List<String> others = term.values().stream()
                .filter(country -> !homeToo || !homes.contains(country))
                .map(Countries::inSentence)
                .toList();
        // That an export does not stay at home goes without saying.
        String words = homeToo
                ? (others.isEmpty() ? "" : EXCEPT + Amounts.list(others, COUNTRIES))
                : (term.negated() ? "outside " : "in ") + Amounts.list(others, COUNTRIES);
        return before.isEmpty() ? words : words.isEmpty() ? before : before + " " + words;
    }

    private static boolean isOfMarkets(Term term, Dataset dataset) {
        return term.field() == Field.TAG
                && dataset.markets().stream()
                        .anyMatch(market -> term.values().stream().anyMatch(market.tags()::contains));
    }

    private static String stage(String id, Dataset dataset) {
        return dataset.stages().stream()
                .filter(stage -> stage.id().equals(id))
                .map(Stage::name)
                .findFirst()
                .map(name -> name.substring(0, 1).toLowerCase(Locale.ENGLISH) + name.substring(1))
                .orElse(id);
    }
}
