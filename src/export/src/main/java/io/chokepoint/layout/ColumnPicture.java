package io.chokepoint.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns, places and routes of one view at normal zoom, in px from its upper left corner. Immutable.
 */
public final class ColumnPicture {
    private final double width;
    private final double height;
    private final double spineY;
    private final List<Column> columns;
    private final Map<GraphNode, Place> places;
    private final List<List<Place>> byColumn;
    private final List<Route> routes;

    ColumnPicture(
            double width,
            double height,
            double spineY,
            List<Column> columns,
            Map<GraphNode, Place> places,
            List<Route> routes) {
        this.width = width;
        this.height = height;
        this.spineY = spineY;
        this.columns = List.copyOf(columns);
        this.places = new LinkedHashMap<>(places);
        this.routes = List.copyOf(routes);
        this.byColumn = byColumn(columns.size(), places);
    }

    private static List<List<Place>> byColumn(int count, Map<GraphNode, Place> places) {
        List<List<Place>> all = new ArrayList<>();
        for (int column = 0; column < count; column++) {
            all.add(new ArrayList<>());
        }
        places.values().forEach(place -> all.get(place.column()).add(place));
        all.forEach(list -> list.sort((a, b) -> {
            int byHeight = Double.compare(a.box().y(), b.box().y());
            return byHeight != 0
                    ? byHeight
                    : Double.compare(a.box().x(), b.box().x());
        }));
        all.replaceAll(List::copyOf);
        return List.copyOf(all);
    }

    /** A picture without anything in it. */
    public static ColumnPicture empty(double width, double height) {
        return new ColumnPicture(width, height, height / 2, List.of(), Map.of(), List.of());
    }

    /** The same picture with columns that count otherwise, as many and in the same order. */
    public ColumnPicture withColumns(List<Column> others) {
        if (others.size() != columns.size()) {
            throw new IllegalArgumentException(others.size() + " columns instead of " + columns.size());
        }
        return new ColumnPicture(width, height, spineY, others, places, routes);
    }

    public double width() {
        return width;
    }

    public double height() {
        return height;
    }

    /** The line on which the headline chain lies. */
    public double spineY() {
        return spineY;
    }

    /** Upstream to downstream; hidden stages left out. */
    public List<Column> columns() {
        return columns;
    }

    /** In the order of columns, from top to bottom. */
    public List<Place> places() {
        return byColumn.stream().flatMap(List::stream).toList();
    }

    /** The places of a column from top to bottom. */
    public List<Place> placesOf(int column) {
        return byColumn.get(column);
    }

    public Optional<Place> find(GraphNode node) {
        return Optional.ofNullable(places.get(node));
    }

    public boolean shows(GraphNode node) {
        return places.containsKey(node);
    }

    /** Edges among what is shown. */
    public List<Route> routes() {
        return routes;
    }
}
