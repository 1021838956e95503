package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * What is on its way to each slot: one ring of weeks per slot, not one per link, since only the sum that arrives counts. A ring is as long
 * as the lead time and the largest delay need. Rings of one length share a cursor, so that a week moves a few cursors and divides nothing.
 */
final class Deliveries {
    private final int[] start;
    private final int[] length;
    private final int[] cursorOf;
    private final int[] cursor;
    private final int[] cursorLength;
    private final int[] lead;
    private final double[] usual;
    private final double[] ring;
    private final double[] underWay;

    Deliveries(CompiledNetwork network, CompiledScenario scenario) {
        NetworkStructure structure = network.structure();
        int slots = structure.slotCount();
        start = new int[slots];
        length = new int[slots];
        cursorOf = new int[slots];
        underWay = new double[slots];
        int size = 0;
        int longest = 0;
        for (int e = 0; e < slots; e++) {
            int delay = 0;
            for (int l = structure.linkStart(e); l < structure.linkStart(e + 1); l++) {
                delay = Math.max(delay, scenario.mostDelay(l));
            }
            start[e] = size;
            length[e] = structure.slotLead(e) + delay + 1;
            longest = Math.max(longest, length[e]);
            size += length[e];
        }
        ring = new double[size];
        int[] place = new int[longest + 1];
        int cursors = 0;
        for (int e = 0; e < slots; e++) {
            if (place[length[e]] == 0) {
                place[length[e]] = ++cursors;
            }
            cursorOf[e] = place[length[e]] - 1;
        }
        cursor = new int[cursors];
        cursorLength = new int[cursors];
        for (int e = 0; e < slots; e++) {
            cursorLength[cursorOf[e]] = length[e];
        }
        // Before week 0 comes, the cursors stand one place ahead of it.
        for (int c = 0; c < cursors; c++) {
            cursor[c] = cursorLength[c] - 1;
        }
        lead = new int[slots];
        usual = new double[slots];
        for (int e = 0; e < slots; e++) {
            lead[e] = structure.slotLead(e);
            for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                usual[e] += network.flow(l);
            }
            // The cursor stands before week 0, whose place is the first.
            Arrays.fill(ring, start[e], start[e] + lead[e], usual[e]);
            underWay[e] = lead[e] * usual[e];
        }
    }

    /** Moves to the next week; to week 0 at the first call. */
    void nextWeek() {
        for (int c = 0; c < cursor.length; c++) {
            cursor[c] = cursor[c] + 1 == cursorLength[c] ? 0 : cursor[c] + 1;
        }
    }

    /** Puts under way what is so in the steady state at the start of a week: the usual flow in each week of the lead time. */
    void restBeforeArrivals(int slot) {
        Arrays.fill(ring, start[slot], start[slot] + length[slot], 0);
        int now = cursor[cursorOf[slot]];
        for (int week = 0; week < lead[slot]; week++) {
            int place = now + week;
            ring[start[slot] + (place >= length[slot] ? place - length[slot] : place)] = usual[slot];
        }
        underWay[slot] = lead[slot] * usual[slot];
    }

    /** What arrives this week; it is no longer under way. */
    double take(int slot) {
        int place = start[slot] + cursor[cursorOf[slot]];
        double arrived = ring[place];
        ring[place] = 0;
        underWay[slot] -= arrived;
        return arrived;
    }

    /** Sends so much to arrive so many weeks from now, at least 1 and within the ring. */
    void send(int slot, int weeks, double amount) {
        int place = cursor[cursorOf[slot]] + weeks;
        if (place >= length[slot]) {
            place -= length[slot];
        }
        ring[start[slot] + place] += amount;
        underWay[slot] += amount;
    }

    /** All that is on its way to the slot, in units of its input. */
    double underWay(int slot) {
        return underWay[slot];
    }

    /** The same, added up from what is to arrive in each week: for checks. */
    double underWayByWeek(int slot) {
        double sum = 0;
        for (int week = 0; week < length[slot]; week++) {
            sum += ring[start[slot] + week];
        }
        return sum;
    }
}
