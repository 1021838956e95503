package io.chokepoint.testkit;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Evidence;
import io.chokepoint.model.Figure;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.PriceTerms;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A small dataset in a few lines, for samples, tests and examples. Every figure is a point and marked as an assumption; goods
 * and providers exist as soon as they are named, and a provider's country is its own id unless stated.
 *
 * <pre>{@code
 * NetworkSketch.named("chain")
 *         .makes("X", "a", 1)
 *         .makes("Y", "b", 1)
 *         .needs("b", "a", input -> input.useShare(0.8).leadWeeks(3).stockWeeks(4))
 *         .build();
 * }</pre>
 *
 * <p>Not thread-safe. The order of the calls is the dataset order.
 */
public final class NetworkSketch {
    private static final Evidence ASSUMED = Evidence.assumption("made up for an example");
    private static final Stage ONLY_STAGE = new Stage("all", "All goods", 0);

    private final String id;
    private final Map<String, GoodSketch> goods = new LinkedHashMap<>();
    private final Map<String, String> countries = new LinkedHashMap<>();
    private final List<Supply> supplies = new ArrayList<>();
    private final List<Dependency> dependencies = new ArrayList<>();
    private final List<SourcingException> sourcing = new ArrayList<>();
    private final List<Market> markets = new ArrayList<>();

    private final List<GoodValue> values = new ArrayList<>();
    private PriceTerms priceTerms = PriceTerms.USUAL;

    private record GoodSketch(GoodKind kind, List<String> tags) {}

    private NetworkSketch(String id) {
        this.id = id;
    }

    public static NetworkSketch named(String id) {
        return new NetworkSketch(id);
    }

    /** States kind and tags of a good; needed only where they matter, and before the good is used. */
    public NetworkSketch good(String goodId, GoodKind kind, String... tags) {
        if (goods.put(goodId, new GoodSketch(kind, List.of(tags))) != null) {
            throw new IllegalArgumentException("good '" + goodId + "' was used before its kind and tags were stated");
        }
        return this;
    }

    /** States a provider's country, ISO 3166-1 alpha-3 or empty; needed only where it is not the provider's id. */
    public NetworkSketch provider(String providerId, String country) {
        if (countries.put(providerId, country) != null) {
            throw new IllegalArgumentException("provider '" + providerId + "' was used before its country was stated");
        }
        return this;
    }

    /** An activity without spare capacity. */
    public NetworkSketch makes(String providerId, String goodId, double share) {
        return makes(providerId, goodId, share, 0, 1);
    }

    /**
     * An activity.
     *
     * @param share x̄, part of the world's baseline output
     * @param spare extra capacity as a part of the share, ≥ 0
     * @param rampWeeks weeks until the spare capacity is reached, ≥ 1
     */
    public NetworkSketch makes(String providerId, String goodId, double share, double spare, double rampWeeks) {
        String name = providerId + "/" + goodId;
        supplies.add(new Supply(
                new Activity(goodNamed(goodId), providerNamed(providerId)),
                part("supply/" + name + "/share", share),
                part("supply/" + name + "/spare", spare),
                rampWeeks,
                "",
                ASSUMED));
        return this;
    }

    /** A dependency; see {@link Input} for what holds where nothing is stated. */
    public NetworkSketch needs(String consumerId, String inputId, UnaryOperator<Input> statements) {
        dependencies.add(statements.apply(new Input(inputId, consumerId)).toDependency());
        return this;
    }

    /** One maker's own way of getting one input. */
    public NetworkSketch exception(
            String consumerId, String consumerProviderId, String inputId, UnaryOperator<Sourcing> statements) {
        sourcing.add(statements
                .apply(new Sourcing(consumerId, consumerProviderId, inputId))
                .toSourcingException());
        return this;
    }

    /**
     * What a good is worth; of all that are made, or of none.
     *
     * @param value V, US$ million a year
     * @param otherTolerance R_F, ≥ 1.05
     */
    public NetworkSketch value(String goodId, double value, double otherTolerance) {
        values.add(new GoodValue(
                goodNamed(goodId),
                Figure.point("values/" + goodId + "/value", value, "US$ million a year", ASSUMED),
                Figure.point("values/" + goodId + "/other_tolerance", otherTolerance, "multiple", ASSUMED),
                ""));
        return this;
    }

