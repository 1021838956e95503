package io.chokepoint.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written here is read by a reader that others wrote. */
class ParquetWriterTest {
    private static final List<ParquetColumn> COLUMNS =
            List.of(ParquetColumn.text("word"), ParquetColumn.number("number"), ParquetColumn.whole("whole"));

    private static byte[] written(List<@Nullable Object[]> rows) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ParquetWriter table = new ParquetWriter(COLUMNS, "Test 1", Map.of("b", "2", "a", "1"), out)) {
            for (@Nullable Object[] row : rows) {
                table.row(row);
            }
        }
        return out.toByteArray();
    }

    private static List<@Nullable Object[]> read(byte[] file) throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(file)));
                RowReader row = reader.rowReader()) {
            while (row.hasNext()) {
                row.next();
                rows.add(new @Nullable Object[] {
                    row.isNull("word") ? null : row.getString("word"),
                    row.isNull("number") ? null : (Object) row.getDouble("number"),
                    row.isNull("whole") ? null : (Object) row.getLong("whole")
                });
            }
        }
        return rows;
    }

    private static List<String> words(List<@Nullable Object[]> rows) {
        return rows.stream().map(Arrays::toString).toList();
    }

    @Test
    void textsNumbersAndGapsComeBackAsTheyWere() throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {"gallium", 0.1, 1L});
        rows.add(new @Nullable Object[] {null, null, null});
        rows.add(new @Nullable Object[] {"", -0.0, Long.MIN_VALUE});
        rows.add(new @Nullable Object[] {"氟碳铈矿 🙂", Double.MIN_VALUE, Long.MAX_VALUE});
        rows.add(new @Nullable Object[] {"gallium", Double.MAX_VALUE, null});

        assertThat(words(read(written(rows)))).isEqualTo(words(rows));
    }

    @Test
    void whatIsNotFiniteIsNoValue() throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {"a", Double.NaN, 1});
        rows.add(new @Nullable Object[] {"a", Double.POSITIVE_INFINITY, 1});

        assertThat(words(read(written(rows)))).containsExactly("[a, null, 1]", "[a, null, 1]");
    }

    /** Widths of the dictionary's numbers from 1 to 11 bits, counts beside multiples of eight, groups of rows full and one over. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0,
                1,
                7,
                8,
                9,
                1_025,
                ParquetWriter.GROUP_ROWS,
                ParquetWriter.GROUP_ROWS + 1,
                2 * ParquetWriter.GROUP_ROWS + 17
            })
    void rowsOfAnyNumberComeBack(int count) throws IOException {
        Random random = new Random(count);
        int different = 1 + random.nextInt(2_000);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new @Nullable Object[] {
                random.nextInt(5) == 0 ? null : "word " + random.nextInt(different),
                random.nextInt(9) == 0 ? null : (Object) random.nextGaussian(),
                random.nextInt(9) == 0 ? null : (Object) random.nextLong()
            });
        }
        byte[] file = written(rows);

        List<@Nullable Object[]> back = read(file);
        assertThat(back).hasSize(count);
        for (int i = 0; i < count; i++) {
            if (!Arrays.equals(back.get(i), rows.get(i))) {
                assertThat(back.get(i)).as("row " + i).isEqualTo(rows.get(i));
            }
        }
        assertThat(written(rows)).isEqualTo(file);
    }

    @Test
    void factsStandInTheFooter() throws IOException {
        List<@Nullable Object[]> rows = new ArrayList<>();
        rows.add(new @Nullable Object[] {"a", 1.0, 1});
        try (ParquetFileReader reader = ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(written(rows))))) {
            assertThat(reader.getFileMetaData().keyValueMetadata()).isEqualTo(Map.of("a", "1", "b", "2"));
            assertThat(reader.getFileMetaData().createdBy()).isEqualTo("Test 1");
            assertThat(reader.getFileMetaData().numRows()).isEqualTo(1);
        }
    }

    @Test
    void cellsThatDoNotFitAreRefused() throws IOException {
        try (ParquetWriter table = new ParquetWriter(COLUMNS, "Test 1", Map.of(), new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> table.row("a", 1.0)).hasMessage("2 cells for 3 columns");
            assertThatThrownBy(() -> table.row(1, 1.0, 1)).hasMessage("word holds TEXT, not Integer");
        }
        try (ParquetWriter table = new ParquetWriter(COLUMNS, "Test 1", Map.of(), new ByteArrayOutputStream())) {
            assertThatThrownBy(() -> table.row("a", 1.0, 1.5)).hasMessage("whole holds WHOLE, not Double");
        }
    }
}
