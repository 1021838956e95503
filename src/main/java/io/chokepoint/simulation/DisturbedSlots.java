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
    private final double[] turnTo;

    DisturbedSlots(CompiledNetwork network, WeekEffects effects, WeekState state, Rationing rationing) {
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.rationing = rationing;
        this.turnTo = new double[structure.linkCount()];
    }

    /**
     * @param need of the slot this week, before stocks are topped up
     * @return the mean extra delay Σ_j w(j,i)·T(j,i) under the new weights, in weeks
     */
    double update(int slot, double need) {
        if (structure.slotMode(slot) != DependencyMode.ACCESS) {
            ship(slot);
        }
        double expected = expected(slot);
        boolean isShort = expected < 1 - WeeklyKernel.ROUNDING;
        state.shortWeeks[slot] = isShort ? state.shortWeeks[slot] + 1 : 0;
        substitute(slot, expected, need);
        weigh(slot, expected);
        double delay = 0;
        if (effects.isTouched(slot)) {
            for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                delay += state.weight[l] * effects.meanDelay(l);
            }
        }
        return delay;
    }

    /** Step 5: what each supplier sends, in units of the input; delayed parts on their own way. */
    private void ship(int slot) {
        int lead = structure.slotLead(slot);
        int from = structure.linkStart(slot);
        double onTime = 0;
        if (effects.isTouched(slot)) {
            for (int l = from; l < structure.linkMid(slot); l++) {
                onTime += onTime(slot, l, state.permitted[l] * rationing.served(l), lead);
            }
        } else {
            double quantity = state.quantity[slot];
            int to = state.reweighed[slot] ? structure.linkMid(slot) : structure.linkUsual(slot);
            for (int l = from; l < to; l++) {
                onTime += state.weight[l] * quantity * rationing.served(l);
            }
        }
        if (state.substituted[slot] > 0) {
            for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
                for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                    double amount = rationing.order(l) * rationing.served(l);
                    onTime += onTime(slot, l, amount / structure.altPerUnit(a), lead);
                }
            }
        }
        state.deliveries.send(slot, lead, onTime);
    }

    /** Sends the delayed parts of a shipment; returns what travels without extra delay. */
    private double onTime(int slot, int link, double amount, int lead) {
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
                state.deliveries.send(slot, lead + weeks, part);
            }
        }
        return onTime;
    }

    /** Step 6: e, what the usual makers could deliver of the usual orders. */
    private double expected(int slot) {
        double expected = 0;
        for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
            expected += network.mix(l) * effects.permitted(l) * state.available[structure.linkSupplier(l)];
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
                state.orders[l] = part == 0 ? 0 : part * need * structure.altPerUnit(a) * turnTo[l];
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
                state.weight[l] = usual + missing * turnTo[l];
            }
            state.reweighed[slot] = true;
        } else if (state.reweighed[slot]) {
            for (int l = from; l < to; l++) {
                state.weight[l] = network.mix(l);
            }
            state.reweighed[slot] = false;
        }
    }

    /**
     * v of step 6: the makers one can turn to, by what they could make.
     *
     * @return whether there are any
     */
    private boolean findTurnTo(int from, int to) {
        double sum = 0;
        for (int l = from; l < to; l++) {
            int j = structure.linkSupplier(l);
            double could = effects.permitted(l) == 1 ? state.capacity[j] * state.fulfilment[j] : 0;
            turnTo[l] = could;
            sum += could;
        }
        if (sum <= 0) {
            return false;
        }
        for (int l = from; l < to; l++) {
            turnTo[l] /= sum;
        }
        return true;
    }
}
