package io.chokepoint.firms;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.RunMonitor;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A table in CSV (RFC 4180), read row by row without making an object for a row or a field: millions of rows a second. Comma,
 * quotes where needed ({@code ""} is a quote inside), line ends of any system also inside quotes, a byte order mark, UTF-8. Blanks
 * around a field without quotes do not belong to it; lines without anything are passed over. The first row names the columns, in any
 * order; those that nobody asks for are passed over too.
 *
 * <p>What is at fault is noted, and the row passed over: the caller sees only rows with as many fields as the header has.
 */
final class CsvRows extends TableRows {
    /** A row is in memory as a whole; a longer one comes of a quote that is never closed. */
    private static final int LONGEST_ROW = 1 << 24;

    private final InputStream in;
    private final long size;

    private int end;
    private int at;
    private long passed;

    private long nextLine = 1;
    private int fields;
    private @Nullable String broken;

    private CsvRows(String file, InputStream in, long size, Faults faults, RunMonitor monitor) {
        super(file, new byte[1 << 18], faults, monitor);
        this.in = in;
        this.size = size;
    }

    /** As {@link TableRows#open}. */
    static CsvRows openCsv(Path file, List<String> required, Faults faults, RunMonitor monitor) throws IOException {
        InputStream in = Files.newInputStream(file);
        CsvRows rows =
                new CsvRows(file.toString(), new BufferedInputStream(in, 1 << 16), Files.size(file), faults, monitor);
        try {
            rows.header(required);
        } catch (IOException | RuntimeException failure) {
            rows.close();
            throw failure;
        }
        return rows;
    }

    private void header(List<String> required) throws IOException {
        fill(4);
        if (end >= 3 && (buffer[0] & 0xFF) == 0xEF && (buffer[1] & 0xFF) == 0xBB && (buffer[2] & 0xFF) == 0xBF) {
            at = 3;
        }
        if (startsWith("PAR1")) {
            over = true;
            faults.add(file, 0, "", "is a Parquet file; its name must end in .parquet");
            return;
        }
        if (!parse()) {
            over = true;
            faults.add(file, 0, "", "is empty; expected a header with " + String.join(", ", required));
            return;
        }
        if (broken != null) {
            over = true;
            faults.add(file, line, "", broken);
            return;
        }
        Set<String> twice = new HashSet<>();
        for (int i = 0; i < fields; i++) {
            String name = text(i);
            if (columns.putIfAbsent(name, i) != null) {
                twice.add(name);
            }
        }
        require(required, line, "the header has ");
        for (String name : twice) {
            over = true;
            faults.add(file, line, name, "stands in the header twice");
        }
    }

    private boolean startsWith(String mark) {
        byte[] letters = mark.getBytes(StandardCharsets.US_ASCII);
        return end >= letters.length && Arrays.equals(buffer, 0, letters.length, letters, 0, letters.length);
    }

    @Override
    public boolean next() throws IOException {
        while (!over && parse()) {
            rows++;
            report(passed + at, size);
            if (broken != null) {
                faults.add(file, line, "", broken.substring(0, Math.min(20, broken.length())), broken);
            } else if (fields == columns.size()) {
                return true;
            } else {
                faults.add(
                        file,
                        line,
                        "",
                        "fields",
                        "has " + Amounts.counted(fields, "field", "fields") + ", but the header has " + columns.size());
            }
        }
        over = true;
        return false;
    }

    /** Reads one row that is not blank into {@link #from} and {@link #to}; false at the end of the file. */
    private boolean parse() throws IOException {
        while (true) {
            if (at >= end && !fill(1)) {
                return false;
            }
            int last = rowEnd();
            if (last < 0) {
                return parseTooLong();
            }
            int start = at;
            at = last;
            line = nextLine;
            split(start, last);
            if (fields > 1 || fields == 1 && (from[0] < to[0] || broken != null)) {
                return true;
            }
        }
    }

