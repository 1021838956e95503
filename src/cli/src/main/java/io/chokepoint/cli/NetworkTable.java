package io.chokepoint.cli;

import io.chokepoint.export.ParquetRows;
import io.chokepoint.export.RowWriter;
import io.chokepoint.export.TableColumn;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A table of {@code network}, as a file's ending or {@code --format} says: a file is CSV unless its name ends in .parquet or .json, standard output a
 * table for people.
 */
record NetworkTable(List<TableColumn> columns) {

    /** Writes the rows, as many as there are. */
    @FunctionalInterface
    interface Rows {
        void writeTo(RowWriter rows) throws IOException;
    }

    NetworkTable(TableColumn... columns) {
        this(List.of(columns));
    }

    /** Sends the table where the user wants it. */
    void print(CommonOptions common, Rows rows) throws IOException {
        Optional<Path> file = common.out().filter(out -> !common.toStandardOutput());
        if (common.isParquet() && file.isPresent()) {
            columns("--out", file.get(), rows);
        } else if (!common.isFormatGiven() && file.isPresent()) {
            write("--out", file.get(), rows);
        } else if (common.format() == Output.TABLE) {
            common.print(out -> table(out, rows));
        } else {
            common.print(out -> text(common.fileFormat(), out, rows));
        }
    }

    /** Writes a file by its ending. */
    void write(String option, Path file, Rows rows) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".parquet")) {
            columns(option, file, rows);
            return;
        }
        RowWriter.Format format = name.endsWith(".json") ? RowWriter.Format.JSON : RowWriter.Format.CSV;
        CommonOptions.write(option, file, out -> text(format, out, rows));
    }

    private void columns(String option, Path file, Rows rows) {
        CommonOptions.writeBytes(option, file, out -> {
            try (RowWriter writer = ParquetRows.open(columns, "Chokepoint " + ProgramVersion.text(), out)) {
                rows.writeTo(writer);
            }
        });
    }

    private void text(RowWriter.Format format, Writer out, Rows rows) throws IOException {
        try (RowWriter writer =
                RowWriter.open(format, columns.stream().map(TableColumn::name).toList(), out)) {
            rows.writeTo(writer);
        }
    }

    private void table(Writer out, Rows rows) throws IOException {
        TextTable table = new TextTable(columns.stream()
                .map(column -> column.kind() == TableColumn.Kind.TEXT
                        ? TextTable.Column.text(column.name())
                        : TextTable.Column.figures(column.name()))
                .toArray(TextTable.Column[]::new));
        rows.writeTo(new RowWriter() {
            @Override
            public void row(Object... cells) {
                table.row(Stream.of(cells).map(NetworkTable::shown).toArray(String[]::new));
            }

            @Override
            public void close() {}
        });
        out.write(table.text());
    }

    private static String shown(Object cell) {
        return cell instanceof Double number ? String.format(Locale.ROOT, "%.6f", number) : String.valueOf(cell);
    }
}
