package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Provider;
import io.chokepoint.model.ProviderType;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What a maker, a country or the buyers of a market make and need, at central figures and before any run: how much of the world, from
 * whom, with how many weeks of stock. What losing a source does is asked of {@link LensLosses}. Thread-safe.
 *
 * <p>An input that several activities of the subject need is one row: its criticality is the largest of theirs, its stock and the time
 * to qualify others are those of the use with the largest criticality, and of equally critical ones the least. Suppliers' shares are
 * parts of all that the subject uses of the input. What a maker makes for itself, and what a country gets from its own makers, is no
 * exposure: its loss would be an outage of the subject.
 */
public final class MakerLens {
    private static final double WEEKS_A_YEAR = 52;
    private static final double ROUNDING = 1e-9;
    private static final double ALL = 1 - 1e-6;

    private final NetworkStructure structure;
    private final CompiledNetwork network;

    /**
     * A good that the subject makes.
     *
     * @param share of the world's usual output, in (0, 1]
     * @param millionsAYear what that is worth in a year at usual values, US$ million; empty where the dataset has no values
     */
    public record Made(Good good, double share, OptionalDouble millionsAYear) {}

    /**
     * Whom an input comes from.
     *
     * @param share of all that the subject buys of the input, in (0, 1]
     */
    public record Source(Provider maker, double share) {}

    /**
     * The sources of one country together.
     *
     * @param country its code; empty for makers without one
     * @param share of all that the subject buys of the input, in (0, 1]
     * @param makers largest first
     */
    public record Origin(String country, double share, List<Provider> makers) {
        public Origin {
            makers = List.copyOf(makers);
        }
    }

    /**
     * An input, or for a market a product.
     *
     * @param uses the subject's goods that need it; none for a market
     * @param mode empty for a market's product
     * @param criticality part of the output lost when it is wholly absent, in [0, 1]; for a market the part of its function that comes
     *     with the product
     * @param stockWeeks weeks of usual use at hand
     * @param qualificationWeeks how long it is short before others can be turned to
     * @param sources largest first
     * @param origins countries, largest first; the subject itself is in none of them
     * @param leading the largest of them; empty where the subject gets all of it from itself
     * @param otherMakers how many more make it in the world, of whom the subject does not buy
     * @param millionsAWeek what the subject uses of it in a week, at usual values, US$ million; 0 without values
     */
    public record Need(
            Good input,
            List<Good> uses,
            Optional<DependencyMode> mode,
            double criticality,
            double stockWeeks,
            double qualificationWeeks,
            List<Source> sources,
            List<Origin> origins,
            Optional<Origin> leading,
            int otherMakers,
            double millionsAWeek) {
        public Need {
            uses = List.copyOf(uses);
            sources = List.copyOf(sources);
            origins = List.copyOf(origins);
        }

        /** All of it comes from one company, which is not the subject; a country's makers taken together are not one. */
        public boolean isSoleSource() {
            Source first = sources.getFirst();
            return first.maker().type() == ProviderType.COMPANY
                    && first.share() > ALL
                    && leading.filter(origin -> origin.share() > ALL).isPresent();
        }

        /** Criticality × share of the leading origin, in [0, 1]. */
        public double exposure() {
            return leading.map(origin -> criticality * origin.share()).orElse(0.0);
        }
    }

    /**
     * A subject's page.
     *
     * @param makes the most valuable first, or the largest share where there are no values
     * @param needs the most exposed first, then those with the least stock
     */
    public record Page(LensSubject subject, List<Made> makes, List<Need> needs) {
        public Page {
            makes = List.copyOf(makes);
            needs = List.copyOf(needs);
        }
    }

    public MakerLens(StudyRunner runner) {
        this.network = runner.central();
        this.structure = runner.structure();
    }

    /** @throws IllegalArgumentException if the subject is not in the dataset */
    public Page page(LensSubject subject) {
        return switch (subject) {
            case LensSubject.OfMarket of -> new Page(subject, List.of(), sorted(products(subject, market(of))));
            case LensSubject.OfMaker unused -> pageOfMakers(subject);
            case LensSubject.OfCountry unused -> pageOfMakers(subject);
        };
    }

    private Page pageOfMakers(LensSubject subject) {
        List<Integer> own = own(subject);
        return new Page(subject, makes(own), sorted(needs(subject, own)));
    }

    private int market(LensSubject.OfMarket of) {
        for (int m = 0; m < structure.marketCount(); m++) {
            if (structure.market(m).equals(of.market())) {
                return m;
            }
        }
        throw new IllegalArgumentException("no market '" + of.market().id() + "'");
    }

