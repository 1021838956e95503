package io.chokepoint.exchange.outlet;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.data.TableSchema;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Findings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table of a dataset as its file has it, column by column, known to the program or not.
 *
 * @param rows texts without the spreadsheet's guard
 */
public record RawTable(TableSchema schema, List<String> columns, List<List<String>> rows) {

    /**
     * The tables that a dataset folder has, in the order of the documentation.
     *
     * @throws ChokepointException if one is too large, or changed since it was read
     */
    public static List<RawTable> of(Path folder) throws IOException {
        List<RawTable> tables = new ArrayList<>();
        for (TableSchema schema : Tables.all()) {
            Path file = folder.resolve(schema.file());
            if (Files.exists(file)) {
                tables.add(read(schema, file));
            }
        }
        return List.copyOf(tables);
    }

    private static RawTable read(TableSchema schema, Path file) throws IOException {
        Findings findings = new Findings();
        List<String> columns = new ArrayList<>();
        List<List<String>> rows = new ArrayList<>();
        DelimitedText.read(file, file.toString().replace('\\', '/'), ',', findings, new DelimitedText.Reader() {
            @Override
            public boolean header(List<String> names) {
                columns.addAll(names);
                return true;
            }

            @Override
            public void row(DelimitedText.Row row) {
                rows.add(columns.stream().map(row::get).toList());
            }
        });
        if (findings.hasFaults()) {
            throw new ChokepointException(findings.report().faults());
        }
        return new RawTable(schema, List.copyOf(columns), rows);
    }

    /** The files of a dataset beside its tables: descriptor, scenarios, episodes; by path within the folder. */
    public static List<Path> otherFiles(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.exists(folder.resolve("datapackage.json"))) {
            files.add(Path.of("datapackage.json"));
        }
        for (String name : List.of("scenarios", "backtests")) {
            Path sub = folder.resolve(name);
            if (Files.isDirectory(sub)) {
                try (Stream<Path> inside = Files.list(sub)) {
                    inside.filter(file -> file.toString().endsWith(".json"))
                            .sorted()
                            .forEach(file -> files.add(folder.relativize(file)));
                }
            }
        }
        return List.copyOf(files);
    }
}
