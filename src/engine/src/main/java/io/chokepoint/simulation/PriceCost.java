package io.chokepoint.simulation;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import java.util.Arrays;

/**
 * What inputs that are scarce, or made of scarce ones, cost along the graph (price page, section 5): each week
 * Δc_i = Σ_k σ(k,i)·Σ_j μ(j,i)·(max(1 + Δc_j, q_j)·(1 + rate(j,i)) − 1), with q and μ of the week before.
 *
 * <p>The page starts each week from 0. This starts from the week before, and looks only at makers of whose inputs something changed: inputs
 * cost less than what they become, so there is one solution and both come to it.
 */
final class PriceCost {
    /** Tighter than the page's 1e-12, so that what is left over does not show. */
    private static final double SETTLED = 1e-14;

    private static final int MOST_ROUNDS = 10_000;

    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final double[] change;
    /** q as of the last week in which the maker made something. */
    private final double[] scarcity;
    /** max(1 + Δc, q) − 1. */
    private final double[] rise;

    private final boolean rates;
    private final int[] upstreamFirst;
    private final boolean[] isDirty;
    private int dirtyCount;

    /** μ of the slots whose makers' parts were not the usual ones when they were last shipped something. */
    private final double[] parts;

    private final boolean[] hasParts;
    /** By activity, how many slots that do not buy from it in the baseline have a part of it. */
    private final int[] newBuyers;
    /** By buyer in the baseline, the activity that buys. */
    private final int[] buyerActivity;

    private final int[] slotsWithParts;
    private int partCount;

    /** @param rates whether some restriction can cost something */
    PriceCost(CompiledNetwork network, boolean rates) {
        this.rates = rates;
        this.network = network;
        this.structure = network.structure();
        int activities = structure.activityCount();
        this.change = new double[activities];
        this.rise = new double[activities];
        this.scarcity = new double[activities];
        Arrays.fill(scarcity, 1);
        this.isDirty = new boolean[activities];
        this.parts = new double[structure.linkCount()];
        this.hasParts = new boolean[structure.slotCount()];
        this.slotsWithParts = new int[structure.slotCount()];
        this.upstreamFirst = structure.upstreamFirst();
        this.newBuyers = new int[activities];
        this.buyerActivity = new int[structure.buyerCount()];
        for (int buyer = 0; buyer < buyerActivity.length; buyer++) {
            buyerActivity[buyer] = structure.slotActivity(structure.buyerSlot(buyer));
        }
    }

    /** Δc of an activity as of this week. */
    double change(int activity) {
        return change[activity];
    }

    /** Δc of a product in a market: max(1 + Δc_p, q_p)·(1 + rate) − 1. */
    double marketChange(int link, WeekEffects effects) {
        return (1 + rise[structure.linkSupplier(link)]) * (1 + effects.rate(link)) - 1;
    }

    /** A rate has changed somewhere. */
    void ratesChanged() {
        Arrays.fill(isDirty, true);
        dirtyCount = isDirty.length;
    }

    /** The scarcity price of a maker in a week in which it made something. */
    void setScarcity(int activity, double told) {
        if (scarcity[activity] != told) {
            scarcity[activity] = told;
            raise(activity);
        }
    }

    /** How many slots may have parts of their own. */
    int partCount() {
        return partCount;
    }

    int slotWithParts(int k) {
        return slotsWithParts[k];
    }

    boolean hasParts(int slot) {
        return hasParts[slot];
    }

    /** Whoever was shipped something by its usual makers in their usual parts. */
    void usualParts(int slot) {
        if (hasParts[slot]) {
            hasParts[slot] = false;
            countNewBuyer(slot, -1);
            mark(structure.slotActivity(slot));
        }
    }

    /** Drops the slots that have come back to the usual parts. */
    void forgetUsualParts() {
        int kept = 0;
        for (int k = 0; k < partCount; k++) {
            if (hasParts[slotsWithParts[k]]) {
                slotsWithParts[kept++] = slotsWithParts[k];
            }
        }
        partCount = kept;
    }

    /**
     * What a slot was shipped of its input.
     *
     * @param shipped by link, in units of the input, from the slot's first link on
     * @param sum of them, above 0
     */
    void setParts(int slot, double[] shipped, double sum) {
        int from = structure.linkStart(slot);
        if (!hasParts[slot]) {
            hasParts[slot] = true;
            slotsWithParts[partCount++] = slot;
        } else {
            countNewBuyer(slot, -1);
        }
        for (int l = from; l < structure.linkMid(slot); l++) {
            parts[l] = shipped[l - from] / sum;
        }
        countNewBuyer(slot, 1);
        mark(structure.slotActivity(slot));
    }

    private void mark(int activity) {
        if (!isDirty[activity]) {
            isDirty[activity] = true;
            dirtyCount++;
        }
    }

    /** Has all who buy of a maker looked at, if what it sells for has changed. */
    private void raise(int activity) {
        double now = Math.max(change[activity], scarcity[activity] - 1);
        if (now == rise[activity]) {
            return;
        }
        rise[activity] = now;
        for (int buyer = structure.buyerStart(activity); buyer < structure.buyerEnd(activity); buyer++) {
            mark(buyerActivity[buyer]);
        }
        if (newBuyers[activity] > 0) {
            markNewBuyers(activity);
        }
    }

    private void markNewBuyers(int activity) {
        for (int place = structure.customerStart(activity); place < structure.customerStart(activity + 1); place++) {
            int link = structure.customerLink(place);
            int slot = structure.linkSlot(link);
            if (slot >= 0 && link < structure.linkMid(slot) && hasParts[slot] && parts[link] > 0) {
                mark(structure.slotActivity(slot));
            }
        }
    }

    /** Counts the slot among the new buyers of whoever it has a part of. */
    private void countNewBuyer(int slot, int more) {
        for (int l = structure.linkUsual(slot); l < structure.linkMid(slot); l++) {
            if (parts[l] > 0) {
                newBuyers[structure.linkSupplier(l)] += more;
            }
        }
    }

    /**
     * Brings Δc to this week.
     *
     * @throws ChokepointException if it has not settled after 10 000 rounds
     */
    void update(WeekEffects effects) {
        for (int round = 0; dirtyCount > 0; round++) {
            if (round == MOST_ROUNDS) {
                throw new ChokepointException(CostPass.unsettled(MOST_ROUNDS));
            }
            for (int i : upstreamFirst) {
                if (isDirty[i]) {
                    isDirty[i] = false;
                    dirtyCount--;
                    double cost = cost(i, effects);
                    if (Math.abs(cost - change[i]) > SETTLED * (1 + Math.abs(cost))) {
                        change[i] = cost;
                        raise(i);
                    }
                }
            }
        }
    }

    private double cost(int activity, WeekEffects effects) {
        double sum = 0;
        for (int e = structure.slotStart(activity); e < structure.slotStart(activity + 1); e++) {
            boolean own = hasParts[e];
            double[] mixes = parts;
            int to = own ? structure.linkMid(e) : structure.linkUsual(e);
            double input = 0;
            for (int l = structure.linkStart(e); l < to; l++) {
                double rate = rates ? effects.rate(l) : 0;
                double more = (1 + rise[structure.linkSupplier(l)]) * (1 + rate) - 1;
                input += (own ? mixes[l] : network.mix(l)) * more;
            }
            sum += network.costShare(e) * input;
        }
        return sum;
    }
}
