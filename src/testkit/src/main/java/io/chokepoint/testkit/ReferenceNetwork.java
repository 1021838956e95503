package io.chokepoint.testkit;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.FigureValues;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.scenario.Customer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Section 2 of the model page as objects: activities, their inputs, the flows between them, and the initial state. What stands
 * in guillemets is the page's wording.
 */
public final class ReferenceNetwork {
    final List<Node> nodes = new ArrayList<>();
    final List<Buyer> markets = new ArrayList<>();
    final Map<Activity, Node> byActivity = new LinkedHashMap<>();

    /** Whoever places orders: a maker or a market. */
    abstract static class Purchaser {
        abstract Customer customer();

        abstract String country();
    }

    /** An activity with what it needs, whom it serves, and its state. */
    static final class Node extends Purchaser {
        final Activity activity;
        final double baseline;
        final double spare;
        final double rampWeeks;
        final List<Need> needs = new ArrayList<>();
        final List<Flow> serves = new ArrayList<>();
        double otherUses;

        double machines;
        double capacity;
        double demand;
        double plan;
        double fulfilled = 1;
        double output;
        double available = 1;
        int overOrdered;
        /** n_i. */
        double needed;
        /** p; NaN where there is none. */
        double scarcity = Double.NaN;
        /** What other uses got under rule {@code price}. */
        double toOthers;

        @Nullable
        Need binding;
        /** Inputs whose term lies within 1e-12 of the least: rounding decides between them. */
        List<Need> nearlyBinding = List.of();

        Node(Supply supply, double baseline, FigureValues values) {
            this.activity = supply.activity();
            this.baseline = baseline;
            this.spare = values.of(supply.spare());
            this.rampWeeks = supply.rampWeeks();
        }

        @Override
        Customer customer() {
            return new Customer.Maker(activity);
        }

        @Override
        String country() {
            return activity.provider().country();
        }

        @Override
        public String toString() {
            return activity.toString();
        }
    }

    /** Input k of activity i. */
    static final class Need {
        final Node maker;
        final Dependency dependency;
        double stockWeeks;
        final double qualificationWeeks;
        final double criticality;
        /** σ where the dataset states values. */
        double costShare;
        /** Over all makers of k, in dataset order; Σ = 1. */
        final Map<Node, Double> mix = new LinkedHashMap<>();

        final List<Flow> flows = new ArrayList<>();
        final List<StandIn> standIns = new ArrayList<>();
        double coefficient;

        double stock;
        double capital;
        double arrived;
        double expected = 1;
        int shortWeeks;

        Need(Node maker, Dependency dependency, double stockWeeks, double qualificationWeeks, FigureValues values) {
            this.maker = maker;
            this.dependency = dependency;
            this.stockWeeks = stockWeeks;
            this.qualificationWeeks = qualificationWeeks;
            this.criticality = values.of(dependency.criticality());
            this.costShare = values.of(dependency.costShare());
        }

        boolean is(DependencyMode mode) {
            return dependency.mode() == mode;
        }

        /** a(k,i)·x̄_i. */
        double baselineUse() {
            return coefficient * maker.baseline;
        }

        double takenOver() {
            double sum = 0;
            for (StandIn standIn : standIns) {
                sum += standIn.part;
            }
            return sum;
        }

        double underWay() {
            double sum = 0;
            for (Flow flow : flows) {
                sum += flow.underWay();
            }
            for (StandIn standIn : standIns) {
                for (Flow flow : standIn.flows) {
                    sum += flow.underWay() / standIn.alternative.perUnit();
                }
            }
            return sum;
        }
    }

    /** An alternative k' of input k at one maker, with its order lines. */
    static final class StandIn {
        final Alternative alternative;
        final double cap;
        final double qualificationWeeks;
        final List<Flow> flows = new ArrayList<>();
        double part;

        StandIn(Alternative alternative, FigureValues values) {
            this.alternative = alternative;
            this.cap = values.of(alternative.cap());
            this.qualificationWeeks = values.of(alternative.qualificationWeeks());
        }
    }

    /** An order line from a maker to a customer. */
    static final class Flow {
        final Node maker;
        final Purchaser customer;
        /** Null for a flow to a market. */
        final @Nullable Need need;

        final boolean access;
        final int lead;
        double baseline;
        /** In the scenario's order. */
        List<ReferenceRules.Applied> restrictions = List.of();

        double order;
        /** N. */
        double needPart;

        double permitted;
        /** N'. */
        double permittedNeed;

        double shipped;
        double received;
        double weight;
        double turnedTo;
        /** Week of arrival and quantity. */
        final TreeMap<Integer, Double> onTheWay = new TreeMap<>();

        /** For the check that nothing is lost on the way. */
        double everShipped;

