package io.chokepoint.analysis;

import io.chokepoint.analysis.NodeSweep.Instrument;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.simulation.OutputLosses;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;

/** What every node of a sweep did to every good and market. Immutable. */
public final class SweepResult {
    private final List<Node> nodes;
    private final int[] runOf;
    private final List<OutputLosses> losses;
    private final NodeSweep.Settings settings;
    private final Map<Good, Integer> goodIndex = new HashMap<>();
    private final Map<Market, Integer> marketIndex = new HashMap<>();

    SweepResult(
            Dataset dataset, List<Node> nodes, int[] runOf, List<OutputLosses> losses, NodeSweep.Settings settings) {
        this.nodes = List.copyOf(nodes);
        this.runOf = runOf.clone();
        this.losses = List.copyOf(losses);
        this.settings = settings;
        for (Good good : dataset.goods()) {
            goodIndex.put(good, goodIndex.size());
        }
        for (Market market : dataset.markets()) {
            marketIndex.put(market, marketIndex.size());
        }
    }

    /** In the order in which they were given. */
    public List<Node> nodes() {
        return nodes;
    }

    /** Weeks of each run. */
    public int weeks() {
        return settings.weeks();
    }

    /** How many runs it took; less than the nodes where some are alike or touch no target. */
    public int runs() {
        return losses.size();
    }

    /** Whether a node was run at all; if not, all its figures are those of no loss. */
    public boolean wasRun(int node) {
        return runOf[node] >= 0;
    }

    /** Weeks of baseline output lost over the run, ≥ 0. */
    public double lostWeeks(int node, Good good) {
        return wasRun(node) ? losses.get(runOf[node]).lost()[place(good)] : 0;
    }

    /**
     * The part of {@link #lostWeeks} that somebody missed, ≥ 0: it was ordered and not made, or the good is itself banned and may not
     * be sold. The rest could have been made, but less was ordered.
     */
    public double missedWeeks(int node, Good good) {
        if (!wasRun(node)) {
            return 0;
        }
        return settings.instrument() == Instrument.EXPORT_BAN && makes(nodes.get(node), good)
                ? lostWeeks(node, good)
                : losses.get(runOf[node]).missed()[place(good)];
    }

    private static boolean makes(Node node, Good good) {
        return node.activities().stream().anyMatch(maker -> maker.good().equals(good));
    }

    /** First week in which the good is below 99 % of its baseline. */
    public OptionalInt firstLossWeek(int node, Good good) {
        int week = wasRun(node) ? losses.get(runOf[node]).first()[place(good)] : -1;
        return week < 0 ? OptionalInt.empty() : OptionalInt.of(week);
    }

    /** Weeks of a market's demand that were not met, ≥ 0. */
    public double unmetWeeks(int node, Market market) {
        Integer place = marketIndex.get(market);
        if (place == null) {
            throw new IllegalArgumentException("no market '" + market.id() + "'");
        }
        return wasRun(node) ? losses.get(runOf[node]).unmet()[place] : 0;
    }

    private int place(Good good) {
        Integer place = goodIndex.get(good);
        if (place == null) {
            throw new IllegalArgumentException("no good '" + good.id() + "'");
        }
        return place;
    }
}
