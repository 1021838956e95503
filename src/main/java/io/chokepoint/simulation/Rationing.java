package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;

/**
 * Step 5 of the week: which part of its permitted order each customer is served. All rules come down to classes served one after the other,
 * proportionally within a class.
 */
final class Rationing {
    /** A maker this close to full availability cannot make an input count as short; see {@link WeeklyKernel#ROUNDING}. */
    private static final double FULLY_AVAILABLE = 1 - 1e-12;

    /**
     * Orders above output by no more than the rounding of their sum are served in full; else half the makers of a network at rest would ration
     * their customers by the last digit.
     */
    private static final double SERVED_IN_FULL = 1 - 1e-14;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final WeekEffects effects;
    private final WeekState state;
    private final int activities;
    private final int classes;
    private final double[] served;
    private final double[] claims;
    private final int[] concernedWeek;

    Rationing(CompiledNetwork network, CompiledScenario scenario, WeekEffects effects, WeekState state) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.effects = effects;
        this.state = state;
        this.activities = structure.activityCount();
        this.classes = scenario.classCount();
        this.served = new double[activities * classes];
        this.claims = new double[classes];
        this.concernedWeek = new int[structure.slotCount()];
        Arrays.fill(concernedWeek, -1);
    }

    /** Works out the served parts of this week and marks the slots that a maker fails. */
    void serve(int week) {
        Arrays.fill(served, 1);
        for (int j = 0; j < activities; j++) {
            if (!state.awake[j]) {
                continue;
            }
            boolean isRationed = state.output[j] < SERVED_IN_FULL * state.ordered[j];
            if (isRationed) {
                ration(j);
            }
            if (isRationed || state.available[j] < FULLY_AVAILABLE) {
                for (int place = structure.customerStart(j); place < structure.customerUsual(j); place++) {
                    int slot = structure.linkSlot(structure.customerLink(place));
                    if (slot >= 0) {
                        concernedWeek[slot] = week;
                        state.wakeAfterProduction(structure.slotActivity(slot));
                    }
                }
            }
        }
    }

    private void ration(int maker) {
        double left = state.output[maker];
        if (classes == 1) {
            served[maker] = left / state.ordered[maker];
            return;
        }
        Arrays.fill(claims, 0);
        for (int place = structure.customerStart(maker); place < structure.customerStart(maker + 1); place++) {
            int link = structure.customerLink(place);
            claims[scenario.linkClass(link)] += order(link);
        }
        claims[scenario.otherUsesClass(maker)] += network.otherUses(maker);
        for (int c = 0; c < classes; c++) {
            if (claims[c] > left) {
                served[maker * classes + c] = left / claims[c];
                left = 0;
            } else {
                left -= claims[c];
            }
        }
    }

    /** O' of a link this week. */
    double order(int link) {
        int slot = structure.linkSlot(link);
        if (slot < 0 || effects.isTouched(slot)) {
            return state.permitted[link];
        }
        return link < structure.linkMid(slot) ? state.weight[link] * state.quantity[slot] : state.orders[link];
    }

    /** The served part of a link's permitted order, in [0, 1]. */
    double served(int link) {
        int maker = structure.linkSupplier(link);
        return classes == 1 ? served[maker] : served[maker * classes + scenario.linkClass(link)];
    }

    /** Whether a usual supplier of the slot rations its customers this week or cannot make its baseline. */
    boolean concerns(int slot, int week) {
        return concernedWeek[slot] == week;
    }
}
