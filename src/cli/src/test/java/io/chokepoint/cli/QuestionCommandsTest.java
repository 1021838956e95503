package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * rank, structure, mitigate, best-response and resilience as scripts see them, on the first worked chain of the model page: a@x –(ℓ 3, n 4)→
 * b@y –(ℓ 2, n 6)→ c@y, sold in one market.
 */
class QuestionCommandsTest {
    private static final String RANK = "rank,node,provider,name,target,lost_output_weeks,first_loss_week,"
            + "single_point_of_failure,worst_target,worst_target_lost_weeks,worst_market,worst_market_unmet_weeks,"
            + "stopped_targets";
    private static final String PAIRS = "rank,node,provider,name,second_node,second_provider,second_name,target,"
            + "lost_output_weeks,alone_weeks,second_alone_weeks,interaction_weeks,first_loss_week,worst_target,"
            + "worst_target_lost_weeks,worst_market,worst_market_unmet_weeks,stopped_targets";
    private static final String STRUCTURE = "good,name,hhi_makers,effective_makers,hhi_countries,largest_country,"
            + "largest_country_share,hhi_origin,origin_country,origin_share,origin_feed,single_points,pairs,triples";
    private static final String MITIGATE = "trial,measures,target,lost_output_weeks,gained_weeks,interaction_weeks,"
            + "first_loss_week,trough,keeps_level,stock_weeks,stock_cost_weeks,first_loss_later_weeks,trough_gain";
    private static final String BEST =
            "kind,target,simulated_lost_weeks,least_lost_weeks,input,makers,side,saved_weeks_per_week";
    private static final String RESILIENCE =
            "node,provider,name,target,survive_weeks,recover_weeks,lost_output_weeks,risk_exposure,exposed";

    @ParameterizedTest
    @ValueSource(strings = {"rank", "structure", "mitigate", "best-response", "resilience", "backtest"})
    void helpSaysWhatTheCommandIsForAndItsExitCodes(String command) {
        CommandRun run = CommandRun.of(command, "--help");

        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith("Usage: chokepoint " + command).contains("--threads=N", "Exit codes: 0 done");
        assertThat(run.err()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rank --by good | " + RANK,
                "rank --by good --pairs | " + PAIRS,
                "structure | " + STRUCTURE,
                "structure --cut-sets | good,size,nodes",
                "mitigate --scenario ban --target c | " + MITIGATE,
                "best-response --scenario ban --target c | " + BEST,
                "resilience | " + RESILIENCE
            })
    void csvAndJsonHaveTheColumnsOfTheContract(String command, String columns) {
        CommandRun csv = onChain(command + " --format csv");
        CommandRun json = onChain(command + " --format json");

        assertThat(csv.code()).isZero();
        assertThat(csv.err()).isEmpty();
        assertThat(csv.outLines().getFirst()).isEqualTo(columns);
        assertThat(csv.outLines()).hasSizeGreaterThan(1);
        JsonNode rows = JsonMapper.builder().build().readTree(json.out());
        assertThat(rows.size()).isEqualTo(csv.outLines().size() - 1);
        // The first row says where the result comes from, the others are the columns alone.
        assertThat(rows.get(0).propertyNames()).containsExactly((columns + ",provenance").split(","));
        for (int row = 1; row < rows.size(); row++) {
            assertThat(rows.get(row).propertyNames()).containsExactly(columns.split(","));
        }
    }

    @Test
    void rankGivesTheLossesOfTheClosedForm() {
        List<List<String>> rows =
                CsvText.parse(onChain("rank --by good --weeks 40 --format csv").out());

        // An outage for good reaches c after lead times and stocks: 40 weeks less 0, 2 + 6, and 3 + 4 + 2 + 6.
        assertThat(rows.get(1)).startsWith("1", "c", "", "Motor", "all", "40.0", "0", "true");
        assertThat(rows.get(2)).startsWith("2", "b", "", "Alloy", "all", "32.0", "8", "true");
        assertThat(rows.get(3)).startsWith("3", "a", "", "Ore, crude", "all", "25.0", "15", "true");
    }

    @Test
    void aPairInOneChainCostsNoMoreThanItsNearerStep() {
        List<List<String>> rows = CsvText.parse(
                onChain("rank --by good --weeks 40 --pairs --format csv").out());

        assertThat(rows).hasSize(2);
        assertThat(rows.get(1).subList(0, 9))
                .containsExactly("1", "b", "", "Alloy", "a", "", "Ore, crude", "all", "32.0");
        assertThat(rows.get(1).get(11)).isEqualTo("-25.0");
    }

    @Test
    void structureListsEveryStepOfTheChainAsASinglePointOfFailure() {
        assertThat(onChain("structure --cut-sets --by good --format csv").outLines())
                .containsExactly("good,size,nodes", "c,1,a", "c,1,b", "c,1,c");
    }

