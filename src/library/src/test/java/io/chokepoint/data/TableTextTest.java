package io.chokepoint.data;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTextTest {
    private static final String THREE = "id,name,order\r\na,\"A, \"\"one\"\"\",1\r\n\"b\",B,2\r\nc,C,3\r\n";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "\uFEFFid,name\n1,2\n",
                "\r\n\r\nid\r\na",
                "id,name\ra,b\r",
                "id,name\n\n,\n\"a\nb\",c\n\n",
                "id\n\"never closed\nx,y",
                "id,name\n\"a\"rest,b,c,d\ne\n",
                "id;name\n1;2"
            })
    void givesBackWhatItRead(String text) {
        assertThat(TableText.read(text).text()).isEqualTo(text);
    }

    static Stream<Path> shippedTables() throws IOException {
        try (Stream<Path> files = Files.list(ShippedData.shipped())) {
            return files.filter(file -> file.toString().endsWith(".csv")).toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("shippedTables")
    void givesBackEveryShippedTable(Path file) throws IOException {
        String text = Files.readString(file);
        TableText table = TableText.read(text);
        assertThat(table.text()).isEqualTo(text);
        assertThat(table.line(table.size() - 1)).isEqualTo(text.lines().count());
    }

    @Test
    void changesOneCellAndNothingElse() {
        TableText table = TableText.read(THREE);
        assertThat(table.value(0, "name")).isEqualTo("A, \"one\"");
        assertThat(table.set(1, 1, "x").text()).isEqualTo(THREE.replace("\"b\",B,2", "\"b\",x,2"));
        assertThat(table.set(1, 0, "x").text()).isEqualTo(THREE.replace("\"b\",B,2", "\"x\",B,2"));
        assertThat(table.set(2, 1, "x,\"y\"").text()).isEqualTo(THREE.replace("c,C,3", "c,\"x,\"\"y\"\"\",3"));
        assertThat(table.set(0, 1, "A, \"one\"")).isSameAs(table);
    }

    @Test
    void writesWhatASpreadsheetWouldRunWithAnApostropheAndNumbersAsTheyAre() {
        TableText table = TableText.read("id,order\na,1\n");
        TableText changed = table.set(0, 0, "=1+1").set(0, 1, "-0.5");
        assertThat(changed.text()).isEqualTo("id,order\n'=1+1,-0.5\n");
        assertThat(changed.value(0, 0)).isEqualTo("=1+1");
        assertThat(changed.set(0, 0, "=1+1")).isSameAs(changed);
    }

    @Test
    void addsAndRemovesRowsWithTheLineEndingsOfTheFile() {
        TableText table = TableText.read(THREE);
        TableText more = table.insert(1, List.of(List.of("n"), List.of("m", "M, M", "9")));
        assertThat(more.text()).isEqualTo(THREE.replace("\"b\",B", "n,,\r\nm,\"M, M\",9\r\n\"b\",B"));
        assertThat(more.remove(List.of(1, 2)).text()).isEqualTo(THREE);
        assertThat(table.remove(List.of(0, 2)).text()).isEqualTo("id,name,order\r\n\"b\",B,2\r\n");
    }

    @Test
    void keepsWhetherTheFileEndsWithALineEnding() {
        TableText open = TableText.read("id,name\na,A\nb,B");
        assertThat(open.insert(2, List.of(List.of("c", "C"))).text()).isEqualTo("id,name\na,A\nb,B\nc,C");
        assertThat(open.remove(List.of(1)).text()).isEqualTo("id,name\na,A");
        assertThat(open.remove(List.of(0, 1)).text()).isEqualTo("id,name");
        assertThat(TableText.read("id,name").insert(0, List.of(List.of("a"))).text())
                .isEqualTo("id,name\na,");
    }

    @Test
    void quotesNewRowsWhereTheWholeHeaderIsQuoted() {
        assertThat(TableText.read("\"id\",\"name\"\n")
                        .insert(0, List.of(List.of("a", "b")))
                        .text())
                .isEqualTo("\"id\",\"name\"\n\"a\",\"b\"\n");
    }

    @Test
    void pastesABlockOverTheEnd() {
        TableText table = TableText.read("id,name,order\na,A,1\n");
        assertThat(table.setAll(0, 1, List.of(List.of("X", "7"), List.of("Y"))).text())
                .isEqualTo("id,name,order\na,X,7\n,Y,\n");
    }

    @Test
    void addsAColumnToRowsOfTheRightWidthOnly() {
        TableText table = TableText.read("id,name\na,A\nb\n");
        assertThat(table.withColumn("year").text()).isEqualTo("id,name,year\na,A,\nb\n");
    }

    @Test
    void aRowThatHoldsATextMayHoldIt() {
        TableText table = TableText.read("id,name\na,\"Say \"\"X\"\", two\"\nb,B\n");
        assertThat(table.mayHold(0, "\"x\", t")).isTrue();
        assertThat(table.mayHold(0, ", two")).isTrue();
        assertThat(table.mayHold(1, "two")).isFalse();
    }

    @Test
    void aRowThatHasTooManyCellsIsMendedAsItStandsInTheFile() {
        TableText table = TableText.read("id,name\na,A, one\nb,B\n");
        assertThat(table.isWhole(0)).isFalse();
        assertThat(table.raw(0)).isEqualTo("a,A, one");
        TableText mended = table.withRaw(0, "a,\"A, one\"");
        assertThat(mended.isWhole(0)).isTrue();
        assertThat(mended.text()).isEqualTo("id,name\na,\"A, one\"\nb,B\n");
    }

    @Test
    void findsRowsByTheLinesOfTheFile() {
        TableText table = TableText.read("\n\"i\nd\",name\na,\"1\n2\n3\"\nb,B\n");
        assertThat(table.line(0)).isEqualTo(4);
        assertThat(table.line(1)).isEqualTo(7);
        assertThat(List.of(
                        table.rowOfLine(3),
                        table.rowOfLine(4),
                        table.rowOfLine(6),
                        table.rowOfLine(7),
                        table.rowOfLine(8)))
                .containsExactly(-1, 0, 0, 1, -1);
    }

    /** Any edits, against a plain list of rows. */
    @Test
    void isAListOfRowsThatSharesItsParts() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            List<String> rows = new ArrayList<>();
            for (int i = 0; i < random.nextInt(3_000); i++) {
                rows.add("r" + i + ",x");
            }
            TableText table = TableText.read(whole(rows));
            for (int step = 0; step < 30; step++) {
                TableText before = table;
                String kept = step == 7 ? before.text() : "";
                int at = random.nextInt(rows.size() + 1);
                switch (random.nextInt(3)) {
                    case 0 -> {
                        int count = random.nextInt(700);
                        table = table.insert(at, Collections.nCopies(count, List.of("n" + step, "y")));
                        rows.addAll(at, Collections.nCopies(count, "n" + step + ",y"));
                    }
                    case 1 -> {
                        TreeSet<Integer> some = new TreeSet<>();
                        for (int i = 0; i < random.nextInt(50) && !rows.isEmpty(); i++) {
                            some.add(random.nextInt(rows.size()));
                        }
                        table = table.remove(some);
                        some.descendingSet().forEach(row -> rows.remove((int) row));
                    }
                    default -> {
                        if (at < rows.size()) {
                            table = table.set(at, 1, "s" + step);
                            rows.set(at, rows.get(at).replaceFirst(",.*", ",s" + step));
                        }
                    }
                }
                assertThat(table.size()).isEqualTo(rows.size());
                for (int probe = 0; probe < 20 && !rows.isEmpty(); probe++) {
                    int row = random.nextInt(rows.size());
                    assertThat(String.join(",", table.values(row))).isEqualTo(rows.get(row));
                    assertThat(table.line(row)).isEqualTo(row + 2);
                    assertThat(table.rowOfLine(row + 2)).isEqualTo(row);
                }
                if (step == 7) {
                    assertThat(before.text()).isEqualTo(kept);
                }
            }
            assertThat(table.text()).isEqualTo(whole(rows));
        }
    }

    private static String whole(List<String> rows) {
        return "id,name\n"
                + String.join("", rows.stream().map(row -> row + "\n").toList());
    }

    @Test
    void aFolderIsReadAsItWouldBeWithOtherTexts() throws IOException {
        Path folder = ShippedData.shipped();
        TableText goods = TableText.read(Files.readString(folder.resolve("goods.csv")));
        Loaded<DataPackage> renamed =
                DatasetReader.read(folder, Map.of("goods.csv", goods.set(4, 1, "Other name")), RunMonitor.NONE);
        assertThat(renamed.value().orElseThrow().dataset().goods())
                .extracting("name")
                .contains("Other name");
        Loaded<DataPackage> broken = DatasetReader.read(
                folder, Map.of("goods.csv", goods.set(4, goods.column("kind"), "stuf")), RunMonitor.NONE);
        assertThat(broken.value()).isEmpty();
        assertThat(broken.problems()).anySatisfy(problem -> {
            assertThat(problem.file()).endsWith("/goods.csv");
            assertThat(problem.line()).isEqualTo(goods.line(4));
            assertThat(problem.field()).isEqualTo("kind");
        });
    }

    @Test
    void aTableThatIsNotThereYetCounts() throws IOException {
        TableText tags = TableText.of(Tables.TAGS).insert(0, List.of(List.of("", "nameless", "")));
        Path folder = Files.createTempDirectory("own");
        for (String file : List.of("stages.csv", "goods.csv", "providers.csv", "supply.csv")) {
            Files.copy(ShippedData.shipped().resolve(file), folder.resolve(file));
        }
        assertThat(DatasetReader.read(folder, Map.of("tags.csv", tags), RunMonitor.NONE)
                        .problems())
                .anySatisfy(problem -> assertThat(problem.toString()).contains("tags.csv:2: tag: is empty"));
    }

    @Test
    void aCellIsJudgedByItselfInTheWordsOfTheReader() {
        assertThat(CellCheck.fault(Tables.SUPPLY, "share", "0,5"))
                .hasValueSatisfying(
                        words -> assertThat(words).contains("is not a number", "Use '.' as decimal sign: 0.5"));
        assertThat(CellCheck.fault(Tables.SUPPLY, "share", "0")).isPresent();
        assertThat(CellCheck.fault(Tables.SUPPLY, "share_low", "0")).isEmpty();
        assertThat(CellCheck.fault(Tables.DEPENDENCIES, "lead_weeks", "1.5")).isPresent();
        assertThat(CellCheck.fault(Tables.DEPENDENCIES, "mode", "consumd"))
                .hasValueSatisfying(words -> assertThat(words).contains("Maybe 'consumed'?"));
        assertThat(CellCheck.fault(Tables.DEPENDENCIES, "mode", "consumed")).isEmpty();
        assertThat(CellCheck.fault(Tables.SUPPLY, "share", "")).isEmpty();
        assertThat(CellCheck.fault(Tables.SUPPLY, "unknown", "anything")).isEmpty();
    }

    /** What an editor offers is what the reader takes. */
    @Test
    void columnsOfIdsNameTablesThatHaveThem() {
        for (TableSchema table : Tables.all()) {
            for (TableSchema.Column column : table.columns()) {
                boolean named = column.description().matches("ids? of \\w+\\.csv.*");
                assertThat(column.holds() instanceof TableSchema.Holds.Ids)
                        .as(table.file() + " " + column.name())
                        .isEqualTo(named);
                if (column.holds() instanceof TableSchema.Holds.Ids ids) {
                    assertThat(column.description()).contains(" of " + ids.table() + ".csv");
                    assertThat(Tables.ofFile(ids.table() + ".csv")).isPresent();
                }
            }
        }
    }
}
