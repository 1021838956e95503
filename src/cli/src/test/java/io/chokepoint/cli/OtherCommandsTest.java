package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.chokepoint.data.DataPackage;
import io.chokepoint.scenario.Scenario;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** explain, validate, desktop and what all commands share. */
class OtherCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void explainNamesTheChainAndItsSources() {
        CommandRun run = CommandRun.onChain("explain", "c", "--scenario", "ban");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Motor", "week 25", "Alloy", "ore", "A book", "https://example.org/book");
    }

    @Test
    void explainFindsAGoodByAnyOfItsNamesInAnySpelling() {
        String byId = CommandRun.onChain("explain", "c", "--scenario", "ban").out();

        assertThat(CommandRun.onChain("explain", "m100", "--scenario", "ban").out())
                .isEqualTo(byId);
        assertThat(CommandRun.onChain("explain", "MOTOR", "--scenario", "ban").out())
                .isEqualTo(byId);
        assertThat(CommandRun.onChain("explain", "矿石", "--scenario", "ban").out())
                .startsWith("Ore ");
        assertThat(CommandRun.onChain("explain", "shop", "--scenario", "ban").out())
                .contains("Shop");
    }

    @Test
    void explainOfAnUnknownGoodNamesTheNearest() {
        CommandRun run = CommandRun.onChain("explain", "moter", "--scenario", "ban");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("'moter' is not a good or market of this dataset; maybe c (Motor)");
        assertThat(CommandRun.onChain("explain", "zzzzzz", "--scenario", "ban").err())
                .contains("'zzzzzz' is not a good or market of this dataset")
                .doesNotContain("maybe");
    }

    @Test
    void explainAsJsonHoldsStepsFiguresAndSources() {
        CommandRun run = CommandRun.onChain("explain", "c", "--scenario", "ban", "--format", "json");

        JsonNode explanation = JsonMapper.builder().build().readTree(run.out());
        assertThat(explanation.get("hit").booleanValue()).isTrue();
        assertThat(explanation.get("steps").get(0).get("good").stringValue()).isEqualTo("c");
        assertThat(explanation.get("steps").get(0).get("week").intValue()).isEqualTo(25);
        assertThat(explanation.get("sources").size()).isPositive();
    }

    @Test
    void explainAsCsvHasARowAStep() {
        CommandRun run = CommandRun.onChain("explain", "c", "--scenario", "ban", "--format", "csv");

        assertThat(run.outLines().getFirst())
                .isEqualTo("step,name,good,provider,week,lowest,restricted,sentence,figures,sources");
        assertThat(run.outLines()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void validateCountsWhatTheDatasetHolds() {
        CommandRun run = CommandRun.onChain("validate");

        assertThat(run.code()).isZero();
        assertThat(run.outLines()).hasSize(1);
        assertThat(run.out())
                .contains("chain: 3 goods, 2 dependencies, 3 supply rows, 1 market, 1 scenario, 0 past episodes")
                .contains(
                        "supply 67 % published, 0 % derived, 33 % assumption; dependencies 0 % published, 50 % derived, 50 % assumption",
                        "no faults.");
    }

    @Test
    void validatePrintsAllFaultsWithFileLineAndColumn() throws IOException {
        Path spoilt = CommandRun.copyOfChain(folder.resolve("chain"));
        Path dependencies = spoilt.resolve("dependencies.csv");
        Files.writeString(
                dependencies,
                Files.readString(dependencies).replace(",0.8,", ",1.8,").replace("b,c,consumed", "bb,c,consumed"));

        CommandRun run = CommandRun.of("validate", "--data", spoilt.toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().lines())
                .anyMatch(line -> line.startsWith(dependencies + ":2: use_share: ") && line.contains("1.8"))
                .anyMatch(line -> line.startsWith(dependencies + ":3: input: ") && line.contains("bb"));
        assertThat(run.out()).contains("errors");

        CommandRun simulated = CommandRun.of("simulate", "--scenario", "ban", "--data", spoilt.toString());
        assertThat(simulated.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(simulated.err()).contains(":2: use_share: ", ":3: input: ");

        CommandRun table = CommandRun.of("validate", "--data", spoilt.toString(), "--format", "csv");
        assertThat(table.outLines().getFirst()).isEqualTo("severity,file,line,column,message");
        assertThat(table.out()).contains("error," + dependencies + ",2,use_share,");
    }

    @Test
    void aMissingDatasetIsBadInput() {
        CommandRun run =
                CommandRun.of("validate", "--data", folder.resolve("nowhere").toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("nowhere");
    }

    @Test
    void withNoArgumentsTheWindowOpens() {
        RecordingDesktop desktop = new RecordingDesktop();

        CommandRun run = CommandRun.of(desktop, true, "desktop", "--data", "some-folder", "--scenario", "ban");

        assertThat(run.code()).isZero();
        assertThat(desktop.calls).containsExactly("open some-folder ban");
    }

    @Test
    void aFileOpensInTheWindowAsWithScenario() throws IOException {
        Path shared = Files.writeString(folder.resolve("my work.chokepoint"), "");
        RecordingDesktop desktop = new RecordingDesktop();

        assertThat(CommandRun.of(desktop, true, "desktop", "--data", "d", shared.toString())
                        .code())
                .isZero();
        assertThat(CommandRun.of(desktop, true, "desktop", "--data", "d", "--scenario", shared.toString())
                        .code())
                .isZero();
        assertThat(desktop.calls).containsExactly("open d " + shared, "open d " + shared);

        CommandRun twice = CommandRun.of(desktop, true, "desktop", shared.toString(), "--scenario", "ban");
        assertThat(twice.code()).isEqualTo(ExitCode.USAGE);
        CommandRun mistyped = CommandRun.of(desktop, true, "desktop", "simulat");
        assertThat(mistyped.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(mistyped.err()).contains("simulat", "is no file");
        assertThat(desktop.calls).hasSize(2);
    }

    @Test
    void withoutADisplayAFilesScenarioIsWrittenAsFiles() throws IOException {
        Path scenario = folder.resolve("mine.json");
        Files.copy(CommandRun.chain().resolve("scenarios/ban.json"), scenario);
        Files.writeString(scenario, Files.readString(scenario).replace("\"ban\"", "\"mine\""));
        RecordingDesktop desktop = new RecordingDesktop();

        CommandRun run = CommandRun.of(
                desktop,
                false,
                "desktop",
                "--data",
                CommandRun.chain().toString(),
                "--folder",
                folder.resolve("out").toString(),
                scenario.toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(desktop.calls).hasSize(2).allMatch(call -> call.startsWith("draw mine "));
    }

    @Test
    void withoutADisplayTheDefaultScenarioIsWrittenAsFiles() throws IOException {
        RecordingDesktop desktop = new RecordingDesktop();
        Path report = folder.resolve("report");

        CommandRun run = CommandRun.of(
                desktop, false, "desktop", "--data", CommandRun.chain().toString(), "--folder", report.toString());

        assertThat(run.code()).isZero();
        assertThat(run.err()).startsWith("There is no display");
        assertThat(run.err().lines()).hasSize(1);
        assertThat(desktop.calls)
                .containsExactly(
                        "draw ban graph light 1440x900 week -1 focus none",
                        "draw ban graph dark 1440x900 week -1 focus none");
        assertThat(Files.readAllLines(report.resolve("summary.csv"))).hasSize(4);
        assertThat(Files.readAllLines(report.resolve("series.csv"))).hasSize(1 + 60 * 8);
        assertThat(report.resolve("summary.txt")).content().contains("No ore for the works");
    }

    @Test
    void snapshotAsksForThePictureThatIsMeant() {
        RecordingDesktop desktop = new RecordingDesktop();
        String data = CommandRun.chain().toString();

        CommandRun run = CommandRun.of(
                desktop,
                false,
                "snapshot",
                "--scenario",
                "ban",
                "--data",
                data,
                "--view",
                "map",
                "--week",
                "12",
                "--theme",
                "dark",
                "--size",
                "800x600",
                "--focus",
                "M-100",
                "--out",
                folder.resolve("map.png").toString());

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(desktop.calls).containsExactly("draw ban map dark 800x600 week 12 focus c");
    }

    @Test
    void snapshotComparesOpensPanelsAndDrawsAtTwiceTheSize() {
        RecordingDesktop desktop = new RecordingDesktop();

        CommandRun run = CommandRun.of(
                desktop,
                false,
                "snapshot",
                "--scenario",
                "ban",
                "--data",
                CommandRun.chain().toString(),
                "--compare",
                "ban",
                "--difference",
                "--open",
                "why",
                "--scale",
                "2",
                "--out",
                folder.resolve("x.png").toString());

        assertThat(run.code()).isZero();
        assertThat(desktop.pictures).singleElement().satisfies(picture -> {
            assertThat(picture.scale()).isEqualTo(2);
            assertThat(picture.panel()).isEqualTo(Picture.Panel.WHY);
            assertThat(picture.against()).map(Scenario::id).contains("ban");
            assertThat(picture.differenceOnly()).isTrue();
        });
    }

    @Test
    void snapshotRefusesComparisonsAndScalesThatMakeNoSense() {
        String png = folder.resolve("x.png").toString();

        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban", "--out", png, "--scale", "3")
                        .err())
                .contains("--scale must be a whole number from 1 to 2, but is 3");
        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban", "--out", png, "--difference")
                        .err())
                .contains("add --compare ID");
        CommandRun unknown = CommandRun.onChain("snapshot", "--scenario", "ban", "--out", png, "--compare", "nothing");
        assertThat(unknown.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(unknown.err()).contains("--compare", "'nothing' is neither a file nor a scenario");
    }

    @Test
    void snapshotRefusesWhatItCannotDraw() {
        String png = folder.resolve("x.png").toString();

        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban", "--out", "x.gif")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban", "--out", png, "--size", "huge")
                        .err())
                .contains("--size must be WIDTHxHEIGHT");
        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban", "--out", png, "--week", "60")
                        .err())
                .contains("--week must be 0 to 59, but is 60");
        assertThat(CommandRun.onChain("snapshot", "--scenario", "ban", "--out", png, "--view", "globe")
                        .err())
                .contains("'globe' is none of chain, graph, sankey, map, matrix, table");
    }

    @Test
    void helpAndVersionAreDone() {
        assertThat(CommandRun.of("--help").code()).isZero();
        assertThat(CommandRun.of("--help").out()).contains("simulate", "explain", "validate", "desktop");
        assertThat(CommandRun.of("--version").out()).startsWith("chokepoint ");
    }

    private static final class RecordingDesktop implements Desktop {
        private final List<String> calls = new ArrayList<>();
        private final List<Picture> pictures = new ArrayList<>();

        @Override
        public void open(Optional<Path> data, Optional<String> scenario) {
            calls.add("open " + data.map(Path::toString).orElse("the last") + " " + scenario.orElse(""));
        }

        @Override
        public void draw(DataPackage data, Scenario scenario, String model, List<Picture> wanted) {
            pictures.addAll(wanted);
            for (Picture picture : wanted) {
                calls.add(
                        "draw " + scenario.id() + " " + picture.view() + " " + (picture.dark() ? "dark" : "light") + " "
                                + picture.width() + "x" + picture.height() + " week "
                                + picture.week().orElse(-1) + " focus "
                                + picture.focus().orElse("none"));
            }
        }
    }
}
