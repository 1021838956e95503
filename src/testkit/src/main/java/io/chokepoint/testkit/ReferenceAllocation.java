package io.chokepoint.testkit;

import io.chokepoint.model.DependencyMode;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Purchaser;
import io.chokepoint.testkit.ReferenceScarcity.Claim;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Step 5 of the model page and section 4 of the price page: who gets what of a maker's output. What stands in guillemets is the
 * pages' wording.
 */
final class ReferenceAllocation {
    private final ReferenceNetwork network;
    private final ReferencePrices prices;
    private final RationingRule rationing;

    ReferenceAllocation(ReferenceNetwork network, ReferencePrices prices, RationingRule rationing) {
        if (rationing instanceof RationingRule.Price && !prices.areTold()) {
            throw new IllegalArgumentException("rule price needs a dataset with values");
        }
        this.network = network;
        this.prices = prices;
        this.rationing = rationing;
    }

    boolean isByPrice() {
        return rationing instanceof RationingRule.Price;
    }

    /** Decides what every flow gets this week, and the scarcity price of every maker. */
    void decide() {
        for (Node node : network.nodes) {
            // » with n_i = Σ_c N'(c) + F(i), the need among this week's claims on i itself, own use included, before
            // anything is served (also where x_i = 0) «
            node.needed = node.otherUses;
            for (Flow flow : node.serves) {
                // » the rest is restocking, and stays so upstream. Of a permitted order O' the need is N' = min(N, O'),
                // the restocking M = O' −
                // N'. «
                flow.permittedNeed = Math.min(flow.needPart, flow.permitted);
                node.needed += flow.permittedNeed;
            }
        }
        for (Node node : network.nodes) {
            if (isByPrice()) {
                serveByPrice(node);
                continue;
            }
            // » If x_i < Σ O' + F: «
            if (node.output < node.demand) {
                ration(node);
            } else {
                serveAll(node);
            }
            if (prices.areTold()) {
                tellPrice(node);
            }
        }
    }

    private static void serveAll(Node node) {
        for (Flow flow : node.serves) {
            flow.shipped = flow.permitted;
        }
    }

    private static boolean isEnough(Node node) {
        return node.output >= (1 - 1e-9) * node.demand;
    }

    private void serveByPrice(Node node) {
        // » Step 5, fourth rule. «
        if (node.output == 0) {
            // » If x_i = 0 nobody is served and there is no price. «
            node.scarcity = Double.NaN;
            node.toOthers = 0;
            for (Flow flow : node.serves) {
                flow.shipped = 0;
            }
        } else if (isEnough(node)) {
            // » If x_i ≥ (1 − 1e-9)·(Σ O' + F) all are, and p_i = 1. «
            node.scarcity = 1;
            node.toOthers = node.otherUses;
            serveAll(node);
        } else {
            Map<Flow, Double> first = ownUseFirst(node);
            Map<Flow, Claim> claims = claimsLeft(node, first);
            ReferenceScarcity scarcity = scarcity(node, claims);
            node.scarcity = scarcity.price();
            node.toOthers = scarcity.served(new Claim(node.otherUses, 0, prices.otherTolerance(node)));
            // » and each gets its terms. «
            claims.forEach((flow, claim) -> flow.shipped = first.getOrDefault(flow, 0.0) + scarcity.served(claim));
        }
    }

    private void tellPrice(Node node) {
        // » Under the other rules p comes from the same claims, serves nobody and is only told, «
        if (node.output == 0) {
            node.scarcity = Double.NaN;
        } else if (isEnough(node)) {
            node.scarcity = 1;
        } else {
            Map<Flow, Double> first = ownUseFirst(node);
            node.scarcity = scarcity(node, claimsLeft(node, first)).price();
        }
    }

    private Map<Flow, Claim> claimsLeft(Node node, Map<Flow, Double> first) {
        // » Access is granted by step 4, not by price; its orders are claims like others. «
        Map<Flow, Claim> claims = new LinkedHashMap<>();
        for (Flow flow : node.serves) {
            // » Else own use comes first (step 5): what it gets is taken off its N', then its M, and off x_i; with what
            // is left of them p_i solves, «
            double got = first.getOrDefault(flow, 0.0);
            double offNeed = Math.min(got, flow.permittedNeed);
            double restocking = flow.permitted - flow.permittedNeed;
            claims.put(
                    flow,
                    new Claim(
                            flow.permittedNeed - offNeed,
                            Math.max(0, restocking - (got - offNeed)),
                            prices.tolerance(flow)));
        }
        return claims;
    }

    private ReferenceScarcity scarcity(Node node, Map<Flow, Claim> claims) {
        List<Claim> all = new ArrayList<>(claims.values());
        all.add(new Claim(node.otherUses, 0, prices.otherTolerance(node)));
        return new ReferenceScarcity(all, left(node), prices.steepness);
    }

