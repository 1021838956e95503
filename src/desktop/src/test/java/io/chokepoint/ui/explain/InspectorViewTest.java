package io.chokepoint.ui.explain;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.testkit.HandMadeRun;
import io.chokepoint.ui.PanelStage;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.event.ActionEvent;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InspectorViewTest {
    @TempDir
    Path folder;

    private final List<String> opened = new ArrayList<>();

    /** The inspector in a scene of its own; used on the UI thread only. */
    private final class Shown {
        final StudyState state = PanelStage.state(HandMadeRun.cascade());
        final UiContext context;
        final InspectorView view;
        final Scene scene;

        Shown(Theme theme, double width, double height) {
            state.looking().setWeek(78);
            context = PanelStage.context(state, theme, folder, opened::add);
            view = new InspectorView(context);
            scene = new Scene(new StackPane(view), width, height);
            context.theme().style(scene);
        }

        void lay() {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }

        void tab(String key) {
            ((ToggleButton) view.lookup("#tab-" + key)).fire();
            lay();
        }

        <T extends Node> List<T> all(Class<T> type, String style) {
            return view.lookupAll("." + style).stream()
                    .filter(type::isInstance)
                    .map(type::cast)
                    .toList();
        }

        /** Some are made only when the pointer comes. */
        private static Tooltip tooltipUnderPointer(Labeled label) {
            PickResult here = new PickResult(label, 0, 0);
            Event.fireEvent(
                    label,
                    new MouseEvent(
                            MouseEvent.MOUSE_ENTERED,
                            0,
                            0,
                            0,
                            0,
                            MouseButton.NONE,
                            0,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            false,
                            here));
            return label.getTooltip();
        }

        /** Texts that end in … although nothing else on the screen shows them in full. */
        List<String> cut() {
            List<String> cut = new ArrayList<>();
            Set<Node> labels = view.lookupAll(".text");
            for (Node node : labels) {
                if (node instanceof Text text
                        && node.getParent() instanceof Labeled label
                        && (tooltipUnderPointer(label) == null || label instanceof ButtonBase)
                        && label.getText() != null
                        && !text.getText().equals(label.getText())
                        && !label.getStyleClass().contains("link-name")) {
                    cut.add(label.getText());
                }
            }
            return cut;
        }
    }

    private <T> T shown(Theme theme, double width, double height, Function<Shown, T> work) {
        return Toolkit.onUiThread(() -> {
            Shown shown = new Shown(theme, width, height);
            shown.lay();
            return work.apply(shown);
        });
    }

    @ParameterizedTest
    @CsvSource({"LIGHT, 288, 624", "DARK, 288, 624", "LIGHT, 312, 724", "DARK, 360, 904"})
    void noTextIsCutOnAnyTab(Theme theme, double width, double height) {
        List<String> cut = shown(theme, width, height, shown -> {
            List<String> all = new ArrayList<>();
            List<Consumer<StudyState>> looks = List.of(
                    state -> state.looking().select(HandMadeRun.B200),
                    state -> state.looking().select(Selection.of(HandMadeRun.OXIDE_CHINA)),
                    state -> state.looking().select(Selection.of(HandMadeRun.CLOUDS)),
                    state -> state.looking().select(Selection.NONE));
            for (Consumer<StudyState> look : looks) {
                look.accept(shown.state);
                shown.lay();
                for (ToggleButton tab : shown.all(ToggleButton.class, "tab-button")) {
                    tab.fire();
                    shown.lay();
                    all.addAll(shown.cut());
                }
            }
            return all;
        });

        assertThat(cut).isEmpty();
    }

    @Test
    void theCurveIsLeftOutInALowWindow() {
        assertThat(curveIsShown(859)).isFalse();
        assertThat(curveIsShown(860)).isTrue();
    }

    private boolean curveIsShown(double height) {
        return shown(Theme.LIGHT, 312, height, shown -> {
            shown.state.looking().select(HandMadeRun.B200);
            shown.lay();
            return shown.view.lookup(".inspector-chart").isVisible();
        });
    }

    @Test
    void aSourceNumberOpensItsAddress() {
        shown(Theme.LIGHT, 312, 724, shown -> {
            shown.state.looking().select(HandMadeRun.OXIDE);
            shown.lay();
            shown.all(Hyperlink.class, "source-link").getFirst().fire();
            return true;
        });

        assertThat(opened).containsExactly("https://mofcom.example/18");
    }

    @Test
    void theWhyViewNumbersItsSentencesAndListsItsSources() {
        List<String> numbers = shown(Theme.LIGHT, 432, 860, shown -> {
            shown.state.looking().select(HandMadeRun.B200);
            shown.state.looking().whyProperty().set(true);
            shown.lay();
            return shown.all(Labeled.class, "step-number").stream()
                    .map(Labeled::getText)
                    .toList();
        });

        assertThat(numbers).containsExactly("1", "2", "3", "4", "5", "6", "7");
    }

    @Test
    void outputsFollowTheWeek() {
        List<String> chips = shown(Theme.LIGHT, 312, 724, shown -> {
            shown.state.looking().select(HandMadeRun.B200);
            shown.state.looking().setWeek(0);
            shown.lay();
            String before =
                    shown.all(OutputChip.class, "inspector-chip").getFirst().getText();
            shown.state.looking().setWeek(97);
            return List.of(
                    before,
                    shown.all(OutputChip.class, "inspector-chip").getFirst().getText());
        });

        assertThat(chips).containsExactly("100\u202F%", "81\u202F%");
    }

    @Test
    void restrictingAMakerSelectsItFirst() {
        Selection selection = shown(Theme.LIGHT, 312, 724, shown -> {
            List<Selection> asked = new ArrayList<>();
            shown.context
                    .commands()
                    .register(
                            Command.RESTRICT,
                            () -> asked.add(
                                    shown.state.looking().selectionProperty().get()));
            shown.state.looking().select(HandMadeRun.OXIDE);
            shown.lay();
            shown.tab("makers");
            shown.all(Button.class, "small-icon").stream()
                    .filter(button -> "Restrict Japan…".equals(button.getAccessibleText()))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            return asked.getFirst();
        });

        assertThat(selection).isEqualTo(Selection.of(HandMadeRun.OXIDE_JAPAN));
    }

    @Test
    void aFigureIsEditedInItsRowAndFaultsAreSaid() {
        List<String> undo = shown(Theme.LIGHT, 312, 724, shown -> {
            shown.state.looking().select(HandMadeRun.PARTS);
            shown.lay();
            shown.tab("figures");
            shown.all(Button.class, "small-icon").stream()
                    .filter(button -> button.getAccessibleText().startsWith("Try another value: Stock of yttria"))
                    .findFirst()
                    .orElseThrow()
                    .fire();
            shown.lay();
            List<TextField> fields = shown.all(TextField.class, "text-field");
            fields.get(1).setText("60");
            fields.get(1).fireEvent(new ActionEvent());
            String refused = shown.all(Labeled.class, "fault").getFirst().getText();
            String before = shown.state.undoNameProperty().get();
            fields.get(1).setText("20");
            fields.get(1).fireEvent(new ActionEvent());
            return List.of(refused, before, shown.state.undoNameProperty().get());
        });

        assertThat(undo)
                .containsExactly(
                        "Low must not be above central, nor central above high.",
                        "",
                        "Edit stock of yttria coating feed");
    }
}
