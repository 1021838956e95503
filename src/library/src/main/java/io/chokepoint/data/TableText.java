package io.chokepoint.data;

import io.chokepoint.base.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The text of a CSV table, to be changed row by row. What is not changed is given back as it was read, to the last quote, line ending and
 * byte order mark; of a changed row every cell that is not changed. Reads anything: what is no sound table is shown as it is, so that it
 * can be mended. Immutable; what is made from it shares its rows.
 */
public final class TableText {
    private static final String MARK = "\uFEFF";
    private static final String LF = "\n";

    /** What stands before the header: a byte order mark, empty lines. */
    private final String start;

    private final TableRow header;
    private final List<String> columns;
    private final RowList rows;
    /** Whether the file ends without a line ending, which it then still does when other rows are the last ones. */
    private final boolean open;

    private TableText(String start, TableRow header, RowList rows, boolean open) {
        this.start = start;
        this.header = header;
        this.rows = rows;
        this.open = open;
        columns = header.rawCells().stream()
                .map(cell -> TableRow.value(cell).strip())
                .toList();
    }

    /** @param text of the whole file */
    public static TableText read(String text) {
        List<TableRow> all = TableRow.split(text.startsWith(MARK) ? text.substring(1) : text);
        StringBuilder start = new StringBuilder(text.startsWith(MARK) ? MARK : "");
        int head = 0;
        while (head < all.size() && all.get(head).raw().isEmpty()) {
            start.append(all.get(head++).ending());
        }
        if (head == all.size()) {
            return new TableText(start.toString(), new TableRow("", "", 1), RowList.EMPTY, true);
        }
        return new TableText(
                start.toString(),
                all.get(head),
                RowList.of(all.subList(head + 1, all.size())),
                all.getLast().ending().isEmpty());
    }

    /** A table without rows that has all columns. */
    public static TableText of(TableSchema schema) {
        return new TableText("", TableRow.of(schema.columnNames(), LF), RowList.EMPTY, false);
    }

    /** The names in the header, in their order. */
    public List<String> columns() {
        return columns;
    }

    /** Place of a column; −1 where the table lacks it. */
    public int column(String name) {
        return columns.indexOf(name);
    }

    /** Rows below the header, those of empty cells among them. */
    public int size() {
        return rows.size();
    }

    /** What the cells of a row say; it may have more or fewer than there are columns. */
    public List<String> values(int row) {
        return rows.get(row).rawCells().stream().map(TableText::plain).toList();
    }

    /** What a cell says; empty where the row is shorter or the column is −1. */
    public String value(int row, int column) {
        if (column < 0) {
            return "";
        }
        List<String> cells = rows.get(row).rawCells();
        return column < cells.size() ? plain(cells.get(column)) : "";
    }

    /**
     * Whether a row may hold a text in one of its cells, capitals apart; quick enough to ask of all rows of a large table. Never false where
     * a cell holds it.
     *
     * @param lower in small letters
     */
    public boolean mayHold(int row, String lower) {
        return lower.indexOf('"') >= 0
                || rows.get(row).raw().toLowerCase(Locale.ROOT).contains(lower);
    }

    /** What a cell of a named column says; empty where there is none. */
    public String value(int row, String column) {
        return value(row, column(column));
    }

    private static String plain(String rawCell) {
        return SpreadsheetText.plain(TableRow.value(rawCell));
    }

    /** Whether a row has as many cells as the header; one that has not cannot be read. */
    public boolean isWhole(int row) {
        return rows.get(row).rawCells().size() == columns.size();
    }

    /** A row as it stands in the file, without its line ending. */
    public String raw(int row) {
        return rows.get(row).raw();
    }

    /** With other text in the place of a row, as it is to stand in the file. */
    public TableText withRaw(int row, String raw) {
        List<TableRow> now = TableRow.split(raw).stream()
                .map(part -> part.withEnding(rows.get(row).ending()))
                .toList();
        return raw.equals(raw(row)) ? this : with(rows.replace(row, row + 1, now));
    }

    /** The line of the file on which a row starts, from 1. */
    public int line(int row) {
        return headerEnd() + rows.linesBefore(row);
    }

    /** The row in which a line of the file lies; −1 for the header and what is beyond the end. */
    public int rowOfLine(int line) {
        return rows.rowOfLine(line - headerEnd());
    }

    /** The first line after the header. */
    private int headerEnd() {
        return TableRow.lines(start) + header.lines();
    }

    /** Whether a row is the same as one of another table, not only equal: neither it nor anything in it was changed. */
    public boolean hasSameRow(int row, TableText other, int otherRow) {
        return otherRow < other.size() && rows.get(row) == other.rows.get(otherRow);
    }

