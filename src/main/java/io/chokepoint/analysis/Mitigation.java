package io.chokepoint.analysis;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Figure;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkChange;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.ScenarioSelection;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.scenario.Selector;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklySimulator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;

/**
 * What each measure buys in a scenario: the scenario run again with the measure, alone and in pairs. Candidates come from the binding
 * chains of the target's makers. Immutable and safe to share between threads; the same on any number of threads.
 *
 * <p>Measures are there from week 0 on: stock is held on top of today's, also afterwards; a second source means that other makers of the
 * input can be used once a shortage has lasted as long as stated, and have the stated spare capacity; an alternative is qualified
 * beforehand; with priority, the target and every maker on its chain are served first; a licence filed early is granted that much earlier.
 */
public final class Mitigation {
    /** A chain of causes that is cured shows the next one; no more than this many are looked at for the set. */
    private static final int MOST_STEPS = 12;

    private static final int MOST_WEEKS = 104;
    private static final double ROUNDING = 1e-9;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final Scenario scenario;
    private final RationingRule rule;
    private final Good target;
    private final WeeklySimulator simulator = new WeeklySimulator();

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

    /**
     * A measure.
     *
     * @param input id of the good it is about; empty for priority and licences
     * @param makers who take it: {@code good@provider}, or a good for all its makers; empty for licences
     * @param weeks of stock, of a shortage before a second source can be used, or by which a licence is filed early
     * @param slots the inputs concerned
     * @param served for priority, whose makers are served first
     */
    public record Option(Kind kind, String input, String makers, double weeks, List<Integer> slots, List<Good> served) {
        public Option {
            slots = List.copyOf(slots);
            served = List.copyOf(served);
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
     */
    public record Trial(
            List<Option> options, Outcome outcome, double gainedWeeks, double interactionWeeks, double stockWeeks) {
        public Trial {
            options = List.copyOf(options);
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
     * @param pairsAmong how many of the best single measures are tried in pairs
     * @param threads ≥ 1
     */
    public record Settings(
            double stockWeeks,
            double secondSourceWeeks,
            double secondSourceSpare,
            int earlyWeeks,
            double level,
            int pairsAmong,
            int threads) {}

    /**
     * The answer.
     *
     * @param asIs the scenario without measures
     * @param alone single measures, best first
     * @param pairs best first
     * @param cheapest the set of stocks with the fewest stock-weeks that was found to keep the level: built up along the binding chains and
     *     then trimmed week by week, so no stock in it can be shortened alone, but another set may be cheaper. Without options if the
     *     level is kept as it is; with a trough below the level if stocks alone do not do it
     */
    public record Result(Good target, double level, Trial asIs, List<Trial> alone, List<Trial> pairs, Trial cheapest) {
        public Result {
            alone = List.copyOf(alone);
            pairs = List.copyOf(pairs);
        }
    }

    /** @param rule used where the scenario states none */
    public Mitigation(CompiledNetwork network, Scenario scenario, RationingRule rule, Good target) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.rule = rule;
        this.target = target;
    }

    /** @throws CancellationException if the monitor says so */
    public Result run(Settings settings, RunMonitor monitor) {
        Trial asIs = trial(List.of(), null, settings, monitor);
        List<Option> options = candidates(List.of(), settings, monitor);
        List<List<Option>> singles = options.stream().map(List::of).toList();
        List<Trial> alone = new ArrayList<>(trials(singles, asIs, settings, monitor));
        alone.sort(Comparator.comparingDouble(Trial::gainedWeeks).reversed());

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
                    pair.options, pair.outcome, pair.gainedWeeks, pair.gainedWeeks - sums.get(p), pair.stockWeeks));
        }
        pairs.sort(Comparator.comparingDouble(Trial::gainedWeeks).reversed());
        return new Result(target, settings.level, asIs, alone, pairs, cheapest(asIs, settings, monitor));
    }

    private List<Trial> trials(List<List<Option>> sets, Trial asIs, Settings settings, RunMonitor monitor) {
        List<Callable<Trial>> tasks = new ArrayList<>();
        for (List<Option> set : sets) {
            tasks.add(() -> trial(set, asIs, settings, monitor));
        }
        return Workers.all(tasks, settings.threads);
    }

