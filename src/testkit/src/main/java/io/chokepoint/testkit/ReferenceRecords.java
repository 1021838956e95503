package io.chokepoint.testkit;

import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import io.chokepoint.testkit.ReferenceNetwork.Buyer;
import io.chokepoint.testkit.ReferenceNetwork.Flow;
import io.chokepoint.testkit.ReferenceNetwork.Need;
import io.chokepoint.testkit.ReferenceNetwork.Node;
import io.chokepoint.testkit.ReferenceNetwork.Product;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Section 6 of the model page: what is written down week by week, and what is read off it. What stands in guillemets is the page's
 * wording.
 */
public final class ReferenceRecords {
    private final ReferenceNetwork network;
    private final ReferenceRules rules;
    private final ReferenceCosts costs;
    private final int weeks;
    private final Map<Node, double[]> outputs = new LinkedHashMap<>();
    private final Map<Node, List<Optional<Need>>> binding = new HashMap<>();
    private final Map<Node, List<Boolean>> capacityShort = new HashMap<>();
    private final Map<Node, double[]> fulfilled = new HashMap<>();
    private final Map<Node, double[]> added = new HashMap<>();
    /** First week in which a flow was restricted. */
    private final Map<Flow, Integer> restrictedFrom = new HashMap<>();

    private final Map<Buyer, double[]> served = new LinkedHashMap<>();
    private final Map<Product, double[]> received = new HashMap<>();
    private final Map<Product, double[]> weights = new HashMap<>();
    private final Map<Product, double[]> addedInMarket = new HashMap<>();
    private final Map<String, Set<String>> nearlyBinding = new HashMap<>();

    private final ReferencePriceRecords prices;

    ReferenceRecords(
            ReferenceNetwork network, ReferenceRules rules, ReferenceCosts costs, ReferencePriceRecords prices) {
        this.network = network;
        this.rules = rules;
        this.costs = costs;
        this.prices = prices;
        this.weeks = prices.weeks;
    }

    void write(int week) {
        prices.write(week);
        for (Node node : network.nodes) {
            put(outputs, node, week, node.output / node.baseline);
            put(fulfilled, node, week, node.fulfilled);
            put(added, node, week, costs.added(week).getOrDefault(node, 0.0));
            binding.computeIfAbsent(node, unused -> new ArrayList<>()).add(Optional.ofNullable(node.binding));
            capacityShort.computeIfAbsent(node, unused -> new ArrayList<>()).add(node.capacity < node.demand);
            if (node.nearlyBinding.size() > 1) {
                nearlyBinding.put(
                        node + "/" + week,
                        node.nearlyBinding.stream()
                                .map(need -> need.dependency.input().id())
                                .collect(Collectors.toSet()));
            }
            for (Flow flow : node.serves) {
                double phi = rules.phi(flow, week);
                flow.expectable.add(phi * node.available);
                if (phi < 1 || rules.meanDelay(flow, week) > 0) {
                    restrictedFrom.putIfAbsent(flow, week);
                }
            }
        }
        for (Buyer buyer : network.markets) {
            put(served, buyer, week, 1 - buyer.unmet);
            for (Product product : buyer.products) {
                put(received, product, week, product.functionPerUnit * product.flow.received);
                put(weights, product, week, product.weight);
                put(addedInMarket, product, week, costs.inMarket(product.flow, week));
            }
        }
    }

    private <K> void put(Map<K, double[]> map, K key, int week, double value) {
        map.computeIfAbsent(key, unused -> new double[weeks])[week] = value;
    }

