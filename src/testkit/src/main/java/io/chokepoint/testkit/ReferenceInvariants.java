package io.chokepoint.testkit;

import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Product;

/**
 * The page's invariants on the state at the end of a week (» nothing is negative or NaN; what is shipped = what has arrived + what is
 * under way; x_i ≤ C_i; «), and what follows from the steps: no maker ships more than it makes, market weights sum to 1.
 */
public final class ReferenceInvariants {
    private final ReferenceNetwork network;

    private final boolean byPrice;

    ReferenceInvariants(ReferenceNetwork network, boolean byPrice) {
        this.network = network;
        this.byPrice = byPrice;
    }

    void check(int week) {
        for (Node node : network.nodes) {
            notNegative(week, node, "capacity", node.capacity);
            notNegative(week, node, "plan", node.plan);
            notNegative(week, node, "output", node.output);
            notNegative(week, node, "avail", node.available);
            require(node.output <= node.capacity, week, node, "output above capacity", node.output - node.capacity);
            double shipped = 0;
            for (Flow flow : node.serves) {
                notNegative(week, flow, "order", flow.order);
                notNegative(week, flow, "shipment", flow.shipped);
                notNegative(week, flow, "weight", flow.weight);
                shipped += flow.shipped;
                double lost = flow.everShipped - flow.everReceived - flow.underWay();
                require(
                        Math.abs(lost) <= 1e-12 * Math.max(1, flow.everShipped),
                        week,
                        flow,
                        "goods lost on the way",
                        lost);
            }
            if (byPrice) {
                checkServedByPrice(week, node, shipped);
            } else {
                require(shipped <= node.output + 1e-12, week, node, "ships more than it makes", shipped - node.output);
            }
            for (Need need : node.needs) {
                notNegative(week, node, "stock of " + need.dependency.input(), need.stock);
                notNegative(week, node, "capital " + need.dependency.input(), need.capital);
                notNegative(week, node, "expected supply of " + need.dependency.input(), need.expected);
            }
        }
        for (Buyer buyer : network.markets) {
            double sum = 0;
            for (Product product : buyer.products) {
                notNegative(week, buyer, "weight", product.weight);
                sum += product.weight;
            }
            require(Math.abs(sum - 1) < 1e-12, week, buyer, "weights sum to", sum);
            notNegative(week, buyer, "unmet demand", buyer.unmet);
        }
    }

    private static void checkServedByPrice(int week, Node node, double shipped) {
        // » p ≥ 1; under price what a maker ships, other uses included, sums to min(x, claims) (1e-10); «
        // Where next to all can be served, all are: » If x_i ≥ (1 − 1e-9)·(Σ O' + F) all are, and p_i = 1. «
        double off = shipped + node.toOthers - Math.min(node.output, node.demand);
        require(Math.abs(off) <= 1e-10 + 1e-9 * node.demand, week, node, "ships what it does not make, by", off);
        require(node.output == 0 || node.scarcity >= 1, week, node, "scarcity price", node.scarcity);
    }

    private static void notNegative(int week, Object where, String what, double value) {
        require(value >= 0 && Double.isFinite(value), week, where, what, value);
    }

    private static void require(boolean holds, int week, Object where, String what, double value) {
        if (!holds) {
            throw new AssertionError("week " + week + ", " + where + ": " + what + " " + value);
        }
    }
}
