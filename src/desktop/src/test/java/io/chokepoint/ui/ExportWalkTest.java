package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import io.chokepoint.export.picture.Picture;
import io.chokepoint.model.Good;
import io.chokepoint.model.Market;
import io.chokepoint.result.SimulationResult;
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
import javafx.scene.layout.Region;
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
            state.viewProperty().set(ViewKind.GRAPH);
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
        Toolkit.doOnUiThread(() -> state.viewProperty().set(kind));
        waitForWork();
        Toolkit.waitUntil("a table", () -> exported().table().isPresent());

        isPngOfTheViewsSize();
        isSvgWithAllTexts();
        isCsvWithTheTablesCells();
    }

    @Test
    void aComparisonLeavesAsOnePictureOfBothAndATableOfWhatDiffers() throws Exception {
        compareWithFullStop();

        isPngOfTheViewsSize();
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

        isPngOfTheViewsSize();
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
                .filter(row -> Boolean.TRUE.equals(row[row.length - 1]))
                .count();

        assertThat(table.rows()).hasSize(all);
        assertThat(table.leftOut()).isEmpty();
        assertThat(drawn).as("what is drawn is marked").isPositive().isLessThan(all);
        assertThat(Files.readAllLines(export(ViewExport.Way.CSV, "graph.csv"))).hasSize(all + 1);
    }

    @Test
    void whatAFilterLeavesOutIsSaidInTheFileAndOnScreen() throws Exception {
        Toolkit.doOnUiThread(() -> state.viewProperty().set(ViewKind.TABLE));
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
            state.viewProperty().set(ViewKind.FLOWS);
            state.select(good);
        });
        waitForWork();
        List<String> ends = Toolkit.onUiThread(() -> exported().table().orElseThrow().rows().stream()
                .map(row -> String.valueOf(row[1]))
                .toList());
        Toolkit.doOnUiThread(() -> state.select(Selection.NONE));

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
        int week = state.weekProperty().get();
        int differing = 0;
        for (Good good : a.dataset().goods()) {
            differing += Math.abs(a.output(good, week) - b.output(good, week)) >= 0.005 ? 1 : 0;
        }
        for (Market market : a.dataset().markets()) {
            differing += Math.abs(a.served(market, week) - b.served(market, week)) >= 0.005 ? 1 : 0;
        }
        return differing;
    }

    private void isPngOfTheViewsSize() throws IOException {
        Region view = looks.window().view().exported();
        BufferedImage once = ImageIO.read(export(ViewExport.Way.PNG, "once.png").toFile());
        BufferedImage twice =
                ImageIO.read(export(ViewExport.Way.PNG_DOUBLE, "twice.png").toFile());

        assertThat(once.getWidth()).isEqualTo((int) view.getWidth());
        assertThat(once.getHeight()).isEqualTo((int) view.getHeight());
        assertThat(twice.getWidth()).isEqualTo(2 * once.getWidth());
        assertThat(twice.getHeight()).isEqualTo(2 * once.getHeight());
        assertThat(colours(once)).as("something is painted").isGreaterThan(20);
    }

    private static long colours(BufferedImage image) {
        int[] pixels = image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
        return java.util.Arrays.stream(pixels).distinct().count();
    }

    private void isSvgWithAllTexts() throws Exception {
        List<String> expected =
                Toolkit.onUiThread(() -> exported().picture().orElseThrow().texts());
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

        assertThat(rows.getFirst()).isEqualTo(table.columns());
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
