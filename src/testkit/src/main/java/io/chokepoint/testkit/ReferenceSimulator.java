package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.scenario.Measure;
import io.chokepoint.scenario.RationingRule;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Product;
import io.chokepoint.testkit.ReferenceNetwork.StandIn;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The model page (src/docs/MODEL.md), section 3, written down as it reads: objects, lists and maps, one method per step. Slow and
 * plain on purpose; it shares no code with the engine, and the engine must agree with it.
 *
 * <p>What stands in guillemets is the page's own wording, and a test fails where it is not.
 *
 * <p>It checks the page's invariants after each step as it goes, and fails with the step, the week and the value.
 */
public final class ReferenceSimulator implements ModelUnderTest {

    @Override
    public ModelRun run(Dataset dataset, Scenario scenario, RationingRule defaultRule, FigureValues values) {
        Run run = new Run(dataset, scenario, scenario.rationing().orElse(defaultRule), values);
        for (int week = 0; week < scenario.horizonWeeks(); week++) {
            run.oneWeek(week);
        }
        return run.records.toModelRun(dataset);
    }

    /** The run on shares and values that are off by up to 4e-13: by as little as the engine takes for nothing. */
    public ModelRun shadow(Dataset dataset, Scenario scenario) {
        return shadow(dataset, scenario, RationingRule.PROPORTIONAL);
    }

    /** @param rule where the scenario names none */
    public ModelRun shadow(Dataset dataset, Scenario scenario, RationingRule rule) {
        FigureValues nearby = figure -> {
            boolean isShare = figure.id().endsWith("share") || figure.id().endsWith("/value");
            int digits = isShare ? Math.floorMod(figure.id().hashCode(), 5) : 0;
            return figure.central() * (1 + digits * 1e-13);
        };
        return run(dataset, scenario, rule, nearby);
    }

    /** One run: the network with its state, and what is written down of it. */
    private static final class Run {
        private final ReferenceNetwork network;
        private final ReferenceRules rules;
        private final ReferenceCosts costs;
        private final ReferencePrices prices;
        private final ReferenceAllocation allocation;
        private final ReferenceRecords records;
        private final ReferenceInvariants invariants;

        Run(Dataset dataset, Scenario scenario, RationingRule rationing, FigureValues values) {
            this.network = new ReferenceNetwork(dataset, values);
            this.rules = new ReferenceRules(network, scenario, values);
            this.prices = new ReferencePrices(network, dataset, values);
            this.allocation = new ReferenceAllocation(network, prices, rationing);
            this.costs = new ReferenceCosts(network, rules, allocation.isByPrice());
            this.records = new ReferenceRecords(
                    network, rules, costs, new ReferencePriceRecords(network, rules, costs, prices, scenario));
            this.invariants = new ReferenceInvariants(network, allocation.isByPrice());
            for (Measure measure : scenario.measures()) {
                switch (measure) {
                    case Measure.StockBuild build -> stockUp(build, values.of(build.weeks()));
                    // A_i of step 2, week by week.
                    case Measure.Expansion unused -> {}
                }
            }
        }

        private void stockUp(Measure.StockBuild build, double weeks) {
            // » n is n + b (several add up), from the start and as the target (a reserve that is kept; that it was
            // bought before week 0 is not simulated). «
            for (Node node : network.nodes) {
                for (Need need : node.needs) {
                    if (need.is(DependencyMode.CONSUMED) && ReferenceRules.selects(build.select(), need)) {
                        need.stockWeeks += weeks;
                        need.stock += weeks * need.baselineUse();
                    }
                }
            }
        }

        void oneWeek(int week) {
            costs.beforeWeek(week);
            step1Arrivals(week);
            step2Capacity(week);
            step3Plan(week);
            step4Production(week);
            step5Allocation(week);
            step6ShortageAndAlternatives(week);
            step7SupplierWeights(week);
            step8Orders(week);
            step9Capital();
            step10Markets(week);
            invariants.check(week);
            records.write(week);
            costs.afterWeek();
        }

