package io.chokepoint.model;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Everything a dataset states, in the order in which it states it. Immutable and safe to share between threads.
 *
 * <p>The dataset order is the order of the activities (rows of {@code supply.csv}), of the dependencies, and of the markets;
 * ties in the model are broken by it.
 */
public final class Dataset {
    private final String id;
    private final String title;
    private final String licence;
    private final String edition;
    private final List<Stage> stages;
    private final Map<String, Good> goods;
    private final Map<String, Provider> providers;
    private final List<Supply> supplies;
    private final List<Dependency> dependencies;
    private final List<SourcingException> sourcing;
    private final Map<String, Market> markets;
    private final List<Claim> claims;
    private final List<Control> controls;
    private final List<HsCode> hsCodes;
    private final Lexicon lexicon;
    private final Map<String, Source> sources;
    private final DatasetWords words;
    private final HeadlineGoods headline;
    private final Map<Good, GoodValue> values;
    private final PriceTerms priceTerms;
    private final Together together;

    private final Map<Good, List<Supply>> suppliesByGood;
    private final Map<Good, List<Dependency>> inputsByGood;
    private final Map<Good, List<Dependency>> usesByGood;
    private final SupplyGraph graph;

    private Dataset(Builder builder) {
        this.id = builder.id;
        this.title = builder.title;
        this.licence = builder.licence;
        this.edition = builder.edition;
        this.stages = builder.stages.stream()
                .sorted((a, b) -> Integer.compare(a.order(), b.order()))
                .toList();
        this.goods = byId(builder.goods, Good::id);
        this.providers = byId(builder.providers, Provider::id);
        this.supplies = List.copyOf(builder.supplies);
        this.dependencies = List.copyOf(builder.dependencies);
        this.sourcing = List.copyOf(builder.sourcing);
        this.markets = byId(builder.markets, Market::id);
        this.claims = List.copyOf(builder.claims);
        this.controls = List.copyOf(builder.controls);
        this.hsCodes = List.copyOf(builder.hsCodes);
        this.lexicon = builder.lexicon;
        this.sources = byId(builder.sources, Source::id);
        this.suppliesByGood = group(supplies, Supply::good);
        this.inputsByGood = group(dependencies, Dependency::consumer);
        this.usesByGood = group(dependencies, Dependency::input);
        this.graph = new SupplyGraph(this);
        this.words = builder.words;
        this.values = byId(builder.values, GoodValue::good);
        this.priceTerms = builder.priceTerms;
        this.together = builder.together;
        this.headline = words.headline().orElseGet(this::endProductsFirst);
        for (Supply supply : supplies) {
            if (hasValues() && !values.containsKey(supply.good())) {
                throw new IllegalArgumentException(
                        "good '" + supply.good().id() + "' has no value, but others have one");
            }
        }
    }

    private HeadlineGoods endProductsFirst() {
        Set<Good> ends = endProducts();
        return new HeadlineGoods(ends, Set.of(), ends, "end product", "end products");
    }

    private static <K, T> Map<K, T> byId(List<T> values, Function<T, K> id) {
        Map<K, T> map = new LinkedHashMap<>();
        for (T value : values) {
            if (map.put(id.apply(value), value) != null) {
                throw new IllegalArgumentException("id '" + id.apply(value) + "' is used twice");
            }
        }
        return map;
    }

    private static <K, T> Map<K, List<T>> group(List<T> values, Function<T, K> key) {
        Map<K, List<T>> map = new LinkedHashMap<>();
        for (T value : values) {
            map.computeIfAbsent(key.apply(value), unused -> new ArrayList<>()).add(value);
        }
        map.replaceAll((unused, list) -> List.copyOf(list));
        return map;
    }

    public static Builder builder(String id) {
        return new Builder(id);
    }

    /** A builder that holds all of this dataset, for a copy with changes. */
    public Builder toBuilder() {
        Builder builder =
                new Builder(id).title(title).licence(licence).edition(edition).words(words);
        builder.stages.addAll(stages);
        builder.goods.addAll(goods.values());
        builder.providers.addAll(providers.values());
        builder.supplies.addAll(supplies);
        builder.dependencies.addAll(dependencies);
        builder.sourcing.addAll(sourcing);
        builder.markets.addAll(markets.values());
        builder.claims.addAll(claims);
        builder.controls.addAll(controls);
        builder.hsCodes.addAll(hsCodes);
        builder.lexicon = lexicon;
        builder.sources.addAll(sources.values());
        builder.values.addAll(values.values());
        builder.priceTerms = priceTerms;
        builder.together = together;
        return builder;
    }

