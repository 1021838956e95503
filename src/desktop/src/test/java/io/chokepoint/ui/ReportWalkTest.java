package io.chokepoint.ui;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.cli.ChokepointCommand;
import io.chokepoint.cli.Desktop;
import io.chokepoint.cli.Picture;
import io.chokepoint.data.DataPackage;
import io.chokepoint.data.RestrictionSpecParser;
import io.chokepoint.export.report.Enclosure;
import io.chokepoint.export.report.SealedRun;
import io.chokepoint.model.Dependency;
import io.chokepoint.model.Good;
import io.chokepoint.result.SimulationResult;
import io.chokepoint.scenario.Restriction;
import io.chokepoint.scenario.Scenario;
import io.chokepoint.ui.support.Command;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.StudyState;
import io.chokepoint.ui.support.Theme;
import io.chokepoint.ui.support.Toolkit;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The work as it stands, own figures and all, leaves as a page that can be run again. */
class ReportWalkTest {
    @TempDir
    private Path folder;

    private Walk walk;
    private StudyState state;
    private Path data;

    @BeforeEach
    void open() throws Exception {
        walk = Walk.in(Looks.empty(Theme.LIGHT, 1280, 800));
        state = walk.state();
        data = Path.of(ReportWalkTest.class
                        .getResource("/own-use/datapackage.json")
                        .toURI())
                .getParent();
        Toolkit.doOnUiThread(() -> walk.looks().window().open(data, Optional.empty()));
        walk.waitForRun();
        // With a range, so that it matters by which id it is drawn.
        Restriction outage = RestrictionSpecParser.parse("outage good:a lost=0.3/0.5/0.8 start=2", "test", "test")
                .orThrow();
        Toolkit.doOnUiThread(() -> state.edit("Outage", scenario -> scenario.withRestrictions(List.of(outage))));
        walk.waitForRun();
    }

    @AfterEach
    void close() {
        walk.close();
    }

    private void ownFigure() {
        Toolkit.doOnUiThread(() -> state.data().orElseThrow().dataset().dependencies().stream()
                .map(Dependency::stockWeeks)
                .forEach(stock -> state.editWork(
                        "Own figure",
                        work -> work.withFigure(new FigureEdit(stock.id(), 0, 0.5, 1, "a call", "they say so")))));
        walk.waitForRun();
    }

    private boolean isDisabled(String selector) {
        return Toolkit.onUiThread(() -> walk.find(selector).isDisabled());
    }

    private String told() {
        return walk.text("#report-told");
    }

    private void write(Path page, Optional<Path> pdf) {
        walk.run(Command.REPORT);
        Toolkit.doOnUiThread(() -> walk.looks().window().view().report().write(page, pdf));
    }

    @Test
    void pageAndPdfHoldTheWorkWithTheUsersOwnFigures() throws Exception {
        ownFigure();
        SimulationResult shown = state.result().orElseThrow();
        Path page = folder.resolve("work.html");
        Path pdf = folder.resolve("work.pdf");

        write(page, Optional.of(pdf));
        walk.waitFor("the report", () -> Toolkit.onUiThread(() -> told().startsWith("Written: ")));

        assertThat(told()).contains(page.toString(), pdf.toString());
        assertThat(walk.isShown("#report-show")).isTrue();
        assertThat(Files.readString(pdf, StandardCharsets.ISO_8859_1)).startsWith("%PDF");
        SealedRun inside = Enclosure.find(Files.readString(page)).orElseThrow().open();
        assertThat(inside.own())
                .isNotEmpty()
                .allSatisfy((id, own) -> assertThat(own).isEqualTo(new SealedRun.Own(0, 0.5, 1, "a call")));
        Map<String, Double> figures = inside.figures();
        for (Good good : shown.dataset().goods()) {
            assertThat(figures.get("good/" + good.id() + "/lost_output_weeks"))
                    .as(good.id())
                    .isEqualTo(shown.outcome(good).lostOutputWeeks());
        }
        assertHolds(page);
    }

