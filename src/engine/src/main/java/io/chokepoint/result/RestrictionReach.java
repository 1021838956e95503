package io.chokepoint.result;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Dependency;
import java.util.List;
import java.util.OptionalInt;

/**
 * What a restriction spoke of in a run, and from when it did anything.
 *
 * @param makers the makers that it takes capacity from, or whose flows it selects, in dataset order
 * @param dependencies those of which it selects a flow, or whose input such a maker makes, in dataset order
 * @param volumeFrom the first week in which it took capacity, held a flow back or delayed one; empty where it never did
 * @param costFrom the first week in which it added cost; empty where it never did
 */
public record RestrictionReach(
        List<Activity> makers, List<Dependency> dependencies, OptionalInt volumeFrom, OptionalInt costFrom) {

    public RestrictionReach {
        makers = List.copyOf(makers);
        dependencies = List.copyOf(dependencies);
    }
}
