package io.chokepoint.ui.support;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.export.RowWriter;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.jspecify.annotations.Nullable;

/**
 * A table as it leaves the window: by the clipboard or as a CSV file, with full precision.
 *
 * @param name proposed file name, without an ending
 * @param columns names of the columns
 * @param rows one cell a column: text, number, boolean, or null for no value
 * @param leftOut what the table does not hold of what it is a table of, as a sentence; empty where it holds all
 */
public record TableCopy(String name, List<String> columns, List<@Nullable Object[]> rows, String leftOut) {
    /** Before what is left out, in the first cell of a row after the last; readers of CSV can be told to pass over such rows. */
    private static final String REMARK = "# ";

    public TableCopy {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** A table that holds all. */
    public TableCopy(String name, List<String> columns, List<@Nullable Object[]> rows) {
        this(name, columns, rows, "");
    }

    /** The same table, saying what it does not hold. */
    public TableCopy leavingOut(String sentence) {
        return new TableCopy(name, columns, rows, sentence);
    }

    /** The same table with more columns behind, whose cells are the same in every row. */
    public TableCopy with(List<String> names, @Nullable Object... cells) {
        List<String> longer = new ArrayList<>(columns);
        longer.addAll(names);
        List<@Nullable Object[]> lines = new ArrayList<>();
        for (@Nullable Object[] row : rows) {
            @Nullable Object[] line = Arrays.copyOf(row, row.length + cells.length);
            System.arraycopy(cells, 0, line, row.length, cells.length);
            lines.add(line);
        }
        return new TableCopy(name, longer, lines, leftOut);
    }

    /** The table in CSV, with a header; where something is left out, one row more says so in its first cell, after a {@code #}. */
    public String csv() {
        StringWriter out = new StringWriter();
        try (RowWriter writer = RowWriter.open(RowWriter.Format.CSV, columns, out)) {
            for (@Nullable Object[] row : rows) {
                writer.row(row);
            }
            if (!leftOut.isEmpty()) {
                @Nullable Object[] last = new @Nullable Object[columns.size()];
                last[0] = remark();
                writer.row(last);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }

    /** The table with tabs between the cells, as spreadsheets take it from the clipboard. */
    public String tabs() {
        StringBuilder text = new StringBuilder(String.join("\t", columns)).append('\n');
        for (@Nullable Object[] row : rows) {
            for (int i = 0; i < row.length; i++) {
                Object cell = row[i];
                text.append(i == 0 ? "" : "\t");
                text.append(cell == null ? "" : cell.toString().replaceAll("[\t\n\r]+", " "));
            }
            text.append('\n');
        }
        return leftOut.isEmpty()
                ? text.toString()
                : text.append(remark()).append('\n').toString();
    }

    private String remark() {
        return REMARK + leftOut.replaceAll("[\t\r\n]+", " ");
    }

    /** Puts the table on the clipboard, and says on screen what it leaves out. */
    public void copy(Dialogs dialogs) {
        copyText(tabs());
        sayLeftOut(dialogs);
    }

    /** Says on screen what the table leaves out, if anything. */
    public void sayLeftOut(Dialogs dialogs) {
        if (!leftOut.isEmpty()) {
            dialogs.say(leftOut);
        }
    }

    /** Puts a text on the clipboard. */
    public static void copyText(String text) {
        ClipboardContent content = new ClipboardContent();
        content.putString(text);
        Clipboard.getSystemClipboard().setContent(content);
    }

    /** Asks where and writes a CSV file there, whole or not at all; nothing happens where the user thinks better of it. */
    public void save(Dialogs dialogs) {
        Optional<Path> file = dialogs.saveFile(
                Texts.get("table.save"),
                new Dialogs.FileKind(Texts.get("table.csv"), List.of("*.csv")),
                name + ".csv",
                Optional.empty());
        file.ifPresent(path -> write(path, dialogs));
    }

    private void write(Path file, Dialogs dialogs) {
        try {
            AtomicFile.write(file, out -> out.write(csv()));
            sayLeftOut(dialogs);
        } catch (IOException e) {
            dialogs.programError(Texts.get("table.notWritten", file), e);
        }
    }
}