    @Test
    void resilienceGivesTheTimesOfTheClosedForm() {
        CsvText.assertThatRows(onChain("resilience --format csv").out()).equal(RESILIENCE + """

                c,y,"Motor, Works Y",all,0,26.0,26,1,true
                b,y,"Alloy, Works Y",all,8,26.0,18,0.69230769230769,true
                a,x,"Ore, crude, Mine X",all,18,26.0,8,0.30769230769231,true
                """);
    }

    @Test
    void mitigateEndsWithTheFewestWeeksOfStockThatBridgeTheBan() {
        List<List<String>> rows = CsvText.parse(onChain("mitigate --scenario ban --target c --level 0.9 --format csv")
                .out());

        assertThat(rows.get(1)).startsWith("none", "", "c", "10.0");
        List<String> cheapest = rows.getLast();
        assertThat(cheapest).startsWith("cheapest").contains("true");
        // The ban lasts 20 weeks, of which 4 + 6 are in stock.
        assertThat(cheapest.get(9)).isEqualTo("10.0");
    }

    @Test
    void theBoundIsNeverAboveTheSimulatedLoss() {
        List<String> bound = CsvText.parse(onChain("best-response --scenario ban --target c --format csv")
                        .out())
                .get(1);

        assertThat(Double.parseDouble(bound.get(2))).isEqualTo(10);
        assertThat(Double.parseDouble(bound.get(3))).isBetween(0.0, 10.0);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rank --by planet | 'planet' is none of good, activity, country",
                "rank --weeks 0 | --weeks must be a whole number from 1 to 5200, but is 0",
                "rank --pairs --among 1 | --among must be a whole number from 2 to 500, but is 1",
                "rank --instrument tariff | 'tariff' is none of outage, export-ban",
                "structure --size 4 | --size must be a whole number from 1 to 3, but is 4",
                "mitigate --scenario ban | Missing required option: '--target=GOOD'",
                "mitigate --scenario ban --target c --level 1.5 | --level must be a number above 0 and at most 1, but is 1.5",
                "mitigate --scenario ban --target c --cost dollars | 'dollars' is none of stock-weeks, money",
                "best-response --scenario ban --seconds 0 | --seconds must be a number above 0",
                "resilience --recover 30 --longest 20 | --longest must be no less than --recover",
                "rank --threads 0 | --threads must be a whole number from 1 to 1000, but is 0"
            })
    void wrongUsageExitsWithTwoAndSaysWhatWasExpected(String command, String message) {
        CommandRun run = onChain(command);

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).contains(message).contains("--help'");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "rank --target moter | --target: 'moter' is not a good or tag of this dataset; maybe c (Motor)",
                "rank --target shop | 'shop' is a market; expected a good, a tag or 'all'",
                "structure --target moter | maybe c (Motor)",
                "mitigate --scenario ban --target moter | maybe c (Motor)",
                "mitigate --scenario bann --target c | bann",
                "best-response --scenario ban --target moter | maybe c (Motor)",
                "resilience --target moter | maybe c (Motor)"
            })
    void wrongInputExitsWithOneAndNamesTheNearest(String command, String message) {
        CommandRun run = onChain(command);

        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains(message).doesNotContain("Exception");
        assertThat(run.out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rank --by country --pairs --among 3 --target nvidia-h20 --weeks 8 --format csv",
                "mitigate --scenario tungsten-wf6 --target wf6 --weeks 20 --pairs-among 2 --format csv"
            })
    void theNumberOfThreadsDoesNotChangeALetter(String command) {
        assertThat(CommandRun.of((command + " --threads 3").split(" ")).out())
                .isEqualTo(CommandRun.of((command + " --threads 1").split(" ")).out())
                .contains("\n");
    }

    @Test
    void withoutTheSolversLibraryItSaysSoAndExitsWithOne(@TempDir Path folder) throws Exception {
        // The library is unpacked into the folder for temporary files; where that is not there, it cannot be loaded.
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Djava.io.tmpdir=" + folder.resolve("missing"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommandProcess.class.getName()));
        command.addAll(List.of(
                "best-response",
                "--scenario",
                "ban",
                "--target",
                "c",
                "--data",
                CommandRun.chain().toString()));

        Process process = new ProcessBuilder(command).start();
        String out = read(process);

        assertThat(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8))
                .contains("The linear programme solver is not available on this system")
                .doesNotContain("\tat ");
        assertThat(process.waitFor()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out).isEmpty();
    }

    private static String read(Process process) throws IOException {
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    private static CommandRun onChain(String command) {
        return CommandRun.onChain(command.split(" "));
    }
}
