package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Market;
import java.util.List;
import java.util.Map;

/**
 * What a run knows of why things fell short. Immutable.
 *
 * @param causes the links of binding chains, by who fell short
 * @param reasons the same makers' reasons, with all that is known of them
 * @param markets by market that was not served in full
 * @param reach by restriction, in the scenario's order
 * @param held what restrictions held back
 */
public record Reasons(
        Map<Activity, Cause> causes,
        Map<Activity, Reason> reasons,
        Map<Market, MarketReason> markets,
        List<RestrictionReach> reach,
        HeldFlows held) {

    /** Of a run that kept how much, but not why. */
    public static final Reasons NONE = new Reasons(Map.of(), Map.of(), Map.of(), List.of(), HeldFlows.NONE);

    public Reasons {
        causes = Map.copyOf(causes);
        reasons = Map.copyOf(reasons);
        markets = Map.copyOf(markets);
        reach = List.copyOf(reach);
    }
}
