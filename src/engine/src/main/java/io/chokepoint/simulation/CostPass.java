package io.chokepoint.simulation;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;

/**
 * Cost along the graph (model page, section 5): Δc_i = Σ_k costShare(k,i) · Σ_j m(j,i) · ((1 + Δc_j)(1 + rate(j,i)) − 1), a
 * fixpoint. Run only in weeks in which a rate changes.
 */
final class CostPass {
    /** Tighter than the page's 1e-12, so that the order of the sums does not show. */
    private static final double TOLERANCE = 1e-14;

    private static final int MOST_ROUNDS = 10_000;

    private final CompiledNetwork network;
    private final double[] change;

    CostPass(CompiledNetwork network) {
        this.network = network;
        this.change = new double[network.structure().activityCount()];
    }

    /** Δc of an activity as last computed, a part of its baseline cost. */
    double change(int activity) {
        return change[activity];
    }

    /** Δc of a product in a market: (1 + Δc_p)(1 + rate(p,m)) − 1. */
    double marketChange(int link, WeekEffects effects) {
        int product = network.structure().linkSupplier(link);
        return (1 + change[product]) * (1 + effects.rate(link)) - 1;
    }

    /**
     * Brings Δc to this week's rates, from below: costs start at 0 and only rise on the way.
     *
     * @throws ChokepointException if it has not settled after 10 000 rounds
     */
    void update(WeekEffects effects) {
        NetworkStructure structure = network.structure();
        java.util.Arrays.fill(change, 0);
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double most = 0;
            for (int i = 0; i < change.length; i++) {
                double sum = 0;
                for (int e = structure.slotStart(i); e < structure.slotStart(i + 1); e++) {
                    double share = network.costShare(e);
                    if (share == 0) {
                        continue;
                    }
                    double input = 0;
                    for (int l = structure.linkStart(e); l < structure.linkMid(e); l++) {
                        int j = structure.linkSupplier(l);
                        input += network.mix(l) * ((1 + change[j]) * (1 + effects.rate(l)) - 1);
                    }
                    sum += share * input;
                }
                most = Math.max(most, Math.abs(sum - change[i]) / Math.max(1, Math.abs(sum)));
                change[i] = sum;
            }
            if (most <= TOLERANCE) {
                return;
            }
        }
        throw new ChokepointException(unsettled(MOST_ROUNDS));
    }

    static String unsettled(int rounds) {
        return "Costs did not settle after " + rounds
                + " rounds: they grow without bound round a cycle of the dataset.\n"
                + "  Maybe the cost shares round that cycle multiply to 1 or more.";
    }
}