    /** Changes a cell; nothing changes if it says that already. A row that is shorter becomes so long. */
    public TableText set(int row, int column, String value) {
        return setAll(row, column, List.of(List.of(value)));
    }

    /**
     * Changes a block of cells, downwards and to the right of a place.
     *
     * @param block rows of values; rows that go beyond the end are added
     */
    public TableText setAll(int row, int column, List<List<String>> block) {
        int end = Math.min(size(), row + block.size());
        List<TableRow> changed = new ArrayList<>();
        boolean same = end - row == block.size();
        for (int r = row; r < end; r++) {
            TableRow before = rows.get(r);
            TableRow now = changed(before, column, block.get(r - row));
            same &= now == before;
            changed.add(now);
        }
        if (same) {
            return this;
        }
        TableText there = with(rows.replace(row, end, changed));
        List<List<String>> more = new ArrayList<>();
        for (List<String> values : block.subList(Math.max(0, end - row), block.size())) {
            List<String> padded = new ArrayList<>(Collections.nCopies(column, ""));
            padded.addAll(values);
            more.add(padded);
        }
        return more.isEmpty() ? there : there.insert(size(), more);
    }

    private TableText with(RowList others) {
        return new TableText(start, header, others, open);
    }

    private TableRow changed(TableRow row, int column, List<String> values) {
        List<String> cells = row.rawCells();
        boolean same = true;
        for (int i = 0; i < values.size(); i++) {
            int at = column + i;
            if (at < cells.size() && plain(cells.get(at)).equals(values.get(i))) {
                continue;
            }
            while (cells.size() <= at) {
                cells.add("");
            }
            boolean quoted = cells.get(at).startsWith("\"");
            cells.set(at, TableRow.written(guarded(values.get(i)), quoted));
            same = false;
        }
        return same ? row : TableRow.of(cells, row.ending());
    }

    /** Numbers are written as they are; a text that a spreadsheet would run is not. */
    private static String guarded(String value) {
        return Numbers.parse(value.strip()).isPresent() ? value : SpreadsheetText.guarded(value);
    }

    /**
     * Puts rows before a row, or at the end. Cells are in quotes where they must be, or where all of the header are.
     *
     * @param values of each row; what is missing at its end is empty
     */
    public TableText insert(int at, List<List<String>> values) {
        boolean quoted = header.rawCells().stream().allMatch(cell -> cell.startsWith("\""));
        List<TableRow> more = values.stream()
                .map(row -> TableRow.of(
                        Stream.concat(
                                        row.stream(),
                                        Stream.generate(() -> "").limit(Math.max(0, columns.size() - row.size())))
                                .map(value -> TableRow.written(guarded(value), quoted))
                                .toList(),
                        newline()))
                .toList();
        return with(rows.replace(at, at, more));
    }

    /** Without some rows. */
    public TableText remove(Collection<Integer> some) {
        RowList left = rows;
        for (int row : new TreeSet<>(some).descendingSet()) {
            left = left.replace(row, row + 1, List.of());
        }
        return with(left);
    }

    /** With one more column at the end, empty in all rows; every line changes. */
    public TableText withColumn(String name) {
        List<TableRow> wider = new ArrayList<>(size());
        for (int r = 0; r < size(); r++) {
            TableRow row = rows.get(r);
            int cells = row.rawCells().size();
            // Rows of another width are at fault; a comma more would make some of them sound by accident.
            wider.add(cells == columns.size() ? new TableRow(row.raw() + ",", row.ending(), row.lines()) : row);
        }
        List<String> head = header.rawCells();
        boolean quoted = head.stream().allMatch(cell -> cell.startsWith("\""));
        head.add(TableRow.written(name, quoted));
        return new TableText(start, TableRow.of(head, header.ending()), RowList.of(wider), open);
    }

    /** The line ending of the header counts for new rows. */
    private String newline() {
        return header.ending().isEmpty() ? LF : header.ending();
    }

    /** Writes the whole text, as the file is to hold it. */
    public void writeTo(Appendable out) throws IOException {
        out.append(start);
        write(header, size() == 0, out);
        for (int r = 0; r < size(); r++) {
            write(rows.get(r), r == size() - 1, out);
        }
    }

    private void write(TableRow row, boolean last, Appendable out) throws IOException {
        out.append(row.raw()).append(last && open ? "" : row.ending().isEmpty() ? newline() : row.ending());
    }

    /** The whole text. */
    public String text() {
        StringBuilder text = new StringBuilder();
        try {
            writeTo(text);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return text.toString();
    }
}
