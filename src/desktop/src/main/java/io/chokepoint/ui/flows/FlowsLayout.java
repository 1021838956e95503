package io.chokepoint.ui.flows;

import io.chokepoint.export.picture.Outline.Bounds;
import io.chokepoint.ui.flows.FlowsContent.Band;
import io.chokepoint.ui.flows.FlowsContent.Block;
import io.chokepoint.ui.flows.FlowsContent.Node;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Where blocks and bands of the flows lie. */
final class FlowsLayout {
    static final double HEAD = 44;
    static final double FOOT = 34;

    private static final double MARGIN = 12;
    private static final double LEAST_BLOCK = 26;
    /** Least height of a block whose name takes two lines. */
    private static final double LEAST_TALL = 31;

    private static final double LEAST_UNIT = 20;
    private static final double MOST_GAP = 6;
    private static final double LEAST_GAP = 2;
    private static final double BAR = 8;

    /** Bands are drawn at least so wide. */
    static final double LEAST_BAND = 2.5;

    private final Map<Node, Bounds> boxes = new LinkedHashMap<>();
    private final Map<Band, Run> runs = new LinkedHashMap<>();
    private final double[] lefts = new double[5];
    private final double blockWidth;
    private final Predicate<Block> tall;
    private final Bounds whole;

    /** A band from its start to its end; y is its middle. */
    record Run(double x1, double y1, double x2, double y2, double width) {}

    /** @param tall whether a block's name takes two lines, given the width of blocks */
    FlowsLayout(FlowsContent content, double width, double height, BiPredicate<Block, Double> tall) {
        double room = height - HEAD - FOOT;
        blockWidth = Math.clamp(width * 0.15, 84, 210);
        this.tall = block -> tall.test(block, blockWidth);
        double gap = (width - 2 * MARGIN - 5 * blockWidth - BAR) / 5;
        double unit = unit(content, room);
        for (int column = 0; column < 5; column++) {
            // The good itself stands as a bar between its makers and its uses.
            lefts[column] = MARGIN + column * (blockWidth + gap) + (column > FlowsContent.MAKERS ? gap + BAR : 0);
            place(content.columns().get(column), lefts[column], unit, room);
        }
        double barHeight = Math.min(unit, room);
        whole = new Bounds(
                lefts[FlowsContent.MAKERS] + blockWidth + gap, HEAD + (room - barHeight) / 2, BAR, barHeight);
        boxes.put(new Node.Whole(content.good()), whole);
        route(content, unit);
    }

    /** Height of size 1 at which every column has room; blocks stand closer where that would leave too little. */
    private double unit(FlowsContent content, double room) {
        double wide = unit(content, room, MOST_GAP);
        return wide >= LEAST_UNIT ? wide : Math.max(unit(content, room, LEAST_GAP), LEAST_UNIT);
    }

    private double unit(FlowsContent content, double room, double gap) {
        double low = 0;
        double high = room;
        for (int i = 0; i < 40; i++) {
            double middle = (low + high) / 2;
            boolean fits = content.columns().stream()
                    .allMatch(column -> gap * Math.max(0, column.size() - 1) + blocks(column, middle) <= room);
            if (fits) {
                low = middle;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private double blocks(List<Block> column, double unit) {
        return column.stream().mapToDouble(block -> height(block, unit)).sum();
    }

    private double height(Block block, double unit) {
        return Math.max(tall.test(block) ? LEAST_TALL : LEAST_BLOCK, block.size() * unit);
    }

    private void place(List<Block> column, double left, double unit, double room) {
        double blocks = blocks(column, unit);
        int gaps = Math.max(1, column.size() - 1);
        double gap = Math.clamp((room - blocks) / gaps, LEAST_GAP, MOST_GAP);
        double y = HEAD + Math.max(0, (room - blocks - gap * (column.size() - 1)) / 2);
        for (Block block : column) {
            double height = height(block, unit);
            boxes.put(block.node(), new Bounds(left, y, blockWidth, height));
            y += height + gap;
        }
    }

    private void route(FlowsContent content, double unit) {
        Map<Node, Double> out = new HashMap<>();
        Map<Node, Double> in = new HashMap<>();
        for (Band band : content.bands()) {
            out.merge(band.from(), width(band, unit), Double::sum);
            in.merge(target(band, content), width(band, unit), Double::sum);
        }
        Map<Node, Double> outAt = starts(out);
        Map<Node, Double> inAt = starts(in);
        // In the order of the other end, so that bands leave without crossing.
        Map<Band, Double> y1 = new HashMap<>();
        Map<Band, Double> y2 = new HashMap<>();
        content.bands().stream()
                .sorted(Comparator.comparingDouble(band -> top(target(band, content))))
                .forEach(band -> y1.put(band, next(outAt, band.from(), width(band, unit))));
        content.bands().stream()
                .sorted(Comparator.comparingDouble(band -> top(band.from())))
                .forEach(band -> y2.put(band, next(inAt, target(band, content), width(band, unit))));
        for (Band band : content.bands()) {
            Bounds from = boxes.get(band.from());
            Bounds to = boxes.get(band.to());
            if (from == null || to == null) {
                continue;
            }
            boolean intoMakers = isInput(band, content);
            double x2 = intoMakers ? lefts[FlowsContent.MAKERS] - 10 : to.x();
            runs.put(
                    band,
                    new Run(
                            from.x() + from.width(),
                            y1.getOrDefault(band, 0.0),
                            x2,
                            y2.getOrDefault(band, 0.0),
                            width(band, unit)));
        }
    }

    /** Inputs go to all makers: their bands end at a bar before the makers. */
    private static boolean isInput(Band band, FlowsContent content) {
        return band.to() instanceof Node.Whole && !isMaker(band, content);
    }

    private static boolean isMaker(Band band, FlowsContent content) {
        return content.columns().get(FlowsContent.MAKERS).stream()
                .anyMatch(block -> block.node().equals(band.from()));
    }

    /** A stand-in for the bar before the makers. */
    private static final Node BEFORE = new Node.Others(-1, List.of());

    private static Node target(Band band, FlowsContent content) {
        return isInput(band, content) ? BEFORE : band.to();
    }

    private double top(Node node) {
        Bounds box = boxes.get(node);
        return box == null ? whole.y() : box.y();
    }

    private static double width(Band band, double unit) {
        return Math.max(LEAST_BAND, band.size() * unit);
    }

    private Map<Node, Double> starts(Map<Node, Double> sums) {
        Map<Node, Double> at = new HashMap<>();
        sums.forEach((node, sum) -> {
            Bounds box = boxes.getOrDefault(node, whole);
            at.put(node, box.y() + (box.height() - sum) / 2);
        });
        return at;
    }

    private static double next(Map<Node, Double> at, Node node, double width) {
        double y = at.getOrDefault(node, 0.0);
        at.put(node, y + width);
        return y + width / 2;
    }

    Map<Node, Bounds> boxes() {
        return boxes;
    }

    Map<Band, Run> runs() {
        return runs;
    }

    /** The bar before the makers, where inputs end. */
    Bounds beforeMakers() {
        return new Bounds(lefts[FlowsContent.MAKERS] - 10, whole.y(), 4, whole.height());
    }

    double left(int column) {
        return lefts[column];
    }

    double blockWidth() {
        return blockWidth;
    }
}
