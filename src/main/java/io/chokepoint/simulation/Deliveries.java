package io.chokepoint.simulation;

import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * What is on its way to each slot that is shipped to: one sum for each week to come, not one per link, since only the sum that arrives
 * counts.
 *
 * <p>Slots of one lead time and one longest delay share a ring of rows, a row for each week, in which each has a place. A week moves one
 * row on in a few rings, and what the slots of an activity take and send lies close together. Where nothing is delayed a ring has as many
 * rows as the lead time has weeks: what is sent takes the place of what has just arrived.
 */
final class Deliveries {
    /** By slot, the ring it is in; −1 for access. */
    final int[] ringOf;
    /** By slot, its place in the first row of its ring. */
    final int[] cellOf;
    /** By slot, all that is on its way to it, in units of its input. */
    final double[] underWay;
    /** What is to arrive: ring by ring, row by row, place by place. */
    final double[] cells;

    private final int[] lead;
    private final double[] usual;

    // By ring.
    private final int[] width;
    private final int[] length;
    private final int[] ringLead;
    private final int[] now;
    /** By ring, how far the row of what arrives this week is from its first row, and that of what is sent without delay. */
    final int[] arriving;

    final int[] sending;

    /** @param usual by slot, what it receives in a week at rest */
    Deliveries(CompiledScenario scenario, double[] usual) {
        NetworkStructure structure = scenario.network().structure();
        int slots = structure.slotCount();
        this.usual = usual;
        ringOf = new int[slots];
        cellOf = new int[slots];
        lead = new int[slots];
        underWay = new double[slots];
        int[] rows = new int[slots];
        int most = 0;
        for (int e = 0; e < slots; e++) {
            lead[e] = structure.slotLead(e);
            rows[e] = lead[e];
        }
        for (int k = 0; k < scenario.affectedLinkCount(); k++) {
            int link = scenario.affectedLink(k);
            int slot = structure.linkSlot(link);
            if (slot >= 0) {
                rows[slot] = Math.max(rows[slot], lead[slot] + scenario.mostDelay(link));
            }
        }
        for (int e = 0; e < slots; e++) {
            most = Math.max(most, rows[e]);
        }
        int[] known = new int[(most + 1) * (most + 1)];
        int[] widths = new int[slots];
        int rings = 0;
        Arrays.fill(ringOf, -1);
        for (int i = 0; i < structure.activityCount(); i++) {
            for (int e = structure.slotStart(i); e < structure.accessStart(i); e++) {
                int key = lead[e] * (most + 1) + rows[e];
                if (known[key] == 0) {
                    known[key] = ++rings;
                }
                ringOf[e] = known[key] - 1;
                cellOf[e] = widths[ringOf[e]]++;
            }
        }
        width = Arrays.copyOf(widths, rings);
        length = new int[rings];
        ringLead = new int[rings];
        now = new int[rings];
        arriving = new int[rings];
        sending = new int[rings];
        for (int e = 0; e < slots; e++) {
            if (ringOf[e] >= 0) {
                length[ringOf[e]] = rows[e];
                ringLead[ringOf[e]] = lead[e];
            }
        }
        int size = 0;
        int[] start = new int[rings];
        for (int r = 0; r < rings; r++) {
            start[r] = size;
            size += length[r] * width[r];
            // Before week 0 comes, the rings stand one row ahead of it.
            now[r] = length[r] - 1;
        }
        for (int e = 0; e < slots; e++) {
            cellOf[e] += ringOf[e] >= 0 ? start[ringOf[e]] : 0;
        }
        cells = new double[size];
    }

    /** Moves to the next week; to week 0 at the first call. */
    void nextWeek() {
        for (int r = 0; r < now.length; r++) {
            now[r] = now[r] + 1 == length[r] ? 0 : now[r] + 1;
            arriving[r] = row(r, 0);
            sending[r] = row(r, ringLead[r]);
        }
    }

    private int row(int ring, int weeks) {
        int row = now[ring] + weeks;
        return (row >= length[ring] ? row - length[ring] : row) * width[ring];
    }

    /** Puts under way what is so in the steady state at the start of a week: the usual flow in each week of the lead time. */
    void restBeforeArrivals(int slot) {
        int ring = ringOf[slot];
        for (int week = 0; week < length[ring]; week++) {
            cells[cellOf[slot] + row(ring, week)] = week < lead[slot] ? usual[slot] : 0;
        }
        underWay[slot] = lead[slot] * usual[slot];
    }

    /** What arrives this week; it is no longer under way. */
    double take(int slot) {
        int cell = cellOf[slot] + arriving[ringOf[slot]];
        double arrived = cells[cell];
        cells[cell] = 0;
        underWay[slot] -= arrived;
        return arrived;
    }

    /** Sends so much on its way, to arrive after the lead time. */
    void send(int slot, double amount) {
        cells[cellOf[slot] + sending[ringOf[slot]]] += amount;
        underWay[slot] += amount;
    }

    /** Sends so much to arrive so many weeks later than after the lead time. */
    void sendLate(int slot, int delay, double amount) {
        cells[cellOf[slot] + row(ringOf[slot], lead[slot] + delay)] += amount;
        underWay[slot] += amount;
    }

    /** All that is on its way to the slot, in units of its input. */
    double underWay(int slot) {
        return underWay[slot];
    }

    /** The same, added up from what is to arrive in each week: for checks. */
    double underWayByWeek(int slot) {
        double sum = 0;
        int ring = ringOf[slot];
        for (int week = 0; ring >= 0 && week < length[ring]; week++) {
            sum += cells[cellOf[slot] + row(ring, week)];
        }
        return sum;
    }
}
