package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Everything that changes during a run, in the steady state of the model page, section 2, when made. One per run and thread.
 *
 * <p>Orders to the makers of an input are kept as the slot's quantity, O(j,i) = w(j,i)·Q(k,i). The weights w are the network's mix but for
 * slots that have turned to other makers. Only orders for alternatives and those of markets are kept one by one.
 */
final class WeekState {
    // By activity.
    final double[] capacity;
    /** K_i: the least over the capital inputs, x̄ where there are none. */
    final double[] machinePark;
    /** The capital input with that least, where it is below x̄; −1 elsewhere. */
    final int[] wornSlot;

    /** A_i: capacity that expansions have added. */
    final double[] added;

    /** κ: the part of the machines that restrictions leave. */
    final double[] working;
    /** The plan as a part of x̄. */
    final double[] planPart;

    final double[] fulfilment;
    final double[] output;
    /** The output as a part of x̄. */
    final double[] outputPart;

    final double[] available;
    final double[] availableBefore;
    final int[] overOrderedWeeks;
    final int[] bindingSlot;
    /** Whom anything has reached yet; the others are in the steady state. */
    final Members awake;
    /** What those who are awake order of the inputs that do not stand apart. */
    final CommonOrders common;

    final SlotsApart apart;
    final Deliveries deliveries;
    final Demand demand;
    /** Null where goods have no values, so that nobody asks. */
    final @Nullable Needs needs;

    // By slot.
    /** Use of the input in a week at rest, in units of the input. */
    final double[] usual;

    // By link.
    /** w, of the makers of the input itself; the mix m but for slots that have turned to others. */
    final double[] weight;
    /** Orders for alternatives and of markets; not used for makers of the input itself. */
    final double[] orders;
    /** Permitted orders on links that a restriction touches, and of markets. */
    final double[] permitted;

    // By market's link, counted from the first of them.
    final int[] marketRingStart;
    final int[] marketRingLength;
    final double[] marketRing;
    final double[] marketWeight;
    final double[] received;
    // By market.
    final double[] served;

    /** Who has been asked but sleeps, in the order of being asked first; of those asked so far that have been seen. */
    private final int[] askedAsleep;

    private int asleepCount;
    private int askedSeen;

    private final CompiledScenario scenario;
    private final NetworkStructure structure;

    WeekState(CompiledNetwork network, CompiledScenario scenario) {
        this.scenario = scenario;
        structure = network.structure();
        int slots = structure.slotCount();
        int links = structure.linkCount();
        capacity = network.baselines();
        machinePark = network.baselines();
        output = network.baselines();
        int activities = structure.activityCount();
        added = new double[activities];
        working = filledWithOne(activities);
        planPart = filledWithOne(activities);
        outputPart = filledWithOne(activities);
        fulfilment = filledWithOne(activities);
        available = filledWithOne(activities);
        availableBefore = filledWithOne(activities);
        overOrderedWeeks = new int[activities];
        bindingSlot = new int[activities];
        Arrays.fill(bindingSlot, -1);
        wornSlot = new int[activities];
        Arrays.fill(wornSlot, -1);
        awake = new Members(activities);
        apart = new SlotsApart(network);
        common = new CommonOrders(scenario, apart);
        deliveries = new Deliveries(scenario);
        demand = new Demand(network);
        askedAsleep = new int[activities];
        usual = new double[slots];
        for (int e = 0; e < slots; e++) {
            usual[e] = network.coefficient(e) * network.baseline(structure.slotActivity(e));
        }
        weight = network.mixes();
        orders = new double[links];
        permitted = new double[links];

        int firstMarketLink = structure.linkStart(slots);
        int marketLinks = links - firstMarketLink;
        marketRingStart = new int[marketLinks];
        marketRingLength = new int[marketLinks];
        marketWeight = new double[marketLinks];
        received = new double[marketLinks];
        served = new double[structure.marketCount()];
        int marketSize = 0;
        for (int k = 0; k < marketLinks; k++) {
            int link = firstMarketLink + k;
            orders[link] = network.flow(link);
            marketRingStart[k] = marketSize;
            marketRingLength[k] = scenario.mostDelay(link) + 1;
            marketSize += marketRingLength[k];
            marketWeight[k] = network.marketWeight(link);
        }
        marketRing = new double[marketSize];
        needs = network.prices().isPresent() ? new Needs(network, this) : null;
    }

    private static double[] filledWithOne(int length) {
        double[] ones = new double[length];
        Arrays.fill(ones, 1);
        return ones;
    }

    /** From now on the activity's state moves. */
    void wake(int activity) {
        if (!awake.has[activity]) {
            awake.add(activity);
        }
    }

    /** Wakes whose orders are not the usual ones, in the order in which they were first asked. */
    void wakeWhoIsAsked() {
        while (askedSeen < demand.asked.count) {
            askedAsleep[asleepCount++] = demand.asked.list[askedSeen++];
        }
        int still = 0;
        for (int k = 0; k < asleepCount; k++) {
            int i = askedAsleep[k];
            if (awake.has[i]) {
                continue;
            }
            if (demand.ordered[i] != demand.usual[i]) {
                wake(i);
            } else {
                askedAsleep[still++] = i;
            }
        }
        asleepCount = still;
    }

    /** From now on what the activity plans and uses may differ from the usual. */
    void move(int activity) {
        if (!common.hasMoved(activity)) {
            common.move(activity);
            demand.move(activity);
        }
    }

    /**
     * Has the slot stand apart, if it does not yet; then its activity is awake.
     *
     * @param arrived whether what arrives this week lies in the stocks already
     * @return its place among the slots apart
     */
    int setApart(int slot, boolean arrived) {
        int known = apart.placeOf[slot];
        if (known >= 0) {
            return known;
        }
        int activity = structure.slotActivity(slot);
        wake(activity);
        int place = apart.add(slot);
        deliveries.add(place, slot);
        demand.setApart(slot, place);
        if (needs != null) {
            needs.setApart(slot, place);
        }
        int weeks = scenario.lead(slot);
        switch (structure.slotMode(slot)) {
            case CONSUMED -> {
                double stock = scenario.stockWeeks(slot) + common.stockGained(activity, weeks);
                // What arrives in so many weeks was sent when as many of the lead time were still to go.
                for (int week = 0; week < weeks; week++) {
                    deliveries.cells[deliveries.cell(place, week)] =
                            Math.max(0, 1 + common.ordered(activity, weeks - week));
                }
                if (arrived) {
                    stock += deliveries.take(place);
                }
                common.leave(slot);
                apart.stock[place] = Math.max(0, stock);
                apart.gap[place] = common.gap(activity);
            }
            case CAPITAL -> {
                apart.machines[place] = 1;
                for (int week = 0; week < weeks; week++) {
                    deliveries.cells[deliveries.cell(place, week)] = 1;
                }
            }
            case ACCESS -> {}
        }
        return place;
    }

    /** What a slot apart orders this week beyond the usual, as a part of the usual. */
    double more(int place) {
        return demand.more[demand.firstApart + place];
    }

    /** Q: what the slot orders this week, in units of its input. */
    double quantity(int slot) {
        int place = apart.placeOf[slot];
        return usual[slot] * (1 + (place < 0 ? demand.moreInCommon(slot) : more(place)));
    }
}
