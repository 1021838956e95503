package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import org.jspecify.annotations.Nullable;

/**
 * The steps of a week that look at the inputs of all who are awake: one course of orders for those that come as ordered, and slot by slot
 * those that stand apart. Here a run spends its time, so the loops are flat: over places of slots, on arrays, without calls, and with
 * comparisons for {@code Math.min} and {@code Math.max}, which take several times as many instructions. Slots whose links must be looked at
 * one by one are few; they are put aside and done after the loop.
 */
final class SlotLoops {
    /** Part of the gap between a stock and its target that is ordered in a week. */
    static final double STOCK_ADJUSTMENT = 1.0 / 4;

    private static final int WEEKS_PER_YEAR = 52;

    /** What rounding leaves of a stock, in weeks of usual use: nothing, or it would be much beside a plan of next to nothing. */
    private static final double RESIDUE = 1e-13;

    private static final double FULFILLED = 1 - WeeklyKernel.ROUNDING;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final CompiledScenario scenario;
    private final Rationing rationing;
    private final WeekState state;
    private final SlotsApart apart;
    private final Deliveries deliveries;
    private final Demand demand;
    private final CommonOrders common;
    private final DisturbedSlots disturbed;
    private final int[] aside;
    private final int[] found;
    /** Activities that an input limits this week. */
    private final int[] limited;

    private int limitedCount;

    SlotLoops(
            CompiledNetwork network,
            CompiledScenario scenario,
            WeekEffects effects,
            WeekState state,
            Rationing rationing,
            DisturbedSlots disturbed) {
        this.scenario = scenario;
        this.rationing = rationing;
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.apart = state.apart;
        this.deliveries = state.deliveries;
        this.demand = state.demand;
        this.common = state.common;
        this.disturbed = disturbed;
        this.aside = new int[structure.slotCount()];
        this.limited = new int[structure.activityCount()];
        this.found = new int[structure.activityCount()];
    }

    /** Step 3: adds up what each supplier's customers order, and how much of it is need, but for changes of markets' orders. */
    void sumOrders() {
        Needs needs = state.needs;
        demand.sum(needs);
        for (int t = 0; t < disturbed.turnedCount; t++) {
            addTurned(disturbed.turned[t], needs);
        }
        for (int t = 0; t < effects.touchedSlotCount(); t++) {
            int slot = effects.touchedSlot(t);
            for (int k = scenario.affectedStart(slot); k < scenario.affectedStart(slot + 1); k++) {
                int l = scenario.affectedLink(k);
                demand.add(structure.linkSupplier(l), state.permitted[l] - rationing.wanted(l));
                if (needs != null) {
                    // No more is need than is permitted.
                    needs.add(structure.linkSupplier(l), rationing.need(l) - rationing.wantedNeed(l));
                }
            }
        }
        if (needs != null) {
            for (int l = structure.linkStart(structure.slotCount()); l < structure.linkCount(); l++) {
                needs.add(structure.linkSupplier(l), state.permitted[l] - network.flow(l));
            }
        }
    }

    /** What slots really order that have turned to others takes the place of their quantity in the usual mix. */
    private void addTurned(int place, @Nullable Needs needs) {
        int slot = apart.slot[place];
        int mid = structure.linkMid(slot);
        if (apart.reweighed[place]) {
            double inMix = 1 + state.more(place);
            double quantity = state.usual[slot] * inMix;
            double need = needs == null ? 0 : needs.quantity(slot);
            double needInMix = need / state.usual[slot];
            for (int l = structure.linkStart(slot); l < mid; l++) {
                int supplier = structure.linkSupplier(l);
                double weight = state.weight[l];
                double flow = network.flow(l);
                demand.add(supplier, weight * quantity - inMix * flow);
                if (needs != null) {
                    needs.add(supplier, weight * need - needInMix * flow);
                }
            }
        }
        if (apart.substituted[place] > 0) {
            for (int l = mid; l < structure.linkStart(slot + 1); l++) {
                demand.add(structure.linkSupplier(l), state.orders[l]);
                if (needs != null) {
                    needs.add(structure.linkSupplier(l), state.orders[l]);
                }
            }
        }
    }