        private void step1Arrivals(int week) {
            // » What was sent to arrive this week joins the stocks S(k,i). «
            for (Node node : network.nodes) {
                for (Need need : node.needs) {
                    need.arrived = 0;
                    for (Flow flow : need.flows) {
                        need.arrived += receive(flow, week);
                    }
                    for (StandIn standIn : need.standIns) {
                        for (Flow flow : standIn.flows) {
                            // » on arrival, divided by perUnit, it counts as k. «
                            need.arrived += receive(flow, week) / standIn.alternative.perUnit();
                        }
                    }
                    // Machines that arrive are put up in step 9.
                    if (need.is(DependencyMode.CONSUMED)) {
                        need.stock += need.arrived;
                    }
                }
            }
        }

        private static double receive(Flow flow, int week) {
            Double due = flow.onTheWay.remove(week);
            flow.received = due == null ? 0 : due;
            flow.everReceived += flow.received;
            return flow.received;
        }

        private void step2Capacity(int week) {
            for (Node node : network.nodes) {
                // » K_i = the least K(k,i) over i's capital inputs, x̄_i if it has none; «
                double least = Double.POSITIVE_INFINITY;
                for (Need need : node.needs) {
                    if (need.is(DependencyMode.CAPITAL)) {
                        least = Math.min(least, need.capital);
                    }
                }
                node.machines = least == Double.POSITIVE_INFINITY ? node.baseline : least;
                // » K⁺_i = K_i + A_i, A_i what expansions have added by this week (section 4). «
                node.machines += rules.added(node, week);
                double working = rules.workingPart(node, week);
                // » C_i = K⁺_i · κ_i, and while overOrdered_i > 0, plus surge: spare_i · x̄_i · κ_i · min(1,
                // overOrdered_i / rampWeeks_i). «
                node.capacity = node.machines * working;
                if (node.overOrdered > 0) {
                    node.capacity +=
                            node.spare * node.baseline * working * Math.min(1, node.overOrdered / node.rampWeeks);
                }
            }
        }

        private void step3Plan(int week) {
            // » Permitted orders: O'(i,c) = O(i,c) where φ(i,c) = 1, else min(O(i,c), φ(i,c)·Z(i,c)): ordering more
            // does not get more through. «
            for (Node node : network.nodes) {
                for (Flow flow : node.serves) {
                    double phi = rules.phiBeforeQuotas(flow, week);
                    flow.permitted = phi == 1 ? flow.order : Math.min(flow.order, phi * flow.baseline);
                }
            }
            // » Then quotas scale the flows they select (section 4), all from the same O': a flow under several takes
            // the smallest of its factors. «
            rules.applyQuotas(week);
            for (Node node : network.nodes) {
                // » D_i = Σ_c O'(i,c) + F(i); plan_i = min(C_i, D_i); a plan below 1e-9·x̄_i is 0. «
                node.demand = node.otherUses;
                for (Flow flow : node.serves) {
                    node.demand += flow.permitted;
                }
                node.plan = Math.min(node.capacity, node.demand);
                // Step 4 tells a plan of 0 from one of next to nothing.
                if (node.plan < 1e-9 * node.baseline) {
                    node.plan = 0;
                }
                // » overOrdered_i counts the weeks on end with D_i > K⁺_i·(1 + 1e-9), counted after this step (so
                // surge starts the week after). «
                node.overOrdered = node.demand > node.machines * (1 + 1e-9) ? node.overOrdered + 1 : 0;
            }
        }

