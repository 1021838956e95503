package io.chokepoint.firms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.RunMonitor;
import io.chokepoint.parquet.ParquetColumn;
import io.chokepoint.parquet.ParquetWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A network in Parquet is the same as one in CSV. */
class NetworkParquetTest {
    @TempDir
    private Path folder;

    /** What ids and labels are. */
    private enum Ids {
        TEXTS(ParquetColumn::text, number -> "f" + number),
        WHOLES(ParquetColumn::whole, number -> (Object) (long) number),
        FLOATS(ParquetColumn::number, number -> (Object) (double) number);

        private final java.util.function.Function<String, ParquetColumn> column;
        private final IntFunction<Object> id;

        Ids(java.util.function.Function<String, ParquetColumn> column, IntFunction<Object> id) {
            this.column = column;
            this.id = id;
        }
    }

    private Path parquet(String name, List<ParquetColumn> columns, List<@Nullable Object[]> rows) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ParquetWriter table = new ParquetWriter(columns, "Test 1", Map.of(), out)) {
            for (@Nullable Object[] row : rows) {
                table.row(row);
            }
        }
        return file;
    }

    private Path csv(String name, List<ParquetColumn> columns, List<@Nullable Object[]> rows) throws IOException {
        StringBuilder text = new StringBuilder(
                String.join(",", columns.stream().map(ParquetColumn::name).toList()) + "\n");
        for (@Nullable Object[] row : rows) {
            List<String> cells = new ArrayList<>();
            for (int i = 0; i < row.length; i++) {
                Object cell = row[i];
                boolean label = !columns.get(i).name().matches("amount|revenue");
                cells.add(
                        cell == null
                                ? ""
                                : label && cell instanceof Double whole
                                        ? Long.toString(whole.longValue())
                                        : cell.toString());
            }
            text.append(String.join(",", cells)).append('\n');
        }
        return Files.writeString(folder.resolve(name), text);
    }

    private static FirmNetwork read(Path nodes, Path edges) throws IOException {
        Faults faults = new Faults();
        FirmNetwork network = NetworkReader.read(
                nodes, edges, NetworkReader.Wanted.columns(true, FirmNetwork.REVENUE), faults, RunMonitor.NONE);
        faults.orThrow();
        return network;
    }

    @ParameterizedTest
    @EnumSource(Ids.class)
    void theSameNetworkAsInCsv(Ids ids) throws IOException {
        Random random = new Random(1);
        int firms = 70_000; // more than one batch of rows
        List<ParquetColumn> nodeColumns = List.of(
                ParquetColumn.number("unused"),
                ParquetColumn.number("revenue"),
                ids.column.apply("node"),
                ids.column.apply("sector"),
                ids.column.apply("market"));
        List<ParquetColumn> edgeColumns =
                List.of(ids.column.apply("buyer"), ids.column.apply("supplier"), ParquetColumn.exact("amount"));
        List<@Nullable Object[]> nodes = new ArrayList<>();
        List<@Nullable Object[]> edges = new ArrayList<>();
        for (int firm = 0; firm < firms; firm++) {
            nodes.add(new @Nullable Object[] {
                null,
                random.nextDouble() * 1e6,
                ids.id.apply(firm * 7 + 1),
                ids.id.apply(random.nextInt(30)),
                ids.id.apply(random.nextInt(90))
            });
            edges.add(new @Nullable Object[] {
                ids.id.apply(random.nextInt(firms) * 7 + 1),
                ids.id.apply(firm * 7 + 1),
                random.nextInt(20) == 0 ? -1.0 : random.nextDouble()
            });
        }
        FirmNetwork expected = read(csv("n.csv", nodeColumns, nodes), csv("e.csv", edgeColumns, edges));
        FirmNetwork network = read(parquet("n.parquet", nodeColumns, nodes), parquet("e.PARQUET", edgeColumns, edges));

        assertThat(network.firms()).isEqualTo(firms);
        for (int firm = 0; firm < firms; firm += 997) {
            assertThat(network.ids().text(firm)).isEqualTo(expected.ids().text(firm));
        }
        assertThat(network.sectors().of()).isEqualTo(expected.sectors().of());
        assertThat(network.markets().orElseThrow().of())
                .isEqualTo(expected.markets().orElseThrow().of());
        assertThat(network.column("revenue").orElseThrow())
                .isEqualTo(expected.column("revenue").orElseThrow());
        assertThat(network.byBuyer().neighbour()).isEqualTo(expected.byBuyer().neighbour());
        assertThat(network.byBuyer().start()).isEqualTo(expected.byBuyer().start());
        assertThat(network.byBuyer().amount()).isEqualTo(expected.byBuyer().amount());
        assertThat(network.emptyLinks()).isEqualTo(expected.emptyLinks()).isPositive();
    }

    @Test
    void faultsSayFileAndRow() throws IOException {
        List<ParquetColumn> nodeColumns = List.of(ParquetColumn.whole("node"), ParquetColumn.text("sector"));
        List<ParquetColumn> edgeColumns =
                List.of(ParquetColumn.whole("supplier"), ParquetColumn.whole("buyer"), ParquetColumn.exact("amount"));
        Path nodes = parquet(
                "n.parquet",
                nodeColumns,
                List.of(new Object[] {1L, "a"}, new @Nullable Object[] {2L, null}, new Object[] {1L, "b"}));
        Path edges = parquet(
                "e.parquet",
                edgeColumns,
                List.of(
                        new Object[] {1L, 2L, 5.0},
                        new Object[] {1L, -3L, 5.0},
                        new @Nullable Object[] {1L, 2L, null},
                        new Object[] {2L, 1L, Double.NaN}));

        assertThatThrownBy(() -> read(nodes, edges))
                .isInstanceOf(ChokepointException.class)
                .message()
                .contains(nodes + ":2: sector: is missing")
                .contains(nodes + ":3: node: '1' stands in the table before")
                .contains(edges + ":2: buyer: '-3' is not among the firms")
                .contains(edges + ":3: amount: is missing; expected a number")
                .contains(edges + ":4: amount: 'NaN' is not a finite number");
    }

    @Test
    void whatIsNoTableIsSaidByName() throws IOException {
        Path broken = Files.writeString(folder.resolve("n.parquet"), "PAR1 and nothing");
        Path edges = folder.resolve("e.parquet");
        assertThatThrownBy(() -> read(broken, edges))
                .isInstanceOf(ChokepointException.class)
                .hasMessageContaining(broken + ": it is no whole Parquet file");

        Path other = parquet("o.parquet", List.of(ParquetColumn.text("firm")), List.of());
        Path links = parquet("l.parquet", List.of(ParquetColumn.text("supplier")), List.of());
        assertThatThrownBy(() -> read(other, links))
                .isInstanceOf(ChokepointException.class)
                .message()
                .contains(other + ": node: is missing; the file has firm")
                .contains(links + ": buyer: is missing; the file has supplier");
    }
}
