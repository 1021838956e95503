package io.chokepoint.ui.scenario;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Selector;
import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import io.chokepoint.text.Countries;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Who, what and whom of a restriction as things to choose from, read from selectors and written back to them. What a form
 * cannot say stays as it is written until the user chooses something else.
 */
final class SelectorForm {

    /** One maker of the restricted goods and its part of their output, in [0, 1]. */
    record MakerOption(Provider provider, double share) {}

    /**
     * Whom it hits.
     *
     * @param terms the customer terms of the selectors; none for all buyers
     */
    record BuyerOption(String label, List<Term> terms) {
        BuyerOption {
            terms = List.copyOf(terms);
        }

        @Override
        public String toString() {
            return label;
        }
    }

    private final Dataset dataset;

    SelectorForm(Dataset dataset) {
        this.dataset = dataset;
    }

    /** The goods that are restricted, in dataset order. */
    List<Good> goods(List<Selector> select) {
        Set<Good> goods = new LinkedHashSet<>();
        for (Supply supply : dataset.supplies()) {
            if (select.stream().anyMatch(selector -> selector.matchesMaker(supply.activity()))) {
                goods.add(supply.good());
            }
        }
        return List.copyOf(goods);
    }

    /** All makers of what the selectors speak of, largest first. */
    List<MakerOption> makers(List<Selector> select) {
        List<List<Term>> subjects = subjects(select);
        Map<Provider, Double> shares = new LinkedHashMap<>();
        Set<Good> goods = new LinkedHashSet<>();
        for (Supply supply : dataset.supplies()) {
            if (subjects.stream().anyMatch(terms -> isSubject(terms, supply))) {
                goods.add(supply.good());
                shares.merge(supply.provider(), supply.share().central(), Double::sum);
            }
        }
        return shares.entrySet().stream()
                .map(entry -> new MakerOption(entry.getKey(), entry.getValue() / goods.size()))
                .sorted(Comparator.comparingDouble((MakerOption option) -> -option.share()))
                .toList();
    }

    private static boolean isSubject(List<Term> terms, Supply supply) {
        return terms.isEmpty() || new Selector(terms).matchesMaker(supply.activity());
    }

    /** The makers that are restricted. */
    Set<Provider> chosenMakers(List<Selector> select) {
        Set<Provider> chosen = new LinkedHashSet<>();
        for (Supply supply : dataset.supplies()) {
            if (select.stream().anyMatch(selector -> selector.matchesMaker(supply.activity()))) {
                chosen.add(supply.provider());
            }
        }
        return chosen;
    }

    /** Whether no maker is named: whoever makes it is meant. */
    static boolean isAllMakers(List<Selector> select) {
        return select.stream()
                .flatMap(selector -> selector.terms().stream())
                .noneMatch(term -> term.side() == Side.MAKER && !isAboutGoods(term.field()));
    }

    /**
     * The same goods and buyers from other makers.
     *
     * @param makers empty for all makers
     */
    List<Selector> withMakers(List<Selector> select, Set<Provider> makers) {
        return write(subjects(select), makers, buyers(select));
    }

    /** The same goods and makers to other buyers. */
    static List<Selector> withBuyers(List<Selector> select, List<Term> buyers) {
        return select.stream()
                .map(selector -> {
                    List<Term> terms = new ArrayList<>(selector.terms().stream()
                            .filter(term -> term.side() == Side.MAKER)
                            .toList());
                    terms.addAll(buyers);
                    return new Selector(terms);
                })
                .distinct()
                .toList();
    }

    /** What selects a good made by some makers, or by all where none is given, on its way to all buyers. */
    List<Selector> of(Good good, Set<Provider> makers) {
        Term subject = new Term(Side.MAKER, Field.GOOD, false, List.of(good.id()));
        return write(List.of(List.of(subject)), makers, List.of());
    }

