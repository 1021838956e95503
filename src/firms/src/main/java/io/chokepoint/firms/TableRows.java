package io.chokepoint.firms;

import io.chokepoint.base.CleanText;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table read row by row, without making an object for a row or, in CSV, for a field. A file whose name ends in {@code .parquet} is
 * Parquet, any other CSV. What is at fault is noted with its row.
 */
public abstract class TableRows implements AutoCloseable {
    private static final int MONITORED_ROWS = 1 << 16;

    final String file;
    final Faults faults;
    final RunMonitor monitor;
    final Map<String, Integer> columns = new LinkedHashMap<>();

    /** Letters of the row's fields, and between which places each lies. */
    byte[] buffer;

    int[] from = new int[32];
    int[] to = new int[32];

    boolean over;
    long line;
    long rows;

    TableRows(String file, byte[] buffer, Faults faults, RunMonitor monitor) {
        this.file = file;
        this.buffer = buffer;
        this.faults = faults;
        this.monitor = monitor;
    }

    /**
     * Opens a table and reads its header. Where the header is at fault, that is noted and {@link #next} gives no row.
     *
     * @param required columns that must be there
     * @throws IOException if the file cannot be read
     */
    public static TableRows open(Path file, List<String> required, Faults faults, RunMonitor monitor)
            throws IOException {
        if (Files.isDirectory(file)) { // opening one works, and its first read says no name
            throw new FileSystemException(file.toString(), null, "it is a folder, not a file");
        }
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".parquet")
                ? ParquetTableRows.openParquet(file, required, faults, monitor)
                : CsvRows.openCsv(file, required, faults, monitor);
    }

    /** Notes columns that are not there; then there are no rows. */
    final void require(List<String> required, long headerLine, String has) {
        for (String name : required) {
            if (!columns.containsKey(name)) {
                over = true;
                faults.add(file, headerLine, name, "is missing; " + has + String.join(", ", columns.keySet()));
            }
        }
    }

    /** Says now and then how far it is. */
    final void report(long done, long all) {
        if (rows % MONITORED_ROWS == 0) {
            monitor.checkCancelled();
            monitor.progress(Math.min(all, done), all, "Reading " + file);
        }
    }

    /** The names of the columns, in the order of the file. */
    public Set<String> columns() {
        return columns.keySet();
    }

    /** The place of a column in a row, -1 if there is none. */
    public int column(String name) {
        Integer place = columns.get(name);
        return place == null ? -1 : place;
    }

    /** Whether the header is as it must be. */
    public boolean readable() {
        return !over || rows > 0;
    }

    /** How many rows came so far, the header apart, those at fault included. */
    public long rows() {
        return rows;
    }

    /** The line on which the row begins, counted from 1 with the header; in Parquet the row, counted from 1. */
    public long line() {
        return line;
    }

    /** The letters of all fields of the row, until the next one is read. */
    public byte[] letters() {
        return buffer;
    }

    /** Where a field begins in {@link #letters()}. */
    public int from(int column) {
        return from[column];
    }

    /** Where a field ends in {@link #letters()}. */
    public int to(int column) {
        return to[column];
    }

    public boolean isEmpty(int column) {
        return from[column] == to[column];
    }

    public String text(int column) {
        return new String(buffer, from[column], to[column] - from[column], StandardCharsets.UTF_8);
    }

    /** A number; NaN where the field is none, or none that is finite. */
    public double number(int column) {
        return PlainNumbers.parse(buffer, from[column], to[column]);
    }

    /**
     * A text as a message shows it: in quotes, and with its code points where letters alone do not tell it from another, such as a
     * composed and a decomposed e acute, or a blank that does not break a line.
     */
    public String quoted(int column) {
        String text = text(column);
        boolean told = Normalizer.isNormalized(text, Normalizer.Form.NFKD)
                && text.codePoints().noneMatch(point -> Character.getType(point) == Character.FORMAT || isMark(point));
        return "'" + text + "'" + (told ? "" : " (" + CleanText.spelled(text) + ")");
    }

    private static boolean isMark(int point) {
        return Character.getType(point) == Character.NON_SPACING_MARK;
    }

    /**
     * Whether a text may become a name: UTF-8, so that two names are not shown alike, and without characters that control a terminal or
     * the direction of writing, since names are printed. What is wrong with one that may not is noted.
     */
    public boolean isName(int column, String name) {
        boolean plain = true;
        for (int at = from[column]; plain && at < to[column]; at++) {
            plain = buffer[at] >= ' ' && buffer[at] < 0x7F;
        }
        if (plain) {
            return true;
        }
        String text;
        try {
            text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(buffer, from[column], to[column] - from[column]))
                    .toString();
        } catch (CharacterCodingException none) {
            fault(name, "UTF-8", "'" + text(column) + "' is not UTF-8");
            return false;
        }
        Optional<String> unclean = CleanText.unclean(text);
        unclean.ifPresent(
                point -> fault(
                        name,
                        "unclean",
                        "holds the character " + point
                                + ", which controls a terminal or the direction of writing; expected text without such characters"));
        return unclean.isEmpty();
    }

    /** Notes a fault of this row. */
    public void fault(String column, String what, String message) {
        faults.add(file, line, column, what, message);
    }

    /**
     * Goes to the next row.
     *
     * @return whether there is one
     * @throws IOException if the file cannot be read
     * @throws java.util.concurrent.CancellationException if the monitor says so
     */
    public abstract boolean next() throws IOException;

    @Override
    public abstract void close() throws IOException;
}
