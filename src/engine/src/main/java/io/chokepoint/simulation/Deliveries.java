package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * What is on its way to the slots that stand apart and are shipped to, in weeks of usual use: one sum for each week to come, not one per
 * link, since only the sum that arrives counts.
 *
 * <p>Each slot has a ring of weeks, as long as its lead time and the longest delay on any of its links. Where nothing is delayed, what is
 * sent takes the place of what has just arrived. Rings of one lead time and length go round together.
 */
final class Deliveries {
    /** By place among the slots apart, where its ring starts. */
    final int[] start;
    /** By place, the kind of ring it has. */
    final int[] kind;
    /** What is to arrive: slot by slot, week by week. */
    final double[] cells;
    /** By kind of ring, how far from its start what arrives this week is, and what is sent without delay. */
    final int[] arriving;

    final int[] sending;

    private final int[] kindOf;
    // By kind.
    private final int[] lead;
    private final int[] length;

    private int used;

    Deliveries(CompiledScenario scenario) {
        NetworkStructure structure = scenario.network().structure();
        int slots = structure.slotCount();
        start = new int[slots];
        kind = new int[slots];
        int[] needed = new int[slots];
        for (int e = 0; e < slots; e++) {
            needed[e] = structure.slotMode(e) == DependencyMode.ACCESS ? 0 : scenario.lead(e);
        }
        for (int k = 0; k < scenario.affectedLinkCount(); k++) {
            int link = scenario.affectedLink(k);
            int slot = structure.linkSlot(link);
            if (slot >= 0 && needed[slot] > 0) {
                needed[slot] = Math.max(needed[slot], scenario.lead(slot) + scenario.mostDelay(link));
            }
        }
        int size = 0;
        for (int weeks : needed) {
            size += weeks;
        }
        cells = new double[size];
        int[] leads = new int[slots];
        int[] lengths = new int[slots];
        kindOf = new int[slots];
        int kinds = 0;
        for (int e = 0; e < slots; e++) {
            int weeks = needed[e] == 0 ? 0 : scenario.lead(e);
            int known = 0;
            // There are a few dozen at most: a look through them is less work than a map of numbers.
            while (known < kinds && (leads[known] != weeks || lengths[known] != needed[e])) {
                known++;
            }
            if (known == kinds) {
                leads[kinds] = weeks;
                lengths[kinds] = needed[e];
                kinds++;
            }
            kindOf[e] = known;
        }
        lead = Arrays.copyOf(leads, kinds);
        length = Arrays.copyOf(lengths, kinds);
        arriving = new int[kinds];
        sending = new int[kinds];
    }

    void startWeek(int week) {
        for (int r = 0; r < length.length; r++) {
            if (length[r] > 0) {
                arriving[r] = week % length[r];
                sending[r] = (week + lead[r]) % length[r];
            }
        }
    }

    /** Makes room for a slot; until something is put there, nothing is on its way. */
    void add(int place, int slot) {
        start[place] = used;
        kind[place] = kindOf[slot];
        used += length[kindOf[slot]];
    }

    /** Where what arrives so many weeks from now is added up; 0 and the length of the ring are the same place. */
    int cell(int place, int weeks) {
        int around = length[kind[place]];
        int row = arriving[kind[place]] + weeks;
        return start[place] + (row < around ? row : row - around);
    }

    /** What arrives this week; it is no longer under way. */
    double take(int place) {
        int cell = start[place] + arriving[kind[place]];
        double arrived = cells[cell];
        cells[cell] = 0;
        return arrived;
    }

    /** Sends so much on its way, to arrive after the lead time. */
    void send(int place, double amount) {
        cells[start[place] + sending[kind[place]]] += amount;
    }

    /** Sends so much to arrive so many weeks later than after the lead time. */
    void sendLate(int place, int delay, double amount) {
        cells[cell(place, lead[kind[place]] + delay)] += amount;
    }

    /** All that is on its way to the slot. */
    double underWay(int place) {
        double sum = 0;
        for (int week = 0; week < length[kind[place]]; week++) {
            sum += cells[start[place] + week];
        }
        return sum;
    }
}
