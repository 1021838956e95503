package io.chokepoint.network;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What somebody does to be better prepared, or would assume instead, as changes of a compiled network that leave its steady state as
 * it is: stocks, spare capacity, qualification, and how much an input is needed. Not thread-safe while it is put together.
 */
public final class NetworkChange {
    private final Map<Integer, Double> moreStock = new HashMap<>();
    private final Map<Integer, Double> qualification = new HashMap<>();
    private final Map<Integer, Double> altQualification = new HashMap<>();
    private final Map<Integer, Double> leastSpare = new HashMap<>();
    private final List<Consumer<CompiledNetwork>> edits = new ArrayList<>();

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

    /** Holds so many weeks of stock, whatever the dataset says; ≥ 0. */
    public NetworkChange holdStock(int slot, double weeks) {
        edits.add(network -> network.stockWeeks[slot] = weeks);
        return this;
    }

    /** Other makers of the input can be used after so long a shortage, whatever the dataset says; ∞ for never. */
    public NetworkChange qualifyAfter(int slot, double weeks) {
        edits.add(network -> network.qualification[slot] = weeks);
        return this;
    }

    /** Without the input the maker loses this part of its output, in [0, 1]. */
    public NetworkChange criticality(int slot, double part) {
        edits.add(network -> network.criticality[slot] = part);
        return this;
    }

    /** An alternative covers no more of the need than this, in [0, 1]. */
    public NetworkChange coverAtMost(int alternative, double part) {
        edits.add(network -> network.altCap[alternative] = Math.min(network.altCap[alternative], part));
        return this;
    }

    /** A maker has this spare capacity, as a part of its baseline, and so many weeks to reach it; ≥ 0 and ≥ 1. */
    public NetworkChange spare(int activity, double part, double rampWeeks) {
        edits.add(network -> {
            network.spare[activity] = part;
            network.rampWeeks[activity] = rampWeeks;
        });
        return this;
    }

    /** A market turns to other products within so many weeks; ≥ 1, ∞ for never. */
    public NetworkChange switchWithin(int market, double weeks) {
        edits.add(network -> network.switchWeeks[market] = weeks);
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
        edits.forEach(edit -> edit.accept(changed));
        return changed;
    }
}
