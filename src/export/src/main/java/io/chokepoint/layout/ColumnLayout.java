package io.chokepoint.layout;

import io.chokepoint.layout.ColumnChoice.Slot;
import io.chokepoint.model.Stage;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/**
 * Lays out what is hit: open columns of cards on one common grid of rows, rails of tiles between them, the headline chain on one
 * straight line. Same request → same picture.
 */
public final class ColumnLayout {
    private static final double RAIL_PITCH = 46;
    private static final double LEAST_RAIL_PITCH = 14;
    private static final double MOST_TILE = 36;
    private static final int SWEEPS = 14;

    /** How much a node on the spine minds standing off it, against 1 for others. */
    private static final double SPINE_WEIGHT = 1e4;

    private final PictureRequest request;
    private final Metrics metrics;
    private final List<Slot> slots;
    private final List<List<GraphNode>> shown = new ArrayList<>();
    private final Map<GraphNode, Box> boxes = new LinkedHashMap<>();
    private final Map<GraphNode, Integer> columnOf = new LinkedHashMap<>();

    private ColumnLayout(PictureRequest request) {
        this.request = request;
        this.metrics = Metrics.of(request.width(), request.height());
        this.slots = new ColumnChoice(request, metrics).slots();
    }

    /** The picture of what is hit, in columns. */
    public static ColumnPicture of(PictureRequest request) {
        if (request.shownStages().isEmpty()) {
            return ColumnPicture.empty(request.width(), request.height());
        }
        return new ColumnLayout(request).picture();
    }

    private ColumnPicture picture() {
        for (int column = 0; column < slots.size(); column++) {
            List<GraphNode> nodes = choose(slots.get(column));
            shown.add(nodes);
            for (GraphNode node : nodes) {
                columnOf.put(node, column);
            }
            place(column, node -> fromBase(node));
        }
        for (int sweep = 0; sweep < SWEEPS; sweep++) {
            for (int step = 0; step < slots.size(); step++) {
                int column = sweep % 2 == 0 ? step : slots.size() - 1 - step;
                place(column, this::meanOfNeighbours);
            }
        }
        untangle();
        // After all others have their places, so that nothing else moves when a column shows more.
        for (int column = 0; column < slots.size(); column++) {
            expand(column);
        }
        List<Column> columns = new ArrayList<>();
        Map<GraphNode, Place> places = new LinkedHashMap<>();
        for (int column = 0; column < slots.size(); column++) {
            Slot slot = slots.get(column);
            columns.add(column(slot, shown.get(column)));
            for (GraphNode node : shown.get(column)) {
                Place.Kind kind = isExpanded(slot) ? Place.Kind.LINE : slot.open() ? Place.Kind.CARD : Place.Kind.TILE;
                places.put(node, new Place(node, kind, box(node), column));
            }
        }
        double right = slots.getLast().x() + slots.getLast().width() + Metrics.SIDE;
        double spineY = metrics.rowCentre(metrics.spineRow());
        List<Route> routes = new EdgeRouter(request, columns, places, spineY).routes();
        return new ColumnPicture(Math.max(request.width(), right), request.height(), spineY, columns, places, routes);
    }

    private boolean isExpanded(Slot slot) {
        return slot.open() && request.expanded().containsKey(slot.stage());
    }

    /** Shows a column's goods as lines, which are lower than cards: as many as fit, from the place to which it is scrolled. */
    private void expand(int column) {
        Slot slot = slots.get(column);
        if (!isExpanded(slot)) {
            return;
        }
        shown.get(column).forEach(boxes::remove);
        List<GraphNode> all = byLoss(slot.stage());
        int from = firstShown(slot.stage(), request.expanded().getOrDefault(slot.stage(), 0));
        List<GraphNode> lines = new ArrayList<>(all.subList(from, Math.min(all.size(), from + metrics.lines())));
        for (int line = 0; line < lines.size(); line++) {
            boxes.put(
                    lines.get(line),
                    new Box(
                            slot.x(),
                            metrics.top() + line * Metrics.LINE_PITCH,
                            slot.width(),
                            Metrics.LINE_PITCH - Metrics.LINE_GAP));
        }
        shown.set(column, lines);
    }

    /** What stands on the spine stays; the others change places in their columns. */
    private void untangle() {
        List<List<GraphNode>> ordered = NodeOrder.reduce(
                request.graph(),
                shown,
                node -> box(node).centreY(),
                node -> !request.spine().contains(node),
                1);
        for (int column = 0; column < ordered.size(); column++) {
            List<Box> free = shown.get(column).stream()
                    .map(this::box)
                    .sorted(Comparator.comparingDouble(Box::y))
                    .toList();
            for (int i = 0; i < free.size(); i++) {
                boxes.put(ordered.get(column).get(i), free.get(i));
            }
            shown.set(column, new ArrayList<>(ordered.get(column)));
        }
    }

