package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The expected weeks are the model page's first worked example. */
class SimulateCommandTest {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @TempDir
    private Path folder;

    @Test
    void summaryHasOneRowForEveryGoodInDatasetOrder() {
        CommandRun run = CommandRun.onChain("simulate", "--scenario", "ban", "--format", "csv");

        assertThat(run.code()).isZero();
        CsvText.assertThatRows(run.out()).equal("""
                        good,name,stage,first_loss_week,trough,trough_week,lost_output_weeks,recovery_week,binding_input
                        a,"Ore, crude",mines,10,0.2,10,16,30,demand
                        b,Alloy,parts,17,0,17,16,33,a
                        c,Motor,parts,25,0,25,10,35,b
                        """);
        assertThat(run.err()).isEmpty();
    }

    @Test
    void summaryAsJsonHasTheSameNamesAndNullWhereThereIsNoValue() {
        CommandRun run = CommandRun.onChain(
                "simulate",
                "--restrict",
                "export-ban good:a to.good:b leak=0 start=10",
                "--weeks",
                "20",
                "--format",
                "json");

        assertThat(run.code()).isZero();
        JsonNode rows = JSON.readTree(run.out());
        assertThat(rows).hasSize(3);
        assertThat(rows.get(1).propertyNames())
                .containsExactly(
                        "good",
                        "name",
                        "stage",
                        "first_loss_week",
                        "trough",
                        "trough_week",
                        "lost_output_weeks",
                        "recovery_week",
                        "binding_input");
        assertThat(rows.get(1).get("first_loss_week").intValue()).isEqualTo(17);
        assertThat(rows.get(1).get("recovery_week").isNull()).isTrue();
        assertThat(rows.get(2).get("first_loss_week").isNull()).isTrue();
        assertThat(rows.get(2).get("binding_input").isNull()).isTrue();
    }

    @Test
    void seriesHasActivitiesThenGoodsThenMarketsWeekByWeek() {
        CommandRun run =
                CommandRun.onChain("simulate", "--scenario", "ban", "--series", "--weeks", "18", "--format", "csv");

        assertThat(run.code()).isZero();
        List<String> lines = run.outLines();
        assertThat(lines).hasSize(1 + 18 * 8);
        assertThat(lines.getFirst()).isEqualTo("week,good,provider,output,binding_input");
        assertThat(lines.subList(1, 9))
                .containsExactly(
                        "0,a,x,1.0,",
                        "0,b,y,1.0,",
                        "0,c,y,1.0,",
                        "0,a,,1.0,",
                        "0,b,,1.0,",
                        "0,c,,1.0,",
                        "0,shop,,1.0,",
                        "0,shop,y,1.0,");
        CsvText.assertThatRows(String.join("\n", lines.subList(1 + 17 * 8, lines.size())))
                .equal("""
                        17,a,x,0.2,
                        17,b,y,0,a
                        17,c,y,1,
                        17,a,,0.2,
                        17,b,,0,a
                        17,c,,1,
                        17,shop,,1,
                        17,shop,y,1,
                        """);
    }

