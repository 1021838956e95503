package io.chokepoint.study;

import io.chokepoint.analysis.FailureGraph;
import io.chokepoint.analysis.NodeSweep;
import io.chokepoint.analysis.NodeSweep.Kind;
import io.chokepoint.analysis.NodeSweep.Node;
import io.chokepoint.analysis.SweepResult;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.sweep.UnitRunner;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/** Which node matters most: every good, maker or country restricted in turn. Thread-safe. */
public final class NodeStudy {
    /** Weeks of output that are nothing. */
    private static final double ROUNDING = 1e-9;

    private final StudyRunner runner;

    /** By what nodes are ranked; ties by the others, then by the order of the nodes. */
    public enum Order {
        LOST_OUTPUT,
        FIRST_LOSS,
        WORST_MARKET
    }

    /**
     * A node and what it did to the targets.
     *
     * @param rank from 1
     * @param lostWeeks of baseline output, the mean over the targets
     * @param missedWeeks the part of it that was ordered and not made, or could not be sold as it may not be exported; the rest could
     *     have been made, but less was ordered
     * @param firstLossWeek the earliest of any target
     * @param worstTarget the target that lost most; the first of the targets if none lost anything
     * @param worstTargetLostWeeks its lost output
     * @param worstMarketUnmetWeeks weeks of demand not met in the market that lost most; 0 without markets
     * @param stopsTargets how many targets nobody can make any more without the node, whatever the stocks
     */
    public record Ranked(
            int rank,
            Node node,
            double lostWeeks,
            double missedWeeks,
            OptionalInt firstLossWeek,
            Good worstTarget,
            double worstTargetLostWeeks,
            String worstMarket,
            double worstMarketUnmetWeeks,
            int stopsTargets) {

        Ranked at(int place) {
            return new Ranked(
                    place,
                    node,
                    lostWeeks,
                    missedWeeks,
                    firstLossWeek,
                    worstTarget,
                    worstTargetLostWeeks,
                    worstMarket,
                    worstMarketUnmetWeeks,
                    stopsTargets);
        }

        /** Weeks of baseline output that could have been made, but were not ordered. */
        public double lowerSalesWeeks() {
            return lostWeeks - missedWeeks;
        }

        /** Whether the node costs the targets or a market anything, rounding left aside. */
        public boolean costsAnything() {
            return lostWeeks > ROUNDING || worstMarketUnmetWeeks > ROUNDING;
        }

        /** Without it, at least one target cannot be made. */
        public boolean isSinglePointOfFailure() {
            return stopsTargets > 0;
        }
    }

    /**
     * Two nodes restricted together.
     *
     * @param together their node is that of all makers of both
     * @param first the worse of the two alone
     */
    public record Pair(Ranked together, Ranked first, Ranked second) {

        /**
         * What they cost together beyond the sum of each alone, in weeks: above 0 each covers for the other while only one is
         * restricted, below 0 either alone already costs much of what both do.
         */
        public double interactionWeeks() {
            return together.lostWeeks - first.lostWeeks - second.lostWeeks;
        }
    }

    public NodeStudy(StudyRunner runner) {
        this.runner = runner;
    }

    /** All nodes of a kind, see {@link NodeSweep#nodes}. */
    public List<Node> nodes(Kind kind) {
        return NodeSweep.nodes(runner.structure(), kind);
    }

    /** See {@link Dataset#endProducts}. */
    public Set<Good> endProducts() {
        return runner.structure().dataset().endProducts();
    }

    /** See {@link NodeSweep#run}. */
    public SweepResult sweep(
            List<Node> nodes, Collection<Good> targets, NodeSweep.Settings settings, RunMonitor monitor) {
        return nodeSweep().run(nodes, targets, settings, monitor);
    }

    /** See {@link NodeSweep#runs}. */
    public NodeSweep.Runs runs(List<Node> nodes, Collection<Good> targets, NodeSweep.Settings settings) {
        return nodeSweep().runs(nodes, targets, settings);
    }

    private NodeSweep nodeSweep() {
        return new NodeSweep(runner.model(), runner.central(), runner.data().defaultRationing());
    }

    /**
     * Restricts every node in turn and ranks them by what the targets lose, worst first.
     *
     * @param targets at least one
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<Ranked> rank(
            List<Node> nodes, Set<Good> targets, Order order, NodeSweep.Settings settings, RunMonitor monitor) {
        requireTarget(targets);
        return ranked(sweep(nodes, targets, settings, monitor), targets, order);
    }

    /**
     * Ranks the nodes of a sweep by what the targets lose, worst first.
     *
     * @param targets at least one; a node that was not run because nothing leads from it to the sweep's targets has no loss
     */
    public List<Ranked> ranked(SweepResult swept, Set<Good> targets, Order order) {
        requireTarget(targets);
        FailureGraph failures = new FailureGraph(runner.central(), swept.weeks());
        List<Ranked> rows = new ArrayList<>();
        for (int n = 0; n < swept.nodes().size(); n++) {
            rows.add(row(swept, n, targets, failures));
        }
        rows.sort(comparator(order));
        List<Ranked> ranked = new ArrayList<>();
        for (Ranked row : rows) {
            ranked.add(row.at(ranked.size() + 1));
        }
        return ranked;
    }

    private static void requireTarget(Set<Good> targets) {
        if (targets.isEmpty()) {
            throw new IllegalArgumentException("no target");
        }
    }

