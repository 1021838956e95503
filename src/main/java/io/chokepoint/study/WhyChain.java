package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Cause;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Restriction;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The binding chain of a maker, with the dependency of each link and what stands at its end.
 *
 * <p>It is the chain of the model page, section 6, and one thing more: where that stops at a maker whose capacity fell without an
 * outage, machines have worn down, so the chain goes on through the capital input whose supply fell short most by then.
 *
 * @param links from the maker asked for upstream
 * @param end what stands at the end
 */
record WhyChain(List<Link> links, End end) {

    /**
     * A maker that ran short of an input.
     *
     * @param week its first loss
     * @param supplier the maker of the input that failed it most, if one is known
     */
    record Link(Activity activity, int week, Dependency dependency, Optional<Activity> supplier) {
        Good input() {
            return dependency.input();
        }
    }

    /** What a chain ends at. */
    sealed interface End {
        /**
         * A restriction.
         *
         * @param restricted the maker whose deliveries or capacity it takes
         * @param customer who misses them; empty for an outage
         */
        record Restricted(Restriction restriction, Activity restricted, Optional<Customer> customer) implements End {}

        /** A maker that is asked for less. */
        record FewerOrders(Activity activity, int week) implements End {}

        /** A maker with less capacity, and nothing in the run that says why. */
        record LessCapacity(Activity activity, int week) implements End {}

        /** The last supplier never fell below the loss level itself, or the chain came round to a maker on it. */
        record Open() implements End {}
    }

    static WhyChain of(SimulationResult result, Activity from) {
        return new Walk(result).from(from);
    }

    private static final class Walk {
        private final SimulationResult result;
        private final RestrictedFlows flows;
        private final List<Link> links = new ArrayList<>();

        Walk(SimulationResult result) {
            this.result = result;
            this.flows = new RestrictedFlows(result);
        }

        WhyChain from(Activity start) {
            Set<Activity> seen = new HashSet<>();
            Optional<Cause> next = result.cause(start);
            while (next.isPresent() && seen.add(next.get().activity())) {
                Cause cause = next.get();
                Optional<End> end = switch (cause.kind()) {
                    case INPUT -> input(cause);
                    case CAPACITY -> capacity(cause);
                    case DEMAND -> Optional.of(demand(cause));
                };
                if (end.isPresent()) {
                    return new WhyChain(List.copyOf(links), end.get());
                }
                next = links.isEmpty()
                        ? Optional.empty()
                        : links.getLast().supplier().flatMap(result::cause);
            }
            return new WhyChain(List.copyOf(links), new End.Open());
        }

        private Optional<End> input(Cause cause) {
            Optional<Dependency> dependency = cause.input()
                    .flatMap(input -> result.dataset()
                            .findDependency(input, cause.activity().good()));
            if (dependency.isEmpty()) {
                return Optional.of(new End.Open());
            }
            return link(cause, dependency.get(), cause.supplier());
        }

        private Optional<End> link(Cause cause, Dependency dependency, Optional<Activity> supplier) {
            links.add(new Link(cause.activity(), cause.week(), dependency, supplier));
            if (supplier.isEmpty()) {
                return Optional.of(new End.Open());
            }
            Customer customer = new Customer.Maker(cause.activity());
            return flows.onFlow(supplier.get(), customer, cause.week())
                    .map(restriction -> new End.Restricted(restriction, supplier.get(), Optional.of(customer)));
        }

        private Optional<End> capacity(Cause cause) {
            Optional<Restriction> outage = flows.onMaker(cause.activity(), cause.week());
            if (outage.isPresent()) {
                return Optional.of(new End.Restricted(outage.get(), cause.activity(), Optional.empty()));
            }
            Optional<Worn> worn = mostWorn(cause.activity(), cause.week());
            return worn.isPresent()
                    ? link(
                            cause,
                            worn.get().dependency(),
                            Optional.of(worn.get().supplier()))
                    : Optional.of(new End.LessCapacity(cause.activity(), cause.week()));
        }

        private End demand(Cause cause) {
            return flows.onDeliveries(cause.activity(), cause.week())
                    .<End>map(restriction -> new End.Restricted(restriction, cause.activity(), Optional.empty()))
                    .orElseGet(() -> new End.FewerOrders(cause.activity(), cause.week()));
        }

        private record Worn(Dependency dependency, Activity supplier, double loss) {}

        /** The capital input whose supply up to that week would have worn capacity down most. */
        private Optional<Worn> mostWorn(Activity activity, int week) {
            Worn most = null;
            for (Dependency dependency : result.dataset().inputsOf(activity.good())) {
                if (dependency.mode() != DependencyMode.CAPITAL) {
                    continue;
                }
                Activity worst = null;
                double worstLoss = 0;
                double total = 0;
                for (Supply supply : result.dataset().suppliesOf(dependency.input())) {
                    double loss =
                            mix(activity, dependency.input(), supply) * missing(supply.activity(), activity, week);
                    total += loss;
                    if (loss > worstLoss) {
                        worstLoss = loss;
                        worst = supply.activity();
                    }
                }
                double wear = total * dependency.criticality().central() / (52 * dependency.lifetimeYears());
                if (worst != null && wear > 1e-9 && (most == null || wear > most.loss())) {
                    most = new Worn(dependency, worst, wear);
                }
            }
            return Optional.ofNullable(most);
        }

        /** Weeks of usual deliveries that the supplier could not send to the maker before that week. */
        private double missing(Activity supplier, Activity activity, int week) {
            Customer customer = new Customer.Maker(activity);
            double missing = 0;
            for (int t = 0; t < week; t++) {
                double permitted = 1;
                for (Restriction restriction : result.scenario().restrictions()) {
                    if (RestrictedFlows.selectsFlow(restriction, supplier, customer)) {
                        permitted *= permitted(restriction, t);
                    }
                }
                missing += 1 - permitted * Math.min(1, result.output(supplier, t));
            }
            return missing;
        }

        private static double permitted(Restriction restriction, int week) {
            double part = switch (restriction) {
                case Restriction.ExportBan ban -> ban.leak().central();
                case Restriction.Licence licence -> licence.approval().central();
                case Restriction.Quota quota -> quota.cap().central();
                case Restriction.MarketBan unused -> 0;
                case Restriction.Outage unused -> 1;
                case Restriction.Tariff unused -> 1;
                case Restriction.Compliance unused -> 1;
            };
            return 1 - restriction.period().strength(week) * (1 - part);
        }

        private double mix(Activity activity, Good input, Supply supply) {
            Optional<SourcingException> own = exception(activity, input);
            if (own.isPresent() && !own.get().needs()) {
                return 0;
            }
            if (own.isPresent() && !own.get().mix().isEmpty()) {
                return own.get().mix().stream()
                        .filter(part -> part.provider().equals(supply.provider()))
                        .mapToDouble(SourcingException.SupplierPart::share)
                        .sum();
            }
            return result.baseline(supply.activity());
        }

        private Optional<SourcingException> exception(Activity activity, Good input) {
            return result.dataset().sourcing().stream()
                    .filter(own ->
                            own.consumer().equals(activity) && own.input().equals(input))
                    .findFirst();
        }
    }
}
