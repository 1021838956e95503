package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/**
 * The steps of a week that look at every slot which is awake. Here a run spends its time, so the loops are flat: over lists of slots, on
 * arrays, without calls, and with comparisons for {@code Math.min} and {@code Math.max}, which take several times as many instructions.
 * Slots whose links must be looked at one by one are few; they are put aside and done after the loop.
 */
final class SlotLoops {
    /** Part of the gap between a stock and its target that is ordered in a week. */
    private static final double STOCK_ADJUSTMENT = 1.0 / 4;

    private static final int WEEKS_PER_YEAR = 52;

    private static final double FULFILLED = 1 - WeeklyKernel.ROUNDING;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final Awake awake;
    private final Deliveries deliveries;
    private final DisturbedSlots disturbed;

    private final int[] activityOf;
    private final int[] buyerStart;
    private final int[] buyerSlot;
    private final double[] buyerMix;
    private final double[] coefficient;
    /** By slot, how much more than usual it orders. */
    private final double[] more;
    /** By slot, the stock and what is under way that orders aim at, without delays. */
    private final double[] target;

    private final int[] aside;

    SlotLoops(CompiledNetwork network, WeekEffects effects, WeekState state, DisturbedSlots disturbed) {
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.awake = state.awake;
        this.deliveries = state.deliveries;
        this.disturbed = disturbed;
        this.activityOf = structure.slotActivities();
        this.buyerStart = structure.buyerStarts();
        this.buyerSlot = structure.buyerSlots();
        this.buyerMix = network.buyerMixes();
        this.more = new double[structure.slotCount()];
        this.coefficient = network.coefficients();
        this.target = new double[structure.slotCount()];
        for (int e = 0; e < target.length; e++) {
            target[e] = (network.stockWeeks(e) + structure.slotLead(e)) * state.usual[e];
        }
        this.aside = new int[target.length];
    }

