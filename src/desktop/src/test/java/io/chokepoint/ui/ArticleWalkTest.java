package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a pasted article to a run. */
class ArticleWalkTest {
    private static final String ARTICLE = """
            What the new rules mean

            China bans exports of gallium to the United States from 3 December 2024. Buyers in Texas are looking for others.

            If Beijing were to ban exports of germanium to Japan, prices would rise. The weather was fine in May.
            """;

    @TempDir
    private Path folder;

    private Walk walk;
    private StudyState state;

    @BeforeEach
    void open() throws Exception {
        walk = Walk.open(1280, 800);
        state = walk.state();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    private void paste(String text) {
        Toolkit.doOnUiThread(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private void waitForDrafts() {
        walk.waitFor("the drafts", () -> walk.isShown("#draft-1"));
        Toolkit.settle();
    }

    private Scenario scenario() {
        return Toolkit.onUiThread(() -> state.scenario().orElseThrow());
    }

    private boolean isChosen(String selector) {
        return walk.read(selector, node -> ((ToggleButton) node).isSelected());
    }

    private boolean is(String selector, String pseudoClass) {
        return walk.read(
                selector, node -> node.getPseudoClassStates().contains(PseudoClass.getPseudoClass(pseudoClass)));
    }

    private String words(String selector) {
        return Toolkit.onUiThread(() -> {
            StringBuilder words = new StringBuilder();
            for (Node node : Tree.shown(walk.find(selector))) {
                if (node instanceof Labeled label && label.getText() != null) {
                    words.append(label.getText()).append('\n');
                }
            }
            return words.toString();
        });
    }

    @Test
    void figuresHaveUnits() {
        walk.run(Command.FROM_ARTICLE);
        paste("China requires a licence for exports of gallium to the United States.");
        walk.click("#article-paste");
        waitForDrafts();

        assertThat(words("#draft-1"))
                .contains("Wait for a licence: 6 to 26 weeks, likeliest 9")
                .contains("Approved: 30 to 90\u202F%, likeliest 60\u202F%");
    }

    @Test
    void theLegendOfTheMarksHasOneLine() {
        walk.run(Command.FROM_ARTICLE);
        paste(ARTICLE);
        walk.click("#article-paste");
        waitForDrafts();

        assertThat(walk.<Long>read(
                        "#article-legend",
                        legend -> ((Parent) legend)
                                .getChildrenUnmodifiable().stream()
                                        .map(Node::getLayoutY)
                                        .distinct()
                                        .count()))
                .isEqualTo(1);
    }

    @Test
    void aPastedArticleBecomesARunInTwoClicksAndUndoTakesItBack() {
        Scenario before = scenario();
        walk.run(Command.FROM_ARTICLE);
        paste(ARTICLE);
        walk.click("#article-paste");
        waitForDrafts();

        assertThat(walk.text("#article-title")).isEqualTo("What the new rules mean");
        assertThat(words("#draft-1"))
                .contains("stated")
                .contains("gallium")
                .contains("the United States")
                .contains("assumption")
                .contains("“China bans exports of gallium to the United States from 3 December 2024.”");
        assertThat(isChosen("#draft-take-1")).isTrue();
        assertThat(words("#draft-2")).contains("hypothetical").contains("germanium");
        assertThat(isChosen("#draft-take-2")).isFalse();
        assertThat(walk.text("#article-taken")).isEqualTo("1 draft taken");

        walk.click("#article-make");
        walk.waitForRun();

        assertThat(walk.isShown("#article")).isFalse();
        assertThat(scenario().title()).isEqualTo("What the new rules mean");
        assertThat(scenario().narrative()).contains("A draft from pasted text");
        assertThat(scenario().restrictions()).hasSize(1);
        assertThat(scenario().restrictions().getFirst().terms().note()).contains("China bans exports of gallium");
        assertThat(Toolkit.onUiThread(() -> state.unsavedProperty().get())).isTrue();
        assertThat(Toolkit.onUiThread(() -> state.result().orElseThrow().scenario()))
                .isEqualTo(scenario());

        walk.run(Command.UNDO);
        assertThat(scenario()).isEqualTo(before);
    }

    private boolean isOffered() {
        return walk.read("#report-with-article", node -> node.getParent().isVisible());
    }

    @Test
    void aReportOfWhatWasMadeShowsItBesideThePassagesAndOneOfAnotherScenarioDoesNot() throws Exception {
        walk.run(Command.REPORT);
        assertThat(isOffered()).isFalse();
        walk.key(KeyCode.ESCAPE);
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(ARTICLE));
        waitForDrafts();
        walk.click("#article-make");
        walk.waitForRun();
        Path page = folder.resolve("read.html");

        walk.run(Command.REPORT);
        assertThat(isOffered()).isTrue();
        assertThat((boolean) walk.<Boolean>read("#report-with-article", node -> ((CheckBox) node).isSelected()))
                .isTrue();
        Toolkit.doOnUiThread(() -> walk.looks().window().view().report().write(page, Optional.empty()));
        walk.waitFor(
                "the report",
                () -> Toolkit.onUiThread(() -> walk.text("#report-told").startsWith("Written: ")));

        assertThat(Files.readString(page))
                .contains("<section id=\"article\">", "class=\"m-instrument\"", "Not in this scenario.")
                .contains("<dt>How hard</dt>");
        walk.key(KeyCode.ESCAPE);

        walk.run(Command.UNDO);
        walk.waitForRun();
        walk.run(Command.REPORT);
        assertThat(isOffered()).isFalse();
    }

    @Test
    void whatIsApartIsTakenAndWhatIsTakenLeftByHandAndNothingMakesNoScenario() {
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(ARTICLE));
        waitForDrafts();
        walk.click("#draft-leave-1");
        assertThat(walk.read("#article-make", Node::isDisabled)).isTrue();
        walk.click("#draft-take-2");
        walk.click("#article-make");
        walk.waitForRun();

        assertThat(scenario().restrictions()).hasSize(1);
        assertThat(scenario().restrictions().getFirst().terms().note()).contains("germanium");
    }

    @Test
    void changingADraftTakesItAndOpensTheEditorOfItsRestriction() {
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(ARTICLE));
        waitForDrafts();
        walk.click("#draft-change-2");
        walk.waitForRun();

        assertThat(scenario().restrictions()).hasSize(2);
        assertThat(walk.isShown("#article")).isFalse();
        assertThat(walk.isShown("#restriction-origin")).isTrue();

        // The choices are still there.
        walk.run(Command.FROM_ARTICLE);
        assertThat(isChosen("#draft-take-2")).isTrue();
    }

