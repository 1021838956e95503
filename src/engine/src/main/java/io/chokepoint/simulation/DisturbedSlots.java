package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Steps 5 to 7 for a slot whose suppliers fail, that a restriction touches, or that has turned to others: link by link. */
final class DisturbedSlots {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final WeekEffects effects;
    private final WeekState state;
    private final Rationing rationing;
    /** Null unless who can pay is served. */
    private final @Nullable PriceCost cost;
    /** What a slot is shipped, link by link. */
    private final double[] shipped;

    private final SlotsApart apart;
    /** By good, what all its makers could make in a week, and in which. */
    private final double[] couldMake;

    private final int[] addedUp;
    /** Places of the slots that order from others than usual since this week. */
    final int[] turned;

    int turnedCount;

    DisturbedSlots(
            CompiledNetwork network,
            CompiledScenario scenario,
            WeekEffects effects,
            WeekState state,
            Rationing rationing,
            @Nullable PriceCost cost) {
        this.cost = cost;
        this.scenario = scenario;
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.rationing = rationing;
        this.apart = state.apart;
        this.couldMake = new double[structure.goodCount()];
        this.addedUp = new int[structure.goodCount()];
        Arrays.fill(addedUp, -1);
        int most = 0;
        for (int e = 0; cost != null && e < structure.slotCount(); e++) {
            most = Math.max(most, structure.linkMid(e) - structure.linkStart(e));
        }
        this.shipped = new double[most];
        this.turned = new int[structure.slotCount()];
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
        boolean ships = apart.isConsumed(place) || structure.slotMode(slot) != DependencyMode.ACCESS;
        boolean touched = effects.isTouched(slot);
        if (ships) {
            ship(place, slot, touched);
        }
        if (cost != null) {
            notePartsOf(slot, cost);
        }
        double expected = Math.max(0, 1 - apart.missing(place) - (touched ? forbidden(slot) : 0));
        boolean isShort = expected < 1 - WeeklyKernel.ROUNDING;
        // In the weeks in which nobody looked the slot was not short.
        int before = apart.lookedAt[place] == week - 1 ? apart.shortWeeks[place] : 0;
        apart.lookedAt[place] = week;
        apart.shortWeeks[place] = isShort ? before + 1 : 0;
        if (apart.hasTurned[slot] || apart.shortWeeks[place] > apart.turnsAfter[place]) {
            substitute(place, slot, expected, need, week);
            weigh(place, slot, expected, week);
            apart.hasTurned[slot] = apart.reweighed[place] || apart.substituted[place] > 0;
            if (apart.hasTurned[slot]) {
                apart.attend(place, week + 1);
                turned[turnedCount++] = place;
            }
        }
        return touched ? meanDelay(slot) : 0;
    }

    /** Which makers' product it is that the slot pays for from now on. */
    private void notePartsOf(int slot, PriceCost toldTo) {
        int from = structure.linkStart(slot);
        double sum = 0;
        for (int l = from; l < structure.linkMid(slot); l++) {
            double amount = rationing.order(l) * rationing.served(l);
            shipped[l - from] = amount;
            sum += amount;
        }
        if (sum > 0) {
            toldTo.setParts(slot, shipped, sum);
        }
    }

    /** Step 5. */
    private void ship(int place, int slot, boolean touched) {
        double quantity = 1 + state.more(place);
        double served = apart.reweighed[place] ? servedReweighed(slot) : 1 - apart.unserved(place);
        double onTime = quantity * served;
        if (touched) {
            onTime += changeTouched(place, slot);
        }
        if (apart.substituted[place] > 0) {
            onTime += shipAlternatives(place, slot);
        }
        onTime = Math.max(0, onTime);
        state.deliveries.send(place, onTime);
        apart.gap[place] -= onTime;
    }

    private double meanDelay(int slot) {
        double delay = 0;
        for (int k = scenario.affectedStart(slot); k < scenario.affectedStart(slot + 1); k++) {
            int l = scenario.affectedLink(k);
            if (l < structure.linkMid(slot)) {
                delay += state.weight[l] * effects.meanDelay(l);
            }
        }
        return delay;
    }