        private void step4Production(int week) {
            Map<Node, Double> newAvailable = new HashMap<>();
            for (Node node : network.nodes) {
                // » capital inputs do not enter. «
                Map<Need, Double> terms = new LinkedHashMap<>();
                for (Need need : node.needs) {
                    if (!need.is(DependencyMode.CAPITAL)) {
                        terms.put(need, 1 - need.criticality * (1 - fulfilment(need, week)));
                    }
                }
                // » Then f_i = min over k of (1 − ω_k·(1 − r_k)) (1 if no inputs), x_i = plan_i · f_i; «
                node.fulfilled = 1;
                for (double term : terms.values()) {
                    node.fulfilled = Math.min(node.fulfilled, term);
                }
                node.output = node.plan * node.fulfilled;
                // » The k that attains the minimum, if f < 1, is the binding input (ties: the first in dataset
                // order). «
                node.binding = null;
                node.nearlyBinding = new ArrayList<>();
                for (Map.Entry<Need, Double> term : terms.entrySet()) {
                    if (node.fulfilled < 1 && node.binding == null && term.getValue() == node.fulfilled) {
                        node.binding = term.getKey();
                    }
                    if (node.fulfilled < 1 && term.getValue() <= node.fulfilled + 1e-12) {
                        node.nearlyBinding.add(term.getKey());
                    }
                }
                // » each consumed input's stock falls by min(S, a·x_i). «
                for (Need need : node.needs) {
                    if (need.is(DependencyMode.CONSUMED)) {
                        need.stock -= Math.min(need.stock, need.coefficient * node.output);
                        // What rounding leaves of a stock is nothing, or it would be much beside a plan of next to
                        // nothing.
                        if (need.stock < 1e-13 * need.baselineUse()) {
                            need.stock = 0;
                        }
                    }
                }
                // » avail_i = min(1, C_i·f_i / x̄_i). «
                // Until all are done, access inputs of others read last week's.
                newAvailable.put(node, Math.min(1, node.capacity * node.fulfilled / node.baseline));
            }
            newAvailable.forEach((node, available) -> node.available = available);
        }

        private double fulfilment(Need need, int week) {
            double fulfilled;
            if (need.is(DependencyMode.CONSUMED)) {
                // » Fulfilment of input k: consumed: r = min(1, S(k,i) / (a·plan_i)), 1 where plan is 0; «
                double wanted = need.coefficient * need.maker.plan;
                fulfilled = wanted > 0 ? Math.min(1, need.stock / wanted) : 1;
            } else {
                // » access: r = min(1, Σ_j w(j,i)·φ(j,i)·avail_j + Σ y) with this week's φ and last week's w, y and
                // avail; «
                double sum = need.takenOver();
                for (Flow flow : need.flows) {
                    sum += flow.weight * rules.phi(flow, week) * flow.maker.available;
                }
                fulfilled = Math.min(1, sum);
            }
            // » r > 1 − 1e-9 counts as 1 and r < 1e-9 as 0 (or rounding would grow week by week round a cycle). «
            if (fulfilled < 1e-9) {
                return 0;
            }
            return fulfilled > 1 - 1e-9 ? 1 : fulfilled;
        }

        private void step5Allocation(int week) {
            // » Customers claim O'(i,c), other uses F(i). «
            allocation.decide();
            for (Node node : network.nodes) {
                // » Shipments leave now and arrive in week t + ℓ + T(i,c,t). «
                // » An access flow has no shipments: «
                for (Flow flow : node.serves) {
                    if (!flow.access) {
                        flow.everShipped += flow.shipped;
                        for (ReferenceRules.DelayedPart part : rules.delays(flow, week)) {
                            flow.send(week + flow.lead + part.weeks(), flow.shipped * part.part());
                        }
                    }
                }
            }
        }

        private void step6ShortageAndAlternatives(int week) {
            for (Node node : network.nodes) {
                for (Need need : node.needs) {
                    // » Expected supply of input k: e(k,i) = Σ_j m(j,i)·φ(j,i)·avail_j, with this week's avail. «
                    need.expected = 0;
                    for (Flow flow : need.flows) {
                        need.expected += mix(flow, need) * rules.phi(flow, week) * flow.maker.available;
                    }
                    // » short(k,i) counts the weeks on end, this one included, with e < 1 − 1e-9. «
                    need.shortWeeks = need.expected < 1 - 1e-9 ? need.shortWeeks + 1 : 0;
                    // » Each alternative k' in dataset order with short(k,i) > its qualificationWeeks and v ≠ 0 takes
                    // over y = min(cap, what is left of 1 − e) of the need; the others have y = 0. «
                    // » y ≤ max(0, 1 − e). «
                    double left = Math.max(0, 1 - need.expected);
                    for (StandIn standIn : need.standIns) {
                        boolean someMaker = turnTo(standIn.flows, week);
                        standIn.part = 0;
                        if (need.shortWeeks > standIn.qualificationWeeks && someMaker) {
                            standIn.part = Math.min(standIn.cap, left);
                            left -= standIn.part;
                        }
                    }
                }
            }
        }

