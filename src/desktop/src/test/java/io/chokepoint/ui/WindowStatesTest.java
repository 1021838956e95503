package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.ShippedData;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Labeled;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the window shows where there is nothing to show: each state says what to do next. Leaves a picture of each for eyes. */
class WindowStatesTest {
    @TempDir
    Path folder;

    @Test
    void withoutADatasetItSaysWhatOneIsAndOffersToOpenOne() throws Exception {
        try (Opened opened = new Opened(Looks.empty(Theme.LIGHT, 1280, 800))) {
            opened.looks().picture("state-empty");

            assertThat(opened.texts()).anyMatch(text -> text.contains("dataset"));
            assertThat(opened.texts()).anyMatch(text -> text.startsWith("Open"));
        }
    }

    @Test
    void aFaultyDatasetIsRefusedWithFileRowAndColumnAndTheOpenOneStays() throws Exception {
        Path faulty = copyOf(ShippedData.shipped());
        Path supply = faulty.resolve("supply.csv");
        List<String> rows = Files.readAllLines(supply);
        rows.set(2, rows.get(2).replaceFirst("0\\.135", "1.35"));
        Files.write(supply, rows);

        try (Opened opened = new Opened(Looks.open(Theme.LIGHT, 1280, 800))) {
            StudyState state = opened.looks().window().context().state();
            Toolkit.doOnUiThread(() -> opened.looks().window().open(faulty, Optional.empty()));
            Toolkit.waitUntil(
                    "the list of faults",
                    () -> opened.looks().window().scene().lookup("#faults") != null
                            && opened.texts().stream().anyMatch(text -> text.contains("supply.csv")));
            opened.looks().picture("state-errors");

            assertThat(opened.texts()).anyMatch(text -> text.matches("supply.csv.*3.*"));
            assertThat(state.data().orElseThrow().folder())
                    .as("the dataset that is open")
                    .isEqualTo(ShippedData.shipped());
        }
    }

    @Test
    void whereNothingFallsShortItSaysWhyNot() throws Exception {
        try (Opened opened = new Opened(Looks.open(Theme.LIGHT, 1280, 800))) {
            StudyState state = opened.looks().window().context().state();
            Toolkit.doOnUiThread(() -> {
                state.edit("Lift everything", scenario -> scenario.withRestrictions(List.of()));
                state.looking().viewProperty().set(ViewKind.TABLE);
            });
            Toolkit.waitUntil("a run", () -> !state.staleProperty().get());
            opened.looks().picture("state-nothing-hit");

            assertThat(state.result().orElseThrow().hitGoods()).isEmpty();
            assertThat(opened.texts()).anyMatch(text -> text.contains("No good falls below"));
        }
    }

    private Path copyOf(Path source) throws IOException {
        try (var files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Path copy =
                        folder.resolve("faulty").resolve(source.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
        return folder.resolve("faulty");
    }

    private record Opened(Looks looks) implements AutoCloseable {
        List<String> texts() {
            return Toolkit.onUiThread(() -> texts(looks.window().scene().getRoot()));
        }

        private static List<String> texts(Node node) {
            List<String> own = node instanceof Labeled labeled && labeled.getText() != null
                    ? List.of(labeled.getText())
                    : List.of();
            return node instanceof Parent parent
                    ? java.util.stream.Stream.concat(
                                    own.stream(),
                                    parent.getChildrenUnmodifiable().stream().flatMap(child -> texts(child).stream()))
                            .toList()
                    : own;
        }

        @Override
        public void close() {
            looks.close();
        }
    }
}
