package io.chokepoint.ui.data;

import java.util.ArrayList;
import java.util.List;

/**
 * A text file as cells that can be changed one by one: a table of CSV as rows of cells, any other as one cell a line. What is not
 * changed is given back as it was read, to the last quote and line ending. UI thread only, once it is made.
 */
final class FileText {
    private static final String MARK = "\uFEFF";

    /** One cell: as it stands in the file, and what it says. */
    private record Cell(String raw, String value) {}

    /** @param line number of its first line in the file, from 1 */
    private record Row(int line, List<Cell> cells, String ending) {}

    private final List<Row> rows = new ArrayList<>();
    private final boolean csv;
    private final String start;

    private FileText(boolean csv, String start) {
        this.csv = csv;
        this.start = start;
    }

    /** Reads a table whose cells are separated by commas, as RFC 4180 has it. */
    static FileText ofCsv(String text) {
        FileText file = of(true, text);
        new Scanner(text.substring(file.start.length()), file.rows).table();
        return file;
    }

    /** Reads a text of lines. */
    static FileText ofLines(String text) {
        FileText file = of(false, text);
        new Scanner(text.substring(file.start.length()), file.rows).lines();
        return file;
    }

    private static FileText of(boolean csv, String text) {
        return new FileText(csv, text.startsWith(MARK) ? MARK : "");
    }

    /** Walks through a text. */
    private static final class Scanner {
        private final String text;
        private final List<Row> rows;
        private int at;
        private int line = 1;

        Scanner(String text, List<Row> rows) {
            this.text = text;
            this.rows = rows;
        }

        void lines() {
            while (at < text.length()) {
                int from = at;
                while (at < text.length() && !isEnd(text.charAt(at))) {
                    at++;
                }
                String raw = text.substring(from, at);
                rows.add(new Row(line, List.of(new Cell(raw, raw)), ending()));
            }
        }

        void table() {
            while (at < text.length()) {
                int first = line;
                List<Cell> cells = new ArrayList<>(List.of(cell()));
                while (at < text.length() && text.charAt(at) == ',') {
                    at++;
                    cells.add(cell());
                }
                rows.add(new Row(first, cells, ending()));
            }
        }

        private Cell cell() {
            int from = at;
            if (at < text.length() && text.charAt(at) == '"') {
                StringBuilder value = new StringBuilder();
                at++;
                while (at < text.length()) {
                    char c = text.charAt(at);
                    if (c == '"' && at + 1 < text.length() && text.charAt(at + 1) == '"') {
                        value.append(c);
                        at += 2;
                    } else if (c == '"') {
                        at++;
                        break;
                    } else {
                        line += c == '\n' || c == '\r' && !(at + 1 < text.length() && text.charAt(at + 1) == '\n')
                                ? 1
                                : 0;
                        value.append(c);
                        at++;
                    }
                }
                // What stands between the closing quote and the comma is a fault of the file; it is kept and shown.
                int rest = at;
                skip();
                return new Cell(text.substring(from, at), value + text.substring(rest, at));
            }
            skip();
            String raw = text.substring(from, at);
            return new Cell(raw, raw);
        }

        private void skip() {
            while (at < text.length() && text.charAt(at) != ',' && !isEnd(text.charAt(at))) {
                at++;
            }
        }

        private String ending() {
            int from = at;
            if (at < text.length() && text.charAt(at) == '\r') {
                at++;
            }
            if (at < text.length() && text.charAt(at) == '\n') {
                at++;
            }
            line += at > from ? 1 : 0;
            return text.substring(from, at);
        }

        private static boolean isEnd(char c) {
            return c == '\n' || c == '\r';
        }
    }

    /** Number of rows, the head of a table among them. */
    int size() {
        return rows.size();
    }

    /** Cells of the longest row. */
    int columns() {
        return rows.stream().mapToInt(row -> row.cells().size()).max().orElse(0);
    }

    boolean isTable() {
        return csv;
    }

    /** Number of the first line of a row in the file, from 1. */
    int line(int row) {
        return rows.get(row).line();
    }

    /** The row in which a line of the file lies; −1 for none. */
    int rowOfLine(int line) {
        int found = -1;
        for (int row = 0; row < rows.size() && rows.get(row).line() <= line; row++) {
            found = row;
        }
        return line < 1 ? -1 : found;
    }

    /** The column of a table with a name in its head; −1 for none. */
    int column(String name) {
        for (int column = 0;
                csv && !rows.isEmpty() && column < rows.getFirst().cells().size();
                column++) {
            if (value(0, column).equals(name)) {
                return column;
            }
        }
        return -1;
    }

    /** What a cell says; empty where the row is shorter. */
    String value(int row, int column) {
        List<Cell> cells = rows.get(row).cells();
        return column < cells.size() ? cells.get(column).value() : "";
    }

    /** Whether a row has the cell. */
    boolean has(int row, int column) {
        return column < rows.get(row).cells().size();
    }

    /**
     * Changes a cell; all others stay as they are in the file. A row that is shorter becomes so long.
     *
     * @throws IllegalArgumentException if a line of a text would get a line ending
     */
    void set(int row, int column, String value) {
        if (value(row, column).equals(value) && has(row, column)) {
            return;
        }
        if (!csv && value.chars().anyMatch(c -> c == '\n' || c == '\r')) {
            throw new IllegalArgumentException("a line cannot hold two");
        }
        Row old = rows.get(row);
        List<Cell> cells = new ArrayList<>(old.cells());
        while (cells.size() <= column) {
            cells.add(new Cell("", ""));
        }
        cells.set(column, new Cell(csv ? written(value, cells.get(column).raw()) : value, value));
        rows.set(row, new Row(old.line(), cells, old.ending()));
    }

    /** In quotes where it must be, or where the cell was. */
    private static String written(String value, String before) {
        boolean must = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return must || before.startsWith("\"") ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    /** The whole text, as it is to be written. */
    String text() {
        StringBuilder text = new StringBuilder(start);
        for (Row row : rows) {
            for (int i = 0; i < row.cells().size(); i++) {
                text.append(i == 0 ? "" : csv ? "," : "")
                        .append(row.cells().get(i).raw());
            }
            text.append(row.ending());
        }
        return text.toString();
    }
}
