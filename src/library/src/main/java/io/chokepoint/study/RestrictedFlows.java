package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Market;
import io.chokepoint.model.Offer;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Restriction;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which restrictions of a scenario act on a maker or a flow. */
final class RestrictedFlows {
    private final SimulationResult result;

    RestrictedFlows(SimulationResult result) {
        this.result = result;
    }

    /** The first restriction on the flow that started in that week or before. A tariff does not hold up a flow. */
    Optional<Restriction> onFlow(Activity maker, Customer customer, int week) {
        return result.scenario().restrictions().stream()
                .filter(restriction -> actsOnVolume(restriction)
                        && restriction.period().start() <= week
                        && selectsFlow(restriction, maker, customer))
                .findFirst();
    }

    /** The first outage of the maker that started in that week or before. */
    Optional<Restriction> onMaker(Activity maker, int week) {
        return result.scenario().restrictions().stream()
                .filter(restriction -> restriction instanceof Restriction.Outage
                        && restriction.period().start() <= week
                        && selectsMaker(restriction, maker))
                .findFirst();
    }

    /** The first restriction on any flow from the maker that started in that week or before. */
    Optional<Restriction> onDeliveries(Activity maker, int week) {
        boolean none = result.scenario().restrictions().stream()
                .noneMatch(restriction -> actsOnVolume(restriction)
                        && restriction.period().start() <= week
                        && selectsMaker(restriction, maker));
        if (none) {
            return Optional.empty();
        }
        return customers(maker).stream()
                .flatMap(customer -> onFlow(maker, customer, week).stream())
                .findFirst();
    }

    /** The first restriction that only adds cost to some flow from the maker and started in that week or before. */
    Optional<Restriction> costOnDeliveries(Activity maker, int week) {
        List<Customer> customers = customers(maker);
        return result.scenario().restrictions().stream()
                .filter(restriction ->
                        (restriction instanceof Restriction.Tariff || restriction instanceof Restriction.Compliance)
                                && restriction.period().start() <= week
                                && customers.stream().anyMatch(customer -> selectsFlow(restriction, maker, customer)))
                .findFirst();
    }

    /** Whom the maker can deliver to: makers of the goods that need its good, and markets. */
    List<Customer> customers(Activity maker) {
        List<Customer> all = new ArrayList<>();
        for (Dependency use : result.dataset().usesOf(maker.good())) {
            result.dataset()
                    .suppliesOf(use.consumer())
                    .forEach(supply -> all.add(new Customer.Maker(supply.activity())));
        }
        for (Market market : result.dataset().markets()) {
            if (market.offers().stream().anyMatch(offer -> isFrom(offer, maker))) {
                all.add(new Customer.Buyers(market));
            }
        }
        return all;
    }

    static boolean isFrom(Offer offer, Activity maker) {
        return offer.product().equals(maker.good())
                && (offer.provider() == null || offer.provider().equals(maker.provider()));
    }

    static boolean actsOnVolume(Restriction restriction) {
        return switch (restriction) {
            case Restriction.ExportBan unused -> true;
            case Restriction.Licence unused -> true;
            case Restriction.Quota unused -> true;
            case Restriction.MarketBan unused -> true;
            case Restriction.Compliance rule -> rule.delayWeeks().central() > 0;
            case Restriction.Tariff unused -> false;
            case Restriction.Outage unused -> false;
        };
    }

    static boolean selectsMaker(Restriction restriction, Activity maker) {
        return restriction.terms().select().stream().anyMatch(selector -> selector.matchesMaker(maker));
    }

    static boolean selectsFlow(Restriction restriction, Activity maker, Customer customer) {
        return restriction.terms().select().stream().anyMatch(selector -> selector.matchesFlow(maker, customer));
    }

    /** Whether the restriction selects at least one maker (outage) or flow that the dataset has. */
    boolean selectsAnything(Restriction restriction) {
        return result.dataset().supplies().stream().anyMatch(supply -> {
            if (!selectsMaker(restriction, supply.activity())) {
                return false;
            }
            return restriction instanceof Restriction.Outage
                    || customers(supply.activity()).stream()
                            .anyMatch(customer -> selectsFlow(restriction, supply.activity(), customer));
        });
    }
}
