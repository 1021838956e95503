package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import java.util.List;
import java.util.Optional;

/**
 * Why an activity first fell short, with the numbers that the run used. Of the same week and cause as its {@link Cause}, which it tells
 * apart further: lost capacity is an outage or worn machines, and fewer orders have a reason of their own where the run shows one.
 */
public sealed interface Reason {

    /** Who fell short. */
    Activity activity();

    /** Its first loss. */
    int week();

    /** Whose reason comes next on the chain; empty where the chain ends here. */
    default Optional<Activity> next() {
        return Optional.empty();
    }

    /** Its binding input ran short. */
    record InputShort(Activity activity, int week, InputFlow flow) implements Reason {
        @Override
        public Optional<Activity> next() {
            return flow.isRestricted() ? Optional.empty() : Optional.of(flow.supplier());
        }
    }

    /**
     * Machines wore down, because too few new ones came.
     *
     * @param flow of the capital input with the least K, from the supplier that failed to send most of it
     * @param machines K of that input as a part of x̄, in [0, 1)
     */
    record MachinesWorn(Activity activity, int week, InputFlow flow, double machines) implements Reason {
        @Override
        public Optional<Activity> next() {
            return flow.isRestricted() ? Optional.empty() : Optional.of(flow.supplier());
        }
    }

    /**
     * A restriction took capacity, and more of it than worn machines did.
     *
     * @param working κ in the week of the loss, in [0, 1)
     * @param acting the outages in force then, in the scenario's order; at least one
     */
    record Outage(Activity activity, int week, double working, List<Acting> acting) implements Reason {
        public Outage {
            acting = List.copyOf(acting);
        }
    }

    /**
     * What was ordered could not be delivered.
     *
     * @param flow the first of the maker's restricted flows that carry something in the baseline: by use in dataset order, then by
     *     buyer, markets last
     */
    record DeliveriesRestricted(Activity activity, int week, CustomerFlow flow) implements Reason {}

    /**
     * Makers of another good ordered less, because they made less.
     *
     * @param use of its good whose makers missed most, Σ Z · (1 − output), of those uses whose makers, as its customers, were below the
     *     loss level together; never machines, which are ordered by what wears out
     * @param buyer of these makers below the loss level the one with the largest part in that sum
     * @param part the buyer's usual orders as a part of the activity's baseline output, in (0, 1]
     * @param buyerOutput the buyer's output in the week of the loss, as a part of its baseline
     */
    record FewerOrders(Activity activity, int week, Dependency use, Activity buyer, double part, double buyerOutput)
            implements Reason {
        @Override
        public Optional<Activity> next() {
            return Optional.of(buyer);
        }
    }

    /** Its product had become dearer, and buyers turned away. */
    record CostAdded(Activity activity, int week, CustomerFlow flow) implements Reason {}

    /**
     * It was asked for less, and no buyer that makes less nor a restriction on its own product says why.
     *
     * @param beside the restricted flow that failed it most, as its buyers may turn away from what may soon not be made; empty for none
     */
    record LessDemand(Activity activity, int week, Optional<InputFlow> beside) implements Reason {}
}
