package io.chokepoint.exchange.xlsx;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.RunMonitor;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.DatasetReader;
import io.chokepoint.data.Tables;
import io.chokepoint.exchange.DatasetImport;
import io.chokepoint.exchange.Imports;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.ImportRequest;
import io.chokepoint.exchange.outlet.ExportSource;
import io.chokepoint.exchange.outlet.RawTable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What goes into a workbook comes out of it. */
class WorkbookRoundTripTest {
    @TempDir
    Path folder;

    private static final Path SHIPPED =
            Path.of(System.getProperty("chokepoint.data")).resolve("rare-earths-to-chips");

    @Test
    void theShippedDatasetComesBackWhole() throws IOException {
        DataPackage data = DatasetReader.read(SHIPPED, RunMonitor.NONE).orThrow();
        Path book = folder.resolve("book.xlsx");
        new XlsxExporter().write(new ExportSource(data, Optional.empty()), book);

        DatasetImport.Outcome outcome =
                DatasetImport.run(new XlsxImporter(), ImportRequest.of(book), folder.resolve("back"));

        assertThat(outcome.report().leftOut()).isEmpty();
        assertThat(outcome.report().assumed()).isEmpty();
        DataPackage back = outcome.loaded().orThrow();
        assertThat(back.scenarios()).isEqualTo(data.scenarios());
        assertThat(back.episodes()).isEqualTo(data.episodes());
        List<RawTable> before = RawTable.of(SHIPPED);
        List<RawTable> after = RawTable.of(folder.resolve("back"));
        assertThat(after).hasSameSizeAs(before);
        for (int t = 0; t < before.size(); t++) {
            assertThat(cells(after.get(t))).as(before.get(t).schema().name()).isEqualTo(cells(before.get(t)));
        }
    }

    /** Rows by column name; columns that hold nothing count for nothing, numbers by their value. */
    private static List<Map<String, Object>> cells(RawTable table) {
        List<Map<String, Object>> rows = new ArrayList<>();
        for (List<String> row : table.rows()) {
            Map<String, Object> cells = new HashMap<>();
            for (int c = 0; c < row.size(); c++) {
                String name = table.columns().get(c);
                boolean isText = table.schema().columns().stream()
                        .anyMatch(column ->
                                column.name().equals(name) && column.range().isEmpty());
                if (!row.get(c).isEmpty()) {
                    cells.put(name, isText ? row.get(c) : (Object) Double.valueOf(row.get(c)));
                }
            }
            rows.add(cells);
        }
        return rows;
    }

    @Test
    void textsStayTextsAndNumbersKeepEveryDigit() throws IOException {
        Random random = new Random(5);
        List<String> texts = List.of(
                "007",
                "1e5",
                "2025-11-30",
                "1/2",
                "=1+1",
                "-x",
                "@a",
                "+3",
                "'quoted",
                "轻稀土矿",
                "a\nb",
                "<&>\"",
                "TRUE",
                "0,5",
                "#N/A",
                "𝛼 beta",
                "1.50");
        Path made = small();
        StringBuilder supply = new StringBuilder("good,provider,share,spare,ramp_weeks,year,source,basis,note\n");
        List<Double> shares = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            double share = random.nextDouble() * Math.pow(10, -random.nextInt(12));
            shares.add(share);
            supply.append("g,p")
                    .append(i)
                    .append(',')
                    .append(share)
                    .append(',')
                    .append(i % 2 == 0 ? "0" : "")
                    .append(",,")
                    .append(2000 + i)
                    .append(",,assumption,\"")
                    .append(io.chokepoint.base.SpreadsheetText.guarded(texts.get(i))
                            .replace("\"", "\"\""))
                    .append("\"\n");
        }
        Files.writeString(made.resolve("supply.csv"), supply);
        Path book = folder.resolve("book.xlsx");
        new XlsxExporter().write(new ExportSource(bare(made), Optional.empty()), book);

        Draft back = Imports.draft(new XlsxImporter(), book);

