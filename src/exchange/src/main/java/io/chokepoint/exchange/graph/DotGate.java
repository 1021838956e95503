package io.chokepoint.exchange.graph;

import io.chokepoint.base.Amounts;
import io.chokepoint.exchange.intake.Bounds;
import io.chokepoint.exchange.intake.RefusedInput;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks over a DOT file: its size, the depth of its brackets, whether its edges have a direction. */
final class DotGate {
    /** Letters: the reader goes through them one by one. */
    private static final int MOST_LETTERS = 10_000_000;

    private static final Pattern START = Pattern.compile("(?i)(strict\\s+)?(digraph|graph)\\b");

    private DotGate() {}

    static GraphGate check(String text) throws RefusedInput {
        if (text.length() > MOST_LETTERS) {
            throw new RefusedInput(
                    0,
                    "has " + Amounts.count(text.length()) + " letters",
                    "at most " + Amounts.count(MOST_LETTERS) + "; GraphML may have more");
        }
        String start = text.substring(0, Math.min(text.length(), 10_000))
                .replaceAll("(?s)/\\*.*?\\*/", " ")
                .replaceAll("(?m)(//|#).*$", " ")
                .stripLeading();
        Matcher found = START.matcher(start);
        if (!found.lookingAt()) {
            throw new RefusedInput(1, "does not begin with 'digraph' or 'graph'", "a DOT file");
        }
        int depth = 0;
        int line = 1;
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            line += c == '\n' ? 1 : 0;
            if (c == '"' && (i == 0 || text.charAt(i - 1) != '\\')) {
                quoted = !quoted;
            } else if (!quoted && (c == '{' || c == '[' || c == '<')) {
                depth++;
            } else if (!quoted && (c == '}' || c == ']' || c == '>' && text.charAt(Math.max(0, i - 1)) != '-')) {
                depth--;
            }
            if (depth > Bounds.DEPTH) {
                throw new RefusedInput(
                        line, "has brackets more than " + Bounds.DEPTH + " deep within each other", "at most so many");
            }
        }
        boolean directed = found.group(2).toLowerCase(Locale.ROOT).equals("digraph");
        return new GraphGate(directed, Map.of(), List.of(), Map.of());
    }
}
