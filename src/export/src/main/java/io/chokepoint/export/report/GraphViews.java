package io.chokepoint.export.report;

import io.chokepoint.export.picture.TextMeasure;
import io.chokepoint.layout.ColumnLayout;
import io.chokepoint.layout.ColumnPicture;
import io.chokepoint.layout.GraphLayout;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.LineLayout;
import io.chokepoint.layout.PictureRequest;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Activity;
import io.chokepoint.model.Dataset;
import io.chokepoint.model.Good;
import io.chokepoint.model.Stage;
import io.chokepoint.result.Outcome;
import io.chokepoint.result.RestrictionReach;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The graph of a run as the page shows it, laid out here, so that the page only draws.
 *
 * @param main columns of cards with what is hit most
 * @param still the same, narrower, so that it can be read on paper
 * @param everything all goods and markets, those without room as bars
 * @param way from the restriction to the good that the answer speaks of
 * @param restricted those whose makers or flows are restricted
 */
record GraphViews(
        StageGraph graph,
        ColumnPicture main,
        ColumnPicture still,
        ColumnPicture everything,
        List<GraphNode> way,
        Set<GraphNode> restricted) {

    private static final double WIDTH = 1_280;
    private static final double HEIGHT = 680;
    private static final double STILL_WIDTH = 900;
    private static final double STILL_HEIGHT = 640;
    private static final double ALL_WIDTH = 1_800;
    private static final double ALL_HEIGHT = 1_200;
    private static final double NAME_SIZE = 12;

    /** As wide as Inter is on average, with a little to spare: browsers differ. */
    static final TextMeasure MEASURE = (text, size, semibold) -> text.length() * size * (semibold ? 0.6 : 0.56);

    static GraphViews of(SimulationResult result, Headline headline) {
        StageGraph graph = new StageGraph(result.dataset());
        List<GraphNode> way = way(result, headline, graph);
        Set<GraphNode> restricted = restricted(result, graph);
        PictureRequest request = request(result, headline, graph, way, restricted, WIDTH, HEIGHT);
        PictureRequest paper = request(result, headline, graph, way, restricted, STILL_WIDTH, STILL_HEIGHT);
        PictureRequest wide = request(result, headline, graph, way, restricted, ALL_WIDTH, ALL_HEIGHT);
        return new GraphViews(
                graph,
                ColumnLayout.of(request),
                ColumnLayout.of(paper),
                LineLayout.of(wide, node -> MEASURE.width(node.label(), NAME_SIZE, false)),
                way,
                restricted);
    }

    private static PictureRequest request(
            SimulationResult result,
            Headline headline,
            StageGraph graph,
            List<GraphNode> way,
            Set<GraphNode> restricted,
            double width,
            double height) {
        Set<GraphNode> hit = new LinkedHashSet<>();
        Set<GraphNode> foremost = new LinkedHashSet<>();
        Map<GraphNode, Double> lost = new LinkedHashMap<>();
        for (GraphNode node : graph.nodes()) {
            Outcome outcome = outcome(result, node);
            lost.put(node, outcome.lostOutputWeeks());
            if (outcome.isHit()) {
                hit.add(node);
            }
            if (outcome.isHit() && !sellsLess(headline, node)) {
                foremost.add(node);
            }
        }
        Set<GraphNode> first = new LinkedHashSet<>(way);
        headline.good().flatMap(good -> graph.find(good.id())).ifPresent(first::add);
        GraphLayout base = new LayeredLayout().layout(graph);
        return new PictureRequest(
                graph,
                base,
                width,
                height,
                new LinkedHashSet<>(graph.nodes()),
                hit,
                foremost,
                restricted,
                List.copyOf(first),
                lost,
                way,
                headlineStage(result.dataset(), headline),
                Map.of(),
                Map.of(),
                new LinkedHashSet<>(graph.stages()));
    }

    /** Where most of the goods stand that answers speak of first. */
    private static Optional<Stage> headlineStage(Dataset dataset, Headline headline) {
        Map<Stage, Integer> counts = new LinkedHashMap<>();
        dataset.headline().goods().forEach(good -> counts.merge(good.stage(), 1, Integer::sum));
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .or(() -> headline.good().map(Good::stage));
    }

    private static List<GraphNode> way(SimulationResult result, Headline headline, StageGraph graph) {
        List<GraphNode> way = new ArrayList<>();
        headline.why()
                .ifPresent(why -> why.goods()
                        .reversed()
                        .forEach(good -> graph.find(good.id()).ifPresent(way::add)));
        return List.copyOf(way);
    }

    private static Set<GraphNode> restricted(SimulationResult result, StageGraph graph) {
        Set<GraphNode> nodes = new LinkedHashSet<>();
        for (RestrictionReach reach : result.reach()) {
            for (Activity activity : reach.touched()) {
                graph.find(activity.good().id()).ifPresent(nodes::add);
            }
        }
        return nodes;
    }

    static Outcome outcome(SimulationResult result, GraphNode node) {
        return switch (node) {
            case GraphNode.GoodNode good -> result.outcome(good.good());
            case GraphNode.MarketNode market -> result.outcome(market.market());
        };
    }

    /** Output, or the served part of a market's demand, by week. */
    static double[] series(SimulationResult result, GraphNode node) {
        return switch (node) {
            case GraphNode.GoodNode good -> result.output(good.good());
            case GraphNode.MarketNode market -> result.served(market.market());
        };
    }

    static boolean sellsLess(Headline headline, GraphNode node) {
        return node instanceof GraphNode.GoodNode good && headline.hits().sellsLess(good.good());
    }
}
