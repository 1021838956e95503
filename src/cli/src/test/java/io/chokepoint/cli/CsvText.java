package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import java.util.List;

/** Compares tables cell by cell: figures within 1e-9, all else to the letter. */
final class CsvText {
    private static final double TOLERANCE = 1e-9;

    private final List<List<String>> rows;

    private CsvText(String text) {
        rows = parse(text);
    }

    static CsvText assertThatRows(String text) {
        return new CsvText(text);
    }

    static List<List<String>> parse(String text) {
        return CsvReader.builder().ofCsvRecord(text).stream()
                .map(row -> List.copyOf(row.getFields()))
                .toList();
    }

    void equal(String expectedText) {
        List<List<String>> expected = parse(expectedText);
        assertThat(rows).as("number of rows").hasSameSizeAs(expected);
        for (int i = 0; i < expected.size(); i++) {
            assertThat(rows.get(i)).as("row %d", i).hasSameSizeAs(expected.get(i));
            for (int j = 0; j < expected.get(i).size(); j++) {
                String want = expected.get(i).get(j);
                String have = rows.get(i).get(j);
                assertThat(isSame(want, have))
                        .as("row %d, cell %d of %s: want %s", i, j, rows.get(i), want)
                        .isTrue();
            }
        }
    }

    private static boolean isSame(String want, String have) {
        if (want.equals(have)) {
            return true;
        }
        try {
            return Math.abs(Double.parseDouble(want) - Double.parseDouble(have)) <= TOLERANCE;
        } catch (NumberFormatException text) {
            return false;
        }
    }
}
