package io.chokepoint.data;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.chokepoint.base.CleanText;
import io.chokepoint.base.Problem;
import io.chokepoint.base.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rows of one CSV table (RFC 4180, UTF-8, header row), each with the line on which it starts.
 *
 * @param file as the user knows it
 * @param rows without those that are empty or have the wrong number of cells
 * @param broken first cells of the rows with the wrong number of cells: ids that are there but cannot be read
 */
record CsvTable(TableSchema schema, String file, List<Row> rows, List<String> broken) {
    private static final Pattern RECORD_LINE = Pattern.compile(" *\\(record starting at line (\\d+)\\)");
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
     * Reads a table of a dataset folder.
     *
     * @return empty if the file is missing or cannot be read as this table; a fault says why, unless a table that is not needed is
     *     just not there
     */
    static Optional<CsvTable> read(Path folder, TableSchema schema, Faults faults) {
        Path path = folder.resolve(schema.file());
        String file = shown(folder, schema.file());
        if (!schema.needed() && !Files.exists(path)) {
            return Optional.empty();
        }
        return TextFiles.read(path, file, faults).flatMap(text -> parse(text, file, schema, faults));
    }

    /** A file of a folder as the user knows it: the folder as given, then the file, with forward slashes. */
    static String shown(Path folder, String name) {
        String start = folder.toString().replace('\\', '/');
        return start.isEmpty() ? name : start.endsWith("/") ? start + name : start + "/" + name;
    }

    private static Optional<CsvTable> parse(String text, String file, TableSchema schema, Faults faults) {
        String firstLine = text.lines().findFirst().orElse("");
        if (!firstLine.contains(",") && (firstLine.contains(";") || firstLine.contains("\t"))) {
            faults.error(
                    file,
                    1,
                    "",
                    "looks like Excel's " + (firstLine.contains(";") ? "semicolon" : "tab")
                            + " form; expected commas between the columns and '.' as decimal sign. Save as 'CSV UTF-8"
                            + " (comma delimited)' under a region that uses '.', or replace the separators.");
            return Optional.empty();
        }
        List<Row> rows = new ArrayList<>();
        List<String> broken = new ArrayList<>();
        Map<String, Integer> columns = null;
        int header = 0;
        int line = 1;
        try (CsvReader<CsvRecord> reader = CsvReader.builder()
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .allowExtraCharsAfterClosingQuote(false)
                .skipEmptyLines(true)
                .ofCsvRecord(text)) {
            for (CsvRecord csv : reader) {
                line = (int) csv.getStartingLineNumber();
                List<String> cells = csv.getFields();
                if (columns == null) {
                    columns = columns(cells, line, file, schema, faults);
                    header = cells.size();
                } else if (isBlank(cells)) {
                    LOG.debug("{}:{}: a row of empty cells is left out", file, line);
                } else if (cells.size() != header) {
                    faults.error(file, line, "", wrongCount(cells.size(), header));
                    broken.add(cells.getFirst().strip());
                } else {
                    Map<String, Integer> places = columns;
                    int at = line;
                    columns.forEach((name, place) -> CleanText.unclean(cells.get(place))
                            .ifPresent(point -> faults.error(file, at, name, unclean(point))));
                    rows.add(new Row(line, places, cells));
                }
            }
        } catch (CsvParseException e) {
            faults.addAll(List.of(notCsv(file, line, e)));
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
        return Optional.of(new CsvTable(schema, file, rows, broken));
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
    private static Problem notCsv(String file, int lastGood, CsvParseException e) {
        String reason = String.valueOf(
                e.getCause() == null ? e.getMessage() : e.getCause().getMessage());
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
        return "the row has " + cells + " cells; expected " + header + " as in the header."
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
                            file,
                            line,
                            column.name(),
                            "the column is missing; expected: " + column.description() + ".");
                case EXPECTED ->
                    faults.warning(file, line, column.name(), "the column is missing; it is read as empty.");
                case OPTIONAL -> {}
            }
        }
        return columns;
    }
}
