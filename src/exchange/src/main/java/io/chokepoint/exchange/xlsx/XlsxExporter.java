package io.chokepoint.exchange.xlsx;

import io.chokepoint.base.Amounts;
import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.CleanText;
import io.chokepoint.data.TableSchema;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.NumberCells;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.exchange.outlet.Exporter;
import io.chokepoint.exchange.outlet.RawTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.dhatim.fastexcel.DataValidationErrorStyle;
import org.dhatim.fastexcel.Range;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A dataset as a workbook: a sheet for each table, with drop-down lists, number formats and a note on each column; descriptor and scenarios as lines
 * of the sheet {@value #FILES}. Texts are cells of text, whatever they look like; numbers are numbers in full precision.
 */
public final class XlsxExporter implements Exporter {
    static final String FILES = "files";
    static final String WORDS = "words";

    static final List<String> FILE_COLUMNS = List.of("path", "line", "text");

    /** Rows below the last one that lists and formats reach. */
    private static final int ROOM = 200;

    private static final String HEADER_FILL = "DCE6F1";
    private static final double WIDTH_OF_NUMBERS = 12;
    private static final double WIDTH_OF_TEXTS = 24;
    private static final String TEXT_FORMAT = "@";

    @Override
    public String format() {
        return "xlsx";
    }

    @Override
    public String description() {
        return "a workbook with one sheet for each table";
    }

    @Override
    public boolean takesRun() {
        return false;
    }

    @Override
    public boolean isText() {
        return false;
    }

    @Override
    public void write(ExportSource source, OutputStream out) throws IOException {
        Path folder = source.data().folder();
        List<RawTable> tables = RawTable.of(folder);
        // Closing would close the stream, which is its owner's.
        Workbook book = new Workbook(out, "Chokepoint", "1.0");
        Map<String, Worksheet> sheets = new HashMap<>();
        for (RawTable table : tables) {
            sheets.put(table.schema().name(), book.newWorksheet(table.schema().name()));
        }
        Worksheet files = book.newWorksheet(FILES);
        Worksheet words = book.newWorksheet(WORDS);
        words.setVisibilityState(VisibilityState.HIDDEN);
        Map<String, Range> lists = idLists(tables, sheets);
        Map<String, Range> wordLists = new HashMap<>();
        for (RawTable table : tables) {
            Worksheet sheet = sheets.get(table.schema().name());
            if (sheet != null) {
                new Sheet(sheet, table).write(lists, wordLists, words);
            }
        }
        files(files, folder);
        book.finish();
    }

    /** Where the ids of each table stand. */
    private static Map<String, Range> idLists(List<RawTable> tables, Map<String, Worksheet> sheets) {
        Map<String, Range> lists = new HashMap<>();
        for (RawTable table : tables) {
            int column = table.columns().indexOf("id");
            Worksheet sheet = sheets.get(table.schema().name());
            if (column >= 0 && sheet != null) {
                lists.put(
                        table.schema().name(),
                        sheet.range(1, column, table.rows().size() + ROOM, column));
            }
        }
        return lists;
    }

    /** One table on its way. */
    private record Sheet(Worksheet sheet, RawTable table) {

        void write(Map<String, Range> lists, Map<String, Range> wordLists, Worksheet words) {
            for (int c = 0; c < table.columns().size(); c++) {
                column(c, lists, wordLists, words);
            }
            for (int r = 0; r < table.rows().size(); r++) {
                List<String> cells = table.rows().get(r);
                for (int c = 0; c < cells.size(); c++) {
                    cell(r + 1, c, cells.get(c));
                }
            }
            sheet.freezePane(0, 1);
            if (!table.rows().isEmpty()) {
                sheet.setAutoFilter(0, 0, table.rows().size(), table.columns().size() - 1);
            }
        }

        private Optional<TableSchema.Column> known(int c) {
            String name = table.columns().get(c);
            return table.schema().columns().stream()
                    .filter(column -> column.name().equals(name))
                    .findFirst();
        }

        private boolean isNumber(int c) {
            return known(c).map(column -> column.type() != TableSchema.Type.TEXT)
                    .orElse(false);
        }

        private void column(int c, Map<String, Range> lists, Map<String, Range> wordLists, Worksheet words) {
            String name = table.columns().get(c);
            int last = table.rows().size() + ROOM;
            sheet.inlineString(0, c, name);
            sheet.style(0, c).bold().fillColor(HEADER_FILL).set();
            sheet.width(c, isNumber(c) ? WIDTH_OF_NUMBERS : WIDTH_OF_TEXTS);
            sheet.style(c).format(isNumber(c) ? "General" : TEXT_FORMAT).set();
            sheet.range(1, c, last, c)
                    .style()
                    .format(isNumber(c) ? "General" : TEXT_FORMAT)
                    .set();
            known(c).ifPresent(column -> {
                sheet.comment(0, c, column.expected());
                List<String> choices = Words.of(table.schema(), name);
                Range range = sheet.range(1, c, last, c);
                if (!choices.isEmpty()) {
                    validate(
                            range,
                            wordLists.computeIfAbsent(name, unused -> list(name, choices, wordLists.size(), words)));
                } else {
                    Words.table(column).map(lists::get).ifPresent(ids -> validate(range, ids));
                }
            });
        }

        private static Range list(String name, List<String> choices, int column, Worksheet words) {
            words.inlineString(0, column, name);
            for (int r = 0; r < choices.size(); r++) {
                words.inlineString(r + 1, column, choices.get(r));
            }
            return words.range(1, column, choices.size(), column);
        }

        private static void validate(Range range, Range list) {
            range.validateWithList(list)
                    .allowBlank(true)
                    .errorStyle(DataValidationErrorStyle.WARNING)
                    .showErrorMessage(true)
                    .errorTitle("Not in the list")
                    .error("This is not one of the values that are known.");
        }

        private void cell(int row, int c, String text) {
            if (text.isEmpty()) {
                return;
            }
            OptionalDouble number = isNumber(c) ? NumberCells.parse(text) : OptionalDouble.empty();
            if (number.isPresent()) {
                sheet.value(row, c, number.getAsDouble());
            } else {
                sheet.value(
                        row,
                        c,
                        fitting(
                                text,
                                table.schema().file(),
                                row + 1,
                                table.columns().get(c)));
            }
        }
    }

    private static String fitting(String text, String file, int row, String column) {
        if (text.length() > Bounds.CELL_LETTERS) {
            throw new ChokepointException(file + ":" + row + ": " + column + ": has "
                    + Amounts.count(text.length()) + " letters; a cell of a workbook holds "
                    + Amounts.count(Bounds.CELL_LETTERS) + ".");
        }
        return CleanText.of(text);
    }

    private static void files(Worksheet sheet, Path folder) throws IOException {
        for (int c = 0; c < FILE_COLUMNS.size(); c++) {
            sheet.inlineString(0, c, FILE_COLUMNS.get(c));
            sheet.style(0, c).bold().fillColor(HEADER_FILL).set();
        }
        sheet.comment(0, 2, "Descriptor and scenarios of the dataset, line by line. A file goes with its lines.");
        sheet.width(0, WIDTH_OF_TEXTS);
        sheet.width(2, 4 * WIDTH_OF_TEXTS);
        sheet.style(2).format(TEXT_FORMAT).set();
        int row = 1;
        for (Path file : RawTable.otherFiles(folder)) {
            String path = file.toString().replace('\\', '/');
            List<String> lines = new ArrayList<>(Files.readAllLines(folder.resolve(file)));
            for (int line = 0; line < lines.size(); line++) {
                sheet.value(row, 0, path);
                sheet.value(row, 1, line + 1);
                sheet.value(row, 2, fitting(lines.get(line), path, line + 1, ""));
                row++;
            }
        }
        sheet.freezePane(0, 1);
    }
}
