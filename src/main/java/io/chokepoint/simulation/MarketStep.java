package io.chokepoint.simulation;

import io.chokepoint.network.CompiledNetwork;
import io.chokepoint.network.NetworkStructure;
import io.chokepoint.network.WeekEffects;
import org.jspecify.annotations.Nullable;

/** Markets in the week: what is shipped to them (step 5) and to whom their buyers turn (step 10). */
final class MarketStep {
    private final CompiledNetwork network;
    private final NetworkStructure structure;
    private final WeekEffects effects;
    private final WeekState state;
    private final Rationing rationing;
    private final @Nullable CostPass cost;
    private final int firstLink;
    private final double[] targets;

    /** @param cost null where no restriction costs anything */
    MarketStep(
            CompiledNetwork network,
            WeekEffects effects,
            WeekState state,
            Rationing rationing,
            @Nullable CostPass cost) {
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.rationing = rationing;
        this.cost = cost;
        this.firstLink = structure.linkStart(structure.slotCount());
        this.targets = new double[structure.linkCount() - firstLink];
    }

    /** Sends what was ordered for this week; it is received in the week of shipment plus T. */
    void ship(int week) {
        for (int l = firstLink; l < structure.linkCount(); l++) {
            double amount = state.permitted[l] * rationing.served(l);
            int k = l - firstLink;
            for (int p = 0; p < effects.delayParts(l); p++) {
                int place = place(k, week + effects.delayWeeks(l, p));
                state.marketRing[place] += amount * effects.delayPart(l, p);
            }
        }
    }

    private int place(int marketLink, int week) {
        int length = state.marketRingLength[marketLink];
        return state.marketRingStart[marketLink] + (length == 1 ? 0 : week % length);
    }

    /** What is received, how much of the demand that serves, and the orders for next week. */
    void choose(int week) {
        for (int m = 0; m < structure.marketCount(); m++) {
            int from = structure.marketLinkStart(m);
            int to = structure.marketLinkStart(m + 1);
            double demand = network.marketDemand(m);
            double function = 0;
            double sum = 0;
            for (int l = from; l < to; l++) {
                int k = l - firstLink;
                int place = place(k, week);
                state.received[k] = network.functionPerUnit(l) * state.marketRing[place];
                state.marketRing[place] = 0;
                function += state.received[k];
                double target =
                        network.marketWeight(l) * effects.permitted(l) * state.available[structure.linkSupplier(l)];
                if (cost != null && target > 0) {
                    target *= StrictMath.exp(-network.sensitivity(m) * cost.marketChange(l, effects));
                }
                targets[k] = target;
                sum += target;
            }
            state.served[m] = from == to ? 1 : 1 - Math.max(0, 1 - function / demand);
            for (int l = from; l < to; l++) {
                int k = l - firstLink;
                if (sum > 0) {
                    state.marketWeight[k] += (targets[k] / sum - state.marketWeight[k]) / network.switchWeeks(m);
                }
                state.orders[l] = demand * state.marketWeight[k] / network.functionPerUnit(l);
            }
        }
    }
}
