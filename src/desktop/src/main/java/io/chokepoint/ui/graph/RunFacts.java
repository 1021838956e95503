package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.model.Stage;
import io.chokepoint.model.Supply;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.text.Countries;
import io.chokepoint.ui.support.Answer;
import io.chokepoint.ui.support.Selection;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** A run as the graph shows it: facts by node, restricted flows, and the edges along which losses come. */
final class RunFacts {
    /** Strongest inputs of a good whose edges are always drawn. */
    private static final int STRONGEST = 4;
    /** Weeks looked at for binding inputs; all weeks would find hardly more. */
    private static final int SAMPLES = 52;

    private final StageGraph graph;
    private final Answer answer;
    private final Map<GraphNode, NodeFacts> nodes = new LinkedHashMap<>();
    private final Set<GraphNode> hit = new LinkedHashSet<>();
    private final Set<GraphNode> fallShort = new LinkedHashSet<>();
    private final Map<GraphNode, Double> lost = new HashMap<>();
    private final Restricted restricted;
    private final Set<GraphEdge> strong = new HashSet<>();
    private final Optional<GraphNode> headline;
    private final Way spine;
    /** UI thread only, as whoever asks for them is. */
    private final Map<Selection.Item, Way> ways = new HashMap<>();

    private final Optional<Stage> headlineStage;

    RunFacts(StageGraph graph, Answer answer) {
        this.graph = graph;
        this.answer = answer;
        SimulationResult result = answer.result();
        this.restricted = new Restricted(graph, result);
        for (GraphNode node : graph.nodes()) {
            NodeFacts facts = factsOf(node, result);
            put(node, facts);
        }
        markStrong(result);
        headline = answer.headline().flatMap(good -> graph.find(good.id()));
        spine = answer.facts()
                .why()
                .map(why -> Way.of(why, graph, Optional.empty()))
                .orElse(Way.NONE);
        headlineStage = stageOfHeadline().or(() -> headline.map(GraphNode::stage));
    }

    private RunFacts(RunFacts b, Answer answer, Restricted restricted, Map<GraphNode, NodeFacts> changed) {
        this.graph = b.graph;
        this.answer = answer;
        this.restricted = restricted;
        this.strong.addAll(b.strong);
        this.headline = b.headline;
        this.spine = b.spine;
        this.headlineStage = b.headlineStage;
        changed.forEach(this::put);
    }

    private void put(GraphNode node, NodeFacts facts) {
        nodes.put(node, facts);
        lost.put(node, facts.outcome().lostOutputWeeks());
        if (facts.isHit()) {
            hit.add(node);
        }
        if (facts.isHit() && !facts.sellsLess()) {
            fallShort.add(node);
        }
    }

    /** This run as B of a comparison: every number stands beside that of A. */
    RunFacts beside(RunFacts a) {
        Map<GraphNode, NodeFacts> changed = new LinkedHashMap<>();
        nodes.forEach((node, facts) -> changed.put(
                node,
                a.nodes.containsKey(node)
                        ? facts.with(new NodeFacts.Against.Beside(a.facts(node).series()))
                        : facts));
        return new RunFacts(this, answer, restricted, changed);
    }

    /**
     * What B changes against A, as a run of its own: each series is 1 plus B less A, for as many weeks as both have. What differs by
     * a point or more in any week counts as hit; restrictions, reasons and strong edges are those of B.
     */
    static RunFacts difference(RunFacts a, RunFacts b) {
        Map<GraphNode, NodeFacts> changed = new LinkedHashMap<>();
        b.nodes.forEach((node, facts) -> {
            if (a.nodes.containsKey(node)) {
                NodeFacts before = a.facts(node);
                double[] series = change(before.series(), facts.series());
                changed.put(
                        node,
                        facts.difference(
                                before.series(), series, ofChange(series), change(before.makers(), facts.makers())));
            }
        });
        return new RunFacts(b, b.answer, b.restricted, changed);
    }

    private static double[] change(double[] before, double[] after) {
        double[] series = new double[Math.min(before.length, after.length)];
        for (int week = 0; week < series.length; week++) {
            series[week] = 1 + after[week] - before[week];
        }
        return series;
    }

    private static List<NodeFacts.Maker> change(List<NodeFacts.Maker> before, List<NodeFacts.Maker> after) {
        Map<Activity, double[]> known = new HashMap<>();
        before.forEach(maker -> known.put(maker.activity(), maker.series()));
        return after.stream()
                .filter(maker -> known.containsKey(maker.activity()))
                .map(maker -> new NodeFacts.Maker(
                        maker.activity(),
                        maker.country(),
                        maker.share(),
                        change(known.getOrDefault(maker.activity(), maker.series()), maker.series())))
                .toList();
    }

    /** As {@link Outcome#of}, but a change for the better counts as much as one for the worse. */
    private static Outcome ofChange(double[] series) {
        double[] change = new double[series.length];
        for (int week = 0; week < series.length; week++) {
            change[week] = 1 - Math.abs(series[week] - 1);
        }
        return Outcome.of(change);
    }

