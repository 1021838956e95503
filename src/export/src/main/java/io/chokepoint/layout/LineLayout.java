package io.chokepoint.layout;

import io.chokepoint.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Lays out everything: each open column holds the hit goods as named lines on top and the others as thin bars below; columns without
 * room for names are rails of bars. The headline chain lies on the top line. Always fits the canvas; hit goods beyond the lines that fit
 * become bars. A line is twice as high where its name needs two.
 */
public final class LineLayout {
    private static final double GAP = 11;
    private static final double MOST_LINE_PITCH = 25;
    private static final double LEAST_LINE_PITCH = 20;
    private static final double LINE_HEIGHT = 18;
    /** From one line of a name to the next. */
    private static final double NAME_PITCH = 14;
    /** What stripe, borders and, on restricted goods, the mark take of a line's width. */
    private static final double BESIDE_NAME = 16;

    private static final double MARK = 9;
    private static final double MOST_BAR_PITCH = 8.6;
    private static final double LEAST_BAR_PITCH = 3;
    /** Named lines that even the most crowded column keeps. */
    private static final int LEAST_LINES = 4;

    private static final double BAR_PART = 0.58;
    private static final double BETWEEN = 8;
    /** A column of named lines is no narrower: names have room on two lines. */
    private static final double LEAST_COLUMN = 112;

    private static final double MOST_COLUMN = 144;

    private final PictureRequest request;
    private final ToDoubleFunction<GraphNode> nameWidth;
    private final Map<Stage, List<GraphNode>> orders = new HashMap<>();
    private final double unit;
    private final List<Stage> stages;
    private final Set<Stage> open;
    private final double top = Metrics.HEAD_TOP + Metrics.HEAD_HEIGHT + 14;
    private final double bottom;
    private double linePitch = MOST_LINE_PITCH;
    private double barPitch = MOST_BAR_PITCH;

    private LineLayout(PictureRequest request, ToDoubleFunction<GraphNode> nameWidth) {
        this.request = request;
        this.nameWidth = nameWidth;
        this.stages = request.shownStages();
        this.open = new ColumnChoice(request, Metrics.of(request.width(), request.height()))
                .open(wanted -> openWidth(wanted.size()) >= LEAST_COLUMN);
        this.unit = Math.max(Metrics.RAIL, openWidth(open.size()));
        this.bottom = request.height() - Metrics.FOOT - 8;
        fitHeight();
    }

    /**
     * The picture of everything.
     *
     * @param nameWidth how wide a name is on one line, in px
     */
    public static ColumnPicture of(PictureRequest request, ToDoubleFunction<GraphNode> nameWidth) {
        return request.shownStages().isEmpty()
                ? ColumnPicture.empty(request.width(), request.height())
                : new LineLayout(request, nameWidth).picture();
    }

    /** First the bars get thinner, then the lines closer, then the last lines of each crowded column become bars. */
    private void fitHeight() {
        while (tallest(Integer.MAX_VALUE) > bottom - top) {
            if (barPitch > 5) {
                barPitch -= 0.4;
            } else if (linePitch > LEAST_LINE_PITCH) {
                linePitch -= 1;
            } else {
                break;
            }
        }
        while (tallest(LEAST_LINES) > bottom - top && barPitch > LEAST_BAR_PITCH) {
            barPitch -= 0.2;
        }
    }

    /** Height of the tallest column if none had more named lines than given. */
    private double tallest(int mostLines) {
        return stages.stream()
                .filter(open::contains)
                .mapToDouble(stage -> heightOf(stage, Math.min(hits(ordered(stage)), mostLines)))
                .max()
                .orElse(0);
    }

    private double heightOf(Stage stage, int lines) {
        List<GraphNode> nodes = ordered(stage);
        double kept = request.spineSkips(stage) ? linePitch : 0;
        double named = nodes.subList(0, lines).stream()
                .mapToDouble(node -> linePitch + beyondOneLine(node))
                .sum();
        int bars = nodes.size() - lines;
        return kept + named + (bars > 0 ? BETWEEN + bars * barPitch : 0);
    }

