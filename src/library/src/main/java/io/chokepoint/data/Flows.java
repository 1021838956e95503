package io.chokepoint.data;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Alternative;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.model.Provider;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.model.SupplyNode;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Selector;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which flows a dataset knows, without their sizes: in each bundle every maker can sell to every customer, today, after
 * qualification or as an alternative.
 */
final class Flows {
    private final Dataset dataset;
    private final List<Bundle> bundles = new ArrayList<>();

    /**
     * Flows of one good to the makers of another or to one market.
     *
     * @param mode how the good is needed; null for a market
     * @param consumer the good that is made of it; null for a market
     */
    record Bundle(
            @Nullable DependencyMode mode, @Nullable Good consumer, List<Activity> makers, List<Customer> customers) {

        boolean isToMarket() {
            return mode == null;
        }
    }

    Flows(Dataset dataset) {
        this.dataset = dataset;
        Map<List<Good>, Set<Provider>> doWithout = new HashMap<>();
        for (SourcingException exception : dataset.sourcing()) {
            if (!exception.needs()) {
                doWithout
                        .computeIfAbsent(
                                List.of(exception.input(), exception.consumer().good()), unused -> new HashSet<>())
                        .add(exception.consumer().provider());
            }
        }
        Map<Good, List<Activity>> makers = new HashMap<>();
        for (Good good : dataset.goods()) {
            makers.put(
                    good,
                    dataset.suppliesOf(good).stream().map(Supply::activity).toList());
        }
        for (Dependency dependency : dataset.dependencies()) {
            Set<Provider> not = doWithout.getOrDefault(List.of(dependency.input(), dependency.consumer()), Set.of());
            List<Customer> customers = new ArrayList<>();
            for (Activity maker : makers.getOrDefault(dependency.consumer(), List.of())) {
                if (!not.contains(maker.provider())) {
                    customers.add(new Customer.Maker(maker));
                }
            }
            add(dependency, makers.getOrDefault(dependency.input(), List.of()), customers);
            for (Alternative alternative : dependency.alternatives()) {
                add(dependency, makers.getOrDefault(alternative.good(), List.of()), customers);
            }
        }
        for (Market market : dataset.markets()) {
            Map<Good, Set<Activity>> sellers = new LinkedHashMap<>();
            for (Offer offer : market.offers()) {
                Set<Activity> sellersOf = sellers.computeIfAbsent(offer.product(), unused -> new LinkedHashSet<>());
                for (Activity maker : makers.getOrDefault(offer.product(), List.of())) {
                    if (offer.provider() == null || offer.provider().equals(maker.provider())) {
                        sellersOf.add(maker);
                    }
                }
            }
            List<Customer> customers = List.of(new Customer.Buyers(market));
            sellers.values().forEach(s -> bundles.add(new Bundle(null, null, List.copyOf(s), customers)));
        }
    }

    private void add(Dependency dependency, List<Activity> makers, List<Customer> customers) {
        if (!makers.isEmpty() && !customers.isEmpty()) {
            bundles.add(new Bundle(dependency.mode(), dependency.consumer(), makers, customers));
        }
    }

    List<Bundle> bundles() {
        return bundles;
    }

    /** Whether some maker fits, whoever its customers are. */
    boolean anyMaker(Selector selector) {
        return dataset.supplies().stream().anyMatch(supply -> selector.matchesMaker(supply.activity()));
    }

    /** The bundles of which the selector selects at least one flow. */
    List<Bundle> selected(Selector selector) {
        List<Bundle> selected = new ArrayList<>();
        // All bundles of a good share one list of makers: each is asked once.
        Map<List<Activity>, Boolean> fits = new IdentityHashMap<>();
        for (Bundle bundle : bundles) {
            if (fits.computeIfAbsent(bundle.makers(), all -> all.stream().anyMatch(selector::matchesMaker))
                    && bundle.customers().stream().anyMatch(selector::matchesBuyer)) {
                selected.add(bundle);
            }
        }
        return selected;
    }

    /** Whether part of what flows in one of the bundles ends in something with the tag. */
    boolean anyEndsIn(String tag, Collection<Bundle> selected) {
        Set<SupplyNode> leading = dataset.graph().leadingTo(tag);
        for (Bundle bundle : selected) {
            if (bundle.consumer() != null && leading.contains(bundle.consumer())) {
                return true;
            }
            for (Customer customer : bundle.customers()) {
                if (customer instanceof Customer.Buyers buyers
                        && buyers.market().tags().contains(tag)) {
                    return true;
                }
            }
        }
        return false;
    }
}
