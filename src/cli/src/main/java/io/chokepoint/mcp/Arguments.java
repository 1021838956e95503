package io.chokepoint.mcp;

import io.chokepoint.base.ChokepointException;
import io.chokepoint.text.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a call came with, judged: whatever does not fit ends in a {@link ChokepointException} that says what would. */
final class Arguments {
    /** Characters of a text. */
    private static final int MOST_TEXT = 4_000;

    private static final int MOST_TEXTS = 50;

    private final Map<String, Object> given;

    /** @throws ChokepointException if there is one that the tool does not have, or one is missing */
    Arguments(Map<String, Object> given, ToolKind tool) {
        this.given = given;
        List<String> known =
                tool.parameters().stream().map(ToolKind.Parameter::name).toList();
        for (String name : given.keySet()) {
            if (!known.contains(name)) {
                throw new ChokepointException(
                        Texts.get("mcp.unknownArgument", name, tool.name(), String.join(", ", known)));
            }
        }
        for (ToolKind.Parameter parameter : tool.parameters()) {
            Object value = given.get(parameter.name());
            if (parameter.isRequired() && value == null) {
                throw new ChokepointException(Texts.get("mcp.missingArgument", parameter.name(), tool.name()));
            }
            if (value != null) {
                check(parameter, value);
            }
        }
    }

    private static void check(ToolKind.Parameter parameter, Object value) {
        switch (parameter.type()) {
            case TEXT -> {
                if (!(value instanceof String text) || text.length() > MOST_TEXT) {
                    throw wrong(parameter.name(), "mcp.expectedText", MOST_TEXT);
                }
            }
            case TEXTS -> {
                if (!(value instanceof List<?> list)
                        || list.size() > MOST_TEXTS
                        || !list.stream().allMatch(each -> each instanceof String text && text.length() <= MOST_TEXT)) {
                    throw wrong(parameter.name(), "mcp.expectedTexts", MOST_TEXTS);
                }
            }
            case WHOLE -> {
                if (!(value instanceof Number number)
                        || number.doubleValue() != Math.rint(number.doubleValue())
                        || number.doubleValue() < parameter.least()
                        || number.doubleValue() > parameter.most()) {
                    throw new ChokepointException(
                            Texts.get("mcp.expectedWhole", parameter.name(), parameter.least(), parameter.most()));
                }
            }
        }
    }

    private static ChokepointException wrong(String name, String key, int most) {
        return new ChokepointException(Texts.get(key, name, most));
    }

    /** Empty where it is absent or blank. */
    Optional<String> text(String name) {
        return given.get(name) instanceof String text && !text.isBlank() ? Optional.of(text.strip()) : Optional.empty();
    }

    /** @throws ChokepointException if it is blank */
    String required(String name) {
        return text(name).orElseThrow(() -> wrong(name, "mcp.expectedText", MOST_TEXT));
    }

    List<String> texts(String name) {
        List<String> texts = new ArrayList<>();
        if (given.get(name) instanceof List<?> list) {
            list.forEach(each -> texts.add(String.valueOf(each)));
        }
        return texts;
    }

    int whole(String name, int otherwise) {
        return given.get(name) instanceof Number number ? number.intValue() : otherwise;
    }

    boolean has(String name) {
        return given.get(name) != null;
    }

    /** One of some words. */
    String word(String name, String otherwise, List<String> words) {
        String word = text(name).orElse(otherwise);
        if (!words.contains(word)) {
            throw new ChokepointException(
                    Texts.get("mcp.expectedWord", name, word, words.stream().collect(Collectors.joining(", "))));
        }
        return word;
    }
}
