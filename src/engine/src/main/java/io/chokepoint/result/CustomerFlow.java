package io.chokepoint.result;

import io.chokepoint.scenario.Customer;
import java.util.List;

/**
 * The flow of a maker's product to a customer that a restriction acted on, with the numbers that the run used. "So far" means up to the
 * first loss that it explains.
 *
 * @param part what goes there in the baseline, as a part of the maker's baseline output, in (0, 1]
 * @param leastPermitted the least φ so far, in [0, 1]
 * @param mostDelay the largest mean T so far, in weeks
 * @param mostCost the largest cost rate so far, as a part of the product's cost, ≥ 0
 * @param acting the restrictions that acted on it so far, in the scenario's order; at least one
 */
public record CustomerFlow(
        Customer customer, double part, double leastPermitted, double mostDelay, double mostCost, List<Acting> acting) {

    public CustomerFlow {
        acting = List.copyOf(acting);
    }
}
