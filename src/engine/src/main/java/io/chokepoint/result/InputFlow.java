package io.chokepoint.result;

import io.chokepoint.model.Activity;
import java.util.List;

/**
 * The flow of an input that failed its buyer most, with the numbers that the run used: those of its draw, narrowed to an end use
 * where a restriction is. "So far" means up to the buyer's first loss.
 *
 * @param need the input and what its buyer holds of it
 * @param supplier the maker of the input
 * @param mix m(j,i), the supplier's part in the buyer's purchases, in [0, 1]
 * @param leastPermitted the least φ(j,i) so far, in [0, 1]
 * @param leastAvailable the least avail_j so far, in [0, 1]
 * @param failure what decided for this supplier: of an input that ran short m · (1 − the least φ·avail so far), in [0, 1]; of
 *     machines m · Σ (1 − φ·avail) over the weeks whose shipments could have arrived, in weeks of usual deliveries
 * @param mostDelay the largest mean T so far, in weeks
 * @param acting the restrictions that held the flow back or delayed it so far, in the scenario's order
 */
public record InputFlow(
        InputNeed need,
        Activity supplier,
        double mix,
        double leastPermitted,
        double leastAvailable,
        double failure,
        double mostDelay,
        List<Acting> acting) {

    public InputFlow {
        acting = List.copyOf(acting);
    }

    /** Whether φ was below 1 or T above 0 in some week so far: a chain ends at such a flow. */
    public boolean isRestricted() {
        return !acting.isEmpty();
    }
}
