package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Toolkit;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a fault to its place in the file, and to a dataset that can be opened, all in the window. */
class FileEditorWalkTest {
    private static final String GOOD = " \"name\": \"own-use\",";
    private static final String BAD = " \"name\": 7,";

    @TempDir
    Path folder;

    private Walk walk;
    private Path file;
    private String whole;

    @BeforeEach
    void openAFolderWithAFault() throws Exception {
        Path from = Path.of(FileEditorWalkTest.class
                        .getResource("/own-use/datapackage.json")
                        .toURI())
                .getParent();
        try (var files = Files.list(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, folder.resolve(each.getFileName()));
            }
        }
        file = folder.resolve("datapackage.json");
        whole = Files.readString(file);
        Files.writeString(file, whole.replace(GOOD, BAD));
        walk = Walk.open(1280, 800);
        Toolkit.doOnUiThread(() -> walk.looks().window().open(folder, Optional.empty()));
        walk.waitFor("faults", () -> shown("#faults"));
        Toolkit.settle();
        Toolkit.doOnUiThread(() -> link().fire());
        walk.waitFor("the file", () -> shown("#file-editor"));
        Toolkit.settle();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    private boolean shown(String selector) {
        return walk.looks().window().scene().lookup(selector) != null;
    }

    private Button link() {
        return walk.find("#faults").lookupAll(".link").stream()
                .filter(Button.class::isInstance)
                .map(Button.class::cast)
                .filter(button -> button.getText().startsWith("datapackage.json"))
                .findFirst()
                .orElseThrow();
    }

    @SuppressWarnings("unchecked")
    private TableView<Integer> table() {
        return (TableView<Integer>) walk.find("#file-table");
    }

    /** As typing into the marked cell and pressing Enter. */
    @SuppressWarnings("unchecked")
    private void change(String value) {
        Toolkit.doOnUiThread(() -> {
            TableColumn<Integer, String> column = (TableColumn<Integer, String>)
                    table().getFocusModel().getFocusedCell().getTableColumn();
            column.getOnEditCommit()
                    .handle(new TableColumn.CellEditEvent<>(
                            table(),
                            new javafx.scene.control.TablePosition<>(
                                    table(),
                                    table().getFocusModel().getFocusedCell().getRow(),
                                    column),
                            TableColumn.editCommitEvent(),
                            value));
        });
        Toolkit.settle();
    }

    /** The marked cell; null where none is in sight. */
    private @Nullable TableCell<?, ?> marked() {
        for (Node node : table().lookupAll(".table-cell")) {
            if (node instanceof TableCell<?, ?> cell
                    && cell.getPseudoClassStates().stream()
                            .anyMatch(state -> state.getPseudoClassName().equals("faulty"))) {
                return cell;
            }
        }
        return null;
    }

    @Test
    void closingWithChangedCellsAsksAndGoesOnWhereItWas() throws Exception {
        String before = Files.readString(file);
        change(" \"name\": \"other\",");
        walk.key(KeyCode.ESCAPE);
        assertThat(shown("#file-close")).isTrue();
        walk.key(KeyCode.ESCAPE);
        assertThat(shown("#file-editor")).as("the table is there again").isTrue();
        assertThat(Files.readString(file)).isEqualTo(before);

        walk.key(KeyCode.ESCAPE);
        walk.looks().picture("file-close");
        Toolkit.doOnUiThread(() -> ((Button) walk.find("#file-close-save")).fire());
        walk.waitFor("the file is written", () -> {
            try {
                return Files.readString(file).contains("\"other\"");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Test
    void closingWithChangedCellsCanLetGoOfThem() throws Exception {
        String before = Files.readString(file);
        change(" \"name\": \"other\",");
        walk.key(KeyCode.ESCAPE);
        Toolkit.doOnUiThread(() -> ((Button) walk.find("#file-close-discard")).fire());
        Toolkit.settle();

        assertThat(shown("#file-close")).isFalse();
        assertThat(shown("#file-editor")).isFalse();
        assertThat(Files.readString(file)).isEqualTo(before);
    }

    @Test
    void theCellOfTheFaultIsMarkedAndInSightAndHasTheFocus() {
        walk.waitFor("the marked cell, whole and in sight", () -> {
            TableCell<?, ?> cell = marked();
            return cell != null
                    && table().localToScene(table().getLayoutBounds())
                            .contains(cell.localToScene(cell.getLayoutBounds()));
        });
        Toolkit.settle();
        Toolkit.doOnUiThread(() -> {
            TableCell<?, ?> cell = marked();
            assertThat(cell.getText()).isEqualTo(BAD);
            assertThat(table().localToScene(table().getLayoutBounds())
                            .contains(cell.localToScene(cell.getLayoutBounds())))
                    .as("the whole cell is in sight")
                    .isTrue();
            assertThat(((Label) table().getFocusModel()
                                    .getFocusedCell()
                                    .getTableColumn()
                                    .getGraphic())
                            .getText())
                    .isEqualTo("Text");
        });
        walk.looks().picture("file-editor");
    }

    @Test
    void aCellThatIsMendedIsSavedAndTheDatasetOpens() throws Exception {
        change(GOOD);
        walk.click("#file-save");
        walk.waitFor(
                "the dataset",
                () -> walk.state()
                        .data()
                        .filter(data -> data.dataset().goods().size() == 3)
                        .isPresent());

        assertThat(Files.readString(file)).isEqualTo(whole);
        assertThat(shown("#file-editor")).isFalse();
    }

    @Test
    void whatAnotherProgramWroteMeanwhileIsNotWrittenOverWithoutAsking() throws Exception {
        change(GOOD);
        String theirs = Files.readString(file).replace(BAD, BAD + " ");
        Files.writeString(file, theirs);
        walk.click("#file-save");
        walk.waitFor("the question", () -> shown("#conflict"));
        walk.looks().picture("file-conflict");
        walk.key(KeyCode.ESCAPE);

        assertThat(Files.readString(file)).isEqualTo(theirs);
        assertThat(shown("#file-editor")).as("what was typed is still there").isTrue();
    }
}
