package io.chokepoint.export;

import io.chokepoint.parquet.ParquetColumn;
import io.chokepoint.parquet.ParquetWriter;
import io.chokepoint.result.Provenance;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Results week by week as a Parquet table: the columns of CSV under the same names, with a type each. The week is a whole number, ids are
 * text, all else are 64-bit numbers, so they are those of the run to the last digit; where there is no value there is none. Metadata of the file: {@code provenance}.
 */
final class SeriesParquet implements RowWriter {
    private static final Set<String> TEXTS = Set.of("good", "provider", "binding_input");

    private final ParquetWriter table;

    /** Opens a table once its columns are known. */
    @FunctionalInterface
    interface Opening {
        RowWriter open(List<String> columns) throws IOException;
    }

    private SeriesParquet(ParquetWriter table) {
        this.table = table;
    }

    /** @param out stays open */
    static RowWriter open(List<String> columns, Provenance provenance, OutputStream out) throws IOException {
        return new SeriesParquet(new ParquetWriter(
                columns.stream().map(SeriesParquet::column).toList(),
                "Chokepoint " + provenance.version(),
                Map.of("provenance", ProvenanceJson.text(provenance)),
                out));
    }

    private static ParquetColumn column(String name) {
        if (name.equals("week")) {
            return ParquetColumn.whole(name);
        }
        return TEXTS.contains(name) ? ParquetColumn.text(name) : ParquetColumn.number(name);
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        table.row(cells);
    }

    @Override
    public void close() throws IOException {
        table.close();
    }
}
