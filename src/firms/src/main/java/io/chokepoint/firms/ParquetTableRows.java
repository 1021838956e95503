package io.chokepoint.firms;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.parquet.ParquetBatch;
import io.chokepoint.parquet.ParquetReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A table in Parquet, of which only the columns that somebody asks for are read. Ids and labels may be texts or whole numbers, which
 * are then the texts of their digits; a floating-point number without a fraction counts as a whole one.
 */
final class ParquetTableRows extends TableRows {
    /** Up to here every whole number is a floating-point number too. */
    private static final double EXACT = 0x1p53;

    private final ParquetReader table;

    /** By column, what is in memory of it; nothing for columns that nobody asked for. */
    private final @Nullable ParquetBatch[] batch;

    private final List<Integer> asked = new ArrayList<>();
    private int nextBatch;
    private int row;
    private int batchRows;

    private ParquetTableRows(String file, ParquetReader table, Faults faults, RunMonitor monitor) {
        super(file, new byte[1 << 10], faults, monitor);
        this.table = table;
        for (String name : table.columns()) {
            columns.putIfAbsent(name, columns.size());
        }
        batch = new ParquetBatch[columns.size()];
        from = new int[batch.length];
        to = new int[batch.length];
    }

    /** As {@link TableRows#open}. */
    static TableRows openParquet(Path file, List<String> required, Faults faults, RunMonitor monitor)
            throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        ParquetReader table;
        try {
            table = new ParquetReader(file);
        } catch (IOException failure) {
            throw unreadable(file.toString(), failure);
        }
        ParquetTableRows rows = new ParquetTableRows(file.toString(), table, faults, monitor);
        rows.require(required, 0, "the file has ");
        required.forEach(rows::column);
        return rows;
    }

    private static ChokepointException unreadable(String file, IOException failure) {
        return new ChokepointException(List.of(Problem.error(file, 0, "", String.valueOf(failure.getMessage()))));
    }

    @Override
    public int column(String name) {
        int place = super.column(name);
        if (place >= 0 && !asked.contains(place)) {
            asked.add(place);
        }
        return place;
    }

    @Override
    public boolean next() throws IOException {
        while (!over && row == batchRows) {
            if (nextBatch == table.batches()) {
                over = true;
            } else {
                read();
            }
        }
        if (over) {
            return false;
        }
        rows++;
        line = rows;
        report(rows, table.rows());
        int end = 0;
        for (int place : asked) {
            from[place] = end;
            end = write(cells(place), end);
            to[place] = end;
        }
        row++;
        return true;
    }

    private void read() {
        List<String> names = List.copyOf(columns.keySet());
        monitor.checkCancelled();
        try {
            batchRows = 0;
            for (int place : asked) {
                ParquetBatch cells = table.read(nextBatch, names.get(place));
                batch[place] = cells;
                batchRows = cells.rows();
            }
        } catch (IOException failure) {
            throw unreadable(file, failure);
        }
        nextBatch++;
        row = 0;
    }

    private ParquetBatch cells(int place) {
        ParquetBatch cells = batch[place];
        if (cells == null) {
            throw new IllegalStateException("column " + place + " was asked for too late");
        }
        return cells;
    }

    /** Writes the letters of a cell behind the others; where they end. */
    private int write(ParquetBatch cells, int at) {
        if (!cells.present()[row]) {
            return at;
        }
        if (cells.wholes().length > 0) {
            return write(cells.wholes()[row], at);
        }
        if (cells.numbers().length > 0) {
            double number = cells.numbers()[row];
            return number == Math.rint(number) && Math.abs(number) <= EXACT
                    ? write((long) number, at)
                    : write(Double.toString(number), at);
        }
        return write(String.valueOf(cells.texts()[row]), at);
    }

    private int write(String text, int at) {
        byte[] letters = text.getBytes(StandardCharsets.UTF_8);
        room(at + letters.length);
        System.arraycopy(letters, 0, buffer, at, letters.length);
        return at + letters.length;
    }

    private int write(long whole, int at) {
        if (whole < 0) {
            return write(Long.toString(whole), at);
        }
        int digits = 1;
        for (long rest = whole / 10; rest > 0; rest /= 10) {
            digits++;
        }
        room(at + digits);
        long rest = whole;
        for (int place = at + digits - 1; place >= at; place--) {
            buffer[place] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        return at + digits;
    }

    private void room(int wanted) {
        if (wanted > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(wanted, 2 * buffer.length));
        }
    }

    @Override
    public double number(int place) {
        ParquetBatch cells = cells(place);
        int at = row - 1;
        if (!cells.present()[at] || cells.texts().length > 0) {
            return super.number(place);
        }
        double value = cells.numbers().length > 0 ? cells.numbers()[at] : cells.wholes()[at];
        return Double.isFinite(value) ? value : Double.NaN;
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
