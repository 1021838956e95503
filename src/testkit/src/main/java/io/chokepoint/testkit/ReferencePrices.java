package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.GoodValue;
import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.StandIn;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Sections 1 to 3 of the price page (src/docs/PRICES.md): what is fixed for a run. What stands in guillemets is the page's wording.
 * A maker whose inputs cost more than 0.95 of what it sells for is not scaled here: that is said of drawn runs, and this reading knows
 * of none.
 */
final class ReferencePrices {
    private static final double LEAST_TOLERANCE = 1.05;
    private static final double MOST_TOLERANCE = 1e6;
    /** » 4 where empty. « */
    private static final double USUAL_TOLERANCE = 4;

    private static final int MOST_ROUNDS = 10_000;

    /** b. */
    final double steepness;
    /** r. */
    final double carrying;

    private final boolean told;
    private final ReferenceNetwork network;
    private final FigureValues values;
    private final Map<Good, Double> unitValues = new HashMap<>();
    private final Map<Good, Double> otherTolerances = new HashMap<>();
    /** ln R. */
    private final Map<Node, Double> logs = new LinkedHashMap<>();

    /** Writes σ in place of the network's cost shares where the dataset states values, and changes nothing where it does not. */
    ReferencePrices(ReferenceNetwork network, Dataset dataset, FigureValues values) {
        this.network = network;
        this.values = values;
        // » Without values.csv nothing here applies and every run is as before. «
        this.told = dataset.hasValues();
        this.steepness = dataset.priceTerms().steepness();
        this.carrying = dataset.priceTerms().carrying();
        if (!told) {
            return;
        }
        for (GoodValue stated : dataset.values()) {
            // » v(g) = V(g) / (52·Σ x̄) is a unit's value (the sum over its makers; 1 in a dataset). «
            double baseline = 0;
            for (Node maker : network.makersOf(stated.good())) {
                baseline += maker.baseline;
            }
            if (baseline > 0) {
                unitValues.put(stated.good(), values.of(stated.value()) / (52 * baseline));
            }
            otherTolerances.put(stated.good(), values.of(stated.otherTolerance()));
        }
        for (Node node : network.nodes) {
            for (Need need : node.needs) {
                // » Maker i of h pays for input k (all modes: wear of machines, licences and service too) the cost
                // share σ(k,i) = a(k,i)·v(k) / v(h) of what it sells for, in place of costShare. «
                // » With values, σ replaces costShare under every rule. «
                need.costShare = need.coefficient * unitValue(need.dependency.input()) / unitValue(node);
            }
        }
        settleTolerances();
    }

    /** Whether there are prices at all. */
    boolean areTold() {
        return told;
    }

    double unitValue(Node node) {
        return unitValue(node.activity.good());
    }

    private double unitValue(Good good) {
        return get(unitValues, good);
    }

    /** va(i). */
    static double valueAdded(Node node) {
        // » What is left, va(i) = 1 − Σ_k σ(k,i), is its value added: wages, profit and what is bought outside the
        // graph, net of wear. «
        double left = 1;
        for (Need need : node.needs) {
            left -= need.costShare;
        }
        return left;
    }

    /** R(j). */
    double tolerance(Node node) {
        return StrictMath.exp(get(logs, node));
    }

    /** R_F. */
    double otherTolerance(Node node) {
        return get(otherTolerances, node.activity.good());
    }

    /** ρ of what one maker sells to one customer, of an alternative too. */
    double tolerance(Flow flow) {
        if (flow.customer instanceof Buyer buyer) {
            // » ρ(k,c) = R_m c a market «
            return buyer.market.tolerance() == null ? USUAL_TOLERANCE : values.of(buyer.market.tolerance());
        }
        Need need = flow.neededAs();
        // » = min(10⁶, max(1.05, 1 + (R(c) − 1) / σ(k,c))) c an activity «
        // » Half of c's users leave at R(c), which its price reaches when k costs 1 + (R − 1)/σ. «
        double own = within(1 + (tolerance(need.maker) - 1) / need.costShare);
        for (StandIn standIn : need.standIns) {
            if (standIn.flows.contains(flow)) {
                // » An alternative k' used for k has ρ(k,c)·v(k) / (perUnit·v(k')), held within 1.05 and 10⁶. «
                return within(own
                        * unitValue(need.dependency.input())
                        / (standIn.alternative.perUnit() * unitValue(flow.maker)));
            }
        }
        return own;
    }

    private static double within(double tolerance) {
        return Math.min(MOST_TOLERANCE, Math.max(LEAST_TOLERANCE, tolerance));
    }

    private void settleTolerances() {
        // » It is the least solution: from R = 1 everywhere, all activities in dataset order, each with the newest
        // values, until no ln R moves by more than 1e-12 (at most 10 000 rounds, else an error). «
        for (Node node : network.nodes) {
            logs.put(node, 0.0);
        }
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double largestMove = 0;
            for (Node node : network.nodes) {
                double next = meanLog(node);
                largestMove = Math.max(largestMove, Math.abs(next - get(logs, node)));
                logs.put(node, next);
            }
            // Tighter than the page asks, so that the error of stopping early cannot be seen in a comparison at 1e-11.
            if (largestMove <= 1e-14) {
                return;
            }
        }
        throw new IllegalStateException("tolerance does not settle within " + MOST_ROUNDS + " rounds");
    }

    private double meanLog(Node node) {
        // » ln R(j) = Σ_c ω(j,c)·ln ρ(k,c), ω(j,c) = Z(j,c) / x̄_j, for other uses F(j) / x̄_j, divided by their sum «
        // » = R_F(k) other uses «
        double weights = node.otherUses / node.baseline;
        double sum = weights * StrictMath.log(otherTolerance(node));
        for (Flow flow : node.serves) {
            // Alternatives are not bought at the baseline.
            if (flow.baseline > 0) {
                double weight = flow.baseline / node.baseline;
                weights += weight;
                sum += weight * StrictMath.log(tolerance(flow));
            }
        }
        return sum / weights;
    }

    private static <K> double get(Map<K, Double> map, K key) {
        Double value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("no value is stated for " + key);
        }
        return value;
    }
}