    public NetworkSketch priceTerms(PriceTerms terms) {
        priceTerms = terms;
        return this;
    }

    /** A market; see {@link Buyers} for what holds where nothing is stated. */
    public NetworkSketch market(String marketId, UnaryOperator<Buyers> statements) {
        markets.add(statements.apply(new Buyers(marketId)).toMarket());
        return this;
    }

    /** @throws IllegalArgumentException if an id is used twice */
    public Dataset build() {
        return Dataset.builder(id)
                .title(id)
                .licence("CC0-1.0")
                .stages(List.of(ONLY_STAGE))
                .goods(goods.keySet().stream().map(this::goodNamed).toList())
                .providers(countries.keySet().stream().map(this::providerNamed).toList())
                .supplies(supplies)
                .dependencies(dependencies)
                .sourcing(sourcing)
                .markets(markets)
                .values(values)
                .priceTerms(priceTerms)
                .build();
    }

    private Good goodNamed(String goodId) {
        GoodSketch sketch = goods.computeIfAbsent(goodId, unused -> new GoodSketch(GoodKind.MATERIAL, List.of()));
        return new Good(goodId, goodId, goodId, sketch.kind(), ONLY_STAGE, sketch.tags(), List.of(), "");
    }

    private Provider providerNamed(String providerId) {
        String country = countries.computeIfAbsent(providerId, unused -> providerId);
        return new Provider(
                providerId, providerId, country.isEmpty() ? ProviderType.REST : ProviderType.COMPANY, country);
    }

    private static Figure part(String figureId, double value) {
        return Figure.point(figureId, value, "part", ASSUMED);
    }

    private static Figure weeks(String figureId, double value) {
        return Figure.point(figureId, value, "weeks", ASSUMED);
    }

    /**
     * What a dependency states. Where nothing is stated: consumed, ω 1, u 1, n 0, ℓ 1, q 0, no cost share, no alternatives; a
     * capital input lasts ten years.
     */
    public final class Input {
        private final String inputId;
        private final String consumerId;
        private final String name;
        private DependencyMode mode = DependencyMode.CONSUMED;
        private double criticality = 1;
        private double useShare = 1;
        private double stockWeeks;
        private int leadWeeks = 1;
        private double qualificationWeeks;
        private double lifetimeYears;
        private double costShare;
        private final List<Alternative> alternatives = new ArrayList<>();

        private Input(String inputId, String consumerId) {
            this.inputId = inputId;
            this.consumerId = consumerId;
            this.name = "dependencies/" + inputId + ">" + consumerId + "/";
        }

        /** ω, in [0, 1]. */
        public Input criticality(double value) {
            criticality = value;
            return this;
        }

        /** u, in (0, 1]. */
        public Input useShare(double value) {
            useShare = value;
            return this;
        }

        /** n, ≥ 0. */
        public Input stockWeeks(double value) {
            stockWeeks = value;
            return this;
        }

        /** ℓ, ≥ 1. */
        public Input leadWeeks(int value) {
            leadWeeks = value;
            return this;
        }

        /** q, ≥ 0. */
        public Input qualificationWeeks(double value) {
            qualificationWeeks = value;
            return this;
        }

        /** Part of the consumer's cost, in [0, 1]. */
        public Input costShare(double value) {
            costShare = value;
            return this;
        }

        /** Makes it a capital input. */
        public Input capital(double newLifetimeYears) {
            mode = DependencyMode.CAPITAL;
            lifetimeYears = newLifetimeYears;
            return this;
        }

        /** Makes it an access input. */
        public Input access() {
            mode = DependencyMode.ACCESS;
            return this;
        }

        /** Adds a stand-in, after those added before. */
        public Input alternative(String goodId, double cap, double newQualificationWeeks, double perUnit) {
            String figure = name + goodId + "/";
            alternatives.add(new Alternative(
                    goodNamed(goodId),
                    part(figure + "cap", cap),
                    weeks(figure + "qualification_weeks", newQualificationWeeks),
                    perUnit,
                    0,
                    ASSUMED));
            return this;
        }

