package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;

/** How texts are set on the screen: a thin space before the per cent sign. */
public final class Typography {
    /** U+2009. */
    public static final String THIN_SPACE = "\u2009";

    private Typography() {}

    /** The same text for the screen. */
    public static String thin(String text) {
        return text.replace(" %", THIN_SPACE + "%");
    }

    /** An output as a part of baseline; see {@link Amounts#output}. */
    public static String output(double part) {
        return thin(Amounts.output(part));
    }
}