    private Column column(Slot slot, List<GraphNode> nodes) {
        List<GraphNode> admitted = request.admittedOf(slot.stage());
        int hit = (int) admitted.stream().filter(request.hit()::contains).count();
        int shownHit = (int) nodes.stream().filter(request.hit()::contains).count();
        double top = Metrics.HEAD_TOP;
        Box box = new Box(slot.x(), top, slot.width(), request.height() - Metrics.FOOT - top);
        Integer first = request.expanded().get(slot.stage());
        return new Column(
                slot.stage(),
                slot.open() ? Column.Kind.OPEN : Column.Kind.RAIL,
                box,
                admitted.size(),
                hit,
                shownHit,
                nodes.size(),
                first != null && slot.open(),
                first == null ? 0 : firstShown(slot.stage(), first));
    }

    private int firstShown(Stage stage, int wanted) {
        return Math.clamp(wanted, 0, Math.max(0, request.admittedOf(stage).size() - metrics.lines()));
    }

    // ---- which nodes

    private List<GraphNode> byLoss(Stage stage) {
        List<GraphNode> nodes = new ArrayList<>(request.admittedOf(stage));
        nodes.sort(Comparator.comparing((GraphNode node) -> !request.hit().contains(node))
                .thenComparing(node -> !request.foremost().contains(node))
                .thenComparingDouble(node -> -request.lost(node))
                .thenComparingInt(node -> request.base().rank(node)));
        return nodes;
    }

    private List<GraphNode> choose(Slot slot) {
        List<GraphNode> candidates = byLoss(slot.stage());
        Set<GraphNode> wanted = new LinkedHashSet<>(request.first());
        wanted.retainAll(candidates);
        candidates.removeIf(node -> !request.hit().contains(node) || wanted.contains(node));
        wanted.addAll(candidates);
        int room = slot.open() ? metrics.rows() : (int) (railRoom() / LEAST_RAIL_PITCH);
        if (slot.open() && metrics.rows() > 1 && request.spineSkips(slot.stage())) {
            room--;
        }
        return new ArrayList<>(wanted.stream().limit(Math.max(0, room)).toList());
    }

    private double railRoom() {
        return Math.max(0, railBottom() - metrics.top());
    }

    private double railBottom() {
        return request.height() - Metrics.FOOT - Metrics.railTitle(request.height());
    }

    // ---- where they stand

    private void place(int column, ToDoubleFunction<GraphNode> wish) {
        List<GraphNode> nodes = shown.get(column);
        Slot slot = slots.get(column);
        Map<GraphNode, Double> wanted = new LinkedHashMap<>();
        nodes.forEach(node -> wanted.put(node, wish.applyAsDouble(node)));
        nodes.sort(Comparator.comparingDouble((GraphNode node) -> wanted.getOrDefault(node, 0.0))
                .thenComparingInt(node -> request.base().rank(node)));
        int above = slot.open() ? metrics.spineRow() : nodes.size();
        int below = slot.open() ? metrics.rows() - 1 - metrics.spineRow() : nodes.size();
        int anchor = bringToSpine(nodes, above, below);
        if (slot.open()) {
            placeCards(slot, nodes, wanted, anchor);
        } else {
            placeTiles(slot, nodes, wanted, anchor);
        }
    }

    /**
     * Moves the column's first node of the spine to a place in the order where the spine's row can be its, those after it next to
     * it.
     *
     * @return its index; −1 where the column has none
     */
    private int bringToSpine(List<GraphNode> nodes, int above, int below) {
        List<GraphNode> onSpine =
                request.spine().stream().filter(nodes::contains).distinct().toList();
        if (onSpine.isEmpty()) {
            return -1;
        }
        int index = nodes.indexOf(onSpine.getFirst());
        nodes.removeAll(onSpine);
        int least = Math.max(0, nodes.size() + onSpine.size() - 1 - below);
        int most = Math.min(nodes.size(), above);
        int anchor = Math.clamp(index, Math.min(least, most), most);
        nodes.addAll(anchor, onSpine);
        return anchor;
    }

