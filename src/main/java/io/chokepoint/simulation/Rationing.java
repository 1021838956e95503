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
    private final double[] buyerMix;
    private final int[] buyerClass;

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
        this.buyerMix = network.buyerMixes();
        this.buyerClass = scenario.buyerClasses();
    }

    /** Works out the served parts of this week, and has the slots looked at whose usual makers ration or cannot make their baseline. */
    void serve(int week) {
        Arrays.fill(served, 1);
        // Those who wake on the way are at rest in what they make.
        int count = state.awake.count;
        for (int k = 0; k < count; k++) {
            int j = state.awake.activities[k];
            boolean isRationed = state.output[j] < SERVED_IN_FULL * state.demand.ordered[j];
            if (isRationed) {
                ration(j);
            }
            if (isRationed || state.available[j] < FULLY_AVAILABLE) {
                fail(j, week);
            }
        }
    }

    /** Has the slots looked at whose usual maker this is, and adds up what it keeps from them. */
    private void fail(int maker, int week) {
        SlotsApart apart = state.apart;
        int[] places = apart.placeOf;
        int[] slots = buyerSlot;
        double[] mixes = buyerMix;
        double missing = 1 - state.available[maker];
        int to = buyerStart[maker + 1];
        for (int at = buyerStart[maker]; at < to; at++) {
            int place = places[slots[at]];
            if (place < 0) {
                place = state.setApart(slots[at], true);
            }
            apart.attend(place, week);
            double unserved = 1 - (classes == 1 ? served[maker] : served[maker * classes + buyerClass[at]]);
            apart.missing[place] += mixes[at] * missing;
            apart.unserved[place] += mixes[at] * unserved;
        }
    }

    private void ration(int maker) {
        double left = state.output[maker];
        if (classes == 1) {
            served[maker] = left / state.demand.ordered[maker];
            return;
        }
        Arrays.fill(claims, 0);
        int only = scenario.onlyClass(maker);
        if (only >= 0) {
            claims[only] = state.demand.ordered[maker] - network.otherUses(maker);
        }
        for (int place = structure.customerStart(maker);
                only < 0 && place < structure.customerStart(maker + 1);
                place++) {
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
        if (link >= structure.linkMid(slot)) {
            return state.orders[link];
        }
        int place = state.apart.placeOf[slot];
        boolean reweighed = place >= 0 && state.apart.reweighed[place];
        return (reweighed ? state.weight[link] : network.mix(link)) * state.quantity(slot);
    }

    /** The served part of a link's permitted order, in [0, 1]. */
    double served(int link) {
        int maker = structure.linkSupplier(link);
        return classes == 1 ? served[maker] : served[maker * classes + scenario.linkClass(link)];
    }
}
