package io.chokepoint.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.modelcontextprotocol.client.McpClient;
import io.modelcontextprotocol.client.McpSyncClient;
import io.modelcontextprotocol.client.transport.ServerParameters;
import io.modelcontextprotocol.client.transport.StdioClientTransport;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.TextContent;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The server in a process of its own, asked by the client of the protocol's library. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class McpCommandTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Path PAGE =
            Path.of(System.getProperty("chokepoint.data")).resolveSibling("src/docs/ASSISTANTS.md");

    /** A call on the page, and what of its answer the page shows. */
    private static final Pattern EXCHANGE =
            Pattern.compile("```json\\n(\\{\"tool\".*?)\\n```\\n\\n```text\\n(.*?)\\n```", Pattern.DOTALL);

    private static McpSyncClient client;

    private static List<String> command(String... more) {
        List<String> words = new ArrayList<>(List.of(
                "-Xmx1g",
                "-Dchokepoint.data=" + System.getProperty("chokepoint.data"),
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                CommandProcess.class.getName(),
                "mcp"));
        words.addAll(List.of(more));
        return words;
    }

    @BeforeAll
    static void start() {
        client = connect();
    }

    private static McpSyncClient connect(String... more) {
        ServerParameters server = ServerParameters.builder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString())
                .args(command(more))
                .build();
        McpSyncClient connected = McpClient.sync(new StdioClientTransport(server, new JacksonMcpJsonMapper(JSON)))
                .jsonSchemaValidator((schema, content) -> JsonSchemaValidator.ValidationResponse.asValid(""))
                .requestTimeout(Duration.ofMinutes(3))
                .initializationTimeout(Duration.ofMinutes(3))
                .build();
        connected.initialize();
        return connected;
    }

    @AfterAll
    static void stop() {
        client.closeGracefully();
    }

    private static CallToolResult call(String tool, Map<String, Object> arguments) {
        return client.callTool(
                CallToolRequest.builder(tool).arguments(arguments).build());
    }

    private static String text(CallToolResult result) {
        return ((TextContent) result.content().getFirst()).text();
    }

    private static JsonNode facts(CallToolResult result) {
        return JSON.valueToTree(result.structuredContent());
    }

    @Test
    void theToolsAreReadOnlyAndSayWhatTheyTake() {
        List<Tool> tools = client.listTools().tools();

        assertThat(tools)
                .extracting(Tool::name)
                .containsExactlyInAnyOrder(
                        "list_goods",
                        "list_makers",
                        "list_scenarios",
                        "read_figure",
                        "run_restriction",
                        "explain_good",
                        "rank_nodes",
                        "compare_scenarios");
        assertThat(tools).allSatisfy(tool -> {
            assertThat(tool.annotations().readOnlyHint()).isTrue();
            assertThat(tool.description()).isNotBlank();
            assertThat(tool.inputSchema()).containsKeys("properties", "required");
        });
        assertThat(client.getServerInstructions()).contains("no forecast");
    }

    @Test
    void theConversationOfThePageIsWhatItAnswers() throws IOException {
        Matcher exchange = EXCHANGE.matcher(Files.readString(PAGE));
        int found = 0;
        while (exchange.find()) {
            JsonNode question = JSON.readTree(exchange.group(1));
            @SuppressWarnings("unchecked")
            Map<String, Object> arguments = JSON.treeToValue(question.path("arguments"), Map.class);

            CallToolResult answer = call(question.path("tool").asString(), arguments);

            assertThat(answer.isError()).as(text(answer)).isFalse();
            assertThat(text(answer)).contains(exchange.group(2).split("\n"));
            found++;
        }
        assertThat(found).isEqualTo(5);
    }

    @Test
    void aRunSaysItsRangeItsBasisItsRecordAndWhatIsNotVerified() {
        CallToolResult answer = call(
                "run_restriction",
                Map.of(
                        "restrict",
                        List.of(
                                "licence good:dysprosium-oxide country:CHN to:!CHN processingWeeks=9 approval=0.2/0.5/0.8"),
                        "weeks",
                        60,
                        "samples",
                        60,
                        "limit",
                        3));

        assertThat(answer.isError()).as(text(answer)).isFalse();
        JsonNode facts = facts(answer);
        JsonNode drawn = facts.path("goods").path(0).path("drawn_runs");
        assertThat(drawn.path("trough").path("p10").asDouble())
                .isLessThanOrEqualTo(drawn.path("trough").path("p90").asDouble());
        assertThat(facts.path("goods").size()).isBetween(1, 3);
        assertThat(facts.path("sampling").path("runs").asInt()).isEqualTo(60);
        assertThat(facts.path("basis").path("figures").asInt()).isPositive();
        assertThat(facts.path("track_record").path("episodes").size()).isPositive();
        assertThat(facts.path("track_record").path("observations").asInt()).isPositive();
        assertThat(facts.path("not_verified").size())
                .isEqualTo(facts.path("basis").path("assumed").asInt());
        assertThat(facts.path("not_verified").path(0).path("basis").asString()).isEqualTo("assumption");
        assertThat(facts.path("provenance").path("dataset_fingerprint").asString())
                .hasSize(64);
        assertThat(text(answer)).contains("no forecast", "past");
    }

    @Test
    void itAnswersAsTheCommandLineDoes() {
        CommandRun said = CommandRun.of("simulate", "--scenario", "us-h100-ban", "--format", "json", "--quiet");
        JsonNode answer = facts(call("run_restriction", Map.of("scenario", "us-h100-ban", "samples", 0, "limit", 50)));

        JsonNode rows = JSON.readTree(said.out());
        assertThat(answer.path("goods").size()).isPositive();
        for (JsonNode good : answer.path("goods")) {
            assertThat(said.out())
                    .contains(good.path("good").asString())
                    .contains(good.path("trough").toString())
                    .contains(good.path("lost_output_weeks").toString());
        }
        assertThat(rows.isObject() || rows.isArray()).isTrue();
    }

    @Test
    void rankAndCompareAnswerInRowsAndSentences() {
        JsonNode ranked = facts(call("rank_nodes", Map.of("target", "H100", "weeks", 26, "limit", 5)));
        assertThat(ranked.path("ranking").size()).isBetween(1, 5);
        assertThat(ranked.path("range").asString()).contains("central figures");

        CallToolResult compared = call(
                "compare_scenarios",
                Map.of("scenario", "us-h100-ban", "other_scenario", "nvidia-china-zero", "samples", 0, "weeks", 40));
        assertThat(compared.isError()).as(text(compared)).isFalse();
        assertThat(facts(compared).path("second").path("track_record").isObject())
                .isTrue();
    }

    @Test
    void whatCannotBeAnsweredIsSaidInWords() {
        assertRefused(call("list_makers", Map.of("good", "galium")), "gallium");
        assertRefused(call("list_makers", Map.of()), "\"good\" of list_makers is missing");
        assertRefused(call("list_goods", Map.of("limit", 5_000)), "from 1 to 50");
        assertRefused(call("list_goods", Map.of("colour", "red")), "no argument of list_goods");
        assertRefused(call("run_restriction", Map.of()), "Either scenario or restrict");
        assertRefused(call("run_restriction", Map.of("scenario", "../../etc/passwd")), "no scenario of this dataset");
        assertRefused(call("run_restriction", Map.of("restrict", List.of("explode good:gallium"))), "restrict");
        assertRefused(call("run_restriction", Map.of("restrict", List.of("outage good:nothing-such"))), "nothing-such");
        assertRefused(call("explain_good", Map.of("good", 7, "scenario", "us-h100-ban")), "\"good\" is no text");
        assertRefused(call("rank_nodes", Map.of("by", "planet")), "none of good, activity, country");
        assertRefused(call("read_figure", Map.of("id", "no/such")), "No figure");
    }

    private static void assertRefused(CallToolResult result, String word) {
        assertThat(result.isError()).as(text(result)).isTrue();
        assertThat(text(result)).contains(word).doesNotContain("Exception", "\tat ");
    }

    @Test
    void aQuestionThatTakesTooLongIsStoppedAndTheNextOneAnswered() {
        McpSyncClient hasty = connect("--seconds", "1", "--threads", "1");
        try {
            CallToolResult slow = hasty.callTool(CallToolRequest.builder("rank_nodes")
                    .arguments(Map.of("by", "activity", "weeks", 200))
                    .build());
            assertRefused(slow, "Stopped after 1 second,");
            assertThat(hasty.callTool(CallToolRequest.builder("list_goods")
                                    .arguments(Map.of("query", "H100"))
                                    .build())
                            .isError())
                    .isFalse();
        } finally {
            hasty.closeGracefully();
        }
    }

    /** By hand, as the client of the library does not tell the id of a call. */
    @Test
    void aCancelledCallEndsAndStandardOutputIsProtocolOnly() throws Exception {
        List<String> words = new ArrayList<>(command("--seconds", "600"));
        words.addFirst(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8);
                var out = process.inputReader(StandardCharsets.UTF_8)) {
            in.write(
                    "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"initialize\",\"params\":{\"protocolVersion\":\"2025-06-18\","
                            + "\"capabilities\":{},\"clientInfo\":{\"name\":\"test\",\"version\":\"1\"}}}\n"
                            + "{\"jsonrpc\":\"2.0\",\"method\":\"notifications/initialized\"}\n");
            in.flush();
            assertThat(JSON.readTree(out.readLine()).path("id").asInt()).isEqualTo(1);
            in.write("no json\n{\"x\":\"" + "y".repeat(1_100_000) + "\"}\n");
            in.write("{\"jsonrpc\":\"2.0\",\"id\":2,\"method\":\"tools/call\",\"params\":{\"name\":\"rank_nodes\","
                    + "\"arguments\":{\"by\":\"activity\",\"weeks\":200}}}\n");
            in.flush();
            in.write("{\"jsonrpc\":\"2.0\",\"id\":3,\"method\":\"tools/call\",\"params\":{\"name\":\"list_goods\","
                    + "\"arguments\":{\"query\":\"H100\"}}}\n");
            in.flush();
            JsonNode first = JSON.readTree(out.readLine());
            assertThat(first.path("id").asInt())
                    .as("a quick question does not wait for a slow one")
                    .isEqualTo(3);
            in.write("{\"jsonrpc\":\"2.0\",\"method\":\"notifications/cancelled\",\"params\":{\"requestId\":2}}\n");
            in.flush();
            JsonNode cancelled = JSON.readTree(out.readLine());
            assertThat(cancelled.path("id").asInt()).isEqualTo(2);
            assertThat(cancelled
                            .path("result")
                            .path("structuredContent")
                            .path("error")
                            .asString())
                    .isEqualTo("Cancelled.");
        }
        assertThat(process.waitFor()).isZero();
    }
}
