package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.result.Fingerprints;
import io.chokepoint.result.Provenance;
import io.chokepoint.scenario.ModelStamp;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RowWriterTest {
    private static final List<String> COLUMNS = List.of("name", "value");

    @Test
    void csvQuotesOnlyWhatNeedsIt() throws IOException {
        assertThat(written(RowWriter.Format.CSV))
                .isEqualTo("name,value\nplain,0.1\n\"a, b\",3\n\"say \"\"so\"\"\",\n\"two\nlines\",1.0E-10\n");
    }

    @Test
    void jsonHasTypesAndNulls() throws IOException {
        assertThat(written(RowWriter.Format.JSON).lines())
                .containsExactly(
                        "[",
                        "{\"name\":\"plain\",\"value\":0.1},",
                        "{\"name\":\"a, b\",\"value\":3},",
                        "{\"name\":\"say \\\"so\\\"\",\"value\":null},",
                        "{\"name\":\"two\\nlines\",\"value\":1.0E-10}",
                        "]");
    }

    @Test
    void jsonOfAResultSaysInItsFirstRowWhereItComesFromAndCsvHasNoPlaceForIt() throws IOException {
        Provenance provenance = new Provenance(
                "1.0", Optional.of(new ModelStamp("weekly", "1")), "d", "", new Fingerprints("ab", ""), "central");

        assertThat(twoRows(RowWriter.Format.JSON, provenance).lines())
                .containsExactly(
                        "[",
                        "{\"name\":\"a\",\"value\":1,\"provenance\":{\"program\":\"1.0\",\"model\":"
                                + "{\"name\":\"weekly\",\"version\":\"1\"},\"dataset\":{\"id\":\"d\",\"sha256\":\"ab\"},"
                                + "\"scenario\":null,\"figures\":\"central\"}},",
                        "{\"name\":\"b\",\"value\":2}",
                        "]");
        assertThat(twoRows(RowWriter.Format.CSV, provenance)).isEqualTo("name,value\na,1\nb,2\n");
    }

    private static String twoRows(RowWriter.Format format, Provenance provenance) throws IOException {
        StringWriter out = new StringWriter();
        try (RowWriter rows = RowWriter.open(format, COLUMNS, provenance, out)) {
            rows.row("a", 1);
            rows.row("b", 2);
        }
        return out.toString();
    }

    @Test
    void aTableWithoutRowsIsStillATable() throws IOException {
        StringWriter out = new StringWriter();
        RowWriter.open(RowWriter.Format.JSON, COLUMNS, out).close();

        assertThat(out.toString().replaceAll("\\s", "")).isEqualTo("[]");
    }

    @Test
    void aRowOfTheWrongWidthIsRefused() throws IOException {
        try (RowWriter rows = RowWriter.open(RowWriter.Format.CSV, COLUMNS, new StringWriter())) {
            assertThatThrownBy(() -> rows.row("alone"))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessage("1 cells for 2 columns");
        }
    }

    private static String written(RowWriter.Format format) throws IOException {
        StringWriter out = new StringWriter();
        try (RowWriter rows = RowWriter.open(format, COLUMNS, out)) {
            rows.row("plain", 0.1);
            rows.row("a, b", 3);
            rows.row("say \"so\"", Double.NaN);
            rows.row("two\nlines", 1e-10);
        }
        return out.toString();
    }
}