    private void assertHolds(Path page) {
        assertThat(ChokepointCommand.run(
                        new NoWindow(),
                        "report",
                        "--verify",
                        page.toString(),
                        "--data",
                        data.toString(),
                        "--out",
                        folder.resolve("check.txt").toString()))
                .as("figures and text hold")
                .isZero();
    }

    @Test
    void ofAComparisonThePageHoldsBoth() throws Exception {
        Restriction other = RestrictionSpecParser.parse("outage good:a lost=0.9 start=4", "test", "test")
                .orThrow();
        Toolkit.doOnUiThread(() -> walk.looks()
                .window()
                .view()
                .comparison()
                .start(state.scenario()
                        .orElseThrow()
                        .withRestrictions(List.of(other))
                        .withTitle("The other")));
        walk.waitFor(
                "both runs",
                () -> Toolkit.onUiThread(
                        () -> walk.looks().window().view().comparison().shown().size() == 2));
        Path page = folder.resolve("both.html");

        write(page, Optional.empty());
        walk.waitFor("the report", () -> Toolkit.onUiThread(() -> told().startsWith("Written: ")));

        SealedRun inside = Enclosure.find(Files.readString(page)).orElseThrow().open();
        SealedRun.Compared compared = Objects.requireNonNull(inside.compare());
        assertThat(compared.name()).isEqualTo("The other");
        assertThat(compared.scenario()).contains("0.9");
        assertThat(Toolkit.<String>onUiThread(() -> Tree.shown(walk.find("#report")).stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .collect(Collectors.joining(" "))))
                .contains("“The other” stands beside it");
        assertHolds(page);
    }

    @Test
    void aSideWithOtherOwnFiguresIsSaidToBeLeftOut() throws Exception {
        ownFigure();
        Toolkit.doOnUiThread(() -> walk.looks()
                .window()
                .view()
                .comparison()
                .start(state.scenario().orElseThrow().withTitle("The other")));
        Path page = folder.resolve("one.html");

        write(page, Optional.empty());
        walk.waitFor("the report", () -> Toolkit.onUiThread(() -> told().startsWith("Written: ")));

        assertThat(Enclosure.find(Files.readString(page)).orElseThrow().open().compare())
                .isNull();
        assertThat(Toolkit.<String>onUiThread(() -> Tree.shown(walk.find("#report")).stream()
                        .filter(Label.class::isInstance)
                        .map(label -> ((Label) label).getText())
                        .collect(Collectors.joining(" "))))
                .contains("“The other” is not in it");
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidAndStopKeepsWhatIsThere() throws Exception {
        Path nowhere = Files.writeString(folder.resolve("file"), "x").resolve("work.html");
        write(nowhere, Optional.empty());
        walk.waitFor("a refusal", () -> Toolkit.onUiThread(() -> told().contains("cannot be written")));
        assertThat(told()).contains("work.html");
        assertThat(isDisabled("#report-write")).isFalse();

        Path page = Files.writeString(folder.resolve("work.html"), "before");
        // At once: so small a dataset is soon run.
        boolean wasBusy = Toolkit.onUiThread(() -> {
            walk.looks().window().view().report().write(page, Optional.empty());
            boolean busy = walk.find("#report-write").isDisabled();
            ((ButtonBase) walk.find("#report-stop")).fire();
            return busy;
        });
        walk.waitFor(
                "the end of all work",
                () -> !walk.context().tasks().busyProperty().get());
        assertThat(wasBusy).isTrue();
        assertThat(told()).startsWith("Stopped");
        assertThat(Files.readString(page)).isEqualTo("before");
        walk.key(KeyCode.ESCAPE);
        assertThat(walk.isShown("#report")).isFalse();
    }

    private static final class NoWindow implements Desktop {
        @Override
        public void open(Optional<Path> data, Optional<String> scenario) {
            throw new AssertionError("no window");
        }

        @Override
        public void draw(DataPackage data, Scenario scenario, String model, List<Picture> pictures) {
            throw new AssertionError("no pictures");
        }
    }
}
