package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Product;
import io.chokepoint.testkit.ReferenceNetwork.StandIn;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is read off a run in prices and US$ million: the price page, the end of section 4 and section 6. What stands in guillemets is
 * the page's wording.
 */
final class ReferencePriceRecords {
    final int weeks;
    private final ReferenceNetwork network;
    private final ReferenceRules rules;
    private final ReferenceCosts costs;
    private final ReferencePrices prices;
    private final Map<Node, double[]> outputs = new LinkedHashMap<>();
    /** π; NaN where there is none. */
    private final Map<Node, double[]> told = new LinkedHashMap<>();

    private final Map<Buyer, double[]> baskets = new LinkedHashMap<>();
    private final Map<String, Double> money = new LinkedHashMap<>();
    private final Map<String, Double> bought = new LinkedHashMap<>();

    ReferencePriceRecords(
            ReferenceNetwork network,
            ReferenceRules rules,
            ReferenceCosts costs,
            ReferencePrices prices,
            Scenario scenario) {
        this.network = network;
        this.rules = rules;
        this.costs = costs;
        this.prices = prices;
        this.weeks = scenario.horizonWeeks();
    }

    void write(int week) {
        if (!prices.areTold()) {
            return;
        }
        for (Node node : network.nodes) {
            put(outputs, node, week, node.output);
            put(told, node, week, price(node, week));
            writeMoney(node, week);
        }
        for (Buyer buyer : network.markets) {
            writeMoney(buyer, week);
        }
    }

    private double price(Node node, int week) {
        // » The price of maker i's product in week t is π_i = max(1 + Δc_i, q_i), none where x_i = 0. «
        // » and Δc is MODEL.md section 5's at the mix m (in π and in step 10). «
        return node.output == 0 ? Double.NaN : Math.max(1 + added(node, week), ReferenceCosts.told(node));
    }

    private double added(Node node, int week) {
        return costs.added(week).getOrDefault(node, 0.0);
    }

    private void writeMoney(Node node, int week) {
        double value = prices.unitValue(node);
        // » sales lost Σ_t (x̄_i − x_i)·v; value added lost, va(i) times that: nothing counts twice; where a chain's
        // outputs fall alike the sum is the final users' loss. «
        double lost = (node.baseline - node.output) * value;
        money.merge("sales lost/" + node, lost, Double::sum);
        money.merge("value added lost/" + node, ReferencePrices.valueAdded(node) * lost, Double::sum);
        if (!costs.areByPrice()) {
            return;
        }
        double gain = 0;
        double dearer = 0;
        if (node.output > 0) {
            double price = price(node, week);
            // » scarcity gain Σ_t x_i·(π_i − 1 − Δc_i)·v, what is earned above cost (who only passes a dear input on
            // gains nothing), the restricting country's too; «
            gain = node.output * (price - 1 - added(node, week)) * value;
            double shipped = 0;
            for (Flow flow : node.serves) {
                shipped += flow.shipped;
            }
            // » of other uses Σ_t min(F, x_i − Σ shipped)·(π_i − 1)·v, told with the maker's country. «
            dearer = Math.min(node.otherUses, node.output - shipped) * (price - 1) * value;
        }
        money.merge("gain/" + node, gain, Double::sum);
        money.merge("other uses/" + node, dearer, Double::sum);
    }

    private void writeMoney(Buyer buyer, int week) {
        double paid = 0;
        double usual = 0;
        double baseline = 0;
        for (Product product : buyer.products) {
            Flow flow = product.flow;
            double value = prices.unitValue(flow.maker);
            baseline += flow.baseline * value;
            if (flow.shipped > 0) {
                paid += value * flow.shipped * price(flow.maker, week) * (1 + rules.costRate(flow, week));
                usual += value * flow.shipped;
            }
        }
        // » That of a market's basket is Σ_p v·shipped·π_p·(1 + rate) / Σ_p v·shipped. «
        put(baskets, buyer, week, usual > 0 ? paid / usual : Double.NaN);
        bought.put(buyer.toString(), baseline);
        // » Unmet demand of a market: Σ_t unmet·Σ_p Z(p,m)·v(p). «
        money.merge("unmet/" + buyer, buyer.unmet * baseline, Double::sum);
        if (costs.areByPrice()) {
            // » extra cost of final users, of a market Σ_t Σ_p shipped·(π_p·(1 + rate) − 1)·v(p), «
            money.merge("market cost/" + buyer, paid - usual, Double::sum);
        }
    }

    private <K> void put(Map<K, double[]> map, K key, int week, double value) {
        map.computeIfAbsent(key, unused -> new double[weeks])[week] = value;
    }

    void addTo(ModelRun run, Dataset dataset) {
        if (!prices.areTold()) {
            return;
        }
        Map<Node, double[]> foreseen = new LinkedHashMap<>();
        told.forEach((node, series) -> foreseen.put(node, foresee(series)));
        for (Node node : network.nodes) {
            run.prices.put(node.toString(), told.getOrDefault(node, new double[0]));
            run.foreseenPrices.put(node.toString(), foreseen.getOrDefault(node, new double[0]));
            run.tolerances.put(node.toString(), prices.tolerance(node));
            run.valueAdded.put(node.toString(), ReferencePrices.valueAdded(node));
        }
        for (Node node : network.nodes) {
            for (Need need : node.needs) {
                need.flows.forEach(flow -> run.bids.put(flow.maker + "/" + node, prices.tolerance(flow)));
                for (StandIn standIn : need.standIns) {
                    standIn.flows.forEach(flow -> run.bids.put(flow.maker + "/" + node, prices.tolerance(flow)));
                }
            }
        }
        for (Good good : dataset.goods()) {
            // » That of a good, worldwide or in a country, is Σ x·π / Σ x over its makers there with x > 0: behind an
            // export ban it rises outside and not inside. «
            run.prices.put(good.id(), mean(network.makersOf(good), told));
            // » (of an activity; of a good the same weighted mean) «
            run.foreseenPrices.put(good.id(), mean(network.makersOf(good), foreseen));
        }
        baskets.forEach((buyer, series) -> run.prices.put(buyer.toString(), series));
        run.money.putAll(money);
        for (Node node : network.nodes) {
            run.worth.put(node.toString(), node.baseline * prices.unitValue(node));
        }
        run.worth.putAll(bought);
    }

    private double[] foresee(double[] series) {
        // » Foreseen price: π̂_i(t) = max over s ≥ t of π_i(s)·e^(−r·(s − t)/52), r the yearly cost of holding stock
        // ("carrying": 0.5 in the descriptor), weeks without a price left out: «
        double[] foreseen = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double highest = Double.NaN;
            for (int later = week; later < weeks; later++) {
                double worth = series[later] * StrictMath.exp(-prices.carrying * (later - week) / 52);
                if (!Double.isNaN(worth) && !(worth <= highest)) {
                    highest = worth;
                }
            }
            foreseen[week] = highest;
        }
        return foreseen;
    }

    private double[] mean(List<Node> makers, Map<Node, double[]> series) {
        double[] mean = new double[weeks];
        Arrays.fill(mean, Double.NaN);
        for (int week = 0; week < weeks; week++) {
            double sum = 0;
            double all = 0;
            for (Node maker : makers) {
                double output = outputs.getOrDefault(maker, new double[weeks])[week];
                if (output > 0) {
                    sum += output * series.getOrDefault(maker, new double[weeks])[week];
                    all += output;
                }
            }
            if (all > 0) {
                mean[week] = sum / all;
            }
        }
        return mean;
    }
}
