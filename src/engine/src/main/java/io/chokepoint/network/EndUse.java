package io.chokepoint.network;

import io.chokepoint.model.Good;
import io.chokepoint.model.Market;

/**
 * The part of each activity's output that finally reaches goods or markets with a tag, along baseline flows (model page,
 * section 4): E = 1 for a tagged good, else Σ over its customers of Z/x̄ · E; tagged markets count 1, other uses 0. Where there are
 * cycles, the least solution: rounds from 0 upwards converge to it.
 */
final class EndUse {
    private static final double TOLERANCE = 1e-16;
    private static final int MOST_ROUNDS = 100_000;

    private EndUse() {}

    /** @return E by activity, each in [0, 1] */
    static double[] parts(CompiledNetwork network, String tag) {
        NetworkStructure structure = network.structure;
        int count = structure.activityCount;
        boolean[] tagged = new boolean[count];
        for (int i = 0; i < count; i++) {
            Good good = structure.activity(i).good();
            tagged[i] = good.hasTag(tag);
        }
        double[] part = new double[count];
        double[] next = new double[count];
        double change = Double.POSITIVE_INFINITY;
        for (int round = 0; round < MOST_ROUNDS && change > TOLERANCE; round++) {
            for (int i = 0; i < count; i++) {
                next[i] = tagged[i] ? 1 : 0;
            }
            for (int l = 0; l < structure.linkCount; l++) {
                int supplier = structure.linkSupplier[l];
                if (!tagged[supplier]) {
                    next[supplier] +=
                            network.flow[l] / network.baseline[supplier] * customerPart(structure, l, part, tag);
                }
            }
            change = 0;
            for (int i = 0; i < count; i++) {
                change = Math.max(change, Math.abs(next[i] - part[i]));
                part[i] = next[i];
            }
        }
        for (int i = 0; i < count; i++) {
            part[i] = Math.min(1, part[i]);
        }
        return part;
    }

    /** E of the customer of a link. */
    static double customerPart(NetworkStructure structure, int link, double[] part, String tag) {
        int slot = structure.linkSlot[link];
        if (slot >= 0) {
            return part[structure.slotActivity[slot]];
        }
        Market market = structure.market(structure.linkMarket[link]);
        return market.tags().contains(tag) ? 1 : 0;
    }
}
