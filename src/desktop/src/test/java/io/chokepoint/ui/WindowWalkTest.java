package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.ScenarioWriter;
import io.chokepoint.model.Good;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.UiContext;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The main paths through the window, by keys and clicks, on the shipped dataset and without a screen. */
class WindowWalkTest {
    private static Looks looks;
    private static UiContext context;
    private static StudyState state;

    @BeforeAll
    static void open() throws Exception {
        looks = Looks.open(Theme.LIGHT, 1280, 800);
        context = looks.window().context();
        state = context.state();
    }

    @AfterAll
    static void close() {
        looks.close();
    }

    @BeforeEach
    void startAfresh() {
        Toolkit.doOnUiThread(() -> {
            state.openScenario(
                    state.data().orElseThrow().findScenario("ree-licence-14nm").orElseThrow());
            state.looking().select(Selection.NONE);
        });
        waitForRun();
    }

    private static void waitForRun() {
        Toolkit.waitUntil(
                "a run", () -> !state.staleProperty().get() && state.result().isPresent());
    }

    private static <T extends Node> T find(String selector, Class<T> type) {
        Node node = looks.window().scene().lookup(selector);
        assertThat(node).as(selector).isInstanceOf(type);
        return type.cast(node);
    }

    private static void click(String selector) {
        Toolkit.doOnUiThread(() -> find(selector, ButtonBase.class).fire());
    }

