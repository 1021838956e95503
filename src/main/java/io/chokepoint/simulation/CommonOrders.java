package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.LeadTimes;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;

/**
 * What an activity orders of all the inputs it uses up that have always come as ordered.
 *
 * <p>In parts of its usual use, step 8 of the week says the same for each of them: the need is the plan, and stock and what is under way
 * together have fallen short of their target by what was used, less what was ordered, since the beginning. So one order and two sums hold
 * for all, and a stock is n + Σ arrived − Σ used, where what has arrived is what was ordered a lead time ago. Sums are of what differs
 * from the usual: at rest they are exactly 0.
 */
final class CommonOrders {
    /** A stock that falls short by less counts as enough: the sums have no more digits. */
    private static final double ROUNDING = 1e-13;

    /** By activity, Σ (use − usual) of the weeks so far. */
    private final double[] used;

    private final int activities;
    private final LeadTimes leads;
    private final int[] leadStart;
    private final int[] leadWeeks;
    /** By place of a lead time, the least n of the inputs that have it, in weeks. */
    private final double[] leastStock;

    /** Σ (order − usual) until each of the last weeks: a row of activities for each, round and round. */
    private final double[] ordered;

    private final int rows;
    /** By weeks ago, where the row of that week starts. */
    private final int[] rowOf;

    CommonOrders(CompiledNetwork network) {
        NetworkStructure structure = network.structure();
        activities = structure.activityCount();
        leads = structure.leadTimes();
        leadStart = new int[activities + 1];
        for (int i = 0; i <= activities; i++) {
            leadStart[i] = leads.start(i);
        }
        leadWeeks = new int[leads.count()];
        for (int place = 0; place < leadWeeks.length; place++) {
            leadWeeks[place] = leads.weeks(place);
        }
        leastStock = new double[leadWeeks.length];
        Arrays.fill(leastStock, Double.POSITIVE_INFINITY);
        for (int i = 0; i < activities; i++) {
            for (int e = structure.slotStart(i); e < structure.capitalStart(i); e++) {
                int place = leads.of(e);
                leastStock[place] = Math.min(leastStock[place], network.stockWeeks(e));
            }
        }
        used = new double[activities];
        rows = leads.longest() + 2;
        rowOf = new int[rows];
        ordered = new double[rows * activities];
    }

    /** @param week the one that starts; until its orders are sent, no row holds them */
    void startWeek(int week) {
        for (int ago = 0; ago < rows; ago++) {
            rowOf[ago] = (week - ago + rows) % rows * activities;
        }
    }

    /** Σ (order − usual) until so many weeks ago; 0 weeks ago only after this week's orders were {@link #send sent}. */
    double orderedUntil(int activity, int weeksAgo) {
        return ordered[rowOf[weeksAgo] + activity];
    }

    /** What was ordered so many weeks ago, ≥ 1, less the usual. */
    double ordered(int activity, int weeksAgo) {
        return orderedUntil(activity, weeksAgo) - orderedUntil(activity, weeksAgo + 1);
    }

    /** The same by the end of the week. */
    double stockLeft(int activity, int leadWeeks) {
        return orderedUntil(activity, leadWeeks) - used[activity];
    }

    /** What is missing of the target in stock and on the way together, in weeks of usual use. */
    double gap(int activity) {
        return used[activity] - orderedUntil(activity, 1);
    }

    /**
     * Whether all inputs that come as ordered surely suffice for a plan this week.
     *
     * @param plan a part of the activity's baseline
     */
    boolean suffice(int activity, double plan) {
        double[] arrived = ordered;
        int to = leadStart[activity + 1];
        double more = 1 - used[activity];
        for (int place = leadStart[activity]; place < to; place++) {
            double stock = leastStock[place] + (arrived[rowOf[leadWeeks[place]] + activity] + more);
            if (stock < plan - ROUNDING) {
                return false;
            }
        }
        return true;
    }

    /** Whether a single input suffices, which comes as ordered. */
    boolean suffices(int activity, int leadWeeks, double stockWeeks, double plan) {
        return !(stockWeeks + (orderedUntil(activity, leadWeeks) + (1 - used[activity])) < plan - ROUNDING);
    }

    /** What the stock of an input that comes as ordered has gained by the start of the week, in weeks of usual use. */
    double stockGained(int activity, int leadWeeks) {
        return orderedUntil(activity, leadWeeks + 1) - used[activity];
    }

    /**
     * Steps 4, 5 and 8: what is used leaves the stocks, what was ordered is sent, and what is needed is ordered.
     *
     * @param more what was ordered less the usual, in parts of the usual
     * @param plan a part of the activity's baseline
     * @param output the same
     * @return what is ordered for next week, less the usual
     */
    double order(int activity, double more, double plan, double output) {
        double usedSoFar = used[activity] + (output - 1);
        used[activity] = usedSoFar;
        double orderedSoFar = ordered[rowOf[1] + activity] + more;
        ordered[rowOf[0] + activity] = orderedSoFar;
        double most = 2 * (plan > 1 ? plan : 1);
        double quantity = plan + (usedSoFar - orderedSoFar) * SlotLoops.STOCK_ADJUSTMENT;
        quantity = quantity < most ? quantity : most;
        return (quantity > 0 ? quantity : 0) - 1;
    }
}
