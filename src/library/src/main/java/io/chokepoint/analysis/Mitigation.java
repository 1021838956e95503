package io.chokepoint.analysis;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.result.Capability;
import io.chokepoint.result.Outcome;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.PropagationModel;
import io.chokepoint.sweep.Workers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * What each measure buys in a scenario: the scenario run again with the measure, alone and in pairs. Candidates come from the binding
 * chains of the target's makers, and where these are short from what would hold them back next. Immutable and safe to share between
 * threads; the same on any number of threads.
 *
 * <p>Measures are there from week 0 on: stock is held on top of today's, also afterwards; a second source means that other makers of the
 * input can be used once a shortage has lasted as long as stated, and have the stated spare capacity; an alternative is qualified
 * beforehand; with priority, the target and every maker on its chain are served first; a licence filed early is granted that much earlier.
 */
public final class Mitigation {
    /** A chain of causes that is cured shows the next one; no more than this many are looked at for the set. */
    private static final int MOST_STEPS = 12;

    /** From so many of the stocks that help most alone a set is built up. */
    private static final int MOST_STARTS = 4;

    private static final int MOST_WEEKS = 104;
    /** Of equals the first by name, or the order of the dataset's rows would decide. */
    private static final Comparator<Trial> BEST_FIRST =
            Comparator.comparingDouble(Trial::gainedWeeks).reversed().thenComparing(Trial::name);

    private static final double ROUNDING = 1e-9;

    private final Scenario scenario;
    private final MitigationTarget target;
    private final int targetIndex;
    private final MeasureEffect effect;
    private final MeasureFinder finder;
    private final List<Activity> everybody;

    /** Kinds of measure. */
    public enum Kind {
        STOCK("stock"),
        SECOND_SOURCE("second-source"),
        ALTERNATIVE("alternative"),
        PRIORITY("priority"),
        EARLY_LICENCE("early-licence");

        private final String id;

        Kind(String id) {
            this.id = id;
        }

        /** The word in results. */
        public String id() {
            return id;
        }
    }

    /** How the cost of stocks is counted. */
    public enum Cost {
        STOCK_WEEKS,
        MONEY
    }

    /**
     * A measure.
     *
     * @param input id of the good it is about; empty for priority and licences
     * @param makers who take it: {@code good@provider}, a good for all its makers, or {@code @provider} for all that one maker makes;
     *     empty for licences
     * @param weeks of stock, of a shortage before a second source can be used, or by which a licence is filed early
     * @param slots the inputs concerned
     * @param served for priority, whose makers are served first
     */
    public record Option(Kind kind, String input, String makers, double weeks, List<Integer> slots, List<Good> served) {
        public Option {
            slots = List.copyOf(slots);
            served = List.copyOf(served);
        }

        /** Tells options of one kind, input and makers from all others, whatever the order of the dataset's rows. */
        private String name() {
            return kind + " " + input + " " + makers;
        }

        /** Whether it is for all that one maker makes, who is the target. */
        public boolean isOfOneMaker() {
            return makers.startsWith("@");
        }

        boolean isOfTheSame(Option other) {
            return kind == other.kind && input.equals(other.input) && makers.equals(other.makers);
        }

        Option withWeeks(double other) {
            return new Option(kind, input, makers, other, slots, served);
        }
    }

    /**
     * Measures and what came of them.
     *
     * @param options none for the scenario as it is
     * @param outcome of the target
     * @param gainedWeeks lost output less than without any measure; negative where it makes things worse
     * @param interactionWeeks for pairs, what they gain beyond the sum of each alone: above 0 they need each other, below 0 either
     *     nearly does; 0 for single measures
     * @param stockWeeks cost: weeks of stock, each maker's weighted by its share of its good
     * @param costWeeks cost: what the stock is worth, in weeks of all that the world's makers of the good spend
     */
    public record Trial(
            List<Option> options,
            Outcome outcome,
            double gainedWeeks,
            double interactionWeeks,
            double stockWeeks,
            double costWeeks) {
        public Trial {
            options = List.copyOf(options);
        }

        private String name() {
            return String.join(
                    " and ", options.stream().map(Option::name).sorted().toList());
        }

        /** Its cost as it is to be counted. */
        public double cost(Cost counted) {
            return counted == Cost.MONEY ? costWeeks : stockWeeks;
        }

        /** Whether the target stays at the level or above. */
        public boolean holds(double level) {
            return outcome.trough() >= level - ROUNDING;
        }
    }

