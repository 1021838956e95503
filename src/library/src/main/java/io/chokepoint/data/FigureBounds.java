package io.chokepoint.data;

import io.chokepoint.base.Range;
import io.chokepoint.model.Figure;
import java.util.List;
import java.util.Optional;

/** Where the numbers of a figure must lie: what the column allows that it is read from, whoever states it. */
public final class FigureBounds {
    /** Alternatives are figures of their dependency, and offers of their market's demand. */
    private static final List<TableSchema> TABLES = List.of(
            Tables.SUPPLY, Tables.DEPENDENCIES, Tables.ALTERNATIVES, Tables.SOURCING, Tables.MARKETS, Tables.DEMAND);

    private FigureBounds() {}

    /** Empty for a figure that no table of a dataset holds, such as a restriction's. */
    public static Optional<Range> of(Figure figure) {
        String name = figure.id().substring(figure.id().lastIndexOf('/') + 1);
        String table = figure.id().substring(0, Math.max(0, figure.id().indexOf('/')));
        return TABLES.stream()
                .filter(schema -> schema.name().equals(table)
                        || schema == Tables.ALTERNATIVES && table.equals(Tables.DEPENDENCIES.name()))
                .flatMap(schema -> schema.columns().stream())
                .filter(column -> column.name().equals(name))
                .flatMap(column -> column.range().stream())
                .findFirst();
    }

    /** What is wrong with own numbers of a figure, as "expected …"; empty where they lie in its range. */
    public static Optional<String> fault(Figure figure, double low, double central, double high) {
        return of(figure)
                .filter(range -> !range.allowsAsLow(low) || !range.allows(central) || !range.allows(high))
                .map(range -> "expected " + range.expected());
    }
}