    /** Until an input is not enough this week, nothing limits fulfilment. */
    void forgetLimits() {
        for (int n = 0; n < limitedCount; n++) {
            state.fulfilment[limited[n]] = 1;
            state.bindingSlot[limited[n]] = -1;
        }
        limitedCount = 0;
    }

    /** Steps 1 and 4: what arrives joins the stocks, and what is not enough then limits fulfilment. */
    void arrive() {
        setApartWhatIsNotEnough();
        int count = apart.consumedCount;
        int[] activities = apart.activity;
        int[] start = deliveries.start;
        int[] kind = deliveries.kind;
        int[] arriving = deliveries.arriving;
        double[] cells = deliveries.cells;
        double[] stocks = apart.stock;
        double[] plans = state.planPart;
        for (int k = 0; k < count; k++) {
            int cell = start[k] + arriving[kind[k]];
            double stock = stocks[k] + cells[cell];
            cells[cell] = 0;
            stocks[k] = stock;
            double plan = plans[activities[k]];
            if (stock <= FULFILLED * plan && plan > 0) {
                limit(k, stock / plan);
            }
        }
        for (int n = 0; n < apart.accessCount; n++) {
            int k = apart.access[n];
            double part = accessible(k);
            if (part <= FULFILLED) {
                limit(k, part);
            }
        }
        for (int n = 0; n < limitedCount; n++) {
            makeLess(limited[n]);
        }
    }

    private void makeLess(int activity) {
        double fulfilment = state.fulfilment[activity];
        state.output[activity] *= fulfilment;
        state.outputPart[activity] *= fulfilment;
        double available = state.capacity[activity] * fulfilment / network.baseline(activity);
        state.available[activity] = available < 1 ? available : 1;
        rationing.addFailing(activity);
    }

    private void setApartWhatIsNotEnough() {
        int count = common.findNotEnough(state.planPart, found);
        for (int n = 0; n < count; n++) {
            setApartWhatIsNotEnough(found[n], state.planPart[found[n]]);
        }
    }

    private void setApartWhatIsNotEnough(int activity, double plan) {
        for (int e = structure.slotStart(activity); e < structure.capitalStart(activity); e++) {
            if (!apart.has(e) && !common.suffices(activity, scenario.lead(e), scenario.stockWeeks(e), plan)) {
                state.setApart(e, false);
            }
        }
    }

    /** Of an activity's inputs the one that allows least is binding; ties go to the first in dataset order. */
    private void limit(int place, double fulfilled) {
        int i = apart.activity[place];
        int slot = apart.slot[place];
        double possible = 1 - network.criticality(slot) * (1 - withoutResidue(fulfilled));
        int binding = state.bindingSlot[i];
        if (possible < state.fulfilment[i] || (possible == state.fulfilment[i] && comesFirst(slot, binding))) {
            if (state.fulfilment[i] == 1) {
                limited[limitedCount++] = i;
                state.move(i);
            }
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
    private double accessible(int place) {
        int slot = apart.slot[place];
        double sum = apart.substituted[place];
        if (!apart.reweighed[place] && !effects.isTouched(slot)) {
            for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
                sum += network.mix(l) * state.availableBefore[structure.linkSupplier(l)];
            }
            return sum;
        }
        for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
            sum += state.weight[l] * effects.permitted(l) * state.availableBefore[structure.linkSupplier(l)];
        }
        return sum;
    }

    /** Steps 4 to 9 after production. */
    void deliverAndReorder(int week) {
        disturbed.turnedCount = 0;
        common.order(state.planPart, state.outputPart, demand.more, state.needs);
        useAndReorder(week);
        renewAndReorder(week);
        accessAndReorder(week);
    }