    /**
     * Every two of the first nodes of a ranking, to be restricted together. Nodes that make nothing but targets are left out: that a
     * target stops with its own makers says nothing.
     *
     * @param alone as {@link #rank} gives them, with the same targets and settings
     * @param among how many of the first are paired, ≥ 2
     */
    public Pairs pairs(List<Ranked> alone, int among, Set<Good> targets, Order order) {
        if (among < 2) {
            throw new IllegalArgumentException("a pair needs two nodes, but there are " + among);
        }
        requireTarget(targets);
        List<Ranked> worst = alone.stream()
                .filter(row -> row.node.activities().stream().anyMatch(maker -> !targets.contains(maker.good())))
                .limit(among)
                .toList();
        Map<Node, Pair> parts = new LinkedHashMap<>();
        for (int a = 0; a < worst.size(); a++) {
            for (int b = a + 1; b < worst.size(); b++) {
                Ranked first = worst.get(a);
                Ranked second = worst.get(b);
                parts.put(both(first.node, second.node), new Pair(first, first, second));
            }
        }
        return new Pairs(parts, targets, order);
    }

    /** Pairs of nodes that are to be restricted together. */
    public final class Pairs {
        private final Map<Node, Pair> parts;
        private final Set<Good> targets;
        private final Order order;

        private Pairs(Map<Node, Pair> parts, Set<Good> targets, Order order) {
            this.parts = parts;
            this.targets = targets;
            this.order = order;
        }

        /** What has to be run. */
        public NodeSweep.Runs runs(NodeSweep.Settings settings) {
            return NodeStudy.this.runs(List.copyOf(parts.keySet()), targets, settings);
        }

        /** The pairs, worst first. */
        public List<Pair> ranked(SweepResult swept) {
            List<Pair> pairs = new ArrayList<>();
            for (Ranked row : NodeStudy.this.ranked(swept, targets, order)) {
                Pair part = Objects.requireNonNull(parts.get(row.node));
                pairs.add(new Pair(row, part.first, part.second));
            }
            return pairs;
        }
    }

    /**
     * Restricts every two of the first nodes of a ranking together and ranks the pairs, worst first, see {@link #pairs(List, int, Set,
     * Order)}.
     *
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public List<Pair> pairs(
            List<Ranked> alone,
            int among,
            Set<Good> targets,
            Order order,
            NodeSweep.Settings settings,
            RunMonitor monitor) {
        Pairs pairs = pairs(alone, among, targets, order);
        NodeSweep.Runs runs = pairs.runs(settings);
        return pairs.ranked(runs.result(UnitRunner.all(runs, settings.threads(), monitor)));
    }

    /** All makers of both, in the order of the network, so that alike pairs are alike. */
    private Node both(Node a, Node b) {
        List<Activity> makers = Stream.concat(a.activities().stream(), b.activities().stream())
                .distinct()
                .sorted(Comparator.comparingInt(runner.structure()::index))
                .toList();
        return new Node(a.kind(), a.label() + "+" + b.label(), "", a.name() + " and " + b.name(), makers);
    }

    private Ranked row(SweepResult swept, int n, Set<Good> targets, FailureGraph failures) {
        Node node = swept.nodes().get(n);
        double sum = 0;
        double missed = 0;
        int first = -1;
        Good worst = targets.iterator().next();
        double most = 0;
        for (Good target : targets) {
            double lost = swept.lostWeeks(n, target);
            sum += lost;
            missed += swept.missedWeeks(n, target);
            if (lost > most) {
                most = lost;
                worst = target;
            }
            int week = swept.firstLossWeek(n, target).orElse(-1);
            if (week >= 0 && (first < 0 || week < first)) {
                first = week;
            }
        }
        String market = "";
        double unmet = 0;
        for (Market candidate : runner.structure().dataset().markets()) {
            double weeks = swept.unmetWeeks(n, candidate);
            if (weeks > unmet) {
                unmet = weeks;
                market = candidate.id();
            }
        }
        Set<Good> stopped = failures.stoppedBy(node.activities());
        stopped.retainAll(targets);
        return new Ranked(
                0,
                node,
                sum / targets.size(),
                missed / targets.size(),
                first < 0 ? OptionalInt.empty() : OptionalInt.of(first),
                worst,
                most,
                market,
                unmet,
                stopped.size());
    }

    private static Comparator<Ranked> comparator(Order order) {
        Comparator<Ranked> lost = Comparator.comparingDouble((Ranked row) -> exact(row.lostWeeks()))
                .reversed();
        Comparator<Ranked> first =
                Comparator.comparingInt(row -> row.firstLossWeek().orElse(Integer.MAX_VALUE));
        Comparator<Ranked> market = Comparator.comparingDouble((Ranked row) -> exact(row.worstMarketUnmetWeeks()))
                .reversed();
        return switch (order) {
            case LOST_OUTPUT -> lost.thenComparing(first).thenComparing(market);
            case FIRST_LOSS -> first.thenComparing(lost).thenComparing(market);
            case WORST_MARKET -> market.thenComparing(lost).thenComparing(first);
        };
    }

    /** To so many weeks as runs are exact to: below that, rounding must not decide who comes first. */
    private static double exact(double weeks) {
        return Math.rint(weeks / ROUNDING);
    }
}
