package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One week of the model, step by step as on the model page, section 3. All sums run in an order that the input decides, and a week is
 * single-threaded: two runs with the same input are bit-identical. Allocates nothing after construction.
 *
 * <p>An activity sleeps until something reaches it: a restriction, a maker that fails it, or orders that differ from the usual ones by more
 * than rounding. While it sleeps it stays in the steady state of section 2 exactly, and no step looks at it; once awake it stays so.
 *
 * <p>Of an activity that is awake most inputs come as they are ordered. They differ only in their lead times and stocks, so one course of
 * orders holds for them all ({@link CommonOrders}). An input stands apart from the week in which a restriction touches it, a maker fails it
 * or its stock is not enough. {@link SlotLoops} does those, and {@link DisturbedSlots} the ones of them whose links must be looked at.
 */
final class WeeklyKernel {
    /** Fulfilment and expected supply this close to 1 count as 1, or rounding would grow week by week round a cycle. */
    static final double ROUNDING = 1e-9;

    private final CompiledNetwork network;
    private final CompiledScenario scenario;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final Members awake;
    private final Demand demand;
    private final CostPass cost;
    /** Null unless who can pay is served. */
    private final @Nullable PriceCost priceCost;
    /** Null unless somebody wants to know. */
    private @Nullable FlowSums flows;

    private final Rationing rationing;
    private final SlotLoops loops;
    private final MarketStep markets;
    private final int activities;
    private final int slots;
    private final boolean costs;
    /** x̄. */
    private final double[] baseline;
    /** Extra capacity in units of output. */
    private final double[] spare;

    private final double[] rampWeeks;
    /** Who fails or moves for the first time as of this week's plan: by place among those awake, a bit each. */
    private final long[] differing;
    /** By place among the affected links, the smallest factor of a quota. */
    private final double[] quotaFactor;

    /** @param tellsPrices whether prices are wanted also where they only tell how scarce a good is */
    WeeklyKernel(CompiledNetwork network, CompiledScenario scenario, boolean tellsPrices) {
        this.network = network;
        this.scenario = scenario;
        this.structure = network.structure();
        this.effects = new WeekEffects(scenario);
        this.state = new WeekState(network, scenario);
        this.awake = state.awake;
        this.demand = state.demand;
        this.cost = new CostPass(network);
        this.activities = structure.activityCount();
        this.slots = structure.slotCount();
        this.costs = effects.hasCosts();
        this.priceCost = scenario.rationsByPrice() ? new PriceCost(network, costs) : null;
        this.rationing = new Rationing(network, scenario, effects, state, tellsPrices);
        DisturbedSlots disturbed = new DisturbedSlots(network, scenario, effects, state, rationing, priceCost);
        this.loops = new SlotLoops(network, scenario, effects, state, rationing, disturbed);
        this.markets = new MarketStep(network, effects, state, rationing, costs ? cost : null, priceCost);
        this.baseline = network.baselines();
        this.spare = new double[activities];
        this.rampWeeks = new double[activities];
        this.differing = new long[(activities + Long.SIZE - 1) / Long.SIZE];
        this.quotaFactor = new double[scenario.affectedLinkCount()];
        Arrays.fill(quotaFactor, 1);
        for (int i = 0; i < activities; i++) {
            spare[i] = network.spare(i) * baseline[i];
            rampWeeks[i] = network.rampWeeks(i);
        }
    }

    /** Activities that are asked for more than they make are awake from the start. */
    private void wakeWhoIsNotAtRest() {
        for (int i = 0; i < activities; i++) {
            if (demand.usual[i] != baseline[i]) {
                state.wake(i);
            }
        }
    }

    WeekState state() {
        return state;
    }

    /** Counts from now on what leaves over some links; before the first step. */
    FlowSums countFlows(int[][] links, int weeks) {
        FlowSums counted = new FlowSums(network, effects, rationing, links, weeks);
        flows = counted;
        return counted;
    }

    /** Runs week {@code week}; weeks must come in order from 0. */
    void step(int week) {
        boolean changed = effects.advanceTo(week);
        if (priceCost != null) {
            if (changed && costs) {
                priceCost.ratesChanged();
            }
            priceCost.update(effects);
        } else if (changed && costs) {
            cost.update(effects);
        }
        state.deliveries.startWeek(week);
        state.apart.startWeek();
        state.common.startWeek(week);
        if (week == 0) {
            wakeWhoIsNotAtRest();
        }
        if (changed) {
            wakeRestricted();
        }
        // Not in the page's order where one pass over the activities, or over their inputs, does several steps. That
        // changes nothing: arrivals (1) only meet the stocks that step 4 reads; capacity (2) hangs on no order of this
        // week; and from step 5 on each input reads of others only what all makers could make and deliver, which is
        // settled by then.
        permitOrders(week); // 3: O'
        demand(); // 3: D
        System.arraycopy(state.available, 0, state.availableBefore, 0, activities);
        loops.forgetLimits();
        plan(); // 2, 3: capacity and plan, activity by activity
        loops.arrive(); // 1, 4: arrivals, and what production they allow
        rationing.serve(week); // 5: who gets which part
        markets.ship(week); // 5: shipments to markets
        if (flows != null) {
            flows.keep(week);
        }
        if (priceCost != null) {
            noteUsualParts(priceCost, week);
        }
        loops.deliverAndReorder(week); // 4 to 9, input by input: use, shipments, whom to turn to, orders, machines
        markets.choose(week); // 10
        if (priceCost != null) {
            noteScarcity(priceCost);
        }
    }

