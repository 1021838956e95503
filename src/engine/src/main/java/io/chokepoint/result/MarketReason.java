package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;
import java.util.List;

/**
 * Why a market was first not served in full: the vendor whose products it missed most.
 *
 * @param week the first week below {@link Outcome#LOSS_LEVEL}
 * @param vendor the one with the largest fall of what the market received from it, against the baseline
 * @param usual b, the vendor's part in the function that the market wants, in (0, 1]
 * @param received the part of that demand that came from it in the week
 * @param acting the restrictions that held the flow from the vendor back or delayed it so far, in the scenario's order
 */
public record MarketReason(
        Market market, int week, Activity vendor, double usual, double received, List<Acting> acting) {

    public MarketReason {
        acting = List.copyOf(acting);
    }

    /** Whether the flow itself was restricted: the answer ends here and does not go on from the vendor. */
    public boolean isRestricted() {
        return !acting.isEmpty();
    }
}
