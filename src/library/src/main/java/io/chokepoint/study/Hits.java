package io.chokepoint.study;

import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Reason;
import io.chokepoint.result.SimulationResult;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The goods that fall below 99 % of baseline in a run, sorted into those that fall short and those that only sell less. The output
 * of both falls, but of the latter nobody misses any: their buyers stand still and order less, as polysilicon does when no wafers
 * are made. Immutable.
 */
public final class Hits {

    /** What it means that the output of a good falls. */
    public enum Kind {
        /** Somebody who wants the good does not get it. */
        FALLS_SHORT,
        /** It could be made and delivered, but less of it is ordered. */
        SELLS_LESS
    }

    private final Map<Good, Kind> kinds = new LinkedHashMap<>();

    private Hits(SimulationResult result) {
        for (Good good : result.hitGoods()) {
            kinds.put(good, isShort(result, good) ? Kind.FALLS_SHORT : Kind.SELLS_LESS);
        }
    }

    /**
     * A good falls short if one of its makers first fell below the level for want of an input or of capacity, or could not deliver
     * what was ordered because of a restriction; it sells less if all that fell did so because less was ordered.
     */
    public static Hits of(SimulationResult result) {
        return new Hits(result);
    }

    /** Of one good alone; empty where it stays at 99 % or above. */
    public static Optional<Kind> kind(SimulationResult result, Good good) {
        return result.outcome(good).isHit()
                ? Optional.of(isShort(result, good) ? Kind.FALLS_SHORT : Kind.SELLS_LESS)
                : Optional.empty();
    }

    /** Of one maker alone; empty where it stays at 99 % or above. */
    public static Optional<Kind> kind(SimulationResult result, Activity maker) {
        return result.outcome(maker).isHit()
                ? Optional.of(isShort(result, maker) ? Kind.FALLS_SHORT : Kind.SELLS_LESS)
                : Optional.empty();
    }

    private static boolean isShort(SimulationResult result, Good good) {
        return result.dataset().suppliesOf(good).stream()
                .map(Supply::activity)
                .anyMatch(maker -> isShort(result, maker));
    }

    private static boolean isShort(SimulationResult result, Activity maker) {
        return result.outcome(maker).isHit()
                && result.reason(maker).map(Hits::isShort).orElse(true);
    }

    private static boolean isShort(Reason reason) {
        return switch (reason) {
            case Reason.InputShort unused -> true;
            case Reason.MachinesWorn unused -> true;
            case Reason.Outage unused -> true;
            case Reason.DeliveriesRestricted unused -> true;
            case Reason.FewerOrders unused -> false;
            case Reason.CostAdded unused -> false;
            case Reason.LessDemand unused -> false;
        };
    }

    /** All of them, earliest first. */
    public List<Good> all() {
        return List.copyOf(kinds.keySet());
    }

    /** Goods that somebody misses, earliest first. */
    public List<Good> fallShort() {
        return of(Kind.FALLS_SHORT);
    }

    /** Goods of which only less is ordered, earliest first. */
    public List<Good> sellLess() {
        return of(Kind.SELLS_LESS);
    }

    private List<Good> of(Kind kind) {
        return kinds.keySet().stream().filter(good -> kinds.get(good) == kind).toList();
    }

    /** Empty where the good stays at 99 % or above. */
    public Optional<Kind> kind(Good good) {
        return Optional.ofNullable(kinds.get(good));
    }

    public boolean isShort(Good good) {
        return kinds.get(good) == Kind.FALLS_SHORT;
    }

    public boolean sellsLess(Good good) {
        return kinds.get(good) == Kind.SELLS_LESS;
    }
}
