package io.chokepoint.api;

import io.chokepoint.base.Stable;
import java.util.Optional;

/**
 * One link of the chain that says why a good falls short or why a market is not served.
 *
 * @param good id of the good that is short here; empty where the link is a market
 * @param maker id of the provider that falls short or is restricted; empty where the link is a market
 * @param week its first loss, from 0; of a restricted maker the start of the restriction
 * @param lowest the least weekly output of the good in the run, as a part of baseline
 * @param isRestricted whether the scenario restricts it: the chain ends here
 * @param sentence the link in words
 */
@Stable
public record ChainLink(
        Optional<String> good,
        Optional<String> maker,
        int week,
        double lowest,
        boolean isRestricted,
        String sentence) {}
