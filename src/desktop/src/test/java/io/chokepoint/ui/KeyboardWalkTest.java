package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.ApprovedPicture;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TextField;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The window without a mouse: what Tab, Esc and the keys of the palette and of going back do. */
class KeyboardWalkTest {
    private static Walk walk;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1440, 900);
        state = walk.state();
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @BeforeEach
    void startAfresh() {
        walk.scenario("ree-licence-14nm-enforced");
        Toolkit.settle();
    }

    private static String part() {
        return Toolkit.onUiThread(() -> {
            Node owner = walk.looks().window().scene().getFocusOwner();
            for (Node at = owner; at != null; at = at.getParent()) {
                for (String part :
                        List.of("menu-row", "scenario-row", "answer-bar", "graph", "inspector", "timeline")) {
                    if (at.getStyleClass().contains(part)) {
                        return part;
                    }
                }
            }
            return "";
        });
    }

    @Test
    void tabGoesThroughTheWindowInTheOrderOfReading() {
        walk.focus("#search");
        Set<String> order = new LinkedHashSet<>();
        for (int i = 0; i < 90 && !order.contains("timeline"); i++) {
            order.add(part());
            walk.key(KeyCode.TAB);
            Toolkit.doOnUiThread(() -> {});
            order.add(part());
        }
        order.remove("");

        assertThat(order).containsExactly("menu-row", "scenario-row", "answer-bar", "graph", "inspector", "timeline");
    }

    @Test
    void everyIconButtonHasATooltip() {
        walk.click("#pill-0");
        walk.run(Command.DRAWER);
        walk.run(Command.GALLERY);
        List<Node> icons =
                Toolkit.onUiThread(() -> all(walk.looks().window().scene().getRoot()).stream()
                        .filter(node -> node.getStyleClass().contains("icon-button"))
                        .toList());
        walk.key(KeyCode.ESCAPE);
        walk.key(KeyCode.ESCAPE);
        walk.run(Command.DRAWER);

        assertThat(icons).hasSizeGreaterThan(10).allSatisfy(icon -> {
            assertThat(icon.getAccessibleText()).as(icon + " name").isNotBlank();
            assertThat(((ButtonBase) icon).getTooltip())
                    .as(icon.getAccessibleText())
                    .isNotNull();
        });
    }

    private static List<Node> all(Node node) {
        List<Node> found = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }

    @Test
    void escapeClosesWhateverIsOpenAndGivesTheFocusBack() {
        for (Command command : List.of(Command.FIND, Command.GALLERY, Command.KEYS)) {
            walk.focus("#search");
            walk.run(command);
            assertThat(walk.context().overlays().isEmpty())
                    .as(command + " opens")
                    .isFalse();
            walk.key(KeyCode.ESCAPE);
            assertThat(walk.context().overlays().isEmpty())
                    .as(command + " closes")
                    .isTrue();
            assertThat(walk.read("#search", Node::isFocused))
                    .as(command + " focus")
                    .isTrue();
        }
    }

    @Test
    void theFocusFollowsFromOneViewToTheNext() {
        Toolkit.doOnUiThread(
                () -> RegionFocus.into(walk.looks().window().scene().lookup(".graph")));
        for (KeyCode view : List.of(KeyCode.DIGIT5, KeyCode.DIGIT4, KeyCode.DIGIT7, KeyCode.DIGIT1)) {
            walk.key(view);
            assertThat(part()).as("after " + view).isIn("", "graph");
            assertThat(walk.read("#search", Node::isFocused))
                    .as("after " + view)
                    .isFalse();
        }
        assertThat(part()).isEqualTo("graph");
    }

    @Test
    void altLeftGoesBackThroughWhatWasLookedAtAndAltRightForwardAgain() {
        Toolkit.doOnUiThread(() -> walk.looks().window().scene().getRoot().requestFocus());
        walk.key(KeyCode.DIGIT5);
        Toolkit.doOnUiThread(() ->
                state.looking().select(state.data().orElseThrow().dataset().getGood("yttrium-oxide")));
        Toolkit.settle();
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.TABLE);

        walk.key(KeyCode.LEFT, "Alt");
        assertThat(state.looking().selectionProperty().get()).isEqualTo(Selection.NONE);
        walk.key(KeyCode.LEFT, "Alt");
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.GRAPH);
        walk.key(KeyCode.RIGHT, "Alt");
        walk.key(KeyCode.RIGHT, "Alt");
        assertThat(state.looking().viewProperty().get()).isEqualTo(ViewKind.TABLE);
        assertThat(state.looking().selectionProperty().get().good()).isPresent();
        assertThat(state.undoNameProperty().get()).isEmpty();
        walk.key(KeyCode.DIGIT1);
    }

    @Test
    void everyStopOfF6ShowsWhereTheFocusIs() {
        walk.focus("#search");
        Set<String> stops = new LinkedHashSet<>();
        for (int stop = 0; stop < 6; stop++) {
            walk.key(KeyCode.F6);
            Node owner = Toolkit.onUiThread(() -> walk.looks().window().scene().getFocusOwner());
            stops.add(part());
            WritableImage with =
                    Toolkit.onUiThread(() -> walk.looks().window().scene().snapshot(null));
            assertThat(owner.getPseudoClassStates().stream().map(PseudoClass::getPseudoClassName))
                    .as("stop " + part())
                    .contains("focus-visible");
            Toolkit.doOnUiThread(
                    () -> owner.pseudoClassStateChanged(PseudoClass.getPseudoClass("focus-visible"), false));
            Toolkit.doOnUiThread(() -> walk.looks().window().view().requestFocus());
            Toolkit.settle();
            WritableImage without =
                    Toolkit.onUiThread(() -> walk.looks().window().scene().snapshot(null));
            assertThat(ApprovedPicture.differing(with, without))
                    .as("what is seen of the focus at " + owner)
                    .isPositive();
            Toolkit.doOnUiThread(owner::requestFocus);
        }
        assertThat(stops).contains("menu-row", "scenario-row", "answer-bar", "graph", "inspector", "timeline");
    }

    @Test
    void searchRestrictScrubExplainUndoWithoutAMouse() {
        walk.key(KeyCode.K, "Ctrl");
        Toolkit.doOnUiThread(() -> ((TextField) walk.find("#finder-field")).setText("gallium"));
        walk.key(KeyCode.ENTER);
        assertThat(state.looking()
                        .selectionProperty()
                        .get()
                        .good()
                        .orElseThrow()
                        .id())
                .isEqualTo("gallium");
        int before = state.scenario().orElseThrow().restrictions().size();

        walk.key(KeyCode.R);
        assertThat(walk.read(".kind-tile", Node::isFocused))
                .as("a kind has the focus")
                .isTrue();
        walk.click("#kind-export-ban");
        walk.waitForRun();
        walk.key(KeyCode.ESCAPE);
        assertThat(state.scenario().orElseThrow().restrictions()).hasSize(before + 1);

        int week = state.looking().weekProperty().get();
        walk.key(KeyCode.PERIOD);
        assertThat(state.looking().weekProperty().get()).isEqualTo(week + 1);
        walk.key(KeyCode.W);
        assertThat(state.looking().whyProperty().get()).isTrue();
        walk.key(KeyCode.W);
        walk.key(KeyCode.Z, "Ctrl");
        walk.waitForRun();
        assertThat(state.scenario().orElseThrow().restrictions()).hasSize(before);
    }
}
