package io.chokepoint.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.exchange.intake.DelimitedText;
import io.chokepoint.exchange.intake.Draft;
import io.chokepoint.exchange.intake.Findings;
import io.chokepoint.exchange.intake.Importer;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Files that are made to harm: refused with a word, soon, and in bounded memory. */
class HostileInputTest {
    /** Of the processor's time, so that a machine that does much else is no fault. */
    private static final Duration SOON = Duration.ofSeconds(10);

    private static final String SHEET =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>%s"
                    + "</sheetData></worksheet>";

    @TempDir
    Path folder;

    /** What a file is refused with; one fault is enough to say it. */
    private static String refusal(String format, Path file) throws IOException {
        Importer importer = Importers.find(format).orElseThrow();
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long start = threads.getCurrentThreadCpuTime();
        List<String> faults = Imports.faults(Imports.draft(importer, file));
        assertThat(Duration.ofNanos(threads.getCurrentThreadCpuTime() - start)).isLessThan(SOON);
        assertThat(faults).as("faults of %s", file.getFileName()).isNotEmpty();
        return faults.getFirst();
    }

    private Path text(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    /** A workbook whose sheet 'stages' is as given. */
    private Path workbook(String sheet) throws IOException {
        return workbook(sheet, "", 1);
    }

    private Path workbook(String sheet, String sharedStrings, int sheets) throws IOException {
        Path file = folder.resolve("book.xlsx");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            entry(
                    zip,
                    "[Content_Types].xml",
                    "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml"
                            + ".sheet.main+xml\"/><Override PartName=\"/xl/sharedStrings.xml\" ContentType=\"application/vnd.openxmlformats-"
                            + "officedocument.spreadsheetml.sharedStrings+xml\"/><Override PartName=\"/xl/styles.xml\" ContentType=\"application"
                            + "/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml\"/></Types>");
            entry(
                    zip,
                    "xl/workbook.xml",
                    "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\" xmlns:r=\"http:"
                            + "//schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets><sheet name=\"stages\" sheetId=\"1\""
                            + " r:id=\"rId1\"/></sheets></workbook>");
            entry(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/"
                            + "relationships\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            entry(zip, "xl/styles.xml", "<styleSheet/>");
            entry(zip, "xl/sharedStrings.xml", "<sst>" + sharedStrings + "</sst>");
            entry(zip, "xl/worksheets/sheet1.xml", sheet);
            for (int i = 1; i < sheets; i++) {
                entry(zip, "xl/media/" + i, "");
            }
        }
        return file;
    }

    private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    private static String inline(String place, String text) {
        return "<c" + (place.isEmpty() ? "" : " r=\"" + place + "\"") + " t=\"inlineStr\"><is><t>" + text
                + "</t></is></c>";
    }

    @Test
    void theWorkbookOfTheseTestsIsReadWhenItIsWell() throws IOException {
        String header = "<row r=\"1\">" + inline("A1", "id") + inline("B1", "name") + inline("C1", "order") + "</row>";
        String row =
                "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>0</v></c>" + inline("B2", "B") + "<c r=\"C2\"><v>1</v></c></row>";

        Draft draft = Imports.draft(
                Importers.find("xlsx").orElseThrow(), workbook(SHEET.formatted(header + row), "<si><t>a</t></si>", 1));

        assertThat(Imports.faults(draft)).isEmpty();
        assertThat(Imports.rows(draft, "stages", "id", "name", "order")).containsExactly("a|B|1");
    }

    @Test
    void aZipBomb() throws IOException {
        assertThat(refusal("xlsx", workbook(SHEET.formatted(" ".repeat(60_000_000)))))
                .contains("xl/worksheets/sheet1.xml' unpacks to more than 200 times its size");
    }

    @Test
    void thousandsOfParts() throws IOException {
        assertThat(refusal("xlsx", workbook(SHEET.formatted(""), "", 2_000))).contains("has more than 1,000 parts");
    }

    @Test
    void cellsFarToTheRightAndFarDown() throws IOException {
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row r=\"1\">" + inline("BDWGN1", "x") + "</row>"))))
                .contains("has a cell at 'BDWGN1'");
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row r=\"1\">" + inline("XFE1", "x") + "</row>"))))
                .contains("has a cell at XFE1 in row 1; expected at most 16,384 columns");
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row r=\"2000000\"/>"))))
                .contains("has the row 2,000,000");
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row r=\"99999999999\"/>"))))
                .contains("has '99999999999' for a number");
    }

    @Test
    void rowsOfAMillionCells() throws IOException {
        // Without places, so that only their number tells.
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row>" + "<c><v>1</v></c>".repeat(200_000) + "</row>"))))
                .contains("more than 200 times")
                .doesNotContain("bug");
        StringBuilder header = new StringBuilder();
        for (int i = 0; i < 1_000_000; i++) {
            header.append(i).append(',');
        }
        assertThat(refusal("sankey", text("wide.csv", header + "\n1\n"))).contains("at most 16,384 columns");
    }

    @Test
    void aSharedTextThatIsNotThere() throws IOException {
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row><c t=\"s\"><v>90000000</v></c></row>"))))
                .contains("refers to the shared text 90,000,000, but has 0");
    }

    @Test
    void formulasThatFillManyCells() throws IOException {
        StringBuilder cells = new StringBuilder("<row>");
        for (int i = 0; i < 2_000; i++) {
            cells.append("<c><f t=\"array\" ref=\"A")
                    .append(i + 1)
                    .append(":B9")
                    .append(i)
                    .append("\">1</f><v>1</v></c>");
        }
        assertThat(refusal("xlsx", workbook(SHEET.formatted(cells + "</row>")))).contains("has one formula too many");
        assertThat(refusal("xlsx", workbook(SHEET.formatted("<row><c><f>" + "1+".repeat(5_000) + "1</f></c></row>"))))
                .contains("has a formula that is too long");
    }

    @TestFactory
    Stream<DynamicTest> documentTypesAndEntities() throws IOException {
        Path secret = text("secret.txt", "SECRET");
        String outside = "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>";
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\"><!ENTITY c"
                + " \"&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY e \"&c;&c;&c;&c;&c;&c;&c;&c;\">]>";
        return Stream.of(outside, laughs)
                .flatMap(type -> Stream.of(
                        new String[] {"graphml", type + "<graphml><graph><node id=\"&e;\"/></graph></graphml>"},
                        new String[] {
                            "gexf",
                            "<?xml version=\"1.0\"?>\n" + type
                                    + "<gexf><graph><nodes><node id=\"&e;\"/></nodes></graph></gexf>"
                        },
                        new String[] {"xlsx", type + SHEET.formatted("<row>" + inline("", "&e;") + "</row>")}))
                .map(file -> DynamicTest.dynamicTest(file[0], () -> {
                    Path path = file[0].equals("xlsx") ? workbook(file[1]) : text("x." + file[0], file[1]);
                    assertThat(refusal(file[0], path))
                            .contains("document type (DOCTYPE)")
                            .doesNotContain("SECRET");
                }));
    }

    @Test
    void deepNesting() throws IOException {
        int deep = 200_000;
        assertThat(refusal("graphml", text("d.graphml", "<graphml>" + "<graph>".repeat(deep))))
                .contains("more than 64 deep");
        assertThat(refusal("gexf", text("d.gexf", "<gexf>" + "<graph>".repeat(deep))))
                .contains("more than 64 deep");
        assertThat(refusal("dot", text("d.dot", "digraph " + "{".repeat(deep)))).contains("more than 64 deep");
        assertThat(refusal("xlsx", workbook("<a>".repeat(deep)))).contains("more than 64 deep");
    }

    @TestFactory
    Stream<DynamicTest> filesOfTwoHundredMegabytes() {
        return Importers.all().stream()
                .filter(importer -> !importer.takesMapping())
                .map(importer -> DynamicTest.dynamicTest(importer.format(), () -> {
                    Path file = folder.resolve("huge." + importer.format());
                    try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
                        sparse.setLength(200_000_000);
                    }
                    assertThat(refusal(importer.format(), file))
                            .containsPattern("has 200 MB; expected at most \\d+ MB|is a file; expected the folder");
                }));
    }

    @Test
    void manyCellsOfATable() throws IOException {
        Path file = folder.resolve("long.csv");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("source,target,value\n");
            for (int i = 0; i < 1_700_000; i++) {
                out.write("a,b,1\n");
            }
        }
        assertThat(refusal("sankey", file)).contains("200,001 edges or more; expected at most 50,000 and 200,000");
        assertThat(DelimitedText.header(file, "long.csv", ',', new Findings())).isPresent();
        Findings findings = new Findings();
        DelimitedText.forEach(file, "long.csv", ',', findings, row -> {});
        assertThat(findings.report().faults().toString())
                .contains("is one row too many; expected at most 1,000,000 rows");
    }

    @TestFactory
    Stream<DynamicTest> whatIsNoSuchFile() throws IOException {
        byte[] noise = new byte[5_000];
        new java.util.Random(3).nextBytes(noise);
        Path random = Files.write(folder.resolve("noise"), noise);
        Path empty = text("empty", "");
        Path missing = folder.resolve("missing");
        return Importers.all().stream()
                .filter(importer -> !importer.takesMapping())
                .flatMap(importer -> Stream.of(random, empty, missing, folder)
                        .map(path -> DynamicTest.dynamicTest(
                                importer.format() + " " + path.getFileName(),
                                () -> assertThat(refusal(importer.format(), path))
                                        .contains("expected"))));
    }

    @Test
    void anUnclosedQuote() throws IOException {
        Path file = folder.resolve("quote.csv");
        try (OutputStream out = Files.newOutputStream(file)) {
            out.write("source,target,value\n\"".getBytes(StandardCharsets.UTF_8));
            byte[] piece = "a,b,1\n".repeat(10_000).getBytes(StandardCharsets.UTF_8);
            for (int i = 0; i < 600; i++) {
                out.write(piece);
            }
        }
        assertThat(refusal("sankey", file)).contains("expected");
    }
}
