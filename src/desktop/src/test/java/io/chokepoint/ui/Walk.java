package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;

/** What a user does in a window of the shipped dataset: clicks, drags, keys; and what the user then reads. */
final class Walk {
    private final Looks looks;

    private Walk(Looks looks) {
        this.looks = looks;
    }

    static Walk open(int width, int height) throws Exception {
        return new Walk(Looks.open(Theme.LIGHT, width, height));
    }

    static Walk in(Looks looks) {
        return new Walk(looks);
    }

    void close() {
        looks.close();
    }

    Looks looks() {
        return looks;
    }

    UiContext context() {
        return looks.window().context();
    }

    StudyState state() {
        return context().state();
    }

    private Scene scene() {
        return looks.window().scene();
    }

    /** Opens a scenario afresh, with nothing selected and no panel open. */
    void scenario(String id) {
        Toolkit.doOnUiThread(() -> {
            state().openScenario(state().data().orElseThrow().findScenario(id).orElseThrow());
            state().looking().select(Selection.NONE);
        });
        waitForRun();
    }

    void waitForRun() {
        Toolkit.waitUntil(
                "a run",
                () -> !state().staleProperty().get() && state().result().isPresent());
    }

    /** Waits for something that comes from work off the UI thread. */
    void waitFor(String what, BooleanSupplier condition) {
        Toolkit.waitUntil(what, condition);
    }

    void run(Command command) {
        Toolkit.doOnUiThread(() -> assertThat(context().commands().run(command))
                .as(command + ": "
                        + context().commands().reasonNotProperty(command).get())
                .isTrue());
        Toolkit.settle();
    }

    <T> T read(String selector, Function<Node, T> what) {
        return Toolkit.onUiThread(() -> what.apply(find(selector)));
    }

    boolean isShown(String selector) {
        return Toolkit.onUiThread(() -> scene().lookup(selector) != null);
    }

    String text(String selector) {
        return read(selector, node -> ((Labeled) node).getText());
    }

    Node find(String selector) {
        Node node = scene().lookup(selector);
        assertThat(node).as(selector).isNotNull();
        return node;
    }

    void click(String selector) {
        Toolkit.doOnUiThread(() -> ((ButtonBase) find(selector)).fire());
        Toolkit.settle();
    }

    void key(KeyCode code, String... modifiers) {
        Predicate<String> held = java.util.List.of(modifiers)::contains;
        Toolkit.doOnUiThread(() -> {
            Node target = scene().getFocusOwner() == null ? scene().getRoot() : scene().getFocusOwner();
            Event.fireEvent(
                    target,
                    new KeyEvent(
                            KeyEvent.KEY_PRESSED,
                            "",
                            "",
                            code,
                            held.test("Shift"),
                            held.test("Ctrl"),
                            held.test("Alt"),
                            false));
        });
        Toolkit.settle();
    }

    void focus(String selector) {
        Toolkit.doOnUiThread(() -> find(selector).requestFocus());
    }

    /** As "Save as", with the file that the system's dialog would have given. */
    void saveAs(java.nio.file.Path file) {
        Toolkit.doOnUiThread(() -> looks.window().view().files().writeTo(file));
    }

    /** Presses in the middle of a node, moves in three steps, lets go. */
    void drag(String selector, double dx, double dy) {
        Toolkit.doOnUiThread(() -> {
            Node node = find(selector);
            Point2D from = node.localToScene(
                    node.getLayoutBounds().getCenterX(), node.getLayoutBounds().getCenterY());
            mouse(node, MouseEvent.MOUSE_PRESSED, from);
            for (int step = 1; step <= 3; step++) {
                mouse(node, MouseEvent.MOUSE_DRAGGED, from.add(dx * step / 3, dy * step / 3));
            }
            mouse(node, MouseEvent.MOUSE_RELEASED, from.add(dx, dy));
        });
        Toolkit.settle();
    }

    private static void mouse(Node node, EventType<MouseEvent> type, Point2D at) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        node,
                        node,
                        type,
                        at.getX(),
                        at.getY(),
                        at.getX(),
                        at.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        false,
                        false,
                        true,
                        null));
    }
}