    /** The place behind the row that begins at {@link #at}, with all of it in the buffer; -1 if it is too long. */
    private int rowEnd() throws IOException {
        int seen = at;
        boolean quoted = false;
        while (true) {
            byte[] letters = buffer;
            for (; seen < end; seen++) {
                byte letter = letters[seen];
                if (letter == '"') {
                    quoted = !quoted;
                } else if (!quoted && (letter == '\n' || letter == '\r')) {
                    if (letter == '\r' && seen + 1 == end) {
                        break; // whether a line feed follows is not known yet
                    }
                    return letter == '\r' && letters[seen + 1] == '\n' ? seen + 2 : seen + 1;
                }
            }
            if (end - at > LONGEST_ROW) {
                return -1;
            }
            int before = at;
            if (!fill(end - at + 1)) {
                return end;
            }
            seen -= before - at;
        }
    }

    private boolean parseTooLong() {
        line = nextLine;
        over = true;
        fields = 0;
        broken = "the row is longer than " + (LONGEST_ROW >> 20) + " MB; is a quote never closed?";
        return true;
    }

    private void split(int start, int last) {
        fields = 0;
        broken = null;
        int stop = last;
        if (stop > start && buffer[stop - 1] == '\n') {
            stop--;
            nextLine++;
            if (stop > start && buffer[stop - 1] == '\r') {
                stop--;
            }
        } else if (stop > start && buffer[stop - 1] == '\r') {
            stop--;
            nextLine++;
        }
        int place = start;
        while (true) {
            if (fields == from.length) {
                from = Arrays.copyOf(from, fields * 2);
                to = Arrays.copyOf(to, fields * 2);
            }
            place = field(place, stop);
            fields++;
            if (place >= stop) {
                return;
            }
            place++; // the comma
            if (place == stop) {
                if (fields == from.length) {
                    from = Arrays.copyOf(from, fields * 2);
                    to = Arrays.copyOf(to, fields * 2);
                }
                from[fields] = stop;
                to[fields++] = stop;
                return;
            }
        }
    }

    /** One field; the place of the comma behind it, or the end of the row. */
    private int field(int start, int stop) {
        byte[] letters = buffer;
        int first = start;
        while (first < stop && isBlank(letters[first])) {
            first++;
        }
        if (first < stop && letters[first] == '"') {
            return quotedField(first, stop);
        }
        int place = first;
        while (place < stop && letters[place] != ',') {
            if (letters[place] == '"') {
                broken = "a quote inside a field that does not begin with one";
            }
            place++;
        }
        int last = place;
        while (last > first && isBlank(letters[last - 1])) {
            last--;
        }
        from[fields] = first;
        to[fields] = last;
        return place;
    }

    private int quotedField(int quote, int stop) {
        byte[] letters = buffer;
        int write = quote + 1;
        int place = write;
        from[fields] = write;
        while (true) {
            if (place >= stop) {
                broken = "a quote is never closed";
                break;
            }
            byte letter = letters[place];
            if (letter == '"') {
                if (place + 1 < stop && letters[place + 1] == '"') {
                    place++;
                } else {
                    place++;
                    break;
                }
            } else if (letter == '\n' || letter == '\r' && !(place + 1 < stop && letters[place + 1] == '\n')) {
                nextLine++;
            }
            letters[write++] = letter;
            place++;
        }
        to[fields] = write;
        while (place < stop && letters[place] != ',') {
            if (!isBlank(letters[place])) {
                broken = "text behind the closing quote of a field";
            }
            place++;
        }
        return place;
    }

    private static boolean isBlank(byte letter) {
        return letter == ' ' || letter == '\t';
    }

    /** Reads on until so many letters lie from {@link #at} on; false where the file ends before. */
    private boolean fill(int wanted) throws IOException {
        if (at > 0) {
            System.arraycopy(buffer, at, buffer, 0, end - at);
            end -= at;
            passed += at;
            at = 0;
        }
        while (end < wanted) {
            if (end == buffer.length) {
                buffer = Arrays.copyOf(buffer, buffer.length * 2);
            }
            int read = in.read(buffer, end, buffer.length - end);
            if (read < 0) {
                return false;
            }
            end += read;
        }
        return true;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
