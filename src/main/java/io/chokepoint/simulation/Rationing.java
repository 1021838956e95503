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
    private final int classes;
    private final double[] served;
    private final double[] claims;
    private final int[] buyerStart;
    private final int[] buyerSlot;

    Rationing(CompiledNetwork network, CompiledScenario scenario, WeekEffects effects, WeekState state) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.effects = effects;
        this.state = state;
        this.classes = scenario.classCount();
        this.served = new double[structure.activityCount() * classes];
        this.claims = new double[classes];
        this.buyerStart = structure.buyerStarts();
        this.buyerSlot = structure.buyerSlots();
    }

    /** Works out the served parts of this week, and has the slots looked at whose usual makers ration or cannot make their baseline. */
    void serve(int week) {
        Arrays.fill(served, 1);
        // Those who wake on the way are at rest in what they make.
        int count = state.awake.activityCount;
        for (int k = 0; k < count; k++) {
            int j = state.awake.activities[k];
            boolean isRationed = state.output[j] < SERVED_IN_FULL * state.ordered[j];
            if (isRationed) {
                ration(j);
            }
            if (isRationed || state.available[j] < FULLY_AVAILABLE) {
                for (int at = buyerStart[j]; at < buyerStart[j + 1]; at++) {
                    int slot = buyerSlot[at];
                    if (state.attention[slot] != week) {
                        state.attention[slot] = week;
                        state.wake(structure.slotActivity(slot));
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
        return link < structure.linkMid(slot) ? weight(slot, link) * state.quantity[slot] : state.orders[link];
    }

    private double weight(int slot, int link) {
        return state.reweighed[slot] ? state.weight[link] : network.mix(link);
    }

    /** The served part of a link's permitted order, in [0, 1]. */
    double served(int link) {
        int maker = structure.linkSupplier(link);
        return classes == 1 ? served[maker] : served[maker * classes + scenario.linkClass(link)];
    }

    /** The same by maker, where all customers are of one class; not to be written to. */
    double[] servedByOneClass() {
        return served;
    }

    boolean hasOneClass() {
        return classes == 1;
    }
}
