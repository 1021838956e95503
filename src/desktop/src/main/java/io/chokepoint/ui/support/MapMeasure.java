package io.chokepoint.ui.support;

import java.util.Locale;

/** What the colours of the map say. */
public enum MapMeasure {
    SUPPLY,
    SALES,
    /** Value added lost, in US$ million. */
    MONEY,
    EXPOSURE;

    /** The column's name in files. */
    public String column() {
        return this == MONEY ? "value_added_lost_musd" : name().toLowerCase(Locale.ROOT);
    }
}
