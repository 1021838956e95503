package io.chokepoint.network;

import java.util.HashMap;
import java.util.Map;

/**
 * What somebody does to be better prepared, as changes of a compiled network that leave its steady state as it is: more stock, spare
 * capacity, shorter qualification. Not thread-safe while it is put together.
 */
public final class NetworkChange {
    private final Map<Integer, Double> moreStock = new HashMap<>();
    private final Map<Integer, Double> qualification = new HashMap<>();
    private final Map<Integer, Double> altQualification = new HashMap<>();
    private final Map<Integer, Double> leastSpare = new HashMap<>();

    /** Holds more weeks of stock for good; several for one slot add up. */
    public NetworkChange addStock(int slot, double weeks) {
        if (!(weeks >= 0)) {
            throw new IllegalArgumentException("weeks must be 0 or more, but are " + weeks);
        }
        moreStock.merge(slot, weeks, Double::sum);
        return this;
    }

    /** Other makers of the input can be used after no more than this. */
    public NetworkChange qualifyWithin(int slot, double weeks) {
        qualification.merge(slot, weeks, Math::min);
        return this;
    }

    /** An alternative can be used after no more than this. */
    public NetworkChange qualifyAlternativeWithin(int alternative, double weeks) {
        altQualification.merge(alternative, weeks, Math::min);
        return this;
    }

    /** A maker has at least this spare capacity, as a part of its baseline. */
    public NetworkChange spareAtLeast(int activity, double part) {
        leastSpare.merge(activity, part, Math::max);
        return this;
    }

    /** A copy with the changes; the network itself stays as it is. */
    public CompiledNetwork applyTo(CompiledNetwork network) {
        CompiledNetwork changed = network.copy();
        moreStock.forEach((slot, weeks) -> changed.stockWeeks[slot] += weeks);
        qualification.forEach(
                (slot, weeks) -> changed.qualification[slot] = Math.min(changed.qualification[slot], weeks));
        altQualification.forEach((alternative, weeks) ->
                changed.altQualification[alternative] = Math.min(changed.altQualification[alternative], weeks));
        leastSpare.forEach((activity, part) -> changed.spare[activity] = Math.max(changed.spare[activity], part));
        return changed;
    }
}
