package io.chokepoint.testkit;

import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/** Section 5 of the model page. What stands in guillemets is the page's wording. */
public final class ReferenceCosts {
    private static final int MOST_ROUNDS = 10_000;

    private final ReferenceNetwork network;
    private final ReferenceRules rules;
    private int lastWeek = -1;
    private Map<Flow, Double> lastRates = Map.of();
    private Map<Node, Double> added = Map.of();

    ReferenceCosts(ReferenceNetwork network, ReferenceRules rules) {
        this.network = network;
        this.rules = rules;
    }

    /** Δc_i of a week. */
    Map<Node, Double> added(int week) {
        if (week == lastWeek) {
            return added;
        }
        lastWeek = week;
        Map<Flow, Double> rates = new HashMap<>();
        for (Node node : network.nodes) {
            for (Flow flow : node.serves) {
                double rate = rules.costRate(flow, week);
                if (rate != 0) {
                    rates.put(flow, rate);
                }
            }
        }
        // » recomputed in each week in which a rate changes; «
        if (!rates.equals(lastRates)) {
            added = fixpoint(rates);
            lastRates = rates;
        }
        return added;
    }

    /** » Δc(p,m) = (1 + Δc_p)(1 + rate(p,m)) − 1. « */
    double inMarket(Flow flow, int week) {
        return (1 + added(week).getOrDefault(flow.maker, 0.0)) * (1 + rules.costRate(flow, week)) - 1;
    }

    private Map<Node, Double> fixpoint(Map<Flow, Double> rates) {
        // » Δc_i = Σ_k costShare(k,i)·Σ_j m(j,i)·((1 + Δc_j)(1 + rate(j,i)) − 1): a fixpoint along the graph (1e-12),
        // «
        // » not settled after 10 000 rounds (cost growing without bound round a cycle) is an error. «
        Map<Node, Double> costs = new LinkedHashMap<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            double largestChange = 0;
            double largest = 0;
            Map<Node, Double> next = new LinkedHashMap<>();
            for (Node node : network.nodes) {
                double sum = 0;
                for (Need need : node.needs) {
                    for (Flow flow : need.flows) {
                        double passedOn =
                                (1 + costs.getOrDefault(flow.maker, 0.0)) * (1 + rates.getOrDefault(flow, 0.0)) - 1;
                        sum += need.costShare * need.mix.getOrDefault(flow.maker, 0.0) * passedOn;
                    }
                }
                next.put(node, sum);
                largest = Math.max(largest, sum);
                largestChange = Math.max(largestChange, Math.abs(sum - costs.getOrDefault(node, 0.0)));
            }
            costs = next;
            // Tighter than the page asks, so that the error of stopping early cannot be seen in a comparison at 1e-12.
            if (largestChange <= 1e-15 * Math.max(1, largest)) {
                return costs;
            }
        }
        throw new IllegalStateException("added cost does not settle within " + MOST_ROUNDS + " rounds");
    }
}
