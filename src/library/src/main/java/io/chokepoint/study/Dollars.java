package io.chokepoint.study;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/** Money as people read it: two significant digits, as no value in a dataset is known better. */
public final class Dollars {
    private static final MathContext TWO_DIGITS = new MathContext(2, RoundingMode.HALF_UP);
    private static final double NOTHING = 0.05;

    private Dollars() {}

    /**
     * "US$ 88 million", "US$ 1.2 billion", "−US$ 54 million"; "0" for what is less than fifty thousand dollars.
     *
     * @param millions US$ million
     */
    public static String of(double millions) {
        double size = Math.abs(millions);
        if (size < NOTHING) {
            return "0";
        }
        BigDecimal rounded = BigDecimal.valueOf(size).round(TWO_DIGITS);
        String unit = " million";
        if (rounded.compareTo(BigDecimal.valueOf(1_000_000)) >= 0) {
            rounded = rounded.movePointLeft(6);
            unit = " trillion";
        } else if (rounded.compareTo(BigDecimal.valueOf(1_000)) >= 0) {
            rounded = rounded.movePointLeft(3);
            unit = " billion";
        }
        return (millions < 0 ? "−" : "") + "US$ " + rounded.stripTrailingZeros().toPlainString() + unit;
    }

    /** "US$ 60 million to US$ 1.2 billion"; one of the two where they read alike. */
    public static String range(double low, double high) {
        String least = of(low);
        String most = of(high);
        return least.equals(most) ? least : least + " to " + most;
    }
}