    private NodeFacts factsOf(GraphNode node, SimulationResult result) {
        Optional<Mark> mark = restricted.mark(node);
        return switch (node) {
            case MarketNode of ->
                new NodeFacts(
                        node,
                        result.served(of.market()),
                        result.outcome(of.market()),
                        false,
                        Countries.alpha2(of.market().country()),
                        List.of(),
                        mark,
                        NodeFacts.NOTHING);
            case GoodNode of -> {
                List<NodeFacts.Maker> makers = makers(of.good(), result);
                String country = makers.stream()
                        .map(NodeFacts.Maker::country)
                        .filter(code -> !code.isEmpty())
                        .findFirst()
                        .orElse("");
                yield new NodeFacts(
                        node,
                        result.output(of.good()),
                        result.outcome(of.good()),
                        answer.hits().sellsLess(of.good()),
                        country,
                        makers,
                        mark,
                        NodeFacts.NOTHING);
            }
        };
    }

    private static List<NodeFacts.Maker> makers(Good good, SimulationResult result) {
        List<NodeFacts.Maker> makers = new ArrayList<>();
        for (Supply supply : result.dataset().suppliesOf(good)) {
            makers.add(new NodeFacts.Maker(
                    supply.activity(),
                    Countries.alpha2(supply.provider().country()),
                    result.baseline(supply.activity()),
                    result.output(supply.activity())));
        }
        makers.sort(Comparator.comparingDouble((NodeFacts.Maker maker) -> -maker.share()));
        return makers;
    }

    /** The strongest inputs of each node, and inputs that hold it back in some week. */
    private void markStrong(SimulationResult result) {
        int stride = Math.max(1, result.weeks() / SAMPLES);
        for (GraphNode node : graph.nodes()) {
            List<GraphEdge> inputs = new ArrayList<>(graph.inputs(node));
            inputs.sort(Comparator.comparingDouble((GraphEdge edge) -> -edge.strength()));
            strong.addAll(inputs.subList(0, Math.min(STRONGEST, inputs.size())));
            if (!(node instanceof GoodNode of) || !hit.contains(node)) {
                continue;
            }
            Set<Good> binding = new HashSet<>();
            for (int week = 0; week < result.weeks(); week += stride) {
                result.bindingInput(of.good(), week).ifPresent(binding::add);
            }
            for (GraphEdge edge : inputs) {
                if (edge.from() instanceof GoodNode from && binding.contains(from.good())) {
                    strong.add(edge);
                }
            }
        }
    }

    private Optional<Stage> stageOfHeadline() {
        Map<Stage, Integer> counts = new LinkedHashMap<>();
        for (GraphNode node : graph.nodes()) {
            if (node instanceof GoodNode of
                    && answer.result().dataset().headline().contains(of.good())) {
                counts.merge(node.stage(), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream().max(Map.Entry.comparingByValue()).map(Map.Entry::getKey);
    }

    /** Why what is selected falls short, or a good sells less; empty where it does not. Made when first asked for. */
    Way way(Selection.Item item) {
        return ways.computeIfAbsent(item, this::explained);
    }

    private Way explained(Selection.Item item) {
        SimulationResult result = answer.result();
        return switch (item) {
            case Selection.OfGood of -> Way.of(Explanation.of(result, of.good()), graph, Optional.empty());
            case Selection.OfMaker of -> Way.of(Explanation.of(result, of.activity()), graph, Optional.empty());
            case Selection.OfMarket of -> Way.of(Explanation.of(result, of.market()), graph, find(of.market()));
        };
    }

    /** Whether it tells what one run changes against another. */
    boolean isDifference() {
        return nodes.values().stream().findFirst().map(NodeFacts::isDifference).orElse(false);
    }

    StageGraph graph() {
        return graph;
    }

    SimulationResult result() {
        return answer.result();
    }

    NodeFacts facts(GraphNode node) {
        NodeFacts facts = nodes.get(node);
        if (facts == null) {
            throw new IllegalArgumentException("'" + node.id() + "' is not in this run");
        }
        return facts;
    }

    /** Whether the run, or both runs of a difference, have it. */
    boolean knows(GraphNode node) {
        return nodes.containsKey(node);
    }

    /** Below 99 % in any week. */
    Set<GraphNode> hit() {
        return Collections.unmodifiableSet(hit);
    }

    /** Those of the hit that somebody misses; the others only sell less. */
    Set<GraphNode> fallShort() {
        return Collections.unmodifiableSet(fallShort);
    }

    boolean isHit(GraphNode node) {
        return hit.contains(node);
    }

    /** Lost output by node, in weeks. */
    Map<GraphNode, Double> lost() {
        return Collections.unmodifiableMap(lost);
    }

    Set<GraphNode> restricted() {
        return restricted.nodes();
    }

    boolean isRestricted(GraphEdge edge) {
        return restricted.isRestricted(edge);
    }

    /** Whether an edge is drawn at full strength. */
    boolean isStrong(GraphEdge edge) {
        return strong.contains(edge);
    }

    Optional<GraphNode> headline() {
        return headline;
    }

    /** Why the headline good falls short, from the restriction to it. */
    List<GraphNode> spine() {
        return spine.nodes();
    }

    Way headlineWay() {
        return spine;
    }

    Optional<Stage> headlineStage() {
        return headlineStage;
    }

    Optional<GraphNode> find(Good good) {
        return graph.find(good.id());
    }

    Optional<GraphNode> find(Market market) {
        return graph.find(MarketNode.PREFIX + market.id());
    }
}
