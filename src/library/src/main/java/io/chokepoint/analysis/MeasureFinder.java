package io.chokepoint.analysis;

import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.model.Provider;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.simulation.PreparedRun;
import io.chokepoint.simulation.SimulationSettings;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Finds measures worth a try: along the binding chains of the target's makers, at their first loss and where they are lowest. Where that
 * gives few, also at the inputs that would hold them back next if all measures so far were taken.
 */
final class MeasureFinder {
    /** With fewer measures than this, the inputs that are next in line are looked at too. */
    static final int ENOUGH = 8;

    /** How often the next in line are looked for. */
    private static final int MOST_ROUNDS = 4;

    private static final int MOST_RUNS = 1 + 2 * MOST_ROUNDS;

    private static final String FOLLOWED = "chains followed";

    /** Weeks of stock that take an input out of the way. */
    private static final double AMPLE_WEEKS = 104;

    private final NetworkStructure structure;
    private final Scenario scenario;
    private final MitigationTarget target;

    /** @param scenario as it is; measures change neither its horizon nor what kinds of restriction it has */
    MeasureFinder(NetworkStructure structure, Scenario scenario, MitigationTarget target) {
        this.structure = structure;
        this.scenario = scenario;
        this.target = target;
    }

    /** @param with the scenario with measures taken */
    List<Option> find(Function<List<Option>, PreparedRun> with, Settings settings, RunMonitor monitor) {
        Set<Option> options = new LinkedHashSet<>();
        SimulationResult result = run(with.apply(List.of()), monitor);
        int runs = 1;
        monitor.progress(runs, MOST_RUNS, FOLLOWED);
        // Of a maker its own goods are served as its own; those of others who make the same are not.
        Set<Good> onChain = new LinkedHashSet<>(target.provider().isPresent() ? List.of() : target.goods());
        onChain.addAll(addAtFirstLoss(result, settings, options));
        addAtLowest(result, settings, options);
        for (int round = 0; round < MOST_ROUNDS && !options.isEmpty() && options.size() < ENOUGH; round++) {
            Set<Option> next = new LinkedHashSet<>(options);
            for (List<Option> taken : List.of(ample(options), withoutStocks(options))) {
                SimulationResult cured = run(with.apply(taken), monitor);
                monitor.progress(++runs, MOST_RUNS, FOLLOWED);
                addAtFirstLoss(cured, settings, next);
                addAtLowest(cured, settings, next);
            }
            if (next.size() == options.size()) {
                break;
            }
            options = next;
        }
        addForAll(settings, onChain, options);
        return List.copyOf(options);
    }

    /** Measures at every link of the chains of one run, without those next in line and without those for all. */
    List<Option> findOnChains(PreparedRun prepared, Settings settings, RunMonitor monitor) {
        Set<Option> options = new LinkedHashSet<>();
        SimulationResult result = run(prepared, monitor);
        addAtFirstLoss(result, settings, options);
        addAtLowest(result, settings, options);
        return List.copyOf(options);
    }

    private SimulationResult run(PreparedRun prepared, RunMonitor monitor) {
        return prepared.simulate(SimulationSettings.of(scenario.horizonWeeks()), monitor);
    }

    private static List<Option> ample(Set<Option> options) {
        return options.stream()
                .map(option -> option.kind() == Kind.STOCK ? option.withWeeks(AMPLE_WEEKS) : option)
                .toList();
    }

    /** Other sources have inputs of their own, which ample stocks would hide. */
    private static List<Option> withoutStocks(Set<Option> options) {
        return options.stream().filter(option -> option.kind() != Kind.STOCK).toList();
    }

    /** @return the goods whose makers are on the chains */
    private Set<Good> addAtFirstLoss(SimulationResult result, Settings settings, Set<Option> options) {
        Set<Good> onChain = new LinkedHashSet<>();
        for (Activity maker : target.makers()) {
            for (Cause cause : result.chain(maker).links()) {
                if (cause.kind() == Cause.Kind.INPUT) {
                    if (!target.isOwn(cause.activity())) {
                        onChain.add(cause.activity().good());
                    }
                    addAt(cause.activity(), cause.input().orElseThrow(), settings, options);
                }
            }
        }
        return onChain;
    }

