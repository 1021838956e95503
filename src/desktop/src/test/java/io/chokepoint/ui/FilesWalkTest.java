package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.ShippedData;
import io.chokepoint.ui.data.DatasetOpener;
import io.chokepoint.ui.data.Drops;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.Settings;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import io.chokepoint.ui.support.Work;
import java.io.BufferedReader;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in and out of the window: opened, opened again, dropped, broken, and left behind by a process that was killed. */
class FilesWalkTest {
    @TempDir
    private Path home;

    private Walk walk;
    private StudyState state;

    @BeforeEach
    void open() throws Exception {
        start();
    }

    private void start() throws Exception {
        walk = Walk.in(Looks.open(Theme.LIGHT, 1280, 800, Optional.of("ree-full-stop"), home));
        state = walk.state();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    private String aFigure() {
        return state.data()
                .orElseThrow()
                .dataset()
                .dependencies()
                .getFirst()
                .stockWeeks()
                .id();
    }

    /** A scenario file of the user's own, with one figure of their own, written by the program itself. */
    private Path saved(String name) {
        Path file = home.resolve("scenarios").resolve(name + ".json");
        Toolkit.doOnUiThread(() -> {
            state.edit("Shorter", scenario -> scenario.withHorizonWeeks(66));
            state.editWork(
                    "Own figure", work -> work.withFigure(new FigureEdit(aFigure(), 1, 2, 3, "a call", "they say so")));
        });
        walk.saveAs(file);
        Toolkit.waitUntil("saved", () -> !state.unsavedProperty().get() && Files.exists(file));
        return file;
    }

    private List<MenuItem> recent() {
        return Toolkit.onUiThread(() -> {
            MenuBar bar = (MenuBar) walk.find(".menu-bar");
            RecentMenu menu = (RecentMenu) bar.getMenus().getFirst().getItems().stream()
                    .filter(RecentMenu.class::isInstance)
                    .findFirst()
                    .orElseThrow();
            menu.fill();
            return List.copyOf(menu.getItems());
        });
    }

    private MenuItem recent(Path file) {
        return recent().stream()
                .filter(item -> file.toString().equals(item.getText()))
                .findFirst()
                .orElseThrow();
    }

    private Drops drops() {
        DatasetOpener opener = new DatasetOpener(walk.context(), io.chokepoint.data.DatasetReader::read);
        return new Drops(
                folder -> opener.open(folder, Optional.empty()),
                walk.looks().window().view().files()::open,
                walk.looks().window().view().otherData()::open,
                walk.looks().window().view().article()::open);
    }

    private Work work() {
        return Toolkit.onUiThread(() -> state.workProperty().get());
    }

    @Test
    void recentFilesSurviveARestartAndBringOwnFiguresBack() throws Exception {
        Path file = saved("mine");
        Work before = work();
        walk.close();
        start();
        assertThat(work().figures()).isEmpty();

        MenuItem item = recent(file);
        Toolkit.doOnUiThread(item::fire);
        Toolkit.waitUntil(
                "opened", () -> state.scenario().map(s -> s.horizonWeeks()).orElse(0) == 66);

        assertThat(work().figures()).isEqualTo(before.figures()).containsKey(aFigure());
        assertThat(state.unsavedProperty().get()).isFalse();
        assertThat(recent().stream().map(MenuItem::getText))
                .contains("Datasets", ShippedData.shipped().toAbsolutePath().toString());
    }

    /** As "chokepoint desktop FILE". */
    private void startWith(Path file) {
        walk.close();
        walk = Walk.in(Looks.open(Theme.LIGHT, 1280, 800, Optional.of(file.toString()), home));
        state = walk.state();
    }

    @Test
    void theWindowStartsWithAScenarioFileOrASharedOne() throws Exception {
        Path file = saved("mine");
        Path shared = home.resolve("mine.chokepoint");
        Toolkit.doOnUiThread(() -> walk.looks().window().view().files().shareTo(shared));
        Toolkit.waitUntil("shared", () -> Files.exists(shared));
        for (Path each : List.of(file, shared)) {
            startWith(each);
            Toolkit.waitUntil(
                    "opened " + each,
                    () -> state.scenario().map(s -> s.horizonWeeks()).orElse(0) == 66);
            assertThat(work().figures()).containsKey(aFigure());
        }

        startWith(home.resolve("gone.json"));
        walk.waitFor(
                "a word",
                () -> Toolkit.onUiThread(() -> walk.looks().window().scene().getRoot().lookupAll(".label").stream()
                        .anyMatch(label ->
                                label.isVisible() && ((Label) label).getText().contains("gone.json"))));
        assertThat(state.scenario()).isPresent();
    }

    /** Changes the scenario in the window, after another program has changed its file. */
    private Path changedByBoth(String name) throws Exception {
        Path file = saved(name);
        Files.writeString(file, Files.readString(file).replaceFirst("\"title\"\\s*:\\s*\"", "\"title\": \"THEIRS? "));
        Toolkit.doOnUiThread(() -> state.edit("Longer", scenario -> scenario.withHorizonWeeks(88)));
        walk.run(Command.SAVE);
        Toolkit.waitUntil("the question", () -> walk.looks().window().scene().lookup("#conflict") != null);
        return file;
    }

    @Test
    void aFileThatAnotherProgramChangedIsNotWrittenOverWithoutAsking() throws Exception {
        Path file = changedByBoth("both");
        String asked = Toolkit.onUiThread(() -> walk.find("#conflict").lookupAll(".label").stream()
                .filter(Label.class::isInstance)
                .map(label -> ((Label) label).getText())
                .collect(Collectors.joining("\n")));

        assertThat(asked)
                .contains("both.json")
                .contains("THEIRS?")
                .contains("88")
                .contains("66");
        assertThat(Files.readString(file)).contains("THEIRS?").doesNotContain("88");
        walk.key(KeyCode.ESCAPE);
        assertThat(state.unsavedProperty().get()).isTrue();
        assertThat(Files.readString(file)).contains("THEIRS?");
    }

    @Test
    void onAskingMineIsWritten() throws Exception {
        Path file = changedByBoth("mine-wins");
        walk.click("#conflict-mine");
        Toolkit.waitUntil("saved", () -> !state.unsavedProperty().get());
        assertThat(Files.readString(file)).doesNotContain("THEIRS?").contains("88");

        // What was written is known now: saving again asks nothing.
        Toolkit.doOnUiThread(() -> state.edit("Shorter", scenario -> scenario.withHorizonWeeks(77)));
        walk.run(Command.SAVE);
        Toolkit.waitUntil("saved", () -> !state.unsavedProperty().get());
        assertThat(Files.readString(file)).contains("77");
    }

    @Test
    void onAskingTheirsIsOpened() throws Exception {
        Path file = changedByBoth("theirs-wins");
        walk.click("#conflict-theirs");
        Toolkit.waitUntil("opened", () -> state.scenario().orElseThrow().title().startsWith("THEIRS?"));
        assertThat(state.scenario().orElseThrow().horizonWeeks()).isEqualTo(66);
        assertThat(Files.readString(file)).contains("THEIRS?");
    }

    @Test
    void ownFiguresThatAnotherWindowChangedAreNotWrittenOverWithoutAsking() throws Exception {
        Path file = saved("figures");
        Path figures = file.resolveSibling("figures.figures.properties");
        Files.writeString(figures, Files.readString(figures).replace("central=2.0", "central=2.5"));
        Toolkit.doOnUiThread(() -> state.edit("Longer", scenario -> scenario.withHorizonWeeks(88)));
        walk.run(Command.SAVE);
        Toolkit.waitUntil("the question", () -> walk.looks().window().scene().lookup("#conflict") != null);

        assertThat(Files.readString(figures)).contains("central=2.5");
        walk.key(KeyCode.ESCAPE);
    }

    @Test
    void aFileThatWasOnlyTouchedIsSavedWithoutAQuestion() throws Exception {
        Path file = saved("touched");
        Files.setLastModifiedTime(file, FileTime.from(Instant.EPOCH));
        Toolkit.doOnUiThread(() -> state.edit("Longer", scenario -> scenario.withHorizonWeeks(88)));
        walk.run(Command.SAVE);
        Toolkit.waitUntil("saved", () -> !state.unsavedProperty().get());
        assertThat(Files.readString(file)).contains("88");
    }

    @Test
    void aRecentFileThatIsGoneIsTakenOffTheListWithAWord() throws Exception {
        Path file = saved("gone");
        MenuItem item = recent(file);
        Files.delete(file);

        Toolkit.doOnUiThread(item::fire);

        assertThat(walk.text("#said")).contains("gone.json").contains("is not there any more");
        assertThat(walk.context().settings().list(Settings.RECENT_SCENARIOS)).isEmpty();
        assertThat(recent()).extracting(MenuItem::getText).doesNotContain(file.toString());
    }

    @Test
    void aScenarioWithBrokenOwnFiguresIsNotOpenedAndSaysWhere() throws Exception {
        Path file = saved("broken");
        Path figures = file.resolveSibling("broken.figures.properties");
        Files.writeString(figures, Files.readString(figures).replace("central=2.0", "central=two"));
        walk.scenario("ree-full-stop");
        Work before = work();

        Toolkit.doOnUiThread(() -> walk.looks().window().view().files().open(file));
        Toolkit.waitUntil("said", () -> walk.find("#said").isVisible());

        assertThat(walk.text("#said"))
                .contains("“broken.json” was not opened; what was open stays.")
                .contains("broken.figures.properties")
                .contains("“two” is no number, for figure " + aFigure());
        assertThat(work()).isEqualTo(before);
        assertThat(state.problems()).as("the open scenario can still be run").isEmpty();
    }

    @Test
    void aDroppedScenarioFileOpensWithItsFigures() {
        Path file = saved("dropped");
        walk.scenario("ree-full-stop");

        boolean taken = Toolkit.onUiThread(() -> drops().drop(List.of(file.toFile())));
        Toolkit.waitUntil("opened", () -> !work().figures().isEmpty());

        assertThat(taken).isTrue();
        assertThat(work().scenario().horizonWeeks()).isEqualTo(66);
    }

    @Test
    void aDroppedDatasetFolderOpensAndSoDoesItsDescriptor() {
        Path data = ShippedData.shipped();
        for (Path dropped : List.of(data, data.resolve("datapackage.json"))) {
            var before = state.data();
            assertThat(Toolkit.onUiThread(() -> drops().drop(List.of(dropped.toFile()))))
                    .isTrue();
            Toolkit.waitUntil(
                    "another package",
                    () -> state.data().isPresent() && state.data().orElseThrow() != before.orElseThrow());
            walk.waitForRun();
        }
    }

    @Test
    void whatCannotBeOpenedIsNotTaken() throws Exception {
        Path text = Files.writeString(home.resolve("notes.rtf"), "no scenario");
        List<File> two = List.of(text.toFile(), text.toFile());

        assertThat(drops().drop(List.of(text.toFile()))).isFalse();
        assertThat(drops().drop(two)).isFalse();
        assertThat(drops().drop(null)).isFalse();
    }

    @Test
    void workThatSomethingElseWasOpenedOverIsKeptUntilItIsWorkedOnAgainAndSavedInItsOwnFile() throws Exception {
        Path journal = home.resolve("journal");
        Path file = saved("mine");
        Toolkit.doOnUiThread(() -> state.edit("Longer", scenario -> scenario.withHorizonWeeks(88)));
        Work mine = work();
        Path copy = Files.copy(file, file.resolveSibling("copy.json"));

        Toolkit.doOnUiThread(() -> walk.looks().window().view().files().open(copy));
        Toolkit.waitUntil(
                "kept",
                () -> !work().equals(mine) && Journals.in(journal, ".json").size() == 1);
        Toolkit.doOnUiThread(state::undo);
        assertThat(work()).isEqualTo(mine);
        Toolkit.waitUntil(
                "its own journal alone", () -> Journals.in(journal, ".json").size() == 1);
        String theirs = Files.readString(copy);
        walk.run(Command.SAVE);
        Toolkit.waitUntil("saved", () -> !state.unsavedProperty().get());
        assertThat(Files.readString(file)).contains("88");
        assertThat(Files.readString(copy)).isEqualTo(theirs);

        Toolkit.doOnUiThread(() -> {
            state.edit("Shorter", scenario -> scenario.withHorizonWeeks(77));
            state.openScenario(
                    state.data().orElseThrow().findScenario("ree-full-stop").orElseThrow());
        });
        Toolkit.waitUntil("kept again", () -> Journals.in(journal, ".json").size() == 1);
        walk.close();
        assertThat(Journals.in(journal, ".json"))
                .singleElement()
                .satisfies(kept -> assertThat(Files.readString(kept)).contains("77"));
        start();
    }

    @Test
    void afterAKillTheNextStartOffersTheWorkBackFiguresIncluded() throws Exception {
        String figure = aFigure();
        Path crashed = home.resolve("crashed");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dglass.platform=Headless",
                        "-Dprism.order=sw",
                        "-Dchokepoint.data=" + ShippedData.folder(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledWindow.class.getName(),
                        crashed.toString(),
                        figure)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out = process.inputReader(StandardCharsets.UTF_8)) {
            assertThat(out.readLine()).isEqualTo(KilledWindow.READY);
        } finally {
            process.destroyForcibly();
            assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        }

        Walk again = Walk.in(Looks.open(Theme.LIGHT, 1280, 800, Optional.empty(), crashed));
        again.waitFor("the offer", () -> again.find("#recovery-bar").isVisible());
        assertThat(again.text("#recovery-bar .label")).contains("1 changed figure");
        again.click("#recover-bring-back");
        Work back = Toolkit.onUiThread(() -> again.state().workProperty().get());

        assertThat(back.scenario().id()).isEqualTo("ree-full-stop");
        assertThat(back.scenario().horizonWeeks()).isEqualTo(77);
        assertThat(back.figures()).containsOnlyKeys(figure);
        assertThat(again.read("#recovery-bar", Node::isVisible)).isFalse();
        again.close();
    }

