package io.chokepoint.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.chokepoint.base.Amounts;
import io.chokepoint.base.CleanText;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.base.SpreadsheetText;
import io.chokepoint.data.TableFiles.Source;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One CSV table (RFC 4180, UTF-8, header row). It is read twice: once for its form, and once row by row, so that memory holds no more of a
 * large table than the dataset keeps.
 *
 * @param source opens it
 * @param file as the user knows it
 * @param monitor may cancel the reading
 * @param columns places by name
 * @param width cells of the header
 * @param broken first cells of the rows with the wrong number of cells: ids that are there but cannot be read
 */
record CsvTable(
        TableSchema schema,
        Source source,
        String file,
        RunMonitor monitor,
        Map<String, Integer> columns,
        int width,
        List<String> broken) {
    /** Bytes of the largest table that is read. */
    static final long MOST_BYTES = 500_000_000;

    /** As far into a file as its first line is looked for. */
    private static final int FIRST_LINE = 1 << 16;

    /** After so many lines, a power of two less one, it is asked whether reading is to go on. */
    private static final int LINES_BETWEEN_CHECKS = (1 << 12) - 1;

    private static final Pattern RECORD_LINE = Pattern.compile(" *\\(record starting at line (\\d+)\\)");
    private static final Pattern TOO_WIDE =
            Pattern.compile("Record starting at line (\\d+) has surpassed the maximum limit of (\\d+) fields");

    private static final Logger LOG = LoggerFactory.getLogger(CsvTable.class);

    /**
     * One record.
     *
     * @param line where it starts, from 1
     */
    record Row(int line, Map<String, Integer> columns, List<String> cells) {

        /** The text of a cell, empty where the table lacks the column. */
        String cell(String column) {
            Integer at = columns.get(column);
            return at == null ? "" : SpreadsheetText.plain(cells.get(at));
        }
    }

    /**
     * Reads the form of a table of a dataset folder.
     *
     * @return empty if the file is missing or cannot be read as this table; a fault says why, unless a table that is not needed is
     *     just not there
     */
    static Optional<CsvTable> read(TableFiles files, TableSchema schema, Faults faults) {
        String file = shown(files.folder(), schema.file());
        if (!schema.needed() && !files.has(schema)) {
            return Optional.empty();
        }
        Source source = files.source(schema, faults);
        return source == null ? Optional.empty() : new Form(schema, source, file, files.monitor(), faults).read();
    }

    /** A file of a folder as the user knows it: the folder as given, then the file, with forward slashes. */
    static String shown(Path folder, String name) {
        String start = folder.toString().replace('\\', '/');
        return start.isEmpty() ? name : start.endsWith("/") ? start + name : start + "/" + name;
    }

    /** Hands on row by row, without those that are empty or have the wrong number of cells. */
    void forEach(Faults faults, Consumer<Cells> reader) {
        try (CsvReader<CsvRecord> records = records(source)) {
            boolean inHeader = true;
            for (CsvRecord csv : records) {
                checkCancelled(monitor, csv);
                List<String> cells = csv.getFields();
                if (!inHeader && cells.size() == width && !isBlank(cells)) {
                    Row row = new Row((int) csv.getStartingLineNumber(), columns, cells);
                    reader.accept(new Cells(schema, file, row, faults));
                }
                inHeader = false;
            }
        } catch (IOException | UncheckedIOException | CsvParseException e) {
            LOG.debug("second reading of {}", file, e);
            faults.error(file, 0, "", "changed while it was read; expected a file that stays as it is.");
        }
    }

    private static void checkCancelled(RunMonitor monitor, CsvRecord csv) {
        if ((csv.getStartingLineNumber() & LINES_BETWEEN_CHECKS) == 0) {
            monitor.checkCancelled();
        }
    }

    private static CsvReader<CsvRecord> records(Source source) throws IOException {
        return CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(source.open());
    }

    /** Judges the form: header, quotes, the number of cells of each row, characters. */
    private record Form(TableSchema schema, Source source, String file, RunMonitor monitor, Faults faults) {

        Optional<CsvTable> read() {
            List<String> broken = new ArrayList<>();
            @Nullable Map<String, Integer> columns = null;
            int width = 0;
            int line = 1;
            try {
                if (isOfASpreadsheet()) {
                    return Optional.empty();
                }
                try (CsvReader<CsvRecord> records = records(source)) {
                    for (CsvRecord csv : records) {
                        checkCancelled(monitor, csv);
                        line = (int) csv.getStartingLineNumber();
                        List<String> cells = csv.getFields();
                        if (columns == null) {
                            columns = CsvTable.columns(cells, line, file, schema, faults);
                            width = cells.size();
                        } else if (isBlank(cells)) {
                            LOG.debug("{}:{}: a row of empty cells is left out", file, line);
                        } else if (cells.size() != width) {
                            faults.error(file, line, "", wrongCount(cells.size(), width));
                            broken.add(cells.getFirst().strip());
                        } else {
                            refuseUnclean(columns, cells, line);
                        }
                    }
                }
            } catch (CsvParseException e) {
                faults.addAll(List.of(notCsv(file, line, width, e)));
                return Optional.empty();
            } catch (IOException e) {
                faults.error(file, 0, "", "the file cannot be read: " + InputFiles.reason(e));
                return Optional.empty();
            }
            if (columns == null) {
                faults.error(file, 0, "", "is empty; expected a header row: " + String.join(",", schema.columnNames()));
                return Optional.empty();
            }
            for (TableSchema.Column column : schema.columns()) {
                if (column.presence() == TableSchema.Presence.REQUIRED && !columns.containsKey(column.name())) {
                    return Optional.empty();
                }
            }
            return Optional.of(new CsvTable(schema, source, file, monitor, columns, width, broken));
        }

        private boolean isOfASpreadsheet() throws IOException {
            String firstLine;
            try (Reader text = source.open()) {
                char[] start = new char[FIRST_LINE];
                firstLine = new String(start, 0, Math.max(0, text.read(start)))
                        .lines()
                        .findFirst()
                        .orElse("");
            }
            if (firstLine.contains(",") || !(firstLine.contains(";") || firstLine.contains("\t"))) {
                return false;
            }
            faults.error(
                    file,
                    1,
                    "",
                    "looks like Excel's " + (firstLine.contains(";") ? "semicolon" : "tab")
                            + " form; expected commas between the columns and '.' as decimal sign. Save as 'CSV UTF-8"
                            + " (comma delimited)' under a region that uses '.', or replace the separators.");
            return true;
        }

        private void refuseUnclean(Map<String, Integer> columns, List<String> cells, int line) {
            columns.forEach((name, place) -> CleanText.unclean(cells.get(place))
                    .ifPresent(point -> faults.error(file, line, name, unclean(point))));
        }
    }

    /** What is wrong with a text that holds a character which is not for reading. */
    static String unclean(String codePoint) {
        return "holds the character " + codePoint
                + ", which controls a terminal or the direction of writing; expected text without such characters.";
    }

    /** Spreadsheets leave rows of bare commas behind. */
    private static boolean isBlank(List<String> cells) {
        return cells.stream().allMatch(String::isBlank);
    }

    /** @param lastGood line of the last record that could be read */
    private static Problem notCsv(String file, int lastGood, int width, CsvParseException e) {
        String reason = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
        Matcher tooWide = TOO_WIDE.matcher(reason);
        if (tooWide.matches()) {
            return Problem.error(
                    file,
                    Integer.parseInt(tooWide.group(1)),
                    "",
                    "the row is too wide: the most that can be read is " + tooWide.group(2) + "; expected "
                            + (width == 0 ? "a header row" : width + " as in the header")
                            + ". The table is not read.");
        }
        Matcher place = RECORD_LINE.matcher(reason);
        int line = place.find() ? Integer.parseInt(place.group(1)) : lastGood;
        return Problem.error(
                file,
                line,
                "",
                "is not CSV: " + place.reset().replaceAll("")
                        + "; expected a text in quotes to end with a quote and a comma, and"
                        + " quotes within it to be doubled. The table is not read.");
    }

    private static String wrongCount(int cells, int header) {
        return "the row has " + Amounts.counted(cells, "cell", "cells") + "; expected " + header + " as in the header."
                + (cells > header ? " Maybe a text with a comma lacks its quotes." : "");
    }

    private static Map<String, Integer> columns(
            List<String> cells, int line, String file, TableSchema schema, Faults faults) {
        Map<String, Integer> columns = new LinkedHashMap<>();
        List<String> known = schema.columnNames();
        for (int i = 0; i < cells.size(); i++) {
            String name = cells.get(i).strip();
            if (name.isEmpty()) {
                faults.warning(file, line, "", "column " + (i + 1) + " has no name; it is ignored.");
            } else if (columns.putIfAbsent(name, i) != null) {
                faults.error(file, line, name, "the column is there twice; expected it once.");
            } else if (!known.contains(name)) {
                faults.warning(
                        file, line, name, "is not a column of this table; it is ignored." + Hints.nearest(name, known));
            }
        }
        for (TableSchema.Column column : schema.columns()) {
            if (columns.containsKey(column.name())) {
                continue;
            }
            switch (column.presence()) {
                case REQUIRED ->
                    faults.error(
                            file, line, column.name(), "the column is missing; expected: " + column.expected() + ".");
                case EXPECTED ->
                    faults.warning(file, line, column.name(), "the column is missing; it is read as empty.");
                case OPTIONAL -> {}
            }
        }
        return columns;
    }
}
