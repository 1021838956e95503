package io.chokepoint.simulation;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.CompiledScenario;
import io.chokepoint.network.NetworkStructure;

/** What must hold after every week, whatever the input; a breach is a bug in the engine, not in the data. */
final class Invariants {
    private static final double SLACK = 1e-9;

    private Invariants() {}

    /** @throws IllegalStateException that names week, place and value */
    static void check(int week, CompiledScenario scenario, WeekState state) {
        CompiledNetwork network = scenario.network();
        NetworkStructure structure = network.structure();
        for (int i = 0; i < structure.activityCount(); i++) {
            String where = structure.activity(i).toString();
            sound(week, where, "output", state.output[i]);
            sound(week, where, "plan", state.planPart[i]);
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
            sound(week, where, "order", state.quantity(e));
            if (state.apart.has(e)) {
                checkApart(week, where, scenario, state, state.apart.placeOf[e]);
            } else if (structure.slotMode(e) == DependencyMode.CONSUMED) {
                checkInCommon(week, where, scenario, state, e);
            }
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

    private static void checkApart(int week, String where, CompiledScenario scenario, WeekState state, int place) {
        int slot = state.apart.slot[place];
        double underWay = state.deliveries.underWay(place);
        sound(week, where, "stock", state.apart.stock[place]);
        sound(week, where, "machines", state.apart.machines[place]);
        sound(week, where, "shipments", underWay);
        if (scenario.network().structure().slotMode(slot) == DependencyMode.CONSUMED) {
            // What was used and is not made up for by shipments: the goods balance of the slot.
            double target = scenario.stockWeeks(slot) + scenario.lead(slot);
            double lost = target - state.apart.stock[place] - underWay - state.apart.gap[place];
            require(Math.abs(lost) <= SLACK, week, where, "goods lost on the way", lost);
        }
    }

    private static void checkInCommon(int week, String where, CompiledScenario scenario, WeekState state, int slot) {
        int activity = scenario.network().structure().slotActivity(slot);
        int lead = scenario.lead(slot);
        double stock = scenario.stockWeeks(slot) + state.common.stockLeft(activity, lead);
        sound(week, where, "stock", stock + SLACK);
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
