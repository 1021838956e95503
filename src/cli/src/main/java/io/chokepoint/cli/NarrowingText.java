package io.chokepoint.cli;

import io.chokepoint.cli.TextTable.Column;
import io.chokepoint.study.NarrowingTables;
import java.util.List;
import java.util.stream.IntStream;

/** What would narrow the bands of a good's answers most, for reading. */
final class NarrowingText {
    private NarrowingText() {}

    /** @return empty with too few runs to tell, or where the good loses the same in all */
    static String of(String name, NarrowingTables tables) {
        if (!tables.tell()) {
            return "";
        }
        List<List<String>> figures = tables.figureRows();
        return "\n" + NarrowingTables.title() + ": " + name + ".\n\n"
                + table(tables.classHeadings(), 1, tables.classRows()) + "\n" + tables.single() + "\n"
                + (figures.isEmpty() ? "" : "\n" + table(tables.figureHeadings(), 3, figures))
                + "\n" + NarrowingTables.legend() + "\n";
    }

    /** @param figures the first column that is lined up to the right */
    private static String table(List<String> headings, int figures, List<List<String>> rows) {
        TextTable table = new TextTable(IntStream.range(0, headings.size())
                .mapToObj(k -> new Column(headings.get(k), k >= figures))
                .toArray(Column[]::new));
        rows.forEach(row -> table.row(row.toArray(String[]::new)));
        return table.text();
    }
}
