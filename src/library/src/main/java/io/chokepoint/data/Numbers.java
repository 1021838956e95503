package io.chokepoint.data;

import io.chokepoint.base.Range;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as files and the command line write them: {@code .} as decimal sign, nothing between the digits. */
public final class Numbers {
    private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d*,\\d+");
    private static final Pattern THOUSANDS = Pattern.compile("[+-]?\\d{1,3}([ ,'\u00A0\u202F]\\d{3})+(\\.\\d+)?");
    private static final Pattern PERCENT = Pattern.compile("([+-]?\\d+(\\.\\d+)?)\\s*%");

    private Numbers() {}

    /** The number, or nothing if the text is not a plain finite one. */
    public static Optional<Double> parse(String text) {
        if (!isPlain(text)) {
            return Optional.empty();
        }
        double value = Double.parseDouble(text);
        return Double.isFinite(value) ? Optional.of(value) : Optional.empty();
    }

    /**
     * Whether it is digits with a sign before, a decimal point and an exponent where wanted. By hand: a large table holds millions, and a
     * pattern takes longer than all else that is done with a number.
     */
    private static boolean isPlain(String text) {
        int start = afterSign(text, 0);
        int point = afterDigits(text, start);
        boolean hasPoint = point < text.length() && text.charAt(point) == '.';
        int end = hasPoint ? afterDigits(text, point + 1) : point;
        int digits = end - start - (hasPoint ? 1 : 0);
        if (digits == 0 || end == text.length()) {
            return digits > 0;
        }
        if (text.charAt(end) != 'e' && text.charAt(end) != 'E') {
            return false;
        }
        int exponent = afterSign(text, end + 1);
        return exponent < text.length() && afterDigits(text, exponent) == text.length();
    }

    private static int afterSign(String text, int from) {
        return from < text.length() && (text.charAt(from) == '+' || text.charAt(from) == '-') ? from + 1 : from;
    }

    private static int afterDigits(String text, int from) {
        int at = from;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
            at++;
        }
        return at;
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
