package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.exchange.OtherDataPanel;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Data of other tools: seen before they are written, then opened. */
class OtherDataWalkTest {
    private static final String GRAPH = """
            digraph chain {
              ore [type="good", name="Ore"];
              alloy [type="good", name="Alloy"];
              ore -> alloy [cap=0.5, colour="red"];
            }
            """;

    @TempDir
    private Path folder;

    private Walk walk;
    private StudyState state;

    @BeforeEach
    void open() throws Exception {
        walk = Walk.open(1280, 800);
        state = walk.state();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    private OtherDataPanel panel() {
        return walk.looks().window().view().otherData();
    }

    private void choose(Path file) {
        walk.run(Command.OPEN_OTHER);
        Toolkit.doOnUiThread(() -> panel().choose(file));
    }

    private List<String> list(String id) {
        return walk.read(
                "#other-" + id,
                node -> ((ListView<?>) node)
                        .getItems().stream().map(String::valueOf).toList());
    }

    private boolean isDisabled(String selector) {
        return Toolkit.onUiThread(() -> walk.find(selector).isDisabled());
    }

    private String told() {
        return walk.text("#other-told");
    }

    private void waitForReading() {
        walk.waitFor(
                "reading",
                () -> Toolkit.onUiThread(() -> !walk.find("#other-stop").isVisible()));
    }

    @Test
    void aGraphIsShownInThreeListsThenWrittenAndOpened() throws Exception {
        Path file = Files.writeString(folder.resolve("Our chain.dot"), GRAPH);
        choose(file);
        waitForReading();

        assertThat(list("understood")).isNotEmpty().anyMatch(line -> line.contains("goods"));
        assertThat(list("leftOut")).anyMatch(line -> line.contains("colour"));
        assertThat(list("assumed")).isNotEmpty();
        assertThat(list("faults")).isEmpty();
        assertThat(told()).contains("our-chain").contains("Nothing is written yet");
        assertThat(folder)
                .isDirectoryContaining(each -> each.equals(file))
                .satisfies(place -> assertThat(place.resolve("our-chain")).doesNotExist());

        Toolkit.doOnUiThread(() -> panel().writeIn(folder));
        Path made = folder.resolve("our-chain");
        walk.waitFor(
                "the dataset",
                () -> state.data().filter(data -> data.folder().equals(made)).isPresent());

        assertThat(made.resolve("IMPORT.txt")).exists();
        assertThat(walk.isShown("#other-data")).isFalse();
        assertThat(state.findGood("alloy")).isPresent();
    }

    @Test
    void faultsAreShownAndNothingCanBeWritten() throws Exception {
        choose(Files.writeString(folder.resolve("broken.graphml"), "<graphml><node"));
        waitForReading();

        assertThat(list("faults")).isNotEmpty();
        assertThat(told()).contains("nothing can be written");
        assertThat(isDisabled("#other-write")).isTrue();
    }

    @Test
    void aTableGetsASuggestedMappingAndIsReadWithItOnceItIsFilledIn() throws Exception {
        Path table = Files.writeString(folder.resolve("edges.csv"), "from,to,weight\nore,alloy,3\nalloy,motor,5\n");
        choose(table);
        assertThat(told()).contains("which column is what");
        Path mapping = folder.resolve("edges-mapping.csv");
        Toolkit.doOnUiThread(() -> panel().suggestTo(mapping));
        walk.waitFor("the mapping", () -> Toolkit.onUiThread(() -> told().startsWith("Written: ")));
        assertThat(told()).contains("‘means’").contains("‘?’");
        assertThat(isDisabled("#other-write")).isTrue();

        Files.writeString(mapping, Files.readString(mapping).replace("?", "t"));
        Toolkit.doOnUiThread(() -> panel().useMapping(mapping));
        waitForReading();

        assertThat(list("faults")).isEmpty();
        assertThat(list("understood")).isNotEmpty();
        assertThat(isDisabled("#other-write")).isFalse();
    }

    @Test
    void draftsOfATableOfMeasuresBecomeScenariosToOpen() throws Exception {
        choose(Files.writeString(
                folder.resolve("export-controls.csv"),
                "Country,HS code,Product,Type of measure,In force from,In force until\n"
                        + "China,811292,Gallium and germanium,Licensing requirement,2023-08-01,2026-08-01\n"));
        waitForReading();
        assertThat(list("faults")).isEmpty();

        Toolkit.doOnUiThread(() -> panel().writeIn(folder));
        walk.waitFor(
                "the drafts",
                () -> Toolkit.onUiThread(() ->
                        !((Pane) walk.find("#other-scenarios")).getChildren().isEmpty()));
        Toolkit.doOnUiThread(() ->
                ((Button) ((Pane) walk.find("#other-scenarios")).getChildren().getFirst()).fire());
        walk.waitFor(
                "the draft",
                () -> Toolkit.onUiThread(() -> state.scenario()
                        .filter(open -> !open.id().equals(Looks.CASCADE))
                        .isPresent()));

        assertThat(state.scenario().orElseThrow().restrictions()).isNotEmpty();
        assertThat(walk.isShown("#other-data")).isFalse();
    }
}
