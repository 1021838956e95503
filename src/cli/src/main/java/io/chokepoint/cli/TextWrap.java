package io.chokepoint.cli;

/** Breaks long lines between words, so that sentences read well in a terminal. */
final class TextWrap {
    private TextWrap() {}

    /** Continued lines are indented as the line they continue, and past its number where it starts with one. */
    static String wrap(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        text.lines().forEach(line -> {
            String indent = " ".repeat(indent(line));
            int used = 0;
            for (String word : line.strip().split(" ")) {
                if (used == 0) {
                    String start = line.substring(
                            0, line.length() - line.stripLeading().length());
                    wrapped.append(start).append(word);
                    used = start.length() + word.length();
                } else if (used + 1 + word.length() > width) {
                    wrapped.append('\n').append(indent).append(word);
                    used = indent.length() + word.length();
                } else {
                    wrapped.append(' ').append(word);
                    used += 1 + word.length();
                }
            }
            wrapped.append('\n');
        });
        return wrapped.toString();
    }

    private static int indent(String line) {
        int at = 0;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        int digits = at;
        while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
            digits++;
        }
        boolean numbered = digits > at && line.startsWith(". ", digits);
        return numbered ? digits + 2 : at;
    }
}
