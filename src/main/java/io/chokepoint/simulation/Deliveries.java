package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;

/**
 * What is on its way to the slots that stand apart and are shipped to, in weeks of usual use: one sum for each week to come, not one per
 * link, since only the sum that arrives counts.
 *
 * <p>Each slot has a ring of weeks, as long as its lead time and the longest delay on any of its links. Where nothing is delayed, what is
 * sent takes the place of what has just arrived.
 */
final class Deliveries {
    /** By place among the slots apart, where its ring starts. */
    final int[] start;
    /** By place, how many weeks its ring has. */
    final int[] length;
    /** What is to arrive: slot by slot, week by week. */
    final double[] cells;
    /** By length of ring, how far from its start what arrives this week is. */
    final int[] now;

    private final NetworkStructure structure;
    private final int[] lead;
    /** By slot, the length of the ring it needs. */
    private final int[] needed;

    private int used;

    Deliveries(CompiledScenario scenario) {
        structure = scenario.network().structure();
        int slots = structure.slotCount();
        start = new int[slots];
        length = new int[slots];
        lead = new int[slots];
        needed = new int[slots];
        for (int e = 0; e < slots; e++) {
            needed[e] = structure.slotMode(e) == DependencyMode.ACCESS ? 0 : structure.slotLead(e);
        }
        for (int k = 0; k < scenario.affectedLinkCount(); k++) {
            int link = scenario.affectedLink(k);
            int slot = structure.linkSlot(link);
            if (slot >= 0 && needed[slot] > 0) {
                needed[slot] = Math.max(needed[slot], structure.slotLead(slot) + scenario.mostDelay(link));
            }
        }
        int most = 0;
        int size = 0;
        for (int weeks : needed) {
            most = Math.max(most, weeks);
            size += weeks;
        }
        cells = new double[size];
        now = new int[most + 1];
    }

    void startWeek(int week) {
        for (int weeks = 1; weeks < now.length; weeks++) {
            now[weeks] = week % weeks;
        }
    }

    /** Makes room for a slot; until something is put there, nothing is on its way. */
    void add(int place, int slot) {
        start[place] = used;
        length[place] = needed[slot];
        lead[place] = structure.slotLead(slot);
        used += needed[slot];
    }

    /** Where what arrives so many weeks from now is added up; 0 and the length of the ring are the same place. */
    int cell(int place, int weeks) {
        int around = length[place];
        int row = now[around] + weeks;
        return start[place] + (row < around ? row : row - around);
    }

    /** What arrives this week; it is no longer under way. */
    double take(int place) {
        int cell = cell(place, 0);
        double arrived = cells[cell];
        cells[cell] = 0;
        return arrived;
    }

    /** Sends so much on its way, to arrive after the lead time. */
    void send(int place, double amount) {
        cells[cell(place, lead[place])] += amount;
    }

    /** Sends so much to arrive so many weeks later than after the lead time. */
    void sendLate(int place, int delay, double amount) {
        cells[cell(place, lead[place] + delay)] += amount;
    }

    /** All that is on its way to the slot. */
    double underWay(int place) {
        double sum = 0;
        for (int week = 0; week < length[place]; week++) {
            sum += cells[start[place] + week];
        }
        return sum;
    }
}
