package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --model} and what results say of where they come from. */
class ModelCommandTest {
    private static final String PROVENANCE = "\"provenance\":\\{\"program\":\"[^\"]+\",\"model\":%s,"
            + "\"dataset\":\\{\"id\":\"chain\",\"sha256\":\"[0-9a-f]{64}\"},\"scenario\":%s,\"figures\":\"central\"}";
    private static final String WEEKLY = "\\{\"name\":\"weekly\",\"version\":\"1\"}";
    private static final String BAN = "\\{\"id\":\"ban\",\"sha256\":\"[0-9a-f]{64}\"}";

    @TempDir
    private Path temporary;

    @Test
    void reachListsWhatIsDownstreamAndSaysWhatItDoesNotKnow() {
        CommandRun run = CommandRun.onChain("simulate", "--scenario", "ban", "--model", "reach");

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.outLines().getFirst()).isEqualTo("No ore for the works, model reach.");
        assertThat(run.out())
                .contains("Of 3 goods 1 is restricted and 2 downstream, up to 2 steps away.")
                .containsPattern("good +name +stage +steps +from\n")
                .containsPattern("c .* 2 +a\n")
                .contains("no weeks, no volumes, no causes");
    }

    @Test
    void reachHasColumnsOfItsOwn() {
        CommandRun csv = CommandRun.onChain("simulate", "--scenario", "ban", "--model", "reach", "--format", "csv");
        CommandRun json = CommandRun.onChain("simulate", "--scenario", "ban", "--model", "reach", "--format", "json");

        assertThat(csv.outLines()).hasSize(4);
        assertThat(csv.outLines().getFirst()).isEqualTo("good,name,stage,steps,from");
        assertThat(csv.outLines().getLast()).startsWith("c,").endsWith(",2,a");
        assertThat(csv.err()).contains("no weeks, no volumes, no causes");
        assertThat(json.outLines().get(1))
                .containsPattern(PROVENANCE.formatted("\\{\"name\":\"reach\",\"version\":\"1\"}", BAN));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --scenario ban",
                "explain c --scenario ban",
                "rank",
                "mitigate --scenario ban --target c",
                "best-response --scenario ban",
                "backtest",
                "report --scenario ban",
                "snapshot --scenario ban --out x.png"
            })
    void anUnknownModelIsAUsageErrorThatNamesTheChoices(String command) {
        CommandRun run = CommandRun.onChain((command + " --model crystal-ball").split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err().lines().findFirst())
                .contains("--model: 'crystal-ball' is none of weekly, reach, esri, inoue-todo, ario");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "explain c --scenario ban",
                "rank",
                "mitigate --scenario ban --target c",
                "best-response --scenario ban",
                "backtest",
                "report --scenario ban",
                "snapshot --scenario ban --out x.png",
                "simulate --scenario ban --series",
                "simulate --scenario ban --samples 3",
                "simulate --scenario ban --weeks 9"
            })
    void whatNeedsWeeksSaysThatReachHasNone(String command) {
        CommandRun run = CommandRun.onChain((command + " --model reach").split(" "));

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines().findFirst().orElseThrow())
                .contains("'reach' does not know weeks")
                .contains("for that, --model weekly");
    }

    @Test
    void rationingNeedsAModelThatRations() {
        CommandRun run =
                CommandRun.onChain("simulate", "--scenario", "ban", "--model", "reach", "--rationing", "proportional");

        assertThat(run.code()).isEqualTo(ExitCode.USAGE);
        assertThat(run.err()).startsWith("--rationing needs a model that knows more: 'reach' does not know rationing");
    }

    @Test
    void weeklyIsWhatRunsUnlessAskedOtherwise() {
        for (String format : List.of("table", "csv", "json")) {
            CommandRun plain = CommandRun.onChain("simulate", "--scenario", "ban", "--format", format);
            CommandRun named =
                    CommandRun.onChain("simulate", "--scenario", "ban", "--model", "weekly", "--format", format);

            assertThat(plain.code()).isEqualTo(ExitCode.OK);
            assertThat(named).isEqualTo(plain);
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "simulate --scenario ban",
                "simulate --scenario ban --series",
                "explain c --scenario ban",
                "mitigate --scenario ban --target c",
                "best-response --scenario ban"
            })
    void jsonSaysWhichModelDatasetAndScenarioOnce(String command) {
        CommandRun run = CommandRun.onChain((command + " --format json").split(" "));

        assertThat(run.code()).as(run.err()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).containsPattern(PROVENANCE.formatted(WEEKLY, BAN));
        assertThat(run.out().split("\"provenance\"", -1)).hasSize(2);
    }

    @Test
    void answersWithoutAScenarioOrAModelSayThatThereIsNone() {
        assertThat(CommandRun.onChain("rank", "--format", "json").out())
                .containsPattern(PROVENANCE.formatted(WEEKLY, "null"));
        assertThat(CommandRun.onChain("structure", "--format", "json").out())
                .containsPattern(PROVENANCE.formatted("null", "null"));
    }

    @Test
    void theReportSaysTheSame() {
        assertThat(CommandRun.onChain("report", "--scenario", "ban").out())
                .containsPattern("<dt>model</dt>\\s*<dd>weekly 1</dd>")
                .containsPattern("<dt>SHA-256 of the dataset</dt>\\s*<dd>[0-9a-f]{64}</dd>")
                .containsPattern("<dt>SHA-256 of the scenario</dt>\\s*<dd>[0-9a-f]{64}</dd>");
    }

    @Test
    void ofAFileFromAnotherVersionOneRemarkIsMade() throws IOException {
        Path folder = CommandRun.copyOfChain(temporary.resolve("chain"));
        String text = Files.readString(folder.resolve("scenarios/ban.json"));
        Path older = temporary.resolve("older.json");
        Files.writeString(
                older, text.replaceFirst("\\{", "{ \"model\": { \"name\": \"weekly\", \"version\": \"0\" },"));
        Path same = temporary.resolve("same.json");
        Files.writeString(same, text.replaceFirst("\\{", "{ \"model\": { \"name\": \"weekly\", \"version\": \"1\" },"));

        CommandRun plain = CommandRun.onChain("simulate", "--scenario", "ban");
        CommandRun run = CommandRun.onChain("simulate", "--scenario", older.toString());

        assertThat(run.code()).isEqualTo(ExitCode.OK);
        assertThat(run.out()).isEqualTo(plain.out());
        assertThat(run.err().lines())
                .containsOnlyOnce(
                        "Scenario 'ban' was written with version '0' of model 'weekly', which this program does"
                                + " not know; it has 1.");
        assertThat(CommandRun.onChain("simulate", "--scenario", same.toString()).err())
                .doesNotContain("was written with");
    }
}
