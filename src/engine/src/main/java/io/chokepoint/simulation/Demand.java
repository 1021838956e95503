package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import org.jspecify.annotations.Nullable;

/**
 * Step 3: what each supplier is asked for in all. A supplier's sum starts from what is usual and runs over its buyers, adding how much more
 * than usual each orders; it is made only for suppliers of whom somebody has ever ordered more or less than usual.
 */
final class Demand {
    /** Orders this close to the usual ones, as a part of baseline, are the usual ones: their sum has no more digits. */
    private static final double SAME = 1e-14;

    /**
     * How much more than usual is ordered, in parts of the usual: by activity, of the inputs that come as ordered; again by activity, of
     * access; then 0, of machines that come as ordered and are renewed as usual; by place, of the slots that stand apart.
     */
    final double[] more;
    /** Where those of the slots that stand apart start. */
    final int firstApart;
    /** What is asked of each activity at rest. */
    final double[] usual;
    /** What is asked of each activity this week. */
    final double[] ordered;
    /** Of whom somebody has ordered more or less than usual. */
    final Members asked;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    /** By buyer, the place in {@link #more} of what it orders. */
    final int[] placeOf;

    Demand(CompiledNetwork network) {
        this.network = network;
        structure = network.structure();
        int activities = structure.activityCount();
        firstApart = 2 * activities + 1;
        more = new double[firstApart + structure.slotCount()];
        usual = network.baselines();
        for (int i = 0; i < activities; i++) {
            double orders = network.usualOrders(i);
            if (!isUsual(i, orders)) {
                usual[i] = orders;
            }
        }
        ordered = usual.clone();
        asked = new Members(activities);
        placeOf = structure.sharedOrderOfBuyers();
    }

    /** The place in {@link #more} that a slot shares which does not stand apart. */
    int placeInCommon(int slot) {
        return structure.sharedOrder(slot);
    }

    /** Whether so much is what is ordered of an activity at rest, but for rounding. */
    boolean isUsual(int activity, double orders) {
        return Math.abs(orders - usual[activity]) <= SAME * network.baseline(activity);
    }

    /** What a slot that does not stand apart orders beyond the usual, as a part of the usual. */
    double moreInCommon(int slot) {
        return more[placeInCommon(slot)];
    }

    /** From now on an activity may order more or less than usual. */
    void move(int activity) {
        askUsual(structure.slotStart(activity), structure.capitalStart(activity));
        askUsual(structure.accessStart(activity), structure.slotStart(activity + 1));
    }

    private void askUsual(int fromSlot, int toSlot) {
        for (int e = fromSlot; e < toSlot; e++) {
            for (int l = structure.linkStart(e); l < structure.linkUsual(e); l++) {
                ask(structure.linkSupplier(l));
            }
        }
    }

    private void ask(int supplier) {
        if (!asked.has[supplier]) {
            asked.add(supplier);
        }
    }

    /** From now on the slot's orders are its own. */
    void setApart(int slot, int place) {
        more[firstApart + place] = moreInCommon(slot);
        for (int l = structure.linkStart(slot); l < structure.linkUsual(slot); l++) {
            ask(structure.linkSupplier(l));
            placeOf[structure.buyerOf(l)] = firstApart + place;
        }
    }

    /**
     * Sums up what slots order in their usual mix of those who are asked, and markets as usual; at rest it is what is usual. Suppliers with
     * equally many buyers follow each other: a processor that guesses the ends of so many short loops wrongly spends most of its time on
     * that.
     *
     * @param needs whose sums are made by the way; null where nobody asks
     */
    void sum(@Nullable Needs needs) {
        int[] places = placeOf;
        boolean[] isAsked = asked.has;
        double[] mores = more;
        double[] needed = needs == null ? mores : needs.more;
        for (int k = 0; k < ordered.length; k++) {
            int j = structure.fewestBuyersFirst(k);
            if (!isAsked[j]) {
                continue;
            }
            double sum = usual[j];
            double need = sum;
            int to = structure.buyerEnd(j);
            for (int buyer = structure.buyerStart(j); buyer < to; buyer++) {
                double flow = network.buyerFlow(buyer);
                int place = places[buyer];
                sum += flow * mores[place];
                need += flow * needed[place];
            }
            ordered[j] = sum;
            if (needs != null) {
                needs.sum[j] = need;
            }
        }
    }

    /** Once all is added up: what differs from the usual by no more than rounding is the usual. */
    void settle() {
        int runs = asked.runs();
        for (int run = 0; run < runs; run++) {
            for (int i = asked.from[run]; i < asked.to[run]; i++) {
                if (isUsual(i, ordered[i])) {
                    ordered[i] = usual[i];
                }
            }
        }
    }

    /** Adds what is ordered of a supplier beyond its usual buyers' usual mixes. */
    void add(int supplier, double amount) {
        ask(supplier);
        ordered[supplier] += amount;
    }
}
