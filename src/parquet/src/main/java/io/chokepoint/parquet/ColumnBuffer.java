package io.chokepoint.parquet;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The cells of one column of one row group, in the encodings of the format (Apache Parquet, Encodings.md). Not thread-safe. */
final class ColumnBuffer {
    private static final int BITS_OF_A_BYTE = 8;

    private final ParquetColumn column;
    private final int[] present;
    private final long[] bits;
    private final Map<String, Integer> dictionary = new LinkedHashMap<>();
    private int rows;
    private int values;

    /** @param most rows of a group */
    ColumnBuffer(ParquetColumn column, int most) {
        this.column = column;
        this.present = new int[most];
        this.bits = new long[most];
    }

    int rows() {
        return rows;
    }

    boolean hasDictionary() {
        return column.type() == ParquetColumn.Type.TEXT;
    }

    int dictionarySize() {
        return dictionary.size();
    }

    /**
     * Adds a cell.
     *
     * @param cell null for none; a number that is not finite counts as none, but for an exact column
     * @throws IllegalArgumentException if the column is of another type
     */
    void add(@Nullable Object cell) {
        ParquetColumn.Type type = column.type();
        if (cell == null) {
            addNone();
        } else if (type == ParquetColumn.Type.EXACT && cell instanceof Double number) {
            addBits(Double.doubleToRawLongBits(number));
        } else if (cell instanceof Double number && !Double.isFinite(number)) {
            addNone();
        } else if (type == ParquetColumn.Type.TEXT && cell instanceof String text) {
            addBits(index(text));
        } else if (type == ParquetColumn.Type.WHOLE && (cell instanceof Integer || cell instanceof Long)) {
            addBits(((Number) cell).longValue());
        } else if (type == ParquetColumn.Type.NUMBER && cell instanceof Number number) {
            addBits(Double.doubleToRawLongBits(number.doubleValue()));
        } else {
            throw new IllegalArgumentException(column.name() + " holds " + type + ", not "
                    + cell.getClass().getSimpleName());
        }
    }

    private long index(String text) {
        Integer known = dictionary.putIfAbsent(text, dictionary.size());
        return known == null ? dictionary.size() - 1L : known;
    }

    private void addNone() {
        present[rows++] = 0;
    }

    private void addBits(long value) {
        present[rows++] = 1;
        bits[values++] = value;
    }

    /** The words of the column in the order of their numbers, plain: length, then UTF-8. */
    byte[] dictionaryPage() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        for (String word : dictionary.keySet()) {
            byte[] utf8 = word.getBytes(StandardCharsets.UTF_8);
            page.writeBytes(littleEndian(Integer.BYTES).putInt(utf8.length).array());
            page.writeBytes(utf8);
        }
        return page.toByteArray();
    }

    /** Which cells are there, then those that are: numbers plain, words by their number in the dictionary. */
    byte[] dataPage() {
        ByteArrayOutputStream page = new ByteArrayOutputStream();
        ByteArrayOutputStream levels = new ByteArrayOutputStream();
        long[] there = new long[rows];
        for (int i = 0; i < rows; i++) {
            there[i] = present[i];
        }
        pack(there, rows, 1, levels);
        page.writeBytes(littleEndian(Integer.BYTES).putInt(levels.size()).array());
        page.writeBytes(levels.toByteArray());
        if (hasDictionary()) {
            int width = Math.max(1, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(0, dictionary.size() - 1)));
            page.write(width);
            pack(bits, values, width, page);
        } else {
            ByteBuffer plain = littleEndian(values * Long.BYTES);
            for (int i = 0; i < values; i++) {
                plain.putLong(bits[i]);
            }
            page.writeBytes(plain.array());
        }
        return page.toByteArray();
    }

    /** Empties it for the next group. */
    void clear() {
        rows = 0;
        values = 0;
        dictionary.clear();
    }

    /** One bit-packed run of the hybrid encoding: groups of eight values, from the lowest bit up. */
    private static void pack(long[] source, int count, int width, ByteArrayOutputStream out) {
        int groups = Math.ceilDiv(count, BITS_OF_A_BYTE);
        unsignedVarint((groups << 1) | 1, out);
        long word = 0;
        int filled = 0;
        for (int i = 0; i < groups * BITS_OF_A_BYTE; i++) {
            word |= (i < count ? source[i] : 0) << filled;
            filled += width;
            while (filled >= BITS_OF_A_BYTE) {
                out.write((int) word);
                word >>>= BITS_OF_A_BYTE;
                filled -= BITS_OF_A_BYTE;
            }
        }
    }

    private static void unsignedVarint(int value, ByteArrayOutputStream out) {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.write(rest & 0x7F | 0x80);
            rest >>>= 7;
        }
        out.write(rest);
    }

    private static ByteBuffer littleEndian(int bytes) {
        return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }
}
