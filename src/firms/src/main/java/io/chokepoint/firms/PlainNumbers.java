package io.chokepoint.firms;

import java.nio.charset.StandardCharsets;

/** Decimal numbers out of bytes, each read to the double next to it, most of them without making a text. */
final class PlainNumbers {
    /** Whole numbers up to here are doubles, and so are the powers of ten up to 10^22: one division of two of them is rounded right. */
    private static final long EXACT = 1L << 53;

    private static final double[] TENS = new double[23];

    static {
        TENS[0] = 1;
        for (int i = 1; i < TENS.length; i++) {
            TENS[i] = TENS[i - 1] * 10;
        }
    }

    private PlainNumbers() {}

    /** The number; NaN where the letters are none: digits with at most one point, a sign before, a power of ten behind. */
    static double parse(byte[] letters, int from, int to) {
        int at = from;
        boolean negative = at < to && letters[at] == '-';
        if (at < to && (letters[at] == '-' || letters[at] == '+')) {
            at++;
        }
        long digits = 0;
        int count = 0;
        int behindPoint = 0;
        boolean point = false;
        boolean tooMany = false;
        for (; at < to; at++) {
            byte letter = letters[at];
            if (letter >= '0' && letter <= '9') {
                count++;
                if (digits < EXACT / 10 - 1) {
                    digits = digits * 10 + (letter - '0');
                } else {
                    tooMany = true;
                }
                behindPoint += point ? 1 : 0;
            } else if (letter == '.' && !point) {
                point = true;
            } else {
                break;
            }
        }
        if (count == 0) {
            return Double.NaN;
        }
        if (at < to) {
            return withPower(letters, from, at, to);
        }
        if (tooMany || behindPoint >= TENS.length) {
            return slowly(letters, from, to);
        }
        double number = digits / TENS[behindPoint];
        return negative ? -number : number;
    }

    private static double withPower(byte[] letters, int from, int power, int to) {
        int at = power;
        if (letters[at] != 'e' && letters[at] != 'E') {
            return Double.NaN;
        }
        at++;
        if (at < to && (letters[at] == '-' || letters[at] == '+')) {
            at++;
        }
        if (at == to) {
            return Double.NaN;
        }
        for (; at < to; at++) {
            if (letters[at] < '0' || letters[at] > '9') {
                return Double.NaN;
            }
        }
        return slowly(letters, from, to);
    }

    private static double slowly(byte[] letters, int from, int to) {
        double number = Double.parseDouble(new String(letters, from, to - from, StandardCharsets.US_ASCII));
        return Double.isInfinite(number) ? Double.NaN : number;
    }
}