        double everReceived;
        /** φ·avail, week by week. */
        final List<Double> expectable = new ArrayList<>();

        Flow(Node maker, Purchaser customer, @Nullable Need need) {
            this.maker = maker;
            this.customer = customer;
            this.need = need;
            this.access = need != null && need.is(DependencyMode.ACCESS);
            // » it holds no stock and its ℓ is 0. «
            this.lead = need == null ? 0 : need.dependency.leadWeeks();
            maker.serves.add(this);
        }

        void send(int week, double quantity) {
            if (quantity != 0) {
                onTheWay.merge(week, quantity, Double::sum);
            }
        }

        /** The input that it is bought for, or that it stands in for. */
        Need neededAs() {
            return Objects.requireNonNull(need, "a flow to a market");
        }

        double underWay() {
            double sum = 0;
            for (double quantity : onTheWay.values()) {
                sum += quantity;
            }
            return sum;
        }

        @Override
        public String toString() {
            return maker + " -> " + customer + (need == null ? "" : " for " + need.dependency.input());
        }
    }

    /** A market with its products and its state. */
    static final class Buyer extends Purchaser {
        final Market market;
        final double priceSensitivity;
        final List<Product> products = new ArrayList<>();
        double wanted;
        double unmet;

        Buyer(Market market, FigureValues values) {
            this.market = market;
            this.priceSensitivity = values.of(market.priceSensitivity());
        }

        @Override
        Customer customer() {
            return new Customer.Buyers(market);
        }

        @Override
        String country() {
            return market.country();
        }

        @Override
        public String toString() {
            return market.toString();
        }
    }

    /** A product of one maker in one market. */
    static final class Product {
        final Flow flow;
        final double functionPerUnit;
        double baselineWeight;
        double weight;

        Product(Flow flow, double functionPerUnit) {
            this.flow = flow;
            this.functionPerUnit = functionPerUnit;
        }
    }

    ReferenceNetwork(Dataset dataset, FigureValues values) {
        // » activity (g, p) has baseline output x̄ = s(g,p), its supply share, and the shares of one good sum to 1. «
        // » Shares of a good and the parts of a stated mix are divided by their sums. «
        for (Supply supply : dataset.supplies()) {
            double all = 0;
            for (Supply other : dataset.suppliesOf(supply.good())) {
                all += values.of(other.share());
            }
            Node node = new Node(supply, values.of(supply.share()) / all, values);
            nodes.add(node);
            byActivity.put(node.activity, node);
        }
        Map<Activity, List<SourcingException>> exceptions = new HashMap<>();
        for (SourcingException exception : dataset.sourcing()) {
            exceptions
                    .computeIfAbsent(exception.consumer(), unused -> new ArrayList<>())
                    .add(exception);
        }
        for (Node node : nodes) {
            for (Dependency dependency : dataset.inputsOf(node.activity.good())) {
                addNeed(exceptions, node, dependency, values);
            }
        }
        // » With N the makers of h that need k (never empty), baseline flow Z(j,i) = u(k→h) · s(h,q) / Σ_N s(h,·) ·
        // m(j,i) for i in N; «
        Map<Dependency, Double> needing = new HashMap<>();
        for (Node node : nodes) {
            for (Need need : node.needs) {
                needing.merge(need.dependency, node.baseline, Double::sum);
            }
        }
        for (Node node : nodes) {
            for (Need need : node.needs) {
                double useShare = values.of(need.dependency.useShare());
                double buyers = needing.getOrDefault(need.dependency, 0.0);
                double sum = 0;
                for (Flow flow : need.flows) {
                    flow.baseline = useShare * node.baseline / buyers * need.mix.getOrDefault(flow.maker, 0.0);
                    sum += flow.baseline;
                }
                // » technical coefficient a(k,i) = Σ_j Z(j,i) / x̄_i «
                need.coefficient = sum / node.baseline;
            }
        }
        for (Market market : dataset.markets()) {
            addMarket(market, values);
        }
        // » Other uses F(j) = x̄_j − Σ_i Z(j,i), markets counted among the customers i. F must be ≥ −1e-9 (and is
        // then taken as max(0, F)): «
        for (Node node : nodes) {
            double rest = node.baseline;
            for (Flow flow : node.serves) {
                rest -= flow.baseline;
            }
            if (rest < -1e-9) {
                throw new IllegalArgumentException("maker " + node + " is overdrawn by " + -rest);
            }
            node.otherUses = Math.max(0, rest);
        }
        steadyState();
    }