    /** The name in {@code datapackage.json}. */
    public String id() {
        return id;
    }

    public String title() {
        return title;
    }

    /** The licence and attributions in words. */
    public String licence() {
        return licence;
    }

    /** Which edition it is, as {@code datapackage.json} says: "1.0.0 of 22 Nov 2026"; empty where it says nothing. */
    public String edition() {
        return edition;
    }

    /** Upstream to downstream. */
    public List<Stage> stages() {
        return stages;
    }

    public Collection<Good> goods() {
        return goods.values();
    }

    public Optional<Good> findGood(String goodId) {
        return Optional.ofNullable(goods.get(goodId));
    }

    /** @throws IllegalArgumentException if there is no such good */
    public Good getGood(String goodId) {
        return findGood(goodId).orElseThrow(() -> new IllegalArgumentException("no good '" + goodId + "'"));
    }

    public Collection<Provider> providers() {
        return providers.values();
    }

    public Optional<Provider> findProvider(String providerId) {
        return Optional.ofNullable(providers.get(providerId));
    }

    /** One per activity, in dataset order. */
    public List<Supply> supplies() {
        return supplies;
    }

    /** The makers of a good, in dataset order. */
    public List<Supply> suppliesOf(Good good) {
        return suppliesByGood.getOrDefault(good, List.of());
    }

    public List<Dependency> dependencies() {
        return dependencies;
    }

    /** What makers of the good need, in dataset order. */
    public List<Dependency> inputsOf(Good good) {
        return inputsByGood.getOrDefault(good, List.of());
    }

    /** Where the good is needed, in dataset order. */
    public List<Dependency> usesOf(Good good) {
        return usesByGood.getOrDefault(good, List.of());
    }

    /** The graph of all this: always the same one. */
    public SupplyGraph graph() {
        return graph;
    }

    public Optional<Dependency> findDependency(Good input, Good consumer) {
        return inputsOf(consumer).stream().filter(d -> d.input().equals(input)).findFirst();
    }

    public List<SourcingException> sourcing() {
        return sourcing;
    }

    public Collection<Market> markets() {
        return markets.values();
    }

    public Optional<Market> findMarket(String marketId) {
        return Optional.ofNullable(markets.get(marketId));
    }

    public List<Claim> claims() {
        return claims;
    }

    public List<Control> controls() {
        return controls;
    }

    /** Customs codes of goods; a good without one has no row. */
    public List<HsCode> hsCodes() {
        return hsCodes;
    }

    /** The words by which articles are read. */
    public Lexicon lexicon() {
        return lexicon;
    }

    public Collection<Source> sources() {
        return sources.values();
    }

    public Optional<Source> findSource(String sourceId) {
        return Optional.ofNullable(sources.get(sourceId));
    }

    /** What goods are worth: of all that are made, or of none. */
    public Collection<GoodValue> values() {
        return values.values();
    }

    public Optional<GoodValue> findValue(Good good) {
        return Optional.ofNullable(values.get(good));
    }

    /** Whether it says what its goods are worth, so that a run has prices. */
    public boolean hasValues() {
        return !values.isEmpty();
    }

    public PriceTerms priceTerms() {
        return priceTerms;
    }

    /** Which figures are drawn together in runs with drawn figures. */
    public Together together() {
        return together;
    }

    /** The dataset's own words for its tags and goods. */
    public DatasetWords words() {
        return words;
    }

    /** The goods that answers speak of first; the end products where the dataset names none. */
    public HeadlineGoods headline() {
        return headline;
    }

    /** The goods that markets buy; where there are no markets, those that nobody uses as an input. In dataset order. */
    public Set<Good> endProducts() {
        Set<Good> sold = new LinkedHashSet<>();
        for (Market market : markets.values()) {
            for (Offer offer : market.offers()) {
                sold.add(offer.product());
            }
        }
        Set<Good> ends = new LinkedHashSet<>();
        for (Good good : goods.values()) {
            if (sold.isEmpty() ? usesOf(good).isEmpty() : sold.contains(good)) {
                ends.add(good);
            }
        }
        return ends;
    }

