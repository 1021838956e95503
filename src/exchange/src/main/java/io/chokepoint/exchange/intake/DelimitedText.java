package io.chokepoint.exchange.intake;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.SpreadsheetText;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A table of another tool: UTF-8 text with a header row, read row by row within {@link Bounds}. */
public final class DelimitedText {
    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private DelimitedText() {}

    /**
     * One row.
     *
     * @param line where it starts, from 1
     */
    public record Row(int line, Map<String, Integer> places, List<String> cells) {
        /** The text of a cell without the spaces around it; empty where the table lacks the column or the row is short. */
        public String get(String column) {
            Integer at = places.get(column);
            return at == null || at >= cells.size()
                    ? ""
                    : SpreadsheetText.plain(cells.get(at)).strip();
        }
    }

    /** What stands most often in the first line of a table, of comma, semicolon and tab; comma if none does or it cannot be read. */
    public static char separator(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return ',';
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(Bounds.CELL_LETTERS);
        }
        int commas = 0;
        int semicolons = 0;
        int tabs = 0;
        for (byte b : start) {
            if (b == '\n') {
                break;
            }
            commas += b == ',' ? 1 : 0;
            semicolons += b == ';' ? 1 : 0;
            tabs += b == '\t' ? 1 : 0;
        }
        if (tabs > Math.max(commas, semicolons)) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    /** The header of a table and its first rows, for drafts of mappings. */
    public static Optional<List<String>> header(Path file, String shown, char separator, Findings findings)
            throws IOException {
        HeaderKeeper keeper = new HeaderKeeper();
        read(file, shown, separator, findings, keeper);
        return Optional.ofNullable(keeper.columns);
    }

    /** Takes a table piece by piece. */
    public interface Reader {
        /**
         * The header.
         *
         * @return whether to go on
         */
        boolean header(List<String> columns);

        void row(Row row);

        /** Whether no further row is wanted. */
        default boolean isFull() {
            return false;
        }
    }

    private static final class HeaderKeeper implements Reader {
        private @Nullable List<String> columns;

        @Override
        public boolean header(List<String> header) {
            columns = header;
            return false;
        }

        @Override
        public void row(Row row) {}
    }

    /** As {@link #read(Path, String, char, Findings, Reader)}, whatever the header. */
    public static void forEach(Path file, String shown, char separator, Findings findings, Consumer<Row> rows)
            throws IOException {
        read(file, shown, separator, findings, new Reader() {
            @Override
            public boolean header(List<String> columns) {
                return true;
            }

            @Override
            public void row(Row row) {
                rows.accept(row);
            }
        });
    }

    /** Reads a table; what is wrong with its form becomes faults. Rows whose cells are all empty are skipped. */
    public static void read(Path file, String shown, char separator, Findings findings, Reader reader)
            throws IOException {
        if (!InputFile.mayRead(file, shown, Bounds.TABLE_BYTES, findings)) {
            return;
        }
        int line = 1;
        try (BufferedReader text = Files.newBufferedReader(file)) {
            text.mark(1);
            if (text.read() != BYTE_ORDER_MARK) {
                text.reset();
            }
            try (CsvReader<CsvRecord> records = CsvReader.builder()
                    .fieldSeparator(separator)
                    .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                    .allowUnclosedQuote(false)
                    .allowExtraCharsAfterClosingQuote(false)
                    .skipEmptyLines(true)
                    .ofCsvRecord(text)) {
                boolean hasHeader = false;
                Map<String, Integer> places = new HashMap<>();
                int width = 0;
                int rows = 0;
                for (CsvRecord csv : records) {
                    line = (int) csv.getStartingLineNumber();
                    List<String> cells = csv.getFields();
                    if (!hasHeader) {
                        hasHeader = true;
                        width = cells.size();
                        List<String> columns = cells.stream().map(String::strip).toList();
                        for (int i = 0; i < width; i++) {
                            if (!columns.get(i).isEmpty() && places.putIfAbsent(columns.get(i), i) != null) {
                                findings.fault(shown, line, columns.get(i), columns.get(i), "each column once");
                            }
                        }
                        if (!reader.header(columns)) {
                            return;
                        }
                    } else if (cells.stream().anyMatch(cell -> !cell.isBlank())) {
                        if (++rows > Bounds.ROWS || (long) rows * width > Bounds.CELLS) {
                            findings.faultAt(
                                    shown,
                                    line,
                                    "",
                                    "is one row too many",
                                    "at most " + Amounts.counted(Bounds.ROWS, "row", "rows") + " and "
                                            + Amounts.counted(Bounds.CELLS, "cell", "cells"));
                            return;
                        }
                        if (cells.size() != width) {
                            findings.faultAt(
                                    shown,
                                    line,
                                    "",
                                    "has " + Amounts.counted(cells.size(), "cell", "cells"),
                                    Amounts.count(width) + " as in the header");
                        } else {
                            reader.row(new Row(line, places, cells));
                            if (reader.isFull()) {
                                return;
                            }
                        }
                    }
                }
                if (!hasHeader) {
                    findings.faultAt(shown, 0, "", "is empty", "a header row and rows below it");
                }
            }
        } catch (CharacterCodingException e) {
            findings.faultAt(
                    shown, 0, "", "is not UTF-8", "UTF-8 text; in Excel, save as 'CSV UTF-8 (comma delimited)'");
        } catch (UncheckedIOException e) {
            if (!(e.getCause() instanceof CharacterCodingException)) {
                throw e.getCause();
            }
            findings.faultAt(
                    shown, 0, "", "is not UTF-8", "UTF-8 text; in Excel, save as 'CSV UTF-8 (comma delimited)'");
        } catch (CsvParseException e) {
            malformed(shown, line, e, findings);
        }
    }

    private static void malformed(String shown, int line, CsvParseException failure, Findings findings) {
        Throwable cause = failure.getCause() == null ? failure : failure.getCause();
        String message = String.valueOf(cause.getMessage());
        if (cause instanceof CharacterCodingException) {
            findings.faultAt(
                    shown, 0, "", "is not UTF-8", "UTF-8 text; in Excel, save as 'CSV UTF-8 (comma delimited)'");
        } else if (message.contains("maximum limit")) {
            findings.faultAt(
                    shown,
                    line,
                    "",
                    "has a row or a cell that is too large",
                    "at most " + Amounts.counted(Bounds.COLUMNS, "column", "columns"));
        } else {
            findings.faultAt(
                    shown,
                    line,
                    "",
                    "a quote is not closed, or text follows it",
                    "quotes around whole cells, doubled within");
        }
    }
}
