package io.chokepoint.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.chokepoint.base.CleanText;
import io.chokepoint.base.SpreadsheetText;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** RFC 4180, quotes only where a cell needs them; a text that a spreadsheet would run is guarded ({@link SpreadsheetText}). */
final class CsvRowWriter implements RowWriter {
    private final CsvWriter csv;
    private final String[] texts;

    CsvRowWriter(List<String> columns, Writer out) throws IOException {
        csv = CsvWriter.builder().lineDelimiter(LineDelimiter.LF).build(out);
        texts = new String[columns.size()];
        row(columns.toArray());
    }

    @Override
    public void row(@Nullable Object... cells) {
        Cells.requireCount(cells, texts.length);
        for (int i = 0; i < cells.length; i++) {
            String text = Cells.text(cells[i]);
            texts[i] = cells[i] instanceof String ? SpreadsheetText.guarded(CleanText.of(text)) : text;
        }
        csv.writeRecord(texts);
    }

    @Override
    public void close() throws IOException {
        csv.flush();
    }
}
