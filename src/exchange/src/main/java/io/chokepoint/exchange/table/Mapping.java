package io.chokepoint.exchange.table;

import io.chokepoint.data.Hints;
import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Findings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping file: a CSV table with the columns {@code file}, {@code column}, {@code means}, {@code unit}; others are for people. A column that means
 * nothing is left out of the import.
 */
record Mapping(List<Line> lines) {
    static final List<String> COLUMNS = List.of("file", "column", "means", "unit", "note");

    /** What the draft has where only the user knows the unit. */
    static final String UNKNOWN = "?";

    static final String PERCENT = "%";

    /**
     * One column of the input.
     *
     * @param file its name within the folder; empty where the input is one file
     */
    record Line(String file, String column, Optional<Meaning> meaning, String unit) {}

    static Mapping read(Path file, Findings findings) throws IOException {
        String shown = file.toString().replace('\\', '/');
        Set<String> words = Meaning.words();
        List<Line> lines = new ArrayList<>();
        DelimitedText.read(file, shown, ',', findings, new DelimitedText.Reader() {
            @Override
            public boolean header(List<String> columns) {
                for (String needed : COLUMNS.subList(1, 4)) {
                    if (!columns.contains(needed)) {
                        findings.faultAt(shown, 1, needed, "the column is missing", String.join(", ", COLUMNS));
                        return false;
                    }
                }
                return true;
            }

            @Override
            public void row(DelimitedText.Row row) {
                String word = row.get("means");
                String unit = row.get("unit");
                if (!word.isEmpty() && !words.contains(word)) {
                    findings.fault(
                            shown,
                            row.line(),
                            "means",
                            word,
                            "nothing, node.…, edge.… or supply.… with a column of the dataset or one of id, name, type, source,"
                                    + " target, provider, good, country, quantity, unit;" + Hints.nearest(word, words));
                    return;
                }
                Optional<Meaning> meaning = word.isEmpty() ? Optional.empty() : Optional.of(Meaning.of(word));
                boolean needsUnit = meaning.filter(known -> known.isQuantity() || known.isPart())
                        .isPresent();
                if (unit.equals(UNKNOWN) || needsUnit && unit.isEmpty()) {
                    findings.fault(
                            shown,
                            row.line(),
                            "unit",
                            unit,
                            meaning.filter(Meaning::isPart).isPresent()
                                    ? "1 for parts of one, % for percent"
                                    : "the unit of the quantity, e.g. t or US$; it is stated, never guessed");
                } else if (meaning.filter(Meaning::isPart).isPresent() && !unit.equals("1") && !unit.equals(PERCENT)) {
                    findings.fault(shown, row.line(), "unit", unit, "1 for parts of one, % for percent");
                }
                lines.add(new Line(row.get("file"), row.get("column"), meaning, unit));
            }
        });
        return new Mapping(List.copyOf(lines));
    }

    /** The lines about a file, by its name within the folder. */
    List<Line> of(String file) {
        return lines.stream()
                .filter(line -> line.file.isEmpty() || line.file.equals(file))
                .toList();
    }
}
