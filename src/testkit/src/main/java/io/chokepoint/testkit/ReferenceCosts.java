package io.chokepoint.testkit;

import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Product;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Section 5 of the model page and, under rule {@code price}, of the price page. What stands in guillemets is the pages' wording.
 */
public final class ReferenceCosts {
    private static final int MOST_ROUNDS = 10_000;

    private final ReferenceNetwork network;
    private final ReferenceRules rules;
    private int lastWeek = -1;
    private Map<Flow, Double> lastRates = Map.of();
    private Map<Node, Double> added = Map.of();
    private final boolean byPrice;
    /** q of the last week in which a maker made something. */
    private final Map<Node, Double> lastTold = new HashMap<>();
    /** μ; of inputs of which nothing has been shipped yet, none. */
    private final Map<Need, Map<Node, Double>> lastParts = new HashMap<>();

    ReferenceCosts(ReferenceNetwork network, ReferenceRules rules, boolean byPrice) {
        this.network = network;
        this.rules = rules;
        this.byPrice = byPrice;
    }

    boolean areByPrice() {
        return byPrice;
    }

    /** Under rule {@code price} costs come from the weeks before. */
    void beforeWeek(int week) {
        if (byPrice) {
            // » Under price, section 5's cost pass is, each week before step 1, «
            added = passOn(week);
            lastWeek = week;
        }
    }

    /** Remembers what the next weeks' costs come from. */
    void afterWeek() {
        for (Node node : network.nodes) {
            // » q_j of the last week before in which j made something (1 before that) «
            if (node.output > 0) {
                lastTold.put(node, told(node));
            }
            for (Need need : node.needs) {
                double shipped = 0;
                for (Flow flow : need.flows) {
                    shipped += flow.shipped;
                }
                // » μ(j,i) the makers' parts of what i was shipped of k (of access: what step 5 allotted),
                // alternatives apart, in the last week before in which that was more than 0 (m before that). A maker
                // who sells nothing makes nothing cheap. «
                if (shipped > 0) {
                    Map<Node, Double> parts = new HashMap<>();
                    for (Flow flow : need.flows) {
                        parts.put(flow.maker, flow.shipped / shipped);
                    }
                    lastParts.put(need, parts);
                }
            }
        }
    }

    /** q of this week; NaN where nothing is made. */
    static double told(Node node) {
        // » p is the scarcity price, q = min(p, 100) what is told, passed on and counted; above that, p only decides
        // who
        // is served. «
        return Math.min(node.scarcity, 100);
    }

    private Map<Node, Double> passOn(int week) {
        // » Δc_i = Σ_k σ(k,i)·Σ_j μ(j,i)·(max(1 + Δc_j, q_j)·(1 + rate(j,i)) − 1) «
        Map<Node, Double> costs = new LinkedHashMap<>();
        // » from Δc = 0, all activities from the values of the round before, until none moves by more than 1e-12·(1 +
        // Δc) (10 000 rounds, else an error), «
        for (int round = 0; round < MOST_ROUNDS; round++) {
            Map<Node, Double> next = new LinkedHashMap<>();
            boolean settled = true;
            for (Node node : network.nodes) {
                double sum = 0;
                for (Need need : node.needs) {
                    Map<Node, Double> parts = lastParts.getOrDefault(need, need.mix);
                    for (Flow flow : need.flows) {
                        double part = parts.getOrDefault(flow.maker, 0.0);
                        sum += need.costShare * part * dearer(costs, flow, week);
                    }
                }
                next.put(node, sum);
                // Tighter than the page asks, so that the error of stopping early cannot be seen in a comparison at
                // 1e-11.
                settled &= Math.abs(sum - costs.getOrDefault(node, 0.0)) <= 1e-15 * (1 + sum);
            }
            costs = next;
            if (settled) {
                return costs;
            }
        }
        throw new IllegalStateException("cost does not settle within " + MOST_ROUNDS + " rounds");
    }

    /** By how much what a flow brings is dearer than at the baseline. */
    private double dearer(Map<Node, Double> costs, Flow flow, int week) {
        double price = Math.max(1 + costs.getOrDefault(flow.maker, 0.0), lastTold.getOrDefault(flow.maker, 1.0));
        return price * (1 + rules.costRate(flow, week)) - 1;
    }

    /** What step 10 takes off all of a market's added costs. */
    double leastInMarket(Buyer buyer, int week) {
        // » exp(−η·(Δc(p,m) − the least Δc of m's products)) (the same, without underflow). «
        double least = byPrice ? Double.POSITIVE_INFINITY : 0;
        for (Product product : buyer.products) {
            least = Math.min(least, byPrice ? inMarket(product.flow, week) : 0);
        }
        return least;
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
        if (byPrice) {
            // » In step 10 Δc(p,m) = max(1 + Δc_p, q_p)·(1 + rate(p,m)) − 1 with the same q, «
            return dearer(added, flow, week);
        }
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
