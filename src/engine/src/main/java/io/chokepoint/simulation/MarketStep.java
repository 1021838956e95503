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
    /** Null unless who can pay is served. */
    private final @Nullable PriceCost priceCost;

    private final int firstLink;
    // By market's link, counted from the first of them.
    private final double[] targets;
    private final int[] supplier;
    /** e. */
    private final double[] function;
    /** What is ordered of the product where it has the whole market. */
    private final double[] wholeMarket;
    /** b. */
    private final double[] usualWeight;

    /** Δc of the week where who can pay is served. */
    final double[] change;

    /** What is shipped this week, in units of the product. */
    final double[] shipped;

    /**
     * @param cost null where no restriction costs anything
     * @param priceCost null unless who can pay is served
     */
    MarketStep(
            CompiledNetwork network,
            WeekEffects effects,
            WeekState state,
            Rationing rationing,
            @Nullable CostPass cost,
            @Nullable PriceCost priceCost) {
        this.priceCost = priceCost;
        this.network = network;
        this.structure = network.structure();
        this.effects = effects;
        this.state = state;
        this.rationing = rationing;
        this.cost = cost;
        this.firstLink = structure.linkStart(structure.slotCount());
        int links = structure.linkCount() - firstLink;
        this.targets = new double[links];
        this.shipped = new double[links];
        this.change = new double[priceCost == null ? 0 : links];
        this.supplier = new int[links];
        this.function = new double[links];
        this.wholeMarket = new double[links];
        this.usualWeight = new double[links];
        for (int k = 0; k < links; k++) {
            int l = firstLink + k;
            supplier[k] = structure.linkSupplier(l);
            function[k] = network.functionPerUnit(l);
            wholeMarket[k] = network.marketDemand(structure.linkMarket(l)) / function[k];
            usualWeight[k] = network.marketWeight(l);
        }
    }

    /** Sends what was ordered for this week; it is received in the week of shipment plus T. */
    void ship(int week) {
        for (int k = 0; k < supplier.length; k++) {
            int l = firstLink + k;
            double amount = state.permitted[l] * rationing.served(l);
            shipped[k] = amount;
            if (!effects.canDelay(l)) {
                state.marketRing[place(k, week)] += amount;
                continue;
            }
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
            int from = structure.marketLinkStart(m) - firstLink;
            int to = structure.marketLinkStart(m + 1) - firstLink;
            double served = receive(from, to, week);
            state.served[m] = from == to ? 1 : 1 - Math.max(0, 1 - served / network.marketDemand(m));
            turn(m, from, to);
        }
    }

    /** How much of the market's function arrives this week. */
    private double receive(int from, int to, int week) {
        double[] received = state.received;
        double[] ring = state.marketRing;
        double sum = 0;
        for (int k = from; k < to; k++) {
            int place = place(k, week);
            double arrived = function[k] * ring[place];
            ring[place] = 0;
            received[k] = arrived;
            sum += arrived;
        }
        return sum;
    }

    private double leastChange(PriceCost prices, int from, int to) {
        double least = Double.POSITIVE_INFINITY;
        for (int k = from; k < to; k++) {
            change[k] = prices.marketChange(firstLink + k, effects);
            least = Math.min(least, change[k]);
        }
        return least;
    }

    private void turn(int market, int from, int to) {
        double[] available = state.available;
        double least = priceCost == null ? 0 : leastChange(priceCost, from, to);
        double sum = 0;
        for (int k = from; k < to; k++) {
            double target = usualWeight[k] * effects.permitted(firstLink + k) * available[supplier[k]];
            if (priceCost != null && target > 0) {
                // Less the least, which all have in common: a market may be dear altogether.
                target *= StrictMath.exp(-network.sensitivity(market) * (change[k] - least));
            } else if (cost != null && target > 0) {
                double dearer = cost.marketChange(firstLink + k, effects);
                target *= StrictMath.exp(-network.sensitivity(market) * dearer);
            }
            targets[k] = target;
            sum += target;
        }
        double[] weights = state.marketWeight;
        double[] orders = state.orders;
        double part = 1 / network.switchWeeks(market);
        double whole = sum > 0 ? 1 / sum : 0;
        for (int k = from; k < to; k++) {
            double weight = weights[k];
            if (sum > 0) {
                weight += (targets[k] * whole - weight) * part;
                weights[k] = weight;
            }
            orders[firstLink + k] = wholeMarket[k] * weight;
        }
    }
}
