package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.study.Dollars;

/** How texts are set on the screen: a thin space before the per cent sign, and no line that ends within an amount. */
public final class Typography {
    /** U+202F: as wide as the thin space U+2009, at which a line may end. */
    public static final String THIN_SPACE = "\u202F";

    private Typography() {}

    /** The same text for the screen. */
    public static String thin(String text) {
        return Dollars.unbroken(text.replace(" %", THIN_SPACE + "%"));
    }

    /** An output as a part of baseline; see {@link Amounts#output}. */
    public static String output(double part) {
        return thin(Amounts.output(part));
    }
}
