package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;

/**
 * Step 3: what each supplier is asked for in all. A supplier's sum starts from what is usual and runs over its buyers, adding how much more
 * than usual each orders; it is made only for suppliers whose customers are awake.
 */
final class Demand {
    /**
     * How much more than usual is ordered, in parts of the usual: by activity, of the inputs that come as ordered; again by activity, of
     * access; by place, of the slots that stand apart.
     */
    final double[] more;
    /** Where those of the slots that stand apart start. */
    final int firstApart;
    /** Where those of access start. */
    final int firstAccess;
    /** What is asked of each activity at rest: its baseline but for rounding. */
    final double[] usual;
    /** What is asked of each activity this week. */
    final double[] ordered;
    /** Whose sum is made. */
    final int[] asked;

    int askedCount;

    private final NetworkStructure structure;
    private final boolean[] isAsked;
    private final int[] buyerStart;
    /** By buyer, the place in {@link #more} of what it orders. */
    private final int[] placeOf;
    /** By buyer, Z. */
    private final double[] flow;

    private final int[] byUsualLink;

    Demand(CompiledNetwork network) {
        structure = network.structure();
        int activities = structure.activityCount();
        firstAccess = activities;
        firstApart = 2 * activities;
        // One place more, which stays 0: machines that come as ordered are renewed as usual.
        more = new double[firstApart + structure.slotCount() + 1];
        usual = new double[activities];
        for (int l = 0; l < structure.linkCount(); l++) {
            usual[structure.linkSupplier(l)] += network.flow(l);
        }
        for (int i = 0; i < activities; i++) {
            usual[i] += network.otherUses(i);
        }
        ordered = network.baselines();
        asked = new int[activities];
        isAsked = new boolean[activities];
        buyerStart = structure.buyerStarts();
        placeOf = structure.buyerSlots();
        for (int at = 0; at < placeOf.length; at++) {
            placeOf[at] = placeInCommon(placeOf[at]);
        }
        flow = network.buyerFlows();
        byUsualLink = structure.buyersByUsualLink();
        for (int l = structure.linkStart(structure.slotCount()); l < structure.linkCount(); l++) {
            ask(structure.linkSupplier(l));
        }
    }

    private int placeInCommon(int slot) {
        return switch (structure.slotMode(slot)) {
            case CONSUMED -> structure.slotActivity(slot);
            case ACCESS -> firstAccess + structure.slotActivity(slot);
            case CAPITAL -> more.length - 1;
        };
    }

    /** What a slot that does not stand apart orders beyond the usual, as a part of the usual. */
    double moreInCommon(int slot) {
        return more[placeInCommon(slot)];
    }

    /** The same of any slot. */
    double more(int slot, int placeApart) {
        return placeApart < 0 ? moreInCommon(slot) : more[firstApart + placeApart];
    }

    /** What an activity orders may change from now on. */
    void wake(int activity) {
        askUsual(structure.slotStart(activity), structure.capitalStart(activity));
        askUsual(structure.accessStart(activity), structure.slotStart(activity + 1));
        ordered[activity] = usual[activity];
    }

    private void askUsual(int fromSlot, int toSlot) {
        int to = structure.usualStart(toSlot);
        for (int u = structure.usualStart(fromSlot); u < to; u++) {
            ask(structure.usualSupplier(u));
        }
    }

    private void ask(int supplier) {
        if (!isAsked[supplier]) {
            isAsked[supplier] = true;
            asked[askedCount++] = supplier;
        }
    }

    /** From now on the slot's orders are its own. */
    void setApart(int slot, int place, double orderedMore) {
        askUsual(slot, slot + 1);
        for (int u = structure.usualStart(slot); u < structure.usualStart(slot + 1); u++) {
            placeOf[byUsualLink[u]] = firstApart + place;
        }
        more[firstApart + place] = orderedMore;
    }

    /** Sets what is ordered of all that are asked to what slots order in their usual mix. */
    void sum() {
        double[] mores = more;
        double[] flows = flow;
        int[] places = placeOf;
        int[] starts = buyerStart;
        for (int k = 0; k < askedCount; k++) {
            int j = asked[k];
            double sum = usual[j];
            int end = starts[j + 1];
            for (int at = starts[j]; at < end; at++) {
                sum += flows[at] * mores[places[at]];
            }
            ordered[j] = sum;
        }
    }

    /** Adds what is ordered of a supplier beyond its usual buyers' usual mixes. */
    void add(int supplier, double amount) {
        if (!isAsked[supplier]) {
            ask(supplier);
            ordered[supplier] = usual[supplier];
        }
        ordered[supplier] += amount;
    }
}