    private void placeCards(Slot slot, List<GraphNode> nodes, Map<GraphNode, Double> wanted, int anchor) {
        double[] rows = new double[nodes.size()];
        double[] weights = new double[nodes.size()];
        for (int i = 0; i < rows.length; i++) {
            GraphNode node = nodes.get(i);
            boolean spine = anchor >= 0 && request.spine().contains(node);
            rows[i] = spine ? metrics.spineRow() + (i - anchor) : metrics.rowAt(wanted.getOrDefault(node, 0.0));
            weights[i] = spine ? SPINE_WEIGHT : 1;
        }
        int kept = request.spineSkips(slot.stage()) ? metrics.spineRow() : -1;
        int[] placed = RowPlacer.place(rows, weights, metrics.rows(), kept);
        for (int i = 0; i < placed.length; i++) {
            boxes.put(nodes.get(i), card(slot, placed[i]));
        }
    }

    private Box card(Slot slot, int row) {
        return new Box(slot.x(), metrics.rowTop(row), slot.width(), metrics.cardHeight());
    }

    private void placeTiles(Slot slot, List<GraphNode> nodes, Map<GraphNode, Double> wanted, int anchor) {
        if (nodes.isEmpty()) {
            return;
        }
        double spineY = metrics.rowCentre(metrics.spineRow());
        boolean passes = anchor < 0 && request.spineSkips(slot.stage());
        int places = nodes.size() + (passes ? 1 : 0);
        double pitch = Math.clamp(railRoom() / places, LEAST_RAIL_PITCH, RAIL_PITCH);
        // A place that is fixed to the spine leaves parts of a pitch over at both ends.
        while ((anchor >= 0 || passes)
                && pitch > LEAST_RAIL_PITCH
                && placesAbove(spineY, pitch) + placesBelow(spineY, pitch) < places - 1) {
            pitch = Math.max(LEAST_RAIL_PITCH, pitch - 0.5);
        }
        double height = pitch >= RAIL_PITCH - 8 ? Math.min(MOST_TILE, pitch - 10) : pitch - 4;
        int fixed = -1;
        if (anchor >= 0 || passes) {
            // What stands on the spine, or the gap it passes through, is fixed; the others fill the room above and
            // below it.
            int roomAbove = placesAbove(spineY, pitch);
            int roomBelow = placesBelow(spineY, pitch);
            int others = places - 1;
            int most = Math.min(others, roomAbove);
            int wish = anchor >= 0
                    ? anchor
                    : (int) nodes.stream()
                            .filter(node -> wanted.getOrDefault(node, spineY) < spineY)
                            .count();
            fixed = Math.clamp(wish, Math.min(most, Math.max(0, others - roomBelow)), most);
            if (anchor >= 0) {
                nodes.add(fixed, nodes.remove(anchor));
            }
        }
        double[] centres = new double[places];
        for (int i = 0; i < places; i++) {
            int node = passes && i > fixed ? i - 1 : i;
            centres[i] = i == fixed ? spineY : wanted.getOrDefault(nodes.get(node), spineY);
        }
        double[] placed = RowPlacer.pack(centres, pitch, metrics.top(), railBottom(), fixed);
        for (int i = 0; i < nodes.size(); i++) {
            double centre = placed[passes && i >= fixed ? i + 1 : i];
            boxes.put(nodes.get(i), new Box(slot.x(), centre - height / 2, slot.width(), height));
        }
    }

    private int placesAbove(double spineY, double pitch) {
        return Math.max(0, (int) ((spineY - pitch / 2 - metrics.top()) / pitch));
    }

    private int placesBelow(double spineY, double pitch) {
        return Math.max(0, (int) ((railBottom() - spineY - pitch / 2) / pitch));
    }

    // ---- where they would like to stand

    private double fromBase(GraphNode node) {
        return metrics.top() + request.base().height(node) * metrics.pitch() * metrics.rows();
    }

    private double meanOfNeighbours(GraphNode node) {
        double sum = 0;
        double weight = 0;
        int own = columnOf.getOrDefault(node, 0);
        for (GraphEdge edge : request.graph().inputs(node)) {
            Integer other = columnOf.get(edge.from());
            if (other != null && other != own) {
                double near = 1.0 / Math.abs(other - own);
                sum += near * box(edge.from()).centreY();
                weight += near;
            }
        }
        for (GraphEdge edge : request.graph().uses(node)) {
            Integer other = columnOf.get(edge.to());
            if (other != null && other != own) {
                double near = 1.0 / Math.abs(other - own);
                sum += near * box(edge.to()).centreY();
                weight += near;
            }
        }
        return weight == 0 ? box(node).centreY() : sum / weight;
    }

    private Box box(GraphNode node) {
        Box box = boxes.get(node);
        if (box == null) {
            throw new IllegalStateException("'" + node.id() + "' has no place yet");
        }
        return box;
    }
}
