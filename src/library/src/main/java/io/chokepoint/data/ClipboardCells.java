package io.chokepoint.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;

/** Blocks of cells as spreadsheets copy and paste them: tabs between cells, texts that hold a tab or a line ending in quotes. */
public final class ClipboardCells {
    private ClipboardCells() {}

    /**
     * The rows of a text; one cell where it has neither tab nor line ending. Numbers stay as they are written: one with a decimal comma is
     * a fault of its cell, which says how it is to be written.
     */
    public static List<List<String>> read(String text) {
        try (CsvReader<CsvRecord> rows = CsvReader.builder()
                .fieldSeparator('\t')
                .skipEmptyLines(false)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .ofCsvRecord(text)) {
            return rows.stream().map(CsvRecord::getFields).toList();
        } catch (CsvParseException e) {
            // Some programs quote nothing: what looks like a quoted text then is one that has quotes.
            return text.lines().map(line -> List.of(line.split("\t", -1))).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The text of a block. */
    public static String write(Stream<List<String>> rows) {
        StringWriter text = new StringWriter();
        try (CsvWriter writer = CsvWriter.builder()
                .fieldSeparator('\t')
                .lineDelimiter(LineDelimiter.LF)
                .build(text)) {
            rows.forEach(writer::writeRecord);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString();
    }
}
