package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;

/**
 * Everything that changes during a run, in the steady state of the model page, section 2, when made. One per run and thread.
 *
 * <p>What is under way to a slot is one ring of weeks per slot, not one per link: only the sum that arrives counts. A market's
 * links keep a ring each, since its vendors are told apart.
 */
final class WeekState {
    // By activity.
    final double[] capacity;
    final double[] ordered;
    final double[] plan;
    final double[] fulfilment;
    final double[] output;
    final double[] available;
    final int[] overOrderedWeeks;
    final int[] bindingSlot;

    // By slot.
    final double[] stock;
    final double[] underWay;
    final double[] arrived;
    final double[] substituted;
    final double[] machines;
    final int[] shortWeeks;
    final int[] ringStart;
    final int[] ringLength;
    final double[] ring;

    // By link.
    final double[] orders;
    final double[] permitted;
    final double[] weight;

    // By market's link, counted from the first of them.
    final int[] marketRingStart;
    final int[] marketRingLength;
    final double[] marketRing;
    final double[] marketWeight;
    final double[] received;
    // By market.
    final double[] served;

    WeekState(CompiledNetwork network, CompiledScenario scenario) {
        NetworkStructure structure = network.structure();
        int activities = structure.activityCount();
        int slots = structure.slotCount();
        int links = structure.linkCount();
        capacity = new double[activities];
        ordered = new double[activities];
        plan = new double[activities];
        fulfilment = new double[activities];
        output = new double[activities];
        available = new double[activities];
        overOrderedWeeks = new int[activities];
        bindingSlot = new int[activities];
        stock = new double[slots];
        underWay = new double[slots];
        arrived = new double[slots];
        substituted = new double[slots];
        machines = new double[slots];
        shortWeeks = new int[slots];
        ringStart = new int[slots];
        ringLength = new int[slots];
        orders = new double[links];
        permitted = new double[links];
        weight = new double[links];

        int firstMarketLink = slots == 0 ? 0 : structure.linkStart(slots);
        int marketLinks = links - firstMarketLink;
        marketRingStart = new int[marketLinks];
        marketRingLength = new int[marketLinks];
        marketWeight = new double[marketLinks];
        received = new double[marketLinks];
        served = new double[structure.marketCount()];

        java.util.Arrays.fill(available, 1);
        for (int l = 0; l < links; l++) {
            orders[l] = network.flow(l);
            weight[l] = network.mix(l);
        }
        int size = 0;
        for (int e = 0; e < slots; e++) {
            int delay = 0;
            for (int l = structure.linkStart(e); l < structure.linkStart(e + 1); l++) {
                delay = Math.max(delay, scenario.mostDelay(l));
            }
            ringStart[e] = size;
            ringLength[e] = structure.slotLead(e) + delay + 1;
            size += ringLength[e];
        }
        ring = new double[size];
        for (int e = 0; e < slots; e++) {
            int i = structure.slotActivity(e);
            double need = network.coefficient(e) * network.baseline(i);
            stock[e] = (network.stockWeeks(e) + scenario.builtStock(e)) * need;
            machines[e] = network.baseline(i);
            double flow = 0;
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                flow += network.flow(l);
            }
            for (int week = 0; week < structure.slotLead(e); week++) {
                ring[ringStart[e] + week] = flow;
                underWay[e] += flow;
            }
        }
        int marketSize = 0;
        for (int k = 0; k < marketLinks; k++) {
            marketRingStart[k] = marketSize;
            marketRingLength[k] = scenario.mostDelay(firstMarketLink + k) + 1;
            marketSize += marketRingLength[k];
            marketWeight[k] = network.marketWeight(firstMarketLink + k);
        }
        marketRing = new double[marketSize];
    }
}
