package io.chokepoint.exchange.xlsx;

import io.chokepoint.data.Hints;
import io.chokepoint.data.TableSchema;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.DraftTable;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.NumberCells;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import org.dhatim.fastexcel.reader.Row;

/** Rows of a sheet as rows of a table. The first row with anything in it is the header. */
final class TableRows implements XlsxImporter.SheetReader {
    private final TableSchema schema;
    private final String place;
    private final Findings findings;
    private final DraftTable table;

    /** What each column of the sheet is; empty where it is left out. */
    private final List<Optional<TableSchema.Column>> columns = new ArrayList<>();

    private boolean hasHeader;
    private long rows;
    private long dates;
    private long formulas;

    TableRows(TableSchema schema, String place, Draft draft) {
        this.schema = schema;
        this.place = place;
        this.findings = draft.findings();
        this.table = draft.table(schema);
    }

    @Override
    public void row(Row row, boolean from1904) {
        List<CellText> cells = new ArrayList<>();
        for (int c = 0; c < row.getCellCount(); c++) {
            cells.add(CellText.of(row.hasCell(c) ? row.getCell(c) : null, from1904));
        }
        if (cells.stream().allMatch(cell -> cell.kind() == CellText.Kind.EMPTY)) {
            return;
        }
        if (!hasHeader) {
            hasHeader = true;
            header(cells, row.getRowNum());
            return;
        }
        rows++;
        formulas += row.stream()
                .filter(cell -> cell != null
                        && cell.getFormula() != null
                        && !cell.getFormula().isEmpty())
                .count();
        DraftTable.Row to = table.add();
        for (int c = 0; c < cells.size(); c++) {
            CellText cell = cells.get(c);
            if (cell.kind() == CellText.Kind.EMPTY) {
                continue;
            }
            if (c >= columns.size()) {
                findings.fault(place, row.getRowNum(), "", cell.text(), "nothing to the right of the header");
                continue;
            }
            columns.get(c).ifPresent(column -> cell(column, cell, to, row.getRowNum()));
        }
    }

    private void header(List<CellText> cells, int line) {
        List<String> known = schema.columnNames();
        Set<String> seen = new HashSet<>();
        for (CellText cell : cells) {
            String name = cell.text();
            Optional<TableSchema.Column> column = schema.columns().stream()
                    .filter(each -> each.name().equalsIgnoreCase(name))
                    .findFirst();
            columns.add(column);
            if (column.isEmpty()) {
                findings.leftOut(
                        name.isEmpty() ? "a column without a name" : "the column '" + name + "'",
                        place,
                        "the table has no such column." + Hints.nearest(name, known));
            } else if (!seen.add(column.get().name())) {
                findings.fault(place, line, name, name, "each column once");
            }
        }
        for (TableSchema.Column column : schema.columns()) {
            if (column.presence() == TableSchema.Presence.REQUIRED && !seen.contains(column.name())) {
                findings.faultAt(place, line, column.name(), "the column is missing", column.expected());
            }
        }
    }

    private void cell(TableSchema.Column column, CellText cell, DraftTable.Row to, int line) {
        if (cell.kind() == CellText.Kind.ERROR) {
            findings.fault(place, line, column.name(), cell.text(), "a value: the formula of this cell has none");
            return;
        }
        if (column.type() == TableSchema.Type.TEXT) {
            dates += cell.kind() == CellText.Kind.DATE ? 1 : 0;
            to.set(column.name(), cell.text());
            return;
        }
        if (cell.kind() == CellText.Kind.DATE) {
            findings.fault(
                    place,
                    line,
                    column.name(),
                    cell.text(),
                    NumberCells.expected(column) + "; the cell is formatted as a date");
            return;
        }
        OptionalDouble number = NumberCells.parse(cell.text());
        if (number.isEmpty() || !NumberCells.fits(column, number.getAsDouble())) {
            findings.fault(place, line, column.name(), cell.text(), NumberCells.expected(column));
            return;
        }
        to.set(column.name(), cell.text());
    }

    @Override
    public void end() {
        if (!hasHeader) {
            findings.leftOut("the sheet", place, "it is empty");
            return;
        }
        findings.understood("rows of " + schema.file(), rows);
        if (dates > 0) {
            findings.understood("dates of " + schema.file() + ", written as year-month-day", dates);
        }
        if (formulas > 0) {
            findings.understood(
                    "formulas of " + schema.file() + ", taken by the value the spreadsheet last worked out", formulas);
        }
    }
}