    /** What a named line needs beyond the height of one. */
    private double beyondOneLine(GraphNode node) {
        double room = unit - BESIDE_NAME - (request.restricted().contains(node) ? MARK : 0);
        return nameWidth.applyAsDouble(node) > room ? NAME_PITCH : 0;
    }

    /** How many goods of a column get a named line: the hit ones, as many as there is room for. */
    private int lines(Stage stage, List<GraphNode> nodes) {
        int lines = hits(nodes);
        while (lines > LEAST_LINES && heightOf(stage, lines) > bottom - top) {
            lines--;
        }
        return lines;
    }

    private int hits(List<GraphNode> nodes) {
        return (int) nodes.stream().filter(this::isForemost).count();
    }

    private boolean isForemost(GraphNode node) {
        return request.hit().contains(node) || request.first().contains(node);
    }

    /** Room for each column of named lines if there were so many of them and the others were rails. */
    private double openWidth(int columns) {
        double left = request.width() - 2 * Metrics.SIDE - GAP * (stages.size() - 1);
        double rails = (stages.size() - columns) * Metrics.RAIL;
        return Math.min(MOST_COLUMN, (left - rails) / Math.max(1, columns));
    }

    private ColumnPicture picture() {
        double used = unit * open.size() + Metrics.RAIL * (stages.size() - open.size()) + 2 * Metrics.SIDE;
        double gap = stages.size() < 2 ? GAP : Math.clamp((request.width() - used) / (stages.size() - 1), 1, 4 * GAP);
        double x = Metrics.SIDE;
        List<Column> columns = new ArrayList<>();
        Map<GraphNode, Place> places = new LinkedHashMap<>();
        for (Stage stage : stages) {
            List<GraphNode> nodes = ordered(stage);
            int hit = (int) nodes.stream().filter(request.hit()::contains).count();
            boolean isOpen = open.contains(stage);
            double width = isOpen ? unit : Metrics.RAIL;
            int lines = isOpen ? place(stage, nodes, x, width, columns.size(), places) : 0;
            if (!isOpen) {
                placeBars(stage, nodes, x, columns.size(), places);
            }
            Box box = new Box(x, Metrics.HEAD_TOP, width, request.height() - Metrics.FOOT - Metrics.HEAD_TOP);
            columns.add(new Column(
                    stage,
                    isOpen ? Column.Kind.OPEN : Column.Kind.RAIL,
                    box,
                    nodes.size(),
                    hit,
                    Math.min(hit, lines),
                    nodes.size(),
                    false,
                    0));
            x += width + gap;
        }
        untangle(columns.size(), places);
        return new ColumnPicture(
                request.width(), request.height(), top + LINE_HEIGHT / 2, columns, places, routes(columns, places));
    }

    /** Bars of goods that are not hit have no order of their own: they change places so that fewer edges cross. */
    private void untangle(int count, Map<GraphNode, Place> places) {
        Map<GraphNode, Place> before = new LinkedHashMap<>(places);
        List<List<GraphNode>> columns = IntStream.range(0, count)
                .mapToObj(column -> before.values().stream()
                        .filter(place -> place.column() == column)
                        .map(Place::node)
                        .toList())
                .toList();
        List<List<GraphNode>> ordered = NodeOrder.reduce(
                request.graph(),
                columns,
                node -> joint(Objects.requireNonNull(before.get(node))),
                node -> !isTall(node) && !isForemost(node),
                1);
        for (int column = 0; column < count; column++) {
            for (int i = 0; i < columns.get(column).size(); i++) {
                Place place =
                        Objects.requireNonNull(before.get(columns.get(column).get(i)));
                GraphNode node = ordered.get(column).get(i);
                places.put(node, new Place(node, place.kind(), place.box(), column));
            }
        }
    }

