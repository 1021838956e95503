package io.chokepoint.ui.support;

import io.chokepoint.base.Amounts;
import io.chokepoint.text.Texts;

/** Sentences that say what a table does not hold, for the file and for the screen; empty where it holds all. */
public final class LeftOut {
    private LeftOut() {}

    /**
     * @param reason which sentence: why the others are not there
     * @param held how many there are
     * @param all how many there could be
     */
    public static String of(String reason, int held, int all) {
        return held >= all
                ? ""
                : Texts.get("table.leftOut." + reason, Amounts.count(all - (long) held), Amounts.count(all));
    }

    /** What never falls short in the run. */
    public static String notHit(int hit, int all) {
        return of("notHit", hit, all);
    }
}
