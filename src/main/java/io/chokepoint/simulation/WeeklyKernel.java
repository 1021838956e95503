package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/**
 * One week of the model, step by step as on the model page, section 3. All sums run in an order that the input decides, and a week is
 * single-threaded: two runs with the same input are bit-identical. Allocates nothing after construction.
 *
 * <p>An activity sleeps until something reaches it: a restriction, a maker that fails it, or orders that differ from the usual ones by more
 * than rounding. While it sleeps it stays in the steady state of section 2 exactly, and no step looks at it; once awake it stays so.
 *
 * <p>Most slots of awake activities are undisturbed in most weeks: their suppliers deliver in full and nothing restricts them. For these,
 * steps 5 to 7 come down to Q arriving as ordered, and no link is looked at. {@link SlotLoops} does these, {@link DisturbedSlots} the others.
 */
final class WeeklyKernel {
    /** Fulfilment and expected supply this close to 1 count as 1, or rounding would grow week by week round a cycle. */
    static final double ROUNDING = 1e-9;

    /** Orders this close to the usual ones, as a part of baseline, are the usual ones: their sum has no more digits. */
    private static final double SAME = 1e-14;

    private final CompiledNetwork network;
    private final CompiledScenario scenario;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final CostPass cost;
    private final Rationing rationing;
    private final SlotLoops loops;
    private final MarketStep markets;
    private final int activities;
    private final int slots;
    private final boolean costs;
    /** x̄. */
    private final double[] baseline;
    /** What is asked of each activity at rest: its baseline but for rounding. */
    private final double[] usualOrders;

    WeeklyKernel(CompiledNetwork network, CompiledScenario scenario) {
        this.network = network;
        this.scenario = scenario;
        this.structure = network.structure();
        this.effects = new WeekEffects(scenario);
        this.state = new WeekState(network, scenario);
        this.cost = new CostPass(network);
        this.activities = structure.activityCount();
        this.slots = structure.slotCount();
        this.costs = effects.hasCosts();
        this.rationing = new Rationing(network, scenario, effects, state);
        DisturbedSlots disturbed = new DisturbedSlots(network, effects, state, rationing);
        this.loops = new SlotLoops(network, effects, state, disturbed);
        this.markets = new MarketStep(network, effects, state, rationing, costs ? cost : null);
        this.baseline = network.baselines();
        this.usualOrders = new double[activities];
        for (int l = 0; l < structure.linkCount(); l++) {
            usualOrders[structure.linkSupplier(l)] += network.flow(l);
        }
        for (int i = 0; i < activities; i++) {
            usualOrders[i] += network.otherUses(i);
        }
    }

    /** Activities that are asked for more than they make, or that have built up stock, are awake from the start. */
    private void wakeWhoIsNotAtRest() {
        for (int i = 0; i < activities; i++) {
            if (Math.abs(usualOrders[i] - baseline[i]) > SAME * baseline[i]) {
                state.wake(i);
            }
        }
        for (int e = 0; e < slots; e++) {
            if (scenario.builtStock(e) > 0) {
                state.wake(structure.slotActivity(e));
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
        if (week == 0) {
            wakeWhoIsNotAtRest();
        }
        if (changed) {
            wakeRestricted();
        }
        capacity();
        plan(week);
        produce();
        rationing.serve(week);
        markets.ship(week);
        loops.deliverAndReorder(week);
        markets.choose(week);
    }

    private void wakeRestricted() {
        for (int i = 0; i < activities; i++) {
            if (effects.working(i) != 1) {
                state.wake(i);
            }
        }
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            state.wake(structure.slotActivity(effects.touchedSlot(k)));
        }
    }

    /** Step 2: machines, what works of them, and surge while more is ordered than they make. */
    private void capacity() {
        for (int k = 0; k < state.awake.activityCount; k++) {
            int i = state.awake.activities[k];
            double machines = baseline[i];
            for (int e = structure.capitalStart(i); e < structure.accessStart(i); e++) {
                machines = Math.min(machines, state.machines[e]);
            }
            state.machinePark[i] = machines;
            double working = effects.working(i);
            double capacity = machines * working;
            if (state.overOrderedWeeks[i] > 0) {
                double ramp = Math.min(1, state.overOrderedWeeks[i] / network.rampWeeks(i));
                capacity += network.spare(i) * baseline[i] * working * ramp;
            }
            state.capacity[i] = capacity;
        }
    }

    /** Step 3: what may be ordered, what is asked for in all, and what is planned. */
    private void plan(int week) {
        permitOrders(week);
        double[] ordered = state.ordered;
        loops.addOrders(usualOrders, ordered);
        for (int l = structure.linkStart(slots); l < structure.linkCount(); l++) {
            ordered[structure.linkSupplier(l)] += state.permitted[l] - network.flow(l);
        }
        for (int i = 0; i < activities; i++) {
            if (!state.awake.is[i]) {
                if (Math.abs(ordered[i] - usualOrders[i]) <= SAME * baseline[i]) {
                    ordered[i] = baseline[i];
                    continue;
                }
                state.wake(i);
            }
            double all = ordered[i] > 0 ? ordered[i] : 0;
            ordered[i] = all;
            // Next to nothing is nothing: an empty stock behind a plan of a rounding error would count as a failure.
            double plan = all < state.capacity[i] ? all : state.capacity[i];
            state.plan[i] = plan < ROUNDING * baseline[i] ? 0 : plan;
            boolean over = all > state.machinePark[i] * (1 + ROUNDING);
            state.overOrderedWeeks[i] = over ? state.overOrderedWeeks[i] + 1 : 0;
        }
    }

    /** O' of the slots that a restriction touches and of markets; elsewhere O' = O. */
    private void permitOrders(int week) {
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            int e = effects.touchedSlot(k);
            state.attention[e] = week;
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                double weight = state.reweighed[e] ? state.weight[l] : network.mix(l);
                state.permitted[l] = permitted(l, weight * state.quantity[e]);
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
    private void produce() {
        System.arraycopy(state.available, 0, state.availableBefore, 0, activities);
        int[] awake = state.awake.activities;
        int count = state.awake.activityCount;
        for (int k = 0; k < count; k++) {
            state.fulfilment[awake[k]] = 1;
            state.bindingSlot[awake[k]] = -1;
        }
        loops.arrive();
        for (int k = 0; k < count; k++) {
            int i = awake[k];
            double fulfilment = state.fulfilment[i];
            state.output[i] = state.plan[i] * fulfilment;
            double available = state.capacity[i] * fulfilment / baseline[i];
            state.available[i] = available < 1 ? available : 1;
        }
    }
}