    boolean servesByPrice() {
        return priceCost != null;
    }

    /** Δc of what comes to a market this week, by its link counted from the first of them. Only where who can pay is served. */
    double marketChange(int marketLink) {
        return markets.change[marketLink];
    }

    /** Δc of an activity this week. */
    double costChange(int activity) {
        return priceCost != null ? priceCost.change(activity) : cost.change(activity);
    }

    /** q of an activity this week; 1 where nothing is scarce. Only where prices are told. */
    double scarcity(int activity) {
        return rationing.scarcity[activity];
    }

    /** What an activity shipped this week, its other uses left aside, in units of the good. Only where who can pay is served. */
    double shipped(int activity) {
        return rationing.shipped(activity);
    }

    /** What was shipped to a market this week, by its link counted from the first of them, in units of the product. */
    double shippedToMarket(int marketLink) {
        return markets.shipped[marketLink];
    }

    /** The cost rate of a market's link this week. */
    double rate(int link) {
        return effects.rate(link);
    }

    /** What slots pay for again that no maker fails and nothing touches. */
    private void noteUsualParts(PriceCost prices, int week) {
        for (int k = 0; k < prices.partCount(); k++) {
            int slot = prices.slotWithParts(k);
            boolean attended = state.apart.attention[state.apart.placeOf[slot]] == week;
            if (!attended && state.quantity(slot) > 0) {
                prices.usualParts(slot);
            }
        }
        prices.forgetUsualParts();
    }

    /** Who makes nothing makes nothing dear: of them the price of the last week holds in which they did. */
    private void noteScarcity(PriceCost prices) {
        for (int n = 0; n < awake.count; n++) {
            int i = awake.list[n];
            if (state.output[i] > 0) {
                prices.setScarcity(i, rationing.scarcity[i]);
            }
        }
    }

    private void wakeRestricted() {
        for (int i = 0; i < activities; i++) {
            double working = effects.working(i);
            state.working[i] = working;
            double added = effects.added(i);
            state.added[i] = added * baseline[i];
            if (working != 1 || added != 0) {
                state.wake(i);
            }
        }
        for (int k = 0; k < effects.touchedSlotCount(); k++) {
            state.setApart(effects.touchedSlot(k), false);
        }
    }

    /** Step 3, D: what is asked of whom. */
    private void demand() {
        loops.sumOrders();
        for (int l = structure.linkStart(slots); l < structure.linkCount(); l++) {
            demand.add(structure.linkSupplier(l), state.permitted[l] - network.flow(l));
        }
        demand.settle();
        state.wakeWhoIsAsked();
        if (state.needs != null) {
            state.needs.settle();
        }
    }

    /** Steps 2 and 3: what those who are awake could make, and what they plan to. */
    private void plan() {
        wearMachines();
        double[] whole = baseline;
        double[] working = state.working;
        double[] machinePark = state.machinePark;
        double[] added = state.added;
        double[] ordered = demand.ordered;
        double[] capacities = state.capacity;
        double[] planParts = state.planPart;
        double[] outputs = state.output;
        double[] outputParts = state.outputPart;
        double[] availables = state.available;
        int[] overOrderedWeeks = state.overOrderedWeeks;
        int runs = awake.runs();
        for (int run = 0; run < runs; run++) {
            for (int i = awake.from[run]; i < awake.to[run]; i++) {
                double usual = whole[i];
                double machines = machinePark[i] + added[i];
                double capacity = machines * working[i];
                int weeks = overOrderedWeeks[i];
                if (weeks > 0) {
                    capacity += surge(i, weeks);
                }
                capacities[i] = capacity;
                double asked = ordered[i];
                double all = asked > 0 ? asked : 0;
                // Next to nothing is nothing: an empty stock behind a plan of a rounding error would count as a
                // failure.
                double plan = all < capacity ? all : capacity;
                plan = plan < ROUNDING * usual ? 0 : plan;
                overOrderedWeeks[i] = all > machines * (1 + ROUNDING) ? weeks + 1 : 0;
                double part = plan == usual ? 1 : plan / usual;
                planParts[i] = part;
                // Unless an input is not enough, this is what is made.
                outputs[i] = plan;
                outputParts[i] = part;
                double available = capacity < usual ? capacity / usual : 1;
                availables[i] = available;
                boolean fails = plan < Rationing.SERVED_IN_FULL * asked || available < Rationing.FULLY_AVAILABLE;
                if (fails || (plan != usual && !state.common.hasMoved(i))) {
                    int place = awake.placeOf[i];
                    differing[place / Long.SIZE] |= 1L << place;
                }
            }
        }
        noteWhoDiffers();
    }

