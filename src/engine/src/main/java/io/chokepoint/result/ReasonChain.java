package io.chokepoint.result;

import io.chokepoint.model.Activity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The whole answer to <em>why</em>: the {@linkplain BindingChain binding chain} of the model page, section 6, and one thing more. Where that
 * stops at a maker whose capacity fell without an outage, machines have worn down, so the chain goes on through the capital input that
 * is worn most; and where it stops at a maker that is asked for less, it goes on through the buyer that makes less.
 *
 * @param reasons from the activity asked for on, each at its own first loss; empty where the first never falls short
 * @param end what the chain comes to after the last of them
 */
public record ReasonChain(List<Reason> reasons, End end) {

    /** What a chain comes to. */
    public enum End {
        /** The flow from the last reason's supplier is restricted. */
        RESTRICTED_FLOW,
        /** An outage of the last reason's maker. */
        OUTAGE,
        /** The flow from the last reason's maker to a customer is restricted. */
        RESTRICTED_DELIVERIES,
        /** A cost on what the last reason's maker sells. */
        COST,
        /** The last reason's maker is asked for less. */
        LESS_DEMAND,
        /** The next maker never fell below the loss level itself: several each lose a little. */
        NO_LOSS,
        /** The next maker stands on the chain already. */
        LOOP
    }

    public ReasonChain {
        reasons = List.copyOf(reasons);
    }

    static ReasonChain follow(Activity from, Map<Activity, Reason> all) {
        List<Reason> reasons = new ArrayList<>();
        Set<Activity> seen = new HashSet<>();
        Optional<Activity> at = Optional.of(from);
        while (at.isPresent()) {
            Reason reason = all.get(at.get());
            if (reason == null) {
                return new ReasonChain(reasons, End.NO_LOSS);
            }
            if (!seen.add(at.get())) {
                return new ReasonChain(reasons, End.LOOP);
            }
            reasons.add(reason);
            at = reason.next();
        }
        return new ReasonChain(reasons, end(reasons.getLast()));
    }

    private static End end(Reason last) {
        return switch (last) {
            case Reason.InputShort unused -> End.RESTRICTED_FLOW;
            case Reason.MachinesWorn unused -> End.RESTRICTED_FLOW;
            case Reason.Outage unused -> End.OUTAGE;
            case Reason.DeliveriesRestricted unused -> End.RESTRICTED_DELIVERIES;
            case Reason.FewerOrders unused -> throw new IllegalArgumentException("fewer orders lead on to a buyer");
            case Reason.CostAdded unused -> End.COST;
            case Reason.LessDemand unused -> End.LESS_DEMAND;
        };
    }
}