    private List<Selector> write(List<List<Term>> subjects, Set<Provider> makers, List<Term> buyers) {
        // A country that stands for all its makers is named as a country, or its trade abroad could not be told apart.
        List<String> countries = makers.stream()
                .filter(maker ->
                        maker.type() == ProviderType.COUNTRY && !maker.country().isEmpty())
                .map(Provider::country)
                .distinct()
                .toList();
        List<String> others = makers.stream()
                .filter(maker ->
                        maker.type() != ProviderType.COUNTRY || maker.country().isEmpty())
                .map(Provider::id)
                .toList();
        List<Selector> all = new ArrayList<>();
        for (List<Term> subject : subjects) {
            if (!countries.isEmpty()) {
                all.add(selector(subject, List.of(new Term(Side.MAKER, Field.COUNTRY, false, countries)), buyers));
            }
            if (!others.isEmpty()) {
                all.add(selector(subject, List.of(new Term(Side.MAKER, Field.PROVIDER, false, others)), buyers));
            }
            if (makers.isEmpty()) {
                all.add(selector(subject, List.of(), buyers));
            }
        }
        return all;
    }

    private static Selector selector(List<Term> subject, List<Term> makers, List<Term> buyers) {
        List<Term> terms = new ArrayList<>(subject);
        terms.addAll(makers);
        terms.addAll(buyers);
        return new Selector(terms);
    }

    private static List<List<Term>> subjects(List<Selector> select) {
        return select.stream()
                .map(selector -> selector.terms().stream()
                        .filter(term -> term.side() == Side.MAKER && isAboutGoods(term.field()))
                        .toList())
                .distinct()
                .toList();
    }

    private static boolean isAboutGoods(Field field) {
        return switch (field) {
            case GOOD, TAG, KIND, STAGE -> true;
            case PROVIDER, COUNTRY, MARKET -> false;
        };
    }

    /** The customer terms, where all selectors have the same. */
    static List<Term> buyers(List<Selector> select) {
        List<List<Term>> all = select.stream()
                .map(selector -> selector.terms().stream()
                        .filter(term -> term.side() == Side.CUSTOMER)
                        .toList())
                .distinct()
                .toList();
        return all.size() == 1 ? all.getFirst() : List.of();
    }

    /**
     * Whom one may choose: everybody, everybody abroad, each country that buys, each market; and first what the selectors say
     * now.
     */
    List<BuyerOption> buyerOptions(List<Selector> select) {
        List<BuyerOption> options = new ArrayList<>();
        options.add(new BuyerOption(Texts.get("restrict.allBuyers"), List.of()));
        Set<String> home = new TreeSet<>();
        if (!isAllMakers(select)) {
            chosenMakers(select).stream()
                    .map(Provider::country)
                    .filter(code -> !code.isEmpty())
                    .forEach(home::add);
        }
        if (home.size() == 1) {
            options.add(abroad(home.iterator().next()));
        }
        customers(goods(select)).forEach((name, term) -> options.add(new BuyerOption(name, List.of(term))));
        List<Term> now = buyers(select);
        boolean mixed = select.stream()
                        .map(s -> s.terms().stream()
                                .filter(t -> t.side() == Side.CUSTOMER)
                                .toList())
                        .distinct()
                        .count()
                > 1;
        if (mixed || options.stream().noneMatch(option -> option.terms().equals(now))) {
            options.addFirst(new BuyerOption(Texts.get("restrict.asWritten"), now));
        }
        return options;
    }

    /** All buyers outside a country. */
    static BuyerOption abroad(String country) {
        return new BuyerOption(
                Texts.get("restrict.allBut", Countries.inSentence(country)),
                List.of(new Term(Side.CUSTOMER, Field.COUNTRY, true, List.of(country))));
    }

    private Map<String, Term> customers(List<Good> goods) {
        Map<String, Term> countries = new TreeMap<>();
        Map<String, Term> markets = new TreeMap<>();
        for (Good good : goods) {
            for (Dependency use : dataset.usesOf(good)) {
                for (Supply supply : dataset.suppliesOf(use.consumer())) {
                    String country = supply.provider().country();
                    if (!country.isEmpty()) {
                        countries.put(
                                Texts.get("restrict.buyersIn", Countries.inSentence(country)),
                                new Term(Side.CUSTOMER, Field.COUNTRY, false, List.of(country)));
                    }
                }
            }
        }
        for (Market market : dataset.markets()) {
            if (market.offers().stream().map(Offer::product).anyMatch(goods::contains)) {
                markets.put(
                        Texts.get("restrict.market", market.name()),
                        new Term(Side.CUSTOMER, Field.MARKET, false, List.of(market.id())));
            }
        }
        Map<String, Term> all = new LinkedHashMap<>(countries);
        all.putAll(markets);
        return all;
    }
}
