package io.chokepoint.study;

import io.chokepoint.analysis.Mitigation;
import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Trial;
import io.chokepoint.analysis.MitigationTarget;
import io.chokepoint.model.Activity;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.Provider;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * What measures cost and gain in money, and who gets less because of them. At usual values, US$ million: stock is bought once and its
 * keeping is not counted; what a second source, a stand-in, a place in the queue or an early licence costs, no dataset says. Thread-safe.
 */
public final class MeasureWorth {
    /** Weeks of output that are nothing. */
    private static final double NOTHING = 0.005;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final boolean hasValues;

    /**
     * Somebody who makes less with a measure than without.
     *
     * @param worst the good of which it loses most, in money where the dataset has values, else in weeks
     * @param lostWeeks of its usual output of that good
     * @param millions of all that it loses, net of what it makes more of other goods, US$ million; empty without values
     */
    public record Loser(Provider maker, Good worst, double lostWeeks, OptionalDouble millions) {}

    /** @param values those that the measures are tried with */
    public MeasureWorth(StudyRunner runner, FigureValues values) {
        this.network = runner.network(values);
        this.structure = network.structure();
        this.hasValues = structure.dataset().hasValues();
    }

    /** All makers of a good. */
    public MitigationTarget target(Good good) {
        return MitigationTarget.of(good, network);
    }

    /** Several goods, each alike. */
    public MitigationTarget target(String id, String name, List<Good> goods) {
        return MitigationTarget.ofGoods(id, name, goods, network);
    }

    /** All that a maker makes, by what it is worth. */
    public MitigationTarget target(Provider maker) {
        return MitigationTarget.ofMaker(maker, network, good -> MakerLens.millionsAWeek(structure, good));
    }

    /** What the stocks among the measures cost, US$ million; empty if one of them is no stock or has no known value. */
    public OptionalDouble cost(List<Option> options) {
        double sum = 0;
        for (Option option : options) {
            if (!hasValues || option.kind() != Kind.STOCK) {
                return OptionalDouble.empty();
            }
            for (int slot : option.slots()) {
                double week = network.coefficient(slot)
                        * network.baseline(structure.slotActivity(slot))
                        * MakerLens.millionsAWeek(
                                structure, structure.dependency(slot).input());
                sum += option.weeks() * week;
            }
        }
        return options.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum);
    }

    /** What a week of the target's usual output is worth, US$ million; empty without values. */
    public OptionalDouble weekOf(MitigationTarget target) {
        if (!hasValues) {
            return OptionalDouble.empty();
        }
        double sum = 0;
        for (Activity maker : target.makers()) {
            sum += network.baseline(structure.index(maker)) * MakerLens.millionsAWeek(structure, maker.good());
        }
        return OptionalDouble.of(sum);
    }

    /**
     * What measures gain for what they cost: US$ of the target's output kept for each US$ of stock, or without values weeks of it kept for
     * each week of stock; empty where the cost is not known.
     */
    public OptionalDouble gainPerCost(Trial trial, MitigationTarget target) {
        OptionalDouble cost = hasValues ? cost(trial.options()) : stockWeeks(trial);
        double unit = weekOf(target).orElse(1);
        return cost.isPresent() && cost.getAsDouble() > 0
                ? OptionalDouble.of(trial.gainedWeeks() * unit / cost.getAsDouble())
                : OptionalDouble.empty();
    }

    private static OptionalDouble stockWeeks(Trial trial) {
        boolean stocksOnly = trial.options().stream().allMatch(option -> option.kind() == Kind.STOCK);
        return stocksOnly ? OptionalDouble.of(trial.stockWeeks()) : OptionalDouble.empty();
    }

    /**
     * Those who make less with measures than without, worst first; the target's own makers left out.
     *
     * @param without {@link Mitigation#outputs} of no measure
     * @param with those of the measures
     */
    public List<Loser> losers(double[][] without, double[][] with, MitigationTarget target) {
        Set<Activity> own = Set.copyOf(target.makers());
        Map<Provider, Sum> sums = new LinkedHashMap<>();
        for (int i = 0; i < with.length; i++) {
            Activity maker = structure.activity(i);
            if (own.contains(maker)) {
                continue;
            }
            double weeks = 0;
            for (int week = 0; week < with[i].length; week++) {
                weeks += without[i][week] - with[i][week];
            }
            if (weeks != 0) {
                sums.computeIfAbsent(maker.provider(), unused -> new Sum())
                        .add(
                                maker.good(),
                                weeks,
                                network.baseline(i) * MakerLens.millionsAWeek(structure, maker.good()));
            }
        }
        List<Loser> losers = new ArrayList<>();
        sums.forEach((maker, sum) -> sum.loser(maker, hasValues).ifPresent(losers::add));
        losers.sort(
                Comparator.comparingDouble((Loser loser) -> -loser.millions().orElse(loser.lostWeeks()))
                        .thenComparing(loser -> loser.maker().id()));
        return losers;
    }

    private static final class Sum {
        private double millions;
        private double most;
        private double mostWeeks;
        private Optional<Good> worst = Optional.empty();

        void add(Good good, double weeks, double millionsAWeek) {
            double lost = weeks * millionsAWeek;
            millions += lost;
            double by = millionsAWeek > 0 ? lost : weeks;
            if (by > most) {
                most = by;
                mostWeeks = weeks;
                worst = Optional.of(good);
            }
        }

        Optional<Loser> loser(Provider maker, boolean inMoney) {
            return worst.filter(good -> mostWeeks > NOTHING && (!inMoney || millions > 0))
                    .map(good -> new Loser(
                            maker, good, mostWeeks, inMoney ? OptionalDouble.of(millions) : OptionalDouble.empty()));
        }
    }
}
