package io.chokepoint.export.parts;

import io.chokepoint.base.AtomicFile;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.parquet.ParquetBatch;
import io.chokepoint.parquet.ParquetColumn;
import io.chokepoint.parquet.ParquetReader;
import io.chokepoint.parquet.ParquetSeal;
import io.chokepoint.parquet.ParquetWriter;
import io.chokepoint.sweep.UnitResults;
import io.chokepoint.text.Texts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * One share of a sweep as a Parquet file with a checksum: a row for each value, {@code unit} its unit and {@code value} its bits, units
 * in ascending order and the values of each in theirs. The same units give the same bytes, however often they were interrupted.
 */
public final class SweepPart {
    private static final String UNIT = "unit";
    private static final String VALUE = "value";
    private static final List<ParquetColumn> COLUMNS = List.of(ParquetColumn.whole(UNIT), ParquetColumn.exact(VALUE));
    private static final int FEW = 1 << 4;

    private final Path file;
    private final PartAbout about;

    private SweepPart(Path file, PartAbout about) {
        this.file = file;
        this.about = about;
    }

    public Path file() {
        return file;
    }

    public PartAbout about() {
        return about;
    }

    /**
     * Writes a part, whole or not at all.
     *
     * @param program who writes it, with the version
     * @throws ChokepointException if it cannot be written
     */
    public static void write(Path file, PartAbout about, String program, UnitResults units) {
        try {
            AtomicFile.writeBytes(file, out -> {
                try (ParquetWriter table = ParquetWriter.sealed(COLUMNS, program, about.facts(), out)) {
                    units.each((unit, values) -> writeUnit(table, unit, values));
                } catch (UncheckedIOException failure) {
                    throw failure.getCause();
                }
            });
        } catch (IOException failure) {
            throw new ChokepointException(Texts.get("part.notWritten", file, reason(failure)), failure);
        }
    }

    private static void writeUnit(ParquetWriter table, long unit, double[] values) {
        try {
            for (double value : values) {
                table.row(unit, value);
            }
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String reason(IOException failure) {
        return failure instanceof FileSystemException system && system.getReason() != null
                ? system.getReason()
                : String.valueOf(failure.getMessage());
    }

    /**
     * Opens a part and checks every byte of it.
     *
     * @throws ChokepointException without the file's name, if it cannot be read, is no part, or is damaged
     */
    public static SweepPart open(Path file) {
        try {
            if (!Files.exists(file)) {
                throw new ChokepointException(Texts.get("part.noFile"));
            }
            if (Files.isDirectory(file)) {
                throw new ChokepointException(Texts.get("part.folder"));
            }
            if (!ParquetSeal.holds(file)) {
                throw new ChokepointException(Texts.get("part.damaged"));
            }
            try (ParquetReader table = new ParquetReader(file)) {
                return new SweepPart(file, PartAbout.of(table.facts()));
            }
        } catch (IllegalArgumentException noPart) {
            throw new ChokepointException(Texts.get("part.none"), noPart);
        } catch (IOException failure) {
            throw new ChokepointException(reason(failure), failure);
        }
    }

    /**
     * Hands over its units in ascending order.
     *
     * @throws ChokepointException if it cannot be read or lacks a unit
     */
    public void each(UnitResults.Taker taker) {
        try (ParquetReader table = new ParquetReader(file)) {
            double[] values = new double[FEW];
            int count = 0;
            long place = 0;
            for (int batch = 0; batch < table.batches(); batch++) {
                ParquetBatch units = table.read(batch, UNIT);
                double[] numbers = table.read(batch, VALUE).numbers();
                for (int row = 0; row < numbers.length; row++) {
                    if (count > 0 && units.wholes()[row] != about.shard().unit(place)) {
                        taker.take(about.shard().unit(place++), Arrays.copyOf(values, count));
                        count = 0;
                    }
                    if (units.wholes()[row] != about.shard().unit(place)) {
                        throw lacking(place);
                    }
                    if (count == values.length) {
                        values = Arrays.copyOf(values, 2 * count);
                    }
                    values[count++] = numbers[row];
                }
            }
            if (count > 0) {
                taker.take(about.shard().unit(place++), Arrays.copyOf(values, count));
            }
            if (place != about.count()) {
                throw lacking(place);
            }
        } catch (IOException failure) {
            throw new ChokepointException(Texts.get("part.unreadable", file, reason(failure)), failure);
        }
    }

    private ChokepointException lacking(long place) {
        return new ChokepointException(
                Texts.get("part.lacking", file, about.shard().unit(place)));
    }
}
