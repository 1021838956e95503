package io.chokepoint.scenario;

import io.chokepoint.scenario.Selector.Field;
import io.chokepoint.scenario.Selector.Side;
import io.chokepoint.scenario.Selector.Term;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads selectors: terms separated by spaces, {@code name:value,value}, a leading {@code !} negates, values with a space or a
 * comma are quoted.
 */
public final class SelectorParser {
    private final String text;
    private int at;

    private SelectorParser(String text) {
        this.text = text;
    }

    /** @throws SyntaxException where the text is not a selector */
    public static Selector parse(String text) throws SyntaxException {
        return new SelectorParser(text).selector();
    }

    /** What is wrong with a selector, and where. */
    public static final class SyntaxException extends Exception {
        private static final long serialVersionUID = 1L;

        private final int column;

        SyntaxException(int column, String message) {
            super(message);
            this.column = column;
        }

        /** The place in the selector's text, from 1. */
        public int column() {
            return column;
        }
    }

    private Selector selector() throws SyntaxException {
        List<Term> terms = new ArrayList<>();
        skipSpaces();
        while (at < text.length()) {
            terms.add(term());
            skipSpaces();
        }
        if (terms.isEmpty()) {
            throw error(0, "is empty; expected terms like 'good:gallium country:CHN to:!CHN'");
        }
        return new Selector(terms);
    }

    private Term term() throws SyntaxException {
        int start = at;
        while (at < text.length() && text.charAt(at) != ':' && text.charAt(at) != ' ') {
            at++;
        }
        String name = text.substring(start, at);
        if (at >= text.length() || text.charAt(at) != ':') {
            throw error(start, "'" + name + "' is not a term; expected name:value, e.g. 'good:gallium'");
        }
        Side side = name.equals("to") || name.startsWith("to.") || name.equals("market") ? Side.CUSTOMER : Side.MAKER;
        Field field = field(start, name);
        at++;
        boolean negated = at < text.length() && text.charAt(at) == '!';
        if (negated) {
            at++;
        }
        List<String> values = new ArrayList<>();
        do {
            values.add(value(name));
        } while (at < text.length() && text.charAt(at++) == ',');
        return new Term(side, field, negated, values);
    }

    private Field field(int start, String name) throws SyntaxException {
        if (name.equals("to")) {
            return Field.COUNTRY;
        }
        String plain = name.startsWith("to.") ? name.substring(3) : name;
        for (Field field : Field.values()) {
            if (field.id().equals(plain) && !(field == Field.MARKET && name.startsWith("to."))) {
                return field;
            }
        }
        throw error(
                start,
                "'" + name
                        + ":' is not a term; expected one of good, tag, kind, stage, provider, country, to.good, to.tag,"
                        + " to.kind, to.stage, to.provider, to.country, to, market");
    }

    private String value(String name) throws SyntaxException {
        int start = at;
        if (at < text.length() && text.charAt(at) == '"') {
            StringBuilder quoted = new StringBuilder();
            at++;
            while (true) {
                if (at >= text.length()) {
                    throw error(start, "has a quote that does not end");
                }
                char c = text.charAt(at++);
                if (c != '"') {
                    quoted.append(c);
                } else if (at < text.length() && text.charAt(at) == '"') {
                    quoted.append('"');
                    at++;
                } else {
                    break;
                }
            }
            if (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
                throw error(at, "has text right after a quoted value; expected a space or a comma");
            }
            return quoted.toString();
        }
        while (at < text.length() && text.charAt(at) != ' ' && text.charAt(at) != ',') {
            at++;
        }
        if (at == start) {
            throw error(start, "'" + name + ":' has no value");
        }
        if (text.charAt(start) == '!') {
            throw error(
                    start,
                    "'" + text.substring(start, at)
                            + "' starts with '!'; expected one '!' at most, before all values of a term, and quotes round an"
                            + " id that starts with it");
        }
        return text.substring(start, at);
    }

    private void skipSpaces() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
    }

    private SyntaxException error(int index, String message) {
        return new SyntaxException(index + 1, message);
    }
}
