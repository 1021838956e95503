package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of a dataset in the window: typed, pasted, checked, undone, saved. */
class DataEditorWalkTest {
    @TempDir
    Path folder;

    private Walk walk;
    private String supply;

    @BeforeEach
    void openAFolder() throws Exception {
        Path from = Path.of(DataEditorWalkTest.class
                        .getResource("/own-use/datapackage.json")
                        .toURI())
                .getParent();
        try (var files = Files.list(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        supply = read("supply.csv");
        walk = Walk.in(Looks.empty(Theme.LIGHT, 1280, 800));
        Toolkit.doOnUiThread(() -> walk.looks().window().open(folder, Optional.empty()));
        walk.waitFor(
                "the dataset",
                () -> walk.state()
                        .data()
                        .filter(data -> data.folder().equals(folder))
                        .isPresent());
        Toolkit.settle();
        openTables();
    }

    private void openTables() {
        walk.run(Command.EDIT_DATA);
        walk.waitFor("the tables", () -> shown("#data-editor"));
        Toolkit.settle();
        walk.waitFor("a check", () -> walk.text("#grid-counts").contains("error"));
    }

    @AfterEach
    void close() {
        walk.close();
    }

    private String read(String file) {
        try {
            return Files.readString(folder.resolve(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean shown(String selector) {
        return walk.looks().window().scene().lookup(selector) != null;
    }

    @SuppressWarnings("unchecked")
    private TableView<Integer> grid() {
        return (TableView<Integer>) walk.find("#grid");
    }

    private void choose(String table) {
        Toolkit.doOnUiThread(() -> {
            ListView<?> list = (ListView<?>) walk.find("#grid-tables");
            for (int i = 0; i < list.getItems().size(); i++) {
                if (list.getItems().get(i).toString().contains("name=" + table + ",")) {
                    list.getSelectionModel().select(i);
                }
            }
        });
        Toolkit.settle();
    }

    private TableColumn<Integer, ?> column(String name) {
        return grid().getColumns().stream()
                .filter(column -> ((Label) column.getGraphic()).getText().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private void goTo(int row, String column) {
        Toolkit.doOnUiThread(() -> {
            grid().getSelectionModel().clearAndSelect(row, column(column));
            grid().getFocusModel().focus(new TablePosition<>(grid(), row, column(column)));
            grid().requestFocus();
        });
        Toolkit.settle();
    }

    private void type(String text) {
        Toolkit.doOnUiThread(() -> Event.fireEvent(
                grid(),
                new KeyEvent(
                        KeyEvent.KEY_TYPED, text.substring(0, 1), "", KeyCode.UNDEFINED, false, false, false, false)));
        Toolkit.settle();
        Toolkit.doOnUiThread(() -> ((TextField) walk.find("#grid-field")).appendText(text.substring(1)));
        Toolkit.settle();
    }

    private String cell(int row, String column) {
        return Toolkit.onUiThread(() -> String.valueOf(column(column).getCellData(row)));
    }

    private List<String> marked() {
        return Toolkit.onUiThread(() -> grid().lookupAll(".table-cell").stream()
                .filter(node -> node.getPseudoClassStates().stream()
                        .anyMatch(state -> state.getPseudoClassName().equals("faulty")))
                .filter(Node::isVisible)
                .map(node -> ((TableCell<?, ?>) node).getText())
                .toList());
    }

    @Test
    void whatIsTypedIsCheckedMarkedMendedAndSavedInItsLineAlone() {
        choose("supply");
        goTo(1, "share");
        type("lots");
        String states =
                walk.read("#grid-field", node -> node.getPseudoClassStates().toString());
        assertThat(states).contains("faulty");
        walk.key(KeyCode.ENTER);
        assertThat(cell(1, "share")).isEqualTo("lots");
        walk.waitFor("the mark", () -> marked().contains("lots"));
        walk.looks().picture("data-editor-fault");

        goTo(0, "good");
        Toolkit.doOnUiThread(() -> {
            ListView<?> faults = (ListView<?>) walk.find("#grid-faults");
            faults.getSelectionModel().select(0);
        });
        walk.focus("#grid-faults");
        walk.key(KeyCode.ENTER);
        assertThat(Toolkit.onUiThread(
                        () -> grid().getFocusModel().getFocusedCell().getRow()))
                .isEqualTo(1);

        type("0.3");
        walk.key(KeyCode.ENTER);
        walk.waitFor("no faults", () -> walk.text("#grid-counts").startsWith("0 errors"));
        goTo(1, "note");
        type("Said again, with a comma");
        walk.key(KeyCode.ENTER);
        walk.key(KeyCode.S, "Ctrl");
        walk.waitFor("the file", () -> read("supply.csv").contains("\"Said again, with a comma\""));
        List<String> before = supply.lines().toList();
        List<String> after = read("supply.csv").lines().toList();
        assertThat(after).hasSameSizeAs(before);
        for (int line = 0; line < before.size(); line++) {
            if (line != 2) {
                assertThat(after.get(line)).isEqualTo(before.get(line));
            }
        }
        walk.waitFor("that it is saved", () -> walk.text("#grid-state").equals("everything is saved"));
    }

    @Test
    void escLetsGoOfWhatIsTypedAndNotOfTheTables() {
        choose("goods");
        goTo(0, "name");
        String before = cell(0, "name");
        type("Other");
        walk.key(KeyCode.ESCAPE);
        assertThat(shown("#data-editor")).isTrue();
        assertThat(cell(0, "name")).isEqualTo(before);
        type("Other");
        Toolkit.doOnUiThread(() -> walk.find("#grid-tables").requestFocus());
        Toolkit.settle();
        assertThat(cell(0, "name")).as("left in any other way, it counts").isEqualTo("Other");
    }

    @Test
    void pasteAddDeleteAndUndoLeadBackToTheFile() {
        choose("goods");
        int rows = Toolkit.onUiThread(() -> grid().getItems().size());
        goTo(rows - 1, "id");
        Toolkit.doOnUiThread(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString("p1\t\"Pasted, one\"\r\np2\tPasted two\r\n");
            Clipboard.getSystemClipboard().setContent(content);
        });
        walk.click("#grid-add");
        walk.key(KeyCode.V, "Ctrl");
        assertThat(cell(rows, "name")).isEqualTo("Pasted, one");
        assertThat(cell(rows + 1, "id")).isEqualTo("p2");
        walk.key(KeyCode.DELETE, "Ctrl");
        assertThat(Toolkit.onUiThread(() -> grid().getItems().size())).isEqualTo(rows);
        choose("supply");
        walk.key(KeyCode.Z, "Ctrl");
        assertThat(cell(rows + 1, "id"))
                .as("undo leads to where something changes")
                .isEqualTo("p2");
        walk.key(KeyCode.Z, "Ctrl");
        walk.key(KeyCode.Z, "Ctrl");
        assertThat(walk.text("#grid-state")).isEqualTo("everything is saved");
        assertThat(Toolkit.onUiThread(() -> grid().getItems().size())).isEqualTo(rows);
    }

    @Test
    void idsOfOtherTablesAreOfferedAndTaken() {
        choose("supply");
        goTo(0, "provider");
        type("co");
        boolean offered = walk.read("#grid-choices", Node::isVisible);
        assertThat(offered).isTrue();
        walk.key(KeyCode.DOWN);
        walk.looks().picture("data-editor-choices");
        walk.key(KeyCode.ENTER);
        assertThat(read("providers.csv")).contains("\n" + cell(0, "provider") + ",");
    }

    @Test
    void whatIsNotSavedOutlivesTheProcess() {
        choose("goods");
        goTo(0, "name");
        type("Kept");
        walk.key(KeyCode.ENTER);
        walk.waitFor("that it is kept", () -> {
            Path kept = walk.context().settings().folder().resolve("dataset-edits");
            try (var all = Files.walk(kept)) {
                return all.anyMatch(file -> file.endsWith("kept.properties"));
            } catch (IOException e) {
                return false;
            }
        });
        assertThat(read("goods.csv")).doesNotContain("Kept");
        Path home = walk.context().settings().folder();
        walk.close();

        walk = Walk.in(Looks.empty(Theme.LIGHT, 1280, 800, home));
        Toolkit.doOnUiThread(() -> walk.looks().window().open(folder, Optional.empty()));
        walk.waitFor(
                "the dataset",
                () -> walk.state()
                        .data()
                        .filter(data -> data.folder().equals(folder))
                        .isPresent());
        openTables();
        assertThat(cell(0, "name")).isEqualTo("Kept");
        walk.key(KeyCode.Z, "Ctrl");
        assertThat(cell(0, "name")).isNotEqualTo("Kept");
    }

    @Test
    void whatAnotherProgramWroteIsAskedAbout() throws Exception {
        choose("supply");
        goTo(0, "note");
        type("mine");
        walk.key(KeyCode.ENTER);
        String theirs = supply.replaceFirst("\n([^,]*),", "\n$1 ,");
        Files.writeString(folder.resolve("supply.csv"), theirs);
        walk.key(KeyCode.S, "Ctrl");
        walk.waitFor("the question", () -> shown("#conflict"));
        assertThat(read("supply.csv")).isEqualTo(theirs);
    }

    @Test
    void closingWithChangesAsks() {
        choose("goods");
        goTo(0, "name");
        type("Other");
        walk.key(KeyCode.ENTER);
        walk.key(KeyCode.ESCAPE);
        assertThat(shown("#file-close")).isTrue();
        walk.click("#file-close-discard");
        assertThat(shown("#data-editor")).isFalse();
        assertThat(read("goods.csv")).doesNotContain("Other");
    }

    @Test
    void aGoodAndAMakerAreAddedByShortFormsAsOneStepEach() {
        walk.click("#grid-add-maker");
        type("#form-name", "New Works");
        type("#form-country", "JPN");
        walk.looks().picture("add-maker");
        walk.click("#form-add");
        choose("providers");
        int makers = Toolkit.onUiThread(() -> grid().getItems().size());
        assertThat(cell(makers - 1, "id")).isEqualTo("new-works");

        walk.click("#grid-add-good");
        type("#form-name", "New Thing");
        type("#form-maker-0", "new-works");
        type("#form-share-0", "1");
        type("#form-input-0", "a");
        walk.looks().picture("add-good");
        walk.click("#form-add");
        choose("supply");
        int rows = Toolkit.onUiThread(() -> grid().getItems().size());
        assertThat(cell(rows - 1, "good")).isEqualTo("new-thing");
        assertThat(cell(rows - 1, "basis")).isEqualTo("assumption");
        choose("dependencies");
        assertThat(cell(Toolkit.onUiThread(() -> grid().getItems().size()) - 1, "consumer"))
                .isEqualTo("new-thing");
        walk.key(KeyCode.Z, "Ctrl");
        walk.key(KeyCode.Z, "Ctrl");
        assertThat(walk.text("#grid-state")).isEqualTo("everything is saved");
    }

    private void type(String selector, String text) {
        Toolkit.doOnUiThread(() -> ((TextField) walk.find(selector)).setText(text));
        Toolkit.settle();
    }

    @Test
    void aNewDatasetIsMadeOpenedAndRunAtOnce(@TempDir Path place) {
        walk.key(KeyCode.ESCAPE);
        walk.run(Command.NEW_DATASET);
        walk.looks().picture("new-data");
        type("#new-data-title", "Shoes and leather");
        Toolkit.doOnUiThread(() -> {
            try {
                var create = walk.find("#new-data").getClass().getDeclaredMethod("createIn", Path.class);
                create.setAccessible(true);
                create.invoke(walk.find("#new-data"), place);
            } catch (ReflectiveOperationException e) {
                throw new AssertionError(e);
            }
        });
        walk.waitFor(
                "the dataset",
                () -> walk.state()
                        .data()
                        .filter(data -> data.folder().equals(place.resolve("shoes-and-leather")))
                        .isPresent());
        walk.waitForRun();
        assertThat(walk.state().scenario().orElseThrow().id()).isEqualTo("metal-outage");
    }
}
