package io.chokepoint.ui.graph;

import io.chokepoint.base.Amounts;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.GraphNode.GoodNode;
import io.chokepoint.layout.GraphNode.MarketNode;
import io.chokepoint.model.Basis;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.DependencyMode;
import io.chokepoint.model.Figure;
import io.chokepoint.study.Wording;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Typography;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the graph says about goods, markets and edges in words: tooltips and the text for assistive technology. */
final class NodeWords {
    private static final int MOST_MAKERS = 3;

    private final GraphScene scene;

    NodeWords(GraphScene scene) {
        this.scene = scene;
    }

    /** E.g. "Etch chamber parts, component, 56 percent in week 78, first short in week 38, 4 inputs, 2 uses, on the binding chain". */
    String spoken(GraphNode node) {
        NodeFacts facts = scene.facts().facts(node);
        List<String> parts = new ArrayList<>();
        parts.add(node.name());
        parts.add(kind(node));
        if (facts.isDifference()) {
            parts.add(Texts.get("graph.tip.change", facts.words(scene.week()), scene.week()));
            facts.both(scene.week()).ifPresent(parts::add);
            return String.join(", ", parts);
        }
        long percent = Math.round(facts.output(scene.week()) * 100);
        parts.add(Texts.get(facts.isMarket() ? "graph.spoken.met" : "graph.spoken.output", percent, scene.week()));
        parts.add(
                facts.firstLoss().isPresent()
                        ? Texts.get(
                                facts.sellsLess() ? "graph.spoken.sellsLess" : "graph.spoken.firstShort",
                                facts.firstLoss().getAsInt())
                        : Texts.get("graph.spoken.notShort"));
        facts.mark().ifPresent(mark -> parts.add(Texts.get("graph.spoken.mark", mark.text())));
        parts.add(Texts.count(
                "graph.spoken.inputs", scene.facts().graph().inputs(node).size()));
        parts.add(Texts.count(
                "graph.spoken.uses", scene.facts().graph().uses(node).size()));
        if (scene.chain().contains(node)) {
            parts.add(Texts.get("graph.spoken.chain"));
        }
        return String.join(", ", parts);
    }

    private static String kind(GraphNode node) {
        return switch (node) {
            case GoodNode of -> of.good().kind().id();
            case MarketNode unused -> Texts.get("graph.spoken.market");
        };
    }

    /** The tooltip of a card. */
    String tip(GraphNode node) {
        NodeFacts facts = scene.facts().facts(node);
        List<String> lines = new ArrayList<>();
        lines.add(node.name());
        if (facts.isDifference()) {
            lines.add(Texts.get("graph.tip.change", facts.words(scene.week()), scene.week()));
            facts.both(scene.week()).ifPresent(lines::add);
            return String.join("\n", lines);
        }
        String output = Typography.output(facts.output(scene.week()));
        String now = Texts.get(facts.isMarket() ? "graph.tip.met" : "graph.tip.output", output, scene.week());
        if (facts.isHit()) {
            now += Texts.get(
                    "graph.tip.trough",
                    Typography.output(facts.outcome().trough()),
                    facts.outcome().troughWeek());
            lines.add(now);
            lines.add(Texts.get(
                    facts.sellsLess() ? "graph.tip.sellsLess" : "graph.tip.firstShort",
                    Wording.weekWithDate(
                            scene.facts().result().scenario().startDate(),
                            facts.firstLoss().orElse(0)),
                    Amounts.weeks(facts.outcome().lostOutputWeeks())));
        } else {
            lines.add(now);
            lines.add(Texts.get("graph.tip.notShort"));
        }
        facts.both(scene.week()).ifPresent(lines::add);
        if (!facts.makers().isEmpty()) {
            List<String> makers = new ArrayList<>();
            for (NodeFacts.Maker maker : facts.makers()
                    .subList(0, Math.min(MOST_MAKERS, facts.makers().size()))) {
                makers.add(maker.name() + " " + Amounts.percent(maker.share()));
            }
            int more = facts.makers().size() - makers.size();
            lines.add(Texts.get("graph.tip.makers", String.join(", ", makers))
                    + (more > 0 ? " " + Texts.get("graph.tip.moreMakers", more) : ""));
        }
        scene.facts()
                .graph()
                .ownUse(node)
                .flatMap(GraphEdge::dependency)
                .ifPresent(use -> lines.add(Texts.get(
                        "graph.tip.ownUse", Amounts.percent(use.useShare().central()))));
        steps(node).ifPresent(lines::add);
        return String.join("\n", lines);
    }

    private Optional<String> steps(GraphNode node) {
        Integer down = scene.down().get(node);
        Integer up = scene.up().get(node);
        if (down != null && down > 0) {
            return Optional.of(Texts.count("graph.tip.down", down));
        }
        return up != null && up > 0 ? Optional.of(Texts.count("graph.tip.up", up)) : Optional.empty();
    }

    /** The tooltip of an edge. */
    String tip(GraphEdge edge) {
        List<String> lines = new ArrayList<>();
        lines.add(edge.from().label() + " → " + edge.to().label());
        if (edge.dependency().isEmpty()) {
            lines.add(Texts.get("graph.tip.marketPart", Amounts.percent(edge.strength())));
        } else {
            Dependency of = edge.dependency().get();
            if (!of.role().isBlank()) {
                lines.add(of.role());
            }
            lines.add(
                    Texts.get("graph.tip.importance." + edge.importance().name().toLowerCase(Locale.ROOT)) + ", "
                            + Texts.get("graph.tip.mode." + of.mode().id()));
            lines.add(Texts.get(
                    "graph.tip.useShare", range(of.useShare(), 100), edge.to().label()));
            if (of.mode() == DependencyMode.CONSUMED) {
                lines.add(Texts.get(
                        "graph.tip.stock",
                        of.stockWeeks().isUncertain()
                                ? range(of.stockWeeks(), 1) + " " + Texts.get("word.week.many")
                                : Amounts.weeks(of.stockWeeks().central()),
                        Amounts.weeks(of.leadWeeks())));
            } else if (of.mode() == DependencyMode.CAPITAL) {
                lines.add(Texts.get("graph.tip.life", Amounts.years(of.lifetimeYears())));
            }
            lines.add(Texts.get("graph.tip.basis." + basis(of).id()));
        }
        if (scene.facts().isRestricted(edge)) {
            lines.add(Texts.get("graph.tip.restricted"));
        }
        return String.join("\n", lines);
    }

    /** The tooltip of a column's head. */
    String tip(Column column) {
        return column.stage().name() + "\n" + Texts.get("graph.head.hit", column.hit(), column.total()) + "\n"
                + Texts.get(column.isOpen() ? "graph.tip.makeRail" : "graph.tip.openRail");
    }

    private static Basis basis(Dependency of) {
        return of.evidence().basis();
    }

    /** E.g. "14 (8–40)", or "14" for a point. */
    private static String range(Figure figure, double times) {
        String central = Amounts.number(figure.central() * times);
        return figure.isUncertain()
                ? central + " (" + Amounts.number(figure.low() * times) + "–" + Amounts.number(figure.high() * times)
                        + ")"
                : central;
    }
}
