package io.chokepoint.ui.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.base.Problem;
import io.chokepoint.data.Loaded;
import io.chokepoint.data.ShippedData;
import io.chokepoint.model.Dataset;
import io.chokepoint.ui.support.FigureEdit;
import io.chokepoint.ui.support.SmallRun;
import io.chokepoint.ui.support.Work;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkFilesTest {
    private static final Dataset DATASET = SmallRun.runner().data().dataset();
    private static final String STOCK =
            DATASET.dependencies().getFirst().stockWeeks().id();

    @TempDir
    private Path folder;

    private Path file() {
        return folder.resolve("mine.json");
    }

    private static Work work() {
        return Work.on(SmallRun.scenario()).withFigure(new FigureEdit(STOCK, 1, 2.5, 7, "a call", "they hold less"));
    }

    private static List<Problem> errors(Loaded<Work> loaded) {
        return loaded.problems().stream().filter(Problem::isError).toList();
    }

    private static Work read(Path file) {
        Loaded<Work> loaded = WorkFiles.read(file, DATASET);
        assertThat(loaded.problems()).noneMatch(Problem::isError);
        return loaded.orThrow();
    }

    @Test
    void ownFiguresComeBackWithSourceAndNote() {
        WorkFiles.write(work(), file());

        assertThat(read(file()).figures()).isEqualTo(work().figures());
    }

    @Test
    void whatIsSwitchedOffComesBackInItsPlaceAndTheScenarioFileDoesNotKnowOfIt() throws IOException {
        Work twice = RestrictionStack.of(work()).duplicate(0);
        WorkFiles.write(RestrictionStack.of(twice).turn(0, false), file());

        Work back = read(file());

        assertThat(back.scenario().restrictions()).hasSize(1);
        assertThat(RestrictionStack.of(back).cards())
                .extracting(RestrictionStack.Card::isOn)
                .containsExactly(false, true);
        assertThat(RestrictionStack.of(back).cards().getFirst().restriction().kind())
                .hasToString("export-ban");
        assertThat(Files.readString(file())).containsOnlyOnce("export-ban").doesNotContain("off");
    }

    @Test
    void anOwnFigureIsHeldToTheBoundsOfItsColumn() throws IOException {
        WorkFiles.write(work(), file());
        Path figures = SideFiles.figures(file());
        Files.writeString(figures, Files.readString(figures).replace("7.0", "1e16"));

        assertThat(errors(WorkFiles.read(file(), DATASET)))
                .singleElement()
                .asString()
                .contains("1.0E16", STOCK, "from 0 to 100000");
    }

    @Test
    void theModelIsWrittenDownAndSaysNothingWhileItIsTheSame() throws IOException {
        WorkFiles.write(work(), file());

        assertThat(Files.readString(file())).contains("\"name\": \"weekly\"", "\"version\": \"1\"");
        assertThat(WorkFiles.read(file(), DATASET).problems())
                .noneMatch(problem -> problem.field().equals(WorkFiles.MODEL_FIELD));
        assertThat(read(file()).scenario().remarks().model()).isEmpty();
    }

    @Test
    void workOfAnotherVersionOfTheModelOpensWithARemark() throws IOException {
        WorkFiles.write(work(), file());
        Files.writeString(file(), Files.readString(file()).replace("\"version\": \"1\"", "\"version\": \"0\""));

        Loaded<Work> loaded = WorkFiles.read(file(), DATASET);

        assertThat(loaded.orThrow().figures()).isEqualTo(work().figures());
        assertThat(loaded.problems())
                .filteredOn(problem -> problem.field().equals(WorkFiles.MODEL_FIELD))
                .singleElement()
                .satisfies(problem -> {
                    assertThat(problem.isError()).isFalse();
                    assertThat(problem.message()).startsWith("written with version '0' of model 'weekly'");
                });
    }

    @Test
    void filesBesideGoWhenThereIsNothingToKeep() throws IOException {
        WorkFiles.write(RestrictionStack.of(work()).turn(0, false), file());
        WorkFiles.write(Work.on(SmallRun.scenario()), file());

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).containsExactly(file());
        }
    }

    @Test
    void aBrokenNumberInOwnFiguresIsSaidWithItsPlaceAndTheWorkIsNotOpened() throws IOException {
        WorkFiles.write(work(), file());
        Path figures = SideFiles.figures(file());
        Files.writeString(figures, Files.readString(figures).replace("2.5", "two"));

        Loaded<Work> loaded = WorkFiles.read(file(), DATASET);

        assertThat(loaded.value()).isEmpty();
        assertThat(errors(loaded))
                .singleElement()
                .satisfies(problem -> assertThat(problem.toString())
                        .contains("mine.figures.properties")
                        .contains("0000.central")
                        .contains("“two” is no number")
                        .contains(STOCK));
    }

    @Test
    void aRangeUpsideDownIsAnError() throws IOException {
        WorkFiles.write(work(), file());
        Path figures = SideFiles.figures(file());
        Files.writeString(figures, Files.readString(figures).replace("low=1.0", "low=9.0"));

        assertThat(errors(WorkFiles.read(file(), DATASET)))
                .extracting(Problem::message)
                .singleElement()
                .asString()
                .contains("low ≤ central ≤ high");
    }

    @Test
    void aFigureThatTheDatasetDoesNotHaveIsLeftOutWithAWord() throws IOException {
        WorkFiles.write(work(), file());
        Path figures = SideFiles.figures(file());
        Files.writeString(figures, Files.readString(figures).replaceFirst("(?m)figure=.*$", "figure=gone"));

        Loaded<Work> loaded = WorkFiles.read(file(), DATASET);

        assertThat(loaded.orThrow().figures()).isEmpty();
        assertThat(loaded.problems())
                .extracting(Problem::toString)
                .anyMatch(said -> said.contains("the dataset has no figure “gone”"));
    }

    @Test
    void aBrokenRestrictionThatIsSwitchedOffIsSaidWithItsFile() throws IOException {
        WorkFiles.write(RestrictionStack.of(work()).turn(0, false), file());
        Path off = SideFiles.switchedOff(file());
        Files.writeString(off, Files.readString(off).replace("export-ban", "export-bin"));

        assertThat(errors(WorkFiles.read(file(), DATASET)))
                .isNotEmpty()
                .allSatisfy(problem -> assertThat(problem.file()).endsWith("mine.off.properties"));
    }

    @Test
    void whatSelectsNothingCanBeOpenedWhileWordsThatTheDatasetDoesNotHaveCannot() throws IOException {
        WorkFiles.write(work(), file());
        String right = Files.readString(file());

        Files.writeString(file(), right.replace("country:CHN", "country:JPN"));
        assertThat(read(file()).scenario().restrictions()).hasSize(1);
        assertThat(WorkFiles.read(file(), DATASET).problems())
                .extracting(Problem::message)
                .anyMatch(message -> message.contains("selects nothing"));

        Files.writeString(file(), right.replace("good:oxide", "good:oxyde"));
        assertThat(errors(WorkFiles.read(file(), DATASET))).isNotEmpty();
    }

    @Test
    void workIsOnTheDatasetThatWasNotedAndOnNoOther(@TempDir Path folder) throws Exception {
        Path work = folder.resolve("work.json");
        assertThat(SideFiles.otherDataset(work, folder)).as("nothing noted").isEmpty();

        SideFiles.writeDataset(folder, work);
        assertThat(SideFiles.otherDataset(work, folder.resolve("a/.."))).isEmpty();
        assertThat(SideFiles.otherDataset(work, ShippedData.shipped())).contains(folder.toString());

        SideFiles.writeDataset(ShippedData.shipped(), work);
        assertThat(SideFiles.otherDataset(work, ShippedData.shipped())).isEmpty();
        assertThat(SideFiles.otherDataset(work, folder)).contains("the one that came with the program");
    }
}
