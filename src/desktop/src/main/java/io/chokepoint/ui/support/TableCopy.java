package io.chokepoint.ui.support;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.export.RowWriter;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
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
 */
public record TableCopy(String name, List<String> columns, List<@Nullable Object[]> rows) {

    public TableCopy {
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
    }

    /** The table in CSV, with a header. */
    public String csv() {
        StringWriter out = new StringWriter();
        try (RowWriter writer = RowWriter.open(RowWriter.Format.CSV, columns, out)) {
            for (@Nullable Object[] row : rows) {
                writer.row(row);
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
        return text.toString();
    }

    /** Puts the table on the clipboard. */
    public void copy() {
        copyText(tabs());
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
        } catch (IOException e) {
            dialogs.programError(Texts.get("table.notWritten", file), e);
        }
    }
}
