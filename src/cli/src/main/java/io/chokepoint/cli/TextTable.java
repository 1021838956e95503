package io.chokepoint.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Columns lined up for reading: text to the left, figures to the right. */
final class TextTable {
    private static final String GAP = "  ";

    /** A column's heading and which way it is lined up. */
    record Column(String heading, boolean figures) {
        static Column text(String heading) {
            return new Column(heading, false);
        }

        static Column figures(String heading) {
            return new Column(heading, true);
        }
    }

    private final List<Column> columns;
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(Column... columns) {
        this.columns = List.of(columns);
    }

    TextTable row(String... cells) {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        rows.add(List.of(cells));
        return this;
    }

    int rowCount() {
        return rows.size();
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    /** The heading and the rows, each line ended, no spaces at the ends. */
    String text() {
        int[] widths = IntStream.range(0, columns.size()).map(this::width).toArray();
        StringBuilder text = new StringBuilder();
        line(text, columns.stream().map(Column::heading).toList(), widths);
        rows.forEach(row -> line(text, row, widths));
        return text.toString();
    }

    private void line(StringBuilder text, List<String> cells, int[] widths) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < cells.size(); i++) {
            if (i > 0) {
                line.append(GAP);
            }
            String padding = " ".repeat(widths[i] - displayWidth(cells.get(i)));
            line.append(columns.get(i).figures() ? padding + cells.get(i) : cells.get(i) + padding);
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private int width(int column) {
        int width = displayWidth(columns.get(column).heading());
        for (List<String> row : rows) {
            width = Math.max(width, displayWidth(row.get(column)));
        }
        return width;
    }

    /** Chinese characters take two places in a terminal. */
    private static int displayWidth(String text) {
        return text.codePoints().map(c -> Character.isIdeographic(c) ? 2 : 1).sum();
    }
}
