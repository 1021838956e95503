package io.chokepoint.sweep;

import io.chokepoint.base.ChokepointException;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.zip.CRC32C;

/**
 * Units of a sweep that are done, on disk one by one as they are finished, so that a sweep that was killed goes on where it was. Only
 * ever added to; each record carries a checksum, and the first that is not whole, with all behind it, counts as not done. One process at
 * a time has the file, where the file system knows locks. Safe for use by many threads.
 *
 * <p>The form: {@value #MAGIC}; then the name of the sweep, as its length in bytes, UTF-8 and CRC-32C; then for each unit its number (64
 * bits), how many values it gave (32 bits), their bits (64 each) and the CRC-32C of all that. Big-endian.
 */
final class ProgressFile implements Closeable {
    private static final String MAGIC = "CKUNITS1";
    private static final int HEAD = Long.BYTES + Integer.BYTES;
    private static final int FEW = 1 << 8;

    private final Path path;
    private final RandomAccessFile file;
    private long end;
    private int count;
    private long[] units = new long[FEW];
    private long[] places = new long[FEW];

    private ProgressFile(Path path, RandomAccessFile file) {
        this.path = path;
        this.file = file;
    }

    /**
     * Opens the file, and makes it where there is none.
     *
     * @param sweep what the units belong to, so that they are not taken for those of another sweep
     * @throws ChokepointException if another process has it, it is of another sweep, or it cannot be read or written
     */
    static ProgressFile open(Path path, String sweep) {
        try {
            Path folder = path.toAbsolutePath().getParent();
            Files.createDirectories(Objects.requireNonNull(folder));
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            try {
                ProgressFile progress = new ProgressFile(path, file);
                progress.lock();
                progress.begin(sweep);
                return progress;
            } catch (IOException | RuntimeException failure) {
                file.close();
                throw failure;
            }
        } catch (IOException failure) {
            throw failed(path, "cannot be used", failure);
        }
    }

    private static ChokepointException failed(Path path, String what, IOException failure) {
        return new ChokepointException(path + " " + what + ": " + failure.getMessage(), failure);
    }

    private void lock() {
        boolean free;
        try {
            free = file.getChannel().tryLock() != null;
        } catch (OverlappingFileLockException inThisProcess) {
            free = false;
        } catch (IOException noLocks) {
            free = true; // file systems of clusters may have none: better without than not at all
        }
        if (!free) {
            throw new ChokepointException(path + " is in use: another process computes this part.");
        }
    }

    private void begin(String sweep) throws IOException {
        byte[] magic = MAGIC.getBytes(StandardCharsets.US_ASCII);
        byte[] name = sweep.getBytes(StandardCharsets.UTF_8);
        byte[] head = ByteBuffer.allocate(magic.length + Integer.BYTES + name.length + Integer.BYTES)
                .put(magic)
                .putInt(name.length)
                .put(name)
                .putInt(crc(name, name.length))
                .array();
        byte[] found = new byte[(int) Math.min(head.length, file.length())];
        file.seek(0);
        file.readFully(found);
        if (Arrays.equals(found, head)) {
            end = head.length;
            readRecords();
        } else if (!isBegun(found, head)) {
            boolean ours = found.length > magic.length && Arrays.equals(magic, Arrays.copyOf(found, magic.length));
            throw new ChokepointException(path
                    + (ours
                            ? " is of another sweep: its command, dataset, version or share differs."
                            : " is no file of progress.")
                    + " Remove it to begin anew, or write the part elsewhere.");
        } else {
            file.setLength(0);
            file.write(head);
            end = head.length;
        }
    }

    /** Whether somebody was stopped while the head was written: behind what is written there may be zeros. */
    private static boolean isBegun(byte[] found, byte[] head) {
        int written = found.length;
        while (written > 0 && found[written - 1] == 0) {
            written--;
        }
        return Arrays.equals(found, 0, written, head, 0, written);
    }

    private void readRecords() throws IOException {
        long size = file.length();
        byte[] head = new byte[HEAD];
        while (end + HEAD + Integer.BYTES <= size) {
            file.seek(end);
            file.readFully(head);
            ByteBuffer record = ByteBuffer.wrap(head);
            long unit = record.getLong();
            int values = record.getInt();
            long length = HEAD + (long) values * Long.BYTES;
            if (unit < 0 || values < 1 || length > size - end - Integer.BYTES || length > Integer.MAX_VALUE) {
                break;
            }
            byte[] bytes = new byte[(int) length + Integer.BYTES];
            file.seek(end);
            file.readFully(bytes);
            if (ByteBuffer.wrap(bytes).getInt((int) length) != crc(bytes, (int) length)) {
                break;
            }
            note(unit, end);
            end += bytes.length;
        }
        file.setLength(end);
    }

    private void note(long unit, long place) {
        if (count == units.length) {
            units = Arrays.copyOf(units, 2 * count);
            places = Arrays.copyOf(places, 2 * count);
        }
        units[count] = unit;
        places[count++] = place;
    }

    private static int crc(byte[] bytes, int length) {
        CRC32C crc = new CRC32C();
        crc.update(bytes, 0, length);
        return (int) crc.getValue();
    }

    /** The units that are done, in ascending order. */
    synchronized long[] done() {
        long[] done = Arrays.copyOf(units, count);
        Arrays.sort(done);
        return done;
    }

    /** @throws ChokepointException if it cannot be written */
    void add(long unit, double[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("unit " + unit + " gave nothing");
        }
        int length = HEAD + values.length * Long.BYTES;
        ByteBuffer record =
                ByteBuffer.allocate(length + Integer.BYTES).putLong(unit).putInt(values.length);
        for (double value : values) {
            record.putLong(Double.doubleToRawLongBits(value));
        }
        record.putInt(crc(record.array(), length));
        synchronized (this) {
            try {
                file.seek(end);
                file.write(record.array());
            } catch (IOException failure) {
                throw failed(path, "cannot be written", failure);
            }
            note(unit, end);
            end += record.capacity();
        }
    }

    /** Hands over all units that are done, in ascending order, each read from the file when its turn comes. */
    synchronized void each(UnitResults.Taker taker) {
        int[] order = IntStream.range(0, count)
                .boxed()
                .sorted((a, b) -> Long.compare(units[a], units[b]))
                .mapToInt(Integer::intValue)
                .toArray();
        for (int at : order) {
            taker.take(units[at], read(places[at]));
        }
    }

    private double[] read(long place) {
        try {
            file.seek(place + Long.BYTES);
            byte[] bytes = new byte[Math.multiplyExact(file.readInt(), Long.BYTES)];
            file.readFully(bytes);
            double[] values = new double[bytes.length / Long.BYTES];
            ByteBuffer bits = ByteBuffer.wrap(bytes);
            for (int i = 0; i < values.length; i++) {
                values[i] = Double.longBitsToDouble(bits.getLong());
            }
            return values;
        } catch (IOException failure) {
            throw failed(path, "cannot be read", failure);
        }
    }

    /** Closes and removes the file: what it holds is no longer needed. */
    void remove() {
        close();
        try {
            // Whoever has taken it over since has seen that the part is there, and may have removed it.
            Files.deleteIfExists(path);
        } catch (IOException failure) {
            throw failed(path, "cannot be removed", failure);
        }
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException failure) {
            throw failed(path, "cannot be closed", failure);
        }
    }
}
