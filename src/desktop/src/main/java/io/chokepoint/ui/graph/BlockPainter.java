package io.chokepoint.ui.graph;

import io.chokepoint.layout.Box;
import io.chokepoint.layout.Column;
import io.chokepoint.layout.GraphEdge;
import io.chokepoint.layout.GraphNode;
import io.chokepoint.layout.Metrics;
import io.chokepoint.layout.Place;
import io.chokepoint.layout.StageGraph;
import io.chokepoint.model.Stage;
import io.chokepoint.text.Texts;
import io.chokepoint.ui.support.LossStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.scene.paint.Color;
import org.jspecify.annotations.Nullable;

/** Paints the picture from far away: each stage a block of tiles, all edges between two stages as one band. */
final class BlockPainter {
    private static final double TILE_WIDTH = 12;
    private static final double TILE_HEIGHT = 8;
    private static final double TILE_GAP = 2;
    private static final double BAND_ALPHA = 0.16;
    private static final double MOST_BAND = 46;
    /** Blocks closer than this have upright heads. */
    private static final double UPRIGHT_BELOW = 70;
    /** Blocks closer than this have none. */
    private static final double LEAST_UPRIGHT = 14;
    /** Upright heads start no higher than this. */
    private static final double UPRIGHT_FOOT = 210;

    private static final double SIZE = 12;

    private record Pair(int from, int to) {}

    private @Nullable StageGraph counted;
    private final Map<Pair, Integer> counts = new HashMap<>();

    /** Bands behind the blocks. In px of the picture. */
    void bands(Ink ink, GraphScene scene) {
        count(scene.facts().graph());
        List<Box> blocks = blocks(ink, scene);
        Map<String, Integer> shown = new HashMap<>();
        List<Column> columns = scene.picture().columns();
        for (int i = 0; i < columns.size(); i++) {
            shown.put(columns.get(i).stage().id(), i);
        }
        List<Stage> stages = scene.facts().graph().stages();
        Pen g = ink.g();
        g.setStroke(ink.palette().edge());
        g.setGlobalAlpha(BAND_ALPHA);
        counts.forEach((pair, count) -> {
            Integer from = shown.get(stages.get(pair.from()).id());
            Integer to = shown.get(stages.get(pair.to()).id());
            if (from == null || to == null) {
                return;
            }
            Box left = blocks.get(from);
            Box right = blocks.get(to);
            double width = Math.min(MOST_BAND, 1 + 1.6 * Math.sqrt(count)) / ink.zoom();
            // Bands over more stages run lower, so that they lie beside each other rather than on one line.
            double low = 0.12 + 0.76 * (pair.to() - pair.from() - 1) / Math.max(1, stages.size() - 2);
            double leftY = left.y() + left.height() * low;
            double rightY = right.y() + right.height() * low;
            double middle = (left.right() + right.x()) / 2;
            g.setLineWidth(width);
            g.beginPath();
            g.moveTo(left.right(), leftY);
            g.bezierCurveTo(middle, leftY, middle, rightY, right.x(), rightY);
            g.stroke();
        });
        g.setGlobalAlpha(1);
    }

    private void count(StageGraph graph) {
        if (graph == counted) {
            return;
        }
        counted = graph;
        counts.clear();
        for (GraphEdge edge : graph.edges()) {
            int from = graph.column(edge.from().stage());
            int to = graph.column(edge.to().stage());
            if (from < to) {
                counts.merge(new Pair(from, to), 1, Integer::sum);
            }
        }
    }

    private static boolean isCells(GraphScene scene) {
        return scene.picture().places().stream().anyMatch(place -> place.kind() == Place.Kind.CELL);
    }