    /**
     * Step 3: adds up what each supplier's customers order.
     *
     * <p>Most slots differ from their usual orders by one quantity for all their makers, so a supplier's sum runs over its buyers. Those
     * that differ link by link are taken out of it and added after it.
     *
     * @param usualOrders by supplier, what is ordered at rest
     * @param ordered set to what is ordered this week, without changes of markets
     */
    void addOrders(double[] usualOrders, double[] ordered) {
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            more[effects.touchedSlot(k)] = 0;
        }
        for (int k = 0; k < disturbed.turnedCount; k++) {
            more[disturbed.turned[k]] = 0;
        }
        double[] mores = more;
        double[] mixes = buyerMix;
        int[] slots = buyerSlot;
        int[] starts = buyerStart;
        boolean[] isAsked = awake.isAsked;
        for (int j = 0; j < ordered.length; j++) {
            double sum = usualOrders[j];
            if (isAsked[j]) {
                int end = starts[j + 1];
                for (int at = starts[j]; at < end; at++) {
                    sum += mixes[at] * mores[slots[at]];
                }
            }
            ordered[j] = sum;
        }
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            addPermitted(effects.touchedSlot(k), ordered);
        }
        for (int k = 0; k < disturbed.turnedCount; k++) {
            if (!effects.isTouched(disturbed.turned[k])) {
                addTurned(disturbed.turned[k], ordered);
            }
        }
    }

    private void addPermitted(int slot, double[] ordered) {
        for (int l = structure.linkStart(slot); l < structure.linkStart(slot + 1); l++) {
            ordered[structure.linkSupplier(l)] += state.permitted[l] - network.flow(l);
        }
    }

    private void addTurned(int slot, double[] ordered) {
        double quantity = state.quantity[slot];
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double weight = state.reweighed[slot] ? state.weight[l] : network.mix(l);
            ordered[structure.linkSupplier(l)] += weight * quantity - network.flow(l);
        }
        if (state.substituted[slot] > 0) {
            for (int l = structure.linkMid(slot); l < structure.linkStart(slot + 1); l++) {
                ordered[structure.linkSupplier(l)] += state.orders[l];
            }
        }
    }

    /** Step 1 and the first half of step 4: what is not enough, with what arrives, limits fulfilment. Stocks are moved afterwards. */
    void arrive() {
        int[] slots = awake.consumed;
        int count = awake.consumedCount;
        int[] activities = activityOf;
        int[] cellOf = deliveries.cellOf;
        int[] ringOf = deliveries.ringOf;
        int[] arriving = deliveries.arriving;
        double[] cells = deliveries.cells;
        double[] stocks = state.stock;
        double[] coefficients = coefficient;
        double[] plans = state.plan;
        for (int k = 0; k < count; k++) {
            int e = slots[k];
            double stock = stocks[e] + cells[cellOf[e] + arriving[ringOf[e]]];
            double need = coefficients[e] * plans[activities[e]];
            if (stock <= FULFILLED * need && need > 0) {
                limit(e, stock / need);
            }
        }
        for (int k = 0; k < awake.accessCount; k++) {
            int e = awake.access[k];
            double part = accessible(e);
            if (part <= FULFILLED) {
                limit(e, part);
            }
        }
    }

    /** Of an activity's inputs the one that allows least is binding; ties go to the first in dataset order. */
    private void limit(int slot, double fulfilled) {
        int i = activityOf[slot];
        double possible = 1 - network.criticality(slot) * (1 - withoutResidue(fulfilled));
        int binding = state.bindingSlot[i];
        if (possible < state.fulfilment[i] || (possible == state.fulfilment[i] && comesFirst(slot, binding))) {
            state.fulfilment[i] = possible;
            state.bindingSlot[i] = slot;
        }
    }

    private boolean comesFirst(int slot, int binding) {
        return binding >= 0 && structure.dependencyOf(slot) < structure.dependencyOf(binding);
    }

    /** Where a whole good has run dry, what rounding left of a stock must not decide who is turned to. */
    private static double withoutResidue(double part) {
        return part < WeeklyKernel.ROUNDING ? 0 : part;
    }

    /** r of an access input before it is held to 1: last week's makers under this week's restrictions. */
    private double accessible(int slot) {
        double sum = state.substituted[slot];
        if (!state.reweighed[slot] && !effects.isTouched(slot)) {
            for (int u = structure.usualStart(slot); u < structure.usualStart(slot + 1); u++) {
                sum += network.usualMix(u) * state.availableBefore[structure.usualSupplier(u)];
            }
            return sum;
        }
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            double weight = state.reweighed[slot] ? state.weight[l] : network.mix(l);
            sum += weight * effects.permitted(l) * state.availableBefore[structure.linkSupplier(l)];
        }
        return sum;
    }

    /** Steps 4 to 9 after production. */
    void deliverAndReorder(int week) {
        disturbed.turnedCount = 0;
        useAndReorder(week);
        renewAndReorder(week);
        accessAndReorder(week);
    }

    /** Steps 1 and 4 to 8 for what is used up: stocks rise and fall, shipments leave, orders for next week are placed. */
    private void useAndReorder(int week) {
        int[] slots = awake.consumed;
        int count = awake.consumedCount;
        int[] activities = activityOf;
        int[] attention = state.attention;
        int[] cellOf = deliveries.cellOf;
        int[] ringOf = deliveries.ringOf;
        int[] arriving = deliveries.arriving;
        int[] sending = deliveries.sending;
        double[] cells = deliveries.cells;
        double[] underWay = deliveries.underWay;
        double[] stocks = state.stock;
        double[] quantities = state.quantity;
        double[] usual = state.usual;
        double[] mores = more;
        double[] targets = target;
        double[] coefficients = coefficient;
        double[] plans = state.plan;
        double[] outputs = state.output;
        int putAside = 0;
        for (int k = 0; k < count; k++) {
            int e = slots[k];
            int i = activities[e];
            int ring = ringOf[e];
            int cell = cellOf[e] + arriving[ring];
            double arrived = cells[cell];
            cells[cell] = 0;
            double stock = stocks[e] + arrived - coefficients[e] * outputs[i];
            stock = stock > 0 ? stock : 0;
            stocks[e] = stock;
            double onTheWay = underWay[e] - arrived;
            if (attention[e] == week) {
                underWay[e] = onTheWay;
                aside[putAside++] = e;
                continue;
            }
            double need = coefficients[e] * plans[i];
            double sent = quantities[e];
            cells[cellOf[e] + sending[ring]] += sent;
            onTheWay += sent;
            underWay[e] = onTheWay;
            double most = 2 * (need > usual[e] ? need : usual[e]);
            double quantity = need + (targets[e] - stock - onTheWay) * STOCK_ADJUSTMENT;
            quantity = quantity < most ? quantity : most;
            quantity = quantity > 0 ? quantity : 0;
            quantities[e] = quantity;
            mores[e] = quantity - usual[e];
        }
        for (int k = 0; k < putAside; k++) {
            int e = aside[k];
            double need = coefficient[e] * state.plan[activityOf[e]];
            double delay = disturbed.update(e, need, week);
            double wanted = target[e] + delay * state.usual[e] - state.stock[e] - deliveries.underWay(e);
            double most = 2 * Math.max(need, state.usual[e]);
            order(e, Math.max(0, Math.min(need + wanted * STOCK_ADJUSTMENT, most)));
        }
    }

    private void order(int slot, double quantity) {
        state.quantity[slot] = quantity;
        more[slot] = quantity - state.usual[slot];
    }

    /** Steps 5 to 9 for machines, which wear down and are renewed by what arrived this week. */
    private void renewAndReorder(int week) {
        for (int k = 0; k < awake.capitalCount; k++) {
            int e = awake.capital[k];
            double whole = network.baseline(activityOf[e]);
            double usual = state.usual[e];
            double machines = state.machines[e];
            double arrived = deliveries.take(e);
            boolean asUsual = machines == whole && arrived == usual;
            double lifetime = network.lifetimeYears(e);
            double catchUp = machines == whole ? 1 : 1 + lifetime * (1 - machines / whole);
            double need = usual * (catchUp < 2 ? catchUp : 2);
            if (state.attention[e] == week) {
                disturbed.update(e, need, week);
            } else {
                deliveries.send(e, state.quantity[e]);
            }
            order(e, need);
            if (!asUsual) {
                double towards = whole * (1 - network.criticality(e) * (1 - arrived / usual));
                double renewed = machines + (towards - machines) / (WEEKS_PER_YEAR * lifetime);
                renewed = renewed < whole ? renewed : whole;
                state.machines[e] = renewed > 0 ? renewed : 0;
            }
        }
    }

    /** Steps 6 to 8 for access: nothing is shipped or held. */
    private void accessAndReorder(int week) {
        for (int k = 0; k < awake.accessCount; k++) {
            int e = awake.access[k];
            double need = coefficient[e] * state.plan[activityOf[e]];
            if (state.attention[e] == week) {
                disturbed.update(e, need, week);
            }
            order(e, need);
        }
    }
}
