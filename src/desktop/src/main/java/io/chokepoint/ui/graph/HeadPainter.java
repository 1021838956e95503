package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.Metrics;
import io.chokepoint.layout.Place;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.Focus;
import io.chokepoint.ui.support.Palette;
import java.util.List;
import javafx.scene.paint.Color;

/** Paints what belongs to columns: heads, rails with their upright titles, stacks at the foot. */
final class HeadPainter {
    private static final double SIZE = 12;
    private static final double RAIL_PAD = 3;

    private boolean titles = true;

    /** Whether rails carry their names; where the picture's foot is cut off they would be cut too. */
    void setTitles(boolean value) {
        titles = value;
    }

    /** Rails' backgrounds, in px of the picture: below the wires. */
    void rails(Ink ink, GraphScene scene) {
        for (Column column : rails(scene, ink)) {
            Box box = column.box();
            ink.fill(
                    new Box(box.x() - RAIL_PAD, box.y(), box.width() + 2 * RAIL_PAD, box.height()),
                    6,
                    ink.palette().rail());
        }
    }

    /** Rails' upright titles, each on a ground of its own, in px of the picture: above the wires. */
    void railTitles(Ink ink, GraphScene scene) {
        double room = titles ? Metrics.railTitle(scene.picture().height()) : 0;
        if (room < 2 * Metrics.STACK) {
            return;
        }
        for (Column column : rails(scene, ink)) {
            railTitle(ink, column, room);
        }
    }

    private static List<Column> rails(GraphScene scene, Ink ink) {
        return scene.picture().columns().stream()
                .filter(column ->
                        !column.isOpen() && column.box().grown(RAIL_PAD).intersects(ink.view()))
                .toList();
    }

    private static void railTitle(Ink ink, Column column, double room) {
        Box box = column.box();
        double size = ink.textSize();
        String name = ink.text().shorten(column.stage().name(), false, size, room - 8);
        double length = ink.width(name, false, size);
        double foot = box.bottom() - 8;
        Box ground = new Box(box.centreX() - size * 0.6, foot - length - 2, size * 1.2, length + 4);
        ink.fill(ground, 2, ink.palette().rail());
        Pen g = ink.g();
        g.save();
        g.translate(box.centreX(), foot);
        g.rotate(-90);
        ink.left(name, 0, 0, false, size, ink.palette().muted());
        g.restore();
    }

    /** Stacks under open columns, in px of the picture. */
    void stacks(Ink ink, GraphScene scene) {
        for (Column column : scene.picture().columns()) {
            String words = stackText(scene, column);
            Box box = stackBox(column);
            if (words.isEmpty() || !box.intersects(ink.view())) {
                continue;
            }
            Pen g = ink.g();
            g.setStroke(ink.palette().borderStrong());
            g.setLineWidth(1);
            g.setLineDashes(3, 3);
            g.strokeRoundRect(box.x() + 0.5, box.y() + 0.5, box.width() - 1, box.height() - 1, 12);
            g.setLineDashes();
            double size = ink.textSize();
            if (ink.width(words, false, size) <= box.width() - 6) {
                ink.centre(
                        words,
                        box.centreX(),
                        box.centreY(),
                        false,
                        size,
                        ink.palette().muted());
            }
        }
    }

    /** Where a column's stack stands; empty of height on rails. */
    static Box stackBox(Column column) {
        Box box = column.box();
        return new Box(box.x(), box.bottom() - Metrics.STACK - 2, box.width(), column.isOpen() ? Metrics.STACK : 0);
    }

    /** What a stack says; empty where there is none. */
    static String stackText(GraphScene scene, Column column) {
        boolean columns = scene.picture().placesOf(scene.picture().columns().indexOf(column)).stream()
                .allMatch(place -> place.kind() == Place.Kind.CARD || column.expanded());
        if (!column.isOpen() || !columns || column.total() == column.shown() && !column.expanded()) {
            return "";
        }
        // Where a low window has no room below the cards, the head alone says how many there are.
        Box foot = stackBox(column);
        if (scene.picture().placesOf(scene.picture().columns().indexOf(column)).stream()
                .anyMatch(place -> place.box().intersects(foot))) {
            return "";
        }
        if (column.expanded()) {
            return Texts.get(
                    "graph.stack.window",
                    column.firstShown() + 1,
                    column.firstShown() + column.shown(),
                    column.total());
        }
        if (scene.show() == Focus.Show.PATH) {
            return Texts.get("graph.stack.others", column.total() - column.shown());
        }
        int more = column.moreHit();
        int not = column.total() - column.shown() - more;
        if (scene.facts().isDifference()) {
            return more == 0 ? Texts.get("graph.stack.same", not) : Texts.get("graph.stack.others", more + not);
        }
        if (more == 0) {
            return Texts.get("graph.stack.notHit", not);
        }
        return not == 0 ? Texts.get("graph.stack.moreHit", more) : Texts.get("graph.stack.more", more, not);
    }

    /** Heads, in px of the screen: they stay at the top when the picture is panned. */
    void heads(Ink ink, GraphScene scene, Viewport viewport, double width) {
        Palette palette = ink.palette();
        List<Column> columns = scene.picture().columns();
        if (viewport.y() != 0 || viewport.zoom() != 1) {
            Color back = palette.canvas();
            ink.fill(new Box(0, 0, width, Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT), 0, back);
        }
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            double x = viewport.toScreenX(column.box().x());
            double columnWidth = column.box().width() * viewport.zoom();
            double next = i + 1 < columns.size()
                    ? viewport.toScreenX(columns.get(i + 1).box().x())
                            - (columns.get(i + 1).isOpen() ? 6 : 6 + RAIL_PAD)
                    : width - 2;
            if (x > width || next < 0) {
                continue;
            }
            if (column.isOpen()) {
                open(ink, scene, column, x, next - x);
            } else {
                double middle = x + columnWidth / 2;
                ink.icons().paint(ink.g(), "mdmz-unfold_more", middle, Metrics.HEAD_TOP + 11, 14, palette.muted());
                String count = Integer.toString(column.hit());
                ink.centre(count, middle, Metrics.HEAD_TOP + 27, true, SIZE, palette.text());
            }
        }
    }

    private static void open(Ink ink, GraphScene scene, Column column, double x, double room) {
        String name = ink.text().shorten(column.stage().name(), true, SIZE, room);
        ink.left(name, x, Metrics.HEAD_TOP + 8, true, SIZE, ink.palette().text());
        String counts = scene.show() == Focus.Show.PATH
                ? Texts.get("graph.head.goods", column.total())
                : Texts.get(
                        scene.facts().isDifference() ? "graph.head.differ" : "graph.head.hit",
                        column.hit(),
                        column.total());
        if (ink.width(counts, false, SIZE) > room) {
            counts = ink.text().shorten(Texts.get("graph.head.of", column.hit(), column.total()), false, SIZE, room);
        }
        ink.left(counts, x, Metrics.HEAD_TOP + 24, false, SIZE, ink.palette().muted());
    }
}
