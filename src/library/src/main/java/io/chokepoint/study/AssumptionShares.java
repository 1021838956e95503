package io.chokepoint.study;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.models.AssumedOtherwise;
import io.chokepoint.models.Assumption;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.OutputSeries;
import io.chokepoint.sweep.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;

/**
 * Which assumption makes the difference between the weekly model and a classic one, worked out: the weekly model runs under every
 * combination of the assumptions in which they differ ({@link AssumedOtherwise}); an assumption explains the mean, over all orders in
 * which they can be taken over one by one, of what taking it over adds (Shapley 1953, as {@link DecidingDifferences}). These add up to
 * how far the weekly model comes with all of them; what is still missing to the classic model's answer are its own rules. So shares and
 * rest add up to the gap exactly, and no order is preferred.
 *
 * <p>With more than {@value #MOST_PARTS} assumptions, each is first taken over alone, and left out alone of all; those that move most over
 * all goods stay apart and the others become one part, taken over together. Immutable.
 */
public final class AssumptionShares {
    /** So many parts at most, which take 2^parts runs. */
    static final int MOST_PARTS = 5;

    private final String model;
    private final List<Set<Assumption>> parts;
    /** By combination and row of the answers, the lowest output. */
    private final double[][] lowest;

    private final ModelAnswers answers;
    private final int column;
    private final int runs;

    /**
     * What is explained by one assumption, or by several that are taken over together, in parts of usual output.
     *
     * @param mean over all orders
     * @param alone what it adds to the weekly model when nothing else is taken over
     * @param last what it adds when all else has been taken over
     */
    public record Share(List<Assumption> assumptions, double mean, double alone, double last) {
        public Share {
            assumptions = List.copyOf(assumptions);
        }

        /** Each assumption in a few words. */
        public List<String> names() {
            return assumptions.stream().map(Assumption::text).toList();
        }

        /** What a model assumes, a sentence for each assumption. */
        public List<String> assumed(String model) {
            return assumptions.stream().map(one -> one.of(model)).toList();
        }
    }

    /**
     * The classic model's lowest output less the weekly one's.
     *
     * @param size the gap; shares and rest add up to it
     * @param shares largest first
     * @param rest what the weekly model does not come to with all assumptions
     */
    public record Gap(double size, List<Share> shares, double rest) {
        public Gap {
            shares = List.copyOf(shares);
        }
    }

    private AssumptionShares(
            String model, List<Set<Assumption>> parts, double[][] lowest, ModelAnswers answers, int runs) {
        this.model = model;
        this.parts = parts;
        this.lowest = lowest;
        this.answers = answers;
        this.column = ModelAnswers.MODELS.indexOf(model);
        this.runs = runs;
    }

    /**
     * @param runner of the weekly model
     * @param model a classic one's name
     * @param threads ≥ 1; does not change the result
     * @throws io.chokepoint.base.ChokepointException if the scenario does not fit the dataset, or the dataset has no values
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public static AssumptionShares find(
            StudyRunner runner, ModelAnswers answers, String model, int threads, RunMonitor monitor) {
        Scenario scenario = answers.scenario();
        CompiledScenario asIs = CompiledScenario.of(runner.central(), runner.select(scenario), runner.usualValues());
        AssumedOtherwise otherwise = new AssumedOtherwise(
                ModelRegistry.PROGRAM.standard(),
                model,
                asIs,
                runner.usualValues(),
                runner.data().defaultRationing());
        return new Search(otherwise, places(runner, answers), threads, monitor).find(model, answers);
    }

    /** By row, the good's place in the dataset, or −1 − the market's. */
    private static List<Integer> places(StudyRunner runner, ModelAnswers answers) {
        List<Good> goods = List.copyOf(runner.data().dataset().goods());
        List<Market> markets = List.copyOf(runner.data().dataset().markets());
        return answers.rows().stream()
                .map(row -> row.good() != null ? goods.indexOf(row.good()) : -1 - markets.indexOf(row.market()))
                .toList();
    }

    /** Makes the runs. Used once, by one thread. */
    private static final class Search {
        private final AssumedOtherwise otherwise;
        private final List<Integer> places;
        private final int threads;
        private final RunMonitor monitor;
        private final List<Assumption> differing;
        private final int most;
        private final AtomicInteger done = new AtomicInteger();
        private final Map<Set<Assumption>, double[]> known = new HashMap<>();

        Search(AssumedOtherwise otherwise, List<Integer> places, int threads, RunMonitor monitor) {
            this.otherwise = otherwise;
            this.places = places;
            this.threads = threads;
            this.monitor = monitor;
            this.differing = otherwise.differing();
            int count = differing.size();
            // Of all combinations of parts, those of none, all, one alone and all but one are known from the trial.
            this.most = count <= MOST_PARTS ? 1 << count : 2 + 2 * count + (1 << MOST_PARTS) - 2 - 2 * (MOST_PARTS - 1);
        }

        AssumptionShares find(String model, ModelAnswers answers) {
            List<Set<Assumption>> parts = differing.size() <= MOST_PARTS
                    ? differing.stream().map(Search::only).toList()
                    : chosen();
            List<Set<Assumption>> sets = new ArrayList<>();
            for (int mask = 0; mask < 1 << parts.size(); mask++) {
                Set<Assumption> taken = EnumSet.noneOf(Assumption.class);
                for (int k = 0; k < parts.size(); k++) {
                    if ((mask & 1 << k) != 0) {
                        taken.addAll(parts.get(k));
                    }
                }
                sets.add(taken);
            }
            run(sets);
            return new AssumptionShares(
                    model, parts, sets.stream().map(this::known).toArray(double[][]::new), answers, done.get());
        }

