package io.chokepoint.ui.data;

import io.chokepoint.data.TableText;
import java.util.ArrayList;
import java.util.List;

/**
 * A block of cells from a spreadsheet, as it is put into a table.
 *
 * @param column where its first cell goes
 * @param rows what goes there
 * @param leftOut columns of the block for which the table has none
 */
record GridPaste(int column, List<List<String>> rows, int leftOut) {
    /** In the place of a cell that stays; no text of a table, which holds no such character. */
    private static final String AS_IT_IS = "\u0000";

    /**
     * Where the first row of a block names columns, its cells go to these, in whatever order they stand; else to the right of a place.
     *
     * @param names of the table's columns, in the order of the grid
     * @param column the place
     */
    static GridPaste of(List<List<String>> block, List<String> names, int column) {
        List<String> head = block.getFirst().stream().map(String::strip).toList();
        boolean named = block.size() > 1 && head.size() > 1 && names.containsAll(head);
        if (!named) {
            int room = names.size() - column;
            int widest = block.stream().mapToInt(List::size).max().orElse(0);
            return new GridPaste(
                    column,
                    block.stream()
                            .map(row -> row.subList(0, Math.min(row.size(), room)))
                            .toList(),
                    Math.max(0, widest - room));
        }
        int first = head.stream().mapToInt(names::indexOf).min().orElse(0);
        int last = head.stream().mapToInt(names::indexOf).max().orElse(0);
        List<List<String>> rows = new ArrayList<>();
        for (List<String> row : block.subList(1, block.size())) {
            List<String> placed = new ArrayList<>();
            for (int at = first; at <= last; at++) {
                int from = head.indexOf(names.get(at));
                placed.add(from < 0 ? AS_IT_IS : from < row.size() ? row.get(from) : "");
            }
            rows.add(placed);
        }
        return new GridPaste(first, rows, 0);
    }

    /** Whether it goes into columns that the file lacks so far. */
    int width() {
        return column + rows.stream().mapToInt(List::size).max().orElse(0);
    }

    /** The table with the block. Columns that are not in the block stay as they are. */
    TableText into(TableText table, int row) {
        List<List<String>> filled = new ArrayList<>();
        for (int r = 0; r < rows.size(); r++) {
            List<String> values = new ArrayList<>();
            for (int c = 0; c < rows.get(r).size(); c++) {
                String value = rows.get(r).get(c);
                boolean known = row + r < table.size();
                values.add(!value.equals(AS_IT_IS) ? value : known ? table.value(row + r, column + c) : "");
            }
            filled.add(values);
        }
        return table.setAll(row, column, filled);
    }
}
