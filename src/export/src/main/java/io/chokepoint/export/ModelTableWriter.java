package io.chokepoint.export;

import io.chokepoint.result.ModelTable;
import io.chokepoint.result.ModelTable.Column;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The answer of a model that knows no weeks, as a tidy table under the model's own columns. */
public final class ModelTableWriter {
    private ModelTableWriter() {}

    public static void write(ModelTable table, RowWriter.Format format, Writer out) throws IOException {
        List<String> columns = table.columns().stream().map(Column::id).toList();
        try (RowWriter rows = RowWriter.open(format, columns, table.provenance(), out)) {
            for (List<@Nullable Object> row : table.rows()) {
                rows.row(row.toArray());
            }
        }
    }
}