    /**
     * How the measures are set.
     *
     * @param stockWeeks added by a stock measure, &gt; 0
     * @param secondSourceWeeks of shortage before a second source can be used, ≥ 0
     * @param secondSourceSpare spare capacity that other makers get at least, as a part of their baseline, ≥ 0
     * @param earlyWeeks by which a licence is filed early, ≥ 0
     * @param level the part of baseline that the target should keep, in (0, 1]
     * @param cost by which the set of stocks is to be cheap
     * @param pairsAmong how many of the best single measures are tried in pairs
     * @param threads ≥ 1
     */
    public record Settings(
            double stockWeeks,
            double secondSourceWeeks,
            double secondSourceSpare,
            int earlyWeeks,
            double level,
            Cost cost,
            int pairsAmong,
            int threads) {}

    /**
     * The answer.
     *
     * @param asIs the scenario without measures
     * @param alone single measures, best first
     * @param pairs best first
     * @param cheapest see {@link Mitigation#cheapest}
     */
    public record Result(
            MitigationTarget target, double level, Trial asIs, List<Trial> alone, List<Trial> pairs, Trial cheapest) {
        public Result {
            alone = List.copyOf(alone);
            pairs = List.copyOf(pairs);
        }
    }

    /**
     * @param model that knows time, volume and causes
     * @param values those that the network was compiled with
     * @param rule used where the scenario states none
     * @throws io.chokepoint.base.ChokepointException if the model knows too little
     */
    public Mitigation(
            PropagationModel model,
            CompiledNetwork network,
            FigureValues values,
            Scenario scenario,
            RationingRule rule,
            Good target) {
        this(model, network, values, scenario, rule, MitigationTarget.of(target, network));
    }

    /** The same for any target. */
    public Mitigation(
            PropagationModel model,
            CompiledNetwork network,
            FigureValues values,
            Scenario scenario,
            RationingRule rule,
            MitigationTarget target) {
        model.require(Capability.TIME, Capability.VOLUME, Capability.CAUSES);
        this.scenario = scenario;
        this.target = target;
        this.targetIndex = target.isOneGood()
                ? List.copyOf(network.structure().dataset().goods())
                        .indexOf(target.goods().getFirst())
                : -1;
        this.effect = new MeasureEffect(model, network, values, scenario, rule);
        this.finder = new MeasureFinder(network.structure(), scenario, target);
        this.everybody = IntStream.range(0, network.structure().activityCount())
                .mapToObj(network.structure()::activity)
                .toList();
    }

    /** The scenario with those measures that are part of it: who is served first, and when licences are filed. */
    public static Scenario scenarioWith(Scenario scenario, List<Option> options) {
        return MeasureEffect.scenario(scenario, options);
    }

    /** @throws CancellationException if the monitor says so */
    public Result run(Settings settings, RunMonitor monitor) {
        Trial asIs = asIs(settings, monitor);
        List<Trial> alone = alone(find(settings, monitor), asIs, settings, monitor);
        List<Trial> pairs = pairs(alone, asIs, settings, monitor);
        return new Result(target, settings.level, asIs, alone, pairs, cheapest(asIs, settings, monitor));
    }

    /**
     * The first stage of {@link #run}: measures worth a try.
     *
     * @throws CancellationException if the monitor says so
     */
    public List<Option> find(Settings settings, RunMonitor monitor) {
        return finder.find(taken -> effect.with(taken, settings), settings, monitor);
    }

    /**
     * The second stage: each of them alone, best first.
     *
     * @throws CancellationException if the monitor says so
     */
    public List<Trial> alone(List<Option> options, Trial asIs, Settings settings, RunMonitor monitor) {
        List<List<Option>> singles = options.stream().map(List::of).toList();
        List<Trial> alone = new ArrayList<>(trials(singles, asIs, settings, monitor));
        alone.sort(BEST_FIRST);
        return alone;
    }

