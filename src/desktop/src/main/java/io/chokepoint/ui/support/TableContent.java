package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One table.
 *
 * @param name proposed file name, without an ending
 * @param columns left to right
 * @param rows in their first order
 * @param selects what a click on a row selects
 * @param series the curve of a row; empty where there is none
 * @param note what the figures mean, for the foot of the table
 * @param leftOut what of its subject it does not hold, as a sentence; empty where it holds all
 */
public record TableContent<R>(
        String name,
        List<ColumnSpec<R>> columns,
        List<R> rows,
        Function<R, Selection> selects,
        Function<R, double[]> series,
        String note,
        String leftOut) {

    public TableContent {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A table that holds all of its subject. */
    public TableContent(
            String name,
            List<ColumnSpec<R>> columns,
            List<R> rows,
            Function<R, Selection> selects,
            Function<R, double[]> series,
            String note) {
        this(name, columns, rows, selects, series, note, "");
    }

    /** The same table, saying what it does not hold. */
    public TableContent<R> leavingOut(String sentence) {
        return new TableContent<>(name, columns, rows, selects, series, note, sentence);
    }

    /** A table without curves. */
    public static <R> TableContent<R> plain(
            String name, List<ColumnSpec<R>> columns, List<R> rows, Function<R, Selection> selects, String note) {
        return new TableContent<>(name, columns, rows, selects, row -> new double[0], note);
    }

    /** The largest number of a column, for its bars; 0 where there is none above 0. */
    double most(ColumnSpec<R> column) {
        double most = 0;
        for (R row : rows) {
            if (column.value().apply(row) instanceof Number number) {
                most = Math.max(most, number.doubleValue());
            }
        }
        return most;
    }

    /** The same table with the rows in which all words of the filter occur. */
    public TableContent<R> filtered(String filter) {
        String[] words = filter.toLowerCase(Locale.ROOT).strip().split("\\s+");
        List<R> matching = rows.stream().filter(row -> matches(row, words)).toList();
        String filteredOut = matching.size() == rows.size()
                ? ""
                : Texts.get(
                        "table.leftOut.filter",
                        Amounts.count(rows.size() - matching.size()),
                        Amounts.count(rows.size()),
                        filter.strip());
        return new TableContent<>(
                name, columns, matching, selects, series, note, (leftOut + " " + filteredOut).strip());
    }

    private boolean matches(R row, String[] words) {
        StringBuilder all = new StringBuilder();
        for (ColumnSpec<R> column : columns) {
            if (column.look() != ColumnSpec.Look.CURVE) {
                all.append(column.text().apply(row).toLowerCase(Locale.ROOT)).append('\n');
            }
        }
        for (String word : words) {
            if (all.indexOf(word) < 0) {
                return false;
            }
        }
        return true;
    }

    /** As it leaves the window, with full precision; the curve becomes a column a week. */
    public TableCopy copy() {
        List<String> heads = new ArrayList<>();
        boolean curves = false;
        for (ColumnSpec<R> column : columns) {
            if (column.look() == ColumnSpec.Look.CURVE) {
                curves = true;
            } else {
                heads.add(column.id());
            }
        }
        int weeks = curves && !rows.isEmpty() ? series.apply(rows.getFirst()).length : 0;
        for (int week = 0; week < weeks; week++) {
            heads.add("week_" + week);
        }
        List<@Nullable Object[]> cells = new ArrayList<>();
        for (R row : rows) {
            List<@Nullable Object> line = new ArrayList<>();
            for (ColumnSpec<R> column : columns) {
                if (column.look() != ColumnSpec.Look.CURVE) {
                    line.add(column.value().apply(row));
                }
            }
            if (weeks > 0) {
                for (double value : series.apply(row)) {
                    line.add(value);
                }
            }
            cells.add(line.toArray());
        }
        return new TableCopy(name, heads, cells, leftOut);
    }
}
