package io.chokepoint.data;

import io.chokepoint.base.Range;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as files and the command line write them: {@code .} as decimal sign, nothing between the digits. */
public final class Numbers {
    private static final Pattern PLAIN = Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d+)?");
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([ ,'\u00A0\u202F]\\d{3})+(\\.\\d+)?");
    private static final Pattern PERCENT = Pattern.compile("([+-]?\\d+(\\.\\d+)?)\\s*%");

    private Numbers() {}

    /** The number, or nothing if the text is not a plain finite one. */
    public static Optional<Double> parse(String text) {
        if (!PLAIN.matcher(text).matches()) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    /** What somebody may have meant who wrote something else, or nothing. */
    static String hint(String text) {
        if (PERCENT.matcher(text).matches()) {
            double percent = Double.parseDouble(PERCENT.matcher(text).replaceAll("$1"));
            return " Write a percentage as a part of 1: " + Range.plain(percent / 100) + ".";
        }
        if (DECIMAL_COMMA.matcher(text).matches()) {
            return " Use '.' as decimal sign: " + text.replace(',', '.') + ".";
        }
        if (THOUSANDS.matcher(text).matches()) {
            return " Write it without separators: " + text.replaceAll("[ ,'\u00A0\u202F]", "") + ".";
        }
        return "";
    }
}
