package io.chokepoint.bounds.lp;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.bounds.lp.MakerGroups.Group;
import io.chokepoint.bounds.lp.ResponseFlows.Quota;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a best response is about: the targets, all groups of makers they may draw on, what these use up and what may be sent. Immutable. */
final class ResponseNetwork {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final MakerGroups groups;
    private final int weeks;
    private final List<Target> targets = new ArrayList<>();
    private final Map<Group, List<ResponseInput>> inputs = new LinkedHashMap<>();
    private final List<Quota> quotas;

    /**
     * A good whose lost output counts.
     *
     * @param makers at least one
     */
    record Target(List<Group> makers) {
        Target {
            makers = List.copyOf(makers);
        }

        /** Units a week at baseline. */
        double whole() {
            return makers.stream().mapToDouble(Group::usual).sum();
        }
    }

    /**
     * Looks for it, from the targets upstream.
     *
     * @param goods at least one; the targets
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    ResponseNetwork(
            CompiledNetwork network,
            CompiledScenario scenario,
            MakerGroups groups,
            int weeks,
            Collection<Good> goods,
            RunMonitor monitor) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.groups = groups;
        this.weeks = weeks;
        List<Group> open = new ArrayList<>();
        for (Good good : goods) {
            Target target = new Target(groups.all().stream()
                    .filter(group -> group.good().equals(good))
                    .toList());
            targets.add(target);
            target.makers().forEach(group -> enter(group, open));
        }
        for (int k = 0; k < open.size(); k++) {
            monitor.checkCancelled();
            findInputs(open.get(k), open);
        }
        this.quotas = new ResponseFlows(network, scenario, groups, weeks).addTo(inputs(), monitor);
    }

    int weeks() {
        return weeks;
    }

    List<Target> targets() {
        return targets;
    }

    Collection<Group> groups() {
        return inputs.keySet();
    }

    /** Of all groups. */
    List<ResponseInput> inputs() {
        return inputs.values().stream().flatMap(List::stream).toList();
    }

    /** What a group uses up, as far as it lies downstream of a restriction. */
    List<ResponseInput> inputs(Group group) {
        return inputs.getOrDefault(group, List.of());
    }

    List<Quota> quotas() {
        return quotas;
    }

    private void enter(Group group, List<Group> open) {
        if (inputs.putIfAbsent(group, new ArrayList<>()) == null) {
            open.add(group);
        }
    }

    private void findInputs(Group group, List<Group> open) {
        Map<Dependency, List<Integer>> slots = new LinkedHashMap<>();
        for (int i : group.makers()) {
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                if (structure.slotMode(e) == DependencyMode.CONSUMED && groups.canFallShort(e)) {
                    slots.computeIfAbsent(structure.dependency(e), unused -> new ArrayList<>())
                            .add(e);
                }
            }
        }
        for (List<Integer> same : slots.values()) {
            inputs(group).add(new ResponseInput(group, same, network, scenario));
            for (int e : same) {
                for (int l = structure.linkStart(e); l < structure.linkStart(e + 1); l++) {
                    enter(groups.of(structure.linkSupplier(l)), open);
                }
            }
        }
    }
}