    /**
     * All figures that the dataset states, in dataset order: supply, dependencies with their alternatives, sourcing,
     * markets with their offers, values.
     */
    public List<Figure> figures() {
        List<Figure> all = new ArrayList<>();
        for (Supply supply : supplies) {
            all.add(supply.share());
            all.add(supply.spare());
        }
        for (Dependency dependency : dependencies) {
            all.add(dependency.criticality());
            all.add(dependency.useShare());
            all.add(dependency.stockWeeks());
            all.add(dependency.qualificationWeeks());
            all.add(dependency.costShare());
            for (Alternative alternative : dependency.alternatives()) {
                all.add(alternative.cap());
                all.add(alternative.qualificationWeeks());
            }
        }
        for (SourcingException exception : sourcing) {
            if (exception.stockWeeks() != null) {
                all.add(exception.stockWeeks());
            }
            if (exception.qualificationWeeks() != null) {
                all.add(exception.qualificationWeeks());
            }
        }
        for (Market market : markets.values()) {
            all.add(market.priceSensitivity());
            if (market.tolerance() != null) {
                all.add(market.tolerance());
            }
            for (Offer offer : market.offers()) {
                all.add(offer.useShare());
            }
        }
        for (GoodValue value : values.values()) {
            all.add(value.value());
            all.add(value.otherTolerance());
        }
        return all;
    }

    /** Collects the parts of a dataset. Not thread-safe. */
    public static final class Builder {
        private final String id;
        private String title = "";
        private String licence = "";
        private String edition = "";
        private final List<Stage> stages = new ArrayList<>();
        private final List<Good> goods = new ArrayList<>();
        private final List<Provider> providers = new ArrayList<>();
        private final List<Supply> supplies = new ArrayList<>();
        private final List<Dependency> dependencies = new ArrayList<>();
        private final List<SourcingException> sourcing = new ArrayList<>();
        private final List<Market> markets = new ArrayList<>();
        private final List<Claim> claims = new ArrayList<>();
        private final List<Control> controls = new ArrayList<>();
        private final List<HsCode> hsCodes = new ArrayList<>();
        private Lexicon lexicon = Lexicon.NONE;
        private final List<Source> sources = new ArrayList<>();
        private final List<GoodValue> values = new ArrayList<>();
        private DatasetWords words = DatasetWords.NONE;
        private PriceTerms priceTerms = PriceTerms.USUAL;
        private Together together = Together.NONE;

        private Builder(String id) {
            this.id = id;
        }

        public Builder title(String value) {
            title = value;
            return this;
        }

        public Builder edition(String value) {
            edition = value;
            return this;
        }

        public Builder licence(String value) {
            licence = value;
            return this;
        }

        public Builder stages(Collection<Stage> values) {
            stages.clear();
            stages.addAll(values);
            return this;
        }

        public Builder goods(Collection<Good> values) {
            goods.clear();
            goods.addAll(values);
            return this;
        }

        public Builder providers(Collection<Provider> values) {
            providers.clear();
            providers.addAll(values);
            return this;
        }

        public Builder supplies(Collection<Supply> values) {
            supplies.clear();
            supplies.addAll(values);
            return this;
        }

        public Builder dependencies(Collection<Dependency> values) {
            dependencies.clear();
            dependencies.addAll(values);
            return this;
        }

        public Builder sourcing(Collection<SourcingException> values) {
            sourcing.clear();
            sourcing.addAll(values);
            return this;
        }

        public Builder markets(Collection<Market> values) {
            markets.clear();
            markets.addAll(values);
            return this;
        }

        public Builder claims(Collection<Claim> values) {
            claims.clear();
            claims.addAll(values);
            return this;
        }

        public Builder controls(Collection<Control> values) {
            controls.clear();
            controls.addAll(values);
            return this;
        }

        public Builder hsCodes(Collection<HsCode> values) {
            hsCodes.clear();
            hsCodes.addAll(values);
            return this;
        }

        public Builder lexicon(Lexicon value) {
            lexicon = value;
            return this;
        }

        public Builder sources(Collection<Source> values) {
            sources.clear();
            sources.addAll(values);
            return this;
        }

        public Builder values(Collection<GoodValue> all) {
            values.clear();
            values.addAll(all);
            return this;
        }

        public Builder priceTerms(PriceTerms terms) {
            priceTerms = terms;
            return this;
        }

        public Builder together(Together value) {
            together = value;
            return this;
        }

        public Builder words(DatasetWords value) {
            words = value;
            return this;
        }

        /**
         * @throws IllegalArgumentException if an id is used twice, or a dependency, alternative or offer is of a good that is not among
         *     the goods, or some goods that are made have a value and others none
         */
        public Dataset build() {
            return new Dataset(this);
        }
    }
}
