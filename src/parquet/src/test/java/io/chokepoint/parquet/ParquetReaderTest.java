package io.chokepoint.parquet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParquetReaderTest {
    private static final List<ParquetColumn> COLUMNS = List.of(
            ParquetColumn.text("word"),
            ParquetColumn.number("number"),
            ParquetColumn.exact("exact"),
            ParquetColumn.whole("whole"));

    @TempDir
    private Path folder;

    private Path written(List<@Nullable Object[]> rows, boolean sealed) throws IOException {
        Path file = folder.resolve("table.parquet");
        try (OutputStream out = Files.newOutputStream(file);
                ParquetWriter table = sealed
                        ? ParquetWriter.sealed(COLUMNS, "Test 1", Map.of("b", "2", "a", ""), out)
                        : new ParquetWriter(COLUMNS, "Test 1", Map.of("b", "2", "a", ""), out)) {
            for (@Nullable Object[] row : rows) {
                table.row(row);
            }
        }
        return file;
    }

    private static List<@Nullable Object[]> random(int count) {
        Random random = new Random(count);
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            rows.add(new @Nullable Object[] {
                random.nextInt(5) == 0 ? null : "word " + random.nextInt(700),
                random.nextInt(9) == 0 ? null : (Object) random.nextGaussian(),
                Double.longBitsToDouble(random.nextLong()),
                random.nextInt(9) == 0 ? null : (Object) random.nextLong()
            });
        }
        return rows;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 1_025, ParquetWriter.GROUP_ROWS + 3})
    void whatWasWrittenComesBackToTheLastBit(int count) throws IOException {
        List<@Nullable Object[]> rows = random(count);
        try (ParquetReader table = new ParquetReader(written(rows, count % 2 == 0))) {
            assertThat(table.columns()).containsExactly("word", "number", "exact", "whole");
            assertThat(table.rows()).isEqualTo(count);
            assertThat(table.facts()).containsEntry("a", "").containsEntry("b", "2");
            int row = 0;
            for (int batch = 0; batch < table.batches(); batch++) {
                ParquetBatch words = table.read(batch, "word");
                ParquetBatch numbers = table.read(batch, "number");
                ParquetBatch exact = table.read(batch, "exact");
                ParquetBatch wholes = table.read(batch, "whole");
                assertThat(exact.isFull()).isTrue();
                for (int i = 0; i < words.rows(); i++) {
                    @Nullable Object[] expected = rows.get(row++);
                    @Nullable
                    Object[] found = {
                        words.texts()[i],
                        numbers.present()[i] ? numbers.numbers()[i] : null,
                        exact.numbers()[i],
                        wholes.present()[i] ? wholes.wholes()[i] : null
                    };
                    if (!Arrays.equals(found, expected)
                            || Double.doubleToRawLongBits((Double) found[2])
                                    != Double.doubleToRawLongBits((Double) expected[2])) {
                        assertThat(found).as("row " + row).isEqualTo(expected);
                    }
                }
            }
            assertThat(row).isEqualTo(count);
        }
    }

    @Test
    void anotherFileIsNoTable() throws IOException {
        Path file = written(random(20), false);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length += 7) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThatThrownBy(() -> new ParquetReader(file)).isInstanceOf(IOException.class);
        }
        Files.write(file, whole);
        try (ParquetReader table = new ParquetReader(file)) {
            assertThatThrownBy(() -> table.read(0, "none")).hasMessage("there is no column 'none'");
        }
    }

    /** A reader of what strangers wrote may refuse it, but not with anything else than a word. */
    @Test
    void spoiltFilesAreReadOrRefused() throws IOException {
        Path file = written(random(60), false);
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(3);
        int refused = 0;
        for (int mutant = 0; mutant < 400; mutant++) {
            byte[] bytes = whole.clone();
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bytes);
            try (ParquetReader table = new ParquetReader(file)) {
                for (int batch = 0; batch < table.batches(); batch++) {
                    for (String column : table.columns()) {
                        table.read(batch, column);
                    }
                }
            } catch (IOException word) {
                refused++;
            }
        }
        assertThat(refused).isPositive();
    }

    @Test
    void theSealHoldsOnlyOfEveryByte() throws IOException {
        Path file = written(random(9), true);
        assertThat(ParquetSeal.holds(file)).isTrue();
        byte[] whole = Files.readAllBytes(file);
        for (int at = 0; at < whole.length; at++) {
            byte[] bytes = whole.clone();
            bytes[at] ^= 0x10;
            Files.write(file, bytes);
            assertThat(ParquetSeal.holds(file)).as("byte " + at).isFalse();
        }
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(ParquetSeal.holds(file)).as("length " + length).isFalse();
        }
        assertThat(ParquetSeal.holds(written(random(9), false))).isFalse();
    }
}