    /** On a rail every good is a bar; those of the spine and restricted ones are as high as a line, so that they are seen. */
    private void placeBars(Stage stage, List<GraphNode> nodes, double x, int column, Map<GraphNode, Place> places) {
        double y = top + (request.spineSkips(stage) ? linePitch : 0);
        long tall = nodes.stream().filter(this::isTall).count();
        double room = bottom - Metrics.railTitle(request.height()) - y - tall * linePitch;
        double pitch = Math.min(barPitch, room / Math.max(1, nodes.size() - tall));
        for (GraphNode node : nodes) {
            double height = isTall(node) ? LINE_HEIGHT : Math.max(1, pitch * BAR_PART);
            places.put(node, new Place(node, Place.Kind.BAR, new Box(x, y, Metrics.RAIL, height), column));
            y += isTall(node) ? linePitch : pitch;
        }
    }

    private boolean isTall(GraphNode node) {
        return request.spine().contains(node) || request.restricted().contains(node);
    }

    private List<GraphNode> ordered(Stage stage) {
        return orders.computeIfAbsent(stage, this::order);
    }

    private List<GraphNode> order(Stage stage) {
        List<GraphNode> nodes = new ArrayList<>(request.admittedOf(stage));
        nodes.sort(Comparator.comparingInt((GraphNode node) -> {
                    int onSpine = request.spine().indexOf(node);
                    return onSpine < 0 ? Integer.MAX_VALUE : onSpine;
                })
                .thenComparing(node -> !request.first().contains(node))
                .thenComparing(node -> !request.hit().contains(node))
                .thenComparing(node -> !request.foremost().contains(node))
                .thenComparingDouble(node -> -request.lost(node))
                .thenComparingInt(node -> request.base().rank(node)));
        return nodes;
    }

    /** @return how many lines were placed */
    private int place(
            Stage stage, List<GraphNode> nodes, double x, double width, int column, Map<GraphNode, Place> places) {
        int lines = lines(stage, nodes);
        double y = top + (request.spineSkips(stage) ? linePitch : 0);
        for (int i = 0; i < nodes.size(); i++) {
            GraphNode node = nodes.get(i);
            if (i < lines) {
                double more = beyondOneLine(node);
                places.put(node, new Place(node, Place.Kind.LINE, new Box(x, y, width, LINE_HEIGHT + more), column));
                y += linePitch + more;
            } else {
                if (i == lines) {
                    y += BETWEEN;
                }
                double height = Math.max(2, barPitch * BAR_PART);
                places.put(node, new Place(node, Place.Kind.BAR, new Box(x, y, width, height), column));
                y += barPitch;
            }
        }
        return lines;
    }

    /** Straight from end to end: there are too many lines here for lanes to help. */
    private List<Route> routes(List<Column> columns, Map<GraphNode, Place> places) {
        List<Route> routes = new ArrayList<>();
        for (GraphEdge edge : request.graph().edges()) {
            Place from = places.get(edge.from());
            Place to = places.get(edge.to());
            if (from == null || to == null) {
                continue;
            }
            if (from.column() == to.column()) {
                double[] xs = {from.box().right(), to.box().right()};
                double[] ys = {joint(from), joint(to)};
                routes.add(new Route(edge, xs, ys, true));
                continue;
            }
            Place left = from.column() < to.column() ? from : to;
            Place right = left.equals(from) ? to : from;
            routes.add(new Route(edge, joints(columns, left, right, true), joints(columns, left, right, false), false));
        }
        return routes;
    }

    /** Where edges end: on the first line of a name, so that the headline chain is straight. */
    private static double joint(Place place) {
        return place.box().y() + Math.min(place.box().height(), LINE_HEIGHT) / 2;
    }

    private static double[] joints(List<Column> columns, Place left, Place right, boolean horizontal) {
        int passed = right.column() - left.column() - 1;
        double[] values = new double[2 + 2 * passed];
        double x0 = left.box().right();
        double x1 = right.box().x();
        double y0 = joint(left);
        double y1 = joint(right);
        values[0] = horizontal ? x0 : y0;
        values[values.length - 1] = horizontal ? x1 : y1;
        for (int step = 0; step < passed; step++) {
            Box box = columns.get(left.column() + 1 + step).box();
            double y = y0 + (y1 - y0) * (box.centreX() - x0) / (x1 - x0);
            values[1 + 2 * step] = horizontal ? box.x() - 2 : y;
            values[2 + 2 * step] = horizontal ? box.right() + 2 : y;
        }
        return values;
    }
}
