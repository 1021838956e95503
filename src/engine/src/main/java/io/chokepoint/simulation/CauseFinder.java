package io.chokepoint.simulation;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import io.chokepoint.result.Cause;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Why each activity that falls short does so (model page, section 6): its binding input at first loss and, among the makers of
 * that input, the one with the largest m(j,i) · (1 − the least φ(j,i)·avail_j so far). Ties within 1e-12: flows that have been
 * restricted first, then the larger m, then dataset order.
 */
final class CauseFinder {
    private static final double TIE = 1e-12;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final RunRecord record;
    private final double[] least;
    private final boolean[] restricted;

    private CauseFinder(CompiledNetwork network, RunRecord record) {
        this.network = network;
        this.structure = network.structure();
        this.record = record;
        this.least = new double[structure.linkCount()];
        Arrays.fill(least, 1);
        this.restricted = new boolean[structure.linkCount()];
    }

    static Map<Activity, Cause> find(CompiledNetwork network, CompiledScenario scenario, RunRecord record) {
        return new CauseFinder(network, record).find(scenario);
    }

    private Map<Activity, Cause> find(CompiledScenario scenario) {
        int lastWeek = -1;
        List<Integer> waiting = new ArrayList<>();
        for (int i = 0; i < structure.activityCount(); i++) {
            if (record.firstLoss[i] >= 0) {
                waiting.add(i);
                lastWeek = Math.max(lastWeek, record.firstLoss[i]);
            }
        }
        Map<Activity, Cause> causes = new HashMap<>();
        WeekEffects effects = new WeekEffects(scenario);
        for (int week = 0; week <= lastWeek; week++) {
            effects.advanceTo(week);
            List<Integer> still = new ArrayList<>();
            for (int i : waiting) {
                int slot = slotAtLoss(i);
                if (slot >= 0) {
                    look(slot, week, effects);
                }
                if (record.firstLoss[i] == week) {
                    causes.put(structure.activity(i), cause(i, slot));
                } else {
                    still.add(i);
                }
            }
            waiting = still;
        }
        return causes;
    }

    private int slotAtLoss(int activity) {
        return record.binding(activity, record.firstLoss[activity]);
    }

    private void look(int slot, int week, WeekEffects effects) {
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double permitted = effects.permitted(l);
            least[l] = Math.min(least[l], permitted * record.available[structure.linkSupplier(l)][week]);
            restricted[l] |= permitted < 1 || effects.meanDelay(l) > 0;
        }
    }

    private Cause cause(int activity, int slot) {
        Activity who = structure.activity(activity);
        int week = record.firstLoss[activity];
        double fulfilment = record.lossFulfilment[activity];
        if (slot < 0) {
            Cause.Kind kind = record.capacityShort[activity] ? Cause.Kind.CAPACITY : Cause.Kind.DEMAND;
            return new Cause(who, week, kind, Optional.empty(), Optional.empty(), false, fulfilment);
        }
        Good input = structure.dependency(slot).input();
        int worst = structure.linkStart(slot);
        for (int l = worst + 1; l < structure.linkMid(slot); l++) {
            if (isWorse(l, worst)) {
                worst = l;
            }
        }
        Activity supplier = structure.activity(structure.linkSupplier(worst));
        return new Cause(
                who, week, Cause.Kind.INPUT, Optional.of(input), Optional.of(supplier), restricted[worst], fulfilment);
    }

    private boolean isWorse(int link, int than) {
        double failed = network.mix(link) * (1 - least[link]);
        double other = network.mix(than) * (1 - least[than]);
        if (Math.abs(failed - other) > TIE) {
            return failed > other;
        }
        if (restricted[link] != restricted[than]) {
            return restricted[link];
        }
        return network.mix(link) > network.mix(than);
    }
}
