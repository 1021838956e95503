package io.chokepoint.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The messages of a client, line by line. The library behind the server neither hands on that a call was cancelled nor says which call it
 * asks a tool for: both are read here, and the call's id is put into the message's {@code _meta}, where a tool sees it. It stops listening at
 * the first line that is no message: such lines, and those longer than they may be, are passed over here. The end of the input is told once
 * all that was asked is answered.
 */
final class MessageInput extends InputStream {
    private static final Logger LOG = LoggerFactory.getLogger(MessageInput.class);
    private static final String CALL = "io.chokepoint/call";

    private final InputStream in;
    private final int mostBytes;
    private final JsonMapper json;
    private final Calls calls;
    private final CountDownLatch ended = new CountDownLatch(1);
    private byte[] line = {};
    private int at;

    MessageInput(InputStream in, int mostBytes, JsonMapper json, Calls calls) {
        this.in = new BufferedInputStream(in);
        this.mostBytes = mostBytes;
        this.json = json;
        this.calls = calls;
    }

    /** The id of the call that a tool is asked for. */
    static Object callOf(@Nullable Map<String, Object> meta) {
        Object id = meta == null ? null : meta.get(CALL);
        return id == null ? new Object() : String.valueOf(id);
    }

    /** Waits until no message will come any more. */
    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public int read() throws IOException {
        return hasMore() ? line[at++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int from, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (!hasMore()) {
            return -1;
        }
        int count = Math.min(length, line.length - at);
        System.arraycopy(line, at, into, from, count);
        at += count;
        return count;
    }

    private boolean hasMore() throws IOException {
        while (at >= line.length) {
            byte[] next = nextLine();
            if (next == null) {
                calls.awaitAnswers();
                ended.countDown();
                return false;
            }
            line = seen(next);
            at = 0;
        }
        return true;
    }

    private byte @Nullable [] nextLine() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        boolean isTooLong = false;
        int read = in.read();
        if (read < 0) {
            return null;
        }
        while (read >= 0 && read != '\n') {
            isTooLong |= bytes.size() >= mostBytes;
            if (!isTooLong) {
                bytes.write(read);
            }
            read = in.read();
        }
        if (isTooLong) {
            LOG.warn("a message of more than {} bytes is passed over", mostBytes);
            return new byte[0];
        }
        bytes.write('\n');
        return bytes.toByteArray();
    }

    private byte[] seen(byte[] message) {
        String text = new String(message, StandardCharsets.UTF_8);
        if (text.isBlank()) {
            return new byte[0];
        }
        try {
            JsonNode root = json.readTree(text);
            String method = root.path("method").asString("");
            if (!root.path("jsonrpc").isString() || method.isEmpty() && !root.has("id")) {
                LOG.warn("what is no message of the protocol is passed over");
                return new byte[0];
            }
            if (!method.isEmpty() && root.has("id")) {
                calls.asked();
            }
            if (method.equals("notifications/cancelled")) {
                calls.cancel(root.path("params").path("requestId").asString(""));
            } else if (method.equals("tools/call") && root.path("params") instanceof ObjectNode params) {
                ObjectNode meta = params.get("_meta") instanceof ObjectNode stated ? stated : params.putObject("_meta");
                meta.put(CALL, root.path("id").asString(""));
                return (json.writeValueAsString(root) + "\n").getBytes(StandardCharsets.UTF_8);
            }
        } catch (JacksonException notJson) {
            LOG.warn("what is no JSON is passed over");
            return new byte[0];
        }
        return message;
    }
}