        assertThat(Imports.faults(back)).isEmpty();
        assertThat(Imports.rows(back, "supply", "note")).isEqualTo(texts);
        assertThat(Imports.rows(back, "supply", "share").stream()
                        .map(Double::valueOf)
                        .toList())
                .isEqualTo(shares);
        assertThat(Imports.rows(back, "supply", "spare")).startsWith("0", "", "0", "");
        assertThat(Imports.rows(back, "supply", "year")).startsWith("2000", "2001");
    }

    /** Only the folder counts for the workbook. */
    private static DataPackage bare(Path folder) throws IOException {
        DataPackage shipped = DatasetReader.read(SHIPPED, RunMonitor.NONE).orThrow();
        return new DataPackage(
                folder, shipped.dataset(), Optional.empty(), shipped.defaultRationing(), List.of(), List.of());
    }

    private Path small() throws IOException {
        Path made = Files.createDirectory(folder.resolve("small"));
        Files.writeString(made.resolve("stages.csv"), "id,name,order\ns,Stage,1\n");
        return made;
    }

    @Test
    void aFaultSaysSheetRowColumnValueAndExpectation() throws IOException {
        Path book = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(book)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            Worksheet stages = workbook.newWorksheet("Stages");
            header(stages, "id", "name", "order", "colour");
            stages.value(1, 0, "a");
            stages.value(1, 1, "A");
            stages.value(1, 2, "first");
            stages.value(1, 3, "red");
            stages.value(2, 0, "b");
            stages.value(2, 1, "B");
            stages.value(2, 2, 1.5);
            Worksheet supply = workbook.newWorksheet("supply");
            header(supply, "good", "provider", "share", "spare", "year");
            supply.value(1, 0, "g");
            supply.value(1, 1, "p");
            supply.value(1, 2, 40);
            supply.value(1, 3, java.time.LocalDate.of(2025, 2, 1));
            supply.style(1, 3).format("yyyy-mm-dd").set();
            supply.value(1, 4, 2025);
            workbook.newWorksheet("godds").value(0, 0, "id");
            workbook.finish();
        }

        Draft draft = Imports.draft(new XlsxImporter(), book);

        assertThat(Imports.faults(draft))
                .containsExactly(
                        "book.xlsx[Stages]:2: order: 'first'; expected a whole number from 0 to 1000000.",
                        "book.xlsx[Stages]:3: order: '1.5'; expected a whole number from 0 to 1000000.",
                        "book.xlsx[supply]:1: ramp_weeks: the column is missing; expected weeks until the extra capacity is"
                                + " reached, 1 to 100000.",
                        "book.xlsx[supply]:2: share: '40'; expected a number above 0 and at most 1.",
                        "book.xlsx[supply]:2: spare: '2025-02-01'; expected a number from 0 to 1000; the cell is formatted as a"
                                + " date.");
        assertThat(draft.findings().report().leftOut())
                .extracting(line -> line.what() + ": " + line.why())
                .containsExactly(
                        "the column 'colour': the table has no such column.",
                        "the sheet 'godds': no table of a dataset is called so. Maybe 'goods'?");
        assertThat(Imports.rows(draft, "supply", "year")).containsExactly("2025");
    }

    @Test
    void aDateInATextColumnIsWrittenAsADay() throws IOException {
        Path book = folder.resolve("book.xlsx");
        try (OutputStream out = Files.newOutputStream(book)) {
            Workbook workbook = new Workbook(out, "test", "1.0");
            Worksheet controls = workbook.newWorksheet("controls");
            header(controls, "id", "issuer", "title", "instrument", "status", "announced");
            for (int c = 0; c < 5; c++) {
                controls.value(1, c, "x");
            }
            controls.value(1, 5, java.time.LocalDate.of(2025, 4, 4));
            controls.style(1, 5).format("dd/mm/yyyy").set();
            workbook.finish();
        }

        Draft draft = Imports.draft(new XlsxImporter(), book);

        assertThat(Imports.rows(draft, "controls", "announced")).containsExactly("2025-04-04");
        assertThat(draft.table(Tables.CONTROLS).rows()).hasSize(1);
    }

    private static void header(Worksheet sheet, String... names) {
        for (int c = 0; c < names.length; c++) {
            sheet.value(0, c, names[c]);
        }
    }
}
