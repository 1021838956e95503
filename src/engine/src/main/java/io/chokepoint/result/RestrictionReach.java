package io.chokepoint.result;

import io.chokepoint.model.Activity;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a restriction spoke of in a run, and from when it did anything.
 *
 * @param makers the makers that it takes capacity from, or whose flows it selects, in dataset order
 * @param touched those of them that it took capacity from, or a flow of which it held back, delayed or made dearer, in dataset order
 * @param stocks by consumed input of which it cut or delayed purchases, the smallest stock of those who buy; in dataset order
 * @param volumeFrom the first week in which it took capacity, held a flow back or delayed one; empty where it never did
 * @param costFrom the first week in which it added cost; empty where it never did
 * @param delayVanishes whether it states a delay that came to nothing: with all that delay the same flows less than half a week
 */
public record RestrictionReach(
        List<Activity> makers,
        List<Activity> touched,
        List<LeanStock> stocks,
        OptionalInt volumeFrom,
        OptionalInt costFrom,
        boolean delayVanishes) {

    public RestrictionReach {
        makers = List.copyOf(makers);
        touched = List.copyOf(touched);
        stocks = List.copyOf(stocks);
    }
}
