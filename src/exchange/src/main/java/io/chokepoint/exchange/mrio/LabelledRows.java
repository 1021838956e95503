package io.chokepoint.exchange.mrio;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.InputFile;
import io.chokepoint.exchange.intake.NumberCells;
import io.chokepoint.exchange.intake.RefusedInput;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * One file of the text form: cells between tabs, the first two of each row region and sector. Matrices have two header rows, of regions and of
 * sectors, and may have a third that names the labels; vectors have one header row.
 */
final class LabelledRows {
    /** Bytes of the largest matrix: EXIOBASE has about 1.5 GB. It is read as a stream. */
    static final long MOST_BYTES = 4_000_000_000L;

    private static final int LABELS = 2;

    private final Path file;
    private final String shown;
    private final Findings findings;

    LabelledRows(Path file, String shown, Findings findings) {
        this.file = file;
        this.shown = shown;
        this.findings = findings;
    }

    /** Region and sector. */
    record Label(String region, String sector) {}

    /** Takes rows as they are read. */
    interface Reader {
        /** @return whether to go on */
        default boolean columns(List<Label> columns) {
            return true;
        }

        void row(Label label, Row row);
    }

    /** The cells of one row, those of the labels aside. */
    final class Row {
        private final int line;
        private final String[] cells;

        private Row(int line, String[] cells) {
            this.line = line;
            this.cells = cells;
        }

        int line() {
            return line;
        }

        String text(int column) {
            return column + LABELS < cells.length ? cells[column + LABELS].strip() : "";
        }

        /** A number; 0 and a fault if the cell holds none. */
        double number(int column) {
            String text = text(column);
            OptionalDouble number = NumberCells.parse(text);
            if (number.isEmpty()) {
                findings.fault(
                        shown,
                        line,
                        "column " + Amounts.count(column + LABELS + 1L),
                        text,
                        "a number with '.' as decimal sign");
            }
            return number.orElse(0);
        }

        void fault(String field, String value, String expected) {
            findings.fault(shown, line, field, value, expected);
        }
    }

    /** Reads a file; what is wrong with its form becomes faults, and reading stops at what is wrong with its shape. */
    void read(boolean matrix, Reader reader) throws IOException {
        if (!InputFile.mayRead(file, shown, MOST_BYTES, findings)) {
            return;
        }
        try (BoundedLines lines = BoundedLines.of(file)) {
            String[] first = cells(lines.next());
            String[] second = matrix ? cells(lines.next()) : first;
            if (first.length <= LABELS || second.length != first.length) {
                throw new RefusedInput(
                        matrix ? 2 : 1,
                        "is no " + (matrix ? "matrix of the text form" : "table of the text form"),
                        matrix
                                ? "two header rows, of regions and of sectors, with tabs between"
                                : "region, sector and a value with tabs between");
            }
            if (matrix) {
                List<Label> columns = new ArrayList<>();
                for (int i = LABELS; i < first.length; i++) {
                    columns.add(new Label(first[i].strip(), second[i].strip()));
                }
                if (!reader.columns(columns)) {
                    return;
                }
            }
            boolean data = false;
            for (String line = lines.next(); line != null; line = lines.next()) {
                String[] cells = cells(line);
                if (line.isBlank() || !data && namesLabels(cells)) {
                    continue;
                }
                data = true;
                if (cells.length != first.length) {
                    throw new RefusedInput(
                            lines.number(),
                            "has " + Amounts.counted(cells.length, "cell", "cells"),
                            Amounts.count(first.length) + " as in the header");
                }
                reader.row(new Label(cells[0].strip(), cells[1].strip()), new Row(lines.number(), cells));
            }
        } catch (CharacterCodingException e) {
            findings.faultAt(shown, 0, "", "is not UTF-8", "UTF-8 text");
        } catch (RefusedInput refused) {
            refused.report(shown, findings);
        }
    }

    /** The row below the header that only names region and sector. */
    private static boolean namesLabels(String[] cells) {
        if (!cells[0].strip().equalsIgnoreCase("region")) {
            return false;
        }
        for (int i = LABELS; i < cells.length; i++) {
            if (!cells[i].isBlank()) {
                return false;
            }
        }
        return true;
    }

    private static String[] cells(@Nullable String line) {
        return line == null ? new String[0] : line.split("\t", -1);
    }
}
