package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;

/** What must hold after every week, whatever the input; a breach is a bug in the engine, not in the data. */
final class Invariants {
    private static final double SLACK = 1e-9;

    private Invariants() {}

    /** @throws IllegalStateException that names week, place and value */
    static void check(int week, CompiledNetwork network, WeekState state) {
        NetworkStructure structure = network.structure();
        for (int i = 0; i < structure.activityCount(); i++) {
            String where = structure.activity(i).toString();
            sound(week, where, "output", state.output[i]);
            sound(week, where, "plan", state.plan[i]);
            sound(week, where, "capacity", state.capacity[i]);
            require(
                    state.output[i] <= state.capacity[i] + SLACK,
                    week,
                    where,
                    "output above capacity",
                    state.output[i]);
            require(state.available[i] <= 1, week, where, "availability above 1", state.available[i]);
        }
        for (int e = 0; e < structure.slotCount(); e++) {
            String where = structure.dependency(e) + " of " + structure.activity(structure.slotActivity(e));
            sound(week, where, "stock", state.stock[e]);
            sound(week, where, "machines", state.machines[e]);
            sound(week, where, "order", state.quantity[e]);
            sound(week, where, "shipments", state.deliveries.underWayByWeek(e));
            double gap = state.deliveries.underWayByWeek(e) - state.deliveries.underWay(e);
            // What is under way is what was shipped less what has arrived: the goods balance of the slot.
            require(Math.abs(gap) <= SLACK, week, where, "goods lost on the way", gap);
        }
        for (int l = 0; l < structure.linkCount(); l++) {
            String where = "link " + l + " from " + structure.activity(structure.linkSupplier(l));
            sound(week, where, "order", state.orders[l]);
            sound(week, where, "permitted order", state.permitted[l]);
            sound(week, where, "weight", state.weight[l] + SLACK);
        }
        for (int m = 0; m < structure.marketCount(); m++) {
            double sum = 0;
            int from = structure.marketLinkStart(m);
            for (int l = from; l < structure.marketLinkStart(m + 1); l++) {
                sum += state.marketWeight[l - structure.linkStart(structure.slotCount())];
            }
            boolean empty = from == structure.marketLinkStart(m + 1);
            String where = structure.market(m).toString();
            require(empty || Math.abs(sum - 1) <= SLACK, week, where, "market weights do not sum to 1", sum);
        }
    }

    private static void sound(int week, String where, String what, double value) {
        require(value >= 0 && value < Double.POSITIVE_INFINITY, week, where, what, value);
    }

    private static void require(boolean holds, int week, String where, String what, double value) {
        if (!holds) {
            throw new IllegalStateException("week " + week + ", " + where + ": " + what + " (" + value + ")");
        }
    }
}
