package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;

/** Steps 5 to 7 for a slot whose suppliers fail, that a restriction touches, or that has turned to others: link by link. */
final class DisturbedSlots {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final Rationing rationing;
    private final int[] usualSupplier;
    private final double[] usualMix;
    private final double[] turnTo;
    /** By slot, the weeks of shortage after which it may turn to others at the earliest. */
    private final double[] turnsAfter;
    /** By slot, the last week in which it was disturbed. */
    private final int[] lookedAt;
    /** Slots that order from others than usual since this week. */
    final int[] turned;

    int turnedCount;

    DisturbedSlots(CompiledNetwork network, WeekEffects effects, WeekState state, Rationing rationing) {
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.rationing = rationing;
        this.usualSupplier = structure.usualSuppliers();
        this.usualMix = network.usualMixes();
        this.turnTo = new double[mostMakers()];
        this.turned = new int[structure.slotCount()];
        this.turnsAfter = new double[structure.slotCount()];
        for (int e = 0; e < turnsAfter.length; e++) {
            turnsAfter[e] = network.qualification(e);
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                turnsAfter[e] = Math.min(turnsAfter[e], network.altQualification(a));
            }
        }
        this.lookedAt = new int[structure.slotCount()];
        Arrays.fill(lookedAt, -1);
    }

    /**
     * @param need of the slot this week, before stocks are topped up
     * @return the mean extra delay Σ_j w(j,i)·T(j,i) under the new weights, in weeks
     */
    double update(int slot, double need, int week) {
        boolean ships = structure.slotMode(slot) != DependencyMode.ACCESS;
        boolean touched = effects.isTouched(slot);
        double expected;
        if (!touched && !state.reweighed[slot] && rationing.hasOneClass()) {
            expected = shipAsUsual(slot, ships);
        } else {
            if (ships) {
                state.deliveries.send(slot, touched ? shipTouched(slot) : shipUntouched(slot));
            }
            expected = expected(slot, touched);
        }
        if (ships && state.substituted[slot] > 0) {
            state.deliveries.send(slot, shipAlternatives(slot));
        }
        boolean isShort = expected < 1 - WeeklyKernel.ROUNDING;
        // In the weeks in which nobody looked the slot was not short.
        int before = lookedAt[slot] == week - 1 ? state.shortWeeks[slot] : 0;
        lookedAt[slot] = week;
        state.shortWeeks[slot] = isShort ? before + 1 : 0;
        boolean hasTurned = state.reweighed[slot] || state.substituted[slot] > 0;
        if (!hasTurned && state.shortWeeks[slot] <= turnsAfter[slot]) {
            return touched ? meanDelay(slot) : 0;
        }
        substitute(slot, expected, need);
        weigh(slot, expected);
        if (state.reweighed[slot] || state.substituted[slot] > 0) {
            state.attention[slot] = week + 1;
            turned[turnedCount++] = slot;
        }
        return touched ? meanDelay(slot) : 0;
    }

    private double meanDelay(int slot) {
        double delay = 0;
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double weight = state.reweighed[slot] ? state.weight[l] : network.mix(l);
            delay += weight * effects.meanDelay(l);
        }
        return delay;
    }

    /**
     * Steps 5 and 6 in one go for a slot that is only failed by makers: the usual mix, and nothing restricted.
     *
     * @return e, what the usual makers could deliver of the usual orders
     */
    private double shipAsUsual(int slot, boolean ships) {
        double[] available = state.available;
        double[] servedBy = rationing.servedByOneClass();
        int[] suppliers = usualSupplier;
        double[] mixes = usualMix;
        double served = 0;
        double expected = 0;
        int to = structure.usualStart(slot + 1);
        for (int u = structure.usualStart(slot); u < to; u++) {
            int maker = suppliers[u];
            double mix = mixes[u];
            served += mix * servedBy[maker];
            expected += mix * available[maker];
        }
        if (ships) {
            state.deliveries.send(slot, state.quantity[slot] * served);
        }
        return expected;
    }

    /** Step 5, makers of the input itself: what they send, in units of the input; delayed parts on their own way. */
    private double shipTouched(int slot) {
        double onTime = 0;
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            onTime += onTime(slot, l, state.permitted[l] * rationing.served(l));
        }
        return onTime;
    }

    private double shipUntouched(int slot) {
        double quantity = state.quantity[slot];
        boolean turned = state.reweighed[slot];
        int to = turned ? structure.linkMid(slot) : structure.linkUsual(slot);
        double onTime = 0;
        for (int l = structure.linkStart(slot); l < to; l++) {
            onTime += (turned ? state.weight[l] : network.mix(l)) * quantity * rationing.served(l);
        }
        return onTime;
    }

    private double shipAlternatives(int slot) {
        double onTime = 0;
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                double amount = rationing.order(l) * rationing.served(l);
                onTime += onTime(slot, l, amount / structure.altPerUnit(a));
            }
        }
        return onTime;
    }

    /** Sends the delayed parts of a shipment; returns what travels without extra delay. */
    private double onTime(int slot, int link, double amount) {
        if (amount == 0 || !effects.canDelay(link)) {
            return amount;
        }
        double onTime = 0;
        for (int p = 0; p < effects.delayParts(link); p++) {
            double part = amount * effects.delayPart(link, p);
            int weeks = effects.delayWeeks(link, p);
            if (weeks == 0) {
                onTime += part;
            } else {
                state.deliveries.sendLate(slot, weeks, part);
            }
        }
        return onTime;
    }

    /** Step 6: e, what the usual makers could deliver of the usual orders. */
    private double expected(int slot, boolean touched) {
        double expected = 0;
        for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
            double permitted = touched ? effects.permitted(l) : 1;
            expected += network.mix(l) * permitted * state.available[structure.linkSupplier(l)];
        }
        return expected;
    }

    /** Step 6, alternatives: how much of the need each takes over, and the orders for it. */
    private void substitute(int slot, double expected, double need) {
        double total = 0;
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            int from = structure.altLinkStart(a);
            int to = structure.altLinkEnd(a);
            double part = 0;
            if (state.shortWeeks[slot] > network.altQualification(a) && findTurnTo(from, to)) {
                part = Math.min(network.altCap(a), Math.max(0, 1 - expected - total));
            }
            for (int l = from; l < to; l++) {
                state.orders[l] = part == 0 ? 0 : part * need * structure.altPerUnit(a) * turnTo[l - from];
            }
            total += part;
        }
        state.substituted[slot] = total;
    }

    /** Step 7: whom to order from while the usual makers fall short. */
    private void weigh(int slot, double expected) {
        int from = structure.linkStart(slot);
        int to = structure.linkMid(slot);
        if (state.shortWeeks[slot] > network.qualification(slot) && findTurnTo(from, to)) {
            double missing = 1 - expected - state.substituted[slot];
            for (int l = from; l < to; l++) {
                double usual = network.mix(l) * effects.permitted(l) * state.available[structure.linkSupplier(l)];
                state.weight[l] = usual + missing * turnTo[l - from];
            }
            state.reweighed[slot] = true;
        } else {
            state.reweighed[slot] = false;
        }
    }

    private int mostMakers() {
        int most = 0;
        for (int e = 0; e < structure.slotCount(); e++) {
            most = Math.max(most, structure.linkStart(e + 1) - structure.linkStart(e));
        }
        return most;
    }

    /**
     * v of step 6: the makers one can turn to, by what they could make, counted from the first.
     *
     * @return whether there are any
     */
    private boolean findTurnTo(int from, int to) {
        double sum = 0;
        for (int l = from; l < to; l++) {
            int j = structure.linkSupplier(l);
            double could = effects.permitted(l) == 1 ? state.capacity[j] * state.fulfilment[j] : 0;
            turnTo[l - from] = could;
            sum += could;
        }
        if (sum <= 0) {
            return false;
        }
        for (int l = from; l < to; l++) {
            turnTo[l - from] /= sum;
        }
        return true;
    }
}