    @Test
    void sharedWorkComesBackWithItsOwnFigureAsUnsavedWork() throws Exception {
        saved("mine");
        Work shared = work();
        Path file = home.resolve("for-you.chokepoint");
        Toolkit.doOnUiThread(() -> walk.looks().window().view().files().shareTo(file));
        Toolkit.waitUntil("shared", () -> Files.exists(file));
        Toolkit.doOnUiThread(() -> state.openWork(
                shared.withoutFigures().withScenario(shared.scenario().withHorizonWeeks(9))));

        Toolkit.doOnUiThread(
                () -> assertThat(drops().drop(List.of(file.toFile()))).isTrue());
        Toolkit.waitUntil("opened", () -> work().scenario().horizonWeeks() == 66);

        assertThat(work().figures()).isEqualTo(shared.figures());
    }

    @Test
    void aLineOfTextIsCopiedAndPasted() throws Exception {
        saved("mine");
        Work shared = work();
        walk.run(Command.SHARE_TEXT);
        Toolkit.doOnUiThread(() -> state.openWork(
                shared.withoutFigures().withScenario(shared.scenario().withHorizonWeeks(9))));

        walk.run(Command.PASTE);
        Toolkit.waitUntil("opened", () -> work().scenario().horizonWeeks() == 66);

        assertThat(work().figures()).isEqualTo(shared.figures());
    }
}