        private static double mix(Flow flow, Need need) {
            return need.mix.getOrDefault(flow.maker, 0.0);
        }

        /**
         * Works out v.
         *
         * @return whether there is anybody to turn to
         */
        private boolean turnTo(List<Flow> flows, int week) {
            // » For makers of any good, v(j,i) ∝ C_j·f_j over those with φ(j,i) = 1 (Σ v = 1; v = 0 if there are
            // none). «
            // » Where no permitted maker can make anything (ΣC·f = 0), v = 0. «
            double sum = 0;
            for (Flow flow : flows) {
                flow.turnedTo = rules.phi(flow, week) == 1 ? flow.maker.capacity * flow.maker.fulfilled : 0;
                sum += flow.turnedTo;
            }
            for (Flow flow : flows) {
                flow.turnedTo = sum > 0 ? flow.turnedTo / sum : 0;
            }
            return sum > 0;
        }

        private void step7SupplierWeights(int week) {
            for (Node node : network.nodes) {
                for (Need need : node.needs) {
                    boolean turning = turnTo(need.flows, week) && need.shortWeeks > need.qualificationWeeks;
                    double left = Math.max(0, 1 - need.expected - need.takenOver());
                    for (Flow flow : need.flows) {
                        if (turning) {
                            // » While short > q and v ≠ 0: w(j,i) ← (w(j,i) + m(j,i)·φ(j,i)·avail_j + (1 − e −
                            // Σy)·v(j,i)) / 2 over all makers j of k (half of the way each week: going all the way,
                            // buyers crowd to and from a maker week by week). «
                            double still = mix(flow, need) * rules.phi(flow, week) * flow.maker.available;
                            flow.weight = (flow.weight + still + left * flow.turnedTo) / 2;
                        } else {
                            // » Otherwise, and where v = 0 (nobody to turn to: the standing orders stay), w = m. «
                            flow.weight = mix(flow, need);
                        }
                    }
                }
            }
        }

        private void step8Orders(int week) {
            // » (The target is of baseline use, not of plan: orders then follow use one for one, and a fall in demand
            // does not grow on its way upstream. One order a week, placed at its end and shipped in the next: the
            // steady state of section 2 holds exactly.) «
            for (Node node : network.nodes) {
                for (Need need : node.needs) {
                    double wanted;
                    double quantity;
                    if (need.is(DependencyMode.CONSUMED)) {
                        // » Consumed: need = a·plan_i, Q = need + ((n + ℓ + Σ_j w(j,i)·T(j,i,t))·a·x̄_i − S(k,i) −
                        // underWay(k,i)) / 4, held within 0 and 2·max(need, a·x̄_i); «
                        // » underWay = all that is on its way to i for k, this week's shipments and alternatives
                        // included. «
                        wanted = need.coefficient * node.plan;
                        double weeks = need.stockWeeks + need.dependency.leadWeeks();
                        for (Flow flow : need.flows) {
                            weeks += flow.weight * rules.meanDelay(flow, week);
                        }
                        quantity = wanted + (weeks * need.baselineUse() - need.stock - need.underWay()) / 4;
                        quantity = Math.max(0, Math.min(quantity, 2 * Math.max(wanted, need.baselineUse())));
                    } else if (need.is(DependencyMode.ACCESS)) {
                        // » Access: Q = need = a·plan_i, no stock. «
                        wanted = need.coefficient * node.plan;
                        quantity = wanted;
                    } else {
                        // » Capital: Q = need = a·x̄_i·min(2, 1 + L·(1 − K(k,i)/x̄_i)), no stock (a lost machine park
                        // is made up over about a year, at no more than twice the usual rate). «
                        wanted = need.baselineUse()
                                * Math.min(2, 1 + need.dependency.lifetimeYears() * (1 - need.capital / node.baseline));
                        quantity = wanted;
                    }
                    // » Orders for next week, O(j,i) = w(j,i)·Q(k,i). «
                    for (Flow flow : need.flows) {
                        flow.order = flow.weight * quantity;
                        flow.needPart = flow.weight * Math.min(quantity, needOfOrder(need));
                    }
                    // » Alternatives: y·need·perUnit·v(j',i) from each maker j' of k', sent with ℓ of k; «
                    for (StandIn standIn : need.standIns) {
                        for (Flow flow : standIn.flows) {
                            flow.order = standIn.part * wanted * standIn.alternative.perUnit() * flow.turnedTo;
                            // » orders of alternatives and markets are all need, in week 0 all orders «
                            flow.needPart = flow.order;
                        }
                    }
                }
            }
        }

