package io.chokepoint.export;

import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180: quotes where a cell holds a comma, a quote or a line break, and doubles the quotes inside. */
final class CsvRowWriter implements RowWriter {
    private final Writer out;
    private final int columns;

    CsvRowWriter(List<String> columns, Writer out) throws IOException {
        this.out = out;
        this.columns = columns.size();
        row(columns.toArray());
    }

    @Override
    public void row(@Nullable Object... cells) throws IOException {
        Cells.requireCount(cells, columns);
        for (int i = 0; i < cells.length; i++) {
            if (i > 0) {
                out.write(',');
            }
            out.write(quoted(Cells.text(cells[i])));
        }
        out.write('\n');
    }

    private static String quoted(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ',' || c == '"' || c == '\n' || c == '\r') {
                return '"' + text.replace("\"", "\"\"") + '"';
            }
        }
        return text;
    }

    @Override
    public void close() throws IOException {
        out.flush();
    }
}