    /** What each column's block covers. */
    private static List<Box> blocks(Ink ink, GraphScene scene) {
        List<Column> columns = scene.picture().columns();
        if (isCells(scene)) {
            return columns.stream().map(Column::box).toList();
        }
        List<Box> blocks = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            double x = scene.picture().width() * i / columns.size() + Metrics.SIDE;
            double width = (scene.picture().width() - 2 * Metrics.SIDE) / columns.size() * 0.92;
            int across = across(ink, width);
            int rows = (columns.get(i).total() + across - 1) / across;
            double height = rows * (TILE_HEIGHT + TILE_GAP) / ink.zoom();
            blocks.add(new Box(x, Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT, width, height));
        }
        return blocks;
    }

    private static int across(Ink ink, double width) {
        return Math.max(1, (int) ((width * ink.zoom() + TILE_GAP) / (TILE_WIDTH + TILE_GAP)));
    }

    /** The tiles of every block, one for each good, in the loss colour where it falls short. In px of the picture. */
    void tiles(Ink ink, GraphScene scene) {
        Color normal = ink.palette().border();
        Pen g = ink.g();
        if (isCells(scene)) {
            for (Place place : scene.picture().places()) {
                if (place.box().intersects(ink.view())) {
                    tile(g, ink, scene, place.node(), place.box(), normal);
                }
            }
            return;
        }
        List<Box> blocks = blocks(ink, scene);
        for (int i = 0; i < blocks.size(); i++) {
            Box block = blocks.get(i);
            int across = across(ink, block.width());
            List<GraphNode> nodes = new ArrayList<>(scene.facts()
                    .graph()
                    .nodesOf(scene.picture().columns().get(i).stage()));
            nodes.sort((a, b) -> Double.compare(scene.output(a), scene.output(b)));
            double stepX = (TILE_WIDTH + TILE_GAP) / ink.zoom();
            double stepY = (TILE_HEIGHT + TILE_GAP) / ink.zoom();
            for (int n = 0; n < nodes.size(); n++) {
                Box box = new Box(
                        block.x() + n % across * stepX,
                        block.y() + n / across * stepY,
                        TILE_WIDTH / ink.zoom(),
                        TILE_HEIGHT / ink.zoom());
                tile(g, ink, scene, nodes.get(n), box, normal);
            }
        }
    }

    private static void tile(Pen g, Ink ink, GraphScene scene, GraphNode node, Box box, Color normal) {
        double output = scene.output(node);
        NodeFacts facts = scene.facts().facts(node);
        if (facts.isDifference() && facts.isGain(scene.week())) {
            g.setFill(ink.palette().gain());
        } else {
            g.setFill(
                    LossStep.ofOutput(output) == LossStep.NONE
                            ? normal
                            : ink.palette().lossFillOf(output));
        }
        g.fillRect(box.x(), box.y(), box.width(), box.height());
        if (scene.selected().contains(node)) {
            ink.outline(
                    box.grown(2 / ink.zoom()), 0, 2 / ink.zoom(), ink.palette().accent());
        }
    }

    /** Above each block its name and "31 of 34 at normal", in px of the screen; upright where blocks stand close. */
    void heads(Ink screen, GraphScene scene, Viewport viewport) {
        Box view = screen.view();
        Ink ink = new Ink(
                screen.g(),
                screen.palette(),
                screen.text(),
                screen.icons(),
                viewport.zoom(),
                viewport.view(view.width(), view.height()),
                screen.outOfDate());
        List<Box> blocks = blocks(ink, scene);
        double pitch = Double.POSITIVE_INFINITY;
        for (int i = 0; i + 1 < blocks.size(); i++) {
            pitch = Math.min(pitch, (blocks.get(i + 1).x() - blocks.get(i).x()) * viewport.zoom());
        }
        for (int i = 0; i < blocks.size(); i++) {
            Box block = viewport.toScreen(blocks.get(i));
            double next =
                    i + 1 < blocks.size() ? viewport.toScreenX(blocks.get(i + 1).x()) : view.width();
            if (block.x() > view.width() || next < 0) {
                continue;
            }
            Column column = scene.picture().columns().get(i);
            if (pitch >= UPRIGHT_BELOW) {
                flat(screen, block.x(), next - block.x() - 6, column, scene);
            } else if (pitch >= LEAST_UPRIGHT) {
                upright(screen, block, column, scene);
            }
        }
    }

    private static void upright(Ink screen, Box block, Column column, GraphScene scene) {
        double foot = Math.max(UPRIGHT_FOOT, block.y() - 6);
        double room = foot - Metrics.HEAD_TOP;
        String name = screen.text().shorten(column.stage().name(), true, SIZE, room);
        double end = screen.width(name, true, SIZE) + 8;
        String count = Texts.get("graph.block.normal", normal(scene, column), column.total());
        if (end + screen.width(count, false, SIZE) > room) {
            count = Texts.get("graph.head.of", normal(scene, column), column.total());
        }
        Pen g = screen.g();
        g.save();
        g.translate(block.x() + SIZE / 2, foot);
        g.rotate(-90);
        screen.left(name, 0, 0, true, SIZE, screen.palette().text());
        if (end + screen.width(count, false, SIZE) <= room) {
            screen.left(count, end, 0, false, SIZE, screen.palette().muted());
        }
        g.restore();
    }

    private static void flat(Ink screen, double x, double room, Column column, GraphScene scene) {
        String name = screen.text().shorten(column.stage().name(), true, SIZE, room);
        screen.left(name, x, Metrics.HEAD_TOP + 8, true, SIZE, screen.palette().text());
        long normal = normal(scene, column);
        String count = Texts.get("graph.block.normal", normal, column.total());
        if (screen.width(count, false, SIZE) > room) {
            count = Texts.get("graph.head.of", normal, column.total());
        }
        if (screen.width(count, false, SIZE) <= room) {
            screen.left(
                    count,
                    x,
                    Metrics.HEAD_TOP + 24,
                    false,
                    SIZE,
                    screen.palette().muted());
        }
    }

    private static long normal(GraphScene scene, Column column) {
        return scene.facts().graph().nodesOf(column.stage()).stream()
                .filter(node -> scene.facts().facts(node).step(scene.week()) == LossStep.NONE)
                .count();
    }
}
