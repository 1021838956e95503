package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Good;
import io.chokepoint.model.SourcingException;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Cause;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Customer;
import io.chokepoint.scenario.Restriction;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The binding chain of a maker, with the dependency of each link and what stands at its end.
 *
 * <p>It is the chain of the model page, section 6, and one thing more: where that stops at a maker whose capacity fell without an
 * outage, machines have worn down, so the chain goes on through the capital input whose supply fell short most by then; and
 * where it stops at a maker that is asked for less, it goes on through the buyer that makes less.
 *
 * @param links from the maker asked for upstream
 * @param end what stands at the end
 */
record WhyChain(List<Link> links, End end) {

    /** How a link holds its maker back. */
    enum Hold {
        /** An input ran short. */
        SHORT,
        /** Machines wore down, because too few new ones came. */
        WORN,
        /** Makers of another good order less. */
        FEWER_ORDERS
    }

    /**
     * A maker that was held back by another.
     *
     * @param week its first loss
     * @param dependency of the maker on its input, or of the buyer on the maker where orders fell
     * @param other the maker of the input that failed it most, or the buyer that orders less
     */
    record Link(Activity activity, int week, Hold hold, Dependency dependency, Optional<Activity> other) {
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
         */
        record Restricted(Restriction restriction, Activity restricted) implements End {}

        /**
         * A maker that is asked for less.
         *
         * @param beside a restriction on what the maker itself buys, from which its buyers may turn away; empty for none
         */
        record FewerOrders(Activity activity, int week, Optional<Restricted> beside) implements End {}

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
                    case DEMAND -> demand(cause);
                };
                if (end.isPresent()) {
                    return new WhyChain(List.copyOf(links), end.get());
                }
                next = links.isEmpty()
                        ? Optional.empty()
                        : links.getLast().other().flatMap(result::cause);
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
            return link(cause, Hold.SHORT, dependency.get(), cause.supplier());
        }

        private Optional<End> link(Cause cause, Hold hold, Dependency dependency, Optional<Activity> supplier) {
            links.add(new Link(cause.activity(), cause.week(), hold, dependency, supplier));
            if (supplier.isEmpty()) {
                return Optional.of(new End.Open());
            }
            Customer customer = new Customer.Maker(cause.activity());
            return flows.onFlow(supplier.get(), customer, cause.week())
                    .map(restriction -> new End.Restricted(restriction, supplier.get()));
        }

        private Optional<End> capacity(Cause cause) {
            Optional<Restriction> outage = flows.onMaker(cause.activity(), cause.week());
            if (outage.isPresent()) {
                return Optional.of(new End.Restricted(outage.get(), cause.activity()));
            }
            Optional<Worn> worn = mostWorn(cause.activity(), cause.week());
            return worn.isPresent()
                    ? link(
                            cause,
                            Hold.WORN,
                            worn.get().dependency(),
                            Optional.of(worn.get().supplier()))
                    : Optional.of(new End.LessCapacity(cause.activity(), cause.week()));
        }

        private Optional<End> demand(Cause cause) {
            Activity activity = cause.activity();
            Optional<Restriction> restriction = flows.onDeliveries(activity, cause.week());
            if (restriction.isPresent()) {
                return Optional.of(new End.Restricted(restriction.get(), activity));
            }
            Optional<Dependency> use = mostMissed(activity.good(), cause.week());
            Optional<Activity> buyer = use.flatMap(d -> result.worstMaker(d.consumer(), cause.week()));
            if (use.isPresent() && buyer.isPresent()) {
                links.add(new Link(activity, cause.week(), Hold.FEWER_ORDERS, use.get(), buyer));
                return Optional.empty();
            }
            return Optional.of(flows.costOnDeliveries(activity, cause.week())
                    .<End>map(cost -> new End.Restricted(cost, activity))
                    .orElseGet(() ->
                            new End.FewerOrders(activity, cause.week(), restrictedInput(activity, cause.week()))));
        }

        private Optional<End.Restricted> restrictedInput(Activity activity, int week) {
            Customer buyer = new Customer.Maker(activity);
            return result.dataset().inputsOf(activity.good()).stream()
                    .flatMap(need -> result.dataset().suppliesOf(need.input()).stream())
                    .flatMap(supply -> flows.onFlow(supply.activity(), buyer, week).stream()
                            .map(restriction -> new End.Restricted(restriction, supply.activity())))
                    .findFirst();
        }

        /** The use of a good whose makers order less because they make less, the largest first. */
        private Optional<Dependency> mostMissed(Good good, int week) {
            return result.dataset().usesOf(good).stream()
                    .filter(use -> result.output(use.consumer(), week) < Outcome.LOSS_LEVEL)
                    .max(Comparator.comparingDouble(use -> (1 - result.output(use.consumer(), week))
                            * use.useShare().central()));
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
