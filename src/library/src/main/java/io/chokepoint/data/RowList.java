package io.chokepoint.data;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows in an immutable list that shares its parts with the lists it was made from: a step of undo in a table of 100,000 rows then costs a
 * few kilobytes.
 */
final class RowList {
    static final RowList EMPTY = new RowList(new TableRow[0][]);

    private static final int PIECE = 512;

    private final TableRow[][] pieces;
    /** By piece, the rows and the lines before it; one more than there are pieces. */
    private final int[] rowsBefore;

    private final int[] linesBefore;

    private RowList(TableRow[][] pieces) {
        this.pieces = pieces;
        rowsBefore = new int[pieces.length + 1];
        linesBefore = new int[pieces.length + 1];
        for (int p = 0; p < pieces.length; p++) {
            int lines = 0;
            for (TableRow row : pieces[p]) {
                lines += row.lines();
            }
            rowsBefore[p + 1] = rowsBefore[p] + pieces[p].length;
            linesBefore[p + 1] = linesBefore[p] + lines;
        }
    }

    /** The same list with the lines of all pieces but some known already. */
    private RowList(TableRow[][] pieces, int[] rowsBefore, int[] linesBefore) {
        this.pieces = pieces;
        this.rowsBefore = rowsBefore;
        this.linesBefore = linesBefore;
    }

    static RowList of(List<TableRow> rows) {
        return new RowList(pieces(rows).toArray(TableRow[][]::new));
    }

    private static List<TableRow[]> pieces(List<TableRow> rows) {
        List<TableRow[]> pieces = new ArrayList<>();
        for (int from = 0; from < rows.size(); from += PIECE) {
            pieces.add(rows.subList(from, Math.min(rows.size(), from + PIECE)).toArray(TableRow[]::new));
        }
        return pieces;
    }

    int size() {
        return rowsBefore[pieces.length];
    }

    TableRow get(int row) {
        if (row < 0 || row >= size()) {
            throw new IndexOutOfBoundsException("row " + row + " of " + size());
        }
        int piece = pieceOf(rowsBefore, row);
        return pieces[piece][row - rowsBefore[piece]];
    }

    /** With other rows in the place of those from one place to before another. */
    RowList replace(int from, int to, List<TableRow> with) {
        if (from < 0 || from > to || to > size()) {
            throw new IndexOutOfBoundsException("rows " + from + " to " + to + " of " + size());
        }
        int first = from == size() ? Math.max(0, pieces.length - 1) : pieceOf(rowsBefore, from);
        int last = to == size() ? pieces.length : pieceOf(rowsBefore, to) + 1;
        List<TableRow> middle = new ArrayList<>();
        if (pieces.length > 0) {
            middle.addAll(Arrays.asList(pieces[first]).subList(0, from - rowsBefore[first]));
        }
        middle.addAll(with);
        if (to < size()) {
            TableRow[] piece = pieces[last - 1];
            middle.addAll(Arrays.asList(piece).subList(to - rowsBefore[last - 1], piece.length));
        }
        List<TableRow[]> all = new ArrayList<>(Arrays.asList(pieces).subList(0, first));
        all.addAll(pieces(middle));
        int same = all.size();
        all.addAll(Arrays.asList(pieces).subList(last, pieces.length));
        return shared(all.toArray(TableRow[][]::new), first, same, last);
    }

    /** Counts the lines of the changed pieces only. */
    private RowList shared(TableRow[][] now, int first, int same, int last) {
        int[] rows = Arrays.copyOf(rowsBefore, now.length + 1);
        int[] lines = Arrays.copyOf(linesBefore, now.length + 1);
        for (int p = first; p < now.length; p++) {
            int count = 0;
            if (p < same) {
                for (TableRow row : now[p]) {
                    count += row.lines();
                }
            } else {
                int before = last + p - same;
                count = linesBefore[before + 1] - linesBefore[before];
            }
            rows[p + 1] = rows[p] + now[p].length;
            lines[p + 1] = lines[p] + count;
        }
        return new RowList(now, rows, lines);
    }

    /** Lines before a row; all lines for the place after the last one. */
    int linesBefore(int row) {
        int piece = row == size() ? pieces.length : pieceOf(rowsBefore, row);
        int lines = linesBefore[piece];
        for (int r = rowsBefore[piece]; r < row; r++) {
            lines += pieces[piece][r - rowsBefore[piece]].lines();
        }
        return lines;
    }

    /** The row in which a line lies, counted from 0; −1 for none. */
    int rowOfLine(int line) {
        if (line < 0 || line >= linesBefore[pieces.length]) {
            return -1;
        }
        int piece = pieceOf(linesBefore, line);
        int at = linesBefore[piece];
        int row = 0;
        while (at + pieces[piece][row].lines() <= line) {
            at += pieces[piece][row++].lines();
        }
        return rowsBefore[piece] + row;
    }

    /** The piece in which a place lies. */
    private static int pieceOf(int[] before, int place) {
        int found = Arrays.binarySearch(before, place);
        return found >= 0 ? found : -found - 2;
    }
}
