package io.chokepoint.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
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