        private static double needOfOrder(Need need) {
            // » Of an order of step 8 the part N = w(j,i)·min(Q, a·min(plan_i, n_i)) is need, «
            // » (for capital N = w·min(Q, a·x̄_i); «
            return need.is(DependencyMode.CAPITAL)
                    ? need.baselineUse()
                    : need.coefficient * Math.min(need.maker.plan, need.maker.needed);
        }

        private void step9Capital() {
            // » With ρ = 0 capacity wears down towards (1 − ω)·x̄; with ρ = 1 it creeps back within years; with
            // catch-up orders met (ρ up to 2), within about one. «
            // » For capital input k with lifetime L: K(k,i) ← clamp(K + (x̄_i·(1 − ω·(1 − ρ)) − K) / (52·L), 0,
            // x̄_i), ρ = received this week / (a·x̄_i). «
            for (Node node : network.nodes) {
                for (Need need : node.needs) {
                    if (need.is(DependencyMode.CAPITAL)) {
                        double received = need.arrived / need.baselineUse();
                        double target = node.baseline * (1 - need.criticality * (1 - received));
                        double next = need.capital + (target - need.capital) / (52 * need.dependency.lifetimeYears());
                        need.capital = Math.max(0, Math.min(next, node.baseline));
                    }
                }
            }
        }

        private void step10Markets(int week) {
            for (Buyer buyer : network.markets) {
                double leastCost = costs.leastInMarket(buyer, week);
                // » Market m wants d_m of its function a week. Target weights w*_p ∝
                // b_p·φ(p,m)·avail_p·exp(−η·Δc(p,m)), Δc from section 5; «
                Map<Product, Double> targets = new LinkedHashMap<>();
                double sum = 0;
                for (Product product : buyer.products) {
                    double target = product.baselineWeight
                            * rules.phi(product.flow, week)
                            * product.flow.maker.available
                            * StrictMath.exp(
                                    -buyer.priceSensitivity * (costs.inMarket(product.flow, week) - leastCost));
                    targets.put(product, target);
                    sum += target;
                }
                double function = 0;
                for (Product product : buyer.products) {
                    // » w_p ← w_p + (w*_p − w_p) / switchWeeks, unchanged if every target is 0; «
                    if (sum > 0) {
                        double target = targets.getOrDefault(product, 0.0) / sum;
                        product.weight += (target - product.weight) / buyer.market.switchWeeks();
                    }
                    // » orders O(p,m) = d_m·w_p / e_p. Σ w stays 1. «
                    product.flow.order = buyer.wanted * product.weight / product.functionPerUnit;
                    product.flow.needPart = product.flow.order;
                    // » received in the week of shipment plus T. «
                    function += product.functionPerUnit * receive(product.flow, week);
                }
                // » Unmet demand: max(0, 1 − Σ e_p·received_p / d_m), «
                buyer.unmet = Math.max(0, 1 - function / buyer.wanted);
            }
        }
    }
}