    private static void press(Node node, KeyCode code, boolean control) {
        Event.fireEvent(node, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, control, false, false));
    }

    private static String text(String selector) {
        return Toolkit.onUiThread(() -> find(selector, Label.class).getText());
    }

    @Test
    void aChineseNameAndEnterSelectTheGood() {
        Toolkit.doOnUiThread(() -> press(looks.window().scene().getRoot(), KeyCode.K, true));
        Toolkit.doOnUiThread(() -> {
            TextField field = find("#finder-field", TextField.class);
            field.setText("氧化钇");
            press(field, KeyCode.ENTER, false);
        });

        assertThat(state.looking().selectionProperty().get().good())
                .map(Good::id)
                .contains("yttrium-oxide");
        assertThat(context.overlays().isEmpty()).isTrue();
    }

    @Test
    void threeClicksRestrictAGoodAndUndoTakesItBack() {
        int before = state.scenario().orElseThrow().restrictions().size();
        Toolkit.doOnUiThread(() ->
                state.looking().select(state.data().orElseThrow().dataset().getGood("yttrium-oxide")));
        Toolkit.doOnUiThread(() -> context.commands().run(Command.RESTRICT));
        click("#restrict-popover #kind-licence");
        waitForRun();

        Scenario restricted = state.scenario().orElseThrow();
        assertThat(restricted.restrictions()).hasSize(before + 1);
        assertThat(restricted
                        .restrictions()
                        .getLast()
                        .terms()
                        .select()
                        .getFirst()
                        .text())
                .isEqualTo("good:yttrium-oxide country:CHN to:!CHN");
        assertThat(text("#restriction-sentence")).contains("China", "yttrium oxide", "licence");
        assertThat(state.undoNameProperty().get()).isEqualTo("Restrict yttrium oxide");

        click("#restrict-done");
        Toolkit.doOnUiThread(() -> context.commands().run(Command.UNDO));
        assertThat(state.scenario().orElseThrow().restrictions()).hasSize(before);
        assertThat(state.redoNameProperty().get()).isEqualTo("Restrict yttrium oxide");
    }

    @Test
    void draggingASliderRunsAsItGoesAndIsOneUndoStep() {
        Scenario before = state.scenario().orElseThrow();
        click("#pill-0");
        Toolkit.settle();
        Toolkit.doOnUiThread(() -> {
            Parent slider = find("#restrict-popover #slider-approval", Parent.class);
            double width = slider.getLayoutBounds().getWidth();
            mouse(slider, MouseEvent.MOUSE_PRESSED, width * 0.9);
            mouse(slider, MouseEvent.MOUSE_DRAGGED, width * 0.6);
            assertThat(state.draggingProperty().get()).isTrue();
            mouse(slider, MouseEvent.MOUSE_DRAGGED, width * 0.3);
            mouse(slider, MouseEvent.MOUSE_RELEASED, width * 0.3);
        });
        waitForRun();

        assertThat(state.scenario()).isNotEqualTo(Optional.of(before));
        assertThat(state.undoNameProperty().get()).startsWith("Approved").contains("→");
        assertThat(state.draggingProperty().get()).isFalse();
        click("#restrict-done");
        Toolkit.doOnUiThread(() -> context.commands().run(Command.UNDO));
        assertThat(state.scenario()).contains(before);
    }

    private static void mouse(Node node, EventType<MouseEvent> type, double x) {
        Event.fireEvent(
                node,
                new MouseEvent(
                        type,
                        x,
                        10,
                        x,
                        10,
                        MouseButton.PRIMARY,
                        1,
                        false,
                        false,
                        false,
                        false,
                        true,
                        false,
                        false,
                        true,
                        false,
                        true,
                        null));
    }

    @Test
    void howHardIsTheHorizonsAndLeadsToItsWeek() {
        Toolkit.doOnUiThread(() -> state.openScenario(
                state.data().orElseThrow().findScenario("ree-full-stop").orElseThrow()));
        waitForRun();
        Toolkit.doOnUiThread(() -> state.looking().setWeek(0));
        String first = Toolkit.onUiThread(
                () -> find("#fact-how-hard .answer", Label.class).getText());
        Toolkit.doOnUiThread(() -> find("#fact-how-hard", ButtonBase.class).fire());
        String worst = Toolkit.onUiThread(
                () -> find("#fact-how-hard .answer", Label.class).getText());

        assertThat(first).doesNotEndWith("100\u202F%");
        assertThat(worst).isEqualTo(first);
        assertThat(state.looking().weekProperty().get()).isPositive();
        assertThat(state.looking().selectionProperty().get().good())
                .isEqualTo(state.answer().orElseThrow().headline());
        assertThat(state.undoNameProperty().get()).isEmpty();
    }

    @Test
    void comparingShowsWhatTheOtherScenarioChangesAndKeepsTheWeek() {
        Toolkit.doOnUiThread(() -> state.looking().setWeek(60));
        Toolkit.doOnUiThread(() -> context.commands().run(Command.COMPARE));
        Toolkit.waitUntil(
                "the card, as cards come a few at a time",
                () -> looks.window().scene().lookup("#card-ree-full-stop") != null);
        click("#card-ree-full-stop");
        Toolkit.waitUntil(
                "changes",
                () -> looks.window().scene().lookup("#changes .list-view") instanceof ListView<?> list
                        && !list.getItems().isEmpty());

        assertThat(state.looking().weekProperty().get()).isEqualTo(60);
        assertThat(state.scenario().orElseThrow().id()).isEqualTo("ree-licence-14nm");

        click("#compare-end");
        assertThat(Toolkit.onUiThread(() -> looks.window().scene().lookup("#changes")))
                .isNull();
    }

    @Test
    void aFolderWithFaultsIsNotOpenedAndTheOldOneStays(@TempDir Path folder) throws Exception {
        Files.writeString(folder.resolve("goods.csv"), "id,name\nx,y\n");
        Toolkit.doOnUiThread(() -> looks.window().open(folder, Optional.empty()));
        Toolkit.waitUntil("faults", () -> context.overlays().isModal());

        assertThat(state.data().orElseThrow().dataset().id()).isEqualTo("rare-earths-to-chips");
        assertThat(Toolkit.onUiThread(() -> find("#faults .strong", Label.class).getText()))
                .contains("error")
                .contains("not opened");
        Toolkit.doOnUiThread(() -> press(find("#faults", Node.class), KeyCode.ESCAPE, false));
        assertThat(context.overlays().isEmpty()).isTrue();
    }

    @Test
    void workThatAKilledProcessLeftIsOfferedAndComesBack() throws Exception {
        Scenario lost = state.scenario().orElseThrow().withHorizonWeeks(77);
        Path journal = context.settings().folder().resolve("journal");
        Files.createDirectories(journal);
        // As a process with a number that is in use again would have left it.
        Path left = journal.resolve("work-" + ProcessHandle.current().pid() + ".json");
        ScenarioWriter.write(lost, left);

        Looks again = Looks.open(
                Theme.LIGHT, 1280, 800, Optional.empty(), context.settings().folder());
        StudyState second = again.window().context().state();
        Toolkit.waitUntil(
                "the offer",
                () -> again.window().scene().lookup("#recovery-bar").isVisible());
        Toolkit.doOnUiThread(() -> ((ButtonBase) again.window().scene().lookup("#recover-bring-back")).fire());

        assertThat(second.scenario().orElseThrow().horizonWeeks()).isEqualTo(77);
        assertThat(second.unsavedProperty().get()).isTrue();
        Toolkit.waitUntil("the new journal", () -> !Files.exists(left));
        assertThat(Journals.in(journal, ".json")).hasSize(1);
        again.close();
    }

    @Test
    void workThatCannotBeReadIsKeptAsideAndEachNamedAndWorkOnAnotherDatasetWaitsForIt() throws Exception {
        Scenario lost = state.scenario().orElseThrow().withHorizonWeeks(77);
        Path folder = Files.createTempDirectory("chokepoint-left");
        Path journal = Files.createDirectories(folder.resolve("journal"));
        Files.writeString(journal.resolve("work-cut-short.json"), "{\"id\": \"x\", \"tit");
        Files.writeString(journal.resolve("work-newer.json"), "{\"newFieldOfVersion2\": 1}");
        ScenarioWriter.write(lost, journal.resolve("work-good.json"));
        // No file of this form names goods of the dataset that is open, so reading it would be a fault.
        Files.writeString(
                journal.resolve("work-elsewhere.json"), "{\"restrictions\": [{\"select\": [\"good:unknown\"]}]}");
        Files.writeString(journal.resolve("work-elsewhere.dataset.properties"), "folder=/data/of-our-own\n");

        Looks again = Looks.open(Theme.LIGHT, 1280, 800, Optional.empty(), folder);
        Toolkit.waitUntil(
                "the offer",
                () -> again.window().scene().lookup("#recovery-bar").isVisible());
        String said = Toolkit.onUiThread(() -> ((Labeled) again.window().scene().lookup("#said")).getText());
        again.close();

        assertThat(said).contains("unreadable-work-cut-short.json", "unreadable-work-newer.json", "/data/of-our-own");
        assertThat(journal.resolve("unreadable-work-cut-short.json")).exists();
        assertThat(journal.resolve("work-elsewhere.json")).exists();
    }

    @Test
    void aJournalNotesItsDataset() throws Exception {
        Toolkit.doOnUiThread(() -> state.edit("Shorter", scenario -> scenario.withHorizonWeeks(78)));
        Path journal = context.settings().folder().resolve("journal");
        Toolkit.waitUntil("the journal", () -> !Journals.in(journal, ".json").isEmpty());
        Path kept = Journals.in(journal, ".json").getFirst();
        Path noted = journal.resolve(String.valueOf(kept.getFileName()).replace(".json", ".dataset.properties"));
        // The shipped dataset by no path: its folder moves with the program.
        assertThat(noted).content().contains("folder=\n").doesNotContain("rare-earths");

        Toolkit.doOnUiThread(() -> context.commands().run(Command.UNDO));
        Toolkit.waitUntil(
                "nothing to keep", () -> Journals.in(journal, ".properties").isEmpty());
        waitForRun();
    }

    @Test
    void anEditIsInTheJournalBeforeAnythingElseHappens() {
        Toolkit.doOnUiThread(() -> state.edit("Shorter", scenario -> scenario.withHorizonWeeks(78)));
        Path journal = context.settings().folder().resolve("journal");
        Toolkit.waitUntil("the journal", () -> !Journals.in(journal, ".json").isEmpty());

        Toolkit.doOnUiThread(() -> context.commands().run(Command.UNDO));
        Toolkit.waitUntil("nothing to keep", () -> Journals.in(journal, ".json").isEmpty());
        waitForRun();
    }

    @Test
    void everyIconButtonHasANameForAssistiveTechnology() {
        Predicate<Node> isIcon = node -> node.getStyleClass().contains("icon-button");
        List<Node> buttons = Toolkit.onUiThread(() ->
                all(looks.window().scene().getRoot()).stream().filter(isIcon).toList());

        assertThat(buttons).isNotEmpty();
        assertThat(buttons)
                .allSatisfy(button -> assertThat(button.getAccessibleText())
                        .as(String.valueOf(button))
                        .isNotBlank());
    }

    private static List<Node> all(Node node) {
        List<Node> found = new ArrayList<>(List.of(node));
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> found.addAll(all(child)));
        }
        return found;
    }
}
