package io.chokepoint.firms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.base.Problem;
import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NetworkReaderTest {
    private static final String NODES = "node,sector\na,s\nb,t\n";
    private static final String EDGES = "supplier,buyer,amount\na,b,2.5\n";

    @TempDir
    private Path folder;

    private FirmNetwork read(String nodes, String edges, NetworkReader.Wanted wanted) throws IOException {
        Files.writeString(folder.resolve("nodes.csv"), nodes);
        Files.writeString(folder.resolve("edges.csv"), edges);
        Faults faults = new Faults();
        FirmNetwork network = NetworkReader.read(
                folder.resolve("nodes.csv"), folder.resolve("edges.csv"), wanted, faults, RunMonitor.NONE);
        faults.orThrow();
        return network;
    }

    private FirmNetwork read(String nodes, String edges) throws IOException {
        return read(nodes, edges, NetworkReader.Wanted.columns(true, "revenue").andWeights());
    }

    private List<String> faults(String nodes, String edges) {
        ChokepointException failure = catchThrowableOfType(ChokepointException.class, () -> read(nodes, edges));
        return Objects.requireNonNull(failure, "no fault").problems().stream()
                .map(Problem::toString)
                .map(text -> text.replace(folder + "/", ""))
                .toList();
    }

    @Test
    void bothSidesOfTheLinks() throws IOException {
        FirmNetwork network = read(
                "node,sector\na,s\nb,t\nc,s\n",
                "supplier,buyer,amount\nb,a,1\na,c,2\na,b,3\nc,c,4\na,c,0.5\nb,c,0\nb,c,-7\n");

        assertThat(network.bySupplier().start()).containsExactly(0, 2, 3, 4);
        assertThat(network.bySupplier().neighbour()).containsExactly(1, 2, 0, 2);
        assertThat(network.bySupplier().amount()).containsExactly(3, 2.5, 1, 4);
        assertThat(network.byBuyer().start()).containsExactly(0, 1, 2, 4);
        assertThat(network.byBuyer().neighbour()).containsExactly(1, 0, 0, 2);
        assertThat(network.byBuyer().amount()).containsExactly(1, 3, 2.5, 4);
        assertThat(network.emptyLinks()).isEqualTo(2);
        assertThat(network.sectors().of()).containsExactly(0, 1, 0);
        assertThat(network.sectors().text(1)).isEqualTo("t");
    }

    @Test
    void anyFormOfCsv() throws IOException {
        FirmNetwork network = read(
                "\uFEFFweight2,market, sector ,name,\"node\",weight1\r\n"
                        + "5,m,\"s, \"\"t\"\"\",\"two\r\nlines\", \"a,1\" ,7\r\n\r\n6,m,u,,b ,8",
                "amount,x,buyer,supplier\r1e2,,b,\"a,1\"\r +3.5 ,,\"a,1\",b\r");

        assertThat(network.ids().text(0)).isEqualTo("a,1");
        assertThat(network.ids().text(1)).isEqualTo("b");
        assertThat(network.sectors().text(0)).isEqualTo("s, \"t\"");
        assertThat(network.markets()).isPresent();
        assertThat(network.weights().keySet()).containsExactly(1, 2);
        assertThat(network.weights().get(2)).containsExactly(5, 6);
        assertThat(network.bySupplier().amount()).containsExactly(100, 3.5);
    }

    @Test
    void columnsThatNobodyWantsMayHoldAnything() throws IOException {
        assertThat(read("node,sector,revenue\na,s,much\nb,s,\n", EDGES, NetworkReader.Wanted.NOTHING)
                        .column("revenue"))
                .isEmpty();
    }

    @Test
    void allFaultsAtOnceWithTheirLines() {
        assertThat(
                        faults(
                                "node,sector,revenue,weight1\na,s,1,1\n,s,1,1\na,t,1,1\nb,,1,1\nc,s,-2,1\nd,s,,1\ne,s,1,NaN\nf,s,1\n",
                                "supplier,buyer,amount\na,b,NaN\na,x,1\n,b,1\na,b,\na,b,1;5\na,b,Infinity\nb,a,1e999\na,b,0x1\n"))
                .containsExactlyInAnyOrder(
                        "nodes.csv:3: node: is missing; expected the id of a firm",
                        "nodes.csv:4: node: 'a' stands in the table before; an id is that of one firm",
                        "nodes.csv:5: sector: is missing",
                        "nodes.csv:6: revenue: must be 0 or more, but is -2",
                        "nodes.csv:7: revenue: is missing; expected a number",
                        "nodes.csv:8: weight1: 'NaN' is not a finite number such as 1234.5",
                        "nodes.csv:9: has 3 fields, but the header has 4",
                        "edges.csv:2: amount: 'NaN' is not a finite number such as 1234.5",
                        "edges.csv:3: buyer: 'x' is not among the firms",
                        "edges.csv:4: supplier: is missing; expected the id of a firm",
                        "edges.csv:5: amount: is missing; expected a number",
                        "edges.csv:6: amount: '1;5' is not a finite number such as 1234.5",
                        "edges.csv:7: amount: 'Infinity' is not a finite number such as 1234.5",
                        "edges.csv:8: amount: '1e999' is not a finite number such as 1234.5",
                        "edges.csv:9: amount: '0x1' is not a finite number such as 1234.5");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''                          | nodes.csv: is empty; expected a header with node, sector
            node,sector                 | nodes.csv: holds no firms
            PAR1                        | nodes.csv: is a Parquet file; its name must end in .parquet
            id,sector                   | nodes.csv:1: node: is missing; the header has id, sector
            node,sector,node            | nodes.csv:1: node: stands in the header twice
            """)
    void headersAtFault(String nodes, String fault) {
        assertThat(faults(nodes, EDGES)).contains(fault);
    }

    @Test
    void aTableOfLinksWithoutLinks() {
        assertThat(faults(NODES, "supplier,buyer,amount\n")).containsExactly("edges.csv: holds no links");
        assertThat(faults(NODES, ""))
                .containsExactly("edges.csv: is empty; expected a header with supplier, buyer, amount");
    }

    @Test
    void aSumThatIsNoNumberAnyMore() {
        assertThat(faults(NODES, "supplier,buyer,amount\na,b,1e308\na,b,1e308\n"))
                .containsExactly(
                        "edges.csv: amount: the sum of all amounts is larger than any number the program knows");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"a,b,1\n", "\"a\"x,b,1\n", "a\"b,b,1\n"})
    void quotesAtFault(String row) {
        assertThat(faults(NODES, EDGES + row))
                .singleElement()
                .asString()
                .startsWith("edges.csv:3: ")
                .contains("quote");
    }

    @Test
    void oneBadRowAmongMany() {
        String rows = "a,b,1\n".repeat(100_000);
        assertThat(faults(NODES, "supplier,buyer,amount\n" + rows + "a,b,-\n" + rows))
                .containsExactly("edges.csv:100002: amount: '-' is not a finite number such as 1234.5");
    }

    @Test
    void ofEachKindAHundredAreListed() {
        List<String> faults = faults(NODES, "supplier,buyer,amount\n" + "a,?,1\n".repeat(1234) + "a,b,x\n");

        assertThat(faults).hasSize(102).contains("edges.csv: buyer: and 1,134 more of this kind.");
        assertThat(faults.getFirst()).isEqualTo("edges.csv:2: buyer: '?' is not among the firms");
    }

    @Test
    void manyIdsOfAllLengths() throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        StringBuilder nodes = new StringBuilder("node,sector\n");
        StringBuilder edges = new StringBuilder("supplier,buyer,amount\n");
        int firms = 20_000;
        for (int i = 0; i < firms; i++) {
            nodes.append("x".repeat(i % 23))
                    .append(i)
                    .append(",s")
                    .append(i % 7)
                    .append('\n');
        }
        int[] buyers = new int[firms];
        for (int i = 0; i < firms; i++) {
            buyers[i] = random.nextInt(firms);
            edges.append("x".repeat(i % 23)).append(i).append(',');
            edges.append("x".repeat(buyers[i] % 23))
                    .append(buyers[i])
                    .append(',')
                    .append(i + 1)
                    .append('\n');
        }
        FirmNetwork network = read(nodes.toString(), edges.toString());

        assertThat(network.firms()).isEqualTo(firms);
        assertThat(network.bySupplier().neighbour()).isEqualTo(buyers);
        assertThat(network.ids().find("19999")).isEmpty();
        assertThat(network.ids().text(30)).isEqualTo("xxxxxxx30");
    }

    @Test
    void numbersAreReadAsJavaReadsThem() {
        SplittableRandom random = new SplittableRandom(2);
        for (int i = 0; i < 200_000; i++) {
            String text = i % 2 == 0
                    ? Double.toString(random.nextDouble() * Math.pow(10, random.nextInt(-5, 20)))
                    : random.nextLong(1_000_000_000_000_000_000L) + "." + random.nextInt(1_000_000_000);
            assertThat(CaseParameters.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
        }
        for (String none :
                List.of("", "-", ".", "1.2.3", "1e", "1e+", "1d", "0x1", "NaN", "1 2", "\u0663", "1,5", "--1")) {
            assertThat(CaseParameters.parse(none)).as(none).isNaN();
        }
        assertThat(CaseParameters.parse("-.5")).isEqualTo(-0.5);
        assertThat(CaseParameters.parse("+5.")).isEqualTo(5);
    }

    @Test
    void readingCanBeCancelled() throws IOException {
        Files.writeString(folder.resolve("nodes.csv"), NODES);
        Files.writeString(folder.resolve("edges.csv"), "supplier,buyer,amount\n" + "a,b,1\n".repeat(100_000));
        RunMonitor nobody = new RunMonitor() {
            @Override
            public void progress(long done, long total, String what) {
                assertThat(done).isBetween(0L, total);
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };

        assertThatThrownBy(() -> NetworkReader.read(
                        folder.resolve("nodes.csv"),
                        folder.resolve("edges.csv"),
                        NetworkReader.Wanted.NOTHING,
                        new Faults(),
                        nobody))
                .isInstanceOf(CancellationException.class);
    }

    @Test
    void namesThatWouldNotBeToldApartOrWouldSteerATerminalAreRefused() throws IOException {
        assertThat(faults("node,sector\n\u001B[31ma,s\na,s\nb,\u202Et\n", EDGES))
                .containsExactly(
                        "nodes.csv:2: node: holds the character U+001B, which controls a terminal or the direction of writing; expected text without such characters",
                        "nodes.csv:4: sector: holds the character U+202E, which controls a terminal or the direction of writing; expected text without such characters");
        byte[] latin = "node,sector\nM\u00FCller,s\nM\u00F6ller,s\n".getBytes(StandardCharsets.ISO_8859_1);
        Files.write(folder.resolve("latin.csv"), latin);
        Files.writeString(folder.resolve("edges.csv"), "supplier,buyer,amount\n");
        Faults faults = new Faults();
        NetworkReader.read(
                folder.resolve("latin.csv"),
                folder.resolve("edges.csv"),
                NetworkReader.Wanted.NOTHING,
                faults,
                RunMonitor.NONE);
        assertThatThrownBy(faults::orThrow)
                .hasMessageContaining("latin.csv:2: node: 'M\uFFFDller' is not UTF-8")
                .hasMessageContaining("latin.csv:3: node:");
    }

    @Test
    void anIdThatLooksLikeAnotherIsSpelled() {
        assertThat(faults(
                        "node,sector\ncaf\u00E9,s\nb,t\n",
                        "supplier,buyer,amount\ncafe\u0301,b,1\nb\u00A0,b,1\nb\u200B,b,1\n\u7A00,b,1\nx,b,1\n"))
                .containsExactly(
                        "edges.csv:2: supplier: 'cafe\u0301' (c a f e U+0301) is not among the firms",
                        "edges.csv:3: supplier: 'b\u00A0' (b U+00A0) is not among the firms",
                        "edges.csv:4: supplier: 'b\u200B' (b U+200B) is not among the firms",
                        "edges.csv:5: supplier: '\u7A00' is not among the firms",
                        "edges.csv:6: supplier: 'x' is not among the firms");
    }

    @Test
    void twoNamesOfTheFirstWeightsAreOneTooMany() {
        assertThat(faults("node,sector,weight,weight1\na,s,1,2\nb,t,3,4\n", EDGES))
                .containsExactly("nodes.csv:1: weight: is another name of weight1; expected one of the two");
    }
}