    /** Steps 4 to 8 for what is used up: stocks fall, shipments leave, orders for next week are placed. */
    private void useAndReorder(int week) {
        int count = apart.consumedCount;
        int[] activities = apart.activity;
        int[] attention = apart.attention;
        double[] stocks = apart.stock;
        double[] gaps = apart.gap;
        double[] mores = demand.more;
        int first = demand.firstApart;
        double[] plans = state.planPart;
        double[] outputs = state.outputPart;
        int[] start = deliveries.start;
        int[] kind = deliveries.kind;
        int[] sending = deliveries.sending;
        double[] cells = deliveries.cells;
        int putAside = 0;
        Needs needs = state.needs;
        for (int k = 0; k < count; k++) {
            int i = activities[k];
            double before = stocks[k];
            double stock = before - outputs[i];
            stock = stock > RESIDUE ? stock : 0;
            stocks[k] = stock;
            double gap = gaps[k] + (before - stock);
            if (attention[k] == week) {
                gaps[k] = gap;
                aside[putAside++] = k;
                continue;
            }
            double sent = 1 + mores[first + k];
            cells[start[k] + sending[kind[k]]] += sent;
            gap -= sent;
            gaps[k] = gap;
            double plan = plans[i];
            double most = 2 * (plan > 1 ? plan : 1);
            double quantity = plan + gap * STOCK_ADJUSTMENT;
            quantity = quantity < most ? quantity : most;
            quantity = quantity > 0 ? quantity : 0;
            mores[first + k] = quantity - 1;
            if (needs != null) {
                needs.more[first + k] = needs.of(i, quantity, plan) - 1;
            }
        }
        for (int n = 0; n < putAside; n++) {
            int k = aside[n];
            double plan = plans[activities[k]];
            double delay = disturbed.update(k, plan, week);
            double wanted = gaps[k] + delay;
            double most = 2 * Math.max(plan, 1);
            double quantity = Math.max(0, Math.min(plan + wanted * STOCK_ADJUSTMENT, most));
            mores[first + k] = quantity - 1;
            if (needs != null) {
                needs.more[first + k] = needs.of(activities[k], quantity, plan) - 1;
            }
        }
    }

    /** Steps 5 to 9 for machines, which wear down and are renewed by what arrived this week. */
    private void renewAndReorder(int week) {
        for (int n = 0; n < apart.capitalCount; n++) {
            int k = apart.capital[n];
            int slot = apart.slot[k];
            double machines = apart.machines[k];
            double arrived = deliveries.take(k);
            boolean asUsual = machines == 1 && arrived == 1;
            double lifetime = network.lifetimeYears(slot);
            double catchUp = machines == 1 ? 1 : 1 + lifetime * (1 - machines);
            double need = catchUp < 2 ? catchUp : 2;
            if (apart.attention[k] == week) {
                disturbed.update(k, need, week);
            } else {
                deliveries.send(k, 1 + demand.more[demand.firstApart + k]);
            }
            demand.more[demand.firstApart + k] = need - 1;
            if (state.needs != null) {
                // To make up for what was lost is not for this week.
                state.needs.more[demand.firstApart + k] = Math.min(need, 1) - 1;
            }
            if (!asUsual) {
                double towards = 1 - network.criticality(slot) * (1 - arrived);
                double renewed = machines + (towards - machines) / (WEEKS_PER_YEAR * lifetime);
                renewed = renewed < 1 ? renewed : 1;
                apart.machines[k] = renewed > 0 ? renewed : 0;
            }
        }
    }

    /** Steps 6 to 8 for access: nothing is shipped or held. */
    private void accessAndReorder(int week) {
        for (int n = 0; n < apart.accessCount; n++) {
            int k = apart.access[n];
            double need = state.planPart[apart.activity[k]];
            if (apart.attention[k] == week) {
                disturbed.update(k, need, week);
            }
            demand.more[demand.firstApart + k] = need - 1;
            if (state.needs != null) {
                int i = apart.activity[k];
                state.needs.more[demand.firstApart + k] = state.needs.of(i, need, need) - 1;
            }
        }
    }
}