    /**
     * The third stage: the best of them two at a time, best first.
     *
     * @param alone best first
     * @throws CancellationException if the monitor says so
     */
    public List<Trial> pairs(List<Trial> alone, Trial asIs, Settings settings, RunMonitor monitor) {
        List<List<Option>> couples = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        int among = Math.min(settings.pairsAmong, alone.size());
        for (int a = 0; a < among; a++) {
            for (int b = a + 1; b < among; b++) {
                couples.add(List.of(
                        alone.get(a).options.getFirst(), alone.get(b).options.getFirst()));
                sums.add(alone.get(a).gainedWeeks + alone.get(b).gainedWeeks);
            }
        }
        List<Trial> pairs = new ArrayList<>();
        List<Trial> together = trials(couples, asIs, settings, monitor);
        for (int p = 0; p < together.size(); p++) {
            Trial pair = together.get(p);
            pairs.add(new Trial(
                    pair.options,
                    pair.outcome,
                    pair.gainedWeeks,
                    pair.gainedWeeks - sums.get(p),
                    pair.stockWeeks,
                    pair.costWeeks));
        }
        pairs.sort(BEST_FIRST);
        return pairs;
    }

    /**
     * The scenario without measures.
     *
     * @throws CancellationException if the monitor says so
     */
    public Trial asIs(Settings settings, RunMonitor monitor) {
        return trial(List.of(), null, settings, monitor);
    }

    private List<Trial> trials(List<List<Option>> sets, Trial asIs, Settings settings, RunMonitor monitor) {
        AtomicInteger done = new AtomicInteger();
        List<Callable<Trial>> tasks = new ArrayList<>();
        for (List<Option> set : sets) {
            tasks.add(() -> {
                Trial made = trial(set, asIs, settings, monitor);
                monitor.progress(done.incrementAndGet(), sets.size(), "measures tried");
                return made;
            });
        }
        return Workers.all(tasks, settings.threads);
    }

    /**
     * The output of every maker with the measures, by activity of the network, then week, as a part of its baseline.
     *
     * @param options none for the scenario as it is
     * @throws CancellationException if the monitor says so
     */
    public double[][] outputs(List<Option> options, Settings settings, RunMonitor monitor) {
        return effect.with(options, settings)
                .outputs(scenario.horizonWeeks(), everybody, monitor)
                .activities();
    }

    private double[] outputOfTarget(PreparedRun run, RunMonitor monitor) {
        if (targetIndex >= 0) {
            return run.outputs(scenario.horizonWeeks(), List.of(), monitor).goods()[targetIndex];
        }
        double[][] own =
                run.outputs(scenario.horizonWeeks(), target.makers(), monitor).activities();
        double[] sum = new double[scenario.horizonWeeks()];
        for (int i = 0; i < own.length; i++) {
            double weight = target.weights().get(i);
            for (int week = 0; week < sum.length; week++) {
                sum[week] += weight * own[i][week];
            }
        }
        return sum;
    }

    private Trial trial(List<Option> options, @Nullable Trial asIs, Settings settings, RunMonitor monitor) {
        monitor.checkCancelled();
        Outcome outcome = Outcome.of(outputOfTarget(effect.with(options, settings), monitor));
        double gained = asIs == null ? 0 : asIs.outcome.lostOutputWeeks() - outcome.lostOutputWeeks();
        return new Trial(options, outcome, gained, 0, effect.stockWeeks(options), effect.costWeeks(options));
    }

    /**
     * A cheap set of stocks that keeps the level: built up along the binding chains from each of the stocks that help most alone, trimmed
     * week by week, and of these the cheapest. No stock in it can be shortened alone, but another set may be cheaper. Without options if
     * the level is kept as it is; with a trough below the level if stocks along the chains do not do it.
     *
     * @throws CancellationException if the monitor says so
     */
    public Trial cheapest(Settings settings, RunMonitor monitor) {
        return cheapest(asIs(settings, monitor), settings, monitor);
    }

    /**
     * The last stage of {@link #run}, see {@link #cheapest(Settings, RunMonitor)}.
     *
     * @throws CancellationException if the monitor says so
     */
    public Trial cheapest(Trial asIs, Settings settings, RunMonitor monitor) {
        if (asIs.holds(settings.level)) {
            return asIs;
        }
        Steps steps = new Steps(monitor, MOST_STARTS * (MOST_STEPS + 1));
        List<Trial> firsts = new ArrayList<>(oneMore(asIs, asIs, settings, steps));
        firsts.sort(Comparator.comparingDouble((Trial trial) -> Math.rint(trial.outcome.lostOutputWeeks() / ROUNDING))
                .thenComparingDouble(trial -> trial.cost(settings.cost)));
        Trial best = asIs;
        int tried = 0;
        for (Trial first : firsts.subList(0, Math.min(MOST_STARTS, firsts.size()))) {
            Trial grown = grown(first, asIs, settings, steps);
            Trial found = grown.holds(settings.level) ? trimmed(grown, asIs, settings, steps) : grown;
            steps.reach(++tried * (MOST_STEPS + 1));
            if (isCheaper(found, best, settings)) {
                best = found;
            }
        }
        return best;
    }