    ModelRun toModelRun(Dataset dataset) {
        ModelRun run = new ModelRun(weeks);
        outputs.forEach((node, series) -> addSeries(run, node.toString(), series));
        for (Good good : dataset.goods()) {
            addSeries(run, good.id(), outputOf(good));
        }
        served.forEach((buyer, series) -> addSeries(run, buyer.toString(), series));

        for (Node node : network.nodes) {
            run.binding.put(
                    node.toString(),
                    list(binding, node).stream()
                            .map(need ->
                                    need.map(n -> n.dependency.input().id()).orElse(""))
                            .toList());
            run.chains.put(node.toString(), chain(node));
            run.addedCost.put(node.toString(), get(added, node));
        }
        run.nearlyBinding.putAll(nearlyBinding);
        for (Good good : dataset.goods()) {
            run.chains.put(good.id(), chain(good, run));
        }
        for (Buyer buyer : network.markets) {
            for (Product product : buyer.products) {
                String key = ModelRun.key(product.flow.maker.activity, buyer.market);
                run.marketWeights.put(key, get(weights, product));
                run.addedCost.put(key, get(addedInMarket, product));
                run.vendorShares.put(key, shares(buyer, product));
            }
        }
        readSalesLost(run);
        prices.addTo(run, dataset);
        return run;
    }

    private static void addSeries(ModelRun run, String name, double[] series) {
        run.series.put(name, series);
        run.outcomes.put(name, outcome(series));
    }

    /** The makers' output together, as a part of their baseline together; a good without makers cannot fall short. */
    private double[] outputOf(Good good) {
        double[] series = new double[weeks];
        List<Node> makers = network.makersOf(good);
        for (int week = 0; week < weeks; week++) {
            double sum = 0;
            double baseline = 0;
            for (Node maker : makers) {
                sum += get(outputs, maker)[week] * maker.baseline;
                baseline += maker.baseline;
            }
            series[week] = makers.isEmpty() ? 1 : sum / baseline;
        }
        return series;
    }

    private static Outcome outcome(double[] series) {
        // » first loss (first week below 99 %); «
        OptionalInt first = OptionalInt.empty();
        // » recovery (the week after the last one below 99 %; none if that is the last week of the run, or if there
        // was no loss). «
        OptionalInt recovery = OptionalInt.empty();
        double least = series[0];
        double lost = 0;
        for (int week = 0; week < series.length; week++) {
            least = Math.min(least, series[week]);
            // » Σ max(0, 1 − output), later surplus not set off); «
            lost += Math.max(0, 1 - series[week]);
            if (series[week] < 0.99) {
                first = first.isPresent() ? first : OptionalInt.of(week);
                recovery = week + 1 < series.length ? OptionalInt.of(week + 1) : OptionalInt.empty();
            }
        }
        // » trough and its week (the first within 1e-9 of the least); «
        int troughWeek = 0;
        while (series[troughWeek] > least + 1e-9) {
            troughWeek++;
        }
        return new Outcome(first, least, troughWeek, lost, recovery);
    }

    private double[] shares(Buyer buyer, Product product) {
        double[] shares = new double[weeks];
        for (int week = 0; week < weeks; week++) {
            double all = 0;
            for (Product each : buyer.products) {
                all += get(received, each)[week];
            }
            shares[week] = all > 0 ? get(received, product)[week] / all : 0;
        }
        return shares;
    }

    private void readSalesLost(ModelRun run) {
        // » sales lost Σ_t Σ_i (x̄_i − x_i), in weeks of the good's baseline output, negative where the country
        // gained; «
        for (Node node : network.nodes) {
            double lost = 0;
            for (double output : get(outputs, node)) {
                lost += node.baseline * (1 - output);
            }
            run.salesLost.merge(node.country() + "/" + node.activity.good(), lost, Double::sum);
        }
        run.salesLost.values().removeIf(lost -> Math.abs(lost) <= 1e-9);
    }

    private List<Cause> chain(Node from) {
        List<Cause> links = new ArrayList<>();
        Set<Node> seen = new HashSet<>();
        Optional<Node> at = Optional.of(from);
        while (at.isPresent() && seen.add(at.get())) {
            Optional<Cause> cause = cause(at.get());
            cause.ifPresent(links::add);
            // » stop if that flow has been restricted, else go on from j's own first loss. «
            at = cause.filter(link -> !link.flowRestricted())
                    .flatMap(Cause::supplier)
                    .map(network::node);
        }
        return links;
    }

