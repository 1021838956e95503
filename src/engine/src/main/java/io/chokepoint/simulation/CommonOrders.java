package io.chokepoint.simulation;

import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.LeadTimes;
import io.chokepoint.network.NetworkStructure;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

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

    /** Activities that have ever planned or used more or less than usual; for all others nothing need be done here. */
    private final Members movers;

    private final NetworkStructure structure;
    private final CompiledScenario scenario;
    private final SlotsApart apart;
    private final int activities;
    private final LeadTimes leads;
    // By place of a lead time.
    private final int[] leadActivity;
    private final int[] leadWeeks;
    /** The least n of the inputs that have it and come as ordered, in weeks; infinite if there are none. */
    private final double[] leastStock;
    /** Places of the lead times of movers. */
    private final Members watched;
    /** By activity, whether some input may not suffice this week; set only while they are looked for. */
    private final boolean[] notEnough;

    /** Σ (order − usual) until each of the last weeks: a row of activities for each, round and round. */
    private final double[] ordered;

    private final int rows;
    /** By weeks ago, where the row of that week starts. */
    private final int[] rowOf;

    CommonOrders(CompiledScenario scenario, SlotsApart apart) {
        this.scenario = scenario;
        this.apart = apart;
        structure = scenario.network().structure();
        activities = structure.activityCount();
        leads = structure.leadTimes();
        used = new double[activities];
        movers = new Members(activities);
        leadActivity = new int[leads.count()];
        leadWeeks = new int[leads.count()];
        leastStock = new double[leads.count()];
        for (int i = 0; i < activities; i++) {
            for (int place = leads.start(i); place < leads.start(i + 1); place++) {
                leadActivity[place] = i;
                leadWeeks[place] = scenario.within(leads.weeks(place));
            }
        }
        Arrays.fill(leastStock, Double.POSITIVE_INFINITY);
        for (int i = 0; i < activities; i++) {
            for (int e = structure.slotStart(i); e < structure.capitalStart(i); e++) {
                int place = leads.of(e);
                leastStock[place] = Math.min(leastStock[place], scenario.stockWeeks(e));
            }
        }
        watched = new Members(leads.count());
        notEnough = new boolean[activities];
        rows = scenario.within(leads.longest()) + 2;
        rowOf = new int[rows];
        ordered = new double[rows * activities];
    }

    /** @param week the one that starts; until its orders are sent, no row holds them */
    void startWeek(int week) {
        for (int ago = 0; ago < rows; ago++) {
            rowOf[ago] = (week - ago + rows) % rows * activities;
        }
    }

    /** Σ (order − usual) until so many weeks ago; 0 weeks ago only after this week's orders were sent. */
    double orderedUntil(int activity, int weeksAgo) {
        return ordered[rowOf[weeksAgo] + activity];
    }

    /** What was ordered so many weeks ago, ≥ 1, less the usual. */
    double ordered(int activity, int weeksAgo) {
        return orderedUntil(activity, weeksAgo) - orderedUntil(activity, weeksAgo + 1);
    }

    /** What is missing of the target in stock and on the way together, in weeks of usual use. */
    double gap(int activity) {
        return used[activity] - orderedUntil(activity, 1);
    }

    boolean hasMoved(int activity) {
        return movers.has[activity];
    }

    /** From now on the activity may plan or use more or less than usual. */
    void move(int activity) {
        movers.add(activity);
        for (int place = leads.start(activity); place < leads.start(activity + 1); place++) {
            watched.add(place);
        }
    }

    /** A slot that is used up stands apart from now on. */
    void leave(int slot) {
        int place = leads.of(slot);
        int i = structure.slotActivity(slot);
        double least = Double.POSITIVE_INFINITY;
        for (int e = structure.slotStart(i); e < structure.capitalStart(i); e++) {
            if (leads.of(e) == place && !apart.has(e)) {
                least = Math.min(least, scenario.stockWeeks(e));
            }
        }
        leastStock[place] = least;
    }

    /**
     * Lists the activities whose plans some input may not suffice for that comes as ordered, in the order in which they moved.
     *
     * @param plans by activity, a part of its baseline
     * @param found takes them; as long as there are activities
     * @return how many
     */
    int findNotEnough(double[] plans, int[] found) {
        double[] arrived = ordered;
        boolean any = false;
        int runs = watched.runs();
        for (int run = 0; run < runs; run++) {
            for (int place = watched.from[run]; place < watched.to[run]; place++) {
                int i = leadActivity[place];
                double stock = leastStock[place] + (arrived[rowOf[leadWeeks[place]] + i] + (1 - used[i]));
                if (stock < plans[i] - ROUNDING) {
                    notEnough[i] = true;
                    any = true;
                }
            }
        }
        return any ? list(found) : 0;
    }

    private int list(int[] found) {
        int count = 0;
        for (int n = 0; n < movers.count; n++) {
            int i = movers.list[n];
            if (notEnough[i]) {
                notEnough[i] = false;
                found[count++] = i;
            }
        }
        return count;
    }

    /** Whether a single input suffices, which comes as ordered. */
    boolean suffices(int activity, int leadWeeks, double stockWeeks, double plan) {
        return !(stockWeeks + (orderedUntil(activity, leadWeeks) + (1 - used[activity])) < plan - ROUNDING);
    }

    /** What the stock of an input that comes as ordered has gained by the start of the week, in weeks of usual use. */
    double stockGained(int activity, int leadWeeks) {
        return orderedUntil(activity, leadWeeks + 1) - used[activity];
    }

    /** The same by the end of the week. */
    double stockLeft(int activity, int leadWeeks) {
        return orderedUntil(activity, leadWeeks) - used[activity];
    }

    /**
     * Steps 4, 5 and 8: what is used leaves the stocks, what was ordered is sent, and what is needed is ordered.
     *
     * @param plans by activity, a part of its baseline
     * @param outputs the same
     * @param more by activity, what was ordered less the usual, in parts of the usual; set to the same for next week
     * @param needs told what of that is need; null where nobody asks
     */
    void order(double[] plans, double[] outputs, double[] more, @Nullable Needs needs) {
        int before = rowOf[1];
        int now = rowOf[0];
        int runs = movers.runs();
        for (int run = 0; run < runs; run++) {
            for (int i = movers.from[run]; i < movers.to[run]; i++) {
                double plan = plans[i];
                double usedSoFar = used[i] + (outputs[i] - 1);
                used[i] = usedSoFar;
                double orderedSoFar = ordered[before + i] + more[i];
                ordered[now + i] = orderedSoFar;
                double most = 2 * (plan > 1 ? plan : 1);
                double quantity = plan + (usedSoFar - orderedSoFar) * SlotLoops.STOCK_ADJUSTMENT;
                quantity = quantity < most ? quantity : most;
                quantity = quantity > 0 ? quantity : 0;
                more[i] = quantity - 1;
                // The need of access is the plan; nothing is held of it.
                more[activities + i] = plan - 1;
                if (needs != null) {
                    needs.more[i] = needs.of(i, quantity, plan) - 1;
                    needs.more[activities + i] = needs.of(i, plan, plan) - 1;
                }
            }
        }
    }
}