    private List<Integer> own(LensSubject subject) {
        List<Integer> own = new ArrayList<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            if (isOf(structure.activity(i).provider(), subject)) {
                own.add(i);
            }
        }
        if (own.isEmpty()) {
            throw new IllegalArgumentException("'" + subject.name() + "' makes nothing");
        }
        return own;
    }

    /** Whether a maker is the subject or belongs to it. */
    static boolean isOf(Provider maker, LensSubject subject) {
        return switch (subject) {
            case LensSubject.OfMaker of -> maker.equals(of.provider());
            case LensSubject.OfCountry of -> maker.country().equals(of.code());
            case LensSubject.OfMarket unused -> false;
        };
    }

    private List<Made> makes(List<Integer> own) {
        Map<Good, Double> shares = new LinkedHashMap<>();
        for (int i : own) {
            shares.merge(structure.activity(i).good(), network.baseline(i), Double::sum);
        }
        List<Made> makes = new ArrayList<>();
        shares.forEach((good, share) -> makes.add(new Made(good, share, value(good, share))));
        makes.sort(
                Comparator.<Made>comparingDouble(made -> -made.millionsAYear().orElse(0))
                        .thenComparing(made -> -made.share()));
        return makes;
    }

    private OptionalDouble value(Good good, double share) {
        return structure
                .dataset()
                .findValue(good)
                .map(GoodValue::value)
                .map(value -> OptionalDouble.of(share * value.central()))
                .orElse(OptionalDouble.empty());
    }

    /** What a week of an activity's usual output is worth, US$ million; 0 without values. */
    static double millionsAWeek(NetworkStructure structure, Good good) {
        return structure
                .dataset()
                .findValue(good)
                .map(value -> value.value().central() / WEEKS_A_YEAR)
                .orElse(0.0);
    }

    // ---- inputs ---------------------------------------------------------------------------------------------------

    /** What is gathered of one input. */
    private static final class Gathered {
        private final Set<Good> uses = new LinkedHashSet<>();
        private final Map<Provider, Double> bought = new LinkedHashMap<>();
        private Optional<DependencyMode> mode = Optional.empty();
        private double criticality = -1;
        private double stockWeeks;
        private double qualificationWeeks;

        /** Parts of the world's output of a week. */
        private double used() {
            double sum = 0;
            for (double amount : bought.values()) {
                sum += amount;
            }
            return sum;
        }

        /** The most critical use speaks for all, of equally critical ones the one that can wait least. */
        private void use(double critical, double stock, double qualification) {
            if (critical > criticality + ROUNDING) {
                criticality = critical;
                stockWeeks = stock;
                qualificationWeeks = qualification;
            } else if (critical > criticality - ROUNDING) {
                stockWeeks = Math.min(stockWeeks, stock);
                qualificationWeeks = Math.min(qualificationWeeks, qualification);
            }
        }
    }

    private List<Need> needs(LensSubject subject, List<Integer> own) {
        Map<Good, Gathered> inputs = new LinkedHashMap<>();
        for (int i : own) {
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                Gathered input = inputs.computeIfAbsent(structure.dependency(e).input(), unused -> new Gathered());
                input.uses.add(structure.activity(i).good());
                input.mode = Optional.of(structure.slotMode(e));
                input.use(network.criticality(e), network.stockWeeks(e), network.qualification(e));
                for (int l = structure.linkStart(e); l < structure.linkUsual(e); l++) {
                    // Its part in the maker's own purchases, times what the maker buys of the world's output.
                    double amount = network.mix(l) * network.coefficient(e) * network.baseline(i);
                    input.bought.merge(
                            structure.activity(structure.linkSupplier(l)).provider(), amount, Double::sum);
                }
            }
        }
        return rows(inputs, subject);
    }

    private List<Need> products(LensSubject subject, int market) {
        Map<Good, Gathered> products = new LinkedHashMap<>();
        int end = market + 1 < structure.marketCount() ? structure.marketLinkStart(market + 1) : structure.linkCount();
        for (int l = structure.marketLinkStart(market); l < end; l++) {
            Activity seller = structure.activity(structure.linkSupplier(l));
            Gathered product = products.computeIfAbsent(seller.good(), unused -> new Gathered());
            product.criticality = Math.max(0, product.criticality) + network.mix(l);
            product.bought.merge(seller.provider(), network.flow(l), Double::sum);
        }
        return rows(products, subject);
    }

    private List<Need> rows(Map<Good, Gathered> inputs, LensSubject subject) {
        List<Need> rows = new ArrayList<>();
        inputs.forEach((input, gathered) -> {
            List<Source> sources = sources(gathered);
            if (sources.isEmpty()) {
                return;
            }
            List<Origin> origins = origins(sources.stream()
                    .filter(source -> !isOf(source.maker(), subject))
                    .toList());
            rows.add(new Need(
                    input,
                    List.copyOf(gathered.uses),
                    gathered.mode,
                    Math.min(1, gathered.criticality),
                    gathered.stockWeeks,
                    gathered.qualificationWeeks,
                    sources,
                    origins,
                    origins.stream().findFirst(),
                    structure.dataset().suppliesOf(input).size() - sources.size(),
                    gathered.used() * millionsAWeek(structure, input)));
        });
        return rows;
    }

    private static List<Source> sources(Gathered gathered) {
        double sum = gathered.used();
        List<Source> sources = new ArrayList<>();
        for (Map.Entry<Provider, Double> entry : gathered.bought.entrySet()) {
            if (entry.getValue() > 0) {
                sources.add(new Source(entry.getKey(), entry.getValue() / sum));
            }
        }
        sources.sort(Comparator.comparingDouble((Source source) -> exact(-source.share())));
        return sources;
    }

    private static List<Origin> origins(List<Source> sources) {
        Map<String, Double> shares = new LinkedHashMap<>();
        Map<String, List<Provider>> makers = new HashMap<>();
        for (Source source : sources) {
            String country = source.maker().country();
            shares.merge(country, source.share(), Double::sum);
            makers.computeIfAbsent(country, unused -> new ArrayList<>()).add(source.maker());
        }
        List<Origin> origins = new ArrayList<>();
        shares.forEach((country, share) ->
                origins.add(new Origin(country, share, Objects.requireNonNull(makers.get(country)))));
        origins.sort(Comparator.comparingDouble((Origin origin) -> exact(-origin.share())));
        return origins;
    }

    private static List<Need> sorted(List<Need> needs) {
        List<Need> sorted = new ArrayList<>(needs);
        sorted.sort(Comparator.comparingDouble((Need need) -> exact(-need.exposure()))
                .thenComparingDouble(Need::stockWeeks));
        return sorted;
    }

    /** Rounding must not decide who comes first. */
    private static double exact(double value) {
        return Math.rint(value / ROUNDING);
    }
}
