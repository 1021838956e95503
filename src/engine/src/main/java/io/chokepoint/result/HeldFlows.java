package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.scenario.Customer;
import java.util.Set;

/**
 * The flows that a run's restrictions held back in some week: cut, delayed, or robbed of their maker's capacity. Immutable.
 *
 * @param makers whose capacity an outage took
 * @param flows that were cut or delayed, of those that carry something in the baseline
 */
public record HeldFlows(Set<Activity> makers, Set<Flow> flows) {

    /** From a maker to a customer. */
    public record Flow(Activity maker, Customer customer) {}

    /** Of a run without restrictions, or one that kept no causes. */
    public static final HeldFlows NONE = new HeldFlows(Set.of(), Set.of());

    public HeldFlows {
        makers = Set.copyOf(makers);
        flows = Set.copyOf(flows);
    }

    /** Whether the flow was held back in some week. */
    public boolean has(Activity maker, Customer customer) {
        return makers.contains(maker) || flows.contains(new Flow(maker, customer));
    }
}