        private Dependency toDependency() {
            return new Dependency(
                    goodNamed(inputId),
                    goodNamed(consumerId),
                    mode,
                    part(name + "criticality", criticality),
                    part(name + "use_share", useShare),
                    weeks(name + "stock_weeks", stockWeeks),
                    leadWeeks,
                    weeks(name + "qualification_weeks", qualificationWeeks),
                    lifetimeYears,
                    part(name + "cost_share", costShare),
                    "",
                    alternatives,
                    ASSUMED);
        }
    }

    /** What a sourcing exception states; all else is as for the other makers. */
    public final class Sourcing {
        private final Activity consumer;
        private final String inputId;
        private final String name;
        private final List<SourcingException.SupplierPart> mix = new ArrayList<>();
        private @Nullable Figure stockWeeks;
        private @Nullable Figure qualificationWeeks;
        private boolean needs = true;

        private Sourcing(String consumerId, String consumerProviderId, String inputId) {
            this.consumer = new Activity(goodNamed(consumerId), providerNamed(consumerProviderId));
            this.inputId = inputId;
            this.name = "sourcing/" + inputId + ">" + consumer + "/";
        }

        /** Adds a supplier to the maker's own mix; the parts sum to 1. */
        public Sourcing from(String providerId, double share) {
            mix.add(new SourcingException.SupplierPart(providerNamed(providerId), share, ASSUMED));
            return this;
        }

        public Sourcing stockWeeks(double value) {
            stockWeeks = weeks(name + "stock_weeks", value);
            return this;
        }

        public Sourcing qualificationWeeks(double value) {
            qualificationWeeks = weeks(name + "qualification_weeks", value);
            return this;
        }

        /** The maker does without the input. */
        public Sourcing needsNone() {
            needs = false;
            return this;
        }

        private SourcingException toSourcingException() {
            return new SourcingException(
                    consumer, goodNamed(inputId), mix, stockWeeks, qualificationWeeks, needs, ASSUMED);
        }
    }

    /** What a market states. Where nothing is stated: no country, no tags, switching at once, η 0. */
    public final class Buyers {
        private final String marketId;
        private String country = "";
        private List<String> tags = List.of();
        private double switchWeeks = 1;
        private double priceSensitivity;
        private @Nullable Figure tolerance;
        private final List<Offer> offers = new ArrayList<>();

        private Buyers(String marketId) {
            this.marketId = marketId;
        }

        public Buyers country(String value) {
            country = value;
            return this;
        }

        public Buyers tags(String... values) {
            tags = List.of(values);
            return this;
        }

        /** Weeks over which buyers move to other products, ≥ 1. */
        public Buyers switchWeeks(double value) {
            switchWeeks = value;
            return this;
        }

        /** η, ≥ 0. */
        public Buyers priceSensitivity(double value) {
            priceSensitivity = value;
            return this;
        }

        /** R_m, ≥ 1.05. */
        public Buyers tolerance(double value) {
            tolerance = Figure.point("markets/" + marketId + "/tolerance", value, "multiple", ASSUMED);
            return this;
        }

        /** A product of every maker. */
        public Buyers buys(String goodId, double useShare, double functionPerUnit) {
            return add(goodId, null, useShare, functionPerUnit);
        }

        /** A product of one maker. */
        public Buyers buysFrom(String providerId, String goodId, double useShare, double functionPerUnit) {
            return add(goodId, providerNamed(providerId), useShare, functionPerUnit);
        }

        private Buyers add(String goodId, @Nullable Provider provider, double useShare, double functionPerUnit) {
            String figure = "demand/" + marketId + "/" + goodId + (provider == null ? "" : "@" + provider.id());
            offers.add(new Offer(
                    goodNamed(goodId), provider, part(figure + "/use_share", useShare), functionPerUnit, "", ASSUMED));
            return this;
        }

        private Market toMarket() {
            return new Market(
                    marketId,
                    marketId,
                    marketId,
                    "function",
                    country,
                    tags,
                    switchWeeks,
                    Figure.point("markets/" + marketId + "/price_sensitivity", priceSensitivity, "", ASSUMED),
                    "",
                    offers,
                    tolerance);
        }
    }
}
