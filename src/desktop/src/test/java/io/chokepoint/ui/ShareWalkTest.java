package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Amounts;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.study.Explanation;
import io.chokepoint.study.Headline;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.Selection;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Toolkit;
import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.AccessibleAttribute;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The story of a run leaves as page, slide and words, and is presented step by step, by mouse or keys. */
class ShareWalkTest {
    private static Walk walk;
    private static StudyState state;
    private static Explanation why;

    @TempDir
    Path folder;

    @BeforeAll
    static void open() throws Exception {
        walk = Walk.open(1280, 800);
        state = walk.state();
        walk.scenario(Looks.CASCADE);
        SimulationResult run = state.result().orElseThrow();
        why = Explanation.of(run, Headline.of(run).good().orElseThrow());
    }

    @AfterAll
    static void close() {
        walk.close();
    }

    @AfterEach
    void leave() {
        walk.key(KeyCode.ESCAPE);
        Toolkit.doOnUiThread(() -> state.looking().select(Selection.NONE));
    }

    private static String said() {
        return walk.read(
                "#presentation-slide", node -> String.valueOf(node.queryAccessibleAttribute(AccessibleAttribute.TEXT)));
    }

    private void openStory() {
        walk.run(Command.STORY);
        walk.waitFor(
                "the story",
                () -> Toolkit.onUiThread(() ->
                        !walk.find("#story-page").isDisabled() && preview().contains("least output")));
    }

    private static String preview() {
        return String.valueOf(walk.find("#story-preview").queryAccessibleAttribute(AccessibleAttribute.TEXT));
    }

    @Test
    void theStorySaysTheNumbersOfTheRun() {
        openStory();
        SimulationResult run = state.result().orElseThrow();
        Good good = Headline.of(run).good().orElseThrow();

        assertThat(Toolkit.onUiThread(ShareWalkTest::preview))
                .contains(Amounts.percent(run.outcome(good).trough()) + " of baseline, in week "
                        + run.outcome(good).troughWeek())
                .contains("upper bound")
                .contains(Headline.of(run).who().answer());
    }

    @Test
    void pageSlideAndWordsHoldTheSame() throws Exception {
        openStory();
        Path page = folder.resolve("story.html");
        Path slide = folder.resolve("story.png");
        Toolkit.doOnUiThread(() -> walk.looks().window().view().story().writePage(page));
        Toolkit.waitUntil("the page", () -> Files.exists(page));
        Toolkit.doOnUiThread(() -> walk.looks().window().view().story().writeSlide(slide));
        Toolkit.waitUntil("the slide", () -> Files.exists(slide));
        walk.click("#story-text");

        String words = Toolkit.onUiThread(() -> Clipboard.getSystemClipboard().getString());
        assertThat(words).contains("upper bound").contains("## Sources");
        String html = Files.readString(page);
        assertThat(html).contains("<svg").doesNotContain("<script").doesNotContain("src=\"http");
        for (String line : words.split("\n")) {
            if (line.startsWith("- ") && !line.startsWith("- [") || line.startsWith("At central")) {
                String first = line.replaceFirst("^- ", "").split("[&<>\"]")[0];
                assertThat(html).as(line).contains(first.length() > 60 ? first.substring(0, 60) : first);
            }
        }
        BufferedImage image = ImageIO.read(slide.toFile());
        assertThat(image.getWidth()).isEqualTo(1920);
        assertThat(image.getHeight()).isEqualTo(1080);
    }

    @Test
    void arrowKeysStepThroughTheChainOfReasonsAndEscLeaves() {
        walk.run(Command.PRESENT);
        walk.waitFor("the slides", () -> walk.isShown("#presentation"));
        assertThat(said()).contains("At central figures");
        List<String> told = new ArrayList<>();
        for (int i = 0; i < why.steps().size(); i++) {
            walk.key(KeyCode.RIGHT);
            told.add(said());
        }
        for (int i = 0; i < why.steps().size(); i++) {
            assertThat(told.get(i))
                    .contains(why.steps().get(i).name())
                    .contains(why.steps().get(i).sentence());
        }
        walk.key(KeyCode.RIGHT);
        assertThat(said()).contains("How sure").contains("not a forecast");
        walk.key(KeyCode.RIGHT);
        assertThat(said()).as("the last one stays").contains("How sure");
        walk.key(KeyCode.LEFT);
        assertThat(said()).contains(why.steps().getLast().sentence());
        walk.key(KeyCode.ESCAPE);
        assertThat(walk.isShown("#presentation")).isFalse();
    }
}
