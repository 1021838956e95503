package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** From a file to a scenario that runs, on the command line. */
class DraftCommandTest {
    private static final String TEXT =
            "China will ban exports of gallium to the United States from 1 March 2027. If Japan were to restrict exports of photoresist, fabs would stop.";

    @TempDir
    private Path folder;

    private String article(String text) throws IOException {
        Path file = folder.resolve("article.txt");
        Files.writeString(file, text);
        return file.toString();
    }

    @Test
    void aDraftRunsAtOnce() throws IOException {
        Path scenario = folder.resolve("scenario.json");
        CommandRun draft = CommandRun.of("draft", article(TEXT), "--out", scenario.toString());

        assertThat(draft.code()).as(draft.err()).isZero();
        assertThat(draft.out())
                .contains("1. stated: export-ban", "2. hypothetical (not taken): licence", "assumption:");
        CommandRun run = CommandRun.of("simulate", "--scenario", scenario.toString(), "--weeks", "10");
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(Files.readString(scenario))
                .contains("From the article: “China will ban", "2027-03-01")
                .doesNotContain("photoresist");
    }

    @Test
    void theArticleIsNotReplacedByItsScenario() throws IOException {
        String article = article(TEXT);
        Path link = Files.createSymbolicLink(folder.resolve("link.json"), Path.of(article));

        for (String out :
                List.of(article, folder.resolve(".").resolve("article.txt").toString(), link.toString())) {
            CommandRun run = CommandRun.of("draft", article, "--out", out);
            assertThat(run.code()).as(out).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains("--out names " + out + ", which is to be read");
        }
        assertThat(Files.readString(Path.of(article))).isEqualTo(TEXT);
    }

    @Test
    void aScenarioIsReplacedByNoResult() throws IOException {
        Path scenario = folder.resolve("scenario.json");
        CommandRun.of("draft", article(TEXT), "--out", scenario.toString());
        String before = Files.readString(scenario);

        for (String option : List.of("--out", "--draws")) {
            CommandRun run = CommandRun.of(
                    "simulate",
                    "--scenario",
                    scenario.toString(),
                    "--weeks",
                    "2",
                    "--samples",
                    "1",
                    option,
                    scenario.toString());
            assertThat(run.code()).as(option).isEqualTo(ExitCode.USAGE);
            assertThat(run.err()).contains(option + " names ");
        }
        assertThat(Files.readString(scenario)).isEqualTo(before);
    }

    @Test
    void whatIsOnlySupposedCanBeTaken() throws IOException {
        Path scenario = folder.resolve("scenario.json");
        CommandRun draft =
                CommandRun.of("draft", article(TEXT), "--include", "hypothetical", "--out", scenario.toString());

        assertThat(draft.code()).isZero();
        assertThat(Files.readString(scenario)).contains("photoresist");
        assertThat(CommandRun.of("draft", article(TEXT), "--include", "guessed").code())
                .isEqualTo(ExitCode.USAGE);
    }

    @Test
    void programsGetAllOfIt() throws IOException {
        CommandRun run = CommandRun.of("draft", article(TEXT), "--format", "json");
        JsonNode json = new ObjectMapper().readTree(run.out());

        assertThat(json.propertyNames()).contains("found", "drafts", "claims", "notChecked");
        String text = json.path("articles").path(0).path("text").asString();
        JsonNode passage = json.path("found").path(0);
        assertThat(text.substring(
                        passage.path("start").asInt(), passage.path("end").asInt()))
                .isEqualTo(passage.path("text").asString());
        assertThat(json.path("drafts").path(0).path("restriction").path("kind").asString())
                .isEqualTo("export-ban");
        assertThat(json.path("drafts")
                        .path(0)
                        .path("sentences")
                        .path(0)
                        .path("text")
                        .asString())
                .startsWith("China will ban");
        assertThat(CommandRun.of("draft", article(TEXT), "--format", "csv")
                        .outLines()
                        .getFirst())
                .isEqualTo("article,list,number,kind,ids,text,start,end,status,restriction,evidence,sources");
    }

    @Test
    void standardInputIsReadAndNothingRelevantIsNoFault() {
        StringWriter out = new StringWriter();
        Terminal terminal = new Terminal(
                new ByteArrayInputStream("Good bread needs patience.".getBytes(StandardCharsets.UTF_8)),
                new StandardOutput(out),
                new PrintWriter(new StringWriter()),
                false,
                false);

        assertThat(ChokepointCommand.run(new CommandRun.NoDesktop(), terminal, "draft", "-"))
                .isZero();
        assertThat(out.toString()).contains("None.", "Nothing.");
    }

    @Test
    void aTextWithoutARuleIsAScenarioThatRestrictsNothing() throws IOException {
        Path scenario = folder.resolve("scenario.json");
        CommandRun draft = CommandRun.of("draft", article("Good bread needs patience."), "--out", scenario.toString());

        assertThat(draft.code()).isZero();
        assertThat(draft.err()).contains("restricts nothing");
        assertThat(CommandRun.of("simulate", "--scenario", scenario.toString(), "--weeks", "4")
                        .code())
                .isZero();
    }

    @Test
    void faultsNameTheFile() throws IOException {
        Path odd = folder.resolve("odd.txt");
        Files.write(odd, new byte[] {(byte) 0xC0, 1, 2});

        CommandRun run = CommandRun.of("draft", odd.toString());
        assertThat(run.code()).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(run.err()).contains("odd.txt: is not UTF-8 text");
        assertThat(CommandRun.of("draft").code()).isEqualTo(ExitCode.USAGE);
        assertThat(CommandRun.of("draft", folder.resolve("none").toString()).code())
                .isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void anotherDatasetIsReadByItsOwnNames() throws IOException {
        CommandRun run = CommandRun.onChain("draft", article("A ban."));

        assertThat(run.code()).as(run.err()).isZero();
    }
}
