package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.Route;
import io.chokepoint.ui.support.Focus;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;

/** Paints edges behind the cards: width by importance, dashes where restricted, the binding chain last in accent with a halo. */
final class EdgePainter {
    /** With more edges than this, weak ones are left out. */
    private static final int MOST_WEAK = 600;

    private static final double REST = 0.42;
    private static final double WEAK = 0.1;
    private static final double LIT = 0.85;
    private static final double UNLIT = 0.16;
    private static final double EVERYTHING = 0.24;

    /** Of a loop, in px: how far it stands out, and from its start to its end. */
    private static final double LOOP_WIDTH = 11;

    private static final double LOOP_HEIGHT = 18;

    private record Style(Color colour, double width, double alpha, boolean dashed) {}

    /** @param fade on top of all opacities, in [0, 1]; for edges that come in */
    void paint(Ink ink, GraphScene scene, double fade) {
        Map<Style, List<Route>> byStyle = new LinkedHashMap<>();
        List<Route> chain = new ArrayList<>();
        boolean weakToo = scene.picture().routes().size() < MOST_WEAK || scene.hasLit();
        for (Route route : scene.picture().routes()) {
            if (!route.touches(ink.view())) {
                continue;
            }
            if (scene.isChain(route.edge())) {
                chain.add(route);
                continue;
            }
            Style style = style(ink, scene, route.edge());
            if (style.alpha() > WEAK || weakToo) {
                byStyle.computeIfAbsent(style, unused -> new ArrayList<>()).add(route);
            }
        }
        Pen g = ink.g();
        byStyle.entrySet().stream()
                .sorted((a, b) -> Double.compare(a.getKey().alpha(), b.getKey().alpha()))
                .forEach(entry -> stroke(ink, entry.getKey(), entry.getValue(), fade));
        for (Route route : chain) {
            boolean dashed = scene.facts().isRestricted(route.edge());
            stroke(ink, new Style(ink.palette().canvas(), 5, 1, false), List.of(route), fade);
            stroke(ink, new Style(ink.palette().accent(), 2.5, 1, dashed), List.of(route), fade);
        }
        g.setLineDashes();
        g.setGlobalAlpha(1);
    }

    /** One edge at full strength, for hover. */
    void bright(Ink ink, GraphScene scene, Route route) {
        boolean chain = scene.isChain(route.edge());
        Color colour = chain ? ink.palette().accent() : ink.palette().edge();
        double width = chain ? 2.5 : width(route.edge()) + 0.4;
        stroke(ink, new Style(colour, width, 1, scene.facts().isRestricted(route.edge())), List.of(route), 1);
        ink.g().setLineDashes();
        ink.g().setGlobalAlpha(1);
    }

    /** What a good needs of its own output: out of its right side and back in. */
    void loop(Ink ink, GraphScene scene, GraphEdge edge, Box box) {
        Style of = style(ink, scene, edge);
        Pen g = ink.g();
        double unit = ink.zoom() < 0.8 ? ink.unit() : 1;
        double tall = Math.min(LOOP_HEIGHT, box.height() * 0.6) * unit;
        double top = box.centreY() - tall / 2;
        double out = box.right() + LOOP_WIDTH * unit * 4 / 3;
        g.save();
        g.setStroke(of.colour());
        g.setLineWidth(Math.max(1.1, of.width()) * unit);
        if (of.dashed()) {
            g.setLineDashes(3 * unit, 2 * unit);
        } else {
            g.setLineDashes();
        }
        g.beginPath();
        g.moveTo(box.right(), top);
        g.bezierCurveTo(out, top, out, top + tall, box.right(), top + tall);
        g.stroke();
        g.setLineDashes();
        // The head says which end goes back in.
        g.setFill(of.colour());
        g.beginPath();
        g.moveTo(box.right() + 0.5 * unit, top + tall);
        g.lineTo(box.right() + 5 * unit, top + tall - 3 * unit);
        g.lineTo(box.right() + 5 * unit, top + tall + 3 * unit);
        g.closePath();
        g.fill();
        g.restore();
    }

    private static Style style(Ink ink, GraphScene scene, GraphEdge edge) {
        boolean dim = scene.isDim(edge.from()) || scene.isDim(edge.to());
        boolean restricted = scene.facts().isRestricted(edge);
        if (dim) {
            return new Style(ink.palette().edgeOff(), width(edge), 0.35, false);
        }
        Color colour = ink.palette().edge();
        if (scene.hasLit()) {
            return new Style(
                    colour, width(edge), scene.isLit(edge) ? lit(scene, edge) : rest(scene, edge) * 0.4, restricted);
        }
        return new Style(colour, width(edge), rest(scene, edge), restricted);
    }

    /** A lit way keeps the difference between strong and weak edges. */
    private static double lit(GraphScene scene, GraphEdge edge) {
        return rest(scene, edge) > WEAK ? LIT * 0.75 : UNLIT;
    }

    private static double rest(GraphScene scene, GraphEdge edge) {
        boolean carries = scene.facts().isHit(edge.from()) && scene.facts().isHit(edge.to());
        if (scene.show() == Focus.Show.EVERYTHING) {
            return carries && scene.facts().isStrong(edge) ? EVERYTHING : WEAK;
        }
        return scene.facts().isStrong(edge) ? REST : WEAK;
    }

    private static double width(GraphEdge edge) {
        return switch (edge.importance()) {
            case ESSENTIAL -> 1.5;
            case IMPORTANT -> 1.1;
            case MINOR -> 0.8;
        };
    }

    private static void stroke(Ink ink, Style style, List<Route> routes, double fade) {
        Pen g = ink.g();
        double unit = ink.zoom() < 0.8 ? ink.unit() : 1;
        g.setGlobalAlpha(style.alpha() * fade);
        g.setStroke(style.colour());
        g.setLineWidth(style.width() * unit);
        if (style.dashed()) {
            g.setLineDashes(6 * unit, 4 * unit);
        } else {
            g.setLineDashes();
        }
        g.beginPath();
        for (Route route : routes) {
            trace(g, route);
        }
        g.stroke();
    }

    private static void trace(Pen g, Route route) {
        g.moveTo(route.x(0), route.y(0));
        if (route.isBracket()) {
            double out = Math.max(route.x(0), route.x(1)) + route.bracketDepth() * 4 / 3;
            g.bezierCurveTo(out, route.y(0), out, route.y(1), route.x(1), route.y(1));
            return;
        }
        for (int joint = 1; joint < route.size(); joint++) {
            double fromX = route.x(joint - 1);
            double fromY = route.y(joint - 1);
            double toX = route.x(joint);
            double toY = route.y(joint);
            if (fromY == toY) {
                g.lineTo(toX, toY);
            } else {
                double middle = (fromX + toX) / 2;
                g.bezierCurveTo(middle, fromY, middle, toY, toX, toY);
            }
        }
    }
}