    private void addNeed(
            Map<Activity, List<SourcingException>> exceptions, Node node, Dependency dependency, FigureValues values) {
        double stockWeeks = values.of(dependency.stockWeeks());
        double qualificationWeeks = values.of(dependency.qualificationWeeks());
        Map<Node, Double> stated = new LinkedHashMap<>();
        for (SourcingException exception : exceptions.getOrDefault(node.activity, List.of())) {
            if (!exception.input().equals(dependency.input())) {
                continue;
            }
            // » needs: no: i then does without k «
            // » the others have no Z, no stock and no order for k. «
            if (!exception.needs()) {
                return;
            }
            // » n and q of (k, i) are then these: «
            if (exception.stockWeeks() != null) {
                stockWeeks = values.of(exception.stockWeeks());
            }
            if (exception.qualificationWeeks() != null) {
                qualificationWeeks = values.of(exception.qualificationWeeks());
            }
            // » Several sourcing rows of one maker and input add up; «
            for (SourcingException.SupplierPart part : exception.mix()) {
                stated.merge(node(new Activity(dependency.input(), part.provider())), part.share(), Double::sum);
            }
        }
        Need need = new Need(node, dependency, stockWeeks, qualificationWeeks, values);
        // » m(j,i) over the makers j of k, Σ = 1: the sourcing exception where the dataset states one, else the
        // supply shares s(k,·). «
        // » All makers of an input are its possible suppliers; those outside the mix have m = 0. «
        double sum = 0;
        for (Node maker : makersOf(dependency.input())) {
            double part = stated.isEmpty() ? maker.baseline : stated.getOrDefault(maker, 0.0);
            need.mix.put(maker, part);
            sum += part;
        }
        for (Map.Entry<Node, Double> entry : need.mix.entrySet()) {
            entry.setValue(entry.getValue() / sum);
            need.flows.add(new Flow(entry.getKey(), node, need));
        }
        for (Alternative alternative : dependency.alternatives()) {
            StandIn standIn = new StandIn(alternative, values);
            for (Node maker : makersOf(alternative.good())) {
                standIn.flows.add(new Flow(maker, node, need));
            }
            need.standIns.add(standIn);
        }
        node.needs.add(need);
    }

    private void addMarket(Market market, FigureValues values) {
        Buyer buyer = new Buyer(market, values);
        for (Node node : nodes) {
            Offer offer = offer(market, node.activity);
            if (offer != null) {
                // » Z(p,m) = useShare · x̄_p «
                Flow flow = new Flow(node, buyer, null);
                flow.baseline = values.of(offer.useShare()) * node.baseline;
                Product product = new Product(flow, offer.functionPerUnit());
                buyer.products.add(product);
                // » d_m = Σ_p e_p·Z(p,m) «
                buyer.wanted += product.functionPerUnit * flow.baseline;
            }
        }
        for (Product product : buyer.products) {
            // » baseline weights b_p = e_p·Z(p,m) / d_m. «
            product.baselineWeight = product.functionPerUnit * product.flow.baseline / buyer.wanted;
        }
        markets.add(buyer);
    }

    /** » a market's row for one maker replaces the row for all makers. « */
    private static @Nullable Offer offer(Market market, Activity activity) {
        Offer found = null;
        for (Offer offer : market.offers()) {
            if (offer.product().equals(activity.good())) {
                if (activity.provider().equals(offer.provider())) {
                    return offer;
                }
                if (offer.provider() == null) {
                    found = offer;
                }
            }
        }
        return found;
    }

    /**
     * » Initial state (also the steady state): K(k,i) = x̄_i; stock S(k,i) = n·a(k,i)·x̄_i, before week 0's arrivals; weeks 0 …
     * ℓ − 1 each have an arrival of Z(j,i) under way; orders O(j,i) = Z(j,i); supplier weights w = m; market weights b; avail =
     * 1; all counters and y 0. «
     */
    private void steadyState() {
        for (Node node : nodes) {
            for (Need need : node.needs) {
                need.capital = node.baseline;
                need.stock = need.is(DependencyMode.CONSUMED) ? need.stockWeeks * need.baselineUse() : 0;
                for (Flow flow : need.flows) {
                    flow.order = flow.baseline;
                    flow.needPart = flow.order;
                    flow.weight = need.mix.getOrDefault(flow.maker, 0.0);
                    // Of access nothing is held or shipped.
                    for (int week = 0; !flow.access && week < flow.lead; week++) {
                        flow.send(week, flow.baseline);
                        flow.everShipped += flow.baseline;
                    }
                }
            }
        }
        for (Buyer buyer : markets) {
            for (Product product : buyer.products) {
                product.flow.order = product.flow.baseline;
                product.flow.needPart = product.flow.order;
                product.weight = product.baselineWeight;
            }
        }
    }

    List<Node> makersOf(Good good) {
        return nodes.stream().filter(node -> node.activity.good().equals(good)).toList();
    }

    Node node(Activity activity) {
        Node node = byActivity.get(activity);
        if (node == null) {
            throw new IllegalArgumentException("no maker " + activity);
        }
        return node;
    }
}
