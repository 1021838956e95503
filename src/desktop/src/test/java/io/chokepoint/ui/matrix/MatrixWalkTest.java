package io.chokepoint.ui.matrix;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.support.Engine;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The matrix by keyboard alone: walk, explain, open as a scenario. */
class MatrixWalkTest {
    @TempDir
    Path folder;

    /** Used on the UI thread only. */
    private final class Shown {
        final StudyState state = new StudyState(PanelStage.tasks(), Engine::of);
        final MatrixView view;
        final Scene scene;

        Shown() {
            state.openData(SmallRun.runner().data());
            state.openScenario(SmallRun.scenario());
            state.looking().viewProperty().set(ViewKind.MATRIX);
            view = new MatrixView(PanelStage.context(state, Theme.LIGHT, folder, link -> {}));
            scene = new Scene(new HBox(view, view.side(), view.facts()), 1280, 700);
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }

        void press(KeyCode... codes) {
            Node matrix = scene.lookup("#matrix");
            for (KeyCode code : codes) {
                Event.fireEvent(matrix, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
            }
        }

        List<String> texts(Node node) {
            List<String> texts = new ArrayList<>();
            if (node instanceof Labeled labeled && labeled.getText() != null) {
                texts.add(labeled.getText());
            }
            if (node instanceof Parent parent) {
                parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
            }
            return texts;
        }
    }

    @Test
    void arrowsWalkCellsAndEnterSaysWhy() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = new Shown();

            shown.press(KeyCode.DOWN, KeyCode.DOWN, KeyCode.UP);
            assertThat(shown.texts(shown.view.side())).contains("wafers stops for 26 weeks", "Explain");
            shown.press(KeyCode.ENTER);

            assertThat(shown.texts(shown.view.side())).contains("Why", "chip-one", "wafers");
        });
    }

    @Test
    void aCellOpensAsAScenarioOfItsOwn() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = new Shown();
            shown.press(KeyCode.DOWN);

            shown.scene.getRoot().lookupAll(".button").stream()
                    .filter(Button.class::isInstance)
                    .map(Button.class::cast)
                    .filter(button -> "Open as scenario".equals(button.getText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();

            assertThat(shown.state.scenario().orElseThrow().title()).isEqualTo("wafers stops for 26 weeks");
            assertThat(shown.state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
            assertThat(shown.state
                            .looking()
                            .selectionProperty()
                            .get()
                            .good()
                            .orElseThrow()
                            .id())
                    .isEqualTo("chip-one");
        });
    }

    @Test
    void itsFactsSpeakOfTheMatrixAndNotOfTheScenario() {
        Toolkit.doOnUiThread(() -> {
            Shown shown = new Shown();

            assertThat(shown.texts(shown.view.facts()))
                    .contains("wafers hits 2 of 2 chips", "Central figures only")
                    .noneMatch(text -> text.contains("fall short"));
        });
    }
}