    /** What restrictions change of what makers of the input itself send without extra delay; delayed parts go on their own way. */
    private double changeTouched(int place, int slot) {
        double change = 0;
        for (int k = scenario.affectedStart(slot); k < scenario.affectedStart(slot + 1); k++) {
            int l = scenario.affectedLink(k);
            if (l < structure.linkMid(slot)) {
                double served = rationing.served(l);
                change += onTime(place, slot, l, state.permitted[l] * served) - rationing.wanted(l) * served;
            }
        }
        return change / state.usual[slot];
    }

    private double servedReweighed(int slot) {
        double served = 0;
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            served += state.weight[l] * rationing.served(l);
        }
        return served;
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

    /** Step 6: what restrictions take of e, the part of usual orders that usual makers could deliver. */
    private double forbidden(int slot) {
        double forbidden = 0;
        for (int k = scenario.affectedStart(slot); k < scenario.affectedStart(slot + 1); k++) {
            int l = scenario.affectedLink(k);
            if (l < structure.linkUsual(slot)) {
                forbidden += network.mix(l) * (1 - effects.permitted(l)) * state.available[structure.linkSupplier(l)];
            }
        }
        return forbidden;
    }

    /** Step 6, alternatives: how much of the need each takes over, and the orders for it. */
    private void substitute(int place, int slot, double expected, double need, int week) {
        double total = 0;
        boolean touched = effects.isTouched(slot);
        double units = need * state.usual[slot];
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            int from = structure.altLinkStart(a);
            int to = structure.altLinkEnd(a);
            double part = 0;
            double could =
                    apart.shortWeeks[place] > network.altQualification(a) ? couldMake(from, to, touched, week) : 0;
            if (could > 0) {
                part = Math.min(network.altCap(a), Math.max(0, 1 - expected - total));
            }
            for (int l = from; l < to; l++) {
                state.orders[l] =
                        part == 0 ? 0 : part * units * structure.altPerUnit(a) * couldMake(l, touched) / could;
            }
            total += part;
        }
        apart.substituted[place] = total;
    }

    /** Step 7: whom to order from while the usual makers fall short; half of the way there each week. */
    private void weigh(int place, int slot, double expected, int week) {
        int from = structure.linkStart(slot);
        int to = structure.linkMid(slot);
        boolean touched = effects.isTouched(slot);
        double could = apart.shortWeeks[place] > network.qualification(slot) ? couldMake(from, to, touched, week) : 0;
        if (could > 0) {
            double missing = (1 - expected - apart.substituted[place]) / could;
            for (int l = from; l < to; l++) {
                double permitted = touched ? effects.permitted(l) : 1;
                double usual = network.mix(l) * permitted * state.available[structure.linkSupplier(l)];
                state.weight[l] = (state.weight[l] + usual + missing * couldMake(l, touched)) / 2;
            }
            apart.reweighed[place] = true;
        } else if (apart.reweighed[place]) {
            apart.reweighed[place] = false;
            for (int l = from; l < to; l++) {
                state.weight[l] = network.mix(l);
            }
        }
    }

    /**
     * What the makers one can turn to could make together (v of step 6 is each one's part of it).
     *
     * @param from first of the links to all makers of a good
     */
    private double couldMake(int from, int to, boolean touched, int week) {
        if (!touched) {
            return from == to ? 0 : couldMake(structure.goodOf(structure.linkSupplier(from)), week);
        }
        double sum = 0;
        for (int l = from; l < to; l++) {
            sum += couldMake(l, true);
        }
        return sum;
    }

    private double couldMake(int link, boolean touched) {
        int maker = structure.linkSupplier(link);
        return touched && effects.permitted(link) != 1 ? 0 : state.capacity[maker] * state.fulfilment[maker];
    }

    /** The same for all who may turn to any maker of a good: added up once a week. */
    private double couldMake(int good, int week) {
        if (addedUp[good] != week) {
            addedUp[good] = week;
            double sum = 0;
            for (int k = 0; k < structure.makerCount(good); k++) {
                int maker = structure.maker(good, k);
                sum += state.capacity[maker] * state.fulfilment[maker];
            }
            couldMake[good] = sum;
        }
        return couldMake[good];
    }
}
