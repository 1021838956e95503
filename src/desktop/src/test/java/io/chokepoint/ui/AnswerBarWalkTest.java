package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Toolkit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.text.Text;
import org.junit.jupiter.api.Test;

/** The answer bar in the smallest window that is promised, over all scenarios of the shipped dataset. */
class AnswerBarWalkTest {
    private static final List<String> FACTS =
            List.of("#fact-who", "#fact-when", "#fact-how-hard", "#fact-how-much", "#fact-how-sure");

    @Test
    void nothingIsCutInAnyScenario() throws Exception {
        Walk walk = Walk.open(1280, 800);
        try {
            List<String> cut = new ArrayList<>();
            List<String> ids = Toolkit.onUiThread(() -> walk.state().data().orElseThrow().scenarios().stream()
                    .map(Scenario::id)
                    .toList());
            for (String id : ids) {
                walk.scenario(id);
                Toolkit.settle();
                Toolkit.doOnUiThread(() -> {
                    int last = walk.state().result().orElseThrow().weeks() - 1;
                    for (int week :
                            new int[] {walk.state().looking().weekProperty().get(), last}) {
                        walk.state().looking().setWeek(week);
                        walk.find(".answer-bar").applyCss();
                        walk.looks().window().scene().getRoot().layout();
                        cut(walk).forEach(text -> cut.add(id + ", week " + week + ": " + text));
                        covered(walk).forEach(text -> cut.add(id + ", week " + week + ": " + text));
                    }
                });
            }
            // Why nothing falls short is a sentence or two, longer than any line; the tooltip has all of it.
            cut.removeIf(text -> text.contains("Nothing falls below 99 %. "));
            assertThat(cut).isEmpty();
        } finally {
            walk.close();
        }
    }

    /** The popover of a restriction and the bar sum up the same run in the same words. */
    @Test
    void theHeadlineIsTheOneOfTheRun() throws Exception {
        Walk walk = Walk.open(1280, 800);
        try {
            Toolkit.doOnUiThread(() -> walk.state().looking().setWeek(0));
            Toolkit.settle();
            String line = Toolkit.onUiThread(
                    () -> walk.state().answer().orElseThrow().facts().line());

            List<String> shown = Toolkit.onUiThread(() -> Stream.of("#fact-who", "#fact-when", "#fact-how-hard")
                    .map(id -> labels(walk.find(id)).get(1).getText().replace('\u202F', ' '))
                    .toList());
            assertThat(String.join(" · ", shown)).isEqualTo(line.replace('\u202F', ' '));
        } finally {
            walk.close();
        }
    }

    private static List<String> cut(Walk walk) {
        return FACTS.stream()
                .filter(walk::isShown)
                .map(walk::find)
                .filter(Node::isVisible)
                .flatMap(fact -> labels(fact).stream())
                .filter(label -> label.lookupAll(".text").stream()
                        .anyMatch(text -> !((Text) text).getText().equals(label.getText())))
                .map(Label::getText)
                .toList();
    }

    /** Words over which the links beside "How sure" lie. */
    private static List<String> covered(Walk walk) {
        Label question = labels(walk.find("#fact-how-sure")).getFirst();
        Bounds words = question.localToScene(question.getBoundsInLocal());
        return walk.find(".answer-bar").lookupAll(".run-many").stream()
                .filter(Node::isVisible)
                .flatMap(links -> links.lookupAll(".text").stream())
                .filter(link -> link.localToScene(link.getBoundsInLocal()).getMinX() < words.getMaxX() + 6)
                .map(link -> ((Text) link).getText() + " lies over " + question.getText())
                .toList();
    }

    /** At rest the last fact is the narrowest. */
    @Test
    void theLinksLeaveTheQuestionFreeAtRest() throws Exception {
        Walk walk = Walk.open(1280, 800);
        try {
            walk.run(Command.NEW_SCENARIO);
            Toolkit.settle();
            walk.run(Command.VIEW_GRAPH);
            Toolkit.settle();
            assertThat(Toolkit.onUiThread(() -> covered(walk))).isEmpty();
        } finally {
            walk.close();
        }
    }

    private static List<Label> labels(Node fact) {
        return fact.lookupAll(".label").stream().map(Label.class::cast).toList();
    }
}