    /** Who moves from now on and who may fail customers, in the order of having woken: sums are made in it. */
    private void noteWhoDiffers() {
        for (int word = 0; word < differing.length; word++) {
            for (long left = differing[word]; left != 0; left &= left - 1) {
                int i = awake.list[word * Long.SIZE + Long.numberOfTrailingZeros(left)];
                if (state.output[i] != baseline[i]) {
                    state.move(i);
                }
                if (state.output[i] < Rationing.SERVED_IN_FULL * demand.ordered[i]
                        || state.available[i] < Rationing.FULLY_AVAILABLE) {
                    rationing.addFailing(i);
                }
            }
            differing[word] = 0;
        }
    }

    /** Step 2, K: of those who have machines that stand apart; the others have all of theirs. */
    private void wearMachines() {
        SlotsApart apart = state.apart;
        for (int n = 0; n < apart.capitalCount; n++) {
            int i = apart.activity[apart.capital[n]];
            state.machinePark[i] = baseline[i];
            state.wornSlot[i] = -1;
        }
        for (int n = 0; n < apart.capitalCount; n++) {
            int place = apart.capital[n];
            int i = apart.activity[place];
            double own = apart.machines[place] * baseline[i];
            if (own < state.machinePark[i]) {
                state.machinePark[i] = own;
                state.wornSlot[i] = apart.slot[place];
            }
        }
    }

    /** Step 2, surge: what is made beyond K⁺, the machines' capacity and what was added to it, while more is ordered. */
    private double surge(int activity, int weeks) {
        double ramp = weeks < rampWeeks[activity] ? weeks / rampWeeks[activity] : 1;
        return spare[activity] * state.working[activity] * ramp;
    }

    /** Step 3, O': of the links that a restriction touches and of markets; elsewhere O' = O. */
    private void permitOrders(int week) {
        for (int t = 0; t < effects.touchedSlotCount(); t++) {
            int e = effects.touchedSlot(t);
            state.apart.attend(state.apart.placeOf[e], week);
            for (int k = scenario.affectedStart(e); k < scenario.affectedStart(e + 1); k++) {
                int l = scenario.affectedLink(k);
                state.permitted[l] = permitted(l, rationing.wanted(l));
            }
        }
        for (int l = structure.linkStart(slots); l < structure.linkCount(); l++) {
            state.permitted[l] = permitted(l, state.orders[l]);
        }
        if (effects.quotaCount() > 0) {
            applyQuotas();
        }
    }

    /** Ordering more does not get more through. */
    private double permitted(int link, double order) {
        double permitted = effects.permittedOrders(link);
        return permitted == 1 ? order : Math.min(order, permitted * network.flow(link));
    }

    /** All from the same O': what one quota takes of a flow is nothing that another need take again. */
    private void applyQuotas() {
        for (int q = 0; q < effects.quotaCount(); q++) {
            double factor = quotaFactor(q);
            for (int k = 0; k < effects.quotaLinkCount(q); k++) {
                int place = scenario.affectedPlace(effects.quotaLink(q, k));
                double narrowed = 1 - effects.quotaPart(q, k) * (1 - factor);
                quotaFactor[place] = Math.min(quotaFactor[place], narrowed);
            }
        }
        for (int q = 0; q < effects.quotaCount(); q++) {
            for (int k = 0; k < effects.quotaLinkCount(q); k++) {
                int link = effects.quotaLink(q, k);
                int place = scenario.affectedPlace(link);
                state.permitted[link] *= quotaFactor[place];
                // Once, also where several quotas select the flow; and as it must be next week.
                quotaFactor[place] = 1;
            }
        }
    }

    /** The part of the orders under a quota that it lets through. */
    private double quotaFactor(int quota) {
        double flow = 0;
        double ordered = 0;
        for (int k = 0; k < effects.quotaLinkCount(quota); k++) {
            int link = effects.quotaLink(quota, k);
            double part = effects.quotaPart(quota, k);
            flow += part * network.flow(link);
            ordered += part * state.permitted[link];
        }
        return ordered > 0 ? Math.min(1, effects.quotaCap(quota) * flow / ordered) : 1;
    }
}
