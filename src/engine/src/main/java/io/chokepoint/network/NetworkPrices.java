package io.chokepoint.network;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.GoodValue;
import io.chokepoint.model.Market;
import io.chokepoint.model.Supply;
import java.util.Arrays;
import java.util.List;

/**
 * What goods are worth and what each customer would pay for them, once one number per figure is chosen: values, cost shares and
 * tolerances of the price page, sections 1 to 3. Frozen, and fixed for a run.
 *
 * <p>Tolerances are multiples of a baseline price, in [1.05, 10⁶].
 */
public final class NetworkPrices {
    private static final double LEAST_TOLERANCE = 1.05;
    private static final double MOST_TOLERANCE = 1e6;

    private static final double WEEKS_PER_YEAR = 52;

    /** In drawn runs the inputs of a maker cost no more than this part of what it sells for. */
    private static final double MOST_COST = 0.95;

    /** Tighter than the page's 1e-12: it is where the fixpoint is, whatever the order of the activities. */
    private static final double SETTLED = 1e-14;

    private static final int MOST_ROUNDS = 10_000;

    private final double steepness;
    private final double carrying;
    private final double[] unitValue;
    private final double[] costShare;
    private final double[] valueAdded;
    private final double[] tolerance;
    private final double[] bid;
    private final double[] altBid;
    private final double[] otherBid;
    private final double[] marketBid;

    private NetworkPrices(CompiledNetwork network, FigureValues values, boolean drawn) {
        NetworkStructure structure = network.structure;
        steepness = structure.dataset().priceTerms().steepness();
        carrying = structure.dataset().priceTerms().carrying();
        unitValue = new double[structure.activityCount];
        otherBid = new double[structure.activityCount];
        fillValues(network, values);
        marketBid = new double[structure.marketCount];
        for (int m = 0; m < marketBid.length; m++) {
            Market market = structure.market(m);
            marketBid[m] = market.tolerance() == null ? GoodValue.USUAL_TOLERANCE : values.of(market.tolerance());
        }
        costShare = new double[structure.slotCount];
        valueAdded = new double[structure.activityCount];
        fillCosts(network, drawn);
        bid = new double[structure.slotCount];
        tolerance = new double[structure.activityCount];
        Arrays.fill(tolerance, 1);
        settleTolerances(network);
        altBid = new double[structure.altPerUnit.length];
        fillAlternatives(structure);
    }

    static NetworkPrices of(CompiledNetwork network, FigureValues values, boolean drawn) {
        return new NetworkPrices(network, values, drawn);
    }

    private void fillValues(CompiledNetwork network, FigureValues values) {
        NetworkStructure structure = network.structure;
        double[] world = new double[structure.goodCount()];
        for (int i = 0; i < unitValue.length; i++) {
            world[structure.goodOf[i]] += network.baseline[i];
        }
        List<Supply> supplies = structure.dataset().supplies();
        for (int i = 0; i < unitValue.length; i++) {
            GoodValue value =
                    structure.dataset().findValue(supplies.get(i).good()).orElseThrow();
            unitValue[i] = values.of(value.value()) / (WEEKS_PER_YEAR * world[structure.goodOf[i]]);
            otherBid[i] = values.of(value.otherTolerance());
        }
    }

    private void fillCosts(CompiledNetwork network, boolean drawn) {
        NetworkStructure structure = network.structure;
        for (int i = 0; i < valueAdded.length; i++) {
            double sum = 0;
            for (int e = structure.slotStart[i]; e < structure.slotStart[i + 1]; e++) {
                double of = unitValue[structure.linkSupplier[structure.linkStart[e]]];
                costShare[e] = network.coefficient[e] * of / unitValue[i];
                sum += costShare[e];
            }
            if (drawn && sum > MOST_COST) {
                for (int e = structure.slotStart[i]; e < structure.slotStart[i + 1]; e++) {
                    costShare[e] *= MOST_COST / sum;
                }
                sum = MOST_COST;
            }
            valueAdded[i] = 1 - sum;
        }
    }

