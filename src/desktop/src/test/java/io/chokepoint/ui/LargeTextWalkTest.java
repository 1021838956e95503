package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Bounds;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.PickResult;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A screen of 1920 by 1080 at twice the size has room for 960 by 540: everything is still there, and within its borders. */
class LargeTextWalkTest {
    private static Walk walk;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(960, 540);
        state = walk.state();
        walk.scenario("ree-licence-14nm-enforced");
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @Test
    void aClickOnACardShowsTheInspectorAndKeysGoOn() {
        Selection.Item headline =
                new Selection.OfGood(state.answer().orElseThrow().headline().orElseThrow());
        click(headline);

        assertThat(state.looking().selectionProperty().get().single()).contains(headline);
        assertThat(inWindow("#inspector")).as("the inspector is in sight").isTrue();
        int week = state.looking().weekProperty().get();
        walk.key(KeyCode.PERIOD);
        assertThat(state.looking().weekProperty().get())
                .as("the graph has the keys")
                .isEqualTo(week + 1);
        walk.key(KeyCode.ESCAPE);
        assertThat(state.looking().selectionProperty().get().isEmpty()).isTrue();
        assertThat(walk.<Boolean>read(".side-place", Node::isVisible))
                .as("and it goes with the selection")
                .isEqualTo(false);
    }

    @Test
    void wordsStayWithinTheirPills() {
        List<Node> pills = Toolkit.onUiThread(() -> walk.looks().window().scene().getRoot().lookupAll(".pill").stream()
                .filter(Node::isVisible)
                .toList());
        assertThat(pills).isNotEmpty();
        for (Node pill : pills) {
            Bounds border = Toolkit.onUiThread(() -> pill.localToScene(pill.getLayoutBounds()));
            for (Node label : labels(pill)) {
                Bounds words = Toolkit.onUiThread(() -> label.localToScene(label.getLayoutBounds()));
                assertThat(words.getMaxX()).as(((Label) label).getText()).isLessThanOrEqualTo(border.getMaxX());
            }
        }
    }

    @Test
    void theButtonsOfTheTimelineDoNotLieOverItsTrack() {
        Bounds speed = walk.read("#timeline-speed", node -> node.localToScene(node.getLayoutBounds()));
        Bounds track = walk.read(".timeline-track", node -> node.localToScene(node.getLayoutBounds()));

        assertThat(speed.getMaxX()).isLessThanOrEqualTo(track.getMinX());
    }

    @Test
    void theTimelineShowsThatItHasTheFocusAboveItsPicture() {
        walk.focus("#timeline-track");
        Toolkit.settle();

        assertThat(walk.<Boolean>read("#timeline-track > .focus-frame", Node::isVisible))
                .isTrue();
        Bounds frame = walk.read("#timeline-track > .focus-frame", Node::getBoundsInParent);
        assertThat(frame.getWidth()).isGreaterThan(100);
        walk.focus("#graph-canvas");
        assertThat(walk.<Boolean>read("#timeline-track > .focus-frame", Node::isVisible))
                .isFalse();
    }

    private static boolean inWindow(String selector) {
        return Toolkit.onUiThread(() -> {
            Node node = walk.looks().window().scene().lookup(selector);
            for (Node at = node; at != null; at = at.getParent()) {
                if (!at.isVisible()) {
                    return false;
                }
            }
            Bounds bounds = node == null ? null : node.localToScene(node.getLayoutBounds());
            return bounds != null && bounds.getWidth() > 100 && bounds.getMaxX() <= 961 && bounds.getMinX() >= 0;
        });
    }

    private static List<Node> labels(Node node) {
        List<Node> found = new ArrayList<>(node instanceof Label ? List.of(node) : List.of());
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(labels(child)));
        }
        return found;
    }

    private static void click(Selection.Item item) {
        walk.waitFor(
                "its card",
                () -> Toolkit.onUiThread(
                        () -> walk.context().anchors().find(item).isPresent()));
        Toolkit.doOnUiThread(() -> {
            Node canvas = walk.find("#graph-canvas");
            Bounds card = walk.context().anchors().find(item).orElseThrow();
            Point2D at = new Point2D(card.getCenterX(), card.getCenterY());
            Point2D local = canvas.localToScene(canvas.screenToLocal(at));
            Stream.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)
                    .forEach(type -> fire(canvas, type, local, at));
        });
        Toolkit.settle();
    }

    private static void fire(Node canvas, EventType<MouseEvent> type, Point2D local, Point2D screen) {
        Event.fireEvent(
                canvas,
                new MouseEvent(
                        type,
                        local.getX(),
                        local.getY(),
                        screen.getX(),
                        screen.getY(),
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        type == MouseEvent.MOUSE_PRESSED,
                        false,
                        false,
                        true,
                        false,
                        true,
                        new PickResult(canvas, local.getX(), local.getY())));
    }
}
