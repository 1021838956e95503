package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.OverlayHost;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.transform.Transform;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A window of 1280 by 800 at twice the size: nothing that must be read is cut, and everything that can be used can be reached. */
class TextSizeWalkTest {
    private static Walk walk;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1280, 800);
        state = walk.state();
        walk.scenario(Looks.CASCADE);
        enlarge();
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @AfterEach
    void calm() {
        walk.key(KeyCode.ESCAPE);
        walk.key(KeyCode.ESCAPE);
        Toolkit.doOnUiThread(() -> {
            walk.looks().window().view().comparison().end();
            state.looking().viewProperty().set(ViewKind.GRAPH);
            state.looking().select(Selection.NONE);
        });
    }

    private static void enlarge() {
        for (int i = 0; i < 8; i++) {
            walk.key(KeyCode.PLUS, "Ctrl");
        }
    }

    private static Node content() {
        return walk.find("#" + OverlayHost.ID);
    }

    private static double zoom() {
        return Toolkit.onUiThread(() -> content().getLocalToSceneTransform().getMxx());
    }

    @Test
    void keysChangeTheSizeAtOnceAndItIsRemembered() {
        assertThat(zoom()).isEqualTo(2);
        walk.key(KeyCode.MINUS, "Ctrl");
        assertThat(zoom()).isEqualTo(1.75);
        assertThat(walk.context().settings().number("window.scale", 0)).isEqualTo(175);
        walk.key(KeyCode.DIGIT0, "Ctrl");
        assertThat(zoom()).isEqualTo(1);
        assertThat(state.looking().viewProperty().get())
                .as("no view is changed by it")
                .isEqualTo(ViewKind.GRAPH);
        enlarge();
        assertThat(zoom()).isEqualTo(2);
    }

    @Test
    void whatIsPaintedIsPaintedAsFineAsItIsShown() {
        Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(ViewKind.MAP));
        walk.waitFor("a map", () -> walk.isShown("#map .picture-view") || walk.isShown(".picture-view"));
        Toolkit.settle();
        double pixels = walk.read(".picture-view > Canvas", canvas -> ((javafx.scene.canvas.Canvas) canvas).getWidth());
        double width = walk.read(".picture-view", node -> node.getLayoutBounds().getWidth());

        assertThat(pixels).isEqualTo(2 * width);
    }

    @Test
    void hintsAreEnlargedToo() {
        Tooltip hint = Toolkit.onUiThread(() -> new Tooltip("words"));
        Toolkit.doOnUiThread(() -> hint.show(content(), 10, 10));
        Transform shown = Toolkit.onUiThread(() ->
                hint.getScene().getRoot().getChildrenUnmodifiable().getFirst().getLocalToSceneTransform());
        double width = Toolkit.onUiThread(hint::getWidth);
        double words = Toolkit.onUiThread(() -> hint.getScene()
                .getRoot()
                .getChildrenUnmodifiable()
                .getFirst()
                .getLayoutBounds()
                .getWidth());
        Toolkit.doOnUiThread(hint::hide);

        assertThat(shown.getMxx()).isEqualTo(2);
        assertThat(width).as("its window is as large as what it shows").isGreaterThanOrEqualTo(2 * words - 4);
    }

    @Test
    void everyViewHolds() {
        List<String> faults = new ArrayList<>();
        for (ViewKind kind : ViewKind.values()) {
            Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(kind));
            Toolkit.settle();
            faults.addAll(faults(kind.name()));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyPanelHolds() {
        List<String> faults = new ArrayList<>();
        for (Command command : List.of(
                Command.GUIDE,
                Command.KEYS,
                Command.STORY,
                Command.RELIANCE,
                Command.PAST_EPISODES,
                Command.GALLERY,
                Command.COMPARE,
                Command.FIND,
                Command.DRAWER)) {
            walk.run(command);
            Toolkit.settle();
            faults.addAll(faults(command.name()));
            if (command == Command.DRAWER) {
                walk.run(command);
            }
            walk.key(KeyCode.ESCAPE);
            Toolkit.doOnUiThread(() -> {
                Node docked = walk.context().overlays().dockedProperty().get();
                if (docked != null) {
                    walk.context().overlays().close(docked);
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void everyTabOfTheInspectorHolds() {
        List<String> faults = new ArrayList<>();
        Toolkit.doOnUiThread(() ->
                state.looking().select(state.answer().orElseThrow().headline().orElseThrow()));
        walk.waitFor("its tabs", () -> walk.isShown("#inspector .tab-strip") || walk.isShown("#inspector .tabs"));
        List<Node> tabs = Toolkit.onUiThread(() -> Tree.shown(walk.find("#inspector")).stream()
                .filter(node -> node.getStyleClass().contains("toggle-button"))
                .toList());
        assertThat(tabs).isNotEmpty();
        for (Node tab : tabs) {
            Toolkit.doOnUiThread(() -> ((ButtonBase) tab).fire());
            Toolkit.settle();
            faults.addAll(faults("inspector, " + Tree.name(tab)));
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void aComparisonHolds() {
        Toolkit.doOnUiThread(() -> walk.looks()
                .window()
                .view()
                .comparison()
                .start(state.data().orElseThrow().findScenario("ree-full-stop").orElseThrow()));
        walk.waitFor(
                "both runs",
                () -> Toolkit.onUiThread(
                        () -> walk.looks().window().view().comparison().shown().size() == 2));
        Toolkit.settle();
        assertThat(faults("comparison")).isEmpty();
    }

    /** What cannot be shown whole is moved into sight with the focus. */
    @Test
    void theFocusIsAlwaysInSight() {
        List<String> faults = Toolkit.onUiThread(() -> {
            List<String> hidden = new ArrayList<>();
            for (Node node : Tree.shown(content())) {
                if (node instanceof Control
                        && node.isFocusTraversable()
                        && !node.isDisabled()
                        && !Tree.isScrolled(node)) {
                    node.requestFocus();
                    Bounds at = node.localToScene(node.getLayoutBounds());
                    boolean inSight = at.getMinX() >= -1
                            && at.getMinY() >= -1
                            && at.getMinX() < 1280 - 20
                            && at.getMinY() < 800 - 20;
                    if (!inSight) {
                        hidden.add(Tree.name(node) + " at " + at);
                    }
                }
            }
            return hidden;
        });
        assertThat(faults).isEmpty();
    }

    /** Labels that must be read and are cut, and controls that lie outside of what the window can show. */
    private static List<String> faults(String where) {
        return Toolkit.onUiThread(() -> {
            Node content = content();
            Bounds all = content.getLayoutBounds();
            List<String> faults = new ArrayList<>();
            for (Node node : Tree.shown(content)) {
                if (node instanceof Labeled label && mustBeRead(label) && Tree.isCut(label)) {
                    faults.add(where + ": cut: " + Tree.name(node));
                }
                if (node instanceof Control && node.isFocusTraversable() && !Tree.isScrolled(node)) {
                    Bounds at = Tree.in(content, node);
                    if (at.getMinX() < -1
                            || at.getMinY() < -1
                            || at.getMaxX() > all.getWidth() + 1
                            || at.getMaxY() > all.getHeight() + 1) {
                        faults.add(where + ": outside: " + Tree.name(node) + " " + at.getMinX() + ".." + at.getMaxX()
                                + ", " + at.getMinY() + ".." + at.getMaxY());
                    }
                }
            }
            return faults;
        });
    }

    /** Words of controls, answers, marks and titles; long names and lists have their whole words in a hint. */
    private static boolean mustBeRead(Labeled label) {
        if (Tree.isScrolled(label)) {
            return false;
        }
        return label instanceof ButtonBase && !label.getStyleClass().contains("chooser")
                || label instanceof Label
                        && (label.getStyleClass().contains("answer")
                                || label.getStyleClass().contains("scenario-mark")
                                || label.getStyleClass().contains("title"));
    }
}