    /** What a maker gets of itself before anybody else; of every flow. */
    private static Map<Flow, Double> ownUseFirst(Node node) {
        Map<Flow, Double> first = new LinkedHashMap<>();
        double ownUse = ownClaims(node);
        double proportion = node.output < ownUse ? node.output / ownUse : 1;
        for (Flow flow : node.serves) {
            // » first a maker serves itself (c = i), «
            // » (all in the same proportion where x_i is less), under every rule; «
            first.put(flow, firstClaim(node, flow) * proportion);
        }
        return first;
    }

    private static double ownClaims(Node node) {
        double sum = 0;
        for (Flow flow : node.serves) {
            sum += firstClaim(node, flow);
        }
        return sum;
    }

    /** Of output, when own use has been served. */
    private static double left(Node node) {
        return Math.max(0, node.output - ownClaims(node));
    }

    private void ration(Node node) {
        Map<Flow, Double> first = ownUseFirst(node);
        first.forEach((flow, got) -> flow.shipped = got);
        // » what is left is rationed among all other claims, the rest of its own among them, by the scenario's
        // rule: «
        double left = left(node);
        for (ClaimClass group : classes(node)) {
            double claimed = group.otherUses ? node.otherUses : 0;
            for (Flow flow : group.flows) {
                claimed += flow.permitted - first.getOrDefault(flow, 0.0);
            }
            // » a class is served when those above are full; within a class proportionally); «
            double part = claimed > 0 ? Math.min(1, left / claimed) : 0;
            for (Flow flow : group.flows) {
                flow.shipped += (flow.permitted - first.getOrDefault(flow, 0.0)) * part;
            }
            // To the last digit: a class below one that is not full gets nothing at all.
            left = claimed > left ? 0 : left - claimed;
        }
    }

    private static double firstClaim(Node node, Flow flow) {
        if (flow.customer != node) {
            return 0;
        }
        // » a consumed input up to its need a·plan_i of this week, capital, access and alternatives with the whole
        // order «
        Need need = flow.need;
        if (need != null && need.flows.contains(flow) && need.is(DependencyMode.CONSUMED)) {
            return Math.min(flow.permitted, need.coefficient * node.plan);
        }
        return flow.permitted;
    }

    private static final class ClaimClass {
        private final List<Flow> flows = new ArrayList<>();
        private boolean otherUses;
    }

    private List<ClaimClass> classes(Node node) {
        List<ClaimClass> groups = new ArrayList<>();
        switch (rationing) {
            // » proportional (default); «
            case RationingRule.Proportional unused -> {
                ClaimClass all = new ClaimClass();
                all.flows.addAll(node.serves);
                all.otherUses = true;
                groups.add(all);
            }
            case RationingRule.Price unused -> throw new IllegalStateException("rule price has no classes");
            case RationingRule.DomesticFirst unused -> {
                // » domestic-first (customers in the maker's country, and other uses, then the rest). «
                // » A maker without a country has no domestic customers but other uses. «
                ClaimClass domestic = new ClaimClass();
                ClaimClass rest = new ClaimClass();
                domestic.otherUses = true;
                for (Flow flow : node.serves) {
                    boolean home = !node.country().isEmpty() && node.country().equals(flow.customer.country());
                    (home ? domestic : rest).flows.add(flow);
                }
                groups.addAll(List.of(domestic, rest));
            }
            case RationingRule.Priority priority -> {
                // » priority (customers in classes given by the scenario, then customers it does not name, other
                // uses last unless named; «
                // A customer belongs to the first class that selects it.
                List<Flow> unnamed = new ArrayList<>(node.serves);
                boolean otherUsesNamed = false;
                for (RationingRule.PriorityClass stated : priority.classes()) {
                    ClaimClass group = new ClaimClass();
                    for (Flow flow : node.serves) {
                        if (unnamed.contains(flow) && isIn(stated, flow.customer)) {
                            group.flows.add(flow);
                            unnamed.remove(flow);
                        }
                    }
                    group.otherUses = stated.otherUses() && !otherUsesNamed;
                    otherUsesNamed |= stated.otherUses();
                    groups.add(group);
                }
                ClaimClass others = new ClaimClass();
                others.flows.addAll(unnamed);
                ClaimClass last = new ClaimClass();
                last.otherUses = !otherUsesNamed;
                groups.addAll(List.of(others, last));
            }
        }
        return groups;
    }

    private static boolean isIn(RationingRule.PriorityClass stated, Purchaser customer) {
        return stated.customers().stream().anyMatch(selector -> selector.matchesCustomer(customer.customer()));
    }
}
