package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.ViewKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first start, and the next ones: what is there without a word from the user, and what comes back. */
class StartWalkTest {
    @TempDir
    Path home;

    private Walk start() {
        return start(home);
    }

    private static Walk start(Path home) {
        Walk walk = Walk.in(Looks.resume(Theme.LIGHT, 1280, 800, home));
        walk.waitForRun();
        Toolkit.settle();
        return walk;
    }

    private Path copyOfHome() throws IOException {
        Path copy = home.resolveSibling(home.getFileName() + "-again");
        try (Stream<Path> files = Files.walk(home)) {
            for (Path file :
                    files.filter(path -> !path.toString().endsWith(".lock")).toList()) {
                Path to = copy.resolve(home.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return copy;
    }

    private static ViewKind view(Walk walk) {
        return Toolkit.onUiThread(() -> walk.state().looking().viewProperty().get());
    }

    private static String title(Walk walk) {
        return Toolkit.onUiThread(
                () -> walk.state().scenario().map(Scenario::title).orElse(""));
    }

    private static void type(Walk walk, String selector, String text) {
        Toolkit.doOnUiThread(() -> ((TextField) walk.find(selector)).setText(text));
        Toolkit.settle();
    }

    @Test
    void theFirstStartShowsTheChainAtRestATourThatCanBeSkippedAndQuestionsThatAnswer() {
        Walk walk = start();
        try {
            assertThat(view(walk)).isEqualTo(ViewKind.CHAIN);
            walk.waitFor("the tour", () -> walk.looks().window().scene().lookup("#tour") != null);
            walk.key(KeyCode.ESCAPE);
            assertThat(walk.isShown("#tour")).isFalse();

            walk.waitFor(
                    "the first question is run and stands beside what was seen",
                    () -> said(walk, "#start-ree-licence-april-2025").contains("Cars")
                            && said(walk, "#start-ree-licence-april-2025").contains("Ford"));
            walk.looks().picture("start-first");
            walk.click("#start-ree-licence-april-2025");
            walk.waitForRun();

            assertThat(view(walk)).isEqualTo(ViewKind.GRAPH);
            assertThat(Toolkit.<Boolean>onUiThread(
                            () -> walk.state().answer().orElseThrow().hit().isEmpty()))
                    .isFalse();
            assertThat(Toolkit.<String>onUiThread(() -> texts(walk.find("#scenario-marks"))))
                    .contains("as it happened");

            walk.run(Command.NEW_SCENARIO);
            walk.waitForRun();
            assertThat(view(walk)).as("a new scenario").isEqualTo(ViewKind.CHAIN);
        } finally {
            walk.close();
        }
    }

    @Test
    void aGoodIsRestrictedFromTheKeyboardAndTheWorkIsThereAgainNextTime() throws IOException {
        Walk walk = start();
        walk.waitFor("the tour", () -> walk.looks().window().scene().lookup("#tour") != null);
        walk.click("#tour-skip");
        walk.waitFor(
                "the chain",
                () -> ((io.chokepoint.ui.chain.ChainView) walk.find(".chain-view"))
                        .picture()
                        .isPresent());
        walk.focus("#chain");
        walk.key(KeyCode.DOWN);
        walk.key(KeyCode.DOWN);
        walk.key(KeyCode.RIGHT);
        String spoken = walk.read("#chain", Node::getAccessibleText);
        walk.key(KeyCode.ENTER);
        String good = Toolkit.onUiThread(() -> walk.state()
                .looking()
                .selectionProperty()
                .get()
                .good()
                .orElseThrow()
                .name());
        assertThat(spoken).startsWith(good);
        walk.key(KeyCode.R);
        assertThat(walk.isShown("#kind-export-ban")).as("the editor").isTrue();
        walk.click("#kind-export-ban");
        walk.waitForRun();

        assertThat(view(walk)).isEqualTo(ViewKind.GRAPH);
        assertThat(Toolkit.<Integer>onUiThread(() ->
                        walk.state().scenario().orElseThrow().restrictions().size()))
                .isEqualTo(1);
        walk.waitFor(
                "the journal",
                () -> !Journals.in(home.resolve("journal"), ".json").isEmpty());
        walk.close();

        // This process still holds the journal, so the next start is one in a copy of the folder.
        Walk again = start(copyOfHome());
        try {
            again.waitFor(
                    "the work of last time",
                    () -> again.state()
                            .scenario()
                            .filter(s -> s.restrictions().size() == 1)
                            .isPresent());
            assertThat(view(again)).isEqualTo(ViewKind.GRAPH);
            assertThat(again.isShown("#tour")).as("the tour a second time").isFalse();
            assertThat(Toolkit.<Boolean>onUiThread(
                            () -> again.state().unsavedProperty().get()))
                    .isTrue();
        } finally {
            again.close();
        }
    }

    @Test
    void theScenarioOpenLastIsOpenedAgainAndAChangedOneHasANewTitle() {
        Walk walk = start();
        Toolkit.doOnUiThread(() ->
                walk.context().overlays().close(walk.looks().window().scene().lookup("#tour")));
        walk.scenario("us-h100-ban");
        String title = title(walk);
        walk.close();

        Walk again = start();
        try {
            assertThat(title(again)).isEqualTo(title);
            Toolkit.doOnUiThread(() -> again.state().edit("Shorter", s -> s.withHorizonWeeks(60)));
            again.waitForRun();
            assertThat(title(again)).isEqualTo("Changed: " + title);
            Toolkit.doOnUiThread(again.state()::undo);
            assertThat(title(again)).isEqualTo(title);
        } finally {
            again.close();
        }
    }

    @Test
    void theTourGoesThroughFiveStepsAndBackAndTheGuideIsFoundIn() {
        Walk walk = start();
        try {
            walk.waitFor("the tour", () -> walk.looks().window().scene().lookup("#tour") != null);
            for (int step = 1; step < 5; step++) {
                walk.click("#tour-next");
                walk.waitForRun();
                Toolkit.settle();
            }
            StudyState state = walk.state();
            assertThat(view(walk)).as("an answer to speak of").isEqualTo(ViewKind.GRAPH);
            assertThat(Toolkit.<Boolean>onUiThread(
                            () -> state.answer().orElseThrow().hit().isEmpty()))
                    .isFalse();
            walk.click("#tour-back");
            Toolkit.settle();
            assertThat(walk.isShown("#tour")).isTrue();
            walk.key(KeyCode.ESCAPE);

            walk.run(Command.GUIDE);
            type(walk, "#guide-search", "known to");
            assertThat(Toolkit.<String>onUiThread(() -> texts(walk.find("#guide-contents"))))
                    .contains("Glossary")
                    .doesNotContain("Ranking");
            walk.looks().picture("guide");
            walk.key(KeyCode.ESCAPE);
        } finally {
            walk.close();
        }
    }

    @Test
    void aNamedScenarioOpensItsResultAtOnce() {
        Looks looks = Looks.open(Theme.LIGHT, 1280, 800, Optional.of("us-h100-ban"), home);
        try {
            assertThat(view(Walk.in(looks))).isEqualTo(ViewKind.GRAPH);
            assertThat(Toolkit.<Boolean>onUiThread(() -> looks.window().scene().lookup("#tour") == null))
                    .isTrue();
        } finally {
            looks.close();
        }
    }

    private static String said(Walk walk, String selector) {
        Node card = walk.looks().window().scene().lookup(selector);
        return card == null ? "" : String.valueOf(card.getAccessibleText());
    }

    private static String texts(Node node) {
        StringBuilder all = new StringBuilder();
        collect(node, all);
        return all.toString();
    }

    private static void collect(Node node, StringBuilder all) {
        if (node instanceof Labeled labeled && labeled.getText() != null) {
            all.append(labeled.getText()).append('\n');
        }
        if (node instanceof javafx.scene.Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> collect(child, all));
        }
    }
}
