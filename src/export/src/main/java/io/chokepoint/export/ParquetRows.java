package io.chokepoint.export;

import io.chokepoint.parquet.ParquetColumn;
import io.chokepoint.parquet.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows as a Parquet table, for results that are too many for text. */
public final class ParquetRows implements RowWriter {
    private final ParquetWriter table;

    private ParquetRows(ParquetWriter table) {
        this.table = table;
    }

    /**
     * Starts a table.
     *
     * @param program who writes it, with the version
     * @param out stays open
     * @throws IOException if it cannot be written
     */
    public static RowWriter open(List<TableColumn> columns, String program, OutputStream out) throws IOException {
        List<ParquetColumn> kinds = columns.stream()
                .map(column -> switch (column.kind()) {
                    case TEXT -> ParquetColumn.text(column.name());
                    case NUMBER -> ParquetColumn.number(column.name());
                    case WHOLE -> ParquetColumn.whole(column.name());
                })
                .toList();
        return new ParquetRows(new ParquetWriter(kinds, program, Map.of(), out));
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