    private List<Cause> chain(Good good, ModelRun run) {
        // » A good's cause is that of the maker that lost most output, in units of the world's, in the good's first
        // week of loss; where that maker itself never falls below 99 %, of those that are below it then. «
        OptionalInt first = run.outcome(good.id()).firstLossWeek();
        if (first.isEmpty()) {
            return List.of();
        }
        Optional<Node> worst = worst(good, first.getAsInt(), 1);
        if (worst.isPresent()
                && outcome(get(outputs, worst.get())).firstLossWeek().isEmpty()) {
            worst = worst(good, first.getAsInt(), 0.99);
        }
        return worst.map(this::chain).orElse(List.of());
    }

    private Optional<Node> worst(Good good, int week, double below) {
        Node worst = null;
        double most = 0;
        for (Node maker : network.makersOf(good)) {
            double output = get(outputs, maker)[week];
            double lost = maker.baseline * (1 - output);
            if (lost > most && output < below) {
                most = lost;
                worst = maker;
            }
        }
        return Optional.ofNullable(worst);
    }

    private Optional<Cause> cause(Node node) {
        OptionalInt first = outcome(get(outputs, node)).firstLossWeek();
        if (first.isEmpty()) {
            return Optional.empty();
        }
        int week = first.getAsInt();
        double part = get(fulfilled, node)[week];
        // » At an activity's first loss the cause is its binding input; if none binds, capacity (C < D) or else
        // demand. «
        Optional<Need> input = list(binding, node).get(week);
        if (input.isEmpty()) {
            Cause.Kind kind = list(capacityShort, node).get(week) ? Cause.Kind.CAPACITY : Cause.Kind.DEMAND;
            return Optional.of(new Cause(node.activity, week, kind, Optional.empty(), Optional.empty(), false, part));
        }
        Flow worst = worstFlow(input.get(), week);
        return Optional.of(new Cause(
                node.activity,
                week,
                Cause.Kind.INPUT,
                Optional.of(input.get().dependency.input()),
                Optional.of(worst.maker.activity),
                isRestricted(worst, week),
                part));
    }

    private Flow worstFlow(Need need, int week) {
        // » From input k go to the maker j with the largest m(j,i)·(1 − the least φ(j,i)·avail_j so far); «
        double largest = 0;
        for (Flow flow : need.flows) {
            largest = Math.max(largest, failure(flow, need, week));
        }
        // » In binding chains makers within 1e-12 of the largest value tie: a restricted flow first (φ < 1 or T > 0
        // in some week up to the loss), then the larger m, then dataset order. «
        Flow worst = null;
        for (Flow flow : need.flows) {
            if (failure(flow, need, week) >= largest - 1e-12 && comesBefore(flow, worst, need, week)) {
                worst = flow;
            }
        }
        if (worst == null) {
            throw new IllegalStateException("no maker of " + need.dependency.input());
        }
        return worst;
    }

    private boolean comesBefore(Flow flow, @Nullable Flow other, Need need, int week) {
        if (other == null || isRestricted(flow, week) != isRestricted(other, week)) {
            return other == null || isRestricted(flow, week);
        }
        return need.mix.getOrDefault(flow.maker, 0.0) > need.mix.getOrDefault(other.maker, 0.0);
    }

    private double failure(Flow flow, Need need, int week) {
        double least = 1;
        for (int t = 0; t <= week; t++) {
            least = Math.min(least, flow.expectable.get(t));
        }
        return need.mix.getOrDefault(flow.maker, 0.0) * (1 - least);
    }

    private boolean isRestricted(Flow flow, int week) {
        return restrictedFrom.getOrDefault(flow, Integer.MAX_VALUE) <= week;
    }

    private static <K> double[] get(Map<K, double[]> map, K key) {
        double[] value = map.get(key);
        if (value == null) {
            throw new IllegalArgumentException("nothing written down of " + key);
        }
        return value;
    }

    private static <K, V> List<V> list(Map<K, List<V>> map, K key) {
        return map.getOrDefault(key, List.of());
    }
}