    @Test
    void numbersDoNotDependOnTheLocale() {
        Locale before = Locale.getDefault();
        String usual = CommandRun.onChain("simulate", "--scenario", "ban", "--series", "--format", "csv")
                .out();
        String table = CommandRun.onChain("simulate", "--scenario", "ban").out();
        try {
            Locale.setDefault(Locale.GERMANY);
            assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--series", "--format", "csv")
                            .out())
                    .isEqualTo(usual);
            assertThat(CommandRun.onChain("simulate", "--scenario", "ban").out())
                    .isEqualTo(table);
        } finally {
            Locale.setDefault(before);
        }
    }

    @Test
    void tableLeavesOutWhatStaysAtBaselineAndSaysHowMany() {
        CommandRun run = CommandRun.onChain("simulate", "--restrict", "outage good:c start=5 lost=0.5", "--weeks", "7");

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("50.0 %", "week 5", "not in this run", "capacity");
        assertThat(run.out()).contains("1 of 3 goods stays above 99 % of baseline and is left out.");
        assertThat(run.out()).doesNotContain("Ore, crude");
        assertThat(run.out()).contains("Shop");
    }

    @Test
    void tripleOnTheCommandLineRunsAtItsCentralFigure() {
        CommandRun run = CommandRun.onChain(
                "simulate", "--restrict", "outage good:c lost=0.1/0.25/0.4", "--weeks", "5", "--format", "json");

        JsonNode motor = JSON.readTree(run.out()).get(2);
        assertThat(motor.get("trough").doubleValue()).isCloseTo(0.75, within(1e-12));
    }

    @Test
    void outWritesTheWholeFileAndNothingElse() throws IOException {
        Path file = folder.resolve("new/summary.csv");

        CommandRun run =
                CommandRun.onChain("simulate", "--scenario", "ban", "--format", "csv", "--out", file.toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(4);
        try (var files = Files.list(file.getParent())) {
            assertThat(files).containsExactly(file);
        }
    }

    @Test
    void aFailedRunLeavesTheOldFileAsItWas() throws IOException {
        Path file = folder.resolve("summary.csv");
        Files.writeString(file, "old");

        CommandRun run = CommandRun.onChain("simulate", "--scenario", "nothing-like-it", "--out", file.toString());

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Files.readString(file)).isEqualTo("old");
    }

    @Test
    void aScenarioMayBeAFile() throws IOException {
        Path file = folder.resolve("mine.json");
        Files.writeString(file, """
                { "id": "mine", "title": "Mine", "question": "?", "startDate": "2026-01-05", "horizonWeeks": 12,
                  "restrictions": [ { "kind": "outage", "select": ["good:b"], "start": 2, "lost": 1 } ] }
                """);

        CommandRun run = CommandRun.onChain("simulate", "--scenario", file.toString(), "--format", "csv");

        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("b,Alloy,parts,2,0.0,2,10.0,,capacity");
    }

    @Test
    void allFaultsOfRestrictionsComeAtOnce() {
        CommandRun run = CommandRun.onChain(
                "simulate", "--restrict", "export-ban good:nothing leak=0", "--restrict", "flood good:a");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(run.err()).contains("--restrict (1)", "nothing", "--restrict (2)", "flood");
    }

    @Test
    void priorityOnTheCommandLineNeedsClassesSomewhere() {
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--rationing", "priority")
                        .code())
                .isZero();

        CommandRun without =
                CommandRun.onChain("simulate", "--restrict", "outage good:a lost=0.5", "--rationing", "priority");
        assertThat(without.code()).isEqualTo(ExitCode.USAGE);
        assertThat(without.err()).contains("needs classes of customers");
    }

    @Test
    void usageFaultsEndWithTwo() {
        assertThat(CommandRun.onChain("simulate").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--restrict", "outage good:a")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--weeks", "0")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--format", "xml")
                        .err())
                .contains("'xml' is none of table, csv, json, parquet");
        // A table without weeks, a terminal, and a ranking of figures are no columns.
        for (String[] words : List.of(
                new String[] {"--out", "f"},
                new String[] {"--series"},
                new String[] {"--series", "--out", "-"},
                new String[] {"--series", "--out", "f", "--samples", "2", "--drivers", "b"})) {
            CommandRun run = CommandRun.onChain(
                    Stream.concat(Stream.of("simulate", "--scenario", "ban", "--format", "parquet"), Stream.of(words))
                            .toArray(String[]::new));
            assertThat(run.code()).isEqualTo(ExitCode.USAGE);
            assertThat(run.err())
                    .contains("--format parquet is for simulate --series and for network, and needs --out FILE");
        }
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--summary", "--series")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.onChain("simulate", "--scenario", "ban", "--rationing", "fair")
                        .code())
                .isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("simulat").code()).isEqualTo(ExitCode.USAGE);
    }

    @Test
    void interruptingTheRunEndsWithThree() {
        Thread.currentThread().interrupt();
        CommandRun run;
        try {
            run = CommandRun.onChain("simulate", "--scenario", "ban");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }

        assertThat(run.code()).isEqualTo(ExitCode.CANCELLED);
        assertThat(run.out()).isEmpty();
    }
}
