package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/**
 * One week of the model, step by step as on the model page, section 3. All sums run in index order, and a week is single-threaded: two runs
 * with the same input are bit-identical. Allocates nothing after construction.
 *
 * <p>An activity sleeps until something reaches it: a restriction, a maker that fails it, or orders that differ from the usual ones by more
 * than rounding. While it sleeps it stays in the steady state of section 2 exactly, and no step looks at it; once awake it stays so.
 *
 * <p>Most slots of awake activities are undisturbed in most weeks: their suppliers deliver in full and nothing restricts them. For these,
 * steps 5 to 7 come down to Q arriving as ordered, and no link is looked at. {@link DisturbedSlots} does the others.
 */
final class WeeklyKernel {
    /** Fulfilment and expected supply this close to 1 count as 1, or rounding would grow week by week round a cycle. */
    static final double ROUNDING = 1e-9;

    /** Part of the gap between a stock and its target that is ordered in a week. */
    private static final double STOCK_ADJUSTMENT = 1.0 / 4;

    private static final int WEEKS_PER_YEAR = 52;

    /** Orders this close to the usual ones, as a part of baseline, are the usual ones: their sum has no more digits. */
    private static final double SAME = 1e-14;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final CostPass cost;
    private final Rationing rationing;
    private final DisturbedSlots disturbed;
    private final MarketStep markets;
    private final int activities;
    private final int slots;
    private final boolean costs;

    // Copies of the network's numbers in the order in which the loops read them.
    private final DependencyMode[] mode;
    private final int[] lead;
    private final double[] baseline;
    /** What is asked of each activity at rest: its baseline but for rounding. */
    private final double[] usualOrders;

    private final double[] coefficient;
    private final double[] usual;
    private final double[] target;
    private final int[] capitalStart;
    private final int[] capitalSlot;

