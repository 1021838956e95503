package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;

/**
 * How much of what is ordered is need: what its customers' own customers need made now. The rest tops up stocks, and stays that all the way
 * upstream (price page, section 4). Laid out as {@link Demand} lays out orders.
 */
final class Needs {
    /** By place as in {@link Demand#more}: how much of what is ordered is need, less the usual, in parts of the usual. */
    final double[] more;

    /** n by activity: the need among this week's claims on it, as a part of x̄. */
    final double[] part;

    private final CompiledNetwork network;
    private final WeekState state;
    private final Demand demand;
    /** The same in units of output; {@link Demand#sum} begins it. */
    final double[] sum;

    Needs(CompiledNetwork network, WeekState state) {
        this.network = network;
        this.state = state;
        this.demand = state.demand;
        this.more = new double[demand.more.length];
        this.sum = demand.usual.clone();
        this.part = new double[sum.length];
        for (int i = 0; i < part.length; i++) {
            part[i] = sum[i] / network.baseline(i);
        }
    }

    /** The slot's need is its own from now on. */
    void setApart(int slot, int place) {
        more[demand.firstApart + place] = more[demand.placeInCommon(slot)];
    }

    /** N: of what a slot orders of its input this week, in units of the input. */
    double quantity(int slot) {
        int place = state.apart.placeOf[slot];
        int at = place < 0 ? demand.placeInCommon(slot) : demand.firstApart + place;
        return state.usual[slot] * (1 + more[at]);
    }

    /** Adds what is needed of a supplier beyond its usual buyers' usual mixes. */
    void add(int supplier, double amount) {
        sum[supplier] += amount;
    }

    /** Once all is added up; whose need is not the usual one moves. */
    void settle() {
        for (int k = 0; k < demand.asked.count; k++) {
            int j = demand.asked.list[k];
            // Where nobody needs anything the sum may end a last digit below 0, but no claim is.
            sum[j] = Math.max(0, sum[j]);
            if (demand.isUsual(j, sum[j])) {
                sum[j] = demand.usual[j];
            } else {
                state.wake(j);
                state.move(j);
            }
            part[j] = sum[j] / network.baseline(j);
        }
    }

    /** What of an order is need: no more than the maker plans, and than is needed of the maker. */
    double of(int activity, double quantity, double plan) {
        double made = Math.min(plan, part[activity]);
        return Math.min(quantity, made);
    }
}
