package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** What a screen reader says in every view and panel: all that can have the focus has a role and a name, all that is painted has words. */
class AccessibleNamesWalkTest {
    /** Of nodes of which nobody has said what they are. */
    private static final Set<AccessibleRole> NO_ROLES = EnumSet.of(AccessibleRole.NODE, AccessibleRole.PARENT);

    /** From a canvas up to what says its words: the cell that it stands in, the region that paints on several. */
    private static final int NEAR = 4;

    private static Walk walk;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1440, 900);
        state = walk.state();
        walk.scenario(Looks.CASCADE);
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @Test
    void everythingInEveryViewAndPanelHasAName() {
        Set<String> faults = new TreeSet<>();
        for (ViewKind kind : ViewKind.values()) {
            Toolkit.doOnUiThread(() -> state.looking().viewProperty().set(kind));
            Toolkit.settle();
            faults.addAll(faults());
        }
        Toolkit.doOnUiThread(() -> {
            state.looking().viewProperty().set(ViewKind.GRAPH);
            state.looking().select(state.answer().orElseThrow().headline().orElseThrow());
        });
        Toolkit.settle();
        for (Command command : List.of(
                Command.WHY,
                Command.DRAWER,
                Command.GUIDE,
                Command.KEYS,
                Command.STORY,
                Command.PRESENT,
                Command.RELIANCE,
                Command.PAST_EPISODES,
                Command.GALLERY,
                Command.FIND,
                Command.FROM_ARTICLE,
                Command.RESTRICT,
                Command.TOUR)) {
            Toolkit.doOnUiThread(() -> walk.context().commands().run(command));
            Toolkit.settle();
            faults.addAll(faults());
            walk.key(KeyCode.ESCAPE);
        }
        Toolkit.doOnUiThread(() -> {
            state.looking().select(Selection.NONE);
            walk.looks()
                    .window()
                    .view()
                    .comparison()
                    .start(state.data()
                            .orElseThrow()
                            .findScenario("ree-full-stop")
                            .orElseThrow());
        });
        Toolkit.settle();
        faults.addAll(faults());
        assertThat(faults).isEmpty();
    }

    private static List<String> faults() {
        return Toolkit.onUiThread(() -> {
            List<String> faults = new ArrayList<>();
            for (Node node : Tree.shown(walk.looks().window().scene().getRoot())) {
                if (node.isFocusTraversable() && NO_ROLES.contains(node.getAccessibleRole())) {
                    faults.add("no role: " + Tree.name(node) + " in " + where(node));
                }
                if (node.isFocusTraversable() && words(node).isBlank()) {
                    faults.add("no name: " + Tree.name(node) + " in " + where(node));
                }
                if (node instanceof Canvas && !hasWordsNear(node)) {
                    faults.add("painted without words: " + where(node));
                }
            }
            return faults;
        });
    }

    private static String where(Node node) {
        List<String> up = new ArrayList<>();
        for (Node at = node.getParent(); at != null && up.size() < 4; at = at.getParent()) {
            up.add(at.getClass().getSimpleName() + (at.getId() == null ? "" : "#" + at.getId()));
        }
        return String.join(" < ", up);
    }

    /** What is said of it, not what is typed into it. */
    private static String words(Node node) {
        if (node.getAccessibleText() != null && !node.getAccessibleText().isBlank()) {
            return node.getAccessibleText();
        }
        if (node instanceof TextInputControl input) {
            return input.getPromptText() == null ? "" : input.getPromptText();
        }
        if (node.queryAccessibleAttribute(AccessibleAttribute.LABELED_BY) instanceof Labeled label) {
            return label.getText();
        }
        return node instanceof Labeled labeled && labeled.getText() != null ? labeled.getText() : "";
    }

    private static boolean hasWordsNear(Node canvas) {
        Node at = canvas;
        for (int up = 0; at != null && up <= NEAR; up++, at = at.getParent()) {
            if (!words(at).isBlank()) {
                return true;
            }
        }
        return false;
    }
}
