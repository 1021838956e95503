package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/**
 * One week of the model, step by step as on the model page, section 3. All sums run in index order, and a week is
 * single-threaded: two runs with the same input are bit-identical. Allocates nothing after construction.
 */
final class WeeklyKernel {
    /** Fulfilment and expected supply this close to 1 count as 1, or rounding would grow week by week round a cycle. */
    private static final double ROUNDING = 1e-9;

    /** Part of the gap between a stock and its target that is ordered in a week. */
    private static final double STOCK_ADJUSTMENT = 1.0 / 4;

    private static final int WEEKS_PER_YEAR = 52;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final WeekEffects effects;
    private final WeekState state;
    private final CostPass cost;
    private final int activities;
    private final int slots;
    private final int slotLinks;
    private final int links;
    private final int classes;
    private final boolean costs;

    private final DependencyMode[] mode;
    private final int[] supplier;
    private final double[] previousAvailable;
    private final double[] scratch;
    private final double[] served;
    private final double[] claims;

    WeeklyKernel(CompiledNetwork network, CompiledScenario scenario) {
        this.network = network;
        this.structure = network.structure();
        this.scenario = scenario;
        this.effects = new WeekEffects(scenario);
        this.state = new WeekState(network, scenario);
        this.cost = new CostPass(network);
        this.activities = structure.activityCount();
        this.slots = structure.slotCount();
        this.slotLinks = structure.linkStart(slots);
        this.links = structure.linkCount();
        this.classes = scenario.classCount();
        this.costs = effects.hasCosts();
        this.mode = new DependencyMode[slots];
        for (int e = 0; e < slots; e++) {
            mode[e] = structure.slotMode(e);
        }
        this.supplier = new int[links];
        for (int l = 0; l < links; l++) {
            supplier[l] = structure.linkSupplier(l);
        }
        this.previousAvailable = new double[activities];
        this.scratch = new double[links];
        this.served = new double[activities * classes];
        this.claims = new double[activities * classes];
    }

    WeekState state() {
        return state;
    }

    WeekEffects effects() {
        return effects;
    }

    CostPass cost() {
        return cost;
    }

    /** Runs week {@code week}; weeks must come in order from 0. */
    void step(int week) {
        boolean changed = effects.advanceTo(week);
        if (changed && costs) {
            cost.update(effects);
        }
        arrive(week);
        capacity();
        plan();
        produce();
        allocate(week);
        expectAndReorder();
        renewCapital();
        serveMarkets(week);
    }

    /** Step 1: what was sent to arrive this week joins the stocks. */
    private void arrive(int week) {
        for (int e = 0; e < slots; e++) {
            int place = state.ringStart[e] + week % state.ringLength[e];
            double arrived = state.ring[place];
            state.ring[place] = 0;
            state.arrived[e] = arrived;
            state.underWay[e] -= arrived;
            if (mode[e] == DependencyMode.CONSUMED) {
                state.stock[e] += arrived;
            }
        }
    }

    /** Step 2: machines, what works of them, and surge while more is ordered than they make. */
    private void capacity() {
        for (int i = 0; i < activities; i++) {
            double machines = machines(i);
            double working = effects.working(i);
            double capacity = machines * working;
            if (state.overOrderedWeeks[i] > 0) {
                double ramp = Math.min(1, state.overOrderedWeeks[i] / network.rampWeeks(i));
                capacity += network.spare(i) * network.baseline(i) * working * ramp;
            }
            state.capacity[i] = capacity;
        }
    }

    /** K_i: the least over the capital inputs, x̄ where there are none. */
    private double machines(int activity) {
        double least = network.baseline(activity);
        for (int e = structure.slotStart(activity); e < structure.slotStart(activity + 1); e++) {
            if (mode[e] == DependencyMode.CAPITAL) {
                least = Math.min(least, state.machines[e]);
            }
        }
        return least;
    }

    /** Step 3: what may be ordered, what is asked for in all, and what is planned. */
    private void plan() {
        if (effects.flowsTouched()) {
            for (int l = 0; l < links; l++) {
                double permitted = effects.permittedOrders(l);
                state.permitted[l] =
                        permitted == 1 ? state.orders[l] : Math.min(state.orders[l], permitted * network.flow(l));
            }
            for (int q = 0; q < effects.quotaCount(); q++) {
                applyQuota(q);
            }
        } else {
            System.arraycopy(state.orders, 0, state.permitted, 0, links);
        }
        java.util.Arrays.fill(state.ordered, 0);
        for (int l = 0; l < links; l++) {
            state.ordered[supplier[l]] += state.permitted[l];
        }
        for (int i = 0; i < activities; i++) {
            double ordered = state.ordered[i] + network.otherUses(i);
            state.ordered[i] = ordered;
            state.plan[i] = Math.min(state.capacity[i], ordered);
            boolean over = ordered > machines(i) * (1 + ROUNDING);
            state.overOrderedWeeks[i] = over ? state.overOrderedWeeks[i] + 1 : 0;
        }
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

    /** Step 4: how much of the plan the inputs allow. */
    private void produce() {
        System.arraycopy(state.available, 0, previousAvailable, 0, activities);
        for (int i = 0; i < activities; i++) {
            double plan = state.plan[i];
            double least = 1;
            int binding = -1;
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
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
            for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                if (mode[e] == DependencyMode.CONSUMED) {
                    state.stock[e] -= Math.min(state.stock[e], network.coefficient(e) * output);
                }
            }
            state.fulfilment[i] = least;
            state.output[i] = output;
            state.bindingSlot[i] = binding;
            state.available[i] = Math.min(1, state.capacity[i] * least / network.baseline(i));
        }
    }

