package io.chokepoint.mcp;

import java.util.Map;

/**
 * What a tool says.
 *
 * @param text in a few sentences, for whoever reads along
 * @param facts the same and more, as JSON
 */
record Reply(String text, Map<String, Object> facts, boolean isError) {

    static Reply of(String text, Map<String, Object> facts) {
        return new Reply(text, facts, false);
    }

    /** @param reason fit for users */
    static Reply refusal(String reason) {
        return new Reply(reason, Map.of("error", reason), true);
    }
}
