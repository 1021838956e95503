package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/** Steps 5 to 7 for a slot whose suppliers fail, that a restriction touches, or that has turned to others: link by link. */
final class DisturbedSlots {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final Rationing rationing;
    private final SlotsApart apart;
    private final double[] turnTo;
    /** By slot, the weeks of shortage after which it may turn to others at the earliest. */
    private final double[] turnsAfter;
    /** Places of the slots that order from others than usual since this week. */
    final int[] turned;

    int turnedCount;

    DisturbedSlots(CompiledNetwork network, WeekEffects effects, WeekState state, Rationing rationing) {
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.rationing = rationing;
        this.apart = state.apart;
        this.turnTo = new double[mostMakers()];
        this.turned = new int[structure.slotCount()];
        this.turnsAfter = new double[structure.slotCount()];
        for (int e = 0; e < turnsAfter.length; e++) {
            turnsAfter[e] = network.qualification(e);
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                turnsAfter[e] = Math.min(turnsAfter[e], network.altQualification(a));
            }
        }
    }

    /**
     * Ships what was ordered, and looks for others to turn to.
     *
     * @param place of the slot among those apart
     * @param need of the slot this week, before stocks are topped up, in weeks of usual use
     * @return the mean extra delay Σ_j w(j,i)·T(j,i) under the new weights, in weeks
     */
    double update(int place, double need, int week) {
        int slot = apart.slot[place];
        boolean ships = structure.slotMode(slot) != DependencyMode.ACCESS;
        boolean touched = effects.isTouched(slot);
        if (ships) {
            ship(place, slot, touched);
        }
        double expected = touched ? expected(slot) : Math.max(0, 1 - apart.missing[place]);
        boolean isShort = expected < 1 - WeeklyKernel.ROUNDING;
        // In the weeks in which nobody looked the slot was not short.
        int before = apart.lookedAt[place] == week - 1 ? apart.shortWeeks[place] : 0;
        apart.lookedAt[place] = week;
        apart.shortWeeks[place] = isShort ? before + 1 : 0;
        boolean hasTurned = apart.reweighed[place] || apart.substituted[place] > 0;
        if (hasTurned || apart.shortWeeks[place] > turnsAfter[slot]) {
            substitute(place, slot, expected, need);
            weigh(place, slot, expected);
            if (apart.reweighed[place] || apart.substituted[place] > 0) {
                apart.attend(place, week + 1);
                turned[turnedCount++] = place;
            }
        }
        return touched ? meanDelay(place, slot) : 0;
    }

    /** Step 5. */
    private void ship(int place, int slot, boolean touched) {
        double onTime;
        if (touched) {
            onTime = shipTouched(place, slot);
        } else if (apart.reweighed[place]) {
            onTime = shipReweighed(place, slot);
        } else {
            onTime = (1 + state.more(place)) * Math.max(0, 1 - apart.unserved[place]);
        }
        if (apart.substituted[place] > 0) {
            onTime += shipAlternatives(place, slot);
        }
        state.deliveries.send(place, onTime);
        apart.gap[place] -= onTime;
    }

    private double meanDelay(int place, int slot) {
        double delay = 0;
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double weight = apart.reweighed[place] ? state.weight[l] : network.mix(l);
            delay += weight * effects.meanDelay(l);
        }
        return delay;
    }

    /** Makers of the input itself: what they send; delayed parts on their own way. */
    private double shipTouched(int place, int slot) {
        double onTime = 0;
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            onTime += onTime(place, slot, l, state.permitted[l] * rationing.served(l));
        }
        return onTime / state.usual[slot];
    }

    private double shipReweighed(int place, int slot) {
        double served = 0;
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            served += state.weight[l] * rationing.served(l);
        }
        return (1 + state.more(place)) * served;
    }

    private double shipAlternatives(int place, int slot) {
        double onTime = 0;
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                double amount = rationing.order(l) * rationing.served(l);
                onTime += onTime(place, slot, l, amount / structure.altPerUnit(a));
            }
        }
        return onTime / state.usual[slot];
    }

    /**
     * Sends the delayed parts of a shipment.
     *
     * @param amount in units of the input
     * @return what travels without extra delay, in the same
     */
    private double onTime(int place, int slot, int link, double amount) {
        if (amount == 0 || !effects.canDelay(link)) {
            return amount;
        }
        double onTime = 0;
        for (int p = 0; p < effects.delayParts(link); p++) {
            double part = amount * effects.delayPart(link, p);
            int delay = effects.delayWeeks(link, p);
            if (delay == 0) {
                onTime += part;
            } else {
                double weeks = part / state.usual[slot];
                state.deliveries.sendLate(place, delay, weeks);
                apart.gap[place] -= weeks;
            }
        }
        return onTime;
    }

    /** Step 6: e, what the usual makers could deliver of the usual orders under restrictions. */
    private double expected(int slot) {
        double expected = 0;
        for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
            expected += network.mix(l) * effects.permitted(l) * state.available[structure.linkSupplier(l)];
        }
        return expected;
    }

    /** Step 6, alternatives: how much of the need each takes over, and the orders for it. */
    private void substitute(int place, int slot, double expected, double need) {
        double total = 0;
        double units = need * state.usual[slot];
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            int from = structure.altLinkStart(a);
            int to = structure.altLinkEnd(a);
            double part = 0;
            if (apart.shortWeeks[place] > network.altQualification(a) && findTurnTo(from, to)) {
                part = Math.min(network.altCap(a), Math.max(0, 1 - expected - total));
            }
            for (int l = from; l < to; l++) {
                state.orders[l] = part == 0 ? 0 : part * units * structure.altPerUnit(a) * turnTo[l - from];
            }
            total += part;
        }
        apart.substituted[place] = total;
    }

    /** Step 7: whom to order from while the usual makers fall short. */
    private void weigh(int place, int slot, double expected) {
        int from = structure.linkStart(slot);
        int to = structure.linkMid(slot);
        if (apart.shortWeeks[place] > network.qualification(slot) && findTurnTo(from, to)) {
            double missing = 1 - expected - apart.substituted[place];
            for (int l = from; l < to; l++) {
                double usual = network.mix(l) * effects.permitted(l) * state.available[structure.linkSupplier(l)];
                state.weight[l] = usual + missing * turnTo[l - from];
            }
            apart.reweighed[place] = true;
        } else {
            apart.reweighed[place] = false;
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
