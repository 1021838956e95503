package io.chokepoint.study;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.simulation.OutputLosses;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.study.ScenarioBlend.Difference;
import io.chokepoint.sweep.Workers;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Which differences decide the gap between two scenarios on one dataset. What differs, restriction by restriction, number by number, is
 * replaced in A by what B has, in every combination, each a run at central figures; a difference explains the mean, over all orders in
 * which they can be replaced one by one, of what its replacement adds (L. S. Shapley: A value for n-person games. Contributions to the
 * Theory of Games II, 1953). These add up to the gap and do not depend on an order.
 *
 * <p>With more than {@value #MOST_PARTS} differences, each is first replaced alone in A, and put back alone in B; those that move most stay
 * apart and all others become one part, replaced together. Immutable and safe to share between threads.
 */
public final class DecidingDifferences {
    /** So many parts at most, which take 2^parts runs. */
    static final int MOST_PARTS = 5;

    /** So many differences are tried alone at most; the others are replaced together. */
    static final int MOST_TRIED = 16;

    private final List<Part> parts;
    private final Losses[] byMask;
    private final Map<Good, Integer> goods = new HashMap<>();
    private final Map<Market, Integer> markets = new HashMap<>();
    private final int weeks;
    private final int runs;

    /**
     * What is replaced at once.
     *
     * @param what what it is; for several, how many
     * @param inA how it is in A, likewise {@code inB}; for several, empty
     * @param names what each is
     */
    public record Part(String what, String inA, String inB, List<String> names) {
        public Part {
            names = List.copyOf(names);
        }
    }

    /**
     * What a part explains, in the unit of the gap.
     *
     * @param mean over all orders of replacing the parts
     * @param alone what it adds to A when nothing else is replaced
     * @param last what it adds when all else has been replaced: what B would have less without it
     */
    public record Share(Part part, double mean, double alone, double last) {}

    /**
     * B less A.
     *
     * @param a what A loses, likewise {@code b}
     * @param shares what each part explains, largest first; their means add up to b − a
     */
    public record Gap(double a, double b, List<Share> shares) {
        public Gap {
            shares = List.copyOf(shares);
        }

        public double size() {
            return b - a;
        }
    }

    /** Weeks lost by good and market; value added lost in US$ million. */
    private record Losses(double[] goods, double[] markets, Optional<Double> money) {}

    private DecidingDifferences(Dataset dataset, List<Part> parts, Losses[] byMask, int weeks, int runs) {
        this.parts = List.copyOf(parts);
        this.byMask = byMask;
        this.weeks = weeks;
        this.runs = runs;
        dataset.goods().forEach(good -> goods.put(good, goods.size()));
        dataset.markets().forEach(market -> markets.put(market, markets.size()));
    }

    /**
     * @param about the good by which differences are chosen that stay apart, where there are too many; money decides too where it is known
     * @param threads ≥ 1; does not change the result
     * @throws io.chokepoint.base.ChokepointException if a scenario does not fit the dataset
     * @throws CancellationException if the monitor says so
     */
    public static DecidingDifferences find(
            StudyRunner runner, ComparedSide a, ComparedSide b, Optional<Good> about, int threads, RunMonitor monitor) {
        return new Search(runner, new ScenarioBlend(runner, a, b), about, threads, monitor).find();
    }

    /** What differs; empty where nothing does that a run knows of. */
    public List<Part> parts() {
        return parts;
    }

    /** Weeks over which losses are counted: the shorter horizon. */
    public int weeks() {
        return weeks;
    }

    /** How many runs it took. */
    public int runs() {
        return runs;
    }

    /** In weeks of baseline output below baseline. @throws IllegalArgumentException for a good of another dataset */
    public Gap gap(Good good) {
        int at = place(goods.get(good), good);
        return gap(losses -> losses.goods()[at]);
    }

    /** In weeks of demand that are not met. @throws IllegalArgumentException for a market of another dataset */
    public Gap gap(Market market) {
        int at = place(markets.get(market), market);
        return gap(losses -> losses.markets()[at]);
    }

    /** In US$ million of value added lost by all makers; empty where the dataset does not say what goods are worth. */
    public Optional<Gap> money() {
        return byMask[0].money().map(unused -> gap(losses -> losses.money().orElse(0.0)));
    }

    private static int place(@Nullable Integer at, Object subject) {
        if (at == null) {
            throw new IllegalArgumentException("'" + subject + "' is not in this dataset");
        }
        return at;
    }

    private Gap gap(ToDoubleFunction<Losses> measure) {
        int n = parts.size();
        double[] value = new double[byMask.length];
        for (int mask = 0; mask < value.length; mask++) {
            value[mask] = measure.applyAsDouble(byMask[mask]);
        }
        int all = value.length - 1;
        List<Share> shares = new ArrayList<>();
        for (int part = 0; part < n; part++) {
            int bit = 1 << part;
            shares.add(new Share(
                    parts.get(part),
                    ShapleyMean.of(value, bit, n),
                    value[bit] - value[0],
                    value[all] - value[all ^ bit]));
        }
        shares.sort(Comparator.comparingDouble(share -> -Math.abs(share.mean())));
        return new Gap(value[0], value[all], shares);
    }

    /** Makes the runs. Used once, by one thread. */
    private static final class Search {
        private final StudyRunner runner;
        private final ScenarioBlend blend;
        private final Optional<Good> about;
        private final int threads;
        private final RunMonitor monitor;
        private final int count;
        private final int most;
        private final AtomicInteger done = new AtomicInteger();
        private final Map<BitSet, Losses> known = new HashMap<>();

        Search(StudyRunner runner, ScenarioBlend blend, Optional<Good> about, int threads, RunMonitor monitor) {
            this.runner = runner;
            this.blend = blend;
            this.about = about;
            this.threads = threads;
            this.monitor = monitor;
            this.count = blend.differences().size();
            // Of the runs of all combinations, those with none and all, one alone and all but one may be known from the
            // trial.
            this.most = count <= MOST_PARTS
                    ? 1 << count
                    : 2 + 2 * Math.min(count, MOST_TRIED) + (1 << MOST_PARTS) - 2 - 2 * (MOST_PARTS - 1);
        }

        DecidingDifferences find() {
            List<BitSet> groups = count <= MOST_PARTS ? each() : chosen();
            List<BitSet> masks = new ArrayList<>();
            for (int mask = 0; mask < 1 << groups.size(); mask++) {
                masks.add(union(groups, mask));
            }
            run(masks);
            Losses[] byMask = masks.stream().map(this::known).toArray(Losses[]::new);
            return new DecidingDifferences(
                    runner.data().dataset(),
                    groups.stream().map(this::part).toList(),
                    byMask,
                    blend.weeks(),
                    done.get());
        }

        private List<BitSet> each() {
            return IntStream.range(0, count).mapToObj(Search::only).toList();
        }

        /** Those that move most, alone in A or alone put back in B, and all others as one. */
        private List<BitSet> chosen() {
            int tried = Math.min(count, MOST_TRIED);
            BitSet all = new BitSet();
            all.set(0, count);
            List<BitSet> masks = new ArrayList<>(List.of(new BitSet(), all));
            for (int i = 0; i < tried; i++) {
                masks.add(only(i));
                masks.add(without(all, i));
            }
            run(masks);
            List<Integer> largest = IntStream.range(0, tried)
                    .boxed()
                    .sorted(Comparator.comparingDouble(i -> -moved(i, all)))
                    .limit(MOST_PARTS - 1)
                    .sorted()
                    .toList();
            List<BitSet> groups =
                    new ArrayList<>(largest.stream().map(Search::only).toList());
            BitSet others = (BitSet) all.clone();
            largest.forEach(others::clear);
            groups.add(others);
            return groups;
        }

        private double moved(int difference, BitSet all) {
            Losses none = known(new BitSet());
            Losses every = known(all);
            Losses alone = known(only(difference));
            Losses but = known(without(all, difference));
            double ofGood = about.map(good -> {
                        int at = List.copyOf(runner.data().dataset().goods()).indexOf(good);
                        return part(none.goods()[at], alone.goods()[at], but.goods()[at], every.goods()[at]);
                    })
                    .orElse(0.0);
            double ofMoney = part(
                    none.money().orElse(0.0),
                    alone.money().orElse(0.0),
                    but.money().orElse(0.0),
                    every.money().orElse(0.0));
            return Math.max(ofGood, ofMoney);
        }

        /** The larger of both moves, as a part of the gap. */
        private static double part(double none, double alone, double but, double every) {
            double gap = Math.abs(every - none);
            double most = Math.max(Math.abs(alone - none), Math.abs(every - but));
            return gap > 0 ? most / gap : most;
        }

        private static BitSet only(int difference) {
            BitSet set = new BitSet();
            set.set(difference);
            return set;
        }

        private static BitSet without(BitSet all, int difference) {
            BitSet set = (BitSet) all.clone();
            set.clear(difference);
            return set;
        }

        private static BitSet union(List<BitSet> groups, int mask) {
            BitSet set = new BitSet();
            for (int group = 0; group < groups.size(); group++) {
                if ((mask & 1 << group) != 0) {
                    set.or(groups.get(group));
                }
            }
            return set;
        }

        private Part part(BitSet group) {
            List<Difference> members =
                    group.stream().mapToObj(blend.differences()::get).toList();
            if (members.size() == 1) {
                Difference only = members.getFirst();
                return new Part(only.what(), only.inA(), only.inB(), List.of(only.what()));
            }
            return new Part(
                    Texts.get("deciding.others", members.size()),
                    "",
                    "",
                    members.stream().map(Difference::what).toList());
        }

        private Losses known(BitSet fromB) {
            Losses losses = known.get(fromB);
            if (losses == null) {
                throw new IllegalStateException("not run: " + fromB);
            }
            return losses;
        }

        private void run(List<BitSet> masks) {
            List<BitSet> missing = masks.stream()
                    .filter(mask -> !known.containsKey(mask))
                    .distinct()
                    .toList();
            List<Callable<Losses>> tasks = new ArrayList<>();
            missing.forEach(mask -> tasks.add(() -> losses(mask)));
            List<Losses> found = tasks.isEmpty() ? List.of() : Workers.all(tasks, threads);
            for (int i = 0; i < found.size(); i++) {
                known.put(missing.get(i), found.get(i));
            }
        }

        private Losses losses(BitSet fromB) {
            monitor.checkCancelled();
            OutputSeries series = runner.prepare(blend.scenario(fromB), blend.values(fromB))
                    .outputs(blend.weeks(), List.of(), true, new Unreported(monitor));
            OutputLosses losses = OutputLosses.of(series);
            monitor.progress(done.incrementAndGet(), most, "differences replaced");
            return new Losses(
                    losses.lost(),
                    losses.unmet(),
                    series.prices().map(prices -> prices.money().valueAddedLost()));
        }
    }

    /** A run of many does not report. */
    private record Unreported(RunMonitor monitor) implements RunMonitor {
        @Override
        public void progress(long done, long total, String what) {}

        @Override
        public boolean isCancelled() {
            return monitor.isCancelled();
        }
    }
}