    /** What holds the target's makers back in their worst week need not be what made them fall short first. */
    private void addAtLowest(SimulationResult result, Settings settings, Set<Option> options) {
        for (Activity maker : target.makers()) {
            Set<Activity> seen = new HashSet<>();
            Optional<Activity> at = Optional.of(maker);
            while (at.isPresent() && result.outcome(at.get()).isHit() && seen.add(at.get())) {
                Activity held = at.get();
                Optional<Good> input =
                        result.bindingInput(held, result.outcome(held).troughWeek());
                input.ifPresent(good -> addAt(held, good, settings, options));
                at = input.flatMap(good -> lowestSupplier(held, good, result));
            }
        }
    }

    /** Of those who deliver the input to a maker, the one whose output falls lowest. */
    private Optional<Activity> lowestSupplier(Activity maker, Good input, SimulationResult result) {
        int slot = slots(maker, input).getFirst();
        return IntStream.range(structure.linkStart(slot), structure.linkUsual(slot))
                .mapToObj(link -> structure.activity(structure.linkSupplier(link)))
                .min(Comparator.comparingDouble(
                        supplier -> result.outcome(supplier).trough()));
    }

    private void addForAll(Settings settings, Set<Good> onChain, Set<Option> options) {
        if (!options.isEmpty()) {
            options.add(new Option(Kind.PRIORITY, "", target.id(), 0, List.of(), List.copyOf(onChain)));
        }
        boolean licences = scenario.restrictions().stream()
                .anyMatch(r -> r.kind().permitWait().isPresent());
        if (licences && settings.earlyWeeks() > 0) {
            options.add(new Option(Kind.EARLY_LICENCE, "", "", settings.earlyWeeks(), List.of(), List.of()));
        }
    }

    /** The places of an input at one maker. */
    private List<Integer> slots(Activity maker, Good input) {
        return slots(input).filter(e -> owner(e).equals(maker)).toList();
    }

    private Stream<Integer> slots(Good input) {
        return IntStream.range(0, structure.slotCount())
                .filter(e -> structure.dependency(e).input().equals(input))
                .boxed();
    }

    private Activity owner(int slot) {
        return structure.activity(structure.slotActivity(slot));
    }

    private void addAt(Activity maker, Good input, Settings settings, Set<Option> options) {
        if (target.isOwn(maker)) {
            addAtTheMaker(maker.provider(), input, settings, options);
            return;
        }
        List<Integer> own = slots(maker, input);
        List<Integer> all =
                slots(input).filter(e -> owner(e).good().equals(maker.good())).toList();
        int slot = own.getFirst();
        if (structure.slotMode(slot) == DependencyMode.CONSUMED && canBeStored(input)) {
            options.add(stock(maker, input, settings.stockWeeks(), own));
            if (all.size() > 1) {
                options.add(
                        new Option(Kind.STOCK, input.id(), maker.good().id(), settings.stockWeeks(), all, List.of()));
            }
        }
        String makers = maker.good().id();
        if (structure.linkMid(slot) - structure.linkStart(slot) > 1) {
            options.add(
                    new Option(Kind.SECOND_SOURCE, input.id(), makers, settings.secondSourceWeeks(), all, List.of()));
        }
        if (structure.altStart(slot + 1) > structure.altStart(slot)) {
            options.add(new Option(Kind.ALTERNATIVE, input.id(), makers, 0, all, List.of()));
        }
    }

    /** The one maker whose output is to be kept does what it does for all its uses of the input at once. */
    private void addAtTheMaker(Provider maker, Good input, Settings settings, Set<Option> options) {
        String makers = target.id();
        List<Integer> all =
                slots(input).filter(e -> owner(e).provider().equals(maker)).toList();
        List<Integer> stored = all.stream()
                .filter(slot -> structure.slotMode(slot) == DependencyMode.CONSUMED)
                .toList();
        if (!stored.isEmpty() && canBeStored(input)) {
            options.add(new Option(Kind.STOCK, input.id(), makers, settings.stockWeeks(), stored, List.of()));
        }
        if (all.stream().anyMatch(slot -> structure.linkMid(slot) - structure.linkStart(slot) > 1)) {
            options.add(
                    new Option(Kind.SECOND_SOURCE, input.id(), makers, settings.secondSourceWeeks(), all, List.of()));
        }
        if (all.stream().anyMatch(slot -> structure.altStart(slot + 1) > structure.altStart(slot))) {
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
}