    /** r of a slot; 1 within rounding, and for capital. */
    private double fulfilled(int slot, double plan) {
        double part = switch (mode[slot]) {
            case CAPITAL -> 1;
            case CONSUMED -> {
                double need = network.coefficient(slot) * plan;
                yield need > 0 ? state.stock[slot] / need : 1;
            }
            case ACCESS -> {
                double sum = 0;
                for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                    sum += state.weight[l] * effects.permitted(l) * previousAvailable[supplier[l]];
                }
                yield sum + state.substituted[slot];
            }
        };
        return part > 1 - ROUNDING ? 1 : part;
    }

    /** Step 5: who is served what, and when it will arrive. */
    private void allocate(int week) {
        boolean rationed = false;
        for (int i = 0; i < activities; i++) {
            boolean shortHere = state.output[i] < state.ordered[i];
            rationed |= shortHere;
            java.util.Arrays.fill(served, i * classes, (i + 1) * classes, 1);
        }
        if (rationed) {
            ration();
        }
        for (int e = 0; e < slots; e++) {
            int ringStart = state.ringStart[e];
            int length = state.ringLength[e];
            int onTime = ringStart + (week + structure.slotLead(e)) % length;
            double sent = 0;
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                sent += ship(l, 1, week, e);
            }
            for (int a = structure.altStart(e); a < structure.altStart(e + 1); a++) {
                for (int l = structure.altLinkStart(a); l < structure.altLinkEnd(a); l++) {
                    sent += ship(l, structure.altPerUnit(a), week, e);
                }
            }
            state.ring[onTime] += sent;
        }
        for (int l = slotLinks; l < links; l++) {
            double amount = state.permitted[l] * served(l);
            int k = l - slotLinks;
            for (int p = 0; p < effects.delayParts(l); p++) {
                int place = state.marketRingStart[k] + (week + effects.delayWeeks(l, p)) % state.marketRingLength[k];
                state.marketRing[place] += amount * effects.delayPart(l, p);
            }
        }
    }

    /** Ships one link; returns what travels without extra delay, delayed parts go straight to their week. */
    private double ship(int link, double perUnit, int week, int slot) {
        double amount = state.permitted[link] * served(link) / perUnit;
        if (amount == 0) {
            return 0;
        }
        state.underWay[slot] += amount;
        if (!effects.canDelay(link)) {
            return amount;
        }
        for (int p = 0; p < effects.delayParts(link); p++) {
            int arrival = week + structure.slotLead(slot) + effects.delayWeeks(link, p);
            int place = state.ringStart[slot] + arrival % state.ringLength[slot];
            state.ring[place] += amount * effects.delayPart(link, p);
        }
        return 0;
    }

    private double served(int link) {
        return classes == 1 ? served[supplier[link]] : served[supplier[link] * classes + scenario.linkClass(link)];
    }

    /** The served part of each class of customers of each maker that cannot serve all. */
    private void ration() {
        if (classes == 1) {
            for (int i = 0; i < activities; i++) {
                if (state.output[i] < state.ordered[i]) {
                    served[i] = state.output[i] / state.ordered[i];
                }
            }
            return;
        }
        java.util.Arrays.fill(claims, 0);
        for (int l = 0; l < links; l++) {
            claims[supplier[l] * classes + scenario.linkClass(l)] += state.permitted[l];
        }
        for (int i = 0; i < activities; i++) {
            claims[i * classes + scenario.otherUsesClass(i)] += network.otherUses(i);
            if (state.output[i] < state.ordered[i]) {
                double left = state.output[i];
                for (int c = i * classes; c < (i + 1) * classes; c++) {
                    if (claims[c] > left) {
                        served[c] = left / claims[c];
                        left = 0;
                    } else {
                        left -= claims[c];
                    }
                }
            }
        }
    }

    /** Steps 6 to 8 for every slot: expected supply, alternatives, supplier weights, orders for next week. */
    private void expectAndReorder() {
        for (int e = 0; e < slots; e++) {
            double expected = 0;
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                expected += network.mix(l) * effects.permitted(l) * state.available[supplier[l]];
            }
            boolean isShort = expected < 1 - ROUNDING;
            state.shortWeeks[e] = isShort ? state.shortWeeks[e] + 1 : 0;
            double need = need(e);
            substitute(e, expected, need);
            weigh(e, expected);
            double quantity = quantity(e, need);
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                state.orders[l] = state.weight[l] * quantity;
            }
        }
    }

    /** Step 6, alternatives: how much of the need each takes over, and the orders for it. */
    private void substitute(int slot, double expected, double need) {
        double total = 0;
        for (int a = structure.altStart(slot); a < structure.altStart(slot + 1); a++) {
            int from = structure.altLinkStart(a);
            int to = structure.altLinkEnd(a);
            double part = 0;
            if (state.shortWeeks[slot] > network.altQualification(a) && turnTo(from, to)) {
                part = Math.min(network.altCap(a), Math.max(0, 1 - expected - total));
            }
            for (int l = from; l < to; l++) {
                state.orders[l] = part == 0 ? 0 : part * need * structure.altPerUnit(a) * scratch[l];
            }
            total += part;
        }
        state.substituted[slot] = total;
    }

    /** Step 7: whom to order from while the usual makers fall short. */
    private void weigh(int slot, double expected) {
        int from = structure.linkStart(slot);
        int to = structure.linkMid(slot);
        if (state.shortWeeks[slot] > network.qualification(slot) && turnTo(from, to)) {
            double missing = 1 - expected - state.substituted[slot];
            for (int l = from; l < to; l++) {
                state.weight[l] =
                        network.mix(l) * effects.permitted(l) * state.available[supplier[l]] + missing * scratch[l];
            }
        } else {
            for (int l = from; l < to; l++) {
                state.weight[l] = network.mix(l);
            }
        }
    }

    /**
     * v of step 6: the makers one can turn to, by what they could make, into the scratch array.
     *
     * @return whether there are any
     */
    private boolean turnTo(int from, int to) {
        double sum = 0;
        for (int l = from; l < to; l++) {
            int j = supplier[l];
            double could = effects.permitted(l) == 1 ? state.capacity[j] * state.fulfilment[j] : 0;
            scratch[l] = could;
            sum += could;
        }
        if (sum <= 0) {
            return false;
        }
        for (int l = from; l < to; l++) {
            scratch[l] /= sum;
        }
        return true;
    }

    private double need(int slot) {
        int i = structure.slotActivity(slot);
        double coefficient = network.coefficient(slot);
        if (mode[slot] != DependencyMode.CAPITAL) {
            return coefficient * state.plan[i];
        }
        double worn = 1 - state.machines[slot] / network.baseline(i);
        return coefficient * network.baseline(i) * Math.min(2, 1 + network.lifetimeYears(slot) * worn);
    }

    /** Step 8: Q. */
    private double quantity(int slot, double need) {
        if (mode[slot] != DependencyMode.CONSUMED) {
            return need;
        }
        double usual = network.coefficient(slot) * network.baseline(structure.slotActivity(slot));
        double delay = 0;
        if (effects.flowsTouched()) {
            for (int l = structure.linkStart(slot); l < structure.linkMid(slot); l++) {
                delay += state.weight[l] * effects.meanDelay(l);
            }
        }
        double target = (network.stockWeeks(slot) + structure.slotLead(slot) + delay) * usual;
        double wanted = need + (target - state.stock[slot] - state.underWay[slot]) * STOCK_ADJUSTMENT;
        return Math.max(0, Math.min(wanted, 2 * Math.max(need, usual)));
    }

    /** Step 9: machines wear down and are renewed by what arrived this week. */
    private void renewCapital() {
        for (int e = 0; e < slots; e++) {
            if (mode[e] == DependencyMode.CAPITAL) {
                double usual = network.baseline(structure.slotActivity(e));
                double received = state.arrived[e] / (network.coefficient(e) * usual);
                double towards = usual * (1 - network.criticality(e) * (1 - received));
                double renewed =
                        state.machines[e] + (towards - state.machines[e]) / (WEEKS_PER_YEAR * network.lifetimeYears(e));
                state.machines[e] = Math.max(0, Math.min(renewed, usual));
            }
        }
    }

    /** Step 10: what markets receive, and to whom their buyers turn. */
    private void serveMarkets(int week) {
        for (int m = 0; m < structure.marketCount(); m++) {
            int from = structure.marketLinkStart(m);
            int to = structure.marketLinkStart(m + 1);
            double demand = network.marketDemand(m);
            double function = 0;
            double sum = 0;
            for (int l = from; l < to; l++) {
                int k = l - slotLinks;
                int place = state.marketRingStart[k] + week % state.marketRingLength[k];
                state.received[k] = network.functionPerUnit(l) * state.marketRing[place];
                state.marketRing[place] = 0;
                function += state.received[k];
                double target = network.marketWeight(l) * effects.permitted(l) * state.available[supplier[l]];
                if (costs && target > 0) {
                    target *= StrictMath.exp(-network.sensitivity(m) * cost.marketChange(l, effects));
                }
                scratch[l] = target;
                sum += target;
            }
            state.served[m] = to == from ? 1 : 1 - Math.max(0, 1 - function / demand);
            if (sum > 0) {
                for (int l = from; l < to; l++) {
                    int k = l - slotLinks;
                    state.marketWeight[k] += (scratch[l] / sum - state.marketWeight[k]) / network.switchWeeks(m);
                }
            }
            for (int l = from; l < to; l++) {
                state.orders[l] = demand * state.marketWeight[l - slotLinks] / network.functionPerUnit(l);
            }
        }
    }
}
