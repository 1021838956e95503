package io.chokepoint.mcp;

import io.chokepoint.data.DataPackage;
import io.chokepoint.text.Texts;
import io.modelcontextprotocol.json.jackson3.JacksonMcpJsonMapper;
import io.modelcontextprotocol.json.schema.JsonSchemaValidator;
import io.modelcontextprotocol.server.McpServer;
import io.modelcontextprotocol.server.McpServerFeatures.SyncToolSpecification;
import io.modelcontextprotocol.server.McpSyncServer;
import io.modelcontextprotocol.server.transport.StdioServerTransportProvider;
import io.modelcontextprotocol.spec.McpSchema.CallToolRequest;
import io.modelcontextprotocol.spec.McpSchema.CallToolResult;
import io.modelcontextprotocol.spec.McpSchema.ServerCapabilities;
import io.modelcontextprotocol.spec.McpSchema.Tool;
import io.modelcontextprotocol.spec.McpSchema.ToolAnnotations;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server: what comes in on one stream is answered on the other, one JSON message a line, and nothing else is written there. Calls run
 * beside each other, each for at most {@link Limits#longest()}; a client may cancel one. Ends when the first stream does.
 */
public final class AssistantServer {
    /** Bytes of the longest message. */
    private static final int MOST_BYTES = 1_000_000;

    /** What comes in is checked by {@link Arguments}, which says in words what is wrong. */
    private static final JsonSchemaValidator UNUSED =
            (schema, content) -> JsonSchemaValidator.ValidationResponse.asValid("");

    /**
     * How much one call may take.
     *
     * @param threads for runs with drawn figures; results do not depend on it
     */
    public record Limits(Duration longest, int threads) {}

    private AssistantServer() {}

    /**
     * Serves until the input ends.
     *
     * @param version of the program
     */
    public static void serve(DataPackage data, String version, Limits limits, InputStream in, OutputStream out) {
        Calls calls = new Calls(limits.longest());
        JsonMapper json = new JsonMapper();
        MessageInput messages = new MessageInput(in, MOST_BYTES, json, calls);
        StdioServerTransportProvider transport = new StdioServerTransportProvider(
                new JacksonMcpJsonMapper(json), messages, calls.watched(out), MOST_BYTES);
        List<SyncToolSpecification> tools = new Tools(data, limits.threads())
                .all().stream().map(tool -> specification(tool, calls)).toList();
        McpSyncServer server = McpServer.sync(transport)
                .serverInfo("chokepoint", version)
                .instructions(Texts.get("mcp.instructions", data.dataset().title()))
                .capabilities(ServerCapabilities.builder().tools(false).build())
                .jsonMapper(new JacksonMcpJsonMapper(json))
                .jsonSchemaValidator(UNUSED)
                .validateToolInputs(false)
                .requestTimeout(limits.longest().plusSeconds(10))
                .tools(tools)
                .build();
        try {
            messages.awaitEnd();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            calls.cancelAll();
            server.closeGracefully();
        }
    }

    private static SyncToolSpecification specification(ToolKind tool, Calls calls) {
        Tool described = Tool.builder(tool.name(), tool.schema())
                .title(tool.title())
                .description(tool.description())
                .annotations(ToolAnnotations.builder()
                        .readOnlyHint(true)
                        .destructiveHint(false)
                        .idempotentHint(true)
                        .openWorldHint(false)
                        .build())
                .build();
        return SyncToolSpecification.builder()
                .tool(described)
                .callHandler((exchange, request) -> call(tool, request, calls))
                .build();
    }

    private static CallToolResult call(ToolKind tool, CallToolRequest request, Calls calls) {
        Map<String, Object> given = request.arguments() == null ? Map.of() : request.arguments();
        Reply reply = calls.run(
                MessageInput.callOf(request.meta()), monitor -> tool.answer(new Arguments(given, tool), monitor));
        return CallToolResult.builder()
                .addTextContent(reply.text())
                .structuredContent(reply.facts())
                .isError(reply.isError())
                .build();
    }
}
