package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

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

    final double[] ordered;
    final double[] plan;
    final double[] fulfilment;
    final double[] output;
    final double[] available;
    final double[] availableBefore;
    final int[] overOrderedWeeks;
    final int[] bindingSlot;
    /** Whom anything has reached yet; the others are in the steady state. */
    final Awake awake;

    private final NetworkStructure structure;

    // By slot.
    final double[] stock;
    final double[] substituted;
    final double[] machines;
    final double[] quantity;
    /** As of the last week in which the slot was disturbed. */
    final int[] shortWeeks;
    /** Whether the slot's weights differ from its usual mix. */
    final boolean[] reweighed;
    /**
     * The last week in which the slot's links must be looked at one by one: a restriction touches it, a maker fails it, or it has turned to
     * others. In other weeks what it orders is what it gets, from its usual makers in their usual mix.
     */
    final int[] attention;
    /** Use of the input in a week at rest. */
    final double[] usual;

    final Deliveries deliveries;

    // By link.
    /** Of slots that have turned to others; not used elsewhere. */
    final double[] weight;
    /** Orders for alternatives and of markets; not used for makers of the input itself. */
    final double[] orders;
    /** Permitted orders of slots that a restriction touches, and of markets. */
    final double[] permitted;

    // By market's link, counted from the first of them.
    final int[] marketRingStart;
    final int[] marketRingLength;
    final double[] marketRing;
    final double[] marketWeight;
    final double[] received;
    // By market.
    final double[] served;

    WeekState(CompiledNetwork network, CompiledScenario scenario) {
        structure = network.structure();
        int activities = structure.activityCount();
        int slots = structure.slotCount();
        int links = structure.linkCount();
        capacity = new double[activities];
        machinePark = new double[activities];
        ordered = new double[activities];
        plan = new double[activities];
        fulfilment = new double[activities];
        output = new double[activities];
        available = new double[activities];
        availableBefore = new double[activities];
        overOrderedWeeks = new int[activities];
        bindingSlot = new int[activities];
        awake = new Awake(structure);
        stock = new double[slots];
        substituted = new double[slots];
        machines = new double[slots];
        quantity = new double[slots];
        shortWeeks = new int[slots];
        reweighed = new boolean[slots];
        attention = new int[slots];
        Arrays.fill(attention, -1);
        usual = new double[slots];
        for (int e = 0; e < slots; e++) {
            usual[e] = network.coefficient(e) * network.baseline(structure.slotActivity(e));
        }
        deliveries = new Deliveries(scenario, usual);
        weight = new double[links];
        orders = new double[links];
        permitted = new double[links];

        int firstMarketLink = structure.linkStart(slots);
        int marketLinks = links - firstMarketLink;
        marketRingStart = new int[marketLinks];
        marketRingLength = new int[marketLinks];
        marketWeight = new double[marketLinks];
        received = new double[marketLinks];
        served = new double[structure.marketCount()];

        for (int i = 0; i < activities; i++) {
            capacity[i] = network.baseline(i);
            machinePark[i] = network.baseline(i);
            ordered[i] = network.baseline(i);
            plan[i] = network.baseline(i);
            output[i] = network.baseline(i);
        }
        Arrays.fill(fulfilment, 1);
        Arrays.fill(available, 1);
        Arrays.fill(bindingSlot, -1);
        for (int e = 0; e < slots; e++) {
            stock[e] = (network.stockWeeks(e) + scenario.builtStock(e)) * usual[e];
            machines[e] = network.baseline(structure.slotActivity(e));
            quantity[e] = usual[e];
        }
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
    }

    /**
     * From now on the activity's state moves. What arrives this week is still to be taken: before production as after it, since an activity
     * at rest uses up what arrives.
     */
    void wake(int activity) {
        if (!awake.is[activity]) {
            awake.add(activity);
            for (int e = structure.slotStart(activity); e < structure.accessStart(activity); e++) {
                deliveries.restBeforeArrivals(e);
            }
        }
    }
}
