package io.chokepoint.base;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/**
 * Numbers as people read them: no more than two significant digits, a decimal point, a true minus, a space before the percent
 * sign. The same on every machine; full precision belongs in files.
 */
public final class Amounts {
    /** Per cent of baseline below which something falls short, see {@code Outcome.LOSS_LEVEL}. */
    private static final double THRESHOLD = 99;

    private static final double SHOWN_AS_THRESHOLD = 98.5;
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);

    private Amounts() {}

    /**
     * A part of a whole in per cent: "84 %", "99.4 %" where whole per cents would hide a loss, "0.4 %" below one. What is below 99 % is never
     * written as 99 %: who is below falls short.
     *
     * @param part 1 is 100 %; may be negative or above 1
     */
    public static String percent(double part) {
        return percentNumber(part) + " %";
    }

    /** As {@link #percent}, without the sign. */
    public static String percentNumber(double part) {
        double value = part * 100;
        double size = Math.abs(value);
        if (isJustShort(size)) {
            return (value < 0 ? "−" : "") + justShort(size);
        }
        boolean needsDecimal = (size > 0 && size < 0.95) || (size >= 99 && size < 99.95);
        if (size > 0 && size < 0.05) {
            return (value < 0 ? "−" : "") + "<0.1";
        }
        return signed(BigDecimal.valueOf(value).setScale(needsDecimal ? 1 : 0, RoundingMode.HALF_UP));
    }

    /** As {@link #percent}, with one decimal always, as columns of figures have it: "84.0 %". */
    public static String percentToTenths(double part) {
        double value = part * 100;
        return (isJustShort(value) ? justShort(value) : String.format(Locale.ROOT, "%.1f", value)) + " %";
    }

    /** Whether whole per cents, or tenths of them, would show 99 although there is less. */
    private static boolean isJustShort(double percent) {
        return percent >= SHOWN_AS_THRESHOLD && percent < THRESHOLD;
    }

    private static String justShort(double percent) {
        BigDecimal most = BigDecimal.valueOf(THRESHOLD).subtract(BigDecimal.ONE.movePointLeft(1));
        return BigDecimal.valueOf(percent)
                .setScale(1, RoundingMode.HALF_UP)
                .min(most)
                .toPlainString();
    }

    /**
     * An output as a part of baseline in whole per cents, without the sign: "84"; what is not quite stopped is "&lt;1", not "0", and what is
     * short of 99 % is not "99".
     *
     * @param part 1 is 100 %; ≥ 0
     */
    public static String outputNumber(double part) {
        if (isJustShort(part * 100)) {
            return justShort(part * 100);
        }
        long rounded = Math.round(part * 100);
        return part > 0 && rounded == 0 ? "<1" : String.valueOf(rounded);
    }

    /** As {@link #outputNumber}, with the sign: "84 %". */
    public static String output(double part) {
        return outputNumber(part) + " %";
    }

    /** Percentage points of change with their sign: "−17", "+3"; "0" where it rounds to none. */
    public static String points(double change) {
        long rounded = Math.round(change * 100);
        return rounded == 0 ? "0" : (rounded > 0 ? "+" : "−") + Math.abs(rounded);
    }

    /** A whole number with separators of thousands: "1,000". */
    public static String count(long number) {
        return String.format(Locale.ENGLISH, "%,d", number).replace('-', '−');
    }

    /** A whole number and what is counted: "1 run", "1,000 runs"; "0 runs" too. */
    public static String counted(long number, String one, String many) {
        return count(number) + " " + word(number, one, many);
    }

    /** The word for so many, without the number: "is" or "are". */
    public static String word(long number, String one, String many) {
        return number == 1 ? one : many;
    }

    /** As {@link #word(long, String, String)}, of a number as it is written: "1", not "1.0" or "0.1". */
    public static String word(String number, String one, String many) {
        return number.equals("1") ? one : many;
    }

    /** As {@link #counted}, with a word for none: "no markets". */
    public static String countedOrNo(long number, String one, String many) {
        return number == 0 ? "no " + many : counted(number, one, many);
    }

    /** "6.1 weeks", "1 week", "38 weeks". */
    public static String weeks(double count) {
        String number = number(count);
        return number + " " + word(number, "week", "weeks");
    }

    /** "90 seconds", "1 second", "0.5 seconds". */
    public static String seconds(double count) {
        String number = number(count);
        return number + " " + word(number, "second", "seconds");
    }

    /** "8 years", "1 year". */
    public static String years(double count) {
        String number = number(count);
        return number + " " + word(number, "year", "years");
    }

    /** Two significant digits, whole numbers from ten on; no trailing zeros. */
    public static String number(double value) {
        if (Math.abs(value) >= 10) {
            return signed(BigDecimal.valueOf(value).setScale(0, RoundingMode.HALF_UP));
        }
        return signed(BigDecimal.valueOf(value).round(TWO_DIGITS));
    }

    private static String signed(BigDecimal value) {
        if (value.signum() == 0) {
            return "0";
        }
        String text = value.abs().stripTrailingZeros().toPlainString();
        return value.signum() < 0 ? "−" + text : text;
    }

    /** "a", "a and b", "a, b and c"; beyond {@code most} the rest is counted: "a, b and 3 more". */
    public static String list(List<String> words, int most) {
        if (words.size() <= 1) {
            return String.join("", words);
        }
        if (words.size() > most) {
            return String.join(", ", words.subList(0, most - 1)) + " and " + (words.size() - most + 1) + " more";
        }
        return String.join(", ", words.subList(0, words.size() - 1)) + " and " + words.getLast();
    }
}