    /** The steps of a search as its progress; the runs of a step are nobody's. */
    private static final class Steps implements RunMonitor {
        private final RunMonitor whole;
        private final int total;
        private int done;

        Steps(RunMonitor whole, int total) {
            this.whole = whole;
            this.total = total;
        }

        void reach(int step) {
            done = Math.max(done, step);
            whole.progress(Math.min(done, total), total, "sets of stocks tried");
        }

        @Override
        public void progress(long part, long of, String what) {}

        @Override
        public boolean isCancelled() {
            return whole.isCancelled();
        }
    }

    /** Whether one set is to be preferred: it keeps the level at less cost, or it alone does, or neither does and it loses less. */
    private static boolean isCheaper(Trial trial, Trial than, Settings settings) {
        boolean holds = trial.holds(settings.level);
        if (holds != than.holds(settings.level)) {
            return holds;
        }
        return holds
                ? trial.cost(settings.cost) < than.cost(settings.cost) - ROUNDING
                : trial.outcome.lostOutputWeeks() < than.outcome.lostOutputWeeks() - ROUNDING;
    }

    /** Adds the stock that helps most, again and again, until the level is kept or nothing helps. */
    private Trial grown(Trial first, Trial asIs, Settings settings, Steps steps) {
        Trial best = first;
        for (int step = 1; step < MOST_STEPS && !best.holds(settings.level); step++) {
            Trial found = null;
            steps.reach(steps.done + 1);
            for (Trial trial : oneMore(best, asIs, settings, steps)) {
                if (found == null || isBetter(trial, found, settings.cost)) {
                    found = trial;
                }
            }
            if (found == null || found.outcome.lostOutputWeeks() > best.outcome.lostOutputWeeks() - ROUNDING) {
                break;
            }
            best = found;
        }
        return best;
    }

    /** The set with each stock more that lies on the chains which it leaves. */
    private List<Trial> oneMore(Trial before, Trial asIs, Settings settings, RunMonitor monitor) {
        List<Option> set = before.options;
        List<List<Option>> next = new ArrayList<>();
        for (Option option : finder.findOnChains(effect.with(set, settings), settings, monitor)) {
            if (option.kind == Kind.STOCK && set.stream().noneMatch(option::isOfTheSame)) {
                List<Option> more = new ArrayList<>(set);
                more.add(option.withWeeks(MOST_WEEKS));
                next.add(more);
            }
        }
        return trials(next, asIs, settings, monitor);
    }

    /** Less is lost, or as much at less cost; of equals the first by name, or the order of the dataset's rows would decide. */
    private static boolean isBetter(Trial trial, Trial than, Cost cost) {
        double difference = trial.outcome.lostOutputWeeks() - than.outcome.lostOutputWeeks();
        if (Math.abs(difference) >= ROUNDING) {
            return difference < 0;
        }
        int cheaper = Double.compare(trial.cost(cost), than.cost(cost));
        return cheaper < 0 || (cheaper == 0 && trial.name().compareTo(than.name()) < 0);
    }

    /** Shortens one stock after the other, the dearest first, to the fewest whole weeks that still hold the level. */
    private Trial trimmed(Trial enough, Trial asIs, Settings settings, RunMonitor monitor) {
        List<Option> set = new ArrayList<>(enough.options);
        set.sort(Comparator.comparingDouble((Option option) -> effect.cost(List.of(option), settings.cost))
                .reversed()
                .thenComparing(Option::name));
        for (int o = 0; o < set.size(); o++) {
            int low = 0;
            int high = MOST_WEEKS;
            while (low < high) {
                int middle = (low + high) / 2;
                List<Option> fewer = new ArrayList<>(set);
                fewer.set(o, fewer.get(o).withWeeks(middle));
                if (trial(fewer, asIs, settings, monitor).holds(settings.level)) {
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
            set.set(o, set.get(o).withWeeks(high));
        }
        return trial(set.stream().filter(option -> option.weeks > 0).toList(), asIs, settings, monitor);
    }
}
