package io.chokepoint.parquet;

import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.format.ColumnChunk;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.CompressionCodec;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.DataPageHeader;
import org.apache.parquet.format.DictionaryPageHeader;
import org.apache.parquet.format.Encoding;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.LogicalType;
import org.apache.parquet.format.PageHeader;
import org.apache.parquet.format.PageType;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.StringType;
import org.apache.parquet.format.Type;
import org.apache.parquet.format.Util;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table in the Parquet format, version 1 of its pages, compressed with gzip: what every reader reads. Rows come one by one; memory holds
 * {@value #GROUP_ROWS} of them. The same rows give the same bytes. Not thread-safe.
 *
 * <p>Only the structures of the format are of a library; those that also write tables bring a file system of their own along.
 */
public final class ParquetWriter implements Closeable {
    /** Rows of a group, which readers take as one piece. */
    static final int GROUP_ROWS = 100_000;

    static final byte[] MAGIC = "PAR1".getBytes(StandardCharsets.US_ASCII);

    private final List<ParquetColumn> columns;
    private final Map<String, String> facts;
    private final String program;
    private final OutputStream out;
    private final @Nullable MessageDigest seal;
    private final List<ColumnBuffer> buffers;
    private final List<RowGroup> groups = new ArrayList<>();
    private long position;
    private long rows;

    /**
     * Starts a table.
     *
     * @param program who writes it, with the version
     * @param facts what is said of the table as a whole, by name; readers show it as metadata
     * @param out stays open
     */
    public ParquetWriter(List<ParquetColumn> columns, String program, Map<String, String> facts, OutputStream out)
            throws IOException {
        this(columns, program, facts, out, null);
    }

    private ParquetWriter(
            List<ParquetColumn> columns,
            String program,
            Map<String, String> facts,
            OutputStream out,
            @Nullable MessageDigest seal)
            throws IOException {
        this.seal = seal;
        this.columns = List.copyOf(columns);
        this.program = program;
        this.facts = Map.copyOf(facts);
        this.out = out;
        this.buffers = columns.stream()
                .map(column -> new ColumnBuffer(column, GROUP_ROWS))
                .toList();
        write(MAGIC);
    }

    /** As the constructor, for a table that carries a checksum of all its bytes, see {@link ParquetSeal}. */
    public static ParquetWriter sealed(
            List<ParquetColumn> columns, String program, Map<String, String> facts, OutputStream out)
            throws IOException {
        return new ParquetWriter(columns, program, facts, out, ParquetSeal.digest());
    }

    /**
     * @param cells one a column, null for none; a number that is not finite counts as none, but for an exact column
     * @throws IllegalArgumentException if there are more or fewer cells than columns, or one does not fit its column
     */
    public void row(@Nullable Object... cells) throws IOException {
        if (cells.length != columns.size()) {
            throw new IllegalArgumentException(cells.length + " cells for " + columns.size() + " columns");
        }
        for (int i = 0; i < cells.length; i++) {
            buffers.get(i).add(cells[i]);
        }
        rows++;
        if (buffers.getFirst().rows() == GROUP_ROWS) {
            endGroup();
        }
    }

    /** Ends the table; the stream stays open. */
    @Override
    public void close() throws IOException {
        if (buffers.getFirst().rows() > 0) {
            endGroup();
        }
        FileMetaData footer = new FileMetaData(1, schema(), rows, groups);
        footer.setCreated_by(program);
        facts.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(fact -> footer.addToKey_value_metadata(new KeyValue(fact.getKey()).setValue(fact.getValue())));
        if (seal != null) {
            footer.addToKey_value_metadata(new KeyValue(ParquetSeal.KEY).setValue(ParquetSeal.OPEN));
        }
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        Util.writeFileMetaData(footer, content);
        byte[] tail = ByteBuffer.allocate(content.size() + Integer.BYTES + MAGIC.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(content.toByteArray())
                .putInt(content.size())
                .put(MAGIC)
                .array();
        if (seal != null) {
            ParquetSeal.close(tail, seal);
        }
        out.write(tail);
        out.flush();
    }

    private List<SchemaElement> schema() {
        List<SchemaElement> schema = new ArrayList<>();
        schema.add(new SchemaElement("table").setNum_children(columns.size()));
        for (ParquetColumn column : columns) {
            SchemaElement element = new SchemaElement(column.name())
                    .setType(type(column))
                    .setRepetition_type(FieldRepetitionType.OPTIONAL);
            if (column.type() == ParquetColumn.Type.TEXT) {
                // Old readers know the converted type only.
                element.setConverted_type(ConvertedType.UTF8).setLogicalType(LogicalType.STRING(new StringType()));
            }
            schema.add(element);
        }
        return schema;
    }

    private static Type type(ParquetColumn column) {
        return switch (column.type()) {
            case TEXT -> Type.BYTE_ARRAY;
            case NUMBER, EXACT -> Type.DOUBLE;
            case WHOLE -> Type.INT64;
        };
    }

    private void endGroup() throws IOException {
        List<ColumnChunk> chunks = new ArrayList<>();
        int groupRows = buffers.getFirst().rows();
        long plainBytes = 0;
        long start = position;
        for (int i = 0; i < columns.size(); i++) {
            ColumnChunk chunk = chunk(columns.get(i), buffers.get(i));
            plainBytes += chunk.getMeta_data().getTotal_uncompressed_size();
            chunks.add(chunk);
            buffers.get(i).clear();
        }
        groups.add(new RowGroup(chunks, plainBytes, groupRows)
                .setFile_offset(start)
                .setTotal_compressed_size(position - start));
    }

    private ColumnChunk chunk(ParquetColumn column, ColumnBuffer buffer) throws IOException {
        long start = position;
        long plain = 0;
        long dictionaryStart = -1;
        if (buffer.hasDictionary()) {
            dictionaryStart = position;
            plain += page(
                    buffer.dictionaryPage(),
                    new PageHeader(PageType.DICTIONARY_PAGE, 0, 0)
                            .setDictionary_page_header(
                                    new DictionaryPageHeader(buffer.dictionarySize(), Encoding.PLAIN)));
        }
        long dataStart = position;
        Encoding encoding = buffer.hasDictionary() ? Encoding.RLE_DICTIONARY : Encoding.PLAIN;
        plain += page(
                buffer.dataPage(),
                new PageHeader(PageType.DATA_PAGE, 0, 0)
                        .setData_page_header(new DataPageHeader(buffer.rows(), encoding, Encoding.RLE, Encoding.RLE)));
        List<Encoding> encodings = buffer.hasDictionary()
                ? List.of(Encoding.PLAIN, Encoding.RLE, Encoding.RLE_DICTIONARY)
                : List.of(Encoding.PLAIN, Encoding.RLE);
        ColumnMetaData about = new ColumnMetaData(
                type(column),
                encodings,
                List.of(column.name()),
                CompressionCodec.GZIP,
                buffer.rows(),
                plain,
                position - start,
                dataStart);
        if (dictionaryStart >= 0) {
            about.setDictionary_page_offset(dictionaryStart);
        }
        return new ColumnChunk(start).setMeta_data(about);
    }

    /** @return its bytes before compression, header included */
    private long page(byte[] content, PageHeader header) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        header.setUncompressed_page_size(content.length);
        header.setCompressed_page_size(packed.size());
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        Util.writePageHeader(header, head);
        write(head.toByteArray());
        write(packed.toByteArray());
        return (long) head.size() + content.length;
    }

    private void write(byte[] bytes) throws IOException {
        out.write(bytes);
        position += bytes.length;
        if (seal != null) {
            seal.update(bytes);
        }
    }
}
