package io.chokepoint.analysis;

import io.chokepoint.analysis.Mitigation.Kind;
import io.chokepoint.analysis.Mitigation.Option;
import io.chokepoint.analysis.Mitigation.Settings;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodKind;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.simulation.SimulationSettings;
import io.chokepoint.simulation.WeeklySimulator;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds measures worth a try: along the binding chains of the target's makers. */
final class MeasureFinder {
    private final WeeklySimulator simulator = new WeeklySimulator();
    private final NetworkStructure structure;
    private final Good target;

    MeasureFinder(NetworkStructure structure, Good target) {
        this.structure = structure;
        this.target = target;
    }

    /** Measures at every link of the chains of those makers of the target that fall short in this run. */
    List<Option> find(CompiledScenario compiled, Settings settings, RunMonitor monitor) {
        SimulationSettings run =
                new SimulationSettings(compiled.scenario().horizonWeeks(), true, false, "with measures");
        SimulationResult result = simulator.run(compiled.network(), compiled, run, monitor);
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
        boolean licences = compiled.scenario().restrictions().stream().anyMatch(Restriction.Licence.class::isInstance);
        if (licences && settings.earlyWeeks() > 0) {
            options.add(new Option(Kind.EARLY_LICENCE, "", "", settings.earlyWeeks(), List.of(), List.of()));
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