    /** From R = 1 upwards, customers before their makers, so that few rounds are needed: the least solution has no order. */
    private void settleTolerances(CompiledNetwork network) {
        NetworkStructure structure = network.structure;
        double[] logBid = new double[structure.slotCount];
        double[] logTolerance = new double[tolerance.length];
        double[] finalSum = new double[tolerance.length];
        double[] finalWeight = new double[tolerance.length];
        for (int j = 0; j < tolerance.length; j++) {
            finalWeight[j] = network.otherUses[j];
            finalSum[j] = network.otherUses[j] * StrictMath.log(otherBid[j]);
        }
        for (int l = structure.linkStart[structure.slotCount]; l < structure.linkCount; l++) {
            int j = structure.linkSupplier[l];
            finalWeight[j] += network.flow[l];
            finalSum[j] += network.flow[l] * StrictMath.log(marketBid[structure.linkMarket[l]]);
        }
        for (int i = 0; i < tolerance.length; i++) {
            setBids(structure, i, logBid);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double most = 0;
            for (int j : structure.downstreamFirst) {
                double sum = finalSum[j];
                double weights = finalWeight[j];
                for (int buyer = structure.buyerStart[j]; buyer < structure.buyerEnd[j]; buyer++) {
                    double flow = network.buyerFlow[buyer];
                    sum += flow * logBid[structure.buyerSlot[buyer]];
                    weights += flow;
                }
                double log = weights > 0 ? sum / weights : 0;
                double moved = Math.abs(log - logTolerance[j]);
                if (moved > 0) {
                    most = Math.max(most, moved / Math.max(1, Math.abs(log)));
                    logTolerance[j] = log;
                    tolerance[j] = StrictMath.exp(log);
                    setBids(structure, j, logBid);
                }
            }
            if (most <= SETTLED) {
                return;
            }
        }
        throw new ChokepointException("What customers would pay did not settle after " + MOST_ROUNDS + " rounds.\n"
                + "  Maybe a cycle of the dataset has cost shares close to 0.");
    }

    private void setBids(NetworkStructure structure, int activity, double[] logBid) {
        double more = tolerance[activity] - 1;
        for (int e = structure.slotStart[activity]; e < structure.slotStart[activity + 1]; e++) {
            bid[e] = held(1 + more / costShare[e]);
            logBid[e] = StrictMath.log(bid[e]);
        }
    }

    private void fillAlternatives(NetworkStructure structure) {
        for (int e = 0; e < structure.slotCount; e++) {
            double of = unitValue[structure.linkSupplier[structure.linkStart[e]]];
            for (int a = structure.altStart[e]; a < structure.altStart[e + 1]; a++) {
                int from = structure.altLinkStart[a];
                if (from < structure.altLinkEnd[a]) {
                    double other = unitValue[structure.linkSupplier[from]];
                    altBid[a] = held(bid[e] * of / (structure.altPerUnit[a] * other));
                }
            }
        }
    }

    private static double held(double tolerance) {
        return Math.min(MOST_TOLERANCE, Math.max(LEAST_TOLERANCE, tolerance));
    }

    /** b ≥ 1. */
    public double steepness() {
        return steepness;
    }

    /** r: the yearly cost of holding stock, a part of its value. */
    public double carrying() {
        return carrying;
    }

    /** v: what a unit (the world's baseline output of a week) of the activity's good is worth, in US$ million. */
    public double unitValue(int activity) {
        return unitValue[activity];
    }

    /** σ: what the maker pays for the slot's input, a part of what it sells for. */
    public double costShare(int slot) {
        return costShare[slot];
    }

    /** va: what is left of what the maker sells for after its inputs. */
    public double valueAdded(int activity) {
        return valueAdded[activity];
    }

    /** R: the multiple of the baseline price at which half of the maker's customers have given up. */
    public double tolerance(int activity) {
        return tolerance[activity];
    }

    /** ρ of a slot's input, at its usual makers and all others of the same good. */
    public double bid(int slot) {
        return bid[slot];
    }

    /** ρ of an alternative, at its makers. */
    public double altBid(int alternative) {
        return altBid[alternative];
    }

    /** R_F of the activity's good. */
    public double otherBid(int activity) {
        return otherBid[activity];
    }

    /** R_m. */
    public double marketBid(int market) {
        return marketBid[market];
    }
}
