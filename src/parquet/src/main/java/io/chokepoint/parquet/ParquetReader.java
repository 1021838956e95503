package io.chokepoint.parquet;

import java.io.ByteArrayInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.parquet.format.ColumnMetaData;
import org.apache.parquet.format.ConvertedType;
import org.apache.parquet.format.FieldRepetitionType;
import org.apache.parquet.format.FileMetaData;
import org.apache.parquet.format.KeyValue;
import org.apache.parquet.format.RowGroup;
import org.apache.parquet.format.SchemaElement;
import org.apache.parquet.format.Util;

/**
 * Reads a flat table in the Parquet format, one row group and column at a time: whole numbers, floating point and texts, uncompressed or
 * with gzip, which is what {@link ParquetWriter} writes and any other writer can be told to, or with Snappy, which most write by default. Not thread-safe.
 */
public final class ParquetReader implements Closeable {
    /** Kinds of columns whose bits are not the numbers or texts that they stand for. */
    private static final Set<ConvertedType> OTHERS =
            EnumSet.of(ConvertedType.DECIMAL, ConvertedType.UINT_32, ConvertedType.UINT_64, ConvertedType.INTERVAL);

    private final RandomAccessFile file;
    private final FileMetaData footer;
    private final List<String> columns = new ArrayList<>();

    /** @throws IOException if it cannot be read or is no table of this kind */
    public ParquetReader(Path path) throws IOException {
        file = new RandomAccessFile(path.toFile(), "r");
        try {
            footer = footer();
            List<SchemaElement> schema = footer.getSchema();
            // Whoever reads makes room for the rows first.
            if (footer.getRow_groups().stream().mapToLong(RowGroup::getNum_rows).sum() != footer.getNum_rows()) {
                throw new IOException("its rows are not as many as it says");
            }
            for (SchemaElement element : schema.subList(1, schema.size())) {
                if (element.getNum_children() > 0 || element.getRepetition_type() == FieldRepetitionType.REPEATED) {
                    throw new IOException("column '" + element.getName() + "' is not one cell a row");
                }
                columns.add(element.getName());
            }
        } catch (IOException | RuntimeException failure) {
            file.close();
            throw failure instanceof IOException known
                    ? known
                    : new IOException("it is no whole Parquet file", failure);
        }
    }

    private FileMetaData footer() throws IOException {
        int magic = ParquetWriter.MAGIC.length;
        byte[] end = new byte[Integer.BYTES + magic];
        if (file.length() < magic + end.length) {
            throw new IOException("it is no Parquet file");
        }
        file.seek(file.length() - end.length);
        file.readFully(end);
        int size = ByteBuffer.wrap(end).order(ByteOrder.LITTLE_ENDIAN).getInt();
        boolean parquet = Arrays.equals(end, Integer.BYTES, end.length, ParquetWriter.MAGIC, 0, magic);
        if (!parquet || size < 0 || size > file.length() - end.length - magic) {
            throw new IOException("it is no whole Parquet file");
        }
        byte[] bytes = new byte[size];
        file.seek(file.length() - end.length - size);
        file.readFully(bytes);
        return Util.readFileMetaData(new ByteArrayInputStream(bytes));
    }

    /** Names in the order of the file. */
    public List<String> columns() {
        return List.copyOf(columns);
    }

    public long rows() {
        return footer.getNum_rows();
    }

    /** What is said of the table as a whole, by name. */
    public Map<String, String> facts() {
        Map<String, String> facts = new LinkedHashMap<>();
        if (footer.isSetKey_value_metadata()) {
            for (KeyValue fact : footer.getKey_value_metadata()) {
                facts.put(fact.getKey(), fact.isSetValue() ? fact.getValue() : "");
            }
        }
        return facts;
    }

    /** How many batches of rows there are; each is in memory as a whole while it is read. */
    public int batches() {
        return footer.getRow_groupsSize();
    }

    /**
     * Reads a column of a batch.
     *
     * @param batch 0 … {@link #batches()} − 1
     * @throws IOException if there is no such column, or what is in it is not read here, with its name
     */
    public ParquetBatch read(int batch, String column) throws IOException {
        int place = columns.indexOf(column);
        if (place < 0) {
            throw new IOException("there is no column '" + column + "'");
        }
        RowGroup group = footer.getRow_groups().get(batch);
        ColumnMetaData about = group.getColumns().get(place).getMeta_data();
        long start = about.isSetDictionary_page_offset() && about.getDictionary_page_offset() > 0
                ? Math.min(about.getDictionary_page_offset(), about.getData_page_offset())
                : about.getData_page_offset();
        if (about.getTotal_compressed_size() > file.length() || about.getNum_values() != group.getNum_rows()) {
            throw new IOException("column '" + column + "' is damaged");
        }
        SchemaElement element = footer.getSchema().get(place + 1);
        if (element.isSetConverted_type() && OTHERS.contains(element.getConverted_type())) {
            throw new IOException(
                    "column '" + column + "' is of type " + element.getConverted_type() + ", which is not read here");
        }
        if (element.isSetLogicalType() && element.getLogicalType().isSetDECIMAL()) {
            throw new IOException("column '" + column + "' is of type DECIMAL, which is not read here");
        }
        boolean optional = element.getRepetition_type() == FieldRepetitionType.OPTIONAL;
        try {
            byte[] chunk = new byte[Math.toIntExact(about.getTotal_compressed_size())];
            file.seek(start);
            file.readFully(chunk);
            return new ColumnDecoder(about, optional, Math.toIntExact(group.getNum_rows())).read(chunk);
        } catch (RuntimeException broken) {
            throw new IOException("column '" + column + "' is damaged", broken);
        }
    }

    @Override
    public void close() throws IOException {
        file.close();
    }
}