    WeeklyKernel(CompiledNetwork network, CompiledScenario scenario) {
        this.network = network;
        this.structure = network.structure();
        this.effects = new WeekEffects(scenario);
        this.state = new WeekState(network, scenario);
        this.cost = new CostPass(network);
        this.activities = structure.activityCount();
        this.slots = structure.slotCount();
        this.costs = effects.hasCosts();
        this.rationing = new Rationing(network, scenario, effects, state);
        this.disturbed = new DisturbedSlots(network, effects, state, rationing);
        this.markets = new MarketStep(network, effects, state, rationing, costs ? cost : null);
        this.mode = new DependencyMode[slots];
        this.lead = new int[slots];
        this.coefficient = new double[slots];
        this.usual = new double[slots];
        this.target = new double[slots];
        this.baseline = network.baselines();
        this.usualOrders = new double[activities];
        int capital = 0;
        for (int e = 0; e < slots; e++) {
            mode[e] = structure.slotMode(e);
            lead[e] = structure.slotLead(e);
            coefficient[e] = network.coefficient(e);
            usual[e] = coefficient[e] * baseline[structure.slotActivity(e)];
            target[e] = (network.stockWeeks(e) + lead[e]) * usual[e];
            capital += mode[e] == DependencyMode.CAPITAL ? 1 : 0;
        }
        this.capitalStart = new int[activities + 1];
        this.capitalSlot = new int[capital];
        int next = 0;
        for (int i = 0; i < activities; i++) {
            capitalStart[i] = next;
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                if (mode[e] == DependencyMode.CAPITAL) {
                    capitalSlot[next++] = e;
                }
            }
        }
        capitalStart[activities] = next;
        findWhoIsNotAtRest(scenario);
    }

    /** Activities that are asked for more than they make, or that have built up stock, are awake from the start. */
    private void findWhoIsNotAtRest(CompiledScenario scenario) {
        for (int l = 0; l < structure.linkCount(); l++) {
            usualOrders[structure.linkSupplier(l)] += network.flow(l);
        }
        for (int i = 0; i < activities; i++) {
            usualOrders[i] += network.otherUses(i);
            if (Math.abs(usualOrders[i] - baseline[i]) > SAME * baseline[i]) {
                state.awake[i] = true;
            }
        }
        for (int e = 0; e < slots; e++) {
            if (scenario.builtStock(e) > 0) {
                state.awake[structure.slotActivity(e)] = true;
            }
        }
    }

    WeekState state() {
        return state;
    }

    /** Runs week {@code week}; weeks must come in order from 0. */
    void step(int week) {
        boolean changed = effects.advanceTo(week);
        if (changed && costs) {
            cost.update(effects);
        }
        state.deliveries.nextWeek();
        if (changed) {
            wakeRestricted();
        }
        capacity();
        plan();
        arriveAndProduce();
        rationing.serve(week);
        markets.ship(week);
        deliverAndReorder(week);
        markets.choose(week);
    }

    private void wakeRestricted() {
        for (int i = 0; i < activities; i++) {
            if (effects.working(i) != 1) {
                state.wakeBeforeArrivals(i);
            }
        }
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            state.wakeBeforeArrivals(structure.slotActivity(effects.touchedSlot(k)));
        }
    }

    /** Step 2: machines, what works of them, and surge while more is ordered than they make. */
    private void capacity() {
        for (int i = 0; i < activities; i++) {
            if (!state.awake[i]) {
                continue;
            }
            double working = effects.working(i);
            double capacity = machines(i) * working;
            if (state.overOrderedWeeks[i] > 0) {
                double ramp = Math.min(1, state.overOrderedWeeks[i] / network.rampWeeks(i));
                capacity += network.spare(i) * baseline[i] * working * ramp;
            }
            state.capacity[i] = capacity;
        }
    }

    /** K_i: the least over the capital inputs, x̄ where there are none. */
    private double machines(int activity) {
        double least = baseline[activity];
        for (int k = capitalStart[activity]; k < capitalStart[activity + 1]; k++) {
            least = Math.min(least, state.machines[capitalSlot[k]]);
        }
        return least;
    }

    /** Step 3: what may be ordered, what is asked for in all, and what is planned. */
    private void plan() {
        permitOrders();
        double[] ordered = state.ordered;
        System.arraycopy(usualOrders, 0, ordered, 0, activities);
        for (int i = 0; i < activities; i++) {
            if (state.awake[i]) {
                for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                    addOrders(e, ordered);
                }
            }
        }
        for (int l = structure.linkStart(slots); l < structure.linkCount(); l++) {
            ordered[structure.linkSupplier(l)] += state.permitted[l] - network.flow(l);
        }
        for (int i = 0; i < activities; i++) {
            if (!state.awake[i]) {
                if (Math.abs(ordered[i] - usualOrders[i]) <= SAME * baseline[i]) {
                    ordered[i] = baseline[i];
                    continue;
                }
                state.wakeBeforeArrivals(i);
            }
            double all = Math.max(0, ordered[i]);
            ordered[i] = all;
            // Next to nothing is nothing: an empty stock behind a plan of a rounding error would count as a failure.
            double plan = Math.min(state.capacity[i], all);
            state.plan[i] = plan < ROUNDING * baseline[i] ? 0 : plan;
            boolean over = all > machines(i) * (1 + ROUNDING);
            state.overOrderedWeeks[i] = over ? state.overOrderedWeeks[i] + 1 : 0;
        }
    }

    /** Adds how much the slot's permitted orders differ from the usual ones. */
    private void addOrders(int slot, double[] ordered) {
        int from = structure.linkStart(slot);
        if (effects.isTouched(slot)) {
            for (int l = from; l < structure.linkStart(slot + 1); l++) {
                ordered[structure.linkSupplier(l)] += state.permitted[l] - network.flow(l);
            }
            return;
        }
        if (state.reweighed[slot]) {
            double quantity = state.quantity[slot];
            for (int l = from; l < structure.linkMid(slot); l++) {
                ordered[structure.linkSupplier(l)] += state.weight[l] * quantity - network.flow(l);
            }
        } else {
            double more = state.quantity[slot] - usual[slot];
            if (more != 0) {
                for (int l = from; l < structure.linkUsual(slot); l++) {
                    ordered[structure.linkSupplier(l)] += state.weight[l] * more;
                }
            }
        }
        if (state.substituted[slot] > 0) {
            for (int l = structure.linkMid(slot); l < structure.linkStart(slot + 1); l++) {
                ordered[structure.linkSupplier(l)] += state.orders[l];
            }
        }
    }

    /** O' of the slots that a restriction touches and of markets; elsewhere O' = O. */
    private void permitOrders() {
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            int e = effects.touchedSlot(k);
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                state.permitted[l] = permitted(l, state.weight[l] * state.quantity[e]);
            }
            for (int l = structure.linkMid(e); l < structure.linkStart(e + 1); l++) {
                state.permitted[l] = permitted(l, state.orders[l]);
            }
        }
        for (int l = structure.linkStart(slots); l < structure.linkCount(); l++) {
            state.permitted[l] = permitted(l, state.orders[l]);
        }
        for (int q = 0; q < effects.quotaCount(); q++) {
            applyQuota(q);
        }
    }

    /** Ordering more does not get more through. */
    private double permitted(int link, double order) {
        double permitted = effects.permittedOrders(link);
        return permitted == 1 ? order : Math.min(order, permitted * network.flow(link));
    }

    private void applyQuota(int quota) {
        double flow = 0;
        double ordered = 0;
        int count = effects.quotaLinkCount(quota);
        for (int k = 0; k < count; k++) {
            int link = effects.quotaLink(quota, k);
            double part = effects.quotaPart(quota, k);
            flow += part * network.flow(link);
            ordered += part * state.permitted[link];
        }
        if (ordered <= 0) {
            return;
        }
        double factor = Math.min(1, effects.quotaCap(quota) * flow / ordered);
        for (int k = 0; k < count; k++) {
            int link = effects.quotaLink(quota, k);
            state.permitted[link] *= 1 - effects.quotaPart(quota, k) * (1 - factor);
        }
    }

    /** Steps 1 and 4: what was sent to arrive joins the stocks; then how much of the plan the inputs allow. */
    private void arriveAndProduce() {
        System.arraycopy(state.available, 0, state.availableBefore, 0, activities);
        for (int i = 0; i < activities; i++) {
            if (!state.awake[i]) {
                continue;
            }
            double plan = state.plan[i];
            double least = 1;
            int binding = -1;
            int from = structure.slotStart(i);
            int to = structure.slotStart(i + 1);
            for (int e = from; e < to; e++) {
                double fulfilled = fulfilled(e, plan);
                if (fulfilled < 1) {
                    double possible = 1 - network.criticality(e) * (1 - fulfilled);
                    if (possible < least) {
                        least = possible;
                        binding = e;
                    }
                }
            }
            double output = plan * least;
            for (int e = from; e < to; e++) {
                if (mode[e] == DependencyMode.CONSUMED) {
                    state.stock[e] -= Math.min(state.stock[e], coefficient[e] * output);
                }
            }
            state.fulfilment[i] = least;
            state.output[i] = output;
            state.bindingSlot[i] = binding;
            state.available[i] = Math.min(1, state.capacity[i] * least / baseline[i]);
        }
    }

    /** r of a slot after this week's arrivals; 0 and 1 within rounding; 1 for capital. */
    private double fulfilled(int slot, double plan) {
        return switch (mode[slot]) {
            case CAPITAL -> {
                state.arrived[slot] = state.deliveries.take(slot);
                yield 1;
            }
            case CONSUMED -> {
                double stock = state.stock[slot] + state.deliveries.take(slot);
                state.stock[slot] = stock;
                double need = coefficient[slot] * plan;
                yield stock > (1 - ROUNDING) * need || need <= 0 ? 1 : withoutResidue(stock / need);
            }
            case ACCESS -> {
                double sum = 0;
                for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                    sum += state.weight[l] * effects.permitted(l) * state.availableBefore[structure.linkSupplier(l)];
                }
                double part = sum + state.substituted[slot];
                yield part > 1 - ROUNDING ? 1 : withoutResidue(part);
            }
        };
    }

    /** Where a whole good has run dry, what rounding left of a stock must not decide who is turned to. */
    private static double withoutResidue(double part) {
        return part < ROUNDING ? 0 : part;
    }

    /** Steps 5 to 9 for every slot: what is sent to it, whom it turns to, what it orders for next week, how its machines wear. */
    private void deliverAndReorder(int week) {
        for (int i = 0; i < activities; i++) {
            if (state.awake[i]) {
                for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                    deliverAndReorder(e, i, week);
                }
            }
        }
    }

    private void deliverAndReorder(int slot, int activity, int week) {
        double need = need(slot, activity);
        double delay = 0;
        if (state.reweighed[slot]
                || state.substituted[slot] > 0
                || effects.isTouched(slot)
                || rationing.concerns(slot, week)) {
            delay = disturbed.update(slot, need);
        } else {
            state.shortWeeks[slot] = 0;
            if (mode[slot] != DependencyMode.ACCESS) {
                state.deliveries.send(slot, lead[slot], state.quantity[slot]);
            }
        }
        state.quantity[slot] = mode[slot] == DependencyMode.CONSUMED ? quantity(slot, need, delay) : need;
        if (mode[slot] == DependencyMode.CAPITAL) {
            renewCapital(slot);
        }
    }

    private double need(int slot, int activity) {
        if (mode[slot] != DependencyMode.CAPITAL) {
            return coefficient[slot] * state.plan[activity];
        }
        double worn = 1 - state.machines[slot] / baseline[activity];
        return usual[slot] * Math.min(2, 1 + network.lifetimeYears(slot) * worn);
    }

    /** Step 8: Q of a consumed input. */
    private double quantity(int slot, double need, double delay) {
        double wanted = target[slot] + delay * usual[slot] - state.stock[slot] - state.deliveries.underWay(slot);
        return Math.max(0, Math.min(need + wanted * STOCK_ADJUSTMENT, 2 * Math.max(need, usual[slot])));
    }

    /** Step 9: machines wear down and are renewed by what arrived this week. */
    private void renewCapital(int slot) {
        double whole = baseline[structure.slotActivity(slot)];
        double received = state.arrived[slot] / usual[slot];
        double towards = whole * (1 - network.criticality(slot) * (1 - received));
        double renewed = state.machines[slot]
                + (towards - state.machines[slot]) / (WEEKS_PER_YEAR * network.lifetimeYears(slot));
        state.machines[slot] = Math.max(0, Math.min(renewed, whole));
    }
}
