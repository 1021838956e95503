package io.chokepoint.base;

import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One fault found in an input: where it is, what is there and what was expected.
 *
 * @param severity an error stops a dataset from being simulated, a warning does not
 * @param file the file as the user knows it, or the name of a command line option
 * @param line the line in the file, counted from 1 with the header; 0 where the whole file is meant
 * @param field the column or JSON field; empty where the whole line is meant
 * @param message the value at fault and what was expected, fit for users; a long value is cut
 */
@Stable
public record Problem(Severity severity, String file, int line, String field, String message)
        implements Comparable<Problem> {

    /** Letters of a value that a message quotes; a longer one is cut. */
    private static final int MOST_OF_A_VALUE = 200;

    /** Letters of a message; what is expected may be one of many words. */
    private static final int MOST_OF_A_MESSAGE = 4_000;

    private static final Pattern QUOTED = Pattern.compile("'[^']*'|\"[^\"]*\"");

    /** How bad a fault is. */
    @Stable
    public enum Severity {
        ERROR,
        WARNING
    }

    public Problem {
        Objects.requireNonNull(severity);
        Objects.requireNonNull(file);
        Objects.requireNonNull(field);
        Objects.requireNonNull(message);
        field = cut(field, MOST_OF_A_VALUE);
        if (message.length() > MOST_OF_A_VALUE) {
            message = cut(
                    QUOTED.matcher(message)
                            .replaceAll(text -> Matcher.quoteReplacement(cut(text.group(), MOST_OF_A_VALUE))),
                    MOST_OF_A_MESSAGE);
        }
    }

    /** The start and the end of a text that is too long to be read, and how much is left out between. */
    private static String cut(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        int start = most * 2 / 3;
        int end = text.length() - most / 6;
        if (Character.isHighSurrogate(text.charAt(start - 1))) {
            start--;
        }
        if (Character.isLowSurrogate(text.charAt(end))) {
            end++;
        }
        return text.substring(0, start) + "… (" + Amounts.counted(end - start, "character", "characters") + ") …"
                + text.substring(end);
    }

    public static Problem error(String file, int line, String field, String message) {
        return new Problem(Severity.ERROR, file, line, field, message);
    }

    public static Problem warning(String file, int line, String field, String message) {
        return new Problem(Severity.WARNING, file, line, field, message);
    }

    public boolean isError() {
        return severity == Severity.ERROR;
    }

    /** By file, then line, then field: the order in which somebody would mend them. */
    @Override
    public int compareTo(Problem other) {
        int byFile = file.compareTo(other.file);
        if (byFile != 0) {
            return byFile;
        }
        int byLine = Integer.compare(line, other.line);
        if (byLine != 0) {
            return byLine;
        }
        int byField = field.compareTo(other.field);
        if (byField != 0) {
            return byField;
        }
        int bySeverity = severity.compareTo(other.severity);
        return bySeverity != 0 ? bySeverity : message.compareTo(other.message);
    }

    /** {@code FILE:LINE: column: what is wrong}, the form that the command line prints. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder(file);
        if (line > 0) {
            text.append(':').append(line);
        }
        text.append(": ");
        if (!field.isEmpty()) {
            text.append(field).append(": ");
        }
        if (!isError()) {
            text.append("warning: ");
        }
        return CleanText.of(text.append(message).toString());
    }
}
