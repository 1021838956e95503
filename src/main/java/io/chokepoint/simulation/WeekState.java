package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * Everything that changes during a run, in the steady state of the model page, section 2, when made. One per run and thread.
 *
 * <p>Orders to the makers of an input are kept as the slot's quantity and its suppliers' weights, O(j,i) = w(j,i)·Q(k,i); only orders for
 * alternatives and those of markets are kept one by one.
 */
final class WeekState {
    // By activity.
    final double[] capacity;
    final double[] ordered;
    final double[] plan;
    final double[] fulfilment;
    final double[] output;
    final double[] available;
    final double[] availableBefore;
    final int[] overOrderedWeeks;
    final int[] bindingSlot;
    /** Whether anything has reached the activity yet; those it has not are in the steady state. */
    final boolean[] awake;

    private final NetworkStructure structure;

    // By slot.
    final double[] stock;
    final double[] arrived;
    final double[] substituted;
    final double[] machines;
    final double[] quantity;
    final int[] shortWeeks;
    /** Whether the slot's weights differ from its usual mix. */
    final boolean[] reweighed;

    final Deliveries deliveries;

    // By link.
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
        ordered = new double[activities];
        plan = new double[activities];
        fulfilment = new double[activities];
        output = new double[activities];
        available = new double[activities];
        availableBefore = new double[activities];
        overOrderedWeeks = new int[activities];
        bindingSlot = new int[activities];
        awake = new boolean[activities];
        stock = new double[slots];
        arrived = new double[slots];
        substituted = new double[slots];
        machines = new double[slots];
        quantity = new double[slots];
        shortWeeks = new int[slots];
        reweighed = new boolean[slots];
        deliveries = new Deliveries(network, scenario);
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
            ordered[i] = network.baseline(i);
            plan[i] = network.baseline(i);
            output[i] = network.baseline(i);
        }
        Arrays.fill(fulfilment, 1);
        Arrays.fill(available, 1);
        Arrays.fill(bindingSlot, -1);
        for (int l = 0; l < links; l++) {
            weight[l] = network.mix(l);
        }
        for (int e = 0; e < slots; e++) {
            int i = structure.slotActivity(e);
            double need = network.coefficient(e) * network.baseline(i);
            stock[e] = (network.stockWeeks(e) + scenario.builtStock(e)) * need;
            machines[e] = network.baseline(i);
            quantity[e] = need;
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

    /** From this week's arrivals on, the activity's state moves. */
    void wakeBeforeArrivals(int activity) {
        if (!awake[activity]) {
            awake[activity] = true;
            for (int e = structure.slotStart(activity); e < structure.slotStart(activity + 1); e++) {
                deliveries.restBeforeArrivals(e);
            }
        }
    }

    /** From this week's shipments on, the activity's state moves; this week's arrivals were the usual ones and are used up. */
    void wakeAfterProduction(int activity) {
        if (!awake[activity]) {
            awake[activity] = true;
            for (int e = structure.slotStart(activity); e < structure.slotStart(activity + 1); e++) {
                deliveries.restBeforeArrivals(e);
                arrived[e] = deliveries.take(e);
            }
        }
    }
}
