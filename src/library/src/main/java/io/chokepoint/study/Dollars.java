package io.chokepoint.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Money as people read it: two significant digits, as no value in a dataset is known better. */
public final class Dollars {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final double NOTHING = 0.05;
    private static final String SIGN = "US$ ";
    private static final List<String> LONG = List.of(" million", " billion", " trillion");
    private static final List<String> SHORT = List.of(" m", " bn", " tn");
    private static final char NO_BREAK_SPACE = '\u00A0';
    private static final Pattern AMOUNT = Pattern.compile(Pattern.quote(SIGN) + "\\d[\\d.]*(?:(?:"
            + String.join("|", LONG) + "|" + String.join("|", SHORT) + ")\\b)?");

    private Dollars() {}

    /**
     * "US$ 88 million", "US$ 1.2 billion", "−US$ 54 million"; "0" for what is less than fifty thousand dollars.
     *
     * @param millions US$ million
     */
    public static String of(double millions) {
        return words(millions, LONG);
    }

    /** The same where there is little room: "US$ 88 m", "US$ 1.2 bn", "−US$ 54 m", "US$ 3 tn". */
    public static String brief(double millions) {
        return words(millions, SHORT);
    }

    private static String words(double millions, List<String> units) {
        double size = Math.abs(millions);
        if (size < NOTHING) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(size).round(TWO_DIGITS);
        String unit = units.getFirst();
        if (rounded.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
            rounded = rounded.movePointLeft(6);
            unit = units.get(2);
        } else if (rounded.compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            rounded = rounded.movePointLeft(3);
            unit = units.get(1);
        }
        return (millions < 0 ? "−" : "") + SIGN + rounded.stripTrailingZeros().toPlainString() + unit;
    }

    /** "US$ 60 million to US$ 1.2 billion"; one of the two where they read alike. */
    public static String range(double low, double high) {
        return range(of(low), of(high));
    }

    /** "US$ 60 m to US$ 1.2 bn"; one of the two where they read alike. */
    public static String briefRange(double low, double high) {
        return range(brief(low), brief(high));
    }

    /** The same text with no-break spaces within its amounts of money, for where lines are broken. */
    public static String unbroken(String text) {
        return text.contains(SIGN)
                ? AMOUNT.matcher(text)
                        .replaceAll(amount ->
                                Matcher.quoteReplacement(amount.group().replace(' ', NO_BREAK_SPACE)))
                : text;
    }

    private static String range(String least, String most) {
        return least.equals(most) ? least : least + " to " + most;
    }
}