        /** Those that move most apart, the others together, in their order. */
        private List<Set<Assumption>> chosen() {
            Set<Assumption> all = EnumSet.copyOf(differing);
            List<Set<Assumption>> sets = new ArrayList<>(List.of(EnumSet.noneOf(Assumption.class), all));
            for (Assumption one : differing) {
                sets.add(only(one));
                sets.add(without(all, one));
            }
            run(sets);
            List<Assumption> apart = differing.stream()
                    .sorted(Comparator.comparingDouble(one -> -moved(one, all)))
                    .limit(MOST_PARTS - 1)
                    .sorted()
                    .toList();
            List<Set<Assumption>> parts =
                    new ArrayList<>(apart.stream().map(Search::only).toList());
            Set<Assumption> others = EnumSet.copyOf(differing);
            apart.forEach(others::remove);
            parts.add(others);
            return parts;
        }

        private double moved(Assumption one, Set<Assumption> all) {
            return Math.max(
                    distance(known(EnumSet.noneOf(Assumption.class)), known(only(one))),
                    distance(known(all), known(without(all, one))));
        }

        private static double distance(double[] a, double[] b) {
            double sum = 0;
            for (int k = 0; k < a.length; k++) {
                sum += Math.abs(a[k] - b[k]);
            }
            return sum;
        }

        private static Set<Assumption> only(Assumption one) {
            return EnumSet.of(one);
        }

        private static Set<Assumption> without(Set<Assumption> all, Assumption one) {
            Set<Assumption> less = EnumSet.copyOf(all);
            less.remove(one);
            return less;
        }

        private double[] known(Set<Assumption> taken) {
            double[] found = known.get(taken);
            if (found == null) {
                throw new IllegalStateException("not run: " + taken);
            }
            return found;
        }

        private void run(List<Set<Assumption>> sets) {
            List<Set<Assumption>> missing = sets.stream()
                    .filter(set -> !known.containsKey(set))
                    .distinct()
                    .toList();
            List<Callable<double[]>> tasks = new ArrayList<>();
            missing.forEach(set -> tasks.add(() -> lowest(set)));
            List<double[]> found = tasks.isEmpty() ? List.of() : Workers.all(tasks, threads);
            for (int i = 0; i < found.size(); i++) {
                known.put(missing.get(i), found.get(i));
            }
        }

        private double[] lowest(Set<Assumption> taken) {
            monitor.checkCancelled();
            OutputSeries series = otherwise.run(taken, new ModelAnswers.Unreported(monitor));
            monitor.progress(done.incrementAndGet(), most, "");
            double[] lowest = new double[places.size()];
            for (int k = 0; k < lowest.length; k++) {
                int place = places.get(k);
                lowest[k] = Outcome.of(place >= 0 ? series.goods()[place] : series.markets()[-place - 1])
                        .trough();
            }
            return lowest;
        }
    }

    /** The classic model. */
    public String model() {
        return model;
    }

    /** What is taken over apart: an assumption each, and those together that move less than these. */
    public List<List<Assumption>> parts() {
        return parts.stream().map(List::copyOf).toList();
    }

    /** How many runs it took. */
    public int runs() {
        return runs;
    }

    /**
     * For one row.
     *
     * @throws java.util.NoSuchElementException if the model says nothing of it
     */
    public Gap gap(ModelAnswers.Row row) {
        int place = answers.rows().indexOf(row);
        return gap(run -> run[place], row.lowest().get(column).orElseThrow());
    }

    /**
     * Over all goods that any model hurts, each counted in the direction of its own gap: how far taking over an assumption leads from the
     * weekly model towards the other, on the mean; the size is the mean of the gaps' sizes.
     */
    public Gap overall() {
        List<ModelAnswers.Row> rows = answers.rows();
        double[] sign = new double[rows.size()];
        double theirs = 0;
        int counted = 0;
        for (int k = 0; k < rows.size(); k++) {
            if (rows.get(k).good() != null && rows.get(k).lowest().get(column).isPresent()) {
                double value = rows.get(k).lowest().get(column).getAsDouble();
                sign[k] = Math.signum(value - lowest[0][k]);
                theirs += sign[k] * value;
                counted++;
            }
        }
        int goods = Math.max(1, counted);
        return gap(
                run -> {
                    double sum = 0;
                    for (int k = 0; k < run.length; k++) {
                        sum += sign[k] * run[k];
                    }
                    return sum / goods;
                },
                theirs / goods);
    }

    private Gap gap(ToDoubleFunction<double[]> measure, double theirs) {
        double[] value = new double[lowest.length];
        for (int mask = 0; mask < value.length; mask++) {
            value[mask] = measure.applyAsDouble(lowest[mask]);
        }
        int all = value.length - 1;
        List<Share> shares = new ArrayList<>();
        for (int k = 0; k < parts.size(); k++) {
            int bit = 1 << k;
            shares.add(new Share(
                    List.copyOf(parts.get(k)),
                    ShapleyMean.of(value, bit, parts.size()),
                    value[bit] - value[0],
                    value[all] - value[all ^ bit]));
        }
        shares.sort(Comparator.comparingDouble(share -> -Math.abs(share.mean())));
        return new Gap(theirs - value[0], shares, theirs - value[all]);
    }
}
