package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.LossStep;
import io.chokepoint.ui.support.Palette;

/** Paints the strip at the foot that says what colours and lines mean, in px of the screen. */
final class LegendPainter {
    private static final double SIZE = 12;
    private static final double LEFT = 12;
    private static final double ABOVE_FOOT = 21;
    private static final double STRIP = 42;

    /** @param room right of which nothing may be painted, e.g. for the minimap */
    void paint(Ink ink, GraphScene scene, double room, double height) {
        Palette palette = ink.palette();
        double y = height - ABOVE_FOOT;
        ink.fill(new Box(0, height - STRIP, room, STRIP), 0, palette.canvas());
        double x = LEFT;
        String title = Texts.get(
                scene.facts().isDifference()
                        ? "graph.legend.worse"
                        : scene.hasRuns() ? "graph.legend.lostCentral" : "graph.legend.lost");
        ink.left(title, x, y, false, SIZE, palette.muted());
        x += ink.width(title, false, SIZE) + 10;
        for (LossStep step : LossStep.values()) {
            if (step == LossStep.NONE) {
                continue;
            }
            double width = ink.width(step.label(), true, SIZE) + 12;
            ink.fill(new Box(x, y - 9, width, 18), 3, palette.lossFill().get(step.ordinal()));
            ink.left(step.label(), x + 6, y, true, SIZE, palette.lossText().get(step.ordinal()));
            x += width + 2;
        }
        x += 8;
        if (scene.outOfDate()) {
            String words = Texts.get("graph.legend.outOfDate");
            ink.left(words, x, y, true, SIZE, palette.text());
            x += ink.width(words, true, SIZE) + 14;
        }
        if (scene.facts().isDifference()) {
            better(ink, x, y);
            return;
        }
        x = sellsLess(ink, scene, x, y, room);
        x = line(ink, x, y, room, Texts.get("graph.legend.restricted"), false);
        if (scene.chain().size() > 1) {
            GraphNode last = scene.chain().getLast();
            boolean less = scene.facts().facts(last).sellsLess();
            String why = Texts.get(less ? "graph.legend.whyLess" : "graph.legend.why", last.label());
            x = line(ink, x, y, room, why, true);
        }
        if (scene.show() == Focus.Show.EVERYTHING) {
            String words = Texts.get("graph.legend.bar");
            double width = ink.width(words, false, SIZE);
            if (x + width + 60 < room) {
                ink.right(words, room - LEFT, y, false, SIZE, palette.muted());
                ink.fill(new Box(room - LEFT - width - 40, y - 2.5, 30, 5), 2, palette.border());
            }
        }
    }

    /** The colour of what is better in B, with the sign that goes with it. */
    private static void better(Ink ink, double left, double y) {
        String sign = Texts.get("graph.legend.better.sign");
        double width = ink.width(sign, true, SIZE) + 12;
        ink.fill(new Box(left, y - 9, width, 18), 3, ink.palette().gainSubtle());
        ink.left(sign, left + 6, y, true, SIZE, ink.palette().gain());
        String words = Texts.get("graph.legend.better");
        ink.left(words, left + width + 6, y, false, SIZE, ink.palette().muted());
    }

    /** The pattern of goods of which only less is ordered, where there are any. */
    private static double sellsLess(Ink ink, GraphScene scene, double x, double y, double room) {
        String words = Texts.get("graph.legend.sellsLess");
        double width = ink.width(words, false, SIZE);
        boolean none = scene.facts().hit().size() == scene.facts().fallShort().size();
        if (none || x + 31 + width > room - LEFT) {
            return x;
        }
        Box box = new Box(x, y - 7, 26, 14);
        Palette palette = ink.palette();
        ink.fill(box, 3, palette.card());
        ink.hatch(box, 3.5, 1.25, palette.lossFill().get(LossStep.FROM_30.ordinal()));
        ink.outline(box, 3, 1.25, palette.lossFill().get(LossStep.FROM_30.ordinal()));
        ink.left(words, x + 31, y, false, SIZE, palette.muted());
        return x + 31 + width + 12;
    }

    private static double line(Ink ink, double x, double y, double room, String words, boolean accent) {
        double width = ink.width(words, false, SIZE);
        if (x + 31 + width > room - LEFT) {
            return x;
        }
        Pen g = ink.g();
        g.setStroke(accent ? ink.palette().accent() : ink.palette().edge());
        g.setLineWidth(accent ? 2.5 : 1.5);
        if (!accent) {
            g.setLineDashes(6, 4);
        }
        g.strokeLine(x, y, x + 26, y);
        g.setLineDashes();
        ink.left(words, x + 31, y, false, SIZE, ink.palette().muted());
        return x + 31 + width + 12;
    }
}
