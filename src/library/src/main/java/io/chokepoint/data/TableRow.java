package io.chokepoint.data;

import java.util.ArrayList;
import java.util.List;

/**
 * One row of a CSV table as it stands in the file. Only the text is kept and taken apart when it is asked for: a table has many more rows
 * than anybody looks at.
 *
 * @param raw with all quotes, without its line ending
 * @param ending LF, CR LF or CR; empty at the end of a file
 * @param lines how many lines of the file it takes up, as texts in quotes may go over several
 */
record TableRow(String raw, String ending, int lines) {

    static TableRow of(List<String> rawCells, String ending) {
        String raw = String.join(",", rawCells);
        return new TableRow(raw, ending, lines(raw));
    }

    /** The cells as they stand in the file. */
    List<String> rawCells() {
        List<String> cells = new ArrayList<>();
        int at = 0;
        while (true) {
            int end = cellEnd(raw, at);
            cells.add(raw.substring(at, end));
            if (end >= raw.length() || raw.charAt(end) != ',') {
                return cells;
            }
            at = end + 1;
        }
    }

    TableRow withEnding(String other) {
        return other.equals(ending) ? this : new TableRow(raw, other, lines);
    }

    /** What a cell says: without its quotes. What stands between the closing quote and the comma is a fault of the file; it is kept and shown. */
    static String value(String rawCell) {
        if (!rawCell.startsWith("\"")) {
            return rawCell;
        }
        StringBuilder value = new StringBuilder(rawCell.length());
        int at = 1;
        while (at < rawCell.length()) {
            char c = rawCell.charAt(at++);
            if (c != '"') {
                value.append(c);
            } else if (at < rawCell.length() && rawCell.charAt(at) == '"') {
                value.append(c);
                at++;
            } else {
                return value.append(rawCell, at, rawCell.length()).toString();
            }
        }
        return value.toString();
    }

    /** A cell that says something, in quotes where it must be or where wanted. */
    static String written(String value, boolean quoted) {
        boolean must = value.chars().anyMatch(c -> c == ',' || c == '"' || c == '\n' || c == '\r');
        return must || quoted ? "\"" + value.replace("\"", "\"\"") + "\"" : value;
    }

    /** Takes a text apart into rows; line endings within quotes belong to their cells. */
    static List<TableRow> split(String text) {
        List<TableRow> rows = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            int end = cellEnd(text, at);
            while (end < text.length() && text.charAt(end) == ',') {
                end = cellEnd(text, end + 1);
            }
            int next = end;
            if (next < text.length() && text.charAt(next) == '\r') {
                next++;
            }
            if (next < text.length() && text.charAt(next) == '\n') {
                next++;
            }
            String raw = text.substring(at, end);
            rows.add(new TableRow(raw, text.substring(end, next), lines(raw)));
            at = next;
        }
        return rows;
    }

    /** Lines of a text, of which there is at least one. */
    static int lines(String raw) {
        int lines = 1;
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c == '\n' || c == '\r' && !(i + 1 < raw.length() && raw.charAt(i + 1) == '\n')) {
                lines++;
            }
        }
        return lines;
    }

    /** Where the cell that starts at a place ends: at a comma, a line ending, or the end of the text. */
    private static int cellEnd(String text, int start) {
        int at = start;
        if (at < text.length() && text.charAt(at) == '"') {
            at++;
            while (at < text.length()) {
                if (text.charAt(at) != '"') {
                    at++;
                } else if (at + 1 < text.length() && text.charAt(at + 1) == '"') {
                    at += 2;
                } else {
                    break;
                }
            }
        }
        while (at < text.length() && ",\n\r".indexOf(text.charAt(at)) < 0) {
            at++;
        }
        return at;
    }
}