    @Test
    void keysGoFromSentenceToDraftAndBack() {
        walk.run(Command.FROM_ARTICLE);
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(ARTICLE));
        waitForDrafts();
        walk.focus("#article-text");
        // The title, the ban, the buyers, the threat.
        for (int i = 0; i < 4; i++) {
            walk.key(KeyCode.RIGHT);
        }
        assertThat(is("#draft-2", "lit")).isTrue();
        assertThat(is("#draft-1", "lit")).isFalse();
        walk.key(KeyCode.ENTER);
        assertThat(walk.read("#draft-2", Node::isFocused)).isTrue();

        walk.key(KeyCode.SPACE);
        assertThat(walk.text("#article-taken")).isEqualTo("2 drafts taken");
        walk.focus("#draft-1");
        walk.key(KeyCode.ENTER);
        assertThat(is("#draft-1", "lit")).isTrue();
        assertThat(walk.<Integer>read(
                        "#article-text",
                        node -> ((ListView<?>) node).getSelectionModel().getSelectedIndex()))
                .isEqualTo(1);

        walk.key(KeyCode.ESCAPE);
        assertThat(walk.isShown("#article")).isFalse();
    }

    @Test
    void whatIsNotCheckedIsListedAndNotCalledFalse() {
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(ARTICLE));
        waitForDrafts();
        walk.click("#article-tab-NOT_CHECKED");

        assertThat(words("#article-findings"))
                .contains("germanium to Japan")
                .contains("nothing of whether they are true");
    }

    @Test
    void aFileThatIsNoArticleIsSaidAndAnotherCanBeTried() throws Exception {
        Path broken = Files.write(folder.resolve("broken.txt"), new byte[] {(byte) 0xC0, 1, 2});
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(broken));
        walk.waitFor(
                "the word",
                () -> Toolkit.onUiThread(
                        () -> !((Labeled) walk.find("#article-told")).getText().isEmpty()));
        assertThat(walk.text("#article-told")).contains("UTF-8");

        Path article = Files.writeString(folder.resolve("news.html"), "<p>" + ARTICLE + "</p><script>evil()</script>");
        Toolkit.doOnUiThread(() -> walk.looks().window().view().article().open(article));
        waitForDrafts();
        assertThat(walk.<List<String>>read(
                        "#article-text",
                        node -> ((ListView<?>) node)
                                .getItems().stream().map(String::valueOf).toList()))
                .isNotEmpty()
                .noneMatch(row -> row.contains("evil"));
    }

    @Test
    void aTextPastedIntoTheWindowIsRead() {
        paste(ARTICLE);
        walk.run(Command.PASTE);
        waitForDrafts();
        walk.click("#article-other");
        assertThat(walk.isShown("#article-paste")).isTrue();
        walk.key(KeyCode.ESCAPE);

        paste("gallium");
        walk.run(Command.PASTE);
        assertThat(walk.isShown("#article")).isFalse();
    }

    @Test
    void theCardOfTheStartOpensIt() throws Exception {
        Looks looks = Looks.open(io.chokepoint.ui.support.Theme.LIGHT, 1280, 800, Optional.empty());
        Walk start = Walk.in(looks);
        try {
            start.run(Command.VIEW_CHAIN);
            start.click("#start-article");
            assertThat(start.isShown("#article-paste")).isTrue();
        } finally {
            start.close();
        }
    }
}
