package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Headline;
import io.chokepoint.ui.support.Pictured;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.TableCopy;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;

/** Every view leaves the window in every format, without a screen; the files are opened again by other means than ours. */
class ExportWalkTest {
    private static Looks looks;
    private static StudyState state;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        looks = Looks.open(Theme.LIGHT, 1280, 800);
        state = looks.window().context().state();
        Toolkit.doOnUiThread(() -> state.openScenario(state.data()
                .orElseThrow()
                .findScenario("ree-licence-14nm-enforced")
                .orElseThrow()));
        waitForWork();
    }

    @AfterAll
    static void close() {
        looks.close();
    }

    @AfterEach
    void endComparison() {
        Toolkit.doOnUiThread(() -> {
            looks.window().view().comparison().end();
            state.looking().viewProperty().set(ViewKind.GRAPH);
        });
    }

    private static void waitForWork() {
        Toolkit.settle();
        Toolkit.waitUntil(
                "the end of all work",
                () -> !state.staleProperty().get()
                        && state.result().isPresent()
                        && !looks.window().context().tasks().busyProperty().get());
        Toolkit.settle();
    }

    private static Pictured exported() {
        return (Pictured) looks.window().view().exported();
    }

    private Path export(ViewExport.Way way, String name) {
        Path file = folder.resolve(name);
        Toolkit.doOnUiThread(() -> looks.window().view().exports().write(way, file));
        Toolkit.waitUntil(name, () -> Files.exists(file));
        return file;
    }

    @ParameterizedTest
    @EnumSource(names = {"GRAPH", "FLOWS", "MAP", "MATRIX", "TABLE"})
    void aViewLeavesAsPictureAndTable(ViewKind kind) throws Exception {
        Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(kind));
        waitForWork();
        Toolkit.waitUntil("a table", () -> exported().table().isPresent());

        isPngOfTheFramedPicture();
        isSvgWithAllTexts();
        isCsvWithTheTablesCells();
    }

    /** Who gets only the picture must know what it is of, how sure it is and where it comes from. */
    @ParameterizedTest
    @EnumSource(names = {"GRAPH", "FLOWS", "MAP", "TABLE"})
    void aPictureSaysWhatItIsOfAndHowSureAndWhereFrom(ViewKind kind) {
        Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(kind));
        waitForWork();
        Toolkit.waitUntil("a picture", () -> exported().picture().isPresent());
        SimulationResult run = state.result().orElseThrow();
        String words = String.join(" ", framed().texts());

        assertThat(words)
                .contains("The 14 nm licence enforced at the fabs' last step")
                .contains("upper bound")
                .contains(Headline.of(run).howHard().answer())
                .contains("its range has not been worked out")
                .contains(run.weeks() + " weeks from 1 Dec 2025")
                .contains("From rare earths to AI chips " + run.dataset().edition())
                .contains(run.provenance().inputs().dataset().substring(0, 8))
                .contains("central figures");
        assertThat(run.dataset().edition()).matches("\\d+\\.\\d+\\.\\d+ of \\d+ \\w+ \\d{4}");
        assertThat(words.contains("week " + state.looking().weekProperty().get() + " ("))
                .as("only a view of one week names it")
                .isEqualTo(kind == ViewKind.GRAPH || kind == ViewKind.FLOWS);
        assertThat(framed().texts())
                .as("nothing that is a button of the window")
                .doesNotContain("Copy table", "CSV", "Everything", "Hit", "Filter");
    }

    @Test
    void aComparisonLeavesAsOnePictureOfBothAndATableOfWhatDiffers() throws Exception {
        compareWithFullStop();

        isPngOfTheFramedPicture();
        isSvgWithAllTexts();
        isCsvWithTheTablesCells();
        Picture picture = Toolkit.onUiThread(() -> exported().picture().orElseThrow());
        assertThat(picture.texts())
                .as("both heads, and the column of chips in both")
                .contains(
                        "A: " + state.scenario().orElseThrow().title(),
                        "B: Full stop of China's separated rare earths (worst case)")
                .filteredOn("Chips"::equals)
                .hasSize(2);
        assertThat(Toolkit.onUiThread(() -> exported().table().orElseThrow().rows()))
                .as("goods and markets that differ by half a point or more")
                .hasSize(differing());
    }

    @Test
    void whatDiffersLeavesAsOnePicture() throws Exception {
        compareWithFullStop();
        Toolkit.doOnUiThread(() ->
                looks.window().view().comparison().differenceOnlyProperty().set(true));
        waitForWork();

        isPngOfTheFramedPicture();
        isSvgWithAllTexts();
        assertThat(Toolkit.onUiThread(() -> exported().picture().orElseThrow().texts()))
                .as("points with their sign")
                .anyMatch(text -> text.matches("[−+]\\d+"));
    }

    @Test
    void theGraphsTableHoldsEveryGoodAndMarketOfTheRunWhateverIsDrawn() throws Exception {
        SimulationResult run = state.result().orElseThrow();
        int all = run.dataset().goods().size() + run.dataset().markets().size();
        TableCopy table = Toolkit.onUiThread(() -> exported().table().orElseThrow());
        long drawn = table.rows().stream()
                .filter(row -> Boolean.TRUE.equals(row[table.columns().indexOf("drawn")]))
                .count();

        assertThat(table.rows()).hasSize(all);
        assertThat(table.leftOut()).isEmpty();
        assertThat(drawn).as("what is drawn is marked").isPositive().isLessThan(all);
        assertThat(Files.readAllLines(export(ViewExport.Way.CSV, "graph.csv"))).hasSize(all + 1);
    }

    /** Without being told to pass over anything: every row of the file has as many cells as the first. */
    @Test
    void aTableSaysWhatItIsOfInColumnsOfItsOwn() throws Exception {
        SimulationResult run = state.result().orElseThrow();
        List<List<String>> rows =
                CsvReader.builder().ofCsvRecord(Files.readString(export(ViewExport.Way.CSV, "own.csv"))).stream()
                        .map(row -> List.copyOf(row.getFields()))
                        .toList();
        List<String> columns = rows.getFirst();

        assertThat(columns).endsWith("scenario", "dataset", "weeks", "shown_week", "figures", "range");
        for (List<String> row : rows.subList(1, rows.size())) {
            assertThat(row).hasSameSizeAs(columns);
            assertThat(row.get(columns.indexOf("scenario")))
                    .isEqualTo(run.scenario().title());
            assertThat(row.get(columns.indexOf("dataset")))
                    .contains(run.dataset().edition());
            assertThat(row.get(columns.indexOf("weeks"))).isEqualTo(String.valueOf(run.weeks()));
            assertThat(row.get(columns.indexOf("shown_week")))
                    .isEqualTo(String.valueOf(state.looking().weekProperty().get()));
            assertThat(row.get(columns.indexOf("figures"))).isEqualTo("central figures");
        }
    }

    /** Views whose question is not that of the scenario say in two columns what frames their pictures. */
    @ParameterizedTest
    @EnumSource(names = {"MATRIX", "RANKING", "LENS"})
    void aTableOfAnotherQuestionSaysItsQuestionAndSource(ViewKind kind) throws Exception {
        SimulationResult run = state.result().orElseThrow();
        Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(kind));
        waitForWork();
        Toolkit.waitUntil(
                "answered",
                () -> exported()
                        .table()
                        .filter(table -> !table.rows().isEmpty())
                        .isPresent());
        List<List<String>> rows =
                CsvReader.builder().ofCsvRecord(Files.readString(export(ViewExport.Way.CSV, kind + ".csv"))).stream()
                        .map(row -> List.copyOf(row.getFields()))
                        .filter(row -> !row.getFirst().startsWith("# "))
                        .toList();

        assertThat(rows.getFirst()).endsWith("about", "source");
        for (List<String> row : rows.subList(1, rows.size())) {
            assertThat(row).hasSameSizeAs(rows.getFirst());
            assertThat(row.get(row.size() - 2)).isNotBlank().doesNotContain("\n");
            assertThat(row.getLast()).contains(run.dataset().edition()).doesNotContain("\n");
        }
    }

    @Test
    void whatAFilterLeavesOutIsSaidInTheFileAndOnScreen() throws Exception {
        Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(ViewKind.TABLE));
        waitForWork();
        int whole =
                Toolkit.onUiThread(() -> exported().table().orElseThrow().rows().size());
        Toolkit.doOnUiThread(() -> ((TextField) scene().lookup("#table-filter")).setText("yttrium"));
        Toolkit.settle();
        List<String> lines = Files.readAllLines(export(ViewExport.Way.CSV, "filtered.csv"));
        int shown = lines.size() - 2;

        assertThat(shown).isPositive().isLessThan(whole);
        assertThat(lines.getLast())
                .contains("# Left out: ")
                .contains(whole - shown + " of " + whole)
                .contains("yttrium");
        assertThat(Toolkit.onUiThread(() -> ((Label) scene().lookup("#said")).getText()))
                .contains(whole - shown + " of " + whole);
        List<String> labels = Toolkit.onUiThread(() -> scene().getRoot().lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .toList());
        assertThat(labels).contains("Rows: " + shown + " of " + whole);
        Toolkit.doOnUiThread(() -> ((TextField) scene().lookup("#table-filter")).clear());
    }

    @Test
    void theTableOfFlowsNamesEveryMakerAndUse() {
        SimulationResult run = state.result().orElseThrow();
        Good good = run.dataset().goods().stream()
                .max(Comparator.comparingInt(
                        candidate -> run.dataset().usesOf(candidate).size()))
                .orElseThrow();
        assertThat(run.dataset().usesOf(good)).as("more uses than blocks").hasSizeGreaterThan(12);
        Toolkit.doOnUiThread(() -> {
            state.looking().viewProperty().set(ViewKind.FLOWS);
            state.looking().select(good);
        });
        waitForWork();
        List<String> ends = Toolkit.onUiThread(() -> exported().table().orElseThrow().rows().stream()
                .map(row -> String.valueOf(row[1]))
                .toList());
        Toolkit.doOnUiThread(() -> state.looking().select(Selection.NONE));

        assertThat(ends)
                .containsAll(run.dataset().usesOf(good).stream()
                        .map(use -> use.consumer().name())
                        .toList());
    }

    private static Scene scene() {
        return looks.window().scene();
    }

    @Test
    void theWholeWindowLeavesAtTwiceItsSize() throws Exception {
        BufferedImage image =
                ImageIO.read(export(ViewExport.Way.WINDOW, "window.png").toFile());

        assertThat(image.getWidth()).isEqualTo(2 * 1280);
        assertThat(image.getHeight()).isEqualTo(2 * 800);
    }

    private static void compareWithFullStop() {
        Toolkit.doOnUiThread(() -> looks.window()
                .view()
                .comparison()
                .start(state.data().orElseThrow().findScenario("ree-full-stop").orElseThrow()));
        waitForWork();
    }

    /** Worked out from the runs, not from the list. */
    private static int differing() {
        SimulationResult a = state.result().orElseThrow();
        SimulationResult b =
                looks.window().view().comparison().contextB().state().result().orElseThrow();
        int week = state.looking().weekProperty().get();
        int differing = 0;
        for (Good good : a.dataset().goods()) {
            differing += Math.abs(a.output(good, week) - b.output(good, week)) >= 0.005 ? 1 : 0;
        }
        for (Market market : a.dataset().markets()) {
            differing += Math.abs(a.served(market, week) - b.served(market, week)) >= 0.005 ? 1 : 0;
        }
        return differing;
    }

    private static Picture framed() {
        return Toolkit.onUiThread(
                () -> looks.window().view().exports().picture().orElseThrow());
    }

    private void isPngOfTheFramedPicture() throws IOException {
        Picture framed = framed();
        BufferedImage once = ImageIO.read(export(ViewExport.Way.PNG, "once.png").toFile());
        BufferedImage twice =
                ImageIO.read(export(ViewExport.Way.PNG_DOUBLE, "twice.png").toFile());

        assertThat(once.getWidth()).isEqualTo((int) Math.ceil(framed.width()));
        assertThat(once.getHeight()).isEqualTo((int) Math.ceil(framed.height()));
        assertThat(twice.getWidth()).isEqualTo((int) Math.ceil(2 * framed.width()));
        assertThat(twice.getHeight()).isEqualTo((int) Math.ceil(2 * framed.height()));
        assertThat(colours(once)).as("something is painted").isGreaterThan(20);
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }

    private void isSvgWithAllTexts() throws Exception {
        List<String> expected = framed().texts();
        assertThat(expected)
                .as("the view's own words, and more round them")
                .containsAll(Toolkit.onUiThread(
                        () -> exported().picture().orElseThrow().texts()))
                .hasSizeGreaterThan(Toolkit.onUiThread(
                                () -> exported().picture().orElseThrow().texts())
                        .size());
        Document document = DocumentBuilderFactory.newInstance()
                .newDocumentBuilder()
                .parse(export(ViewExport.Way.SVG, "view.svg").toFile());

        NodeList texts = document.getElementsByTagName("text");
        List<String> found = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            found.add(texts.item(i).getTextContent());
        }
        assertThat(found).isNotEmpty().containsExactlyElementsOf(expected);
    }

    private void isCsvWithTheTablesCells() throws IOException {
        TableCopy table = Toolkit.onUiThread(() -> exported().table().orElseThrow());
        List<List<String>> rows =
                CsvReader.builder().ofCsvRecord(Files.readString(export(ViewExport.Way.CSV, "view.csv"))).stream()
                        .map(row -> List.copyOf(row.getFields()))
                        .toList();

        // What a table does not say of itself stands behind its own columns.
        assertThat(rows.getFirst().subList(0, table.columns().size())).isEqualTo(table.columns());
        assertThat(rows.getFirst()).containsAnyOf("scenario", "about");
        int remark = table.leftOut().isEmpty() ? 0 : 1;
        assertThat(rows).hasSize(table.rows().size() + 1 + remark);
        if (remark > 0) {
            assertThat(rows.getLast().getFirst()).isEqualTo("# " + table.leftOut());
        }
        for (int i = 0; i < table.rows().size(); i++) {
            Object[] cells = table.rows().get(i);
            for (int j = 0; j < cells.length; j++) {
                isSame(cells[j], rows.get(i + 1).get(j));
            }
        }
    }

    private static void isSame(Object cell, String written) {
        switch (cell) {
            case null -> assertThat(written).isEmpty();
            case Number number -> assertThat(Double.parseDouble(written)).isEqualTo(number.doubleValue());
            default -> assertThat(written).isEqualTo(cell.toString());
        }
    }
}
