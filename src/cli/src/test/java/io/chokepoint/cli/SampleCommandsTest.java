package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

class SampleCommandsTest {
    @TempDir
    private Path folder;

    @Test
    void fewRunsSayNothingOfWhereTheCentralRunLies() {
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--samples", "1")
                        .out())
                .contains("too few")
                .doesNotContain("lies beyond", "better guess");
    }

    @Test
    void runsThatAreAllTheSameHaveTheCentralRunWithinTheirRange() {
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--samples", "60", "--precision", "0")
                        .out())
                .doesNotContain("lies beyond", "better guess");
    }

    @Test
    void everyDrawGoesToAParquetFileBesideTheAnswer() throws IOException {
        Path file = folder.resolve("draws.parquet");
        CommandRun run = CommandRun.onChain(
                "simulate", "--scenario", "ban", "--samples", "5", "--format", "csv", "--draws", file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.outLines()).hasSize(4);
        byte[] magic = "PAR1".getBytes(StandardCharsets.US_ASCII);
        assertThat(Files.readAllBytes(file)).startsWith(magic).endsWith(magic);
    }

    @Test
    void drawsAreParquetAndNothingElse() {
        CommandRun run = CommandRun.onChain(
                "simulate",
                "--scenario",
                "ban",
                "--samples",
                "5",
                "--draws",
                folder.resolve("draws.csv").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("does not end in .parquet");
        assertThat(folder.resolve("draws.csv")).doesNotExist();
    }

    @Test
    void drawsThatCannotBeWrittenAreSaidSo() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "x").resolve("draws.parquet");
        CommandRun run =
                CommandRun.onChain("simulate", "--scenario", "ban", "--samples", "5", "--draws", blocked.toString());

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("--draws: cannot write");
    }

    @Test
    void samplesAddColumnsAfterThoseOfASingleRun() {
        CommandRun run = CommandRun.onChain("simulate", "--scenario", "ban", "--samples", "5", "--format", "csv");

        assertThat(run.code()).isZero();
        assertThat(run.outLines().getFirst())
                .isEqualTo("good,name,stage,first_loss_week,trough,trough_week,lost_output_weeks,recovery_week,"
                        + "binding_input,first_loss_week_p10,first_loss_week_p50,first_loss_week_p90,trough_p10,"
                        + "trough_p50,trough_p90,lost_output_weeks_p10,lost_output_weeks_p50,lost_output_weeks_p90,"
                        + "recovery_week_p10,recovery_week_p50,recovery_week_p90,trough_error,probability_hit,"
                        + "probability_below_90,runs");
        assertThat(run.outLines()).hasSize(4);
        assertThat(run.err()).startsWith("5 runs are too few to tell how well");
    }

    @Test
    void theSameSeedGivesTheSameFileOnAnyNumberOfThreads() {
        String[] one = {
            "simulate",
            "--scenario",
            "tungsten-wf6",
            "--weeks",
            "20",
            "--samples",
            "4",
            "--seed",
            "9",
            "--format",
            "csv",
            "--threads",
            "1"
        };
        String[] three = one.clone();
        three[three.length - 1] = "3";

        assertThat(CommandRun.of(one).out()).isEqualTo(CommandRun.of(three).out());
    }

    @Test
    void driversAreNoMoreThanTenWithTheirSources() {
        CommandRun run = CommandRun.of(
                "simulate",
                "--scenario",
                "ree-full-stop",
                "--weeks",
                "30",
                "--samples",
                "10",
                "--drivers",
                "yttria-hp",
                "--format",
                "csv");

        assertThat(run.code()).isZero();
        assertThat(run.outLines().getFirst())
                .isEqualTo("rank,figure,name,correlation,correlation_low,correlation_high,clear,low,central,high,unit,"
                        + "basis,source,class,narrows,narrows_error,class_narrows,class_narrows_error");
        assertThat(run.outLines()).hasSize(11);
        // Ten runs tell nothing: no gain is named.
        assertThat(run.outLines().get(1)).endsWith(",,,,");
    }

    private static CommandRun drivers(String samples, String format) {
        return CommandRun.onChain(
                "simulate",
                "--restrict",
                "outage good:a lost=0.2/0.5/1 start=5..20 end=40",
                "--weeks",
                "60",
                "--samples",
                samples,
                "--precision",
                "0",
                "--drivers",
                "b",
                "--format",
                format);
    }

    @Test
    void driversSayWhatWouldNarrowTheBandMost() {
        assertThat(drivers("200", "table").out())
                .contains("What would narrow it most: ", "band now", "the scenario's own figures")
                .containsPattern("the scenario's own figures +2 +[4-9]\\d % \\(")
                .contains("At least so much");
        assertThat(drivers("29", "table").out()).doesNotContain("What would narrow");
    }

    @Test
    void narrowingIsInTheJsonOfDriversAndOfASummary() {
        assertThat(drivers("100", "json").out())
                .contains("\"narrowing\"", "\"lost_output_weeks\"", "\"scenario\"", "\"narrows\":", "\"clear\":true")
                .contains("\"class\":\"scenario\"");
        assertThat(CommandRun.onChain(
                                "simulate",
                                "--restrict",
                                "outage good:a lost=0.2/0.5/1",
                                "--samples",
                                "40",
                                "--format",
                                "json")
                        .out())
                .contains("\"narrowing\"", "\"subject\"");
    }

    @Test
    void reportWithSamplesSaysWhatWouldNarrowItsAnswers() {
        String[] plain = {"report", "--restrict", "outage good:a lost=0.2/0.5/1 end=30", "--weeks", "40"};

        String page = CommandRun.onChain(Stream.concat(Stream.of(plain), Stream.of("--samples", "40"))
                        .toArray(String[]::new))
                .out();

        assertThat(page).contains("What would narrow it most", "the scenario's own figures");
        String[] none =
                Stream.concat(Stream.of(plain), Stream.of("--samples", "0")).toArray(String[]::new);
        assertThat(CommandRun.onChain(none).out()).doesNotContain("What would narrow it most");
    }

    /** Each of several restrictions has draws of its own, also where both leave the same thing open. */
    @Test
    void restrictionsGivenHereDoNotShareTheirDraws() {
        CommandRun run = CommandRun.onChain(
                "simulate",
                "--restrict",
                "outage good:a start=30..40",
                "--restrict",
                "outage good:c start=1..4",
                "--weeks",
                "60",
                "--samples",
                "40",
                "--format",
                "csv");

        List<List<String>> rows = CsvText.parse(run.out());
        List<String> headings = rows.getFirst();
        List<String> c = rows.stream()
                .filter(row -> row.getFirst().equals("c"))
                .findFirst()
                .orElseThrow();
        assertThat(Double.parseDouble(c.get(headings.indexOf("first_loss_week_p10"))))
                .isBetween(1.0, 2.0);
        assertThat(Double.parseDouble(c.get(headings.indexOf("first_loss_week_p90"))))
                .isBetween(3.0, 4.0);
    }

    @Test
    void aMisspeltGoodIsToldBeforeTheRuns() {
        CommandRun run = CommandRun.of(
                "simulate", "--scenario", "ree-full-stop", "--samples", "50000", "--drivers", "yttria-hq");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("yttria-hp");
    }

    @Test
    void estimatingTakesTheWholeEstimatingHalfAndNothingElse() {
        assertThat(CommandRun.of("backtest", "--estimate", "--held-aside").code())
                .isEqualTo(2);
        assertThat(CommandRun.of("backtest", "--estimate", "--score").code()).isEqualTo(2);
        assertThat(CommandRun.of("backtest", "cobalt-2025", "--estimate").code())
                .isEqualTo(2);
        assertThat(CommandRun.of("backtest", "--estimate", "--samples", "0").code())
                .isEqualTo(2);
        assertThat(CommandRun.of("backtest", "--estimate", "--factor", "spare=2")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void noSamplesIsAUsageFault() {
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--samples", "0")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void backtestPrintsTheColumnsOfTheContractAndAPicture() throws Exception {
        Path picture = folder.resolve("past.svg");

        CommandRun run = CommandRun.of(
                "backtest", "nexperia-2025", "--samples", "0", "--format", "csv", "--picture", picture.toString());

        assertThat(run.code()).isZero();
        List<String> lines = run.outLines();
        assertThat(lines.getFirst())
                .startsWith("episode,observation,good,from_week,to_week,observed_low,observed,observed_high,simulated,"
                        + "simulated_p10,simulated_p90,verdict,source");
        assertThat(lines.get(1)).startsWith("nexperia-2025,1,");
        assertThat(run.err()).contains("Score: ");
        assertThat(Files.readString(picture)).startsWith("<svg ").contains("nexperia-2025");
    }

    @Test
    void backtestsNewColumnsStandAtTheEnd() {
        CommandRun run = CommandRun.of("backtest", "cobalt-2025", "--samples", "0", "--format", "csv");

        assertThat(run.outLines().getFirst())
                .endsWith(",source,provider,measure,held_aside,text,what,region,to,price,price_foreseen,basis");
        assertThat(run.outLines().get(1)).endsWith(",output,,,,,published");
    }

    @Test
    void aScoreIsByHalfAndClassWithTheColumnsOfTheContract() throws Exception {
        Path picture = folder.resolve("predicted.svg");

        CommandRun run = CommandRun.of(
                "backtest",
                "cobalt-2025",
                "--samples",
                "3",
                "--score",
                "--format",
                "csv",
                "--picture",
                picture.toString());

        assertThat(run.code()).isZero();
        assertThat(run.outLines().getFirst())
                .isEqualTo("half,class,observations,crps,crps_nothing,crps_proportion,skill_nothing,"
                        + "skill_proportion,covered,coverage");
        assertThat(run.outLines()).anyMatch(line -> line.startsWith("estimating,null,3,"));
        assertThat(run.outLines().getLast()).startsWith("estimating,all,");
        assertThat(Files.readString(picture)).contains("predicted against seen");
    }

    @Test
    void aScoreNeedsRunsAndAFactorAClass() {
        assertThat(CommandRun.of("backtest", "--score", "--samples", "0").code())
                .isEqualTo(2);
        CommandRun unknown = CommandRun.of("backtest", "cobalt-2025", "--factor", "luck=2");
        assertThat(unknown.code()).isEqualTo(2);
        assertThat(unknown.err()).contains("'luck' is no class of figures").contains("stockWeeks");
        assertThat(CommandRun.of("backtest", "cobalt-2025", "--factor", "spare=0")
                        .code())
                .isEqualTo(2);
    }

    @Test
    void estimatingLeavesTheHeldAsideOut() {
        CommandRun run = CommandRun.of("backtest", "palladium-2022", "--estimating", "--samples", "0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no episodes for estimating among those named");
    }

    @Test
    void heldAsideLeavesTheOthersOut() {
        CommandRun run = CommandRun.of("backtest", "nexperia-2025", "--held-aside", "--samples", "0");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("no episodes held aside among those named");
    }

    @Test
    void anUnknownEpisodeIsToldWithThoseThatAreThere() {
        CommandRun run = CommandRun.of("backtest", "nexperia-2024");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("'nexperia-2024' is not an episode").contains("nexperia-2025");
    }

    @Test
    void aDatasetWithoutEpisodesIsSaidWhateverIsAskedFor() {
        for (String[] args : List.of(new String[] {"backtest"}, new String[] {"backtest", "nope"})) {
            CommandRun run = CommandRun.onChain(args);

            assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(run.err().strip()).isEqualTo("This dataset has no past episodes.");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aPictureThatCannotBeWrittenIsNoFaultOfTheProgram() {
        CommandRun run = CommandRun.of("backtest", "nexperia-2025", "--samples", "0", "--picture", "/proc/x.svg");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().strip()).isEqualTo("--picture: cannot write /proc/x.svg: no file can be made there");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void aResultThatCannotBeWrittenIsSaidWithTheNameThatWasGiven() {
        CommandRun run = CommandRun.onChain("simulate", "--scenario", "ban", "--out", "/proc/x.csv");

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err().strip()).isEqualTo("--out: cannot write /proc/x.csv: no file can be made there");
    }
}
