package io.chokepoint.cli;

import io.chokepoint.export.RowWriter;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Model.CommandSpec;

/**
 * A table of {@code network}, as a file's ending or {@code --format} says: a file is CSV unless it says otherwise, standard output a
 * table for people.
 */
record NetworkTable(List<String> columns) {

    /** Writes the rows, as many as there are. */
    @FunctionalInterface
    interface Rows {
        void writeTo(RowWriter rows) throws IOException;
    }

    NetworkTable(String... columns) {
        this(List.of(columns));
    }

    /** Sends the table where the user wants it. */
    void print(CommonOptions common, CommandSpec command, Rows rows) throws IOException {
        boolean given = command.commandLine().getParseResult().hasMatchedOption("--format");
        Optional<Path> file = common.out().filter(out -> !common.toStandardOutput());
        if (!given && file.isPresent()) {
            write("--out", file.get(), rows);
        } else if (common.format() == Output.TABLE) {
            common.print(out -> table(out, rows));
        } else {
            common.print(out -> text(common.fileFormat(), out, rows));
        }
    }

    /** Writes a file by its ending. */
    void write(String option, Path file, Rows rows) {
        RowWriter.Format format = file.toString().toLowerCase(Locale.ROOT).endsWith(".json")
                ? RowWriter.Format.JSON
                : RowWriter.Format.CSV;
        CommonOptions.write(option, file, out -> text(format, out, rows));
    }

    private void text(RowWriter.Format format, Writer out, Rows rows) throws IOException {
        try (RowWriter writer = RowWriter.open(format, columns, out)) {
            rows.writeTo(writer);
        }
    }

    private void table(Writer out, Rows rows) throws IOException {
        TextTable table = new TextTable(columns.stream()
                .map(name -> Stream.of("scenario", "parameter_set", "node").anyMatch(name::equals)
                        ? TextTable.Column.text(name)
                        : TextTable.Column.figures(name))
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
