package io.chokepoint.ui.graph;

import io.chokepoint.layout.GraphLayout;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.LayeredLayout;
import io.chokepoint.layout.PictureRequest;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Stage;
import io.chokepoint.ui.support.Answer;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests for pictures of a drawn study, for tests. */
final class Drawn {
    final RunFacts facts;
    final GraphLayout base;

    Drawn(DrawnStudy study) {
        facts = new RunFacts(new StageGraph(study.dataset), Answer.of(study.result));
        base = new LayeredLayout().layout(facts.graph());
    }

    PictureRequest request(double width, double height, Map<Stage, Boolean> chosen, Map<Stage, Integer> expanded) {
        List<GraphNode> first = new ArrayList<>(facts.spine());
        first.addAll(facts.restricted());
        return new PictureRequest(
                facts.graph(),
                base,
                width,
                height,
                new LinkedHashSet<>(facts.graph().nodes()),
                facts.hit(),
                facts.fallShort(),
                facts.restricted(),
                first,
                facts.lost(),
                facts.spine(),
                facts.headlineStage(),
                chosen,
                expanded,
                new LinkedHashSet<>(facts.graph().stages()));
    }

    static PictureRequest withForemost(PictureRequest of, Set<GraphNode> foremost) {
        return new PictureRequest(
                of.graph(),
                of.base(),
                of.width(),
                of.height(),
                of.admitted(),
                of.hit(),
                foremost,
                of.restricted(),
                of.first(),
                of.lost(),
                of.spine(),
                of.headline(),
                of.chosen(),
                of.expanded(),
                of.stages());
    }

    PictureRequest request(double width, double height) {
        return request(width, height, Map.of(), Map.of());
    }
}
