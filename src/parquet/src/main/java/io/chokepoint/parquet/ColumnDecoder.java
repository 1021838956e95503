package io.chokepoint.parquet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.DataPageHeaderV2;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/** Reads the pages of one column of one row group: plain cells or numbers of a dictionary, pages of either version. Not thread-safe. */
final class ColumnDecoder {
    private final ColumnMetaData about;
    private final boolean optional;
    private final Type type;
    private final boolean[] present;
    private final long[] wholes;
    private final double[] numbers;
    private final @Nullable String[] texts;
    private int row;

    private long[] knownBits = new long[0];
    private String[] knownTexts = new String[0];

    /** @param optional whether cells may be missing */
    ColumnDecoder(ColumnMetaData about, boolean optional, int rows) throws IOException {
        this.about = about;
        this.optional = optional;
        this.type = about.getType();
        boolean text = type == Type.BYTE_ARRAY;
        boolean number = type == Type.DOUBLE || type == Type.FLOAT;
        if (!text && !number && type != Type.INT64 && type != Type.INT32) {
            throw unreadable("is of type " + type);
        }
        present = new boolean[rows];
        texts = new String[text ? rows : 0];
        numbers = new double[number ? rows : 0];
        wholes = new long[text || number ? 0 : rows];
    }

    private IOException unreadable(String why) {
        return new IOException(
                "column '" + String.join(".", about.getPath_in_schema()) + "' " + why + ", which is not read here");
    }

    /** @param chunk all pages of the column, one after the other */
    ParquetBatch read(byte[] chunk) throws IOException {
        ByteArrayInputStream in = new ByteArrayInputStream(chunk);
        while (row < present.length) {
            PageHeader header = Util.readPageHeader(in);
            byte[] page = in.readNBytes(header.getCompressed_page_size());
            if (header.getType() == PageType.DICTIONARY_PAGE) {
                readDictionary(
                        unpacked(page, header.getUncompressed_page_size()),
                        header.getDictionary_page_header().getNum_values());
            } else if (header.getType() == PageType.DATA_PAGE) {
                ByteBuffer cells = unpacked(page, header.getUncompressed_page_size());
                int count = header.getData_page_header().getNum_values();
                readPage(
                        cells,
                        optional ? cells.getInt() : 0,
                        count,
                        header.getData_page_header().getEncoding());
            } else if (header.getType() == PageType.DATA_PAGE_V2) {
                DataPageHeaderV2 second = header.getData_page_header_v2();
                int levels = second.getDefinition_levels_byte_length() + second.getRepetition_levels_byte_length();
                ByteBuffer cells = second.isIs_compressed()
                        ? joined(page, levels, header.getUncompressed_page_size())
                        : littleEndian(page);
                cells.position(second.getRepetition_levels_byte_length());
                readPage(
                        cells, second.getDefinition_levels_byte_length(), second.getNum_values(), second.getEncoding());
            }
        }
        return new ParquetBatch(wholes, numbers, texts, present);
    }

    private ByteBuffer joined(byte[] page, int levels, int size) throws IOException {
        ByteBuffer cells = unpacked(Arrays.copyOfRange(page, levels, page.length), size - levels);
        return littleEndian(ByteBuffer.allocate(levels + cells.remaining())
                .put(page, 0, levels)
                .put(cells)
                .array());
    }

    private ByteBuffer unpacked(byte[] page, int size) throws IOException {
        if (about.getCodec() == CompressionCodec.UNCOMPRESSED) {
            return littleEndian(page);
        }
        if (about.getCodec() == CompressionCodec.SNAPPY) {
            return littleEndian(Snappy.unpacked(page, size));
        }
        if (about.getCodec() != CompressionCodec.GZIP) {
            throw unreadable("is compressed with " + about.getCodec());
        }
        try (GZIPInputStream gzip = new GZIPInputStream(new ByteArrayInputStream(page))) {
            byte[] bytes = gzip.readNBytes(size);
            if (bytes.length < size) {
                throw new IOException("a page is cut short");
            }
            return littleEndian(bytes);
        }
    }

    private static ByteBuffer littleEndian(byte[] bytes) {
        return ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void readDictionary(ByteBuffer page, int count) throws IOException {
        if (count > page.remaining() / Integer.BYTES) {
            throw new IOException("a dictionary is cut short");
        }
        if (type == Type.BYTE_ARRAY) {
            knownTexts = new String[count];
            for (int i = 0; i < count; i++) {
                knownTexts[i] = text(page);
            }
        } else {
            knownBits = new long[count];
            for (int i = 0; i < count; i++) {
                knownBits[i] = bits(page);
            }
        }
    }

    private static String text(ByteBuffer page) {
        int length = page.getInt();
        if (length > page.remaining()) {
            throw new BufferUnderflowException(); // before room is made for it
        }
        byte[] utf8 = new byte[length];
        page.get(utf8);
        return new String(utf8, StandardCharsets.UTF_8);
    }

    private long bits(ByteBuffer page) {
        return switch (type) {
            case INT32 -> page.getInt();
            case FLOAT -> Double.doubleToRawLongBits(page.getFloat());
            default -> page.getLong();
        };
    }

    private void readPage(ByteBuffer page, int levelBytes, int count, Encoding encoding) throws IOException {
        if (count > present.length - row) {
            throw new IOException("there are more cells than rows");
        }
        int values = count;
        if (optional) {
            int end = page.position() + levelBytes;
            int[] levels = new HybridDecoder(page, end, 1).read(count);
            values = 0;
            for (int i = 0; i < count; i++) {
                present[row + i] = levels[i] == 1;
                values += levels[i];
            }
            page.position(end);
        } else {
            Arrays.fill(present, row, row + count, true);
        }
        if (encoding == Encoding.PLAIN) {
            for (int i = row; i < row + count; i++) {
                if (present[i] && type == Type.BYTE_ARRAY) {
                    texts[i] = text(page);
                } else if (present[i]) {
                    put(i, bits(page));
                }
            }
        } else if (encoding == Encoding.RLE_DICTIONARY || encoding == Encoding.PLAIN_DICTIONARY) {
            int width = page.get();
            int[] places = new HybridDecoder(page, page.limit(), width).read(values);
            int next = 0;
            for (int i = row; i < row + count; i++) {
                if (present[i] && type == Type.BYTE_ARRAY) {
                    texts[i] = knownTexts[places[next++]];
                } else if (present[i]) {
                    put(i, knownBits[places[next++]]);
                }
            }
        } else {
            throw unreadable("is encoded as " + encoding);
        }
        row += count;
    }

    private void put(int at, long bits) {
        if (numbers.length > 0) {
            numbers[at] = Double.longBitsToDouble(bits);
        } else {
            wholes[at] = bits;
        }
    }
}