    private Trial trial(List<Option> options, @Nullable Trial asIs, Settings settings, RunMonitor monitor) {
        monitor.checkCancelled();
        double[][] goods = simulator
                .outputs(
                        changed(options, settings),
                        compiled(options, settings),
                        scenario.horizonWeeks(),
                        List.of(),
                        monitor)
                .goods();
        Outcome outcome =
                Outcome.of(goods[List.copyOf(structure.dataset().goods()).indexOf(target)]);
        double gained = asIs == null ? 0 : asIs.outcome.lostOutputWeeks() - outcome.lostOutputWeeks();
        return new Trial(options, outcome, gained, 0, cost(options));
    }

    /** Each maker's weeks weighted by its share of its good. */
    private double cost(List<Option> options) {
        double cost = 0;
        for (Option option : options) {
            if (option.kind == Kind.STOCK) {
                for (int slot : option.slots) {
                    cost += option.weeks * network.baseline(structure.slotActivity(slot));
                }
            }
        }
        return cost;
    }

    private CompiledNetwork changed(List<Option> options, Settings settings) {
        NetworkChange change = new NetworkChange();
        for (Option option : options) {
            for (int slot : option.slots) {
                switch (option.kind) {
                    case STOCK -> change.addStock(slot, option.weeks);
                    case SECOND_SOURCE -> {
                        change.qualifyWithin(slot, option.weeks);
                        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                            change.spareAtLeast(structure.linkSupplier(l), settings.secondSourceSpare);
                        }
                    }
                    case ALTERNATIVE -> {
                        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
                            change.qualifyAlternativeWithin(a, option.weeks);
                        }
                    }
                    case PRIORITY, EARLY_LICENCE -> {}
                }
            }
        }
        return change.applyTo(network);
    }

    private CompiledScenario compiled(List<Option> options, Settings settings) {
        return CompiledScenario.of(
                changed(options, settings),
                ScenarioSelection.of(structure, changedScenario(options), rule),
                FigureValues.CENTRAL);
    }

    private Scenario changedScenario(List<Option> options) {
        Scenario changed = scenario;
        for (Option option : options) {
            if (option.kind == Kind.PRIORITY) {
                changed = changed.withRationing(priority(option.served));
            } else if (option.kind == Kind.EARLY_LICENCE) {
                List<Restriction> earlier = new ArrayList<>();
                for (Restriction restriction : changed.restrictions()) {
                    earlier.add(
                            restriction instanceof Restriction.Licence licence
                                    ? new Restriction.Licence(
                                            licence.terms(),
                                            shorter(licence.processingWeeks(), option.weeks),
                                            licence.approval())
                                    : restriction);
                }
                changed = changed.withRestrictions(earlier);
            }
        }
        return changed;
    }

    private static Figure shorter(Figure weeks, double by) {
        return weeks.with(
                Math.max(0, weeks.low() - by),
                Math.max(0, weeks.central() - by),
                Math.max(0, weeks.high() - by),
                weeks.evidence());
    }

    private static RationingRule priority(List<Good> served) {
        List<String> ids = served.stream().map(Good::id).toList();
        Selector.Term term = new Selector.Term(Selector.Side.MAKER, Selector.Field.GOOD, false, ids);
        return new RationingRule.Priority(
                List.of(new RationingRule.PriorityClass(List.of(new Selector(List.of(term))), false)));
    }

    /** Measures at every link of the chains of those makers of the target that fall short, with these in place already. */
    private List<Option> candidates(List<Option> inPlace, Settings settings, RunMonitor monitor) {
        SimulationSettings run = new SimulationSettings(scenario.horizonWeeks(), true, false, "central");
        SimulationResult result = simulator.run(changed(inPlace, settings), compiled(inPlace, settings), run, monitor);
        Set<Option> options = new LinkedHashSet<>();
        Set<Good> onChain = new LinkedHashSet<>(List.of(target));
        for (Activity maker : result.activities()) {
            if (!maker.good().equals(target)) {
                continue;
            }
            for (Cause cause : result.chain(maker).links()) {
                if (cause.kind() == Cause.Kind.INPUT) {
                    onChain.add(cause.activity().good());
                    addAt(cause.activity(), cause.input().orElseThrow(), settings, options);
                }
            }
        }
        if (!options.isEmpty()) {
            options.add(new Option(Kind.PRIORITY, "", target.id(), 0, List.of(), List.copyOf(onChain)));
        }
        boolean licences = scenario.restrictions().stream().anyMatch(Restriction.Licence.class::isInstance);
        if (licences && settings.earlyWeeks > 0) {
            options.add(new Option(Kind.EARLY_LICENCE, "", "", settings.earlyWeeks, List.of(), List.of()));
        }
        return List.copyOf(options);
    }

    private void addAt(Activity maker, Good input, Settings settings, Set<Option> options) {
        List<Integer> own = new ArrayList<>();
        List<Integer> all = new ArrayList<>();
        for (int e = 0; e < structure.slotCount(); e++) {
            Activity owner = structure.activity(structure.slotActivity(e));
            if (owner.good().equals(maker.good())
                    && structure.dependency(e).input().equals(input)) {
                all.add(e);
                if (owner.equals(maker)) {
                    own.add(e);
                }
            }
        }
        int slot = own.getFirst();
        if (structure.slotMode(slot) == DependencyMode.CONSUMED && canBeStored(input)) {
            options.add(stock(maker, input, settings.stockWeeks, own));
            if (all.size() > 1) {
                options.add(new Option(Kind.STOCK, input.id(), maker.good().id(), settings.stockWeeks, all, List.of()));
            }
        }
        String makers = maker.good().id();
        if (structure.linkMid(slot) - structure.linkStart(slot) > 1) {
            options.add(new Option(Kind.SECOND_SOURCE, input.id(), makers, settings.secondSourceWeeks, all, List.of()));
        }
        if (structure.altStart(slot + 1) > structure.altStart(slot)) {
            options.add(new Option(Kind.ALTERNATIVE, input.id(), makers, 0, all, List.of()));
        }
    }

    /** Process steps and software are used as they are done. */
    private static boolean canBeStored(Good good) {
        return good.kind() != GoodKind.PROCESS && good.kind() != GoodKind.SOFTWARE;
    }

    private static Option stock(Activity maker, Good input, double weeks, List<Integer> slots) {
        return new Option(
                Kind.STOCK,
                input.id(),
                maker.good().id() + "@" + maker.provider().id(),
                weeks,
                slots,
                List.of());
    }

    private Trial cheapest(Trial asIs, Settings settings, RunMonitor monitor) {
        List<Option> set = new ArrayList<>();
        Trial best = asIs;
        for (int step = 0; step < MOST_STEPS && !best.holds(settings.level); step++) {
            List<List<Option>> next = new ArrayList<>();
            for (Option option : candidates(set, settings, monitor)) {
                if (option.kind == Kind.STOCK
                        && set.stream()
                                .noneMatch(o -> o.input.equals(option.input) && o.makers.equals(option.makers))) {
                    List<Option> more = new ArrayList<>(set);
                    more.add(option.withWeeks(MOST_WEEKS));
                    next.add(more);
                }
            }
            Trial found = null;
            for (Trial trial : trials(next, asIs, settings, monitor)) {
                if (found == null
                        || trial.outcome.lostOutputWeeks() < found.outcome.lostOutputWeeks() - ROUNDING
                        || trial.outcome.lostOutputWeeks() < found.outcome.lostOutputWeeks() + ROUNDING
                                && trial.stockWeeks < found.stockWeeks) {
                    found = trial;
                }
            }
            if (found == null || found.outcome.lostOutputWeeks() > best.outcome.lostOutputWeeks() - ROUNDING) {
                break;
            }
            best = found;
            set = new ArrayList<>(found.options);
        }
        return best.holds(settings.level) ? trimmed(best, asIs, settings, monitor) : best;
    }

    /** Shortens one stock after the other to the fewest whole weeks that still hold the level. */
    private Trial trimmed(Trial enough, Trial asIs, Settings settings, RunMonitor monitor) {
        Trial best = enough;
        for (int o = 0; o < enough.options.size(); o++) {
            int low = 0;
            int high = MOST_WEEKS;
            while (low < high) {
                int middle = (low + high) / 2;
                List<Option> fewer = new ArrayList<>(best.options);
                fewer.set(o, fewer.get(o).withWeeks(middle));
                Trial trial = trial(fewer, asIs, settings, monitor);
                if (trial.holds(settings.level)) {
                    best = trial;
                    high = middle;
                } else {
                    low = middle + 1;
                }
            }
        }
        List<Option> needed =
                best.options.stream().filter(option -> option.weeks > 0).toList();
        return trial(needed, asIs, settings, monitor);
    }
}
